/** What an indicator states, beside a figure of a text: values with their days, and the figure in the indicator's unit. Not a rule. */
import type Big from "big.js";
import type { Indicator, Section } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import { convert, isCount } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { type Figures, isPercent, statedDay } from "../target/levels.ts";
import type { TextDate } from "../texts/dates.ts";
import type { TextFigure } from "../texts/figures.ts";

/** The figure in the unit of the indicator; null where it is of another kind. */
export function inUnitOf({ quantity }: TextFigure, unit: Unit | null, indicator: Indicator): Big | null {
  if (quantity.unit === null)
    return unit !== null && (isPercent(unit) || indicator.unit === null) ? null : quantity.value;
  if (unit === null) return null;
  if (
    isCount(unit.dimension) &&
    isCount(quantity.unit.dimension) &&
    unit.dimension !== quantity.unit.dimension
  )
    return null;
  return isHours(quantity.unit) && isHours(unit)
    ? quantity.value
    : convert(quantity.value, quantity.unit, unit);
}

/** An hour of teaching is 学时 to one writer and 课时 to another. */
function isHours({ dimension }: Unit): boolean {
  return dimension === "class-hours" || dimension === "lessons";
}

// 占比2025年达到35% compares with nothing.
const compared =
  /(?:(?<![占之配])比|较|相比于?|与|\b(?:than|over|on|against|compared (?:with|to)) (?:in )?)\s?$/iu;

/** The date nearest to the figure; one behind it where both are as near, in English. */
export function dateOf(
  { at, end }: Pick<TextFigure, "at" | "end">,
  dates: readonly TextDate[],
  sentence: string,
): TextDate | null {
  let best: TextDate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    const isBefore = date.end <= at;
    const between = isBefore ? sentence.slice(date.end, at) : sentence.slice(end, date.at);
    // A date behind the figure belongs to it only where a word joins them.
    if (
      !isBefore &&
      !/^\s?(?:or (?:more|less|fewer|higher|lower|above|below|over|under) )?(?:(?:(?:is|are|will be|shall be|must be|to be) [a-z]{3,14}|open|opens) )?(?:by|in|at|on|until|before|of)? ?(?:the )?(?:end of )?$/iu.test(
        between,
      )
    )
      continue;
    // 比2025年提高23个百分点，达到75%: the year that is compared with is that of another figure.
    if (
      isBefore &&
      !/^的?$/u.test(between) &&
      compared.test(sentence.slice(Math.max(0, date.at - 14), date.at))
    )
      continue;
    const distance = between.length - (isBefore ? 0 : 6);
    if (distance < least) [best, least] = [date, distance];
  }
  return best;
}

/** A value that the plan states of an indicator. */
export interface Stated {
  readonly value: Big;
  readonly high: Big | null;
  readonly shown: string;
  readonly day: number | null;
  /** A level that is due, not a baseline. */
  readonly isLevel: boolean;
  readonly span: Span;
  readonly section: Section["id"] | null;
}

/** Targets, baselines and points of the trajectory, in this order. */
export function statedBy({ indicator, levels, baselines, unit }: Figures): readonly Stated[] {
  const targets = levels.map(({ target, quantity, value }): Stated => {
    const upper = quantity.value.upper;
    return {
      value,
      high: upper === null ? null : convert(upper, quantity.value.unit, unit),
      shown: quantity.value.text.trim(),
      day: target.kind === "hold" ? null : statedDay(target),
      span: target.stated.span,
      section: target.section ?? indicator.section,
      isLevel: true,
    };
  });
  const bases = baselines.map(
    ({ value, on, span, quantity }): Stated => ({
      value,
      high: null,
      shown: (quantity.text.split("@")[0] ?? "").trim(),
      day: on,
      span,
      section: null,
      isLevel: false,
    }),
  );
  const points = (indicator.trajectory?.points ?? []).flatMap(({ is, at }): Stated[] => {
    const value = convert(is.value.value, is.value.unit, unit);
    return value === null
      ? []
      : [
          {
            value,
            high: null,
            shown: is.value.text.trim(),
            day: at.value.period?.end ?? null,
            span: is.span,
            section: null,
            isLevel: true,
          },
        ];
  });
  return [...targets, ...bases, ...points];
}
