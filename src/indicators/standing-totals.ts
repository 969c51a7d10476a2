/** Running totals that stand on a day: an entity's last one until its next (ENGINE.md section 8). */
import type { Day } from "../plan/time.ts";
import type { Reading } from "./readings.ts";
import type { RollUpScope, Values } from "./roll-up.ts";

export interface StandingTotals {
  /** Takes in the totals of a further period. */
  take(values: Values): void;
  /** All that stand, each thing once: of an entity's own total and those below it the newer, its own where they are of one day. */
  values(): Values;
}

/** Starts without any. */
export function standingTotals(scope: RollUpScope): StandingTotals {
  const standing = new Map<string, Reading>();
  const twofold = scope.members.some(([entity]) => scope.tree.below.has(entity));
  const above = twofold ? aboveIn(scope) : [];
  return {
    take({ entities, readings }) {
      for (const [i, reading] of readings.entries()) standing.set(entities[i] ?? "", reading);
    },
    values: () =>
      twofold
        ? newerOf(standing, scope, above)
        : { entities: [...standing.keys()], readings: [...standing.values()] },
  };
}

const never = Number.NEGATIVE_INFINITY;

function newerOf(
  standing: ReadonlyMap<string, Reading>,
  { tops, tree }: RollUpScope,
  above: readonly string[],
): Values {
  const newestBelow = new Map<string, Day>();
  const newest = (entity: string): Day =>
    Math.max(newestBelow.get(entity) ?? never, standing.get(entity)?.on ?? never);
  for (const entity of above) {
    const children = tree.below.get(entity) ?? [];
    newestBelow.set(
      entity,
      children.reduce((last, child) => Math.max(last, newest(child)), never),
    );
  }
  const entities: string[] = [];
  const readings: Reading[] = [];
  const waiting = [...tops].reverse();
  for (let entity = waiting.pop(); entity !== undefined; entity = waiting.pop()) {
    const own = standing.get(entity);
    if (own !== undefined && own.on >= (newestBelow.get(entity) ?? never)) {
      entities.push(entity);
      readings.push(own);
    } else for (const child of [...(tree.below.get(entity) ?? [])].reverse()) waiting.push(child);
  }
  return { entities, readings };
}

/** Entities of a scope with others below them, each after all that stand below it. */
function aboveIn({ tops, tree }: RollUpScope): readonly string[] {
  const found: string[] = [];
  const waiting = [...tops];
  for (let entity = waiting.pop(); entity !== undefined; entity = waiting.pop()) {
    const below = tree.below.get(entity);
    if (below === undefined) continue;
    found.push(entity);
    for (const child of below) waiting.push(child);
  }
  return found.reverse();
}
