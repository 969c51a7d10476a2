/** Who meets how often, in the words of a text: of whom a rhythm is said, and what is no more than work. Shared by a rule; not a rule. */
import { rhythmsAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { perYear } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import { nameOf } from "../name-of.ts";
import { chineseRhythm } from "../texts/chinese-rhythms.ts";
import { behindLast } from "../texts/clauses.ts";
import { rhythmAdverbs } from "../texts/english-rhythms.ts";
import { timesAYear } from "../texts/times.ts";

/** A rhythm with its place. */
export interface ToldRhythm {
  readonly said: string;
  readonly at: number;
  /** It is said of what a body does (调度, 会商), not of its meeting. */
  readonly isWork?: true;
}

const work = new RegExp(
  `^(?:原则上|定期|应|须|要|坚持|实行|做到|建立)?(${chineseRhythm})(?:至少)?(?:集中)?(?:调度|会商|碰头|议事|例会|研判)(?:一次|1次)?(?:[^，。；\\d]{0,8})(?=[，。；]|$)`,
  "u",
);

/** The board decides monthly on releases. */
const englishWork = new RegExp(
  `^((?:, (?:chaired|led|headed) by [a-z ]{3,60},)? (?:decides|takes stock) )(${rhythmAdverbs})(?![a-z])`,
  "iu",
);

/** 专班每两个月调度一次: bodies mostly do so where they meet. Null for other mechanisms. */
export function workTold(
  sentence: string,
  { end }: { readonly end: number },
  { type }: Mechanism,
): ToldRhythm | null {
  if (type.value !== "body") return null;
  if (!chinese.test(sentence)) {
    const [words, before = "", said = ""] = englishWork.exec(sentence.slice(end, end + 100)) ?? [];
    return words === undefined ? null : { said, at: end + before.length, isWork: true };
  }
  const match = work.exec(sentence.slice(end, end + 40));
  const said = match?.[1] ?? "";
  return match === null ? null : { said, at: end + match[0].indexOf(said), isWork: true };
}

/** What a body is said to do is a review of its own, which has that rhythm. */
export function isWorkOf(
  { type }: Mechanism,
  { said, at }: ToldRhythm,
  sentence: string,
  { mechanisms }: Plan,
): boolean {
  if (type.value !== "body") return false;
  const times = timesAYear(said);
  const tail = sentence.slice(at + said.length, at + said.length + 12);
  return mechanisms.some(
    (one) =>
      one.type.value === "review" &&
      wordsAt(one.parameters, "kind").some(({ value }) => tail.includes(value.trim())) &&
      [...rhythmsAt(one.parameters, "meets"), ...one.cadence].some(({ is }) => perYear(is.value) === times),
  );
}

/** 每半年至少召开一次 holds as well where it is held each quarter. */
export function isLeast(sentence: string, { said, at }: ToldRhythm, stated: Rhythm): boolean {
  const [times, own] = [timesAYear(said), perYear(stated)];
  const isSo = /^(?:至少|不少于)/u.test(sentence.slice(at + said.length));
  return isSo && times !== null && own !== null && times < own;
}

/** 汛期和高峰期间每月调度一次: more often for a time is no other rhythm. */
export function isOfSpecialTime(head: string): boolean {
  return specialTime.test(head.slice(head.lastIndexOf("；") + 1));
}

const specialTime =
  /(?<!实施|规划|计划|方案|行动|整治|创建)期间|高峰|汛期|旺季|淡季|雨季|前后|前[一二两三四五六]个月|阶段|第一个?[月周]|首[月周]|集中[^，。；]{2,6}期|应急响应|特殊时期|必要时|特殊情况/u;

/** 市生态环境局每月对水源地监测一次 */
const officeBefore =
  /^由?([\u4e00-\u9fff]{2,12}?(?:局|委|院|站|处|中心|集团|公司))(?=每|按|定期|负责|牵头|组织)/u;

function isSameOffice(name: string, office: string): boolean {
  return name.includes(office) || office.includes(name);
}

const bodyWord = /领导小组|专班|委员会|指挥部|办公室|工作组/u;

/** The clause tells of a body that is none of those that hold the review: 领导小组每季度召开一次调度会. */
export function isOfOtherBody(
  head: string,
  { type, parameters }: Mechanism,
  { mechanisms, actors }: Plan,
): boolean {
  if (type.value !== "review") return false;
  const clause = behindLast(head, "，；。");
  const holders = wordsAt(parameters, "by").map(({ value }) => value.trim());
  const [word] = bodyWord.exec(clause) ?? [];
  const [, office] = officeBefore.exec(clause) ?? [];
  const known = [...holders, ...actors.filter(({ id }) => holders.includes(id.value)).map(nameOf)];
  if (office !== undefined && holders.length > 0 && !known.some((name) => isSameOffice(name, office)))
    return true;
  const named = [...mechanisms.filter((one) => one.type.value === "body"), ...actors].filter(({ name }) => {
    const words = name?.text.trim() ?? "";
    return words.length > 1 && (clause.includes(words) || (word !== undefined && words.endsWith(word)));
  });
  if (word === undefined && named.length === 0) return false;
  return (
    holders.length > 0 &&
    !named.some(({ id, name }) => {
      return holders.includes(id.value) || holders.includes(name?.text.trim() ?? "");
    })
  );
}
