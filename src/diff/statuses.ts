/** Where the indicators would stand today by the earlier plan, and where they stand by the later one: on the same records. */
import { evaluate } from "../indicators/engine.ts";
import type { IndicatorResults, Status } from "../indicators/results.ts";
import type { Given } from "../plan/given.ts";
import { itemById } from "../plan/item-by-id.ts";
import { measuredUnit } from "../plan/measured-unit.ts";
import type { Plan } from "../plan/plan.ts";
import { indexPlan } from "../plan/plan-index.ts";
import type { Unit } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import { convert } from "../plan/units.ts";
import type { Observation, Records } from "../records/records.ts";

/** Status of an indicator by both plans; null where a plan does not have it, or its unit does not convert. */
export interface StatusChange {
  readonly id: string;
  readonly name: string | null;
  readonly before: Status | null;
  readonly after: Status | null;
}

/** What the later plan says of today. */
export interface Today {
  readonly plan: Plan;
  readonly records: Records;
  readonly results: IndicatorResults;
  readonly asOf: Day;
}

/** All indicators of both plans, those of the later one first. `newIds`: old id → new id of what was renamed. */
export function compareStatuses(
  before: Plan,
  today: Today,
  newIds: ReadonlyMap<string, string>,
): readonly StatusChange[] {
  const units = unitsOf(before, today.plan, newIds);
  const records = { ...today.records, observations: observationsFor(units, today.records.observations) };
  const results = evaluate({ plan: before, index: indexPlan(before), records, asOf: today.asOf });
  const former = statusesOf(results);
  const now = statusesOf(today.results);
  const kept = today.plan.indicators.map(({ id, name }): StatusChange => {
    const unit = units.get(id.value);
    const was = unit === undefined || !unit.converts ? null : (former.get(unit.id) ?? null);
    return { id: id.value, name: name?.text ?? null, before: was, after: now.get(id.value) ?? null };
  });
  const known = new Set([...units.values()].map(({ id }) => id));
  const gone = before.indicators
    .filter(({ id }) => !known.has(id.value))
    .map(({ id, name }) => ({
      id: id.value,
      name: name?.text ?? null,
      before: former.get(id.value) ?? null,
      after: null,
    }));
  return [...kept, ...gone];
}

/** What an indicator of the later plan was in the earlier one. */
interface Former {
  readonly id: string;
  readonly from: Unit | null;
  readonly to: Unit | null;
  readonly converts: boolean;
}

/** By the id that the indicator has now. */
function unitsOf(
  before: Plan,
  after: Plan,
  newIds: ReadonlyMap<string, string>,
): ReadonlyMap<string, Former> {
  const formers = new Map<string, Former>();
  for (const indicator of before.indicators) {
    const now = itemById(after.indicators, newIds.get(indicator.id.value) ?? indicator.id.value);
    if (now === undefined) continue;
    const [from, to] = [measuredUnit(now), measuredUnit(indicator)];
    const converts = from === null || to === null || from.dimension === to.dimension;
    formers.set(now.id.value, { id: indicator.id.value, from, to, converts });
  }
  return formers;
}

/** The observations under the ids and in the units of the earlier plan. */
function observationsFor(
  formers: ReadonlyMap<string, Former>,
  observations: readonly Observation[],
): readonly Observation[] {
  return observations.flatMap((one) => {
    const former = formers.get(one.indicator);
    if (former === undefined) return [];
    const same = former.from?.factor === former.to?.factor;
    return [{ ...one, indicator: former.id, value: same ? one.value : inUnit(one.value, former) }];
  });
}

function inUnit(value: Observation["value"], { from, to }: Former): Observation["value"] {
  if (value === null) return null;
  const converted = convert(value.value, from, to);
  return converted === null ? null : ({ ...value, value: converted } satisfies Given<typeof converted>);
}

function statusesOf(results: IndicatorResults): ReadonlyMap<string, Status> {
  return new Map(
    results.rows
      .filter(({ entity }) => entity === null)
      .map(({ indicator, status }) => [indicator.id.value, status]),
  );
}
