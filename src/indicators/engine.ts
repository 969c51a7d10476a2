/**
 * The indicator engine: plan, records and a day in; where every indicator stands out (ENGINE.md). Pure: the same input
 * gives the same results; nothing dated or reported after the day is seen.
 */
import type { Indicator, Plan, Target } from "../plan/plan.ts";
import type { PlanIndex } from "../plan/plan-index.ts";
import type { Day } from "../plan/time.ts";
import type { Records } from "../records/records.ts";
import { type FigureMaker, figureMaker } from "./figures.ts";
import { governingTarget, pull } from "./govern.ts";
import type { Evidence } from "./judge-target.ts";
import {
  type ObservationsByEntity,
  planLevel,
  type Reading,
  readingsOf,
  seenObservations,
  wordsOf,
} from "./readings.ts";
import { resolveTargets } from "./resolve-target.ts";
import { hasLevel } from "./resolved-target.ts";
import type { IndicatorResults, IndicatorRow } from "./results.ts";
import { targetsOn } from "./revisions.ts";
import { type RolledUp, rollUp } from "./roll-up.ts";
import { makeRow, withStatusOf } from "./row.ts";
import { isPercent } from "./shares.ts";
import { worstOf } from "./status.ts";
import { sumUp, sumUpDimensions, type WeighedRow } from "./summary.ts";
import { type Terms, termsOf } from "./terms.ts";

export interface EngineInput {
  readonly plan: Plan;
  readonly index: PlanIndex;
  readonly records: Records;
  readonly asOf: Day;
  /** Formulas and inputs of every figure, for `plan explain`; false leaves them empty. */
  readonly trace?: boolean;
}

/** Evaluates all indicators of a plan. */
export function evaluate(input: EngineInput): IndicatorResults {
  const evaluation = startEvaluation(input);
  const weighed: WeighedRow[] = [];
  const rows: IndicatorRow[] = [];
  let skipped = 0;
  for (const indicator of input.plan.indicators) {
    const own = rowsOf(indicator, evaluation);
    rows.push(...own.rows);
    if (indicator.role?.value === "context") skipped += 1;
    else if (own.rows[0] !== undefined) weighed.push({ row: own.rows[0], weight: own.weight });
  }
  return {
    asOf: input.asOf,
    rows,
    dimensions: sumUpDimensions(input.plan, weighed),
    plan: sumUp(null, weighed),
    skipped,
  };
}

/** What is known of one indicator, found once: `versus` asks for the values of others. */
interface Known {
  readonly indicator: Indicator;
  readonly terms: Terms;
  readonly observations: ObservationsByEntity;
  /** Entities that observations name, with their values. */
  readonly byEntity: ReadonlyMap<string, readonly Reading[]>;
  /** Set when the indicator has no observations of its own but entities have. */
  readonly rolledUp: RolledUp | null;
  readonly headline: readonly Reading[];
}

interface Evaluation {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly make: FigureMaker;
  knownOf(indicator: Indicator): Known;
  find(id: string): Indicator | undefined;
}

function startEvaluation({ plan, index, records, asOf, trace = false }: EngineInput): Evaluation {
  const seen = seenObservations(records, asOf);
  const cache = new Map<Indicator, Known>();
  return {
    plan,
    asOf,
    make: figureMaker(trace),
    find: (id) =>
      index.find("indicator", id) === undefined ? undefined : plan.indicators.find((i) => i.id.value === id),
    knownOf(indicator) {
      let known = cache.get(indicator);
      if (known === undefined) {
        known = learn(indicator, plan, seen.get(indicator.id.value) ?? new Map(), trace);
        cache.set(indicator, known);
      }
      return known;
    },
  };
}

function learn(indicator: Indicator, plan: Plan, observations: ObservationsByEntity, trace: boolean): Known {
  const terms = termsOf(indicator, plan);
  const read = (entity: string) => readingsOf(observations.get(entity) ?? [], terms.kind, terms.unit);
  const own = read(planLevel);
  const named = entitiesOf(plan, observations);
  const byEntity = new Map(named.map((entity) => [entity, read(entity)]));
  const alone = observations.has(planLevel) || named.length === 0;
  const rolledUp = alone ? null : rollUp(byEntity, reporting(plan, byEntity), terms, trace);
  return {
    indicator,
    terms,
    observations,
    byEntity,
    rolledUp,
    headline: rolledUp === null ? own : (rolledUp.readings ?? []),
  };
}

/** Entities with a row: those of the plan, then others that observations name. None where no observation names one. */
function entitiesOf(plan: Plan, observations: ObservationsByEntity): readonly string[] {
  const observed = [...observations.keys()].filter((entity) => entity !== planLevel);
  if (observed.length === 0) return [];
  return [...new Set([...plan.entities.map((entity) => entity.id.value), ...observed])];
}

/** Entities whose values make up the whole: not those above others, whose values already hold them. */
function reporting(plan: Plan, byEntity: ReadonlyMap<string, readonly Reading[]>): readonly string[] {
  const parents = new Set(
    plan.entities.flatMap((entity) => (entity.parent === null ? [] : [entity.parent.value])),
  );
  const lowest = [...byEntity.keys()].filter((entity) => !parents.has(entity));
  const hasValues = (entity: string): boolean => (byEntity.get(entity)?.length ?? 0) > 0;
  const above = [...parents].filter(hasValues);
  return lowest.some(hasValues) || above.length === 0 ? lowest : above;
}

function rowsOf(
  indicator: Indicator,
  evaluation: Evaluation,
): { rows: readonly IndicatorRow[]; weight: Terms["weight"] } {
  const known = evaluation.knownOf(indicator);
  const { terms } = known;
  const targets = targetsOn(indicator, evaluation.plan.revisions, evaluation.asOf);
  const headline = planRow(known, targets, evaluation);
  const entityRows = [...known.byEntity.keys()].map((entity) =>
    entityRow(entity, known, targets, evaluation),
  );
  const { rolledUp } = known;
  if (rolledUp === null || rolledUp.readings !== null || headline.decision.step === "context") {
    return { rows: [headline, ...entityRows], weight: terms.weight };
  }
  const status = worstOf(entityRows.map((row) => row.status)) ?? "no-data";
  const result = { step: "entities", status, reason: rolledUp.reason, basis: null } as const;
  return { rows: [withStatusOf(headline, result), ...entityRows], weight: terms.weight };
}

function planRow(known: Known, targets: readonly Target[], evaluation: Evaluation): IndicatorRow {
  const evidence = evidenceOf(
    known.terms,
    known.headline,
    known.observations.get(planLevel) ?? [],
    evaluation,
    null,
  );
  return makeRow({
    evidence,
    targets: resolveTargets(known.terms, targets, valueAtOf(known.headline)),
    entity: null,
    coverage: known.rolledUp?.coverage ?? null,
    make: evaluation.make,
  });
}

function entityRow(
  entity: string,
  known: Known,
  targets: readonly Target[],
  evaluation: Evaluation,
): IndicatorRow {
  const readings = known.byEntity.get(entity) ?? [];
  const terms = entityTerms(known, targets, readings, evaluation);
  // What is summed up is one target for all: no entity has a known part in it.
  const summed =
    known.rolledUp !== null && terms.indicator.aggregation?.value === "sum" && !isPercent(terms.unit);
  return makeRow({
    evidence: evidenceOf(terms, readings, known.observations.get(entity) ?? [], evaluation, entity),
    targets: summed ? [] : resolveTargets(terms, targets, valueAtOf(readings)),
    entity,
    coverage: null,
    make: evaluation.make,
  });
}

/** An entity starts from its own value on the baseline's day where there is one; the direction is the plan's. */
function entityTerms(
  known: Known,
  targets: readonly Target[],
  readings: readonly Reading[],
  evaluation: Evaluation,
): Terms {
  const { terms } = known;
  const resolved = resolveTargets(terms, targets, valueAtOf(known.headline));
  const goal = governingTarget(resolved, terms, evaluation.asOf).target;
  const sign = goal !== null && hasLevel(goal) ? pull(goal, terms).sign : 0;
  const inferred = sign === 0 ? null : sign > 0 ? "increase" : "decrease";
  const own = terms.baseline === null ? undefined : readings.findLast((r) => r.on === terms.baseline?.on);
  const baseline =
    own === undefined || terms.baseline === null
      ? terms.baseline
      : { ...terms.baseline, value: own.value, span: own.span };
  return { ...terms, baseline, direction: terms.direction ?? inferred, ofEntity: true };
}

function evidenceOf(
  terms: Terms,
  readings: readonly Reading[],
  observations: Parameters<typeof wordsOf>[0],
  evaluation: Evaluation,
  entity: string | null,
): Evidence {
  const wantsWords = terms.indicator.targets.some((t) => t.kind === "done" || t.kind === "grade");
  return {
    terms,
    asOf: evaluation.asOf,
    readings,
    words: wantsWords ? wordsOf(observations) : [],
    otherReadings(id) {
      const other = evaluation.find(id);
      if (other === undefined) return [];
      const known = evaluation.knownOf(other);
      return (entity === null ? undefined : known.byEntity.get(entity)) ?? known.headline;
    },
  };
}

/** The last value that was observed within a period. */
function valueAtOf(readings: readonly Reading[]) {
  return (period: { readonly start: Day; readonly end: Day }) =>
    readings.findLast((r) => r.on >= period.start && r.on <= period.end)?.value ?? null;
}
