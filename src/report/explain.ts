/** `plan explain PLAN#INDICATOR`: how a status and every figure behind it came about, as plain text. */
import type { Compilation } from "../compile.ts";
import { laterRows } from "../indicators/later-rows.ts";
import type { Figure, IndicatorRow, JudgedTarget, Slicing, Status } from "../indicators/results.ts";
import { missingWords } from "../language/smart-words.ts";
import type { Speaker } from "../language/speaker.ts";
import { statusCount, targetKindWords } from "../language/words.ts";
import { doubts, smartOf } from "../plan/smart.ts";
import { citePlace } from "../text/sheet-cell.ts";
import { printDay } from "./dates.ts";
import { plainText } from "./escape.ts";
import { dayLines } from "./explain-days.ts";
import { figureLines, missingLines } from "./explain-figures.ts";
import { seriesLines } from "./explain-series.ts";
import { formulaText } from "./formula-words.ts";
import { printNumber, printShare } from "./numbers.ts";
import { citationText, placeText } from "./place-text.ts";
import { reasonText } from "./reason-words.ts";
import { makeContext, nameText, personText, statusMark, type ViewContext } from "./view/context.ts";
import { besideText, heldText, noteText } from "./view/indicator-words.ts";
import { methodText } from "./view/method-notes.ts";
import { dueText, lateText, levelText, targetText, valueWord } from "./view/target-text.ts";
import { worstFirst } from "./view/worst-first.ts";

/** What to explain. The compilation must have been made with formulas (`trace`), else they are missing. */
export interface ExplainInput {
  readonly compilation: Compilation;
  /** Id of the indicator. */
  readonly id: string;
  /** Id of an entity; null for the plan's own row. */
  readonly entity: string | null;
  readonly speaker: Speaker;
}

/** Status, figures, targets and series of one row, each with where it comes from; ends with a line end. */
export function explainIndicator({ compilation, id, entity, speaker }: ExplainInput): string {
  const context = makeContext({ compilation, speaker, asOf: compilation.asOf });
  const rows = context.compilation.results.rows.filter((row) => row.indicator.id.value === id);
  const row = rows.find((one) => one.entity === entity);
  const lines = row === undefined ? unknownLines(rows, id, entity, context) : rowLines(row, rows, context);
  return `${lines.map((line) => plainText(line).trimEnd()).join("\n")}\n`;
}

/** Steps in which the method's bands decide; in the others it was not asked, and its bands would only mislead. */
const methodSteps: ReadonlySet<string> = new Set(["method", "of-target", "missed-target"]);

function rowLines(row: IndicatorRow, rows: readonly IndicatorRow[], context: ViewContext): readonly string[] {
  const heading = (en: string, zhHans: string): string[] => ["", context.speaker.say({ en, zhHans })];
  const section = (title: readonly string[], lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [...title, ...lines];
  return [
    ...headLines(row, context),
    ...section(heading("Figures", "数据项"), figureLines(row, context)),
    ...section(heading("Days", "日期"), dayLines(row, context)),
    ...section(heading("Targets", "目标值"), targetLines(row, context)),
    ...section(heading("Values reported", "报送数据"), seriesLines(row, context)),
    ...section(heading("By group", "分组数据"), sliceLines(row, context)),
    ...section(heading("Entities", "实施单位"), entityLines(row, rows, context)),
    ...section(heading("Not available", "缺少的数据项及原因"), missingLines(row, context)),
  ];
}

function headLines(row: IndicatorRow, context: ViewContext): readonly string[] {
  const { speaker, asOf, labels } = context;
  const { indicator, decision, methodStatus, computedStatus } = row;
  const { mark, word } = statusMark(row.status, speaker);
  const name = nameText(indicator.name, indicator.id.value, speaker);
  const who = row.entity === null ? "" : ` · ${personText(row.entity, context)}`;
  const day = printDay(asOf, speaker);
  // The decision stands above the notes already.
  const notes = [besideText(row, speaker), noteText(row, speaker, false)].filter((one) => one !== null);
  const held = heldText(row, speaker);
  const words = speaker.say(methodText(row, context, true));
  // Statuses of the scale are printed in words above; other methods have words of their own.
  const own = methodStatus === null || methodStatus === row.status ? "" : ` → ${methodStatus}`;
  return [
    `${name}${who}  ${indicator.id.value}  ${citePlace(indicator.id.span)}`,
    speaker.chinese
      ? `${labels.status}：${mark} ${word}（${labels.asOf}：${day}）`
      : `${labels.status}: ${mark} ${word} (as of ${day})`,
    `  ${speaker.say({ en: "because", zhHans: "评定依据" })}${labels.colon}${speaker.say(decision.words)}`,
    ...(!methodSteps.has(decision.step) && methodStatus === null
      ? []
      : [`  ${speaker.say({ en: "method", zhHans: "评定方法" })}${labels.colon}${words}${own}`]),
    ...(row.points === null ? [] : pointsLines(row.points, context)),
    ...(computedStatus === null ? [] : [`  ${computedText(computedStatus, speaker)}`]),
    ...notes.map((note) => `  ${speaker.say({ en: "note", zhHans: "说明" })}${labels.colon}${note}`),
    ...(row.status === "no-data" ? laterLines(row, context) : []),
    ...(held === null ? [] : [`  ${held}`]),
    ...(row.contested ? [`  ${contestedText(speaker)}`] : []),
    ...smartLines(row, context),
  ];
}

/** Rows that are written down, but not seen on the day: no line without any. */
function laterLines({ indicator, entity }: IndicatorRow, context: ViewContext): readonly string[] {
  const { compilation, asOf, speaker, labels } = context;
  const count = laterRows(compilation.records, asOf, entity).get(indicator.id.value) ?? 0;
  if (count === 0) return [];
  const day = printDay(asOf, speaker);
  const words = speaker.say({
    en: `${count} later ${count === 1 ? "row is" : "rows are"} not seen on ${day}`,
    zhHans: `另有${count}条数据的所属日期或报送日期在${day}之后，暂不计入`,
  });
  return [`  ${speaker.say({ en: "note", zhHans: "说明" })}${labels.colon}${words}`];
}

/** Where bands of points meet: a printed figure must not stand in another band than the exact one. */
const pointEdges: readonly number[] = [-25, -10, 10, 30];

/** The points that the method decided by, with their formula. */
function pointsLines(points: Figure, { speaker, labels }: ViewContext): readonly string[] {
  const { value, formula, substituted } = points;
  if (value === null) return [];
  const label = speaker.say({ en: "decided by", zhHans: "评定依据数值" });
  const made = `${speaker.say(formulaText(formula))} = ${speaker.say(formulaText(substituted))}`;
  return [`  ${label}${labels.colon}${made} = ${printNumber(value, speaker, { guards: pointEdges })}`];
}

/** What the figures say beside a person's judgement. */
function computedText(status: Status, speaker: Speaker): string {
  const { mark, word } = statusMark(status, speaker);
  return speaker.say({ en: `by the figures: ${mark} ${word}`, zhHans: `按数据评定：${mark} ${word}` });
}

/** How well the indicator is made, once, at the plan's own row. */
function smartLines(row: IndicatorRow, { compilation, speaker, labels }: ViewContext): readonly string[] {
  if (row.entity !== null) return [];
  const isDoubted = compilation.findings.some(
    ({ code, subject }) => doubts.has(code) && subject?.id === row.indicator.id.value,
  );
  const smart = smartOf(row.indicator, compilation.plan, isDoubted);
  if (smart === null) return [];
  const missing = missingWords(smart.missing);
  const lacking =
    smart.missing.length === 0
      ? ""
      : speaker.say({ en: `; missing: ${missing.en}`, zhHans: `，缺少${missing.zhHans}` });
  const of = speaker.say({ en: `${smart.score} of 5`, zhHans: `${smart.score}/5` });
  return [`  SMART${labels.colon}${of}${lacking}`];
}

function contestedText(speaker: Speaker): string {
  return speaker.say({
    en: "contested: the plan gives several targets for that date; the strictest is taken",
    zhHans: "目标值不一致：同一期限有多个目标值，取最严的一个",
  });
}

function targetLines(row: IndicatorRow, context: ViewContext): readonly string[] {
  return row.targets.flatMap((judged, i) => oneTarget(judged, i + 1, row, context));
}

function oneTarget(
  judged: JudgedTarget,
  position: number,
  row: IndicatorRow,
  context: ViewContext,
): readonly string[] {
  const { speaker, labels } = context;
  const { target, judgedBy, governing } = judged;
  const { mark, word } = statusMark(judged.status, speaker);
  const cited = target.section?.value;
  const section =
    cited === undefined ? [] : [speaker.say({ en: `section ${cited}`, zhHans: `章节“${cited}”` }, [cited])];
  const head = [
    `${position}. ${targetText(judged, row, context)}`,
    speaker.say(targetKindWords[target.kind]),
    dueText(judged, context, labels.listComma),
    ...section,
    `${mark} ${word}`,
    ...(governing ? [labels.governing] : []),
    ...citationText(target.source, context),
    placeText(target.span, context),
  ];
  if (judgedBy === null) return [`  ${head.join("  ")}`];
  const value = valueWord(judgedBy.value, row, context);
  const by = `${labels.judgedBy}${labels.colon}${value}  ${printDay(judgedBy.on, speaker)}  ${placeText(judgedBy.span, context)}`;
  const late = lateText(judged, context);
  return [`  ${head.join("  ")}`, `     ${by}`, ...(late === null ? [] : [`     ${late}`])];
}

/** The groups of each column, and how much of the whole they are together. */
function sliceLines(row: IndicatorRow, context: ViewContext): readonly string[] {
  const { speaker, labels } = context;
  return row.slices.flatMap((slicing) => [
    `  ${slicing.names}  ${printDay(slicing.on, speaker)}  ${sliceCoverage(slicing, context)}`,
    ...slicing.parts.map(
      ({ group, value, span }) =>
        `    ${group}${labels.colon}${levelText(value, row, context)}  ${placeText(span, context)}`,
    ),
  ]);
}

function sliceCoverage({ coverage, kind, reason }: Slicing, { speaker }: ViewContext): string {
  if (coverage === null || kind === null) return speaker.say(reasonText(reason ?? ""));
  const share = printShare(coverage, speaker);
  const words = {
    partial: { en: `${share} of the whole: some is missing`, zhHans: `合计为总数的${share}，未覆盖全部` },
    complete: { en: "together the whole", zhHans: "合计与总数一致" },
    overlap: { en: `${share} of the whole: groups overlap`, zhHans: `合计为总数的${share}，分组有重叠` },
  };
  return speaker.say(words[kind]);
}

function entityLines(
  row: IndicatorRow,
  rows: readonly IndicatorRow[],
  context: ViewContext,
): readonly string[] {
  const { speaker, labels } = context;
  const counts = row.entity === null ? statusCounts(rows, speaker) : [];
  const lines = counts.length === 0 ? [] : [`  ${counts.join(labels.listComma)}`];
  const { coverage } = row;
  if (coverage === null) return lines;
  const missing = coverage.missing.map((id) => personText(id, context)).join(labels.listComma);
  const text = speaker.say({
    en: `value from ${coverage.counted} of ${coverage.of}`,
    zhHans: `汇总数据覆盖${coverage.of}个中的${coverage.counted}个`,
  });
  const gap = speaker.chinese ? `；缺：${missing}` : `; missing: ${missing}`;
  return [...lines, `  ${text}${missing === "" ? "" : gap}`, ...ownLines(coverage.own, context)];
}

function statusCounts(rows: readonly IndicatorRow[], speaker: Speaker): readonly string[] {
  return worstFirst
    .map((status) => ({
      status,
      count: rows.filter((one) => one.entity !== null && one.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => speaker.say(statusCount(status, count)));
}

/** Who reports for itself and stands in the whole in place of those below it. */
function ownLines(own: readonly string[], context: ViewContext): readonly string[] {
  if (own.length === 0) return [];
  const names = own.map((id) => personText(id, context)).join(context.labels.listComma);
  const text = {
    en: `reported by itself, taken in place of what lies below: ${names}`,
    zhHans: `自行报送，以其报送值代替下级单位数据：${names}`,
  };
  return [`  ${context.speaker.say(text, [...own])}`];
}

/** Nothing is known of that indicator and entity: says so, and which entities there are. */
function unknownLines(
  rows: readonly IndicatorRow[],
  id: string,
  entity: string | null,
  { speaker, labels }: ViewContext,
): readonly string[] {
  if (entity === null || rows.length === 0) {
    return [speaker.say({ en: `${id} was not evaluated`, zhHans: `“${id}”未作评定` }, [id])];
  }
  const known = rows.flatMap((row) => (row.entity === null ? [] : [row.entity]));
  const none = {
    en: `no value of ${id} names the entity ${entity}`,
    zhHans: `“${id}”没有实施单位“${entity}”的数据`,
  };
  const list = known.join(labels.listComma);
  const others = { en: `entities with values: ${list}`, zhHans: `已有数据的实施单位：“${list}”` };
  return [speaker.say(none, [id, entity]), ...(known.length === 0 ? [] : [speaker.say(others, [list])])];
}
