/** Numbers as people read them: few digits, never so few that a figure says what is not so. */
import type Big from "big.js";
import type { Speaker } from "../language/speaker.ts";

/** Big.js rounding mode "half to even"; the constructor that names it is not needed here. */
const halfEven = 2;
/** No figure is printed with more decimals than this. */
const mostDecimals = 20;

/** How to print: decimals wanted, and figures that the printed one must stay on the same side of. */
export interface NumberStyle {
  readonly decimals?: number;
  /** Print zeros up to these decimals. */
  readonly least?: number;
  readonly guards?: readonly (Big | number)[];
  /** Print `+` before positive numbers. */
  readonly signed?: boolean;
}

/**
 * Rounds half to even. Digits are added until the rounded figure compares with zero and with each guard as the true one
 * does: 0.9996 does not become 1 where 1 is a band's edge.
 */
export function roundForPeople(value: Big, { decimals = 2, guards = [] }: NumberStyle = {}): Big {
  for (let places = decimals; places < mostDecimals; places++) {
    const rounded = value.round(places, halfEven);
    if (rounded.cmp(0) === value.cmp(0) && guards.every((guard) => rounded.cmp(guard) === value.cmp(guard)))
      return rounded;
  }
  return value.round(mostDecimals, halfEven);
}

/** A number with grouped thousands (four-digit numbers are left together in Chinese) and a true minus, as wide as the plus. */
export function printNumber(value: Big, speaker: Speaker, style: NumberStyle = {}): string {
  const rounded = roundForPeople(value, style);
  const text = groupDigits(padded(rounded.toFixed(), style.least ?? 0), speaker.chinese ? 5 : 4);
  return style.signed === true && value.gt(0) ? `+${text}` : withMinus(text);
}

/** A number with the sign − in place of a hyphen before it, also behind ≥ and the like; days and ranges stay. */
export function withMinus(text: string): string {
  return text.replace(/^(\s*(?:[≥≤<>=]\s*)?)-(?=\d)/, "$1−");
}

/** A share as percent: 0.175 → `17.5%`. Guards are shares. */
export function printShare(share: Big, speaker: Speaker, style: NumberStyle = {}): string {
  const zero = share.times(0);
  const guards = (style.guards ?? [0, 1]).map((guard) => zero.plus(guard).times(100));
  return `${printNumber(share.times(100), speaker, { decimals: 1, ...style, guards })}%`;
}

/**
 * A number with its unit: signs such as % and Chinese units follow directly, as plans write them (5个, 24小时); words after a
 * space in English, and of one thing the word for one: 1 bridge.
 */
export function joinUnit(number: string, unit: string | null, speaker: Speaker): string {
  if (unit === null || unit === "") return number;
  if (speaker.chinese) return /^[A-Za-z]/.test(unit) ? `${number} ${unit}` : `${number}${counted(unit)}`;
  if (/^[%‰°′″\u3400-\u9fff]/.test(unit)) return `${number}${unit}`;
  return `${number} ${/^[+−]?1$/.test(number) ? oneOf(unit) : unit}`;
}

/** A word whose last s is sure to make it a plural: not that of lens, works, series, classes, boxes, batches, potatoes, halves. */
const regularPlural =
  /^(?=.*[aeiou])(?!.*(?:[sux]s|is|as|ies|(?<![ar])ses|gases|[xz]es|[cs]hes|oes|ves|lens|means|news|works|headquarters|crossroads|barracks)$)[a-z][a-z -]{2,}s$/;

/** What one of a unit is called: bridges → bridge, cases per 1,000 children → case per 1,000 children; as it stands where that is not sure. */
export function oneOf(unit: string): string {
  const [counted = "", ...base] = unit.split(" per ");
  const one = counted === "people" ? "person" : regularPlural.test(counted) ? counted.slice(0, -1) : counted;
  return [one, ...base].join(" per ");
}

/** Working days are counted with 个 in Chinese. */
function counted(unit: string): string {
  return unit === "工作日" ? "个工作日" : unit;
}

/** The unit of a difference: points for percents (个百分点), else the unit itself. */
export function differenceUnit(unit: string | null, speaker: Speaker): string | null {
  if (unit === "%") return speaker.say({ en: "pp", zhHans: "个百分点" });
  if (unit === "‰") return speaker.say({ en: "per-mille points", zhHans: "个千分点" });
  return unit;
}

/** A plain decimal with zeros up to a number of decimals. */
function padded(text: string, least: number): string {
  if (least === 0) return text;
  const [whole = "", fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(least, "0")}`;
}

/** The numbers in a text as the plan writes it, grouped as `printNumber` groups them; days (`@ 2027`) stay. */
export function groupWritten(text: string, speaker: Speaker): string {
  const [figures = "", ...times] = text.split("@");
  const grouped = figures.replace(/(?<![\d.,])\d{4,}(?![\d,])/g, (digits) =>
    groupDigits(digits, speaker.chinese ? 5 : 4),
  );
  return [grouped, ...times].join("@");
}

function groupDigits(text: string, leastDigits: number): string {
  const [whole = "", fraction] = text.split(".");
  const digits = whole.replace("-", "");
  const grouped = digits.length < leastDigits ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${whole.startsWith("-") ? "-" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

const leadingNumber = /^([+−-]?\d[\d,]*)(?:\.(\d+))?(?![\d,])/;

/** The texts of a column with as many decimals behind each leading number as the longest has; a text without number stays. */
export function evenDecimals(texts: readonly string[]): readonly string[] {
  const decimals = texts.map((text) => leadingNumber.exec(text)?.[2]?.length ?? 0);
  const most = Math.max(0, ...decimals.filter((count) => count <= mostEven));
  if (most === 0) return texts;
  return texts.map((text) =>
    text.replace(
      leadingNumber,
      (_, whole: string, fraction = "") => `${whole}.${fraction.padEnd(most, "0")}`,
    ),
  );
}

/** Finer figures stand for themselves: a column is not filled with zeros for one of them. */
const mostEven = 3;
