/** Cells of an indicator table: figures, dates, weights, words. What cannot be read is said to be so, never guessed. */

import { toSimplified } from "../plan/chinese-number.ts";
import { daySerial } from "../plan/days.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import { parseRhythm } from "../plan/parse-rhythm.ts";
import { parseTime } from "../plan/parse-time.ts";
import { isMissing } from "../records/missing.ts";
import { isKnownUnit } from "./known-unit.ts";

/** A figure as the format takes it, with the date that stands beside it; `unit` as it stands behind the number. */
export type FigureReading =
  | {
      readonly kind: "level";
      readonly text: string;
      readonly at: string | null;
      readonly unit: string | null;
    }
  | { readonly kind: "change" }
  | { readonly kind: "unread" }
  | { readonly kind: "missing" };

/** Longest text that is read as a figure. */
const longestFigure = 80;

/** Reads a baseline or target: `≥90%`, `不低于90`, `85%（2027年）`, `2027年底达到85%`. */
export function readFigure(text: string): FigureReading {
  if (isBlank(text)) return { kind: "missing" };
  if (text.length > longestFigure) return { kind: "unread" };
  const alone = readLevel(text, null);
  if (alone.kind !== "unread") return alone;
  const behind = /^([^()（）]+)[(（]([^()（）]+)[)）]$/.exec(text);
  if (behind !== null && isDay(behind[2] ?? ""))
    return readLevel((behind[1] ?? "").trim(), (behind[2] ?? "").trim());
  const before = /^(?:到|至|截至)?(\d{4}年(?:底|末|\d{1,2}月底?)?)[，, ]?(.+)$/.exec(text);
  if (before !== null && isDay(before[1] ?? "")) return readLevel((before[2] ?? "").trim(), before[1] ?? "");
  const english =
    /^(.+?) (?:by|in) ((?:end |mid-)?\d{4}(?:-\d{2}){0,2}|[A-Za-z]{3,9} \d{4}|Q[1-4] \d{4})$/.exec(text);
  if (english !== null && isDay(english[2] ?? ""))
    return readLevel((english[1] ?? "").trim(), english[2] ?? "");
  return alone;
}

function readLevel(text: string, at: string | null): FigureReading {
  const reading = parseQuantity(text);
  if (!reading.ok) return { kind: "unread" };
  const { signed, level, per, unit } = reading.quantity;
  // A minus is that of a level; a plus and words such as 增长 state a change.
  const isChange = (signed && !level && !/^[-−－]\s*\d/.test(text)) || per !== null;
  return isChange ? { kind: "change" } : { kind: "level", text, at, unit: unit?.text ?? null };
}

/** True for nothing, and for the signs that say that there is nothing. */
export function isBlank(text: string): boolean {
  return isMissing(text) || /^[/\\／]$/.test(text);
}

export type TimeReading =
  | { readonly kind: "time"; readonly text: string }
  | { readonly kind: "serial"; readonly text: string; readonly day: string }
  | { readonly kind: "unread" };

/** A day, period or span of the calendar; words such as 长期 and days without their year are none. */
export function readDeadline(text: string): TimeReading {
  const day = daySerial(text);
  if (day !== null) return { kind: "serial", text, day };
  const reading = text.length > longestFigure ? null : parseTime(text);
  const isTime = reading?.ok === true && ["calendar", "range"].includes(reading.expression.kind);
  return isTime && /\d{4}/.test(text) ? { kind: "time", text } : { kind: "unread" };
}

function isDay(text: string): boolean {
  const reading = parseTime(text.trim());
  return /\d{4}/.test(text) && reading.ok && reading.expression.kind === "calendar";
}

/** `20%`, `20`, `0.2`, `20分` → what a plan states as weight; null when it is none of these. */
export function readWeight(text: string, unit: string | null): string | null {
  const marks = /^(\d+(?:\.\d+)?) ?分$/.exec(text)?.[1] ?? text;
  const reading = parseQuantity(marks);
  if (!reading.ok) return null;
  const { relation, upper, signed, soft } = reading.quantity;
  if (relation !== null || upper !== null || signed || soft !== null) return null;
  if (reading.quantity.unit === null) return unit === "%" || unit === "％" ? `${marks}%` : marks;
  return reading.quantity.unit.dimension === "percent" ? marks : null;
}

const attributes: ReadonlyMap<string, string> = new Map([
  ...["约束性", "约束", "约束性指标", "binding", "mandatory"].map((word) => [word, "binding"] as const),
  ...["预期性", "预期", "预期性指标", "anticipatory", "indicative"].map(
    (word) => [word, "anticipatory"] as const,
  ),
]);

const directions: ReadonlyMap<string, string> = new Map([
  ...[
    "正向",
    "正向指标",
    "越高越好",
    "上升",
    "提高",
    "增加",
    "increase",
    "up",
    "higher",
    "higher is better",
    "positive",
    "↑",
  ].map((word) => [word, "increase"] as const),
  ...[
    "逆向",
    "逆向指标",
    "负向",
    "负向指标",
    "反向",
    "越低越好",
    "下降",
    "降低",
    "减少",
    "decrease",
    "down",
    "lower",
    "lower is better",
    "negative",
    "↓",
  ].map((word) => [word, "decrease"] as const),
  ...["保持", "保持稳定", "维持", "maintain", "keep"].map((word) => [word, "maintain"] as const),
]);

const performances: readonly (readonly [RegExp, string])[] = [
  [/^(?:产出)?数量(?:指标)?$/, "quantity"],
  [/^(?:产出)?质量(?:指标)?$/, "quality"],
  [/^(?:产出)?时效(?:指标)?$/, "timeliness"],
  [/^(?:经济|社会|生态环境|产出)?成本(?:指标)?$/, "cost"],
  [/^(?:经济|社会|生态|生态环境)?效益(?:指标)?$/, "benefit"],
  [/^(?:服务对象|受益对象)?满意度(?:指标)?$/, "satisfaction"],
];

/** The format's word for 约束性, 预期性; null for others. */
export function attributeOf(text: string): string | null {
  return attributes.get(folded(text)) ?? null;
}

/** The format's word for 正向, 逆向, 保持; null for others. */
export function directionOf(text: string): string | null {
  return directions.get(folded(text)) ?? null;
}

/** The class of a performance table that a group's name states (数量指标 …); null for others. */
export function performanceOf(group: string): string | null {
  return performances.find(([pattern]) => pattern.test(folded(group)))?.[1] ?? null;
}

/** True for a rhythm of reporting (每季度, monthly). */
export function isRhythm(text: string): boolean {
  return parseRhythm(text) !== null;
}

function folded(text: string): string {
  return toSimplified(text).trim().toLowerCase();
}

/** Longest name in which a unit or a role is looked for. */
const longestName = 200;

/** `助餐覆盖率（%）` → the name and its unit; only units that are known are taken out of a name. */
export function nameAndUnit(text: string): { readonly name: string; readonly unit: string | null } {
  const match =
    text.length > longestName ? null : /^(.{1,200}?)\s*[(（](?:单位[:：])?([^()（）]{1,12})[)）]$/.exec(text);
  const unit = match?.[2]?.trim() ?? "";
  return unit !== "" && !/^\d/.test(unit) && isKnownUnit(unit)
    ? { name: match?.[1] ?? text, unit }
    : { name: text, unit: null };
}

/** True for the name of an office, bureau, company: what stands in a column 单位 that is no unit of measurement. */
export function isBody(text: string): boolean {
  return (
    /(?:局|委|办|办公室|厅|部|处|科|中心|街道|镇|乡|公司|医院|学校|大学|委员会|政府|集团|联合会|协会|工会|妇联|团委|法院|检察院|支队|大队)$/.test(
      toSimplified(text),
    ) &&
    [...text].length >= 3 &&
    !isKnownUnit(text)
  );
}

/** Who answers: names, the lead first; `sure` false where nothing but the order says who leads. */
export interface OwnersReading {
  readonly names: readonly string[];
  readonly sure: boolean;
}

const roles: readonly RegExp[] = [
  /^(?:牵头|主责|主办)[^:：]{0,4}[:：](.+?)[;；,，。 ]+(?:配合|协办|参与|协同)[^:：]{0,4}[:：](.+)$/,
  /^(.+?)牵头[,，;；、 ]+(.+?)(?:按职责分工)?(?:配合|参与|协助|协办)$/,
  /^lead:?\s+(.+?)[;,]?\s+(?:partners|support(?:ing)?|with):?\s+(.+)$/i,
];

/** Reads 区民政局牵头，区财政局配合; 区民政局（牵头）、区财政局; a list of names. */
export function readOwners(text: string): OwnersReading {
  const plain = text.replace(/[。.]$/, "").trim();
  for (const role of roles) {
    const match = plain.length > 500 ? null : role.exec(plain);
    const leads = namesIn(match?.[1] ?? "");
    if (match !== null && leads.length > 0)
      return { names: distinct([...leads, ...namesIn(match[2] ?? "")]), sure: leads.length === 1 };
  }
  const mark = /\s*[(（](?:牵头|主责|主办|lead)(?:单位|部门)?[)）]$/i;
  const names = namesIn(plain);
  const marked = names.filter((name) => name.length <= longestName && mark.test(name));
  const clean = names.map((name) => (marked.includes(name) ? name.replace(mark, "") : name));
  const [lead] = marked;
  const first = lead === undefined ? [] : [lead.replace(mark, "")];
  return { names: distinct([...first, ...clean]), sure: clean.length < 2 || marked.length === 1 };
}

/** The names of a list; in Chinese a blank parts names as well (a line break of the cell). */
export function namesIn(text: string): readonly string[] {
  return distinct(
    text
      .split(/[、,，;；/／]|(?<=[\p{Script=Han})）]) +(?=\p{Script=Han})/u)
      .map((name) => name.trim())
      .filter((name) => !isBlank(name)),
  );
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
