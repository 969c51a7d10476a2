/** How much a status report tells of how many indicators: of very many the worst are printed in full, the others as rows of tables. */
import type { IndicatorRow } from "../../indicators/results.ts";
import type { Speaker } from "../../language/speaker.ts";
import { listedEntities } from "./entity-table.ts";
import type { TracedRow } from "./indicator-trace.ts";
import { byWorst, urgent } from "./worst-first.ts";

/** A plan-level row as the report numbers it. */
export interface NumberedRow {
  readonly row: IndicatorRow;
  /** Place in the report, from 1. */
  readonly position: number;
  readonly entities: readonly IndicatorRow[];
}

/** Indicators that are printed in full, each with its chart and derivations: of more than these nobody turns the pages. */
const mostOnPaper = 60;

/** Indicators that stand open on a screen: more of them are folded, but for the worst that call for somebody to act. */
const mostOpen = 20;

/** Indicators and entities that have their derivations in the HTML; of more, a page would be too large to open. */
const mostTraced = 1000;
const mostEntitiesTraced = 2000;

export interface ReportExtent {
  readonly traces: readonly TracedRow[];
  /** True for a row of the plan or of an entity whose figures are derived in the annex. */
  isTraced(row: IndicatorRow): boolean;
  /** True for a row of the plan that is printed in full. */
  onPaper(row: IndicatorRow): boolean;
  /** True for a row of the plan whose part stands open on a screen. */
  isOpen(row: IndicatorRow): boolean;
  readonly tracesLeftOff: string | null;
  /** Null where all are printed in full. */
  readonly paperNote: string | null;
  /** Says that parts are folded, and which are not; null where all stand open. */
  readonly foldNote: string | null;
}

/** What is told of which rows; where not of all, of those that stand worst. */
export function reportExtent(numbered: readonly NumberedRow[], speaker: Speaker): ReportExtent {
  const printed = new Set(worstOf(numbered, mostOnPaper).map(({ row }) => row));
  const isFolded = numbered.length > mostOpen;
  const open = new Set(worstOf(numbered, mostOpen).map(({ row }) => row));
  const traced = new Set<IndicatorRow>();
  let room = mostEntitiesTraced;
  const traces = worstOf(numbered, mostTraced).map(({ row, position, entities }) => {
    const listed = listedEntities(entities).slice(0, room);
    room -= listed.length;
    for (const one of [row, ...listed]) traced.add(one);
    return { row, position, entities: listed, onPaper: printed.has(row) };
  });
  return {
    traces,
    isTraced: (row) => traced.has(row),
    onPaper: (row) => printed.has(row),
    isOpen: (row) => !isFolded || (open.has(row) && urgent.includes(row.status)),
    tracesLeftOff: tracesLeftOff(numbered, traced, speaker),
    paperNote: paperNote(numbered.length, speaker),
    foldNote: isFolded ? speaker.say(foldWords) : null,
  };
}

const foldWords = {
  en: `Indicators that need attention are open, the ${mostOpen} worst at most; a tap or click on a name opens or closes any.`,
  zhHans: `需重点关注的指标已展开（最多${mostOpen}项），其余点击名称展开。`,
};

/** The worst rows, in the order of their numbers. */
function worstOf(numbered: readonly NumberedRow[], most: number): readonly NumberedRow[] {
  if (numbered.length <= most) return numbered;
  return [...numbered]
    .sort((a, b) => byWorst(a.row, b.row))
    .slice(0, most)
    .sort((a, b) => a.position - b.position);
}

function tracesLeftOff(
  numbered: readonly NumberedRow[],
  traced: ReadonlySet<IndicatorRow>,
  speaker: Speaker,
): string | null {
  const missing = (rows: readonly IndicatorRow[]): number => rows.filter((row) => !traced.has(row)).length;
  const indicators = missing(numbered.map(({ row }) => row));
  const entities = numbered.reduce(
    (sum, { row, entities: own }) => sum + (traced.has(row) ? missing(own) : 0),
    0,
  );
  const texts = [
    indicators === 0
      ? []
      : {
          en: `${indicators} further indicators that stand better are left out here: plan explain PLAN#ID shows each of them.`,
          zhHans: `另有${indicators}项状态较好的指标未在此列出，可用 plan explain 方案文件#指标编号 查看。`,
        },
    entities === 0
      ? []
      : {
          en: `${entities} further values of entities are left out here: plan explain PLAN#ID --entity ENTITY shows each of them.`,
          zhHans: `另有${entities}项实施单位数据未在此列出，可用 plan explain 方案文件#指标编号 --entity 实施单位编号 查看。`,
        },
  ].flat();
  return texts.length === 0 ? null : texts.map((text) => speaker.say(text)).join(speaker.chinese ? "" : " ");
}

function paperNote(count: number, speaker: Speaker): string | null {
  const others = count - mostOnPaper;
  if (others <= 0) return null;
  return speaker.say({
    en: `Of ${count} indicators the ${mostOnPaper} with the worst status are printed in full. The figures of the other ${others} stand in the tables of indicators; their charts and derivations are in the HTML version.`,
    zhHans: `指标共${count}项，纸质版详列状态最差的${mostOnPaper}项；其余${others}项的数据见各指标表，图表和计算过程见网页版（HTML）。`,
  });
}
