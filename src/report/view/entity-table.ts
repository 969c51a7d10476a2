/** The entities of an indicator, furthest behind first. */
import type { IndicatorRow } from "../../indicators/results.ts";
import { statusCount } from "../../language/words.ts";
import { evenDecimals } from "../numbers.ts";
import { personText, statusMark, type ViewContext } from "./context.ts";
import { entityAnchor } from "./entity-trace.ts";
import { currentValue, differenceText, gapText, periodAmount, shareText } from "./figure-text.ts";
import type { EntityTable } from "./indicator-parts.ts";
import { statusReasons } from "./status-reasons.ts";
import { levelText } from "./target-text.ts";
import { byWorst, urgent, worstFirst } from "./worst-first.ts";

/** Most entities listed; the rest is counted. */
const mostEntities = 100;

/** The table, or null when no observation names an entity; `isTraced` where the annex has a line for the row. */
export function entityTable(
  row: IndicatorRow,
  entityRows: readonly IndicatorRow[],
  context: ViewContext,
  isTraced: (row: IndicatorRow) => boolean,
): EntityTable | null {
  if (entityRows.length === 0) return null;
  const { speaker } = context;
  const listed = listedEntities(entityRows);
  const rest = entityRows.length - listed.length;
  const shared = sharedDate(listed, context);
  const columns = filledColumns(listed, shared, context);
  const hasStatuses = !entityRows.every(isUnasked);
  return {
    hasStatuses,
    summary:
      summaryText(entityRows, hasStatuses, context) +
      (shared === null ? "" : sharedDateText(shared, context)),
    coverage: coverageText(row, context),
    columns: columns.map(({ label }) => label),
    width: String(columns.length + (hasStatuses ? 2 : 1)),
    rows: listed.map((one, i) => ({
      name: personText(one.entity ?? "", context),
      trace: isTraced(one) ? entityAnchor(one) : null,
      cells: columns.map(({ label, texts }) => ({ label, text: texts[i] ?? context.labels.none })),
      status: statusMark(one.status, speaker),
      why: whyText(one, context),
    })),
    leftOff:
      rest === 0
        ? null
        : speaker.say({
            en: `${rest} further entities are not listed here.`,
            zhHans: `其余${rest}个实施单位未在此列出。`,
          }),
  };
}

/** Nothing is asked of the entity itself: the target of the plan is not shared out, so that there is nothing to judge it by. */
export function isUnasked({ status, targets }: IndicatorRow): boolean {
  return status === "not-computable" && targets.length === 0;
}

/** The entities that are listed: those that are furthest behind. */
export function listedEntities(entityRows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  return [...entityRows].sort(byWorst).slice(0, mostEntities);
}

interface Column {
  readonly label: string;
  /** One for each row. */
  readonly texts: readonly string[];
}

/** The date of all values, where they have but one. */
function sharedDate(rows: readonly IndicatorRow[], context: ViewContext): string | null {
  const dates = new Set(rows.map((row) => currentValue(row, context).date).filter((date) => date !== null));
  const [first] = dates;
  return dates.size === 1 && first !== undefined ? first : null;
}

function sharedDateText(date: string, { speaker }: ViewContext): string {
  return speaker.say({ en: ` Values of ${date}.`, zhHans: `数据日期：${date}。` });
}

/** Columns that say something of at least one entity. */
function filledColumns(
  rows: readonly IndicatorRow[],
  shared: string | null,
  context: ViewContext,
): readonly Column[] {
  const { labels } = context;
  const values = rows.map((row) => currentValue(row, context));
  const columns: readonly Column[] = [
    {
      label: labels.value,
      texts: values.map(({ text, date, mark }) => {
        const notes = [shared === null ? date : null, mark].filter((note) => note !== null);
        return notes.length === 0 ? text : withNote(text, notes.join(labels.listComma), context);
      }),
    },
    {
      label: labels.thisPeriod,
      texts: rows.map((row) => {
        const amount = periodAmount(row);
        return amount === null ? labels.none : levelText(amount, row, context);
      }),
    },
    { label: labels.change, texts: rows.map((row) => differenceText(row, "change", context)) },
    { label: labels.attained, texts: rows.map((row) => shareText(row, "attained", context)) },
    { label: labels.gap, texts: rows.map((row) => gapText(row, context)) },
    { label: labels.reporter, texts: rows.map((row) => reporterOf(row, context) ?? labels.none) },
  ];
  return columns
    .filter(({ texts }, i) => i === 0 || texts.some((text) => text !== labels.none))
    .map(({ label, texts }) => ({ label, texts: evenDecimals(texts) }));
}

/** Why a status that calls for action stands beside figures that do not show it; null where they do. */
function whyText(row: IndicatorRow, context: ViewContext): string | null {
  if (!urgent.includes(row.status)) return null;
  return statusReasons(row, context).join(context.speaker.chinese ? "；" : "; ") || null;
}

function withNote(text: string, note: string, { speaker }: ViewContext): string {
  return speaker.chinese ? `${text}（${note}）` : `${text} (${note})`;
}

function summaryText(
  rows: readonly IndicatorRow[],
  hasStatuses: boolean,
  { labels, speaker }: ViewContext,
): string {
  if (!hasStatuses)
    return speaker.say({
      en: `${rows.length} ${rows.length === 1 ? "entity, shown and not judged: no target is" : "entities, shown and not judged: no targets are"} set for ${rows.length === 1 ? "it" : "them"}.`,
      zhHans: `共${rows.length}个实施单位，目标值未分解到各单位，只列示、不评定。`,
    });
  const counts = worstFirst
    .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => speaker.say(statusCount(status, count)))
    .join(labels.listComma);
  return speaker.say({
    en: `${rows.length} ${rows.length === 1 ? "entity" : "entities"}: ${counts}.`,
    zhHans: `共${rows.length}个实施单位：${counts}。`,
  });
}

function coverageText({ coverage }: IndicatorRow, context: ViewContext): string | null {
  if (coverage === null || coverage.counted >= coverage.of) return null;
  const { labels, speaker } = context;
  const shown = coverage.missing.slice(0, mostEntities).map((id) => personText(id, context));
  const missing = shown.join(labels.listComma);
  const text = {
    en: `The plan's figure covers ${coverage.counted} of ${coverage.of} entities; missing: ${missing}.`,
    zhHans: `汇总数据覆盖${coverage.of}个实施单位中的${coverage.counted}个，缺：“${missing}”。`,
  };
  return speaker.say(text, [missing]);
}

/** Who reported the latest value of a row; null when the data do not say. */
export function reporterOf({ series }: IndicatorRow, context: ViewContext): string | null {
  const last = series().at(-1);
  return last === undefined ? null : (context.observationAt(last.span)?.reporter?.value ?? null);
}
