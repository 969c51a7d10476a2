/**
 * The indicator engine: plan, records and a day in; where every indicator stands out (ENGINE.md). Pure: the same input
 * gives the same results; nothing dated or reported after the day is seen.
 */
import { formulasOf } from "../expressions/formulas.ts";
import { type EntityTree, entityTree } from "../plan/entity-tree.ts";
import { itemById } from "../plan/item-by-id.ts";
import type { Indicator, Plan, Target } from "../plan/plan.ts";
import type { PlanIndex } from "../plan/plan-index.ts";
import type { Day } from "../plan/time.ts";
import type { Records } from "../records/records.ts";
import { type Derivation, startDerivation } from "./derived.ts";
import { type FigureMaker, figureMaker } from "./figures.ts";
import { withFirstObservation } from "./first-observation.ts";
import { governingTarget, pull } from "./govern.ts";
import type { Evidence } from "./judge-target.ts";
import { type Known, learn } from "./known.ts";
import { type Reporters, reportersOf } from "./missing-periods.ts";
import {
  type ObservationsByIndicator,
  planLevel,
  type Reading,
  seenObservations,
  wordsOf,
} from "./readings.ts";
import { resolveTargets } from "./resolve-target.ts";
import { hasLevel, type LevelTarget } from "./resolved-target.ts";
import type { IndicatorResults, IndicatorRow } from "./results.ts";
import { targetsOn } from "./revisions.ts";
import { isSummed } from "./roll-up.ts";
import { makeRow, withStatusOf } from "./row.ts";
import { findSameQuantities } from "./same-as.ts";
import { slicingsOf } from "./slices.ts";
import type { Unsettled } from "./standing-rows.ts";
import { worstOf } from "./status.ts";
import { sumUp, sumUpDimensions, type WeighedRow } from "./summary.ts";
import type { Terms } from "./terms.ts";
import { noneUnsettled } from "./unsettled.ts";

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
    // Not spread: a call takes no more arguments than fit its stack, and entities may be more.
    for (const row of own.rows) rows.push(row);
    if (indicator.role?.value === "context") skipped += 1;
    else if (own.rows[0] !== undefined) weighed.push({ row: own.rows[0], weight: own.weight });
  }
  return {
    asOf: input.asOf,
    rows,
    dimensions: sumUpDimensions(input.plan, weighed),
    plan: sumUp(null, weighed),
    skipped,
    derived: evaluation.derivation?.outcomes ?? noOutcomes,
  };
}

const noOutcomes: IndicatorResults["derived"] = new Map();

/** The plan's rows of some indicators, and those of one entity where it is asked for: what `evaluate` gives of them. */
export function evaluateSome(
  input: EngineInput,
  indicators: readonly Indicator[],
  entity: string | null,
): readonly IndicatorRow[] {
  const evaluation = startEvaluation(input);
  return indicators.flatMap((indicator) =>
    rowsOf(indicator, evaluation, entity !== null).rows.filter(
      (row) => row.entity === null || row.entity === entity,
    ),
  );
}

interface Evaluation {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly tree: EntityTree;
  readonly slices: ObservationsByIndicator;
  readonly make: FigureMaker;
  /** Null where no indicator has a formula. */
  readonly derivation: Derivation | null;
  knownOf(indicator: Indicator): Known;
  find(id: string): Indicator | undefined;
}

function startEvaluation({ plan, records, asOf, trace = false }: EngineInput): Evaluation {
  const { whole: seen, slices } = seenObservations(records, asOf);
  const sameQuantityOf = findSameQuantities(plan, seen);
  const tree = entityTree(plan.entities);
  const cache = new Map<Indicator, Known>();
  const find = (id: string) => itemById(plan.indicators, id);
  const read = formulasOf(plan);
  const knownById = (id: string): Known | undefined => {
    const indicator = find(id);
    return indicator === undefined ? undefined : cache.get(indicator);
  };
  const derivation = read === null ? null : startDerivation({ plan, read, trace, knownOf: knownById });
  const learnAll = (indicator: Indicator): void => {
    const order = derivation?.order(indicator, (one) => cache.has(one)) ?? [indicator];
    for (const one of order) {
      const own = seen.get(one.id.value) ?? new Map();
      const known = learn(one, plan, { own, ...sameQuantityOf(one) }, { asOf, trace, tree });
      cache.set(one, derivation?.complete(known) ?? known);
    }
  };
  return {
    plan,
    asOf,
    tree,
    slices,
    make: figureMaker(trace),
    derivation,
    find,
    knownOf(indicator) {
      if (!cache.has(indicator)) learnAll(indicator);
      const known = cache.get(indicator);
      if (known === undefined) throw new Error("an indicator was not learnt");
      return known;
    },
  };
}

interface OwnRows {
  /** The plan's row first. */
  readonly rows: readonly IndicatorRow[];
  readonly weight: Terms["weight"];
}

/** Rows of entities only where they are wanted, or the plan's own row follows from them. */
function rowsOf(indicator: Indicator, evaluation: Evaluation, wantsEntities = true): OwnRows {
  const known = evaluation.knownOf(indicator);
  const { terms, rolledUp } = known;
  const targets = targetsOn(indicator, evaluation.plan.revisions, evaluation.asOf);
  const headline = withReason(planRow(known, targets, evaluation), evaluation);
  const direction = terms.direction ?? inferredDirection(known, targets, evaluation.asOf);
  const entityRows = () =>
    rowsOfEntities(
      { known, targets, direction, whole: wholeOf(known, targets, evaluation.asOf) },
      evaluation,
    );
  const { step } = headline.decision;
  if (rolledUp === null || rolledUp.readings !== null || step === "context") {
    return { rows: [headline, ...(wantsEntities ? entityRows() : [])], weight: terms.weight };
  }
  const below = entityRows();
  return { rows: [byWorst(headline, rolledUp.reason, below), ...below], weight: terms.weight };
}

/** A row without a value of its own has the status of the worst that stand below it. */
function byWorst(row: IndicatorRow, reason: string | null, below: readonly IndicatorRow[]): IndicatorRow {
  const status = worstOf(below.map((one) => one.status)) ?? "no-data";
  if (row.decision.step === "judgement") return { ...row, computedStatus: status };
  return withStatusOf(row, { step: "entities", status, reason, basis: null });
}

/** One row for each entity; where those below one do not combine to a value, it is judged by their rows. */
function rowsOfEntities(ground: EntityGround, evaluation: Evaluation): readonly IndicatorRow[] {
  const { known } = ground;
  const rows = new Map(
    [...known.byEntity.keys()].map((entity) => [entity, entityRow(entity, ground, evaluation)] as const),
  );
  if (known.rolledUpEntities.size === 0 || known.terms.indicator.role?.value === "context")
    return [...rows.values()];
  for (const entity of evaluation.tree.above) {
    const row = rows.get(entity);
    const rolled = known.rolledUpEntities.get(entity);
    if (row === undefined || rolled === undefined || rolled.readings !== null || row.series().length > 0)
      continue;
    const below = (evaluation.tree.below.get(entity) ?? []).flatMap((child) => rows.get(child) ?? []);
    rows.set(entity, byWorst(row, rolled.reason, below));
  }
  return [...rows.values()];
}

/**
 * Where a formula could not be computed, no value is missing that anybody could report: that is told at once, not when a value
 * falls due. Names whose values do not meet yet may still do so until then.
 */
function withReason(row: IndicatorRow, { derivation }: Evaluation): IndicatorRow {
  const isSilent = row.status === "no-data" || row.status === "not-due";
  if (derivation === null || !isSilent || row.series().length > 0) return row;
  const reason = derivation.whySilent(row.indicator, row.entity);
  if (reason === null || (reason === "never-together" && row.status === "not-due")) return row;
  return withStatusOf(row, { step: "formula", status: "not-computable", reason, basis: null });
}

function planRow(known: Known, targets: readonly Target[], evaluation: Evaluation): IndicatorRow {
  const { headline } = known;
  const terms = withFirstObservation(known.terms, headline);
  return makeRow({
    evidence: evidenceOf(terms, headline, known.observations.get(planLevel) ?? [], evaluation, null),
    targets: resolveTargets(terms, targets, valueAtOf(headline)),
    whole: null,
    entity: null,
    coverage: known.rolledUp?.coverage ?? null,
    reporters: known.terms.kind === "flow" ? amountsOf(known, evaluation.tree) : [],
    slices: slicesOf(known, planLevel, known.headline, evaluation),
    make: evaluation.make,
  });
}

/** Whose amounts the plan's sum is made of: its own, or those of entities that are not sums of others themselves. */
function amountsOf(known: Known, tree: EntityTree): Reporters {
  const { rolledUp, headline, observations, byEntity, rolledUpEntities } = known;
  if (rolledUp === null) return [[null, headline]];
  if (rolledUp.readings === null) return [];
  return reportersOf(observations, byEntity, (entity) => rolledUpEntities.has(entity), tree);
}

/** The direction that the plan's own baseline and target tell: an entity may stand on the other side of the target. */
function inferredDirection(known: Known, targets: readonly Target[], asOf: Day): Terms["direction"] {
  if (known.byEntity.size === 0) return null;
  const resolved = resolveTargets(known.terms, targets, valueAtOf(known.headline));
  const goal = governingTarget(resolved, known.terms, asOf).target;
  const sign = goal !== null && hasLevel(goal) ? pull(goal, known.terms).sign : 0;
  return sign === 0 ? null : sign > 0 ? "increase" : "decrease";
}

/** The sum that the amounts of all entities are parts of: each shows its own over the same span. Null where nothing is summed up. */
function wholeOf(known: Known, targets: readonly Target[], asOf: Day): LevelTarget | null {
  if (known.terms.kind !== "flow" || known.rolledUp === null || !isSummed(known.terms)) return null;
  const resolved = resolveTargets(known.terms, targets, valueAtOf(known.headline));
  const goal = governingTarget(resolved, known.terms, asOf).target;
  return goal !== null && hasLevel(goal) && goal.measure === "sum" ? goal : null;
}

/** Shared by all rows without groups, which are nearly all. */
const noSlices: IndicatorRow["slices"] = [];

function slicesOf(
  { indicator, terms }: Known,
  entity: string,
  readings: readonly Reading[],
  { slices }: Evaluation,
): IndicatorRow["slices"] {
  const own = slices.get(indicator.id.value)?.get(entity);
  return own === undefined ? noSlices : slicingsOf(own, readings, terms);
}

/** What the rows of all entities share. */
interface EntityGround {
  readonly known: Known;
  readonly targets: readonly Target[];
  readonly direction: Terms["direction"];
  readonly whole: LevelTarget | null;
}

function entityRow(entity: string, ground: EntityGround, evaluation: Evaluation): IndicatorRow {
  const { known, targets } = ground;
  const readings = known.byEntity.get(entity) ?? [];
  const terms = entityTerms(ground, readings);
  // What is summed up is one target for all: no entity has a known part in it.
  const summed = known.rolledUp !== null && isSummed(terms);
  const row = makeRow({
    evidence: evidenceOf(terms, readings, known.observations.get(entity) ?? [], evaluation, entity),
    targets: summed ? [] : resolveTargets(terms, targets, valueAtOf(readings)),
    whole: ground.whole,
    entity,
    coverage: known.rolledUpEntities.get(entity)?.coverage ?? null,
    reporters: [],
    slices: slicesOf(known, entity, readings, evaluation),
    make: evaluation.make,
  });
  return withReason(row, evaluation);
}

/** An entity starts from its own value on the baseline's day where there is one. */
function entityTerms({ known, direction }: EntityGround, readings: readonly Reading[]): Terms {
  const { baseline } = known.terms;
  const own = baseline === null ? undefined : readings.findLast((r) => r.on === baseline.on);
  const start =
    baseline === null || own === undefined ? baseline : { ...baseline, value: own.value, span: own.span };
  return withFirstObservation({ ...known.terms, baseline: start, direction, ofEntity: true }, readings);
}

function evidenceOf(
  terms: Terms,
  readings: readonly Reading[],
  observations: Parameters<typeof wordsOf>[0],
  evaluation: Evaluation,
  entity: string | null,
): Evidence {
  const wantsWords = terms.indicator.targets.some((t) => t.kind === "done" || t.kind === "grade");
  const ofValues = evaluation.knownOf(terms.indicator).unsettled.get(entity ?? planLevel);
  const ofWords: Unsettled[] = [];
  const words = wantsWords ? wordsOf(observations, (one) => ofWords.push(one)) : [];
  return {
    terms,
    asOf: evaluation.asOf,
    readings,
    words,
    unsettled: ofWords.length > 0 ? ofWords : (ofValues ?? noneUnsettled),
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
