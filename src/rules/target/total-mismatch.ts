/**
 * The parts of a total make up the total.
 *
 * Looks at: `total` targets of one indicator, place and scope, with dated spans, and what a flow is to reach in a year. No part asks for more than the whole span
 * does; parts that cover the span without gap or overlap sum to the whole; what is to be held in every year (`hold: ≥1200, every:
 * year`) asks for no more over the whole years of the span than the total does.
 * Reports: the part that is larger (error); the whole, where the sum differs: exact figures are an error, bounds, which
 * leave room, and what is held in every year, a warning. Related: the others.
 * Source: DESIGN.md section 4 (a part larger than its whole; shares that do not sum).
 */
import Big from "big.js";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Given } from "../../plan/given.ts";
import type { Target } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { perYear } from "../../plan/rhythm.ts";
import type { Day } from "../../plan/time.ts";
import { convert } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Figures, figuresOf, isUnresolved } from "./levels.ts";
import { wholeYears } from "./rates.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly whole: string;
  /** The part that is larger than the whole, or the sum of all parts. */
  readonly part: string;
  readonly how: "larger" | "sum" | "yearly";
};

export const targetTotalMismatch = defineRule<Args>({
  code: "target/total-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Parts do not make up the total",
      message: (a) =>
        a.how === "yearly"
          ? `${a.id}: what is asked of every year makes ${a.part} over the span, more than its total, ${a.whole}`
          : a.how === "larger"
            ? `${a.id}: ${a.part} for a part of the span is more than ${a.whole} for all of it`
            : `${a.id}: the parts of the span sum to ${a.part}, the whole is ${a.whole}`,
      why: "When parts and whole differ, it is open which of the figures is owed.",
      fix: "Correct the part or the total.",
    },
    zhHans: {
      title: "分期总量与总量不符",
      message: (a) =>
        a.how === "yearly"
          ? `指标“${a.name}”各年度要求合计 ${a.part}，大于整个期间的总量“${a.whole}”`
          : a.how === "larger"
            ? `指标“${a.name}”的分期总量“${a.part}”大于整个期间的总量“${a.whole}”`
            : `指标“${a.name}”各分期总量合计 ${a.part}，与整个期间的总量“${a.whole}”不符`,
      why: "分期与总量对不上，应完成多少无从认定。",
      fix: "更正分期总量或总量。",
    },
  },
  check({ plan, report }) {
    for (const figures of figuresOf(plan)) {
      const { indicator } = figures;
      const totals = indicator.targets.flatMap((target) => totalOf(target, figures) ?? []);
      const args = { id: indicator.id.value, name: nameOf(indicator) };
      for (const whole of totals) {
        const yearly = yearlyOver(whole, figures);
        if (yearly === null) continue;
        const related = [{ span: yearly.span, note: { en: "every year", zhHans: "每年要求" } }];
        const shown = { whole: whole.given.value.text, part: yearly.sum, how: "yearly" as const };
        report(whole.given.span, { ...args, ...shown }, { related, on: indicator, severity: "warning" });
      }
      if (totals.length < 2) continue;
      for (const whole of totals) {
        if (whole.target.kind !== "total") continue;
        const parts = totals.filter((part) => isPartOf(part, whole));
        const larger = parts.filter((part) => part.value.gt(whole.value));
        for (const { given } of larger) {
          const related = [{ span: whole.given.span, note: { en: "the whole", zhHans: "总量" } }];
          const shown = { whole: whole.given.value.text, part: given.value.text, how: "larger" as const };
          report(given.span, { ...args, ...shown }, { related, on: indicator });
        }
        const sum = larger.length > 0 ? null : sumOfCover(parts, whole);
        if (sum === null || sum.eq(whole.value)) continue;
        const related = parts.map(({ given }) => ({
          span: given.span,
          note: { en: "part", zhHans: "分期" },
        }));
        const shown = { whole: whole.given.value.text, part: formatDecimal(sum), how: "sum" as const };
        const severity = [whole, ...parts].every(isExact) ? "error" : "warning";
        report(whole.given.span, { ...args, ...shown }, { related, on: indicator, severity });
      }
    }
  },
});

interface Total {
  readonly target: Target;
  readonly given: Given<Quantity>;
  /** In the indicator's unit. */
  readonly value: Big;
  readonly start: Day;
  readonly end: Day;
}

function totalOf(target: Target, { unit, indicator }: Figures): Total | null {
  const { kind, quantity, over, by } = target;
  // What a flow reaches in a year is the total of that year.
  const isYear = kind === "reach" && indicator.value.value === "flow" && target.every === null;
  const period = kind === "total" ? over?.value.period : by?.value.period;
  if ((kind !== "total" && !isYear) || quantity === null || period === null || period === undefined)
    return null;
  if (quantity.value.upper !== null || isUnresolved(target)) return null;
  const value = convert(quantity.value.value, quantity.value.unit, unit);
  const { start, end } = period;
  return value === null || start === null || end === null
    ? null
    : { target, given: quantity, value, start, end };
}

/** What a floor of every year asks for over the whole years of a total's span, where that is more than the total; else null. */
function yearlyOver(
  whole: Total,
  { indicator, unit }: Figures,
): { readonly sum: string; readonly span: Span } | null {
  if (whole.target.kind !== "total" || indicator.value.value !== "flow") return null;
  for (const { kind, every, quantity, from, over, place, scope } of indicator.targets) {
    if (
      kind !== "hold" ||
      every === null ||
      perYear(every.value) !== 1 ||
      quantity === null ||
      quantity.value.upper !== null
    )
      continue;
    if (place?.value !== whole.target.place?.value || scope?.value !== whole.target.scope?.value) continue;
    const { relation } = quantity.value;
    const isFloor =
      relation === ">=" ||
      relation === ">" ||
      (relation === null && indicator.direction?.value === "increase");
    const value = isFloor ? convert(quantity.value.value, quantity.value.unit, unit) : null;
    const span = (from ?? over)?.value.period ?? null;
    const start = span?.start ?? null;
    const end = over?.value.period?.end ?? null;
    const first = start === null || start < whole.start ? whole.start : start;
    const last = end === null || end > whole.end ? whole.end : end;
    const years = wholeYears(first - 1, last);
    if (value === null || years === null || years < 1) continue;
    const sum = value.times(years);
    if (sum.lte(whole.value)) continue;
    const terms = `${years} × ${formatDecimal(value)} = ${formatDecimal(sum)}`;
    return { sum: terms, span: quantity.span };
  }
  return null;
}

function isExact({ given }: Total): boolean {
  return (given.value.relation ?? "=") === "=" && given.value.soft === null;
}

function isPartOf(part: Total, whole: Total): boolean {
  if (part === whole || part.start < whole.start || part.end > whole.end) return false;
  if (part.start === whole.start && part.end === whole.end) return false;
  return (
    part.target.place?.value === whole.target.place?.value &&
    part.target.scope?.value === whole.target.scope?.value
  );
}

/** The sum of parts that follow each other over the whole span; null when they leave gaps or overlap. */
function sumOfCover(parts: readonly Total[], whole: Total): Big | null {
  let next = whole.start;
  let sum = new Big(0);
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    if (part.start !== next) return null;
    next = part.end + 1;
    sum = sum.plus(part.value);
  }
  return next === whole.end + 1 ? sum : null;
}
