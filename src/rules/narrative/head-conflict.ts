/**
 * Who a text says heads a body must be who the body states.
 *
 * Looks at: sentences of sections and of what mechanisms say of themselves that say who heads or chairs a body (由区长任组长, is chaired by the
 * Mayor): of the one body that the sentence names, else of the only one that stands in the section (in English where it is called by its kind: the board).
 * Left out: a text that tells the stated head as well, as the other is then that of another body.
 * Reports: the head in the text; related: the stated one. An error where both are offices that exclude each other and the body is named; else a warning.
 * Source: DESIGN.md section 4 (an owner stated twice).
 */
import type { Mechanism } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { standsIn } from "../texts/called-by-kind.ts";
import { type Callings, callingsOf, placesCalled } from "../texts/callings.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { placeOf, sentencesTold, type ToldText, toldTexts } from "../texts/sentences.ts";
import { headTold, type ToldHead, tellsStatedHead } from "../told/heads.ts";
import { englishHeadTold, namesStatedHead } from "../told/heads-english.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  readonly id: string;
  readonly said: string;
  readonly lead: string;
};

export const narrativeHeadConflict = defineRule<Args>({
  code: "narrative/head-conflict",
  severity: "error",
  named: ["id", "lead", "of"],
  text: {
    en: {
      title: "Head of a body in the text against the plan",
      message: (a) => `${textInEnglish(a)} says that "${a.said}" heads ${a.id}, but its head is ${a.lead}`,
      why: "A body with two heads meets under neither.",
      fix: "Correct the text or the head of the body.",
    },
    zhHans: {
      title: "正文所写负责人与机构所列不符",
      message: (a) => `${textInChinese(a)}写“${a.id}”组长（负责人）为“${a.said}”，而方案所列为“${a.lead}”`,
      why: "一个机构写了两位负责人，谁来召集就不清楚。",
      fix: "更正正文或机构负责人。",
    },
  },
  check({ plan, report }) {
    const bodies = plan.mechanisms.filter(({ type, origin }) => type.value === "body" && origin === "plan");
    if (bodies.length === 0) return;
    const calls = callingsOf(bodies);
    const actors = new Map(plan.actors.map((actor) => [actor.id.value, nameOf(actor)] as const));
    for (const text of toldTexts(plan))
      for (const found of headsIn(text, bodies, calls, actors)) report(...found);
  },
});

/** 县长任组长: of the one body that the sentence calls, or that stands in this section. */
function headsIn(
  text: ToldText,
  bodies: readonly Mechanism[],
  calls: Callings<Mechanism>,
  actors: ReadonlyMap<string, string>,
) {
  if (!tellsHead.test(text.text)) return [];
  const { section } = text;
  const here = section === null ? [] : bodies.filter((one) => standsIn(one, section.id.value));
  return sentencesTold(text).flatMap((sentence) => {
    if (!tellsHead.test(sentence.text) || ofElsewhere.test(sentence.text)) return [];
    const places = placesCalled(sentence.text, calls);
    const called = [...new Set(places.map(({ item }) => item))];
    const head = chinese.test(sentence.text)
      ? headTold(sentence.text, called.length > 0 ? called : here, places, actors)
      : englishHead(sentence.text, text.text, { called, here, places }, actors);
    if (head === null || tellsStatedHead(text.text, head.body, actors)) return [];
    const { body, said, at, stated, isSure } = head;
    const args: Args = { ...placeOf(text), id: body.id.value, said, lead: stated.value };
    const related = [{ span: stated.span, note: { en: "the head", zhHans: "负责人" } }];
    const severity = isSure ? "error" : "warning";
    const span = partSpan(text.span, said, sentence.at + at);
    return [[span, args, { on: text.item, related, severity }] as const];
  });
}

const tellsHead =
  /[任由为：](?:[\u4e00-\u9fff]{0,12})(?:长|人|主任|书记)|\b(?:chaired|headed|led) by\b|\b(?:chairs|heads|leads)\b/u;

const chairedBehind = /^,? (?:(?:is|will be) )?(?:chaired|headed|led) by\b/u;

function englishHead(
  sentence: string,
  text: string,
  { called, here, places }: Bodies,
  actors: ReadonlyMap<string, string>,
): ToldHead | null {
  const byKind = called.length === 0 ? bodyByKind(sentence, here) : null;
  const [body = byKind?.body, other] = called;
  const [place = byKind?.place] = places;
  if (body === undefined || other !== undefined || place === undefined) return null;
  // Right behind its name it is said of this body, whoever else the text names.
  const told = chairedBehind.test(sentence.slice(place.end)) ? sentence : text;
  const head = namesStatedHead(told, body, actors) ? null : englishHeadTold(sentence, body, place, actors);
  return head === null || byKind === null ? head : { ...head, isSure: false };
}

interface Place {
  readonly at: number;
  readonly end: number;
}

interface Bodies {
  /** Those that the sentence calls by name, and where. */
  readonly called: readonly Mechanism[];
  readonly places: readonly Place[];
  /** Those that stand in this section. */
  readonly here: readonly Mechanism[];
}

/** The board, where one body of the section is called a board. */
function bodyByKind(
  sentence: string,
  here: readonly Mechanism[],
): { readonly body: Mechanism; readonly place: Place } | null {
  const [body, other] = here;
  if (body === undefined || other !== undefined) return null;
  const kind = /[a-z]{4,20}$/iu.exec(nameOf(body).trim())?.[0].toLowerCase() ?? "";
  const at = kind === "" ? -1 : sentence.search(new RegExp(`(?<=\\bthe )${kind}\\b`, "iu"));
  return at < 0 ? null : { body, place: { at, end: at + kind.length } };
}
