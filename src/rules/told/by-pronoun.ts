/**
 * When an English sentence says that it opens or goes live, where the paragraph is headed by that step, or where the verb and the nouns are those of its name: work on
 * the hub begins in January and it opens in June, of `Hub opens`. Shared by a rule; not a rule.
 */

import type { TextDate } from "../texts/dates.ts";
import { contentStems } from "../texts/subjects.ts";
import type { Step } from "./dated-steps.ts";
import { endsOfName, verbWords } from "./steps-english.ts";

/** A step with the date that is told of it. */
export interface PronounTold {
  readonly step: Step;
  readonly date: TextDate;
}

const pronoun = new RegExp(
  `(?:^\\s*|[,;] |\\b(?:and|which|then|where) )(?:it|they|this|which|and|then)? ?(?:(?:is|are|will|shall|must|to|will be|shall be|is to be|is to) )?(${verbWords})(?: to (?:the )?(?:public|patients|users|residents|visitors|applicants))?(?: (?:by|in|on|at|from|before))?(?: the)?(?: end of)?(?: \\d{1,2})? $`,
  "iu",
);
const heading = /^\s*(?:\d{1,2}[.)] |[-*•] )?([^.:;,\d\n]{4,60})[.:](?:\s|$)/u;

/** The step by whose name the paragraph is headed; null for none. */
export function headedBy(paragraph: string, steps: readonly Step[]): Step | null {
  const [, head = ""] = heading.exec(paragraph) ?? [];
  const words = head.trim().toLowerCase();
  return words === "" ? null : (steps.find((one) => one.name === words && isPoint(one)) ?? null);
}

/** A milestone or a deliverable has one day. */
function isPoint({ item }: Step): boolean {
  return item.kind === "milestone" || item.kind === "deliverable";
}

/** The dates of a sentence that are told behind such a verb, each with its step. */
export function toldByPronoun(
  sentence: string,
  dates: readonly TextDate[],
  steps: readonly Step[],
  head: Step | null,
): readonly PronounTold[] {
  return dates.flatMap((date): PronounTold[] => {
    const before = sentence.slice(Math.max(0, date.at - 90), date.at);
    const match = pronoun.exec(before);
    if (match === null || /^(?: or|\/|-| and (?:in|on) )/u.test(sentence.slice(date.end))) return [];
    const [verb = ""] = contentStems(match[1] ?? "");
    const said = new Set(contentStems(sentence));
    const ofName = steps.filter((one) => isPoint(one) && isSaidBy(one, verb, said));
    const [step = null, other] = ofName;
    if (other !== undefined) return [];
    if (step !== null && ofAnother.test(sentence)) return [];
    if (step !== null) return [{ step, date }];
    const isOn = /^\s*It\b/u.test(sentence) && isInUse.test(match[1] ?? "");
    return head !== null && isOn ? [{ step: head, date }] : [];
  });
}

/** A second hub is none of those that are called the hub. */
const ofAnother =
  /\b(?:second|third|another|other|further|additional|former|previous|earlier|not part of)\b/iu;

const isInUse =
  /^(?:goes? live|opens?|in use|operational|online|launched|published|issued|adopted|completed?|ready)/iu;

/** Hub opens: the verb of the name is the one told, and its nouns are said. */
function isSaidBy({ name }: Step, verb: string, said: ReadonlySet<string>): boolean {
  const [own] = endsOfName.exec(name) ?? [];
  if (own === undefined || verb === "" || contentStems(own)[0] !== verb) return false;
  const nouns = contentStems(name.slice(0, -own.length));
  return nouns.length > 0 && nouns.every((stem) => said.has(stem));
}
