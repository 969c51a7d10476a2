/** Whose values a roll-up holds, and whose are missing from it (ENGINE.md section 7). */
import type { Reading } from "./readings.ts";
import type { IndicatorRow } from "./results.ts";
import type { RollUpScope, Values } from "./roll-up.ts";

type Coverage = NonNullable<IndicatorRow["coverage"]>;

/**
 * Counts the entities that make up a whole, from the highest down: one that counts with a value of its own stands for all
 * below it; one without is missing where it or its like report for themselves, else those below it are looked at.
 */
export function coverageOf(known: ReadonlySet<string>, scope: RollUpScope): Coverage {
  const { tree, own, hasValues } = scope;
  const reports = (entity: string): boolean => (own.get(entity)?.length ?? 0) > 0;
  const missing: string[] = [];
  const instead: string[] = [];
  let counted = 0;
  const waiting: string[] = [];
  const look = (entities: readonly string[]): void => {
    // Where one of them reports for itself, those that are silent altogether should have done so too.
    const selves = entities.some((entity) => tree.below.has(entity) && reports(entity));
    for (const entity of [...entities].reverse()) {
      if (selves && !hasValues(entity) && tree.below.has(entity)) missing.push(entity);
      else waiting.push(entity);
    }
  };
  look(scope.tops);
  for (let entity = waiting.pop(); entity !== undefined; entity = waiting.pop()) {
    const below = tree.below.get(entity);
    if (known.has(entity)) {
      counted += 1;
      if (below !== undefined) instead.push(entity);
    } else if (below === undefined || (reports(entity) && !below.some(hasValues))) {
      missing.push(entity);
    } else {
      look(below);
    }
  }
  return { counted, of: counted + missing.length, missing, own: instead };
}

/**
 * Running totals that stand on a day, each thing once: of an entity's own total and those below it the newer ones, its own
 * where they are of one day. `above` are the entities of the scope with others below them, each after those.
 */
export function newerOf(
  standing: ReadonlyMap<string, Reading>,
  { tops, tree }: RollUpScope,
  above: readonly string[],
): Values {
  const newestBelow = new Map<string, number>();
  const newest = (entity: string): number =>
    Math.max(newestBelow.get(entity) ?? never, standing.get(entity)?.on ?? never);
  for (const entity of above) {
    const children = tree.below.get(entity) ?? [];
    newestBelow.set(
      entity,
      children.reduce((last, child) => Math.max(last, newest(child)), never),
    );
  }
  const values: [string, Reading][] = [];
  const waiting = [...tops].reverse();
  for (let entity = waiting.pop(); entity !== undefined; entity = waiting.pop()) {
    const own = standing.get(entity);
    if (own !== undefined && own.on >= (newestBelow.get(entity) ?? never)) values.push([entity, own]);
    else for (const child of [...(tree.below.get(entity) ?? [])].reverse()) waiting.push(child);
  }
  return values;
}

const never = Number.NEGATIVE_INFINITY;

/** Entities of a scope with others below them, each after all that stand below it. */
export function aboveIn({ tops, tree }: RollUpScope): readonly string[] {
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
