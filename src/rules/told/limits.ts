/**
 * What a clause says of the time within which a case is closed or an alarm answered, and of how often in turn a grade has to be met.
 * Shared by a rule; not a rule.
 */
import { englishNumber } from "../../plan/english-number.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import { chinese } from "../../text/chinese.ts";
import { wordFiguresIn } from "../texts/term-figures.ts";
import { stemsIn } from "../texts/word-stems.ts";

/** What a clause says of a threshold: its figure, and whether it is the stated one; null where it is of another kind. */
export interface ToldThreshold {
  readonly shown: string;
  readonly at: number;
  readonly agrees: boolean;
}

const plainWords = /办理|处理|处置|流程|机制|工作|管理|服务|限时|分级/g;
/** A level of such a name may be of anything. */
const anyLevel = /^(?:一般|紧急|重大|复杂|简易|普通|特殊|特别|突发|重要)(?:事项|情况|问题|任务|类|级)?$/u;

/** The clause, or for a level of a name of its own the sentence, is about what the mechanism handles. */
export function speaksOf(clause: string, name: string, level: string, sentence: string): boolean {
  if (!chinese.test(name)) {
    if (ofSomeCases(clause, `${name} ${level}`)) return false;
    const said = new Set(stemsIn(clause));
    return stemsIn(name).some((stem) => stem.length > 3 && said.has(stem));
  }
  const plain = name.replace(plainWords, "");
  const isOf = (text: string): boolean => text.includes(plain.slice(0, 2)) || text.includes(plain.slice(-2));
  if (plain.length > 1 && isOf(clause)) return true;
  if (level.length < 4 || anyLevel.test(level)) return plain.length > 1 && isStep(level) && isOf(sentence);
  return true;
}

const someCases =
  /\b(?:urgent|emergenc(?:y|ies)|serious|complex|simple|minor|appeals?|others?|remaining|exceptional|special|most|some|many|refused|late|formal|small(?:er)?|large(?:r)?|bigger|shorter|longer|deeper|older|newer|new|that|who|whose|which|where|if|concerning|involving)\b/giu;

/** Urgent applications, complaints that concern safety: some of the cases, where no word of the names says so. */
export function ofSomeCases(clause: string, names: string): boolean {
  const own = names.toLowerCase();
  const [, about = own] = ofMatter.exec(clause) ?? [];
  if (!stemsIn(names).includes(stemsIn(about)[0] ?? "") && about !== own) return true;
  return [...clause.matchAll(someCases)].some(({ 0: word }) => !own.includes(word.toLowerCase()));
}

/** Complaints about food. */
const ofMatter = /\b(?:about|against|over|regarding|concerning|from) (?:the |a )?([a-z]{3,})/iu;

/** The level is named for a step of the case (响应, 办结). */
function isStep(level: string): boolean {
  return notWhole.test(level) || /^(?:办结|反馈|答复|处置|整改|核查|审核|办理|派遣|立案)$/u.test(level);
}

const times =
  /(?:(?<![\d.])\d{1,3}(?:\.\d)?|[一两二三四五六七八九十]{1,3}) ?(?:个?工作日|个?小时|分钟|天|日|working days?|hours?|days?|weeks?)/giu;
const closes =
  /[日天时月]内|以内|不超过|时限|答复|回应|办结|处置|反馈|\b(?:within|in at most|no later than)\b/iu;
/** Words for a step of a case, not for all of it. */
export const notWhole: RegExp =
  /响应|受理|签收|初步|接单|派单|派发|转办|到场|核实|勘查|联系|回访|上报|登记|报备|录入|赶赴|进展|\b(?:acknowledg|accept|first|confirm|inspect|visit|assess|assign|forward|logged|register|triag|routed|allocat|pass(?:ed|es)? (?:on|to))/iu;

/** A limit on one step of a case is none of the whole (2小时内受理), unless the level is named for that step. */
export function limitIn(clause: string, limit: Quantity, level: string): ToldThreshold | null {
  const rest = notWhole.test(level) ? clause.replace(level, "") : clause;
  if (limit.upper !== null || !closes.test(clause) || notWhole.test(rest)) return null;
  const inDigits = [...clause.matchAll(times)].flatMap(({ 0: shown, index: at }) => {
    const figure = shown.replace(/^[\u4e00-\u9fff]{1,3}?(?=个|小时|分|天|日|工作)/u, (word) => {
      return `${wholeNumber(word) ?? word}`;
    });
    const reading = parseQuantity(figure.replace(/(?<!工作)日$/u, "天"));
    return reading.ok ? [{ shown, at, quantity: reading.quantity }] : [];
  });
  const [told, other] = [...inDigits, ...wordFiguresIn(clause)].flatMap(({ shown, at, quantity }) => {
    const value = convert(quantity.value, quantity.unit, limit.unit);
    return value === null ? [] : [{ shown, at, agrees: value.eq(limit.value) }];
  });
  return told === undefined || other !== undefined ? null : told;
}

const inTurn = /连续(\d{1,2}|[一两二三四五六七八九十]{1,2})个?(季度|半年|年|月|周|次)度?/u;
const unitsInChinese: Readonly<Record<string, string>> = {
  季度: "quarter",
  半年: "half-year",
  年: "year",
  月: "month",
  周: "week",
  次: "time",
};
/** 两个季度 as a length of time. */
export function streakOf(number: string, span: string): Quantity | null {
  const reading = parseQuantity(`${wholeNumber(number)} ${unitsInChinese[span]}s`);
  return reading.ok ? reading.quantity : null;
}

const measures =
  /约谈|通报|问责|取消|挂牌|整改|检查|检讨|扣减|调整|降级|退出|暂停|诫勉|督办|督导|帮扶|表彰|奖励|推荐|警示/gu;
const inTurnInEnglish =
  /\b(\d{1,2}|[a-z]{3,6})(?: consecutive| successive)? (week|month|quarter|year)s (?:in a row|running|in succession)\b|\b(\d{1,2}|[a-z]{3,6}) (?:consecutive|successive) (week|month|quarter|year)s\b/iu;

type Turn = readonly [shown?: string, many?: number | string | null, span?: string];

function turnInChinese(clause: string): Turn {
  const [shown, number = "", span = ""] = inTurn.exec(clause) ?? [];
  return shown === undefined ? [] : [shown, wholeNumber(number), unitsInChinese[span] ?? ""];
}

function turnInEnglish(clause: string): Turn {
  const [shown, a, b, c, d] = inTurnInEnglish.exec(clause) ?? [];
  const number = a ?? c ?? "";
  return shown === undefined ? [] : [shown, englishNumber(number) ?? number, b ?? d ?? ""];
}

/** The sentence tells the measure that follows, in its words. */
function tellsMeasure(clause: string, sentence: string, then: string): boolean {
  const told = [...clause.matchAll(measures)].length > 0 ? clause : sentence;
  if (chinese.test(then)) return [...then.matchAll(measures)].some(([one]) => told.includes(one));
  const said = new Set(stemsIn(sentence));
  return stemsIn(then).some((stem) => stem.length > 4 && said.has(stem));
}

/** 连续两个季度列黑榜的，予以约谈: only where the sentence tells the same measure. */
export function streakIn(
  clause: string,
  { streak, then }: { readonly streak: Quantity; readonly then: string },
  sentence: string,
): ToldThreshold | null {
  const [shown, many, span] = chinese.test(clause) ? turnInChinese(clause) : turnInEnglish(clause);
  if (shown === undefined || streak.upper !== null || !tellsMeasure(clause, sentence, then)) return null;
  const at = clause.indexOf(shown);
  if (isEnd.test(clause.slice(at + shown.length))) return null;
  // 连续两次: as often as it is judged.
  if (span === "time") return { shown, at, agrees: many == null || streak.value.eq(many) };
  const reading = parseQuantity(`${many} ${span}s`);
  const value = reading.ok ? convert(reading.quantity.value, reading.quantity.unit, streak.unit) : null;
  return value === null ? null : { shown, at, agrees: value.eq(streak.value) };
}

/** 连续3个月未进入后10%的，解除帮扶: how long it lasts until it ends. */
const isEnd = /^(?:以上)?均?(?:未(?:再|进入|列入|排)|不再|不在|没有(?:再|进入|排)|脱离|退出|移出)/u;
