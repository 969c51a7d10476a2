/** English words as stems, so that `reading` and `read` are one word. Rough: two words of one stem only meet here. Not a rule. */

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    seen: "see",
    saw: "see",
    taught: "teach",
    built: "build",
    held: "hold",
    met: "meet",
    made: "mak",
    kept: "keep",
    left: "leav",
    given: "giv",
    gave: "giv",
    taken: "tak",
    took: "tak",
    went: "go",
    gone: "go",
    led: "lead",
    sent: "send",
    spent: "spend",
    grew: "grow",
    grown: "grow",
    rose: "ris",
    risen: "ris",
    wrote: "writ",
    written: "writ",
    began: "begin",
    begun: "begin",
    lost: "los",
    found: "find",
    paid: "pay",
    children: "child",
    people: "person",
    persons: "person",
    women: "woman",
    men: "man",
    midwives: "midwif",
    wives: "wif",
    lives: "lif",
    shelves: "shelf",
    halves: "half",
  }),
);

/** Stems of the words met so far: texts use the same few thousand, and every rule on texts asks for them. */
const stems = new Map<string, string>();
/** Beyond so many, which no plan has in earnest, all are forgotten. */
const mostKnown = 20_000;
/** A longer word is a piece of its text to V8, and would keep the whole text in memory. */
const longestKnown = 12;

/** The stem of a word in small letters. */
export function stemOf(word: string): string {
  if (word.length > longestKnown) return regularStem(word);
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= mostKnown) stems.clear();
  const stem = irregular.get(word) ?? regularStem(word);
  stems.set(word, stem);
  return stem;
}

function regularStem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return word
    .replace(/(?:'s|’s)$/, "")
    .replace(/(?:ies|ied|y)$/, "i")
    .replace(/(?:ing|ed|es|s|e)$/, "")
    .replace(/([b-df-hj-np-tv-z])\1$/, "$1");
}

/** The words of a text as stems, in its order. */
export function stemsIn(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z\d\u00c0-\u1fff]+(?:['’]s)?/g) ?? []).map(stemOf);
}
