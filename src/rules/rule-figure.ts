/**
 * The figure in a rule as written: `area >= 80 m²`, `5..8 per 10,000 population`, `volunteers / residents >= 5%`. Shared by the rules that hold norms
 * against figures; not a rule.
 */
import { parseQuantity } from "../plan/parse-quantity.ts";
import type { Quantity } from "../plan/quantity.ts";
import { late } from "../text/late.ts";

/** What a simple rule asks of what; a rule that is a calculation has no such reading. */
export interface RuleFigure {
  /** The name before the comparison and the noun behind `per`, which tell what is counted. */
  readonly subject: string;
  readonly quantity: Quantity;
}

const comparison = late(() => /^([\p{L}_][\p{L}\d_ -]{0,60}?)\s?(>=|<=|>|<|=|≥|≤)\s?(\d[^<>=/]{0,60})$/u);
const division = late(
  () => /^([\p{L}_][\p{L}\d_ -]{0,60}?)\s?(>=|<=|=|≥|≤)\s?([\p{L}_][\p{L}\d_-]{0,39})\s?\/\s?([\d,]{1,12})$/u,
);
/** `volunteers / residents >= 5%` */
const shareOf = late(
  () =>
    /^([\p{L}_][\p{L}\d_-]{0,60}\s?\/\s?[\p{L}_][\p{L}\d_-]{0,60})\s?(>=|<=|>|<|=|≥|≤)\s?(\d[\d.]{0,10}\s?%)$/u,
);
const perNoun = late(() => /^(.{1,30}? per )([\d,]{1,12}) ([\p{L}_-]{1,40})$/u);

/**
 * `workers >= 18 per 10,000 residents`, `workers >= residents / 500`: the noun belongs to the thing asked, the rest is the
 * quantity.
 */
export function readRuleFigure(rule: string): RuleFigure | null {
  const divided = rule.includes("/") ? division().exec(rule) : null;
  if (divided !== null) {
    const [, thing = "", is = "", by = "", many = ""] = divided;
    return readRuleFigure(`${thing.trim()} ${is} 1 per ${many} ${by}`);
  }
  const parts = rule.includes("/") ? shareOf().exec(rule) : null;
  const [, name = "", relation = "", figure = rule] = parts ?? comparison().exec(rule) ?? [];
  const [, count = null, base = "", noun = ""] = perNoun().exec(figure) ?? [];
  const ratio = count === null ? figure : `${count}${grouped(base)} people`;
  // A range is all of what is asked: `coordinators = 2..3`.
  const sign = relation === "=" && ratio.includes("..") ? "" : relation;
  const reading = parseQuantity(`${sign}${ratio}`);
  return reading.ok ? { subject: `${name.trim()} ${noun}`, quantity: reading.quantity } : null;
}

/** What a simple rule asks, without the name that stands before the comparison: `≥80 m²` of `area >= 80 m²`; others as written. */
export function askedBy(rule: string): string {
  const [, , relation = null, figure = ""] = comparison().exec(rule.trim()) ?? [];
  return relation === null ? rule : `${signs[relation] ?? relation}${figure}`;
}

const signs: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤" };

/** `1000` as the reader of quantities knows it: `1,000`. */
function grouped(digits: string): string {
  return digits.replaceAll(",", "").replace(/\B(?=(?:\d{3})+$)/g, ",");
}
