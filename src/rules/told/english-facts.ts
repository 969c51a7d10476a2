/**
 * What English sentences tell of the facts of mechanisms otherwise than they are stated: answered within ten days, three weeks in a row, one nurse
 * for every six beds, on half of the wards by June 2028, one point is worth £0.10. Shared by a rule; not a rule.
 */
import type { Plan } from "../../plan/plan.ts";
import { convert } from "../../plan/units.ts";
import { nameOf } from "../name-of.ts";
import { clauseAround } from "../texts/clauses.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { tellsOfBefore } from "../texts/not-of-plan.ts";
import { isOfOtherSource } from "../texts/of-other-sources.ts";
import { type ReadSentence, readSentences } from "../texts/read-sentences.ts";
import type { SaidFigure } from "../texts/said-figures.ts";
import { contentStems, nearness, touches } from "../texts/subjects.ts";
import { sharesTold } from "./english-shares.ts";
import { notWhole, ofSomeCases } from "./limits.ts";
import { ratioTold, worthTold } from "./ratios.ts";
import { type EnglishFact, englishFacts, type FactKind } from "./stated-facts.ts";

/** A figure told of a fact that states another; `at`: an offset in the sentence. */
export interface ToldFact {
  readonly sentence: ReadSentence;
  readonly fact: EnglishFact;
  readonly said: string;
  readonly at: number;
  /** The sentence, or the one that it goes on from, names the mechanism. */
  readonly isSure: boolean;
}

/** A figure with the clause around it, told as a fact of one kind. */
interface Said {
  readonly kind: FactKind;
  readonly figure: SaidFigure;
  /** Words of the clause before the figure, and of all of it. */
  readonly head: ReadonlySet<string>;
  readonly clause: ReadonlySet<string>;
  readonly text: string;
}

/** All facts that the texts tell otherwise. */
export function factsTold(plan: Plan): readonly ToldFact[] {
  const facts = englishFacts(plan);
  if (facts.length === 0) return [];
  const start = plan.period?.start?.value ?? null;
  const read = readSentences(plan)
    .filter(({ text }) => !tellsOfBefore(text, plan))
    .map((sentence) => ({ sentence, all: saidIn(sentence, start) }));
  const told = read.flatMap(({ sentence, all }) =>
    all.flatMap((said): readonly ToldFact[] => {
      const fact = otherFact(sentence, said, facts);
      if (fact === null || isToldElsewhere(fact, sentence, read)) return [];
      const { shown, at } = said.figure;
      return [{ sentence, fact, said: shown.trim(), at, isSure: names(sentence, fact) }];
    }),
  );
  const others = read.flatMap(({ sentence }) => [
    ...ratioTold(sentence, facts),
    ...worthTold(sentence, facts),
    ...sharesTold(sentence, facts),
  ]);
  return [...told, ...others].filter((one) => !isOfOtherSource(one.sentence.text.slice(0, one.at), plan));
}

const within =
  /\b(?:within|in at most|no later than|not later than|in no more than|in under) (?:a maximum of |at most |the (?:next|following) )?$/iu;
const afterCourse =
  /^ (?:after|following) (?:the |their |each |it )?(?:[a-z]+ )?(?:training|course|module|end of the (?:training|course)|finishing|completing)\b/iu;
const inTurnBehind = /^ (?:in a row|running|in succession|one after (?:the )?(?:other|another))\b/iu;
const inTurnWithin = /\b(?:consecutive|successive)\b/iu;
const ofTests = /\b(?:tests?|tested|exams?|examin[a-z]+|assess[a-z]*|check(?:s|ed)?)\b/iu;
/** What was so, or is now, is no rule. */
const past = /\b(?:was|were|had|took|used to|stood|last year|today|at present|currently)\b/iu;
/** Some of the cases, or another thing that is done with them, has a time of its own. */
const ofSome =
  /\b(?:urgent|emergenc[a-z]+|serious|complex|simple|minor|first|initial|appeal[a-z]*|appeals|others?|remaining|exceptional[a-z]*|special|most|some|many|refus[a-z]+|extend[a-z]*|extension|otherwise|unless|except|half|average|aim|hope|may|might|could|reminder|without|where possible|at weekends|per ?cent|\d+ ?%)\b/iu;

function saidIn({ text, figures }: ReadSentence, start: number | null): readonly Said[] {
  if (figures.length === 0 || ofElsewhere.test(text)) return [];
  return figures.flatMap((figure): Said[] => {
    if (!figure.isFirm || figure.isMove || isBefore(figure, start)) return [];
    if (past.test(text.slice(0, figure.at))) return [];
    const kind = kindOf(text, figure);
    if (kind === null) return [];
    const { from, to } = clauseAround(text, figure, borders);
    if (kind === "within" && ofSome.test(text.slice(from, to))) return [];
    return [
      {
        kind,
        figure,
        head: new Set(contentStems(text.slice(from, figure.at))),
        clause: new Set(contentStems(text.slice(from, to))),
        text: text.slice(from, to),
      },
    ];
  });
}

function isBefore({ date }: SaidFigure, start: number | null): boolean {
  return date !== null && start !== null && date.last < start;
}

function kindOf(text: string, { at, end, shown, quantity, date }: SaidFigure): FactKind | null {
  const [head, tail] = [text.slice(Math.max(0, at - 60), at), text.slice(end, end + 60)];
  const dimension = quantity.unit?.dimension ?? "";
  if (dimension === "percent") return date === null ? null : "stage";
  if (!/^(?:time|working-days|months)/u.test(dimension)) return null;
  if (inTurnWithin.test(shown) || inTurnBehind.test(tail)) return "streak";
  if (within.test(head)) return "within";
  return afterCourse.test(tail) && ofTests.test(text) ? "after" : null;
}

const borders = /[,;:()]|\b(?:and|but|or|while|which|who)\b/giu;

/** The one fact that the figure is told of, where nothing that may be meant states it; else null. */
function otherFact(sentence: ReadSentence, said: Said, facts: readonly EnglishFact[]): EnglishFact | null {
  const meant = facts.flatMap((fact) => {
    const score = fact.kind === said.kind ? scoreOf(sentence, said, fact) : 0;
    const isSame = score === 0 ? null : agrees(fact, said.figure);
    return isSame === null ? [] : [{ fact, score, isSame }];
  });
  if (meant.length === 0 || meant.some(({ isSame }) => isSame)) return null;
  if (said.kind !== "within" && agreesBeside(sentence, said, meant)) return null;
  const most = Math.max(...meant.map(({ score }) => score));
  const [only, other] = meant.filter(({ score }) => score === most);
  return other === undefined ? (only?.fact ?? null) : null;
}

/** Half of them by June, when 80% of pupils take part: another figure of the sentence is the stated one. */
function agreesBeside(
  { text, figures }: ReadSentence,
  { kind, figure }: Said,
  meant: readonly { readonly fact: EnglishFact }[],
): boolean {
  return figures.some(
    (one) =>
      one !== figure &&
      (kind !== "stage" || (one.date !== null && one.date.at === figure.date?.at)) &&
      kindOf(text, one) === kind &&
      meant.some(({ fact }) => agrees(fact, one) === true),
  );
}

/** Null where the two do not compare. */
function agrees({ value, kind }: EnglishFact, { quantity }: SaidFigure): boolean | null {
  if (value.upper !== null) return null;
  const said = kind === "stage" ? quantity.value : convert(quantity.value, quantity.unit, value.unit);
  if (said === null) return null;
  return kind === "stage" ? value.value.minus(said).abs().lt("0.6") : said.eq(value.value);
}

const answers = /^(?:answer|respond|repl|react|act|explain|intervene)/u;

/** How surely the figure is told of the fact; 0 for not at all. */
function scoreOf(
  sentence: ReadSentence,
  { kind, figure, head, clause, text }: Said,
  fact: EnglishFact,
): number {
  const said = around(sentence);
  const ofName = nearness(said, fact.own) * 10 + hits(said, fact.own) + hits(said, fact.beside);
  if (kind === "stage") {
    const isOn = figure.date !== null && fact.day !== null && isWithin(fact.day, figure.date);
    return isOn && nearness(said, fact.own) > 0 ? ofName : 0;
  }
  if (kind === "streak") {
    const isCalled = nearness(said, fact.own) > 0 || nearness(said, fact.beside) > 0;
    return isCalled && /\b(?:when|whenever|if|once|should|after|where)\b/iu.test(sentence.text) ? ofName : 0;
  }
  if (kind === "after") return isNear(sentence, said, fact) ? ofName + 1 : 0;
  // Urgent complaints are acknowledged within a day: a step, where the limit is that of the case.
  if (fact.item.type.value === "workflow" && isOfSome(sentence, figure, fact)) return 0;
  if (notWhole.test(text) && !notWhole.test(fact.label ?? nameOf(fact.item))) return 0;
  const isTold =
    fact.labelled.size === 0
      ? [...clause].some((stem) => answers.test(stem)) && isSpokenOf(sentence, fact)
      : nearness(head, fact.labelled) === 2 || nearness(clause, fact.labelled) > 0 || isOneWord(clause, fact);
  return isTold && isNear(sentence, said, fact) ? ofName + 1 : 0;
}

/** What is said up to the figure is of some of the cases. */
function isOfSome({ text }: ReadSentence, { at }: SaidFigure, { item, label }: EnglishFact): boolean {
  const from = Math.max(0, at - 80, text.lastIndexOf(" and ", at));
  const names = `${nameOf(item)} ${label ?? ""}`;
  return ofSomeCases(text.slice(from, at), names) || /\bnot [a-z]+ed\b/iu.test(text.slice(0, at));
}

/** Who answers, the word alone does not tell: this section, this sentence or the whole name before it does. */
function isSpokenOf(sentence: ReadSentence, { item, own }: EnglishFact): boolean {
  return (
    item.section?.value === sentence.section.id.value ||
    (own.size < 3 && touches(sentence.stems, own)) ||
    nearness(sentence.stems, own) > 0 ||
    nearness(around(sentence), own) === 2
  );
}

function isOneWord(clause: ReadonlySet<string>, { labelled }: EnglishFact): boolean {
  return labelled.size === 1 && touches(clause, labelled);
}

/** The words of the sentence and, where it goes on, of the one before. */
function around({ stems, before }: ReadSentence): ReadonlySet<string> {
  return before === null ? stems : new Set([...stems, ...before]);
}

function hits(said: ReadonlySet<string>, words: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of words) if (said.has(stem)) count += 1;
  return count;
}

/** A word of its name is said, or it stands in this section. */
function isNear({ section }: ReadSentence, said: ReadonlySet<string>, { item, own }: EnglishFact): boolean {
  return touches(said, own) || item.section?.value === section.id.value;
}

function names(sentence: ReadSentence, { own, beside, kind }: EnglishFact): boolean {
  const said = around(sentence);
  if (nearness(said, own) === 2) return true;
  return kind === "stage" && nearness(said, own) === 1 && touches(sentence.stems, beside);
}

function isWithin(day: number, { start, last }: { readonly start: number; readonly last: number }): boolean {
  return start <= day && day <= last;
}

/** Another sentence tells the fact as it is stated: this one speaks of something else, if it does not name the mechanism. */
function isToldElsewhere(
  fact: EnglishFact,
  sentence: ReadSentence,
  read: readonly { readonly sentence: ReadSentence; readonly all: readonly Said[] }[],
): boolean {
  if (nearness(sentence.stems, fact.own) === 2) return false;
  return read.some(
    (one) =>
      one.sentence !== sentence &&
      one.all.some(
        (said) =>
          said.kind === fact.kind &&
          agrees(fact, said.figure) === true &&
          scoreOf(one.sentence, said, fact) > 0,
      ),
  );
}
