/**
 * Who a text says answers for something must be who the plan says.
 *
 * Looks at: titles of sections, and sentences of their texts and of what mechanisms say of themselves that name one item, in full or shortened,
 * with an owner (indicator, action, milestone, deliverable, risk, mechanism) and say which actor leads it (由区财政局牵头,
 * led by the Finance Office). A part of the work (负责资金保障) is no lead, nor is one of several bodies. The word of a kind
 * (由区财政局牵头召开联席会议) stands for the one mechanism of that kind, in the section that it cites; who holds a review
 * answers for it.
 * Under a heading that is the name of an action, who is said to do the work without naming it (…由县教育局组织实施) does that action.
 * Reports: the actor in the text; related: the stated owner. An error where the plan names another lead; a warning where the
 * actor is stated as taking part or is none of the plan's, or the text only tells the kind or stands
 * under such a heading.
 * Source: DESIGN.md section 4 (an owner stated twice).
 */
import type { Given } from "../../plan/given.ts";
import type { Owner, Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, type Sentence, sentencesOf } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { type CalledByKind, calledByKind, standsIn } from "../texts/called-by-kind.ts";
import { type Callings, callingsOf, placesCalled } from "../texts/callings.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { type NamesByEnd, namedThings, placesIn } from "../texts/named-things.ts";
import { placeOf, sentencesTold, type ToldText, toldTexts } from "../texts/sentences.ts";
import { type Topic, topicsOf } from "../texts/topics.ts";
import {
  isShortFor,
  leadReader,
  leadsTopic,
  leadsWhole,
  subjectReader,
  type ToldLead,
} from "../told/leads.ts";
import { type Owned, ownedByKind, ownedThings } from "../told/owned-things.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  readonly id: string;
  readonly said: string;
  readonly lead: string;
  readonly takesPart: boolean;
};

export const narrativeOwnerConflict = defineRule<Args>({
  code: "narrative/owner-conflict",
  severity: "error",
  named: ["id", "lead", "of"],
  text: {
    en: {
      title: "Owner in the text against the plan",
      message: (a) =>
        `${textInEnglish(a)} says that "${a.said}" answers for ${a.id}, but its owner is ${a.lead}${a.takesPart ? `, and "${a.said}" takes part: who leads?` : ""}`,
      why: "Two bodies that each read of the other answer for nothing.",
      fix: "Correct the text or the owner; of shared work, name one that leads.",
    },
    zhHans: {
      title: "正文责任主体与所列不符",
      message: (a) =>
        `${textInChinese(a)}写“${a.id}”由“${a.said}”负责，而所列责任主体为“${a.lead}”${a.takesPart ? `，“${a.said}”为配合单位，由谁牵头须明确` : ""}`,
      why: "正文与任务分工各写一家，两家都可能认为应由对方负责。",
      fix: "更正正文或责任主体；共同负责的，明确一家牵头。",
    },
  },
  check({ plan, report }) {
    if (plan.actors.length === 0) return;
    const texts = toldTexts(plan);
    const told = [...titlesOf(plan), ...texts].filter(({ text }) => tellsLead.test(text));
    const topics = texts.map(({ section }) => (section === null ? [] : topicsOf(section, plan)));
    if (told.length === 0 && topics.every(({ length }) => length === 0)) return;
    const reader = readerOf(plan, told.length > 0);
    for (const text of told) {
      const named = namesHere(text, reader);
      for (const sentence of sentencesTold(text).flatMap((one) => partsLed(one, reader.leads))) {
        const found = ledIn(sentence.text, named, reader);
        if (found !== null) report(...findingOf(text, sentence, found));
      }
    }
    for (const [i, text] of texts.entries())
      for (const { sentence, ...found } of ledUnderHeadings(text, topics[i] ?? [], reader))
        report(...findingOf(text, sentence, found));
  },
});

/** Titles of sections, as texts: 自治组织培育（牵头单位：区民政局）. */
function titlesOf({ sections }: Plan): readonly ToldText[] {
  return sections.flatMap((section): readonly ToldText[] =>
    section.title === null
      ? []
      : [{ text: section.title.text, span: section.title.span, item: section, section, subject: null }],
  );
}

/** What is asked of each sentence. */
interface Reader {
  readonly plan: Plan;
  readonly things: Callings<Owned>;
  readonly leads: (sentence: string) => ToldLead | null;
  readonly subject: (sentence: string) => ToldLead | null;
  readonly kinds: readonly CalledByKind[];
}

function readerOf(plan: Plan, isTold: boolean): Reader {
  return {
    plan,
    things: callingsOf(ownedThings(plan), "words"),
    leads: leadReader(plan),
    subject: subjectReader(plan),
    kinds: isTold ? calledByKind(plan.mechanisms) : [],
  };
}

/** The words of kinds that stand for one mechanism of the section. */
function namesHere({ section }: ToldText, { kinds }: Reader): NamesByEnd<Owned> {
  const here = section === null ? [] : kinds.filter(({ mechanism }) => standsIn(mechanism, section.id.value));
  return namedThings(here.flatMap(ownedByKind));
}

/** Another than the stated owner is told. */
interface Found {
  readonly thing: Owned;
  readonly lead: ToldLead;
  readonly stated: Given<string>;
  readonly takesPart: boolean;
  readonly isSure: boolean;
}

function ledIn(sentence: string, byKind: NamesByEnd<Owned>, { plan, things, leads }: Reader): Found | null {
  const lead = leads(sentence);
  if (lead === null) return null;
  const isApart = (one: Pick<Place, "at" | "end">): boolean => !overlap(one, lead);
  const byName = placesCalled(sentence, things).filter(isApart);
  const named: readonly Place[] =
    byName.length > 0
      ? byName
      : placesIn(sentence, byKind)
          .filter(isApart)
          .filter((one) => standsAlone.test(sentence.slice(one.end, one.end + 4)))
          .map((one) => ({ ...one, isShort: false }));
  const thing = named.find((one) => leadsWhole(sentence, lead, one));
  if (thing === undefined || named.some(({ item }) => item.item !== thing.item.item)) return null;
  // Who owns the clinics may own the houses, not the work on them.
  const isProperty = thing.isShort && /\bown(?:s|ed)?\b/i.test(sentence);
  const isSure = byName.length > 0 && lead.actor !== null && !isProperty && thing.isTail === undefined;
  return otherLead(thing.item, lead, plan, isSure);
}

/** The lead against the stated owner; null where they are the same. */
function otherLead(thing: Owned, lead: ToldLead, plan: Plan, isNamed: boolean): Found | null {
  const stated = statedLead(thing.owners, lead, plan);
  if (stated === null) return null;
  const id = lead.actor?.id.value;
  const takesPart = thing.owners.some(({ with: others }) => others.some(({ value }) => value === id));
  return { thing, lead, stated, takesPart, isSure: isNamed && !takesPart };
}

/** （一）改造学校食堂。…由县教育局组织实施: of the action that the first words of a paragraph name, where the sentence names nothing else. */
function ledUnderHeadings(
  { section }: ToldText,
  topics: readonly Topic[],
  reader: Reader,
): readonly (Found & { readonly sentence: Sentence })[] {
  if (section?.text == null) return [];
  const { plan, things, leads, subject } = reader;
  const { text } = section.text;
  return topics.flatMap(({ item, from, to }) => {
    const owners = item.owner.map(({ is }) => is.value);
    const sentences = owners.length === 0 ? [] : sentencesOf(text.slice(from, to)).filter(isNoBlank);
    return sentences.flatMap((sentence, i) => {
      const isChinese = chinese.test(sentence.text);
      if (ofElsewhere.test(sentence.text)) return [];
      const lead = isChinese ? leads(sentence.text) : subject(sentence.text);
      if (lead === null || (lead.actor === null && !isChinese) || !leadsTopic(sentence.text, lead, i === 0))
        return [];
      if (placesCalled(sentence.text, things).some((one) => !overlap(one, lead) && one.item.item !== item))
        return [];
      const found = otherLead({ item, name: item.name, owners }, lead, plan, false);
      // Who takes part does some of the work, but does not lead it.
      if (found === null || (found.takesPart && !leadsAll.test(sentence.text.slice(lead.end)))) return [];
      return [{ ...found, sentence: { ...sentence, at: from + sentence.at } }];
    });
  });
}

const leadsAll = /^总?牵头(?:，|$)/u;

function isNoBlank({ text }: Sentence): boolean {
  return text.trim() !== "";
}

function findingOf(text: ToldText, sentence: Sentence, { thing, lead, stated, takesPart, isSure }: Found) {
  const id = thing.item.id.value;
  const args: Args = {
    ...placeOf(text),
    id,
    said: lead.said,
    lead: stated.value,
    takesPart,
  };
  const related = [{ span: stated.span, note: { en: "the owner", zhHans: "责任主体" } }];
  const severity = isSure ? "error" : "warning";
  const span = partSpan(text.span, lead.said, sentence.at + lead.at);
  return [span, args, { on: text.item, related, severity }] as const;
}

/** The sentence, or its clauses where each has a lead of its own: 区民政局负责床位改造，区财政局负责资金保障. */
function partsLed(sentence: Sentence, leads: (text: string) => ToldLead | null): readonly Sentence[] {
  const { text, at } = sentence;
  if (!tellsLead.test(text) || ofElsewhere.test(text)) return [];
  if (!clauseEnd.test(text) || leads(text) !== null) return [sentence];
  const clauses: Sentence[] = [];
  let from = 0;
  for (const { index, 0: sign } of text.matchAll(clauseEnds)) {
    clauses.push({ text: text.slice(from, index), at: at + from });
    from = index + sign.length;
  }
  clauses.push({ text: text.slice(from), at: at + from });
  const isLed = clauses.map((one) => tellsLead.test(one.text) && leads(one.text) !== null);
  const least = text.includes("，") ? 2 : 1;
  return isLed.filter(Boolean).length >= least ? clauses.filter((_, i) => isLed[i]) : [];
}

const clauseEnd = /，|, (?:but|and|while|whereas) /u;
const clauseEnds = new RegExp(clauseEnd, "gu");

/** A cheap sign that a text says who leads. */
const tellsLead =
  /由.{1,40}(?:负责|牵头|主责|承担|组织|召集|主持|召开|开展|推进|统筹|实施|落实|考核|督查|评估|建设|编制|起草|制定|拟订|开发|搭建|承建|承办)|牵头|[局委办部联会心院处站](?:负责|承担|[为是](?:责任|牵头|主责|实施)(?:单位|部门))|(?:责任|主责|负责|牵头)(?:单位|部门)(?:[：:]|为|是)|\b(?:led|run|managed|owned|headed) by\b|\b(?:[Ll]ead|[Rr]esponsible|[Aa]ccountable|[Oo]wner)(?: [a-z]+)? (?:for|of)\b|\b(?:will|shall|must|is to) (?:lead|run|manage|head|own|be|answer|take)\b|\b(?:leads|runs|manages|heads|owns|is responsible for|is accountable for|is in charge of|is the (?:lead|owner)|answers for|the (?:sole )?(?:responsibility|task|job) of|(?:rests|lies|sits) with|(?:[Rr]esponsibility|[Oo]wnership|[Aa]ccountability) (?:for|of)|takes (?:responsibility|charge|the lead))\b/u;

/** Behind the word of a kind: 联席会议经费 is something else. */
const standsAlone = /^(?:$|[，。；、）！：\s]|工作|制度|会议|[一1]次|各|全)/u;

interface Place {
  readonly item: Owned;
  readonly at: number;
  readonly end: number;
  readonly isShort: boolean;
  readonly isTail?: true;
}

function overlap(a: { at: number; end: number }, b: { at: number; end: number }): boolean {
  return a.at < b.end && b.at < a.end;
}

/** The stated lead where it is another than the one told; null where it is the same, a part of it, or not stated. */
function statedLead(owners: readonly Owner[], { said, actor }: ToldLead, plan: Plan): Given<string> | null {
  const leads = owners.flatMap(({ lead }) => (lead === null ? [] : [lead]));
  const wordsOf = (id: string): string =>
    plan.actors.find((one) => one.id.value === id)?.name?.text.trim() ?? id;
  const own = actor?.name?.text.trim() ?? said;
  const isSame = leads.some(({ value }) => {
    const words = wordsOf(value);
    return value === actor?.id.value || words.includes(own) || own.includes(words) || isShortFor(own, words);
  });
  return isSame ? null : (leads[0] ?? null);
}
