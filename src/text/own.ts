/** The entry of a table of words, where the key may be a text of a plan: `constructor` is in no table. */
export function own<V>(table: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
