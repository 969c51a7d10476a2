/**
 * What a sentence says of a band, level or limit that it names, or of a workflow whose limit it tells without naming a level, otherwise than
 * stated. Shared by a rule; not a rule.
 */
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { nameOf } from "../name-of.ts";
import { type Callings, callingsOf, placesCalled } from "../texts/callings.ts";
import { isOfRest } from "../texts/of-rest.ts";
import { anyFigure } from "../texts/sentences.ts";
import { stemsIn } from "../texts/word-stems.ts";
import { type Threshold, thresholdsIn, toldIn } from "./band-thresholds.ts";
import { limitIn, type ToldThreshold } from "./limits.ts";

/** A threshold that a sentence tells otherwise. */
export interface OtherThreshold {
  readonly threshold: Threshold;
  readonly said: string;
  /** Offset in the sentence. */
  readonly at: number;
  /** The sentence names the band or level; else only the workflow. */
  readonly isNamed: boolean;
}

/** What is asked of each clause. */
export interface ThresholdReader {
  /** By the name of their band or level in small letters; longest names first. */
  readonly byName: ReadonlyMap<string, readonly Threshold[]>;
  readonly limits: readonly { readonly name: string; readonly one: Threshold }[];
  readonly workflows: Callings<Mechanism>;
}

/** Null where the plan states no threshold that has a name. */
export function thresholdReaderOf(plan: Plan): ThresholdReader | null {
  const byName = namedThresholds(plan);
  if (byName.size === 0) return null;
  const limits = [...byName].flatMap(([name, all]) =>
    all.filter(({ is }) => is.kind === "limit").map((one) => ({ name, one })),
  );
  const workflows = plan.mechanisms.filter(
    ({ type, origin }) => type.value === "workflow" && origin === "plan",
  );
  return { byName, limits, workflows: callingsOf(workflows) };
}

/** What the clauses of a sentence say otherwise, in their order. */
export function otherThresholdsIn(sentence: string, reader: ThresholdReader): readonly OtherThreshold[] {
  if (ofExams.test(sentence)) return [];
  const clauses = clausesOf(sentence);
  const isApart = !chinese.test(sentence) && clauses.length > 1 && scoreApart.test(sentence);
  return (isApart ? [{ clause: sentence, at: 0 }] : clauses).flatMap(({ clause, at }): OtherThreshold[] => {
    const named = conflictIn(clause, reader.byName, sentence);
    const found = named ?? wholeLimitIn(clause, sentence, reader);
    if (found === null) return [];
    const { threshold, told } = found;
    return [{ threshold, said: told.shown.trim(), at: at + told.at, isNamed: named !== null }];
  });
}

const ofExams = /考试|测试|测验|笔试|问卷|\b(?:exams?|examinations?|tests?|questionnaires?)\b/iu;
const mostNames = 200;
const longestClause = 300;
/** To reach Gold, a ward must score at least 90: the band and its score stand in two clauses. */
const scoreApart = /^(?:to|for) [^,.;\d]{3,60}, [^,.;]{3,60}\bscores? [^,.;]{0,20}\d{1,3}$/iu;

function namedThresholds(plan: Plan): ReadonlyMap<string, readonly Threshold[]> {
  const byName = new Map<string, Threshold[]>();
  for (const one of thresholdsIn(plan).slice(0, mostNames)) {
    const name = one.name.toLowerCase();
    if (name.length < (chinese.test(name) ? 2 : 3)) continue;
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  return new Map([...byName].sort(([a], [b]) => b.length - a.length));
}

const borders = /[，、；：,;]|(?<=[^\d]) and (?!(?:above|over|more|higher|below|less|under)\b)/gu;

function clausesOf(sentence: string): readonly { readonly clause: string; readonly at: number }[] {
  const clauses: { readonly clause: string; readonly at: number }[] = [];
  let at = 0;
  for (const { index, 0: sign } of sentence.matchAll(borders)) {
    clauses.push({ clause: sentence.slice(at, index), at });
    at = index + sign.length;
  }
  const all = [...clauses, { clause: sentence.slice(at), at }];
  return all.map((one, i) => {
    const before = all[i - 1];
    // 低于60%的，发出警告: what is met and what follows are one.
    const isOne =
      before !== undefined && /\d[^，。]{0,8}[的时]$/u.test(before.clause) && !/\d/.test(one.clause);
    // 对检查发现的一般问题，7天内整改到位: what is dealt with stands in the clause before.
    const isOn = before !== undefined && ofWhat.test(before.clause) && /\d/.test(one.clause);
    const isAfter = before !== undefined && /[后时]$/u.test(before.clause) && !/\d/.test(before.clause);
    return isOne || isAfter || isOn
      ? { clause: sentence.slice(before.at, one.at + one.clause.length), at: before.at }
      : one;
  });
}

const ofWhat = /^\s*(?:对于?|针对|凡属?|属于?|涉及)[^\d]{2,30}$/u;

/** The clause names one band or level, and says what none of that name states. */
function conflictIn(
  clause: string,
  byName: ReadonlyMap<string, readonly Threshold[]>,
  sentence: string,
): { readonly threshold: Threshold; readonly told: ToldThreshold } | null {
  if (clause.length > longestClause || !anyFigure.test(clause)) return null;
  let rest = clause.toLowerCase();
  const named: (readonly Threshold[])[] = [];
  for (const [name, thresholds] of byName) {
    const at = rest.indexOf(name);
    if (at < 0 || !isWord(rest, at, name) || isOfRest(rest.slice(0, at))) continue;
    named.push(thresholds);
    rest = rest.replaceAll(name, "|".repeat(name.length));
  }
  const [only, other] = named;
  if (only === undefined || other !== undefined) return null;
  const told = only.flatMap((threshold) => {
    const said = toldIn(clause, threshold, sentence);
    return said === null ? [] : [{ threshold, told: said }];
  });
  // 连续两个月排名后10%: the rank may be the stated one, and the time in a row another.
  const agreed = new Set(told.filter((one) => one.told.agrees).map(({ threshold }) => threshold.is.kind));
  const first = told.find(({ threshold }) => !agreed.has(threshold.is.kind));
  if (first === undefined || (agreed.size > 0 && first.threshold.is.kind !== "streak")) return null;
  return isOfSome(clause, first.threshold) ? null : first;
}

const restricted =
  /^e?s? (?:about|on|over|from|in|with|of|that|which|who|concerning|involving) (?:the )?([a-z]+)/iu;

/** 合格的区县中得分低于70分的. */
const amongThem = /^的?[^，。；\d]{1,8}中(?![心小学])/u;

/** Formal complaints about food are some of them; complaints from patients are all of `Patient complaints`. */
function isOfSome(clause: string, { name, mechanism }: Threshold): boolean {
  const end = clause.toLowerCase().indexOf(name.toLowerCase()) + name.length;
  if (amongThem.test(clause.slice(end))) return true;
  const [, word = ""] = restricted.exec(clause.slice(end)) ?? [];
  return word !== "" && !stemsIn(nameOf(mechanism)).includes(stemsIn(word)[0] ?? "");
}

/** 并联审批的会审环节不超过10个工作日: one step of the case, unless it is all of them. */
const ofOneStep = /(?<!各个?|所有|全部|全|每个)(?:环节|步骤)/u;

/** 涉水举报须在7日内办结: the limit of no level, where none is named. */
function wholeLimitIn(
  clause: string,
  sentence: string,
  { limits: all, workflows }: ThresholdReader,
): { readonly threshold: Threshold; readonly told: ToldThreshold } | null {
  if (all.length === 0 || !chinese.test(clause) || !anyFigure.test(clause)) return null;
  if (clause.length > longestClause || ofOneStep.test(clause)) return null;
  const [called, other] = calledIn(clause, workflows);
  if (other !== undefined) return null;
  const limits = all.filter(({ one }) => isCalled(one.mechanism, called?.item, clause));
  if (limits.some(({ name }) => sentence.toLowerCase().includes(name))) return null;
  const told = limits.flatMap(({ one }) => {
    const said = one.is.kind === "limit" ? limitIn(clause, one.is.limit, "") : null;
    return said === null ? [] : [{ threshold: one, told: said }];
  });
  return told.some((one) => one.told.agrees) ? null : (told.at(-1) ?? null);
}

const whose = /群众|居民|市民|村民/gu;

/** 群众诉求 is 居民诉求 where the plan has no workflow of its name. */
function calledIn(clause: string, workflows: Callings<Mechanism>) {
  const called = placesCalled(clause, workflows);
  if (called.length > 0 || clause.search(whose) < 0 || /平均|压缩|缩短/u.test(clause)) return called;
  return ["居民", "群众"].flatMap((word) => placesCalled(clause.replace(whose, word), workflows));
}

/** By its name, or with the time within it: 系统故障2小时内修复, of 系统故障修复. */
function isCalled(mechanism: Mechanism, called: Mechanism | undefined, clause: string): boolean {
  if (called !== undefined) return mechanism === called;
  const [, object = "", verb = ""] = closingAtEnd.exec(mechanism.name?.text.trim() ?? "") ?? [];
  const at = object === "" ? -1 : clause.indexOf(object);
  return (
    at >= 0 &&
    new RegExp(`^[^，。；、]{2,14}内(?:予以|全部|完成)?${verb}`, "u").test(clause.slice(at + object.length))
  );
}

const closingAtEnd = /^([\u4e00-\u9fff]{3,16})(修复|处[置理]|办[理结]|整改|答复|反馈|解决)$/u;

/** Not within a longer word: 优秀教师 and greenhouse are no bands. */
function isWord(text: string, at: number, name: string): boolean {
  const behind = text.slice(at + name.length);
  if (!chinese.test(name))
    return !/[a-z]/.test(text.charAt(at - 1)) && !/^(?!e?s(?![a-z]))[a-z]/.test(behind);
  return !/^(?:率|教师|党员|干部|学校|单位比例|个人|比例|人[数次]|案例|项目)/u.test(behind);
}
