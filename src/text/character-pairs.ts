/** Chinese sets no spaces between words: what two names share is told by the pairs of characters that stand side by side. */

/** Every two characters in a row, none over a space; each once. */
export function characterPairs(text: string): ReadonlySet<string> {
  const all = [...text];
  const pairs = all.slice(1).map((character, i) => `${all[i]}${character}`);
  return new Set(pairs.filter((pair) => !/\s/u.test(pair)));
}
