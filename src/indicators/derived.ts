import { evaluateExpression } from "../expressions/evaluate.ts";
import { type Failure, type Moment, newBudget } from "../expressions/evaluation.ts";
import type { Formula } from "../expressions/formulas.ts";
import { over, toDecimal } from "../expressions/fraction.ts";
import type { Indicator } from "../plan/plan.ts";
import type { Day } from "../plan/time.ts";
import { agrees, baselineOf } from "./derived-baseline.ts";
import { type DerivedOutcome, emptyLog, type Ground, type Job } from "./derived-job.ts";
import { orderOf } from "./derived-order.ts";
import { derivedTrace } from "./derived-trace.ts";
import type { Known } from "./known.ts";
import { operandSeries, type PeriodValue } from "./operand-series.ts";
import { type OperandValues, operandValues, type UsedValue } from "./operand-values.ts";
import { planLevel, type Reading } from "./readings.ts";

export interface Derivation {
  /** The indicators whose values an indicator's own are computed from, in the order of computation, and itself as last. */
  order(indicator: Indicator, isKnown: (indicator: Indicator) => boolean): readonly Indicator[];
  /** What is known of an indicator, with the values that its formula gives. */
  complete(known: Known): Known;
  readonly outcomes: ReadonlyMap<string, DerivedOutcome>;
  /**
   * Why the formula of an indicator gave no value for the plan (null) or an entity although its names have some: the reason of
   * its last failure, or that of a formula that it builds on, `never-together`, or `formula-fault` where it cannot be computed at all;
   * null where it is no formula's doing.
   */
  whySilent(indicator: Indicator, entity: string | null): string | null;
}

/** Prepares the computation of a plan's formulas; `knownOf` gives what was learnt before. */
export function startDerivation(ground: Omit<Ground, "budget">): Derivation {
  const outcomes = new Map<string, DerivedOutcome>();
  const { formulas } = ground.read;
  const own = { ...ground, budget: newBudget() };
  return {
    outcomes,
    whySilent: ({ id }, entity) => whySilent(formulas.get(id.value), outcomes.get(id.value), entity),
    order: (indicator, isKnown) => orderOf(indicator, ground.read, isKnown),
    complete(known) {
      const formula = formulas.get(known.indicator.id.value);
      if (formula === undefined || formula.indicator !== known.indicator || formula.computable === null)
        return known;
      const job: Job = { ground: own, known, formula, computable: formula.computable, ...emptyLog() };
      const completed = completeKnown(job);
      const { disagreements, notComputed } = job;
      const neverTogether = isNeverTogether(job, completed);
      const lacking = operandsOf(formula, own)
        .filter(({ headline }) => headline.length === 0)
        .map(({ indicator }) => indicator.id.value);
      const inherited =
        lacking
          .map((id) => whySilent(formulas.get(id), outcomes.get(id), null))
          .find((reason) => reason !== null) ?? null;
      const outcome = { formula, disagreements, notComputed, neverTogether, lacking, inherited };
      outcomes.set(known.indicator.id.value, outcome);
      return completed;
    },
  };
}

function whySilent(
  formula: Formula | undefined,
  outcome: DerivedOutcome | undefined,
  entity: string | null,
): string | null {
  if (formula === undefined) return null;
  if (outcome === undefined) return "formula-fault";
  const last = outcome.notComputed.findLast((one) => one.entity === entity);
  if (last !== undefined) return last.failure.reason;
  if (outcome.inherited !== null && (entity === null || outcome.inherited === "formula-fault"))
    return outcome.inherited;
  return outcome.neverTogether && entity === null ? "never-together" : null;
}

function completeKnown(job: Job): Known {
  const { known, ground, formula } = job;
  const operands = operandsOf(formula, ground);
  const baseline = baselineOf(job, operands);
  const terms = baseline === null ? known.terms : { ...known.terms, baseline };
  const own = known.observations.has(planLevel) ? known.headline : [];
  const headline = completedReadings(job, own, null);
  const byEntity = new Map(
    entitiesOf(known, operands).map((entity) => [
      entity,
      completedReadings(job, known.byEntity.get(entity) ?? [], entity),
    ]),
  );
  const unsettled = unsettledOf(known, operands);
  if (headline.length === 0) return { ...known, terms, byEntity, unsettled };
  return { ...known, terms, byEntity, headline, unsettled, rolledUp: coverageOf(headline, operands) };
}

/** What the formula is made of cannot be used on a day: neither can what it gives, unless a value is reported for that day. */
function unsettledOf(known: Known, operands: readonly Known[]): Known["unsettled"] {
  if (operands.every(({ unsettled }) => unsettled.size === 0)) return known.unsettled;
  const all = new Map(known.unsettled);
  for (const [entity, days] of operands.flatMap(({ unsettled }) => [...unsettled])) {
    const reported = entity === planLevel ? known.headline : (known.byEntity.get(entity) ?? []);
    // A part of a sum is no value at all: the formula gives none for that day, and may for another.
    const open = days.filter(
      ({ on, reason }) => reason !== "partial-sum" && !reported.some((reading) => reading.on === on),
    );
    if (open.length > 0)
      all.set(
        entity,
        [...(all.get(entity) ?? []), ...open].sort((a, b) => a.on - b.on),
      );
  }
  return all;
}

function operandsOf({ direct }: Formula, { read, knownOf }: Ground): readonly Known[] {
  return direct.flatMap((name) => {
    const named = read.names.find(name);
    const known = named?.kind === "indicator" ? knownOf(named.indicator.id.value) : undefined;
    return known ?? [];
  });
}

/** Entities for which all indicators of the formula have rows; then those with values of the indicator's own. */
function entitiesOf(known: Known, operands: readonly Known[]): readonly string[] {
  const [first, ...others] = operands;
  const shared = [...(first?.byEntity.keys() ?? [])].filter((entity) =>
    others.every(({ byEntity }) => byEntity.has(entity)),
  );
  return [...new Set([...shared, ...known.byEntity.keys()])];
}

/** How far the wholes of the names cover the entities: the least of them. */
function coverageOf(headline: readonly Reading[], operands: readonly Known[]): Known["rolledUp"] {
  const rolled = operands.flatMap(({ rolledUp }) => rolledUp ?? []);
  if (rolled.length === 0) return null;
  const missing = [...new Set(rolled.flatMap(({ coverage }) => coverage.missing))];
  const of = rolled.reduce((most, { coverage }) => Math.max(most, coverage.of), 0);
  const own = [...new Set(rolled.flatMap(({ coverage }) => coverage.own))];
  const coverage = { counted: Math.max(0, of - missing.length), of, missing, own };
  return { readings: headline, coverage, reason: null, partialOn: [] };
}

/** What was reported, and between it what the formula gives, in order of time. */
function completedReadings(job: Job, own: readonly Reading[], entity: string | null): readonly Reading[] {
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
  const readings = (periods.length === 0 ? [moment] : periods).flatMap((period) => period.readings);
  return {
    on: readings.reduce((last, { on }) => Math.max(last, on), readings[0]?.on ?? moment.end),
    start: readings.reduce((first, { start }) => Math.min(first, start), moment.start),
    value,
    provisional: readings.some(({ provisional }) => provisional),
    span: formula.text.span,
    numerator: null,
    denominator: null,
    ...(ground.trace ? derivedTrace(formula, used, moment.end, ground.read.names) : { parts: noParts }),
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
  job.disagreements.push({ entity, reported: value, computed: derived.value, on, span, isBaseline: false });
}

/** All names have values, and there is no period in which all of them do. */
function isNeverTogether({ formula, ground, notComputed }: Job, completed: Known): boolean {
  const operands = operandsOf(formula, ground);
  if (operands.length < 2 || completed.headline.length > 0 || notComputed.length > 0) return false;
  return operands.every(({ headline }) => headline.length > 0);
}
