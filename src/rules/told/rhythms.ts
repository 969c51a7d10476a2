/** How often a sentence says that an indicator is reported, measured or published. Shared by a rule; not a rule. */
import type { Given } from "../../plan/given.ts";
import { rhythmsAt, wordsAt } from "../../plan/parameters.ts";
import type { Indicator, Mechanism, Plan } from "../../plan/plan.ts";
import { perYear } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { chineseRhythm } from "../texts/chinese-rhythms.ts";
import { rhythmAdverbs } from "../texts/english-rhythms.ts";
import { mentionsIn } from "../texts/indicator-mentions.ts";
import { timesAYear } from "../texts/times.ts";
import { stemsIn } from "../texts/word-stems.ts";

/** A rhythm told of an indicator, that is none of those that the plan states of it. */
export interface OtherRhythm {
  readonly id: string;
  readonly name: string;
  readonly said: string;
  readonly at: number;
  readonly stated: Given<Rhythm>;
  /** It tells how often the indicator is reported or measured, not how often it is published. */
  readonly isSure: boolean;
}

const span = `${chineseRhythm}|每个(?:半年|[日天周旬月年]|季度?)|按(?:半年度?|[日周旬月年]度?|季度?)`;
const verbs = "报送|上报|填报|报告|统计|监测|采集|调查|测评|公布|发布|通报|公开";
const chineseBehind = new RegExp(
  `^(?:数据|情况|指标|完成情况|进展情况?|结果)?(?:应|须|要)?(${span})(?:一次|1次)?(?:组织|开展|进行|对外)?(${verbs})(?:一次|1次)?(?=[，。；、]|$)`,
  "u",
);
const chineseBehindOnce = new RegExp(
  `^(?:数据|情况|指标)?(?:应|须|要)?(${verbs})(?:为)?(${span})一次(?=[，。；]|$)`,
  "u",
);
/** 由市教育局组织测评，每季度测评一次 */
const chineseByWhom = new RegExp(
  `^(?:数据|情况|指标)?由[^，。；]{2,16}?(?:组织|负责|开展|进行)*(?:${verbs})，(${span})(?:组织|开展|进行)?(${verbs})(?:一次|1次)?(?=[，。；]|$)`,
  "u",
);
const chineseBefore = new RegExp(`(${span})(?:定期|组织|集中|对外)?(${verbs})(?:一次|1次)?$`, "u");
/** A name alone, or the first of several: coverage, cost and waiting times are reported monthly. */
const englishBehind = new RegExp(
  `^(?:, [^,.;]{1,30},|(?:, [a-z '-]{3,40}){0,3},? and (?:the )?[a-z '-]{3,40})? (?:is|are|will be|shall be|must be) (reported|measured|collected|surveyed|counted|monitored|tracked|published|updated) (${rhythmAdverbs})(?![a-z])`,
  "iu",
);
/** Readmissions are reported quarterly and letters monthly: the verb stands in the sentence once. */
const englishElided = new RegExp(`^ (${rhythmAdverbs})(?=$|[,.;]| and\\b)`, "iu");
const verbBefore =
  /\b(?:is|are|will be) (reported|measured|collected|surveyed|counted|monitored|tracked|published|updated) [^.;]{0,60}$/iu;
const clauseHead = /(?:^\s*|[,;] |\band )(?:the )?$/iu;
const published = /公布|发布|公开|通报|published|updated/iu;

/** What a sentence tells otherwise than the plan, in its order; of several names beside one rhythm the last. */
export function otherRhythmsIn(sentence: string, plan: Plan): readonly OtherRhythm[] {
  const mentions = mentionsIn(sentence, plan).map(({ figures, at, end, isShort }): Named => {
    return { indicator: figures.indicator, at, end, isShort };
  });
  const short = headNounsIn(sentence, plan).filter(
    ({ at, end }) => !mentions.some((one) => one.at < end && at < one.end),
  );
  const all = [...mentions, ...short].flatMap((one): readonly OtherRhythm[] => {
    const { indicator, at, end, isShort } = one;
    const isHead = /^[a-z]/iu.test(sentence.slice(at)) && clauseHead.test(sentence.slice(0, at));
    const told = isShort && !isHead ? null : rhythmBeside(sentence, at, end);
    if (told === null) return [];
    const stated = statedOf(indicator, told.verb, plan.mechanisms);
    const [first] = stated;
    const times = timesAYear(told.said);
    if (first === undefined || times === null) return [];
    if (stated.some(({ value }) => perYear(value) === times || perYear(value) === null)) return [];
    const name = sentence.slice(at, end);
    const isSure = !isShort && !published.test(told.verb);
    return [{ id: indicator.id.value, name, said: told.said, at: told.at, stated: first, isSure }];
  });
  return all.filter(({ at }, i) => all.findLastIndex((one) => one.at === at) === i);
}

interface Named {
  readonly indicator: Indicator;
  readonly at: number;
  readonly end: number;
  readonly isShort: boolean;
}

const nounsOfPlan = new WeakMap<Plan, ReadonlyMap<string, Indicator>>();
const aHead = /(?:^\s*|[,;] |\band )(?:the )?([a-z]{5,})(?= )/giu;

/** Readmissions, of `Emergency readmissions`: the last word of a name that stands in no other, at the head of a clause. */
function headNounsIn(sentence: string, plan: Plan): readonly Named[] {
  if (!/\b(?:is|are|be) [a-z]+ed\b/u.test(sentence)) return [];
  const nouns = nounsOfPlan.get(plan) ?? headNounsOf(plan);
  nounsOfPlan.set(plan, nouns);
  if (nouns.size === 0) return [];
  return [...sentence.matchAll(aHead)].flatMap(({ 0: shown, 1: word = "", index }): Named[] => {
    const [stem = ""] = stemsIn(word);
    const indicator = nouns.get(stem);
    const end = index + shown.length;
    return indicator === undefined ? [] : [{ indicator, at: end - word.length, end, isShort: true }];
  });
}

function headNounsOf(plan: Plan): ReadonlyMap<string, Indicator> {
  const names = [...plan.indicators, ...plan.mechanisms, ...plan.deliverables, ...plan.sources].map(
    (one) => ("title" in one ? one.title?.text : one.name?.text) ?? "",
  );
  const seen = new Map<string, number>();
  for (const name of names)
    for (const stem of new Set(stemsIn(name))) seen.set(stem, (seen.get(stem) ?? 0) + 1);
  return new Map(
    plan.indicators.flatMap((one): (readonly [string, Indicator])[] => {
      const name = one.name?.text.trim() ?? "";
      const [last = ""] = /(?<= )[a-z]{5,}$/u.exec(name) ?? [];
      const [stem = ""] = last === "" ? [] : stemsIn(last);
      return stem !== "" && seen.get(stem) === 1 ? [[stem, one]] : [];
    }),
  );
}

interface Told {
  readonly said: string;
  readonly verb: string;
  readonly at: number;
}

function rhythmBeside(sentence: string, at: number, end: number): Told | null {
  const tail = sentence.slice(end, end + 70);
  const english = englishBehind.exec(tail);
  if (english !== null) return told(english, english[2], english[1], end);
  const elided = englishElided.exec(tail);
  const verb = elided === null ? null : verbBefore.exec(sentence.slice(0, at));
  if (elided !== null && verb !== null && clauseHead.test(sentence.slice(0, at)))
    return told(elided, elided[1], verb[1], end);
  const behind = chineseBehind.exec(tail);
  if (behind !== null) return told(behind, behind[1], behind[2], end);
  const once = chineseBehindOnce.exec(tail);
  if (once !== null) return told(once, once[2], once[1], end);
  const byWhom = chineseByWhom.exec(tail);
  if (byWhom !== null) return told(byWhom, byWhom[1], byWhom[2], end);
  const start = Math.max(0, at - 20);
  const before = chineseBefore.exec(sentence.slice(start, at));
  const isWhole = /^(?:数据|情况|指标|完成情况|进展情况?)?(?:[，。；、]|$)/u.test(tail);
  return before === null || !isWhole ? null : told(before, before[1], before[2], start);
}

function told(match: RegExpExecArray, said = "", verb = "", from = 0): Told {
  return { said, verb, at: from + match.index + match[0].indexOf(said) };
}

/** Its frequency and how often it is collected; what is published, also the reviews that look at it. */
function statedOf(
  { frequency, collected }: Indicator,
  verb: string,
  mechanisms: readonly Mechanism[],
): readonly Given<Rhythm>[] {
  const own = [...frequency.map(({ is }) => is), ...(collected?.every == null ? [] : [collected.every])];
  if (!published.test(verb)) return own;
  const reviews = mechanisms
    .filter(({ type, parameters }) => {
      return (
        type.value === "review" && wordsAt(parameters, "kind").some(({ value }) => value.trim() === verb)
      );
    })
    .flatMap((one) => [
      ...one.cadence.map(({ is }) => is),
      ...rhythmsAt(one.parameters, "meets").map(({ is }) => is),
    ]);
  return [...own, ...reviews];
}
