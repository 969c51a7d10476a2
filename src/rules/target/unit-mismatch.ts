/**
 * Figures of an indicator are in its unit, or convert to it.
 *
 * Looks at: the baselines, levels, totals and absolute changes of every indicator, and the points of its trajectory; a bare number is in the indicator's
 * unit. Without a stated unit the first figure that has one gives it. Percent beside points has a rule of its own.
 * Reports: the value; related: the unit. Where all figures agree with each other, the unit is reported once. A warning
 * where the figure only lacks what the unit counts it over (`5次` for `次/年`), or is counted over another period (`1次/周`
 * for `次/月`): a month has no whole number of weeks, and twelve monthly figures need not make the yearly one.
 * Source: FORMAT.md section 3 (units).
 */
import type { Severity } from "../../diagnostics/diagnostic.ts";
import { divide, formatDecimal } from "../../plan/decimal.ts";
import { isMultipleOfBase } from "../../plan/level-words.ts";
import type { Indicator } from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { yearParts } from "../../plan/rhythm.ts";
import type { RhythmSpan } from "../../plan/time.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import { countUnlikeThings, isCount, sameDimension } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { withoutTime } from "./history.ts";
import { figuresOf, isPercent, isPoints } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** How many figures agree with each other against the unit, when it is the unit that is blamed; else 0. */
  readonly all: number;
  /** It is of the unit, but counted over another time: over which, the unit's own, and what an even pace would make of it. */
  readonly own: RhythmSpan | null;
  readonly per: RhythmSpan | null;
  readonly about: string | null;
};

/** Spans of time in words. */
const spans: Readonly<Record<RhythmSpan, { readonly en: string; readonly zhHans: string }>> = {
  day: { en: "day", zhHans: "日" },
  week: { en: "week", zhHans: "周" },
  month: { en: "month", zhHans: "月" },
  quarter: { en: "quarter", zhHans: "季度" },
  "half-year": { en: "half-year", zhHans: "半年" },
  year: { en: "year", zhHans: "年" },
};

const spanWords: Readonly<Record<string, RhythmSpan>> = {
  日: "day",
  天: "day",
  周: "week",
  月: "month",
  季: "quarter",
  季度: "quarter",
  半年: "half-year",
  年: "year",
};

export const targetUnitMismatch = defineRule<Args>({
  code: "target/unit-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Wrong unit",
      message: (a) =>
        a.all > 0
          ? `${a.id}: the unit is ${a.unit}, but none of its figures is (${a.all} in all, such as ${a.value})`
          : a.own !== null && a.per !== null
            ? `${a.id}: ${a.value} is per ${spans[a.own].en}, while the indicator's unit, ${a.unit}, is per ${spans[a.per].en} (spread evenly about ${a.about})`
            : `${a.id}: ${a.value} does not convert to the indicator's unit, ${a.unit}`,
      why: "Figures in different units cannot be compared.",
      fix: "State the figure in the indicator's unit, or correct the unit.",
    },
    zhHans: {
      title: "计量单位不符",
      message: (a) =>
        a.all > 0
          ? `指标“${a.name}”的计量单位为“${a.unit}”，而其 ${a.all} 个数值（如“${a.value}”）均与之不符`
          : a.own !== null && a.per !== null
            ? `指标“${a.name}”的“${a.value}”按${spans[a.own].zhHans}计，而计量单位“${a.unit}”按${spans[a.per].zhHans}计（平均折合约“${a.about}”），不能直接比较`
            : `指标“${a.name}”的“${a.value}”与其计量单位“${a.unit}”不符，且无法换算`,
      why: "计量单位不同的数值无法比较。",
      fix: "按指标的计量单位填写数值，或更正计量单位。",
    },
  },
  check({ plan, report }) {
    for (const { indicator, unit } of figuresOf(plan)) {
      if (unit === null) continue;
      const figures = statedFigures(indicator);
      const common = { id: indicator.id.value, name: nameOf(indicator), unit: unit.text };
      const odd = figures.filter(({ quantity }) => misfit(quantity, unit) === "error");
      const [first, ...others] = odd;
      if (indicator.unit !== null && first !== undefined && others.length > 0 && areAlike(odd, figures)) {
        const related = odd.map(({ span }) => ({
          span,
          note: { en: "in another unit", zhHans: "计量单位不同" },
        }));
        const args = { ...common, value: withoutTime(first.quantity.text), all: odd.length, ...noPeriod };
        report(indicator.unit.span, args, { related, on: indicator });
        continue;
      }
      for (const { span, quantity } of figures) {
        const severity = misfit(quantity, unit);
        if (severity === null) continue;
        const related =
          indicator.unit === null
            ? []
            : [{ span: indicator.unit.span, note: { en: "unit", zhHans: "计量单位" } }];
        const period = otherPeriod(quantity, unit) ?? noPeriod;
        report(
          span,
          { ...common, value: withoutTime(quantity.text), all: 0, ...period },
          { severity, related, on: indicator },
        );
      }
    }
  },
});

/** Every figure that has a unit is odd, and all are in units that convert: then the stated unit is the slip. */
function areAlike(odd: readonly StatedFigure[], figures: readonly StatedFigure[]): boolean {
  const [first] = odd;
  return (
    first !== undefined &&
    figures.every(({ quantity }) => quantity.unit === null || odd.some((o) => o.quantity === quantity)) &&
    odd.every(({ quantity: { unit } }) => isAlike(unit, first.quantity.unit))
  );
}

/** 86.5% and +4个百分点 speak of one share. */
function isAlike(a: Unit | null, b: Unit | null): boolean {
  return sameDimension(a, b) || (a !== null && b !== null && isShare(a) && isShare(b));
}

interface StatedFigure {
  readonly span: Span;
  readonly quantity: Quantity;
}

function statedFigures(indicator: Indicator): readonly StatedFigure[] {
  const baselines = indicator.baseline.map(({ is }) => ({ span: is.span, quantity: is.value.quantity }));
  const targets = indicator.targets.flatMap(({ kind, quantity }) => {
    const isAbsolute = kind === "reach" || kind === "hold" || kind === "total" || kind === "change";
    if (quantity !== null && indicator.baseline.length > 0 && kind === "reach") {
      if (isMultipleOfBase(quantity.value, indicator.unit?.value ?? null)) return [];
    }
    return quantity !== null && isAbsolute ? [{ span: quantity.span, quantity: quantity.value }] : [];
  });
  const points = (indicator.trajectory?.points ?? []).map(({ is }) => ({
    span: is.span,
    quantity: is.value,
  }));
  return [...baselines, ...targets, ...points];
}

const perPeriod = /^(.+)\/([日天周月季年]|季度|半年)$/;
const noPeriod = { own: null, per: null, about: null };

/**
 * How badly a figure's unit fits; null when it fits. `5次` for `次/年` lacks what the figure is counted over: it can be
 * guessed, and the engine does not guess.
 */
function misfit({ unit: own }: Quantity, unit: Unit): Severity | null {
  if (countUnlikeThings(own, unit)) return "error";
  if (own === null || sameDimension(own, unit) || (isShare(own) && isShare(unit))) return null;
  if (spansOf(own, unit) !== null) return "warning";
  const numerator = isCount(own.dimension) ? "count" : own.dimension;
  return unit.dimension.startsWith(`${numerator}/`) ? "warning" : "error";
}

/** 次/周 for 次/月: one thing, counted over another time; the two times, null for anything else. */
function spansOf(
  own: Unit | null,
  unit: Unit,
): { readonly own: RhythmSpan; readonly per: RhythmSpan } | null {
  const [, ofOwn, span = ""] = own === null ? [] : (perPeriod.exec(own.dimension) ?? []);
  const [, ofUnit, other = ""] = perPeriod.exec(unit.dimension) ?? [];
  const [a, b] = [spanWords[span], spanWords[other]];
  return ofOwn === undefined || ofOwn !== ofUnit || a === undefined || b === undefined
    ? null
    : { own: a, per: b };
}

/** The figure over the time of the unit, to two decimals. */
function otherPeriod({ value, unit: own }: Quantity, unit: Unit): Pick<Args, "own" | "per" | "about"> | null {
  const both = spansOf(own, unit);
  if (both === null || own === null) return null;
  const inYear = value.times(own.factor).times(yearParts[both.own]);
  const about = divide(inYear, unit.factor.times(yearParts[both.per]));
  return { ...both, about: `${formatDecimal(about.round(2))}${unitBehind(unit.text)}` };
}

function isShare(unit: Unit): boolean {
  return isPercent(unit) || isPoints(unit);
}
