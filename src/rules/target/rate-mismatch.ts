/**
 * A yearly rate leads from the baseline to the target.
 *
 * Looks at: `rate` and `each`, against the levels to reach, the changes, the relative changes, changes over a span (`compound`) and the
 * totals of single years of a flow, at the end of their span; what is asked in each year also against weaker levels within it. A
 * percentage whose years merely add up to the relative change agrees with it. The span starts at
 * the day before it, where the baseline or another level lies; else with the latest baseline of the year before, and then a level is told only
 * where a year more of the rate does not explain it either (and a year less, for an error); without a span it starts at the baseline and
 * leads to every level a whole number of years later. Levels and starts that stand under another name of the quantity
 * (`same-as`) count. Points and amounts add up, percentages multiply. Over years that are not whole a level is told only where
 * neither the years begun nor those completed lead to it. Rate and level may both be rounded to their last
 * stated digit; a start that is itself a bound (`<20%`) leads to a bound.
 * Reports: the rate; related: the levels and the start. A start that speaks of another place or group is a warning; a note is a
 * least rate (≥10% a year) that leaves more than a tenth of the way to the level open.
 * Source: DESIGN.md section 4 (a yearly rate that does not lead from baseline to target).
 */
import Big from "big.js";
import { divide, formatDecimal } from "../../plan/decimal.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import { boundWords } from "../bound-words.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Figures, figuresOf, isPercent, type Level } from "./levels.ts";
import { findMismatch, type Mismatch } from "./rate-gap.ts";
import { withTwins } from "./twins.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly rate: string;
  readonly years: number;
  /** `32 + 2 × 5 = 42`, in the unit. */
  readonly working: string;
  /** `<` where the start is below what is stated, and so the result; null for exact ones. */
  readonly bound: string | null;
  readonly level: string;
  readonly unit: string;
  /** The yearly step that would lead to the level; null where percentages multiply. */
  readonly needed: string | null;
  /** A start that is itself a bound, or a level to be exceeded, needs more or less than that step; null for exact ones. */
  readonly than: "more" | "less" | null;
  /** The step is in points of a share, else in the unit. */
  readonly points: boolean;
};

const thans = { more: "more than ", less: "less than " };

export const targetRateMismatch = defineRule<Args>({
  code: "target/rate-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Yearly rate does not lead to the target",
      message: (a) =>
        `${a.id}: ${a.rate} over ${a.years} year${a.years === 1 ? "" : "s"} gives ${boundWords(a.bound).en}${a.working}${a.unit}, and the target is ${a.level}${a.needed === null ? "" : ` (${a.than === null ? "" : thans[a.than]}${a.needed}${a.points ? "pp" : a.unit} a year would be needed)`}`,
      why: "Whoever keeps the yearly rate misses the target, or the rate was never needed.",
      fix: "Correct the rate, the target or the baseline.",
    },
    zhHans: {
      title: "年度增减幅度与目标值不符",
      message: (a) =>
        `指标“${a.name}”：按“${a.rate}”推算，${a.years} 年后${boundWords(a.bound).zhHans || "为"}“${a.working}${a.unit}”，而目标值为“${a.level}”${a.needed === null ? "" : `（达到目标值须${neededWords(a.needed, a)}）`}`,
      why: "按年度幅度推进却达不到目标值，或目标值无需这一幅度，两者必有一误。",
      fix: "更正年度幅度、目标值或基期值。",
    },
  },
  check({ plan, report }) {
    for (const own of figuresOf(plan)) {
      let joined: Figures | null = null;
      for (const target of own.indicator.targets) {
        if ((target.kind !== "rate" && target.kind !== "each") || target.quantity === null) continue;
        const { quantity } = target;
        joined ??= withTwins(own, plan);
        const found = findMismatch(target, quantity.value, joined);
        if (found === null) continue;
        const { start, levels } = found;
        const related = [
          ...levels.map((level) => ({
            span: level.quantity.span,
            note: { en: "the level to reach", zhHans: "目标值" },
          })),
          { span: start.span, note: { en: "the start", zhHans: "起点" } },
        ];
        const severity = found.isFloor ? "info" : start.narrowed || found.isNear ? "warning" : "error";
        report(quantity.span, argsOf(quantity.value, found, joined), {
          related,
          on: own.indicator,
          severity,
        });
      }
    }
  },
});

/** 每年提高 9 个百分点, 每年减少 3 人: a step with its sign. */
function neededWords(needed: string, { points, unit, than }: Args): string {
  const isFall = /^[-−]/.test(needed);
  const [more, less] = points ? ["提高", "降低"] : ["增加", "减少"];
  // Above a fall of five is a smaller fall.
  const beyond = than === null ? "" : (than === "more") === isFall ? "不到" : "超过";
  const amount = `${needed.replace(/^[-−+]/, "")} ${points ? "个百分点" : unit.trim()}`.trim();
  return `每年${isFall ? less : more}${beyond} ${amount}`;
}

function argsOf(
  rate: Quantity,
  { start, years, expected, first }: Mismatch,
  { indicator, unit }: Figures,
): Args {
  const result = formatDecimal(expected.value.round(4));
  const from = formatDecimal(start.value);
  const { step } = expected;
  const sign = step?.lt(0) === true ? "−" : "+";
  const times = years === 1 ? "" : `${years} × `;
  const growth = years === 1 ? "" : `^${years}`;
  const working =
    step === null
      ? `${from} × (1 ${expected.value.lt(start.value) ? "−" : "+"} ${formatDecimal(rate.value.abs())}${rate.unit?.text ?? ""})${growth} = ${result}`
      : `${from} ${sign} ${times}${formatDecimal(step.abs())} = ${result}`;
  return {
    id: indicator.id.value,
    name: nameOf(indicator),
    rate: rate.text,
    years,
    working,
    bound: start.bound,
    level: shownLevel(first, unit),
    unit: unitBehind(unit?.text ?? null),
    points: isPercent(unit),
    needed: step === null ? null : signed(divide(first.value.minus(start.value), new Big(years))),
    than: step === null ? null : thanOf(start.bound, first),
  };
}

/** From below a stated start, or to beyond a level, a larger rise (a smaller fall) is needed than between the two figures. */
function thanOf(bound: string | null, { quantity, value: level }: Level): Args["than"] {
  if (level.eq(0)) return null;
  const { relation } = quantity.value;
  const isHigher = bound === "<" || relation === ">";
  const isLower = bound === ">" || relation === "<";
  return isHigher === isLower ? null : isHigher ? "more" : "less";
}

/** A change is shown with the level that it asks for. */
function shownLevel({ target, quantity, value }: Level, unit: Unit | null): string {
  const { text } = quantity.value;
  return target.kind === "relative" || target.kind === "change" || target.kind === "compound"
    ? `${text} = ${formatDecimal(value.round(4))}${unitBehind(unit?.text ?? null)}`
    : text;
}

function signed(value: Big): string {
  const rounded = value.round(2);
  return `${rounded.gt(0) ? "+" : ""}${formatDecimal(rounded)}`;
}
