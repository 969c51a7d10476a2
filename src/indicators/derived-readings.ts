/** The values that a formula gives for the plan or an entity, period after period, beside those that were reported. */
import type Big from "big.js";
import { evaluateExpression } from "../expressions/evaluate.ts";
import type { Failure, Moment } from "../expressions/evaluation.ts";
import type { Formula } from "../expressions/formulas.ts";
import { over, toDecimal } from "../expressions/fraction.ts";
import type { Day } from "../plan/time.ts";
import { agrees } from "./derived-baseline.ts";
import type { Job } from "./derived-job.ts";
import { derivedTrace } from "./derived-trace.ts";
import { operandSeries, type PeriodValue } from "./operand-series.ts";
import { type OperandValues, operandValues, type UsedValue } from "./operand-values.ts";
import type { Reading } from "./readings.ts";

/**
 * What was reported (`own`), and between it what the formula gives, in order of time; `entity` null for the plan. Notes in
 * the job what could not be computed and which reported values disagree.
 */
export function completedReadings(
  job: Job,
  own: readonly Reading[],
  entity: string | null,
): readonly Reading[] {
  const { known, formula, ground } = job;
  const { frequency, kind } = known.terms;
  const { plan, read, knownOf } = ground;
  const values = operandValues({ plan, names: read.names, formula, frequency, entity, knownOf });
  const reported = operandSeries(own, kind, null, frequency).byEnd;
  const readings = [...own];
  for (const moment of momentsOf(formula, values)) {
    const derived = derivedAt(job, moment, values, entity);
    const before = reported.get(moment.end);
    if (before === undefined) {
      if (derived !== null) readings.push(derived);
    } else if (derived !== null) compareWith(job, before, derived, entity);
  }
  return readings.sort((a, b) => a.on - b.on || a.start - b.start);
}

/** Periods in which all names have a value that must have one; any name's where none must. */
function momentsOf({ direct, names }: Formula, values: OperandValues): readonly PeriodValue[] {
  const series = direct.flatMap((name) => values.seriesOf(name) ?? []);
  const [first, ...others] = series;
  if (first !== undefined)
    return first.periods.filter(({ end }) => others.every(({ byEnd }) => byEnd.has(end)));
  const byEnd = new Map<Day, PeriodValue>();
  for (const name of names)
    for (const period of values.seriesOf(name)?.periods ?? []) byEnd.set(period.end, period);
  return [...byEnd.values()].sort((a, b) => a.end - b.end);
}

function derivedAt(
  job: Job,
  moment: PeriodValue,
  values: OperandValues,
  entity: string | null,
): Reading | null {
  const { ground, formula, computable } = job;
  const periods = formula.direct.flatMap((name) => values.seriesOf(name)?.byEnd.get(moment.end) ?? []);
  const used: UsedValue[] = [];
  values.use = ground.trace ? (one) => used.push(one) : null;
  const { tree, checked, factor } = computable;
  const result = areAlike(periods)
    ? evaluateExpression(tree, moment, { checked, values, budget: ground.budget })
    : ({ ok: false, reason: "different-periods", at: tree } as const);
  if (!result.ok) {
    const isMissing = result.reason === "no-observation" || result.reason === "no-earlier-value";
    if (!isMissing)
      job.notComputed.push({
        entity,
        on: moment.end,
        failure: result,
        span: spanOf(job, result, values, moment),
      });
    return null;
  }
  if (typeof result.value === "boolean") return null;
  const value = toDecimal(over(result.value, factor));
  if (isBeyondMeasure(value)) {
    const failure: Failure = { ok: false, reason: "too-large", at: tree };
    job.notComputed.push({ entity, on: moment.end, failure, span: null });
    return null;
  }
  const parts = ground.trace
    ? derivedTrace(formula, used, moment.end, ground.read.names)
    : { parts: noParts };
  const { on, start, provisional } = datesOf(periods.length === 0 ? [moment] : periods, moment);
  return {
    on,
    start,
    value,
    provisional,
    span: formula.text.span,
    numerator: null,
    denominator: null,
    ...parts,
  };
}

/** From the first to the last day on which the values were read from which one is computed. */
function datesOf(
  periods: readonly PeriodValue[],
  { start, end }: Moment,
): Pick<Reading, "on" | "start" | "provisional"> {
  const readings = periods.flatMap((period) => period.readings);
  return {
    on: readings.reduce((last, { on }) => Math.max(last, on), readings[0]?.on ?? end),
    start: readings.reduce((first, one) => Math.min(first, one.start), start),
    provisional: readings.some(({ provisional }) => provisional),
  };
}

/** What no plan may state (`parseDecimal`), no formula gives either. */
const largestPower = 100;

function isBeyondMeasure(value: Big): boolean {
  return !value.eq(0) && Math.abs(value.e) > largestPower;
}

const noParts: Reading["parts"] = [];

/** Amounts of a month are not divided by amounts of a quarter. */
function areAlike(periods: readonly PeriodValue[]): boolean {
  const lengths = periods.flatMap(({ covers }) => covers ?? []);
  return lengths.every((days) => days === lengths[0]);
}

function spanOf(job: Job, { at }: Failure, values: OperandValues, moment: Moment): Reading["span"] | null {
  const name = job.computable.checked.operands.get(at);
  const period = name === undefined ? undefined : values.seriesOf(name)?.byEnd.get(moment.end);
  return period?.readings.at(-1)?.span ?? null;
}

function compareWith(job: Job, reported: PeriodValue, derived: Reading, entity: string | null): void {
  const own = reported.readings.at(-1);
  const value = toDecimal(reported.value);
  if (own === undefined || agrees(value, derived.value)) return;
  const { span, on } = own;
  job.disagreements.push({
    entity,
    reported: value,
    computed: derived.value,
    on,
    span,
    isBaseline: false,
    from: [],
  });
}
