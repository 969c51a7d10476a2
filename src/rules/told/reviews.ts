/**
 * How often an English sentence says that something is reviewed, audited or reported, where the plan names the review by the noun: performance is
 * reviewed every month, of `Performance review`. Shared by a rule; not a rule.
 */
import type { Mechanism } from "../../plan/plan.ts";
import { rhythmAdverbs } from "../texts/english-rhythms.ts";
import { stemsIn } from "../texts/word-stems.ts";

/** A rhythm, with its place, and the review of which it is told. */
export interface ReviewTold {
  readonly mechanism: Mechanism;
  readonly name: string;
  readonly said: string;
  readonly at: number;
}

/** The verb of each noun at the end of a review's name. */
const verbs: readonly (readonly [noun: RegExp, verb: RegExp])[] = [
  [/\breviews?$/iu, /^review(?:s|ed)$/iu],
  [/\baudits?$/iu, /^audit(?:s|ed)$/iu],
  [/\bchecks?$/iu, /^check(?:s|ed)$/iu],
  [/\breports?$/iu, /^report(?:s|ed)$/iu],
  [/\bsurveys?$/iu, /^survey(?:s|ed)$/iu],
  [/\bassessments?$/iu, /^assess(?:es|ed)$/iu],
  [/\binspections?$/iu, /^inspect(?:s|ed)$/iu],
  [/\bevaluations?$/iu, /^evaluat(?:es|ed)$/iu],
  [/\bvisits?$/iu, /^visit(?:s|ed)$/iu],
  [/\bmonitoring$/iu, /^monitor(?:s|ed)$/iu],
];

const told = new RegExp(
  `\\b(${verbs.map(([, { source }]) => source.slice(1, -1)).join("|")})\\b([^.;,\\d]{0,60}?) (${rhythmAdverbs})(?![a-z])`,
  "iu",
);
const passive = /\b(?:is|are|will be|shall be|must be)(?: [a-z]+ly)? $/iu;
const emptyStems: ReadonlySet<string> = new Set(stemsIn("the a an of on to all our its and by in for"));

const leading = new RegExp(
  `^\\s*(${rhythmAdverbs}),? ([^.;,\\d]{3,60}? (?:is|are) (?:${verbs.map(([, { source }]) => source.slice(1, -1)).join("|")}))(?=[.;,]|$| by )`,
  "iu",
);

/** The one review that the sentence tells by its verb; null for none or several. */
export function reviewTold(sentence: string, mechanisms: readonly Mechanism[]): ReviewTold | null {
  // Every six months hand hygiene is audited: as if the rhythm stood last.
  const [, first = "", clause = ""] = leading.exec(sentence) ?? [];
  if (clause !== "") {
    const turned = reviewAtEnd(`${clause} ${first}`, mechanisms);
    return turned === null ? null : { ...turned, said: first, at: sentence.indexOf(first) };
  }
  return reviewAtEnd(sentence, mechanisms);
}

function reviewAtEnd(sentence: string, mechanisms: readonly Mechanism[]): ReviewTold | null {
  const match = told.exec(sentence);
  if (match === null) return null;
  const [shown, verb = "", between = "", said = ""] = match;
  const isPassive = passive.test(sentence.slice(0, match.index));
  // Who is looked at stands before a passive verb, and behind an active one.
  const head = sentence.slice(0, match.index);
  const words = stemsIn(isPassive ? head : between);
  const meant = mechanisms.filter((one) => {
    const name = one.name?.text.trim() ?? "";
    const noun = verbs.find(([ending]) => ending.test(name));
    if (noun === undefined || one.type.value !== "review" || !noun[1].test(verb)) return false;
    const own = stemsIn(name.replace(noun[0], "")).filter((stem) => !emptyStems.has(stem));
    return (
      own.length > 0 &&
      own.every((stem) => words.includes(stem)) &&
      isOwn(words, own, isPassive ? head : null)
    );
  });
  const [mechanism, other] = meant;
  if (mechanism === undefined || other !== undefined) return null;
  const at = match.index + shown.length - said.length;
  return { mechanism, name: mechanism.name?.text.trim() ?? verb, said, at };
}

/** Progress of single pupils, hygiene in the kitchens: of one part of what is looked at. */
const isNarrowed =
  /\b(?:of|in|on|at|among|within) (?!(?:the|this|our|all) (?:plan|programme|program|project|strategy|scheme|work|works|targets|indicators|goals)\b|(?:all|every|each)\b)[a-z]/iu;

/** Nothing else is looked at: the words behind an active verb are those of the name. */
function isOwn(words: readonly string[], own: readonly string[], head: string | null): boolean {
  if (head !== null) return !isNarrowed.test(head) && words.slice(-6).some((stem) => own.includes(stem));
  return words.every((stem) => own.includes(stem) || emptyStems.has(stem));
}
