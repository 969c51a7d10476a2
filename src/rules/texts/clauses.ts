/** The clause of a sentence in which something stands, and the words behind the last sign. Shared by readers of texts; not a rule. */

/** From the last border before a place to the first behind it, as offsets; `borders` is global. */
export function clauseAround(
  sentence: string,
  { at, end }: { readonly at: number; readonly end: number },
  borders: RegExp,
): { readonly from: number; readonly to: number } {
  let from = 0;
  for (const { index, 0: sign } of sentence.matchAll(borders)) {
    if (index < at) from = Math.min(at, index + sign.length);
    else if (index >= end) return { from, to: index };
  }
  return { from, to: sentence.length };
}

/** What stands behind the last of the signs, each of one character; all of the text where none stands in it. */
export function behindLast(text: string, signs: string): string {
  return text.slice(Math.max(...[...signs].map((sign) => text.lastIndexOf(sign))) + 1);
}
