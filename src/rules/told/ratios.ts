/** Ratios in the words of an English sentence, and what it says that a point is worth. Shared by a rule; not a rule. */
import Big from "big.js";
import { englishCount, englishNumber } from "../../plan/english-number.ts";
import { clauseAround } from "../texts/clauses.ts";
import { ofElsewhere } from "../texts/figures.ts";
import type { ReadSentence } from "../texts/read-sentences.ts";
import { contentStems, nearness, touches } from "../texts/subjects.ts";
import type { ToldFact } from "./english-facts.ts";
import type { EnglishFact } from "./stated-facts.ts";

const ratio = new RegExp(
  `\\b(one|${englishCount})((?: [a-z-]{2,20}){0,4}) (?:(?:for|to|per) (?:every|each)|per|for) (${englishCount})\\b(?![.,]\\d| ?(?:%|per ?cent|minutes?|hours?|days?|weeks?|months?|years?|quarters?)\\b)((?: (?:[a-z-]{3,20})){0,2})`,
  "giu",
);
const soft =
  /\b(?:about|around|some|roughly|nearly|almost|today|now|currently|at present|only|average|was|were|had|used to|instead of|rather than|until|enough|additional|in addition|first (?:year|months?|phase)|to begin with|at first|initially)\b/iu;

/** Before the ratio: it is of a time, or of others. */
const beginning =
  /\b(?:additional|in addition|in (?:its|the|their) first|to begin with|at first|initially)\b[^;]*$/iu;

/** One nurse for every six beds, where a norm of nurses and beds states another; the words of its clause say of which norm it is told. */
export function ratioTold(sentence: ReadSentence, all: readonly EnglishFact[]): readonly ToldFact[] {
  const { text } = sentence;
  const facts = all.filter(({ kind }) => kind === "ratio");
  if (facts.length === 0 || !/\b(?:for|to|per) /u.test(text) || ofElsewhere.test(text)) return [];
  let noun: ReadonlySet<string> = new Set();
  return [...text.matchAll(ratio)].flatMap((match): ToldFact[] => {
    const [shown, some = "", , base = "", behind = ""] = match;
    const [own] = contentStems(behind);
    // One for every ten: of what was counted before.
    if (own !== undefined) noun = new Set(contentStems(behind));
    const [a, b] = [some, base].map((one) => Number(englishNumber(one) ?? one.replaceAll(",", "")));
    if (a === undefined || b === undefined || !(a > 0) || !(b > a)) return [];
    const place = { at: match.index, end: match.index + shown.length };
    const { from, to } = clauseAround(text, place, borders);
    const clause = text.slice(from, to);
    if (soft.test(clause) || beginning.test(text.slice(0, match.index))) return [];
    const words = new Set(contentStems(clause));
    const fit = facts.filter(({ labelled }) => touches(noun, labelled));
    const scored = fit.map((fact) => ({ fact, score: scoreOf(sentence, words, fact) }));
    const most = Math.max(0, ...scored.map(({ score }) => score));
    const [best, other] = scored.filter(({ score }) => score === most).map(({ fact }) => fact);
    const said = new Big(b).div(a);
    const agreed = fit.some(({ value }) => value.value.minus(said).abs().lt("0.005"));
    if (most === 0 || best === undefined || other !== undefined) return [];
    if (agreed && (fit.length < 2 || best.value.value.minus(said).abs().lt("0.005"))) return [];
    // Of two norms one states it: the clause has to tell the other by a word of its own.
    if (agreed && nearness(words, best.own) < 2) return [];
    const isSure = nearness(sentence.stems, best.own) === 2;
    return [{ sentence, fact: best, said: shown.trim(), at: match.index, isSure }];
  });
}

/** Words of the norm in the clause count more than those in the sentence. */
function scoreOf(
  { stems }: ReadSentence,
  clause: ReadonlySet<string>,
  { own, beside, labelled }: EnglishFact,
): number {
  const apart = [...own, ...beside].filter((stem) => !labelled.has(stem));
  return apart.filter((stem) => clause.has(stem)).length * 3 + apart.filter((stem) => stems.has(stem)).length;
}

const borders = /[,;:()]|\b(?:and|but|while)\b/giu;

const worth =
  /\b(one|a|an|each|every|\d{1,5}) points? (?:(?:is|are) worth|equals?|buys?|earns?|(?:can be |is |are )?(?:exchanged|redeemed|swapped) for|stands? for) (?:[£$€]|(?:USD|GBP|EUR) )(\d{1,6}(?:\.\d{1,4})?)/giu;

/** One point is worth £0.10. */
export function worthTold(sentence: ReadSentence, all: readonly EnglishFact[]): readonly ToldFact[] {
  const facts = all.filter(({ kind }) => kind === "exchange");
  const [only, other] = facts;
  if (only === undefined || !/\bpoints? /u.test(sentence.text) || ofElsewhere.test(sentence.text)) return [];
  const named = facts.filter(({ own }) => nearness(sentence.stems, own) === 2);
  const fact = other === undefined ? only : named.length === 1 ? named[0] : undefined;
  if (fact === undefined) return [];
  return [...sentence.text.matchAll(worth)].flatMap(
    ({ 0: shown, 1: many = "", 2: money = "", index: at }) => {
      const points = /^\d/u.test(many) ? Number(many) : 1;
      if (points === 0 || new Big(money).div(points).minus(fact.value.value).abs().lt("0.00005")) return [];
      return [{ sentence, fact, said: shown, at, isSure: true }];
    },
  );
}
