/** What is known of one indicator before it is judged: its terms and its values, by entity and as a whole. */

import type { EntityTree } from "../plan/entity-tree.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import type { Day } from "../plan/time.ts";
import { entryOf, type ObservationsByEntity, planLevel, type Reading, readingsOf } from "./readings.ts";
import { formerFact } from "./revisions.ts";
import { joiningOf, type RolledUp } from "./roll-up.ts";
import { borrow, hasValues, type Lender, withSharedBaseline } from "./same-as.ts";
import type { Unsettled } from "./standing-rows.ts";
import { type Terms, termsOf } from "./terms.ts";
import { rollUpTree } from "./tree-roll-up.ts";
import { type UnsettledByEntity, unsettledAbove, withPartialSums } from "./unsettled.ts";

/** What is known of one indicator, found once: `versus` asks for the values of others. */
export interface Known {
  readonly indicator: Indicator;
  readonly terms: Terms;
  /** Its own, or borrowed under `same-as`. */
  readonly observations: ObservationsByEntity;
  /** Entities with a row, with their own values or those of the entities below them. */
  readonly byEntity: ReadonlyMap<string, readonly Reading[]>;
  /** Set when the indicator has no observations of its own but entities have. */
  readonly rolledUp: RolledUp | null;
  /** Roll-ups of entities above others that have values. */
  readonly rolledUpEntities: ReadonlyMap<string, RolledUp>;
  readonly headline: readonly Reading[];
  /** Days of the plan (`planLevel`) and of entities whose values cannot be used; empty for most. */
  readonly unsettled: UnsettledByEntity;
}

/** Seen observations: the indicator's own, and those that it is judged by when it has none. */
export interface SeenObservations {
  readonly own: ObservationsByEntity;
  readonly lenders: readonly Lender[];
  /** The indicators that name the same quantity. */
  readonly twins: readonly Indicator[];
}

/** Learns what is known of an indicator from its seen observations. */
export function learn(
  indicator: Indicator,
  plan: Plan,
  { own: ownObservations, lenders, twins }: SeenObservations,
  { asOf, trace, tree }: { readonly asOf: Day; readonly trace: boolean; readonly tree: EntityTree },
): Known {
  const termsBy = (one: Indicator): Terms => {
    const former = (fact: "baseline" | "weight") => formerFact(one, fact, plan.revisions, asOf);
    return termsOf(one, plan, { baseline: former("baseline"), weight: former("weight") });
  };
  const ownTerms = withSharedBaseline(termsBy(indicator), twins, termsBy);
  const borrowed =
    lenders.length === 0 || hasValues(ownObservations) ? null : borrow(ownTerms, lenders, plan);
  const { terms, observations } = borrowed ?? { terms: ownTerms, observations: ownObservations };
  const unsettled = new Map<string, Unsettled[]>();
  const readEntity = (entity: string) =>
    readingsOf(observations.get(entity) ?? [], terms.kind, terms.unit, joiningOf(terms), (one) =>
      entryOf<string, Unsettled[]>(unsettled, entity, () => []).push(one),
    );
  const own = readEntity(planLevel);
  const named = entitiesOf(plan, observations);
  const reported = new Map(named.map((entity) => [entity, readEntity(entity)]));
  const alone = named.length === 0 || speaksForItself(observations);
  const rolled = named.length === 0 ? null : rollUpTree(reported, tree, terms, trace);
  const rolledUp = alone || rolled === null ? null : rolled.whole();
  return {
    indicator,
    terms,
    observations,
    byEntity: new Map(
      named.map((entity) => [entity, rolled?.byEntity.get(entity)?.readings ?? reported.get(entity) ?? []]),
    ),
    rolledUp,
    rolledUpEntities: rolled?.byEntity ?? new Map(),
    headline: rolledUp === null ? own : (rolledUp.readings ?? []),
    unsettled: withPartialSums(
      unsettled.size === 0 ? unsettled : unsettledAbove(unsettled, reported, tree, rolledUp !== null),
      rolledUp,
      rolled?.byEntity ?? new Map(),
    ),
  };
}

/** The plan itself reports: a row that only says that the value is missing says nothing. */
function speaksForItself(observations: ObservationsByEntity): boolean {
  return observations.get(planLevel)?.some((row) => row.missing === null) ?? false;
}

/** Entities with a row: those of the plan, then others that observations name. None where no observation names one. */
function entitiesOf(plan: Plan, observations: ObservationsByEntity): readonly string[] {
  const observed = [...observations.keys()].filter((entity) => entity !== planLevel);
  if (observed.length === 0) return [];
  return [...new Set([...plan.entities.map((entity) => entity.id.value), ...observed])];
}
