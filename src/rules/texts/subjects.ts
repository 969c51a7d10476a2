/**
 * Of what an English sentence speaks, by the words of names: of all of them, or most; and where it says it, this or they, of what the
 * sentence before it speaks. Shared by rules of texts; not a rule.
 */
import { stemOf, stemsIn } from "./word-stems.ts";

const empty: ReadonlySet<string> = new Set(
  "a an the of for to and in on at by with our its all new from or per as is are be not no than plan programme program project strategy scheme each every one it their them this that who which will must shall can may least most annual yearly monthly quarterly weekly daily"
    .split(" ")
    .map(stemOf),
);

/** Inspection and inspects, treatment and treated, evaluation and evaluate are one work. */
const ofWork = /(?<=[a-z]{4})(?:ment|ation|ion|ance|ence|at)$/u;

/** The stems of words that mean something, of verbs and of the nouns made of them alike. */
export function contentStems(words: string): readonly string[] {
  return stemsIn(words)
    .filter((stem) => stem.length > 1 && !empty.has(stem) && !/^\d/.test(stem))
    .map((stem) => stem.replace(ofWork, ""));
}

/** How surely words speak of a name: 2 of all of it, 1 of most of it, 0 of too little. */
export function nearness(said: ReadonlySet<string>, own: ReadonlySet<string>): 0 | 1 | 2 {
  if (own.size === 0) return 0;
  let hits = 0;
  for (const stem of own) if (said.has(stem)) hits += 1;
  if (hits === own.size) return own.size > 1 || [...own].every((stem) => stem.length > 4) ? 2 : 1;
  return hits > 1 && hits / own.size >= 0.6 ? 1 : 0;
}

/** Some word of a name is said. */
export function touches(said: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  for (const stem of own) if (said.has(stem)) return true;
  return false;
}

const pronoun =
  /\b(?:[Ii]ts?|[Tt]hey|[Tt]hem|[Tt]heir|[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch|[Hh]ere|[Tt]here|then)\b|^\s*(?:Under|In|Of|From|No|Each|Every|One|The)\b/u;

/** The sentence may speak on of what the one before it speaks of. */
export function speaksOn(sentence: string): boolean {
  return pronoun.test(sentence);
}
