/**
 * English sentences that tell no term of the plan's own mechanisms: how it was before the plan (in 2025 there was one nurse for every nine beds),
 * what another programme did, and how it is at another place (the hub in Kirkby). Shared by rules on texts; not a rule.
 */
import type { Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { late } from "../../text/late.ts";
import { nameOf } from "../name-of.ts";
import { calendarOf, datesIn } from "./dates.ts";
import { stemsIn } from "./word-stems.ts";

/** The date opens the sentence, or closes it. */
const opens =
  /^\W*(?:[Ii]n|[Bb]y|[Dd]uring|[Uu]ntil|[Bb]efore|[Bb]etween|[Ff]rom|[Uu]nder|[Ww]ith|[Oo]ver|[Tt]hroughout|[Aa]t the end of)\b[^,\d]{0,30}$/u;
const closes = /\b(?:in|until|before|during|since|by|of) (?:the (?:spring|summer|autumn|winter) of )?$/iu;
const past =
  /\b(?:was|were|had|did|took|left|got|gave|paid|met|held|made|cost|put|went|came|stood|spent|[a-z]{3,}ed)\b/iu;
const otherProgramme =
  /\b(?:in|under|of|during|by|on) (?:the|our|an?) (?:last (?:plan|programme|program|project|strategy|scheme|grant|round|term|pilot)|(?:previous|former|earlier) (?!(?:year|quarter|month|week|phase|stage|section|chapter)s?\b)[a-z]{3,})\b/iu;
const mayBeOther = /(?:19|20)\d\d|\b(?:last|previous|former|earlier)\b/u;

/** It tells what was so before the plan begins, or in the programme before it. */
export function tellsOfBefore(text: string, plan: Plan): boolean {
  if (!mayBeOther.test(text) || chinese.test(text)) return false;
  if (otherProgramme.test(text) && past.test(text)) return true;
  const start = plan.period?.start?.value ?? null;
  if (start === null) return false;
  const dates = datesIn(text, calendarOf(plan));
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined || dates.some((one) => one.last >= start)) return false;
  if (!past.test(text)) return false;
  return (
    opens.test(text.slice(0, first.at)) ||
    (/^\W*$/u.test(text.slice(last.end)) && closes.test(text.slice(0, last.at)))
  );
}

const place = late(
  () =>
    /\b(?:[Ii]n|[Aa]t) (?:the )?((?:[A-Z][\p{L}'’.-]+ ?){1,4}(?:(?:\d{1,3}|[A-Z]|one|two|three|four)\b)?)/gu,
);
const anyPlace = /\b(?:[Ii]n|[Aa]t) (?:the )?[A-Z]/u;
const ofTimeOrMoney =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Year|Quarter|Q\d|USD|EUR|GBP|CNY|CHF|(?:Spring|Summer|Autumn|Winter|Easter|Christmas|Ramadan)\b)/u;
const ofTextOrLanguage =
  /^(?:Section|Annex|Appendix|Table|Figure|Chapter|Part|Phase|Stage|No\b|(?:English|French|Spanish|Mandarin|Chinese|Arabic)\b)/u;
/** Tier 2, Band A, Wave Three: one of a row of the plan. */
const numbered = /^[A-Z][a-z]+ (?:\d{1,3}|[A-Z]|I{1,3}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)$/u;

function isPlace(name: string): boolean {
  return !(ofTimeOrMoney.test(name) || ofTextOrLanguage.test(name) || numbered.test(name.trim()));
}

const kindOfPlace =
  /\b(?:Hospital|School|College|University|Centre|Center|County|City|Town|Borough|District|Valley|Council|Region|Station|Library|Street|Road)\b/gu;
const longestNames = 20_000;

/** It tells of a place that no name of the plan knows. */
export function isAtUnknownPlace(text: string, plan: Plan): boolean {
  if (!anyPlace.test(text) || chinese.test(text)) return false;
  const said = [...text.matchAll(place())].map(({ 1: name = "" }) => name).filter(isPlace);
  if (said.length === 0) return false;
  const known = knownWords(plan);
  return said.some((name) => {
    const stems = stemsIn(name.replace(kindOfPlace, ""));
    return stems.length > 0 && stems.every((stem) => !known.has(stem));
  });
}

const scoredToo = /\b(?:scores|rates|ranks|grades)\b[^.;:]{1,40} (?:too|as well|itself)\b/iu;
const scoredBy = late(
  () =>
    /\b(?:scored|rated|graded|ranked|certified|classed|assessed|accredited)\b[^.;,]{0,40} by (?:the )?([A-Z][\p{L}'’.-]+)/u,
);

/** The regulator scores providers too; to be rated good by the Association takes 90 points. */
export function isOtherScore(text: string, plan: Plan): boolean {
  if (scoredToo.test(text)) return true;
  if (chinese.test(text) || !text.includes(" by ")) return false;
  const stems = stemsIn(scoredBy().exec(text)?.[1] ?? "");
  return stems.length > 0 && !stems.some((stem) => knownWords(plan).has(stem));
}

const wordsOfPlan = new WeakMap<Plan, ReadonlySet<string>>();

/** Words of all names of the plan and of its titles, and names that its texts tell more than once. */
function knownWords(plan: Plan): ReadonlySet<string> {
  const read = wordsOfPlan.get(plan);
  if (read !== undefined) return read;
  const { title, issuer, actors, entities, mechanisms, actions, milestones, deliverables, phases } = plan;
  const items = [
    ...actors,
    ...entities,
    ...mechanisms,
    ...actions,
    ...milestones,
    ...deliverables,
    ...phases,
  ];
  const ofIndicators = plan.indicators.flatMap((one) => [nameOf(one), one.definition?.value ?? ""]);
  const names = [title?.value, issuer?.name?.value, ...plan.sections.map((one) => one.title?.text)];
  const words = [...names, ...items.map(nameOf), ...ofIndicators].join(" ").slice(0, longestNames);
  const texts = plan.sections
    .map(({ text }) => text?.text ?? "")
    .join(" ")
    .slice(0, longestTexts);
  const many = new Map<string, number>();
  for (const [word] of texts.matchAll(properWord())) many.set(word, (many.get(word) ?? 0) + 1);
  const repeated = [...many].filter(([, times]) => times > 1).map(([word]) => word);
  const known = new Set(stemsIn(`${words} ${repeated.join(" ")}`));
  wordsOfPlan.set(plan, known);
  return known;
}

const properWord = late(() => /\b[A-Z]\p{L}{2,}/gu);
const longestTexts = 100_000;
