/** Targets in words: what is asked for, by when, and the value each was judged by. */
import type Big from "big.js";
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { IndicatorRow, JudgedTarget } from "../../indicators/results.ts";
import { rowDecimals } from "../../indicators/row-decimals.ts";
import { writtenTarget as asWritten, reachedLateWords } from "../../indicators/status-note.ts";
import type { Speaker } from "../../language/speaker.ts";
import { directionWords } from "../../language/words.ts";
import { parseDecimal } from "../../plan/decimal.ts";
import type { Indicator, Target } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { textWidth } from "../charts/svg.ts";
import { printShortDay } from "../dates.ts";
import { groupWritten, joinUnit, type NumberStyle, oneOf, printNumber, withMinus } from "../numbers.ts";
import { greatest, proseTarget } from "../prose-target.ts";
import { assessmentOf, nameText, type ViewContext } from "./context.ts";

/** The unit as the plan writes it; null when the indicator has none. */
export function unitText(indicator: Indicator): string | null {
  return indicator.unit?.text ?? null;
}

/** In ems. */
const shortUnit = 2.2;

/** A unit of signs or two characters, such as % and 万元, stays with its number. */
export function isShortUnit(unit: string): boolean {
  return textWidth(unit, 1) <= shortUnit;
}

/** A level without a unit of several letters, where that stands beside it: at the axis of a chart, below a name. */
export function withoutLongUnit(level: string, indicator: Indicator): string {
  const unit = unitText(indicator);
  if (unit === null || isShortUnit(unit)) return level;
  const shown = [unit, oneOf(unit)].find((word) => level.endsWith(word));
  return shown === undefined ? level : level.slice(0, -shown.length).trimEnd();
}

/** Values nearer than this are one value, rounded in different ways on its way here. */
const sameWithin = "1e-15";

/**
 * A value of an indicator with its unit, in the decimals of its row; digits are kept that tell it from the levels of its
 * targets, and the current value from the expected one.
 */
export function levelText(value: Big, row: IndicatorRow, context: ViewContext): string {
  const { places, written, padded } = rowDecimals(row);
  const { figures } = row;
  const isCompared = value === figures.value.value || value === figures.expected.value;
  const decimals = isCompared ? places : written;
  // What the plan states stands as stated; what was seen, as fine as its series: 45%, 23.50%.
  const least = padded && value !== figures.baseline.value ? written : 0;
  const style = { decimals, least, guards: guardsOf(value, row, context) };
  const { speaker } = context;
  return joinUnit(printNumber(value, speaker, style), unitText(row.indicator), speaker);
}

/** The level of a target, which nobody writes with zeros behind it. */
export function targetLevelText(level: Big, row: IndicatorRow, context: ViewContext): string {
  const { speaker } = context;
  const style = { decimals: rowDecimals(row).written, guards: guardsOf(level, row, context) };
  return joinUnit(printNumber(level, speaker, style), unitText(row.indicator), speaker);
}

/** A difference between levels of a row, in their decimals and without unit. */
export function differenceNumber(
  value: Big,
  row: IndicatorRow,
  { speaker }: ViewContext,
  style: NumberStyle = {},
): string {
  const { places, written, padded } = rowDecimals(row);
  return printNumber(value, speaker, { decimals: places, least: padded ? written : 0, ...style });
}

const whole = 100;

/** Levels on whose side a printed value must stay: of the targets, of the method, the other one of value and expected. */
function guardsOf(value: Big, row: IndicatorRow, context: ViewContext): readonly (Big | number)[] {
  const levels = row.targets.flatMap(({ level, upper }) => [level, upper]);
  // An endless quotient must not be told from itself, be it a value or the level that a rate comes to.
  const others = [...levels, row.figures.value.value, row.figures.expected.value].filter(
    (other) => other?.minus(value).abs().gt(sameWithin) === true,
  );
  // What is short of the whole is never printed as the whole.
  const all = unitText(row.indicator) === "%" ? [whole] : [];
  return [...others.filter((limit) => limit !== null), ...all, ...methodLevels(row, context)];
}

/** Methods whose parameters are levels in the indicator's unit. */
const methodsOfLevels: ReadonlySet<string> = new Set(["absolute-bands", "zones"]);

function methodLevels(row: IndicatorRow, context: ViewContext): readonly Big[] {
  if (!methodsOfLevels.has(row.method)) return [];
  const parameters = [...(assessmentOf(row.indicator, context)?.parameters.values() ?? [])];
  return parameters
    .map((given) => parseDecimal(/^[+-]?[\d.]+/.exec(given.value.trim())?.[0] ?? ""))
    .filter((level) => level !== null);
}

/** What a target asks for: as worded in the document where the plan says so, else as written in the plan. */
export function targetText(judged: JudgedTarget, row: IndicatorRow, context: ViewContext): string {
  const { target } = judged;
  return target.wording?.value ?? writtenTarget(judged, row, context);
}

/** What a target asks for as written in the plan, with the level it comes to. */
export function writtenTarget(judged: JudgedTarget, row: IndicatorRow, context: ViewContext): string {
  const { target, level } = judged;
  const { speaker } = context;
  const own = ownText(judged, row.indicator, context);
  if (level === null || isLevelKind(target) || target.kind === "grade" || target.kind === "done") return own;
  const reached = `${relationSign(judged)}${targetLevelText(level, row, context)}`;
  return speaker.chinese ? `${own}（即${reached}）` : `${own} (that is ${reached})`;
}

/** A change with a bound: `≥+3`. */
export const boundedChange = /^\s*(?:[≥≤<>]=?)\s*[+−-]/;

function ownText(judged: JudgedTarget, indicator: Indicator, context: ViewContext): string {
  const { speaker } = context;
  const { target } = judged;
  if (target.kind === "done") return speaker.say({ en: "done", zhHans: "完成" });
  if (target.trend !== null) return speaker.say(directionWords[target.trend.value]);
  if (target.grade !== null) return target.grade.wanted.value;
  if (target.versus !== null) {
    const { indicator: other, relation, margin } = target.versus;
    const than = `${signOf(relation)} ${nameOf(context)(other.value)}`;
    return margin === null || margin.value.value.eq(0) ? than : `${than} ${margin.value.text}`;
  }
  const quantity = target.quantity?.value;
  if (quantity === undefined) return target.stated.value;
  // 下降30%, 增加3个以上: a change has its verb in Chinese, as in the text of the document; ≥+3 reads in no language.
  if ((speaker.chinese || boundedChange.test(quantity.text)) && !isLevelKind(target))
    return proseTarget(target, indicator, speaker, nameOf(context));
  const written = tidySigns(quantity.text, speaker);
  // A bare level is one to reach or to stay below: both are told wherever it is shown.
  const isBare = quantity.relation === null && quantity.soft === null && isLevelKind(target);
  const text = isAll(judged, indicator)
    ? written.replace(/^≥\s*/, "")
    : isBare && /^\d/.test(written)
      ? `${relationSign(judged)}${written}`
      : written;
  return quantity.unit === null && quantity.per === null
    ? joinUnit(text, unitText(indicator), speaker)
    : text;
}

/** A target as the plan writes it, without a sign before all that there is: 100%, not ≥100%. */
export function shortTarget(judged: JudgedTarget, indicator: Indicator): Localized {
  const { en, zhHans } = asWritten(judged);
  if (!isAll(judged, indicator)) return { en, zhHans };
  const bare = (text: string): string => text.replace(/^\s*(?:≥|>=)\s*/, "");
  return { en: bare(en), zhHans: bare(zhHans) };
}

/** All that there is: more than 100% of a share cannot be, so that no sign stands before it. */
function isAll({ target: { quantity, kind }, relation, upper }: JudgedTarget, indicator: Indicator): boolean {
  const most = greatest(indicator);
  return (
    (kind === "reach" || kind === "hold") &&
    relation === ">=" &&
    upper === null &&
    most !== null &&
    quantity?.value.value.eq(most) === true
  );
}

/** Names of indicators by their ids. */
function nameOf({ compilation, speaker }: ViewContext): (id: string) => string {
  return (id) => {
    const item = compilation.index.find("indicator", id);
    return item === undefined ? id : nameText((item as Indicator).name, id, speaker);
  };
}

function isLevelKind({ kind }: Target): boolean {
  return kind === "reach" || kind === "hold" || kind === "total";
}

/** `≥` or `≤` before the level of a target; nothing before a range and before a level that is to be met exactly. */
function relationSign({ relation, upper }: JudgedTarget): string {
  return upper !== null || relation === "=" ? "" : signOf(relation);
}

/** `>=85%`, `5..8` and `4800` as people write them. */
export function tidySigns(text: string, speaker: Speaker): string {
  const tidied = withMinus(
    groupWritten(text, speaker)
      .trim()
      .replace(/^[=＝]\s*/, "")
      .replace(/^\s*>=\s*/, "≥")
      .replace(/^\s*<=\s*/, "≤")
      .replace(/(\d%?)\.\.(?=\d)/, speaker.chinese ? "$1～" : "$1–"),
  );
  return speaker.chinese
    ? inChineseUnits(tidied, speaker.say({ en: points, zhHans: points }))
    : tidied.replace(/(?<=\d)pp\b/g, " pp");
}

const points = "个百分点";

/** Units for machines as a Chinese reader knows them: `+3pp/year` is +3个百分点/年. */
export function inChineseUnits(text: string, pointWord: string = points): string {
  return text
    .replace(/(?<=\d)\s?pp\b/g, pointWord)
    .replace(/ ?\/ ?year\b/g, "/年")
    .replace(/(?<=\d)\s?工作日/g, "个工作日");
}

function signOf(relation: string): string {
  return relation === ">=" ? "≥" : relation === "<=" ? "≤" : relation;
}

/** The day from which a target is to be held; null for other targets. */
export function heldFrom({ target }: JudgedTarget): Day | null {
  return target.kind === "hold" ? (target.from?.value.period?.start ?? null) : null;
}

/** The plan states neither when the target is due nor from when it holds: it counts to the plan's end. */
export function isUndated(judged: JudgedTarget): boolean {
  return judged.assumed && judged.dueOn !== null && heldFrom(judged) === null;
}

/** When a target is due, or from when it holds. A day that the plan does not state is marked; after `join` it is told what it is. */
export function dueText(
  judged: JudgedTarget,
  { labels, speaker }: ViewContext,
  join: string | null = null,
): string {
  const { dueOn, assumed } = judged;
  const start = heldFrom(judged);
  const end = dueOn === null ? null : printShortDay(dueOn, speaker);
  if (start !== null) {
    const from = printShortDay(start, speaker);
    if (end === null || assumed) return speaker.say({ en: `from ${from}`, zhHans: `自${from}起` });
    return speaker.say({ en: `${from} to ${end}`, zhHans: `${from}至${end}` });
  }
  if (end === null) return labels.undated;
  if (!assumed) return end;
  if (join === null) return `${end}${labels.open}${labels.assumedDay}${labels.close}`;
  return speaker.say({ en: `${end}${join}${labels.assumed}`, zhHans: `未注明，按期末${end}计` });
}

/** When a missed target was reached after all; null where it was not. */
export function lateText({ target, reachedLateOn }: JudgedTarget, { speaker }: ViewContext): string | null {
  if (reachedLateOn === null) return null;
  return speaker.say(
    reachedLateWords(reachedLateOn, target.kind === "done", (day) => printShortDay(day, speaker)),
  );
}

/** A value given as text: a plain decimal gets its unit, `true` and `false` their words, a grade stays. */
export function valueWord(value: string, row: IndicatorRow, context: ViewContext): string {
  const { speaker } = context;
  if (value === "true") return speaker.say({ en: "done", zhHans: "已完成" });
  if (value === "false") return speaker.say({ en: "not done", zhHans: "未完成" });
  const decimal = parseDecimal(value);
  return decimal === null ? value : levelText(decimal, row, context);
}
