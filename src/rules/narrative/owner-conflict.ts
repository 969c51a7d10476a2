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
import { chinese } from "../../text/chinese.ts";
import { type CalledByKind, calledByKind, standsIn } from "../called-by-kind.ts";
import { callingsOf, placesCalled } from "../callings.ts";
import { defineRule } from "../define-rule.ts";
import { namedThings, placesIn } from "../named-things.ts";
import { partSpan } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { ofElsewhere } from "../text-figures.ts";
import { isShortFor, leadReader, type ToldLead } from "../told-leads.ts";
import { placeOf, sentencesTold, toldTexts } from "../told-sentences.ts";

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
    const told = toldTexts(plan).filter(({ text }) => tellsLead.test(text));
    if (told.length === 0 || plan.actors.length === 0) return;
    const things = callingsOf(ownedThings(plan));
    const leads = leadReader(plan);
    const kinds = calledByKind(plan.mechanisms);
    for (const text of told) {
      const { section, item, span } = text;
      const here =
        section === null ? [] : kinds.filter(({ mechanism }) => standsIn(mechanism, section.id.value));
      const byKind = namedThings(here.flatMap(ownedByKind));
      for (const sentence of sentencesTold(text)) {
        if (!tellsLead.test(sentence.text) || ofElsewhere.test(sentence.text)) continue;
        const lead = leads(sentence.text);
        if (lead === null) continue;
        const isApart = (one: Place): boolean => !overlap(one, lead);
        const byName = placesCalled(sentence.text, things).filter(isApart);
        const named: readonly Place[] =
          byName.length > 0
            ? byName
            : placesIn(sentence.text, byKind)
                .filter(isApart)
                .filter((one) => standsAlone.test(sentence.text.slice(one.end, one.end + 4)));
        const [thing] = named;
        if (thing === undefined || named.length > 1) continue;
        if (!isWhole(sentence.text, lead, thing)) continue;
        const stated = statedLead(thing.item.owners, lead, plan);
        if (stated === null) continue;
        const { said } = lead;
        const takesPart = thing.item.owners.some(({ with: others }) =>
          others.some(({ value }) => value === lead.actor?.id.value),
        );
        const args = {
          ...placeOf(text),
          id: thing.item.item.id.value,
          said,
          lead: stated.value,
          takesPart,
        };
        const related = [{ span: stated.span, note: { en: "the owner", zhHans: "责任主体" } }];
        const isSure = !takesPart && byName.length > 0 && lead.actor !== null;
        const severity = isSure ? "error" : "warning";
        report(partSpan(span, said, sentence.at + lead.at), args, {
          on: item,
          related,
          severity,
        });
      }
    }
  },
});

/** A cheap sign that a text says who leads. */
const tellsLead =
  /由.{1,40}(?:负责|牵头|主责|承担|组织|召集|主持|召开|开展|考核|督查|评估)|牵头|[局委办部]负责|\b(?:led|run|managed|owned|headed) by\b|\b(?:leads|is responsible for|is in charge of|answers for|the responsibility of)\b/u;

/** Behind the word of a kind: 联席会议经费 is something else. */
const standsAlone = /^(?:$|[，。；、）！：\s]|工作|制度|会议|[一1]次|各|全)/u;

/** What a sentence says leads is the item itself, not a part of it (负责资金保障, the audit of nurse training). */
function isWhole(
  sentence: string,
  lead: ToldLead,
  { at, end }: { readonly at: number; readonly end: number },
): boolean {
  const tail = sentence.slice(lead.end, lead.end + 60);
  const isChinese = chinese.test(sentence);
  if (kindAsVerb.test(tail)) return at === lead.end;
  if (at < lead.at) {
    const between = sentence.slice(end, lead.at);
    if (!isChinese) return thingThenLead.test(between);
    return thingFirst.test(between) && (leadEnds.test(tail) || leadGoesOn.test(tail));
  }
  const between = sentence.slice(lead.end, at);
  const behind = sentence.slice(end, end + 30);
  return isChinese
    ? onlyVerbs.test(between) && wholeBehind.test(behind)
    : leadThenThing.test(between) && englishBehind.test(behind);
}

/** 适老化改造（含家庭）由…, but not 适老化改造资金由…. */
const thingFirst =
  /^(?:的?(?:建设|工作|实施|推进|落实|任务|项目|服务|行动|工程|制度|编制|组织|开展))*(?:[（(][^（）()]{0,30}[）)])?["”》]?(?:[，：:]|统一|具体)?由?$/u;
const leadEnds =
  /^(?:（[^（）]{0,20}）)?(?:总?牵头|负责|主责|承担|组织实施|牵头负责|牵头组织实施|具体负责|统一负责|负责落实|负责实施|负责推进)(?=[，。；、）！]|$)/u;
const leadGoesOn =
  /^(?:总?牵头|负责|具体负责)(?:组织|统筹|推进|实施|落实|建设|开展|抓好|负责|推动|协调|办理|编制){1,3}(?=[，。；、）！]|$)/u;
/** 由区财政局考核: the kind itself is the verb. */
const kindAsVerb = /^(?:考核|督查|评估)/u;
const onlyVerbs =
  /^(?:总?牵头|负责|牵头负责|组织实施|组织开展|组织|召集|主持|召开|开展|承担|具体负责)(?:组织|推进|做好|开展|实施|建立|召开|建设|落实|抓好|统筹|推动|完成|编制)*$/u;
const wholeBehind =
  /^["”》]?(?:$|[，。；、）！：\s]|[的]?(?:建设|实施|推进|落实|组织|开展|任务|项目|行动|工程|编制|工作|制度|会议|各|全|[一1]次))/u;
const leadThenThing =
  /^ (?:leads|runs|manages|owns|is responsible for|is in charge of|answers for) (?:the |all |our )?$/iu;
const thingThenLead =
  /^(?:,? (?:which |that )?(?:is|are|was|will be|shall be|to be))?,? (?:led|run|managed|owned|headed) by (?:the )?$|^ (?:is|are|will be|lies) (?:the responsibility of|in the hands of) (?:the )?$/iu;
const englishBehind =
  /^(?:$|[.,;:)]| (?:and|in|from|until|by|with|across|at|on|as|to|together|throughout)\b|["”])/iu;

interface Place {
  readonly item: Owned;
  readonly at: number;
  readonly end: number;
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
