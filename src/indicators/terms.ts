/** What an indicator is measured by before any target is looked at: unit, baseline, rhythm, weight, method. */

import Big from "big.js";
import type { ClosedPeriod } from "../plan/days.ts";
import { divide } from "../plan/decimal.ts";
import type { Given } from "../plan/given.ts";
import { itemById } from "../plan/item-by-id.ts";
import { measuredUnit } from "../plan/measured-unit.ts";
import type { Assessment, Direction, Indicator, Plan } from "../plan/plan.ts";
import type { Quantity, Unit } from "../plan/quantity.ts";
import { periodAsked } from "../plan/rhythm.ts";
import type { Day, Frequency, When } from "../plan/time.ts";
import { convert } from "../plan/units.ts";
import type { Span } from "../text/source.ts";
import { plainShare } from "./shares.ts";

/** Days within which a value is due after its period, unless the plan says otherwise (ENGINE.md section 5). */
export const defaultReportDays = 30;

/** Method of an indicator for which the plan names none. */
export const defaultMethod = "linear-pace";

/** The method that is no computation: a person's word (ENGINE.md section 6). */
export const judgementName = "judgement";

const byDefault: Assessment = { method: defaultMethod, parameters: new Map() };

/** A level with the day it was measured on. */
export interface Baseline {
  readonly value: Big;
  /** Null when the plan gives no date and has no start. */
  readonly on: Day | null;
  /** The period it was measured over (a flow's amount of 2025); null when not known. */
  readonly period: ClosedPeriod | null;
  readonly span: Span;
}

export interface Terms {
  readonly indicator: Indicator;
  readonly unit: Unit | null;
  readonly unitText: string | null;
  readonly kind: "level" | "flow" | "running-total";
  /** How entities and reporters combine to a whole; null when the plan does not say. */
  readonly aggregation: string | null;
  readonly direction: Direction | null;
  readonly baseline: Baseline | null;
  /** The plan states no baseline: the first observation serves for it. */
  readonly startsAtFirst: boolean;
  readonly frequency: Frequency | null;
  readonly reportWithinDays: number;
  readonly planStart: Day | null;
  readonly planEnd: Day | null;
  /** Share of the whole plan, 0..1; null when the plan gives no weight. */
  readonly weight: Big | null;
  /** The nearest that is stated: of the indicator, its dimension, the plan; else the default. */
  readonly assessment: Assessment;
  /** The nearest that computes: the same, but where it is a judgement the next one. */
  readonly computedBy: Assessment;
  /** True for a row of one entity: the plan's targets are then not the entity's own. */
  readonly ofEntity: boolean;
}

/** Facts as they were before later revisions; null where nothing has changed. */
export interface FormerFacts {
  readonly baseline: Given<Quantity> | null;
  readonly weight: Given<Quantity> | null;
}

/** Reads the terms of an indicator; statements that the plan repeats count by the first. */
export function termsOf(indicator: Indicator, plan: Plan, former: FormerFacts): Terms {
  const unit = measuredUnit(indicator);
  const planStart = plan.period?.start?.value ?? null;
  const dimension = itemById(plan.dimensions, indicator.dimension?.value);
  const stated = [indicator.assess, dimension?.assess, plan.assess].flatMap((a) => a?.value ?? []);
  return {
    indicator,
    unit,
    unitText: indicator.unit?.text ?? unit?.text ?? null,
    kind: kindOf(indicator),
    aggregation: indicator.aggregation?.value ?? null,
    direction: indicator.direction?.value ?? null,
    baseline: withFormer(baselineOf(indicator, unit, planStart), former.baseline, unit),
    startsAtFirst: false,
    frequency: periodAsked(indicator.frequency[0]?.is ?? null),
    reportWithinDays: indicator.reportWithinDays?.value ?? defaultReportDays,
    planStart,
    planEnd: plan.period?.end?.value ?? null,
    weight: weightShare(former.weight?.value ?? indicator.weight[0]?.is.value),
    assessment: stated[0] ?? byDefault,
    computedBy: stated.find(({ method }) => method !== judgementName) ?? byDefault,
    ofEntity: false,
  };
}

/** A total of an indicator whose kind of value is not stated can only be the sum of a flow. */
function kindOf(indicator: Indicator): Terms["kind"] {
  const { value, origin } = indicator.value;
  if (origin !== "given" && value === "level" && indicator.targets.some((t) => t.kind === "total"))
    return "flow";
  return value;
}

function baselineOf(indicator: Indicator, unit: Unit | null, planStart: Day | null): Baseline | null {
  for (const { is } of indicator.baseline) {
    const value = inUnit(is.value.quantity, unit);
    if (value === null) continue;
    const period = closedPeriod(is.value.at?.value ?? null);
    return { value, on: period?.end ?? (planStart === null ? null : planStart - 1), period, span: is.span };
  }
  return null;
}

function withFormer(
  baseline: Baseline | null,
  former: Given<Quantity> | null,
  unit: Unit | null,
): Baseline | null {
  const value = former === null ? null : inUnit(former.value, unit);
  return baseline === null || former === null || value === null
    ? baseline
    : { ...baseline, value, span: former.span };
}

/** A quantity in the indicator's unit; bare numbers are in it already. Null when the units do not convert. */
export function inUnit(quantity: Quantity, unit: Unit | null): Big | null {
  return convertValue(quantity.value, quantity.unit, unit);
}

/** A point of a custom trajectory is in a unit that does not convert: the way without it would be another way. */
export function hasUnusablePoints({ indicator: { trajectory }, unit }: Terms): boolean {
  if (trajectory?.kind.value !== "custom") return false;
  return trajectory.points.some(({ is }) => inUnit(is.value, unit) === null);
}

/** Upper end of a range in the indicator's unit; null when there is none or the units do not convert. */
export function upperInUnit(quantity: Quantity, unit: Unit | null): Big | null {
  return quantity.upper === null ? null : convertValue(quantity.upper, quantity.unit, unit);
}

/** A value in another unit; as it is where one of the units is not known. Null when they do not convert. */
export function convertValue(value: Big, from: Unit | null, to: Unit | null): Big | null {
  return from === null || to === null || from.key === to.key ? value : convert(value, from, to);
}

/** A dated time with both ends; null otherwise. */
export function closedPeriod(when: When | null): ClosedPeriod | null {
  if (when === null || when.state !== "dated" || when.period === null) return null;
  const { start, end } = when.period;
  return start === null || end === null ? null : { start, end };
}

/** Last day of a time: a period used as a point is its last day. Null when open, undated or unresolved. */
export function lastDay(when: Given<When> | null): Day | null {
  return when?.value.state === "dated" ? (when.value.period?.end ?? null) : null;
}

/** First day of a time. Null when open, undated or unresolved. */
export function firstDay(when: Given<When> | null): Day | null {
  return when?.value.state === "dated" ? (when.value.period?.start ?? null) : null;
}

/** A weight as share: `60%` is 0.6; a bare number above 1, or marks, count of 100. */
function weightShare(quantity: Quantity | undefined): Big | null {
  if (quantity === undefined) return null;
  const share = plainShare(quantity);
  if (share !== null) return share;
  return quantity.value.gt(1) ? divide(quantity.value, new Big(100)) : quantity.value;
}
