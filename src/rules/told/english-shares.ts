/**
 * Shares of a fund, a training or a norm in the words of an English sentence: the council finances 60%, a quarter comes from the levy, a third is spent on
 * mentoring, half of it on safeguarding. Shared by a rule; not a rule.
 */
import Big from "big.js";
import { percentOfFraction } from "../texts/english-fractions.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { isOfOtherWhole, ofOneTime } from "../texts/other-whole.ts";
import type { ReadSentence } from "../texts/read-sentences.ts";
import { contentStems, nearness, touches } from "../texts/subjects.ts";
import type { ToldFact } from "./english-facts.ts";
import type { EnglishFact } from "./stated-facts.ts";

const share =
  /(?<![\d.])(\d{1,3}(?:\.\d{1,2})?)(?: ?%| per ?cent)|\b((?:(?:one |a )?half|(?:one|a) (?:third|quarter|fifth|tenth)|two[- ](?:thirds|fifths)|three[- ](?:quarters|fifths)))\b(?! (?:hour|day|year|mile|point|of (?:the )?(?:year|month|first|patients|people)))/giu;

/** Not the whole, not always, or not sure. */
const ofSome =
  /\b(?:about|around|roughly|nearly|almost|up to|more than|less than|over|under|first year|each year|a year|per year|every year|remaining|further|additional|extra|initially|at first|was|were|had|in (?:19|20)\d\d|until)\b/iu;

const softBefore =
  /\b(?:up to|at most|about|around|some|roughly|nearly|almost|more than|less than|over|under) $/iu;

interface Said {
  readonly shown: string;
  readonly at: number;
  readonly end: number;
  readonly percent: Big;
}

function sharesIn(text: string): readonly Said[] {
  return [...text.matchAll(share)].flatMap(({ 0: shown, 1: digits, 2: words = "", index: at }) => {
    const percent = digits === undefined ? percentOfFraction(words, 2) : new Big(digits);
    return percent === null ? [] : [{ shown, at, end: at + shown.length, percent }];
  });
}

/** All shares of a sentence that are told of a part of one mechanism, otherwise than stated. */
export function sharesTold(sentence: ReadSentence, all: readonly EnglishFact[]): readonly ToldFact[] {
  const { text } = sentence;
  if (ofElsewhere.test(text) || !/%|per ?cent|half|third|quarter|fifth|tenth/iu.test(text)) return [];
  const facts = all.filter(({ kind, item }) => kind === "share" && mayBeOf(sentence, item, all));
  if (facts.length === 0) return [];
  const said = sharesIn(text);
  const told = said.map((one, i) => {
    const words = partsBeside(text, one, said[i - 1]?.end ?? 0, said[i + 1]?.at ?? text.length);
    return { one, words, fact: words === null ? null : (meantBy(words.of, facts) ?? null) };
  });
  const isRow = told.some(({ words, fact }) => words?.isSure === true && fact !== null);
  return told.flatMap(({ one, words, fact }): ToldFact[] => {
    if (words === null || fact === null || !(words.isSure || isRow)) return [];
    if (ofSome.test(text.slice(words.from, words.to)) || ofOneTime.test(text.slice(0, one.at))) return [];
    if (isOfOtherWhole(text.slice(one.end))) return [];
    if (softBefore.test(text.slice(Math.max(0, one.at - 12), one.at))) return [];
    const own = facts.filter(({ labelled }) => isSame(labelled, fact.labelled));
    if (own.some(({ value }) => isNear(value.value, one))) return [];
    const isSure = own.length === 1 && fact.item.section?.value === sentence.section.id.value;
    return [{ sentence, fact, said: one.shown.trim(), at: one.at, isSure }];
  });
}

/** A half is exact, a third is 33%; 33% is right for a third. */
function isNear(stated: Big, { percent, shown }: Said): boolean {
  return stated
    .minus(percent)
    .abs()
    .lte(/third/iu.test(shown) || /^\d+(?:%| )/u.test(shown) ? "0.5" : "0.06");
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((stem) => b.has(stem));
}

const gives =
  "pays?(?: for)?|finances?|funds?|bears?|covers?|contributes?|provides?|meets?|gives?|puts? in|adds?|supplies|supply|receives?|gets?|takes?(?: up)?|accounts? for|makes? up|absorbs?";
const before = new RegExp(
  `(?:^\\s*|[,;:(] ?|\\b(?:and|while|whereas|of which) )(?:the |our )?([A-Za-z' -]{2,50}?)(?:,? (${gives}|(?:will|shall|must|is to|are to) (?:pay|finance|fund|bear|cover|contribute|provide|meet|give|receive|get)))? (?:at least |exactly )?$`,
  "u",
);
const behind =
  /^(?:,? of (?:it|this|that|which|them|(?:the|this) [a-z ]{2,30}?)|,? (?:of )?the (?:money|budget|fund|total|cost|sum|time))?,? ?(?:(?:is|are|will be|goes|go|comes?|will come|will go|takes?|takes place|happens?|falls?) )?(?:(?:spent|used|paid|borne|provided|reserved|earmarked|set aside|met|covered|given|held|place) )?(?:on|from|to|for|by|in|at) (?:the |our )?([A-Za-z' -]{2,60})/u;

interface Beside {
  readonly of: string;
  /** A verb tells that it is a share of the whole; without one it must stand in a row. */
  readonly isSure: boolean;
  readonly from: number;
  readonly to: number;
}

/** The words before a share that say who gives it, or behind it that say what it is for. */
function partsBeside(text: string, { at, end }: Said, from: number, to: number): Beside | null {
  const head = text.slice(from, at);
  const [shownBefore = "", who = "", verb] = before.exec(head) ?? [];
  const tail = text.slice(end, to);
  const [shownBehind = "", what = ""] = behind.exec(tail) ?? [];
  const isActive = who !== "" && verb !== undefined;
  if (!isActive && what !== "") {
    const isSure =
      /\b(?:spent|used|comes?|goes|paid|borne|provided|reserved|earmarked|set aside|place|happens|of (?:it|this|which))\b/u.test(
        shownBehind.slice(0, shownBehind.length - what.length),
      );
    const [own = ""] = what.split(/,|\band\b(?= (?:a|one|half|\d))/u);
    return { of: own, isSure, from: at, to: end + shownBehind.length };
  }
  return who === "" || /\band$|^(?:is|are|takes|goes|comes|of|on|for|from|spent)\b/u.test(who)
    ? null
    : { of: who, isSure: isActive, from: at - shownBefore.length, to: end };
}

/** The one part whose words are those said: all of them, or the last one where no other part has it. */
function meantBy(words: string, facts: readonly EnglishFact[]): EnglishFact | null {
  const said = new Set(contentStems(words));
  if (said.size === 0) return null;
  const whole = facts.filter(({ labelled }) => nearness(said, labelled) === 2 || isAllOf(said, labelled));
  const [fact, ...others] = whole;
  if (fact !== undefined)
    return others.every(({ labelled }) => isSame(labelled, fact.labelled)) ? fact : null;
  const last = facts.filter(({ labelled }) => said.size === 1 && [...labelled].at(-1) === [...said][0]);
  const labels = facts.filter(({ labelled }) => touches(said, labelled));
  return last.length > 0 && labels.every(({ labelled }) => isSame(labelled, last[0]?.labelled ?? none))
    ? (last[0] ?? null)
    : null;
}

const none: ReadonlySet<string> = new Set();

function isAllOf(said: ReadonlySet<string>, labelled: ReadonlySet<string>): boolean {
  return labelled.size > 0 && [...labelled].every((stem) => said.has(stem));
}

/** The sentence names it, says two of its parts, or stands in its section. */
function mayBeOf(
  { stems, before: last, section }: ReadSentence,
  item: EnglishFact["item"],
  all: readonly EnglishFact[],
): boolean {
  if (item.section?.value === section.id.value) return true;
  const own = all.filter((one) => one.item === item && one.kind === "share");
  const said = last === null ? stems : new Set([...stems, ...last]);
  if (own.some((one) => nearness(said, one.own) === 2)) return true;
  return own.filter(({ labelled }) => isAllOf(stems, labelled)).length > 1;
}
