/** The final values of the plan and of its entities for one indicator and time. Not a rule. */
import type Big from "big.js";
import type { EntityTree } from "../../plan/entity-tree.ts";
import type { Observation, Records } from "../../records/records.ts";
import type { Made } from "./entity-wholes.ts";

/** Key of the plan's own values. */
export const planKey = "";

export interface Group {
  readonly indicator: string;
  /** By entity id; those of the plan under `planKey`. One that was reported twice, and is no amount, is left out. */
  readonly values: ReadonlyMap<string, Made>;
}

/** Groups in which a whole has a value of its own, in the order of their first rows. */
export function groupsOf(
  { observations }: Records,
  tree: EntityTree,
  isWanted: (indicator: string) => boolean,
  adds: (indicator: string) => boolean,
): readonly Group[] {
  const groups = new Map<string, { indicator: string; values: Map<string, Made>; twice: Set<string> }>();
  for (const one of observations) {
    const isWhole = one.entity === null || tree.below.has(one.entity);
    if (isWhole && isWanted(one.indicator) && isUsable(one) && !groups.has(keyOf(one)))
      groups.set(keyOf(one), { indicator: one.indicator, values: new Map(), twice: new Set() });
  }
  if (groups.size === 0) return [];
  for (const row of observations) {
    if (!isWanted(row.indicator) || !isUsable(row)) continue;
    const group = groups.get(keyOf(row));
    if (group === undefined) continue;
    const entity = row.entity ?? planKey;
    const { value } = row.value;
    const before = group.values.get(entity);
    if (before !== undefined && !adds(row.indicator)) group.twice.add(entity);
    const sum = before === undefined ? value : value.plus(before.value);
    group.values.set(entity, { row, value: sum, count: (before?.count ?? 0) + 1 });
  }
  for (const { values, twice } of groups.values()) for (const entity of twice) values.delete(entity);
  return [...groups.values()];
}

type Usable = Observation & { readonly value: { readonly value: Big } };

function isUsable(row: Observation): row is Usable {
  return row.value !== null && row.slices.size === 0 && row.state === "final" && row.impossible === undefined;
}

function keyOf({ indicator, at }: Observation): string {
  return `${indicator}\u0000${at.value.start}..${at.value.end}`;
}
