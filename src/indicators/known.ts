/** What is known of one indicator before it is judged: its terms and its values, by entity and as a whole. */
import type { Indicator, Plan } from "../plan/plan.ts";
import type { Day } from "../plan/time.ts";
import { type ObservationsByEntity, planLevel, type Reading, readingsOf } from "./readings.ts";
import { formerFact } from "./revisions.ts";
import { combineReporters, type RolledUp, rollUp } from "./roll-up.ts";
import { borrow, hasValues, type Lender } from "./same-as.ts";
import { type Terms, termsOf } from "./terms.ts";

/** What is known of one indicator, found once: `versus` asks for the values of others. */
export interface Known {
  readonly indicator: Indicator;
  readonly terms: Terms;
  /** Its own, or borrowed under `same-as`. */
  readonly observations: ObservationsByEntity;
  /** Entities that observations name, with their values. */
  readonly byEntity: ReadonlyMap<string, readonly Reading[]>;
  /** Set when the indicator has no observations of its own but entities have. */
  readonly rolledUp: RolledUp | null;
  readonly headline: readonly Reading[];
}

/** Seen observations: the indicator's own, and those that it is judged by when it has none. */
export interface SeenObservations {
  readonly own: ObservationsByEntity;
  readonly lenders: readonly Lender[];
}

/** Learns what is known of an indicator from its seen observations. */
export function learn(
  indicator: Indicator,
  plan: Plan,
  { own: ownObservations, lenders }: SeenObservations,
  { asOf, trace }: { readonly asOf: Day; readonly trace: boolean },
): Known {
  const former = (fact: "baseline" | "weight") => formerFact(indicator, fact, plan.revisions, asOf);
  const ownTerms = termsOf(indicator, plan, { baseline: former("baseline"), weight: former("weight") });
  const borrowed =
    lenders.length === 0 || hasValues(ownObservations) ? null : borrow(ownTerms, lenders, plan);
  const { terms, observations } = borrowed ?? { terms: ownTerms, observations: ownObservations };
  const read = (entity: string) =>
    readingsOf(observations.get(entity) ?? [], terms.kind, terms.unit, (r) => combineReporters(r, terms));
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
