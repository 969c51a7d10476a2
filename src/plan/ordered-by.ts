/**
 * The items in order of a number; those of one number stay as they stand. Nearly every list of a plan is in order already, so
 * that one look along it spares the sorting.
 */
export function orderedBy<T>(items: readonly T[], numberOf: (item: T) => number): readonly T[] {
  for (let i = 1; i < items.length; i++) {
    const [before, item] = [items[i - 1], items[i]];
    if (before !== undefined && item !== undefined && numberOf(before) > numberOf(item))
      return [...items].sort((a, b) => numberOf(a) - numberOf(b));
  }
  return items;
}
