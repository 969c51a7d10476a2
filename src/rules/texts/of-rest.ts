/** Whether the words before an English name say that the rest or a part of it is meant: other potholes, some wards. Not a rule. */

const before =
  /\b(?:others?|another|remaining|rest of|minor|lesser|smaller|larger|bigger|small|large|shallow|older|newer|private|further|additional|some|most|certain|few|many|several|former|previous|earlier|old) (?:of )?(?:the |our |these |those |its )?$/iu;

/** True behind such words, where the name itself begins. */
export function isOfRest(head: string): boolean {
  return before.test(head.slice(-30));
}
