/** Mechanisms that a text calls by what they are, where the plan has only one of the kind: 考核, 调度, 领导小组. Not a rule. */
import { wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";

/** A mechanism under its name, or the word of its kind. */
export interface CalledByKind {
  readonly mechanism: Mechanism;
  readonly name: { readonly text: string } | null;
}

const scoreWords = /(?:绩效评价|绩效考核|考核评价|综合评价|综合考核|考核评比|绩效评估)$/u;
const bodyWords = /(?:领导小组|工作专班|专班|委员会|指挥部|联席会议)$/u;

/** The words under which the plan's own mechanisms are known; a word that two of them share is left out. */
export function calledByKind(mechanisms: readonly Mechanism[]): readonly CalledByKind[] {
  const byWord = new Map<string, Mechanism | null>();
  for (const mechanism of mechanisms) {
    if (mechanism.origin !== "plan") continue;
    for (const word of new Set(wordsOf(mechanism))) byWord.set(word, byWord.has(word) ? null : mechanism);
  }
  return [...byWord].flatMap(([text, mechanism]) =>
    mechanism === null || mechanism.name?.text.trim() === text ? [] : [{ mechanism, name: { text } }],
  );
}

function wordsOf({ type, name, parameters }: Mechanism): readonly string[] {
  if (type.value === "scorecard") {
    const [own] = scoreWords.exec(name?.text.trim() ?? "") ?? [];
    return own === undefined ? ["考核"] : ["考核", own];
  }
  if (type.value === "review") return wordsAt(parameters, "kind").map(({ value }) => value.trim());
  const [word] = type.value === "body" ? (bodyWords.exec(name?.text.trim() ?? "") ?? []) : [];
  if (word === undefined) return [];
  return word === "工作专班" ? [word, "专班"] : [word];
}

/** A body in the words of an English sentence. */
export interface BodyCalled {
  readonly item: CalledByKind;
  readonly at: number;
  readonly end: number;
}

/** A steering board, at the head of a clause. */
const aBody =
  /(?:^\s*|[,;:] )An? ((?:[a-z-]+ ){1,2}(?:board|committee|panel|group|council|forum|commission|partnership|task ?force))(?=,? (?:which )?[a-z]+s )/giu;
const theBody =
  /\b(?:the|our|this) (board|committee|panel|group|council|forum|commission|partnership|task ?force|team)(?![a-z-])/giu;

/** Where a sentence says the board, the committee: the one body of that word, if the plan has no other. */
export function bodiesCalled(sentence: string, mechanisms: readonly Mechanism[]): readonly BodyCalled[] {
  return [...theBodies(sentence, mechanisms), ...newBodies(sentence, mechanisms)];
}

/** A steering board meets monthly: told as new, it is the only body that is called so. */
function newBodies(sentence: string, mechanisms: readonly Mechanism[]): readonly BodyCalled[] {
  return [...sentence.matchAll(aBody)].flatMap(({ 0: shown, 1: words = "", index }): BodyCalled[] => {
    const meant = mechanisms.filter(
      ({ type, name }) => type.value === "body" && endsWith(name?.text, ` ${words}`),
    );
    const [mechanism, other] = meant;
    if (mechanism === undefined || other !== undefined) return [];
    const end = index + shown.length;
    return [{ item: { mechanism, name: { text: words } }, at: end - words.length, end }];
  });
}

function theBodies(sentence: string, mechanisms: readonly Mechanism[]): readonly BodyCalled[] {
  return [...sentence.matchAll(theBody)].flatMap(({ 0: shown, 1: word = "", index }): BodyCalled[] => {
    const meant = mechanisms.filter(
      ({ type, name }) =>
        (type.value === "body" && endsWith(name?.text, ` ${word}`)) ||
        // The board meets monthly, of a review that is called Board meeting.
        (type.value === "review" && isMeetingOf(name?.text, word)),
    );
    const [mechanism, other] = meant;
    if (mechanism === undefined || other !== undefined) return [];
    const end = index + shown.length;
    return [{ item: { mechanism, name: { text: word } }, at: end - word.length, end }];
  });
}

function endsWith(name: string | undefined, words: string): boolean {
  return name?.trim().toLowerCase().endsWith(words.toLowerCase()) === true;
}

function isMeetingOf(name: string | undefined, word: string): boolean {
  const plain = name?.trim().toLowerCase() ?? "";
  return ["meeting", "meetings"].some((noun) => ` ${plain}`.endsWith(` ${word.toLowerCase()} ${noun}`));
}

/** The plan's mechanisms that stand in a section, by the section that they cite. */
export function standsIn({ section, alsoIn }: Mechanism, id: string): boolean {
  return section?.value === id || alsoIn.some(({ value }) => value === id);
}
