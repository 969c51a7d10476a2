/** Whose values a roll-up holds, and whose are missing from it (ENGINE.md section 7). */
import type { IndicatorRow } from "./results.ts";
import type { RollUpScope } from "./roll-up.ts";

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
    for (let i = entities.length - 1; i >= 0; i--) {
      const entity = entities[i] ?? "";
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
 * Values that are looked through for gaps in one roll-up where entities report beside those below them; of more, all
 * periods are taken as whole.
 */
const mostLookedThrough = 200_000;

/** Tells of a period's entities whether they make up the whole: none that reports at any time is missing among them. */
export function wholeness(scope: RollUpScope, periods: number): (entities: readonly string[]) => boolean {
  const { members, tree } = scope;
  const isWhole = (entities: readonly string[]): boolean =>
    coverageOf(new Set(entities), scope).missing.length === 0;
  if (!members.some(([entity]) => tree.below.has(entity))) {
    // Nobody stands for others: a period is whole when all are there.
    const canBeWhole = isWhole(members.map(([entity]) => entity));
    return (entities) => canBeWhole && entities.length === members.length;
  }
  return members.length * periods > mostLookedThrough ? () => true : isWhole;
}
