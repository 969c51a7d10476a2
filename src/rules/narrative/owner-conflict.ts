/**
 * Who a text says answers for something must be who the plan says.
 *
 * Looks at: sentences of section texts that name one item with an owner (indicator, action, milestone, deliverable, risk,
 * mechanism) and say which actor leads it (由区财政局牵头, led by the Finance Office). A part of the work (负责资金保障) is no lead,
 * nor is one of several bodies. The word of a kind (由区财政局牵头召开联席会议) stands for the one mechanism of that kind, in the
 * section that it cites; who holds a review answers for it.
 * Reports: the actor in the text; related: the stated owner. An error where the plan names another lead; a warning where the
 * actor is stated as taking part, or the text only tells the kind.
 * Source: DESIGN.md section 4 (an owner stated twice).
 */
import type { Given } from "../../plan/given.ts";
import { wordsAt } from "../../plan/parameters.ts";
import type { Item, Name, Owner, Plan } from "../../plan/plan.ts";
import { type CalledByKind, calledByKind, standsIn } from "../called-by-kind.ts";
import { defineRule } from "../define-rule.ts";
import { type NamedPlace, type NamesByEnd, namedThings, placesIn } from "../named-things.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";
import { ofElsewhere } from "../text-figures.ts";

type Args = {
  readonly section: string;
  readonly id: string;
  readonly said: string;
  readonly lead: string;
  readonly takesPart: boolean;
};

export const narrativeOwnerConflict = defineRule<Args>({
  code: "narrative/owner-conflict",
  severity: "error",
  named: ["id", "lead"],
  text: {
    en: {
      title: "Owner in the text against the plan",
      message: (a) =>
        `section ${a.section} says that "${a.said}" answers for ${a.id}, but its owner is ${a.lead}${a.takesPart ? `, and "${a.said}" takes part: who leads?` : ""}`,
      why: "Two bodies that each read of the other answer for nothing.",
      fix: "Correct the text or the owner; of shared work, name one that leads.",
    },
    zhHans: {
      title: "正文责任主体与所列不符",
      message: (a) =>
        `章节“${a.section}”写“${a.id}”由“${a.said}”负责，而所列责任主体为“${a.lead}”${a.takesPart ? `，“${a.said}”为配合单位，由谁牵头须明确` : ""}`,
      why: "正文与任务分工各写一家，两家都可能认为应由对方负责。",
      fix: "更正正文或责任主体；共同负责的，明确一家牵头。",
    },
  },
  check({ plan, report }) {
    const told = plan.sections.filter(({ text }) => text !== null && tellsLead.test(text.text));
    if (told.length === 0 || plan.actors.length === 0) return;
    const things = namedThings(ownedThings(plan));
    const actors = namedThings(plan.actors);
    const kinds = calledByKind(plan.mechanisms);
    for (const section of told) {
      if (section.text === null) continue;
      const byKind = namedThings(
        kinds.filter(({ mechanism }) => standsIn(mechanism, section.id.value)).flatMap(ownedByKind),
      );
      for (const sentence of sentencesOf(section.text.text)) {
        if (!tellsLead.test(sentence.text) || ofElsewhere.test(sentence.text)) continue;
        const lead = leadIn(sentence.text, actors);
        if (lead === null) continue;
        const isApart = (one: NamedPlace<Owned>): boolean => !overlap(one, lead);
        const byName = placesIn(sentence.text, things).filter(isApart);
        const named =
          byName.length > 0
            ? byName
            : placesIn(sentence.text, byKind)
                .filter(isApart)
                .filter((one) => standsAlone.test(sentence.text.slice(one.end, one.end + 4)));
        const [thing] = named;
        if (thing === undefined || named.length > 1) continue;
        if (!isWhole(sentence.text, lead, thing)) continue;
        const stated = statedLead(thing.item.owners, lead.item, plan);
        if (stated === null) continue;
        const said = sentence.text.slice(lead.at, lead.end);
        const takesPart = thing.item.owners.some(({ with: others }) =>
          others.some(({ value }) => value === lead.item.id.value),
        );
        const args = {
          section: section.id.value,
          id: thing.item.item.id.value,
          said,
          lead: stated.value,
          takesPart,
        };
        const related = [{ span: stated.span, note: { en: "the owner", zhHans: "责任主体" } }];
        const severity = takesPart || byName.length === 0 ? "warning" : "error";
        report(partSpan(section.text.span, said, sentence.at + lead.at), args, {
          on: section,
          related,
          severity,
        });
      }
    }
  },
});

/** A cheap sign that a text says who leads. */
const tellsLead =
  /由.{1,40}(?:负责|牵头|主责|承担|组织|召集|主持|召开|开展|考核|督查|评估)|\b(?:led|run|managed|owned) by\b|\b(?:leads|is responsible for|is in charge of|answers for)\b/u;
const before = /(?:由|\b(?:led|run|managed|owned) by (?:the )?)$/iu;
const behind =
  /^(?:（[^（）]{0,20}）)?(?:牵头|总牵头|负责|主责|承担|组织实施|牵头负责|牵头组织实施|具体负责|统一负责)(?=[，。；、）！]|$)/u;
const verbs = "牵头|负责|组织实施|组织开展|组织|召集|主持|召开|开展";
const behindWithThing = new RegExp(`^(?:${verbs})(?=[^，。；]{2})`, "u");
/** 由区财政局考核: the kind itself is the verb. */
const kindAsVerb = /^(?:考核|督查|评估)/u;
const onlyVerbs = new RegExp(`^(?:${verbs})(?:组织|推进|做好|开展|实施|建立|召开)?$`, "u");
const behindEnglish = /^ (?:leads|is responsible for|is in charge of|answers for) /iu;

/** Behind the word of a kind: 联席会议经费 is something else. */
const standsAlone = /^(?:$|[，。；、）！：\s]|工作|制度|会议|[一1]次|各|全)/u;

type Actor = Plan["actors"][number];

/** The one actor that a sentence says leads; null where it names several. */
function leadIn(sentence: string, actors: NamesByEnd<Actor>): NamedPlace<Actor> | null {
  const places = placesIn(sentence, actors);
  const [only] = places;
  if (only === undefined || places.length > 1) return null;
  const head = sentence.slice(Math.max(0, only.at - 20), only.at);
  const tail = sentence.slice(only.end, only.end + 60);
  if (behindEnglish.test(tail)) return only;
  if (!before.test(head)) return null;
  const leads = behind.test(tail) || behindWithThing.test(tail) || kindAsVerb.test(tail);
  return leads || /[a-z]/i.test(sentence[only.at] ?? "") ? only : null;
}

/** What is led is the item itself: nothing else stands behind the verb (负责资金保障 is a part). */
function isWhole(sentence: string, lead: NamedPlace<Actor>, thing: NamedPlace<Owned>): boolean {
  const tail = sentence.slice(lead.end, lead.end + 60);
  if (kindAsVerb.test(tail)) return thing.at === lead.end;
  if (!behindWithThing.test(tail) || behind.test(tail)) return true;
  const between = sentence.slice(lead.end, thing.at);
  return thing.at > lead.end && onlyVerbs.test(between);
}

interface Owned {
  readonly item: Item;
  readonly name: Pick<Name, "text"> | null;
  readonly owners: readonly Owner[];
}

function ownedThings(plan: Plan): readonly Owned[] {
  const items = [
    ...plan.indicators,
    ...plan.actions,
    ...plan.milestones,
    ...plan.deliverables,
    ...plan.risks,
    ...plan.mechanisms.filter(({ origin }) => origin === "plan"),
  ];
  return items.flatMap((item) => {
    const owners = item.owner.map(({ is }) => is.value);
    return owners.length === 0 ? [] : [{ item, name: item.name, owners }];
  });
}

/** The one mechanism of a kind; of a review, whoever holds it answers for it. */
function ownedByKind({ mechanism, name }: CalledByKind): readonly Owned[] {
  const stated = mechanism.owner.map(({ is }) => is.value);
  const holders = stated.length > 0 ? [] : wordsAt(mechanism.parameters, "by");
  const owners = [
    ...stated,
    ...holders.map((lead): Owner => ({ lead, with: [], leader: null, person: null })),
  ];
  return owners.length === 0 ? [] : [{ item: mechanism, name, owners }];
}

function overlap(a: { at: number; end: number }, b: { at: number; end: number }): boolean {
  return a.at < b.end && b.at < a.end;
}

/** The stated lead where it is another than the actor; null where it is the same, a part of it, or not stated. */
function statedLead(owners: readonly Owner[], said: Actor, plan: Plan): Given<string> | null {
  const leads = owners.flatMap(({ lead }) => (lead === null ? [] : [lead]));
  const wordsOf = (id: string): string =>
    plan.actors.find((actor) => actor.id.value === id)?.name?.text.trim() ?? id;
  const own = said.name?.text.trim() ?? said.id.value;
  const isSame = leads.some(({ value }) => {
    const words = wordsOf(value);
    return value === said.id.value || words.includes(own) || own.includes(words);
  });
  return isSame ? null : (leads[0] ?? null);
}
