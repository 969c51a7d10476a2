/** Where a formula finds its values: readings of indicators, facts of entities, figures of mechanisms, time that has passed. */
import Big from "big.js";
import type { Moment, Values, WhyNot } from "../expressions/evaluation.ts";
import type { Formula } from "../expressions/formulas.ts";
import { type Fraction, over, plus, whole } from "../expressions/fraction.ts";
import type { Named, PlanNames } from "../expressions/names.ts";
import { periodContaining } from "../plan/days.ts";
import { itemById } from "../plan/item-by-id.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import type { Entity, Plan } from "../plan/plan.ts";
import { whyNeverSummed } from "../plan/summable.ts";
import type { Day, Frequency } from "../plan/time.ts";
import { convert } from "../plan/units.ts";
import type { Span } from "../text/source.ts";
import type { Known } from "./known.ts";
import { inBase, type OperandSeries, operandSeries, type PeriodValue } from "./operand-series.ts";

/** A value that went into a result, for the trace. */
export interface UsedValue {
  readonly name: string;
  readonly period: PeriodValue | null;
  readonly value: Fraction;
  /** Place of what is no observation (a fact, a figure); null for one that has readings. */
  readonly span: Span | null;
}

export interface OperandValues extends Values {
  /** Series of a name that stands for an indicator; undefined for others. */
  seriesOf(name: string): OperandSeries | undefined;
  /** Called with every value that is read, while a trace is wanted. */
  use: ((used: UsedValue) => void) | null;
}

export interface ValuesOf {
  readonly plan: Plan;
  readonly names: PlanNames;
  readonly formula: Formula;
  /** Rhythm of the derived indicator. */
  readonly frequency: Frequency | null;
  /** Null for the plan itself. */
  readonly entity: string | null;
  readonly knownOf: (id: string) => Known | undefined;
}

/** The values of a formula's names, for the plan or one entity. */
export function operandValues(of: ValuesOf): OperandValues {
  const { plan, names, formula, frequency } = of;
  const series = new Map<string, OperandSeries>();
  const constants = new Map<string, Constant>();
  for (const name of formula.names) {
    const named = names.find(name);
    if (named?.kind === "indicator") series.set(name, seriesOf(named, of));
    else if (named !== undefined) constants.set(name, constantOf(named, of));
  }
  const values: OperandValues = {
    start: plan.period?.start?.value ?? null,
    use: null,
    seriesOf: (name) => series.get(name),
    valueAt(name, moment) {
      const own = series.get(name);
      if (own !== undefined) return used(values, name, own.byEnd.get(moment.end));
      return constantAt(values, name, constants.get(name), moment, plan);
    },
    latestAt(name, moment) {
      const own = series.get(name);
      if (own === undefined) return constantAt(values, name, constants.get(name), moment, plan);
      return used(values, name, lastPeriodUpTo(own.periods, moment.end));
    },
    momentsUpTo: (refs, moment) =>
      momentsUpTo(
        refs.flatMap((name) => series.get(name) ?? []),
        moment.end,
      ),
    before(refs, moment) {
      if (frequency !== null) return periodContaining(moment.start - 1, frequency);
      return (
        momentsUpTo(
          refs.flatMap((name) => series.get(name) ?? []),
          moment.start - 1,
        ).at(-1) ?? null
      );
    },
  };
  return values;
}

function used(
  values: OperandValues,
  name: string,
  period: PeriodValue | null | undefined,
): Fraction | WhyNot {
  if (period === null || period === undefined) return "no-observation";
  values.use?.({ name, period, value: period.value, span: null });
  return period.value;
}

function seriesOf(
  named: Named & { kind: "indicator" },
  { entity, knownOf, frequency }: ValuesOf,
): OperandSeries {
  const known = knownOf(named.indicator.id.value);
  const readings = entity === null ? known?.headline : known?.byEntity.get(entity);
  return operandSeries(readings ?? [], known?.terms.kind ?? "level", named.unit, frequency);
}

function momentsUpTo(all: readonly OperandSeries[], day: Day): readonly Moment[] {
  const [only, second] = all;
  if (only === undefined) return [];
  if (second === undefined) return only.periods.slice(0, countUpTo(only.periods, day));
  const byEnd = new Map<Day, Moment>();
  for (const { periods } of all) {
    for (const period of periods)
      if (period.end <= day && !byEnd.has(period.end)) byEnd.set(period.end, period);
  }
  return [...byEnd.values()].sort((a, b) => a.end - b.end);
}

function lastPeriodUpTo(periods: readonly PeriodValue[], day: Day): PeriodValue | undefined {
  return periods[countUpTo(periods, day) - 1];
}

/** How many periods end on or before a day. */
function countUpTo(periods: readonly Moment[], day: Day): number {
  let low = 0;
  let high = periods.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.end ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands for all periods; `elapsed` alone grows with them. */
type Constant = { readonly value: Fraction; readonly span: Span | null } | "elapsed" | WhyNot;

function constantOf(named: Named, { plan, entity }: ValuesOf): Constant {
  if (named.kind === "elapsed") return "elapsed";
  if (named.kind === "figure")
    return { value: inBase(named.value.value.value, named.unit), span: named.value.span };
  return named.kind === "fact" ? factOf(named, plan, entity) : "not-a-figure";
}

function constantAt(
  values: OperandValues,
  name: string,
  constant: Constant | undefined,
  moment: Moment,
  plan: Plan,
): Fraction | WhyNot {
  if (constant === undefined) return "no-observation";
  if (typeof constant === "string" && constant !== "elapsed") return constant;
  const value = constant === "elapsed" ? elapsedAt(moment.end, plan) : constant.value;
  if (typeof value === "string") return value;
  values.use?.({ name, period: null, value, span: constant === "elapsed" ? null : constant.span });
  return value;
}

function elapsedAt(day: Day, { period }: Plan): Fraction | WhyNot {
  const [start, end] = [period?.start?.value, period?.end?.value];
  if (start === undefined || end === undefined || end < start) return "no-observation";
  const length = end - start + 1;
  const passed = Math.min(Math.max(day - start + 1, 0), length);
  return over(whole(new Big(passed)), whole(new Big(length)));
}

/** The fact of an entity; of the plan the sum over its lowest entities, which must all state it. */
function factOf(named: Named & { kind: "fact" }, plan: Plan, entity: string | null): Constant {
  if (entity !== null) {
    const own = itemById(plan.entities, entity);
    return own === undefined ? "no-observation" : ownFact(named, own);
  }
  if (whyNeverSummed(named.unit) !== null) return "not-a-figure";
  const parents = new Set(plan.entities.flatMap(({ parent }) => (parent === null ? [] : [parent.value])));
  let sum: { value: Fraction; span: Span | null } | null = null;
  for (const one of plan.entities) {
    if (parents.has(one.id.value)) continue;
    const own = ownFact(named, one);
    if (typeof own === "string") return own;
    sum = sum === null ? own : { value: plus(sum.value, own.value), span: null };
  }
  return sum ?? "no-observation";
}

function ownFact(
  { fact, unit }: Named & { kind: "fact" },
  { facts }: Entity,
): { readonly value: Fraction; readonly span: Span } | WhyNot {
  const written = facts.get(fact);
  if (written === undefined || written.value.trim() === "") return "no-observation";
  const reading = parseQuantity(written.value);
  if (!reading.ok || reading.quantity.upper !== null) return "not-a-figure";
  const { quantity } = reading;
  const value = quantity.unit === null ? quantity.value : convert(quantity.value, quantity.unit, unit);
  return value === null ? "not-a-figure" : { value: inBase(value, unit), span: written.span };
}
