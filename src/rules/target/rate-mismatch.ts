/**
 * A yearly rate leads from the baseline to the target.
 *
 * Looks at: `rate` and `each` over whole years, against the levels to reach at the end of their span. The span starts at
 * the day before it, where the baseline or another level must lie; without a span it starts at the baseline and
 * leads to every level a whole number of years later. Points and amounts add up, percentages multiply. Rate and level may both be rounded
 * to their last stated digit.
 * Reports: the rate; related: the level and the start.
 * Source: DESIGN.md section 4 (a yearly rate that does not lead from baseline to target).
 */
import Big from "big.js";
import { yearsBetween } from "../../plan/days.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Target } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import {
  changeInUnit,
  type Figures,
  figuresOf,
  isPercent,
  type Level,
  statedDay,
  towards,
} from "./levels.ts";
import { contradicts, type Expected, shareOf, slack } from "./precision.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly rate: string;
  readonly start: string;
  readonly years: number;
  readonly expected: string;
  readonly level: string;
  readonly unit: string;
};

export const targetRateMismatch = defineRule<Args>({
  code: "target/rate-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Yearly rate does not lead to the target",
      message: (a) =>
        `${a.id}: ${a.rate} over ${a.years} year${a.years === 1 ? "" : "s"} leads from ${a.start} to ${a.expected}${a.unit}, and the target is ${a.level}`,
      why: "Whoever keeps the yearly rate misses the target, or the rate was never needed.",
      fix: "Correct the rate, the target or the baseline.",
    },
    zhHans: {
      title: "年度增减幅度与目标值不符",
      message: (a) =>
        `指标“${a.name}”：从“${a.start}”起按“${a.rate}”推算，${a.years} 年后为 ${a.expected}${a.unit}，而目标值为“${a.level}”`,
      why: "按年度幅度推进却达不到目标值，或目标值无需这一幅度，两者必有一误。",
      fix: "更正年度幅度、目标值或基期值。",
    },
  },
  check({ plan, report }) {
    for (const figures of figuresOf(plan)) {
      for (const target of figures.indicator.targets) {
        if ((target.kind !== "rate" && target.kind !== "each") || target.quantity === null) continue;
        const { quantity } = target;
        const found = findMismatch(target, quantity.value, figures);
        if (found === null) continue;
        const { level, start, years, expected } = found;
        const related = [
          { span: level.quantity.span, note: { en: "the level to reach", zhHans: "目标值" } },
          { span: start.span, note: { en: "the start", zhHans: "起点" } },
        ];
        const args = {
          id: figures.indicator.id.value,
          name: nameOf(figures.indicator),
          rate: quantity.value.text,
          start: start.text,
          years,
          expected: formatDecimal(expected.value),
          level: level.quantity.value.text,
          unit: figures.unit?.text ?? "",
        };
        report(quantity.span, args, { related, on: figures.indicator });
      }
    }
  },
});

interface Start {
  readonly value: Big;
  readonly on: Day;
  readonly text: string;
  readonly span: Span;
}

interface Mismatch {
  readonly level: Level;
  readonly start: Start;
  readonly years: number;
  readonly expected: Expected;
}

function findMismatch(target: Target, rate: Quantity, figures: Figures): Mismatch | null {
  if ((rate.per !== null && rate.per !== "year") || rate.upper !== null || rate.soft !== null) return null;
  const start = startOf(target, figures);
  const end = statedDay(target);
  if (start === null || (target.over !== null && end === null)) return null;
  for (const level of figures.levels) {
    if (level.target.kind !== "reach") continue;
    const due = statedDay(level.target);
    if (due === null || due <= start.on || (end !== null && due !== end)) continue;
    const years = wholeYears(start.on, due);
    const expected = years === null ? null : expectedAfter(years, start.value, rate, figures);
    if (years !== null && expected !== null && contradicts(level, expected, figures.unit)) {
      return { level, start, years, expected };
    }
  }
  return null;
}

/** The level on the day before the span; without a span, the baseline. */
function startOf(target: Target, { baselines, levels }: Figures): Start | null {
  const opening = target.over?.value.period?.start ?? null;
  if (target.over !== null && opening === null) return null;
  const base = baselines.find((b) => b.on !== null && (opening === null || b.on === opening - 1));
  if (base !== undefined && base.on !== null) {
    return { value: base.value, on: base.on, text: base.quantity.text, span: base.span };
  }
  if (opening === null) return null;
  const level = levels.find((l) => l.target.kind === "reach" && statedDay(l.target) === opening - 1);
  if (level !== undefined) return startAt(level, opening - 1);
  const undated = baselines.find((b) => b.on === null);
  if (undated === undefined) return null;
  return { value: undated.value, on: opening - 1, text: undated.quantity.text, span: undated.span };
}

function startAt(level: Level, on: Day): Start {
  return { value: level.value, on, text: level.quantity.value.text, span: level.quantity.span };
}

/** Most years that are compounded; a longer span is no plan. */
const mostYears = 60;

function wholeYears(from: Day, to: Day): number | null {
  const years = Number(yearsBetween(from, to).toString());
  return Number.isInteger(years) && years > 0 && years <= mostYears ? years : null;
}

function expectedAfter(
  years: number,
  start: Big,
  stated: Quantity,
  { unit, direction }: Figures,
): Expected | null {
  const rate = { ...stated, value: towards(stated.value, stated, direction) };
  const relation = rate.value.lt(0) ? null : rate.relation;
  if (!isPercent(rate.unit)) {
    const step = changeInUnit(rate, unit);
    const half = changeInUnit({ ...rate, value: slack(rate) }, unit);
    if (step === null || half === null) return null;
    return { value: start.plus(step.times(years)), slack: half.times(years), relation };
  }
  const one = new Big(1);
  const share = shareOf(rate);
  const half = shareOf({ ...rate, value: slack(rate) });
  if (isPercent(unit) || share === null || half === null) return null;
  const value = start.times(one.plus(share).pow(years));
  const upper = start.times(one.plus(share).plus(half).pow(years));
  return { value, slack: upper.minus(value).abs(), relation };
}
