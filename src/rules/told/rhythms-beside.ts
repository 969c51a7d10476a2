/** The rhythm that a sentence tells beside the name of a mechanism, before it or around it. Shared by a rule; not a rule. */
import { wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { own } from "../../text/own.ts";
import { chineseRhythm } from "../texts/chinese-rhythms.ts";
import type { ToldRhythm } from "./meetings.ts";
import { englishRhythmTold } from "./rhythms-english.ts";

/** Nothing but a verb may stand between name and rhythm; behind it once, or what is held. */
const behind = new RegExp(
  `^(["”]?(?:会议?|工作)?(?:原则上|定期|按照|按|应|须|要|将)?)(${chineseRhythm})(?!(?:召开|开展|举行)?(?:一次|1次)?(?:全体|扩大|总结|年度|专题|述职|务虚))(?=(?:至少)?(?:召开|开展|进行|组织|举行)?(?:一次|1次|会议|例会|[，。；]|$)|(?:召开|开展|进行|组织|举行)(?!.{0,2}[两二三四五六2-9]))`,
  "u",
);
/** 每年召开两次会议. */
const timesBehind =
  /^(?:原则上|定期|应|须)?(每(?:年|半年|季度|月)(?:召开|开展|组织|进行|举行)(?:会议)?[二两三四五六\d]{1,2}次(?!全体|扩大|专题))/u;
/** 领导小组统筹全区工作，每月召开一次会议: who meets stands in the clause before. */
const laterClause = new RegExp(
  `^((?:[^，。；每]{0,40}，){1,3})(?:原则上|定期)?(${chineseRhythm})(?:至少)?(?:召开|举行)(?:一次|1次)?(?:全体)?(?:会议|例会)(?=[，。；]|$)`,
  "u",
);
/** 工程质量巡查由县水利局负责，每两周开展一次. */
const behindLead = new RegExp(
  `^(由[^，。；每]{2,20}?(?:负责|牵头|承担|组织|实施|开展)+，)(?:原则上|定期)?(${chineseRhythm})(?:至少)?(?:组织|开展|进行|实施)+(?:一次|1次)(?=[，。；]|$)`,
  "u",
);
/** 每半年召开一次全体会议. */
const allMembers = new RegExp(
  `^((?:会议?)?(?:原则上|定期|应|须|要)?)(${chineseRhythm})(?:至少)?(?:召开|举行)(?:一次|1次)?全体(?:成员|委员)?会议`,
  "u",
);
const otherBody = /办公室|专班|下设|小组|委员会/u;
/** 每季度考核一次, 每月召开一次联席会议: the word of a kind is a verb as well. */
const before = new RegExp(
  `(${chineseRhythm})(?:至少)?(?:对[^，。；、]{2,14})?(?:由|委托)?(?:组织|集中)?(?:召开|开展|进行|举行)?(?:一次|1次)?(?:全面|集中|综合|专题)?$`,
  "u",
);
/** 年初预算、半年评估、年终审计 */
const compoundBefore = /(?:^|[，、：；—－-]|坚持|实行|建立|落实|执行)(周|月度?|季度?|半年度?)$/u;
const compoundBehind = /^(?:[，、。；—－-]|制度|机制|$)/u;
/** The word is used as a verb: once, or with what is looked at; 每月考核数据 is no 考核. */
const onceBehind = /^(?:一次|1次|会议|会|[，。；、]|$|各|全|本|所)/u;

/** 作风之星每季度评选一次: what is done with it, once. */
const behindWithVerb = new RegExp(
  `^((?:原则上|应|须|要|将)?)(${chineseRhythm})(?:至少)?(?:组织|集中|开展|进行)?([\u4e00-\u9fff]{2})(?:一次|1次)(?=[，。；、]|$)`,
  "u",
);
const verbsOfType: Readonly<Record<string, RegExp>> = {
  scorecard: /评[选比定价议审]|考[核评]|测评/u,
  training: /[轮培集]训/u,
  list: /修订|更新|调整/u,
  fund: /调整|评审/u,
  norm: /修订|调整|核定/u,
  points: /兑[换现]|结算/u,
  review: /评[估价议审]|考核|督[查导]|检查|审计|调度|研判|测评/u,
};

/** Of a mechanism that stands at a place of the sentence; null where none is told of it. */
export function rhythmTold(
  sentence: string,
  { at, end }: { readonly at: number; readonly end: number },
  mechanism: Mechanism,
): ToldRhythm | null {
  if (!chinese.test(sentence)) return englishRhythmTold(sentence, { at, end });
  const match = behind.exec(sentence.slice(end, end + 60));
  if (match !== null) return { said: match[2] ?? "", at: end + (match[1] ?? "").length };
  const all = allMembers.exec(sentence.slice(end, end + 40));
  // Beside its meetings a body may have some of all its members.
  if (all !== null) return { said: all[2] ?? "", at: end + (all[1] ?? "").length, isWork: true };
  const often = timesBehind.exec(sentence.slice(end, end + 60));
  if (often !== null) {
    const words = often[1] ?? "";
    return { said: words, at: end + often[0].indexOf(words) };
  }
  const [, lead = "", said = "", verb = ""] = behindWithVerb.exec(sentence.slice(end, end + 40)) ?? [];
  if (verb !== "" && isVerbOf(verb, mechanism)) return { said, at: end + lead.length };
  const led = behindLead.exec(sentence.slice(end, end + 80));
  if (led !== null) return { said: led[2] ?? "", at: end + (led[1] ?? "").length };
  const further = laterClause.exec(sentence.slice(end, end + 120));
  if (further !== null && !otherBody.test(further[1] ?? "")) {
    const words = further[2] ?? "";
    const told = { said: words, at: end + further[0].lastIndexOf(words) };
    // Beside its meetings a body may have some of all its members.
    return /全体/u.test(further[0].slice(-6)) ? { ...told, isWork: true } : told;
  }
  const start = Math.max(0, at - 30);
  const front = before.exec(sentence.slice(start, at));
  if (front !== null && onceBehind.test(sentence.slice(end, end + 8)))
    return { said: front[1] ?? "", at: start + front.index };
  const [, compound = ""] = compoundBefore.exec(sentence.slice(start, at)) ?? [];
  return compound === "" || !compoundBehind.test(sentence.slice(end))
    ? null
    : { said: compound, at: at - compound.length };
}

/** It is of the mechanism's own work: a review that is reported on each month is not held each month. */
function isVerbOf(verb: string, { type, name, parameters }: Mechanism): boolean {
  if (own(verbsOfType, type.value)?.test(verb) !== true) return false;
  if (type.value !== "review") return true;
  const called = [name?.text ?? "", ...wordsAt(parameters, "kind").map(({ value }) => value)];
  return called.some((words) => words.includes(verb));
}

const workAtEnd =
  /^([\u4e00-\u9fff]{3,20})([轮培集]训|评选|评比|考核|评估|督查|检查|测评|审计|评议|演练|修订|调整)$/u;

/** 在岗干部每季度轮训一次: the rhythm stands within the name. */
export function rhythmWithin(sentence: string, { name }: Mechanism): ToldRhythm | null {
  const [, object = "", verb = ""] = workAtEnd.exec(name?.text.trim() ?? "") ?? [];
  const at = object === "" ? -1 : sentence.indexOf(object);
  if (at < 0) return null;
  const end = at + object.length;
  const within = new RegExp(
    `^((?:原则上|应|须|要|将)?)(${chineseRhythm})(?:至少)?(?:组织|集中|开展|进行)?${verb}(?:一次|1次|[，。；、]|$)`,
    "u",
  );
  const [, lead = "", said = ""] = within.exec(sentence.slice(end, end + 30)) ?? [];
  return said === "" ? null : { said, at: end + lead.length };
}
