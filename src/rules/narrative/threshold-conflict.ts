/**
 * From where on a band or an alarm level holds is the same in the text and in the mechanism.
 *
 * Looks at: clauses of section texts that name one band of a scorecard or one level of an alarm beside a score (90分以上为优秀, 85 or more
 * is rated Green), a place in the ranking (排名前10%列入红榜) or a figure in the unit of the level (滞后20个百分点亮黄灯), or how often in turn it is met before a measure follows (连续两个季度列黑榜的，予以约谈); or a level of a
 * workflow or an alarm beside the time within which it is closed or answered (serious complaints within 30 days). Examinations
 * and marks that are given or taken are left out.
 * Reports: the figure; related: the band or level. A warning where the text names the workflow only and the limit is that of no level; a note
 * where a deadline is tied to the mechanism only by its section.
 * Source: DESIGN.md section 4 (two statements that cannot both hold), FORMAT.md section 7 (`bands`, `levels`).
 */
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import type { Mechanism, Plan, Section } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { type Callings, callingsOf, placesCalled } from "../texts/callings.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { isAtUnknownPlace, isOtherScore, tellsOfBefore } from "../texts/not-of-plan.ts";
import { isException, isOfOthers } from "../texts/of-others.ts";
import { isOfRest } from "../texts/of-rest.ts";
import { anyFigure, type ToldSentence, toldSentences } from "../texts/sentences.ts";
import { stemsIn } from "../texts/word-stems.ts";
import { type Threshold, thresholdsIn, toldIn } from "../told/band-thresholds.ts";
import { deadlinesTold, type ToldDeadline } from "../told/deadlines.ts";
import { limitIn, type ToldThreshold } from "../told/limits.ts";
import { triggerTold } from "../told/triggers.ts";

type Args = {
  readonly section: string;
  readonly id: string;
  readonly name: string;
  readonly band: string;
  readonly said: string;
  readonly stated: string;
};

export const narrativeThresholdConflict = defineRule<Args>({
  code: "narrative/threshold-conflict",
  severity: "error",
  named: ["id"],
  text: {
    en: {
      title: "Threshold in the text against the mechanism",
      message: (a) => `section ${a.section} says ${a.said} for "${a.band}", but ${a.id} states ${a.stated}`,
      why: "Judged by the text, a case comes out otherwise than by the mechanism.",
      fix: "Correct the text, or the band, level or limit of the mechanism.",
    },
    zhHans: {
      title: "正文界限、时限与机制不符",
      message: (a) => `章节“${a.section}”写“${a.band}”为“${a.said}”，而“${a.name}”所列为“${a.stated}”`,
      why: "按正文与按机制得出的结论不同，执行和考核会有争议。",
      fix: "更正正文，或更正机制中的等次、等级、时限。",
    },
  },
  check({ plan, report }) {
    for (const one of toldSentences(plan)) {
      const trigger = triggerFinding(one, plan);
      if (trigger !== null) report(...trigger);
    }
    const byName = namedThresholds(plan);
    const named = byName.size === 0 ? [] : namedFindings(plan, byName);
    for (const one of named) report(...one);
    for (const section of plan.sections)
      for (const told of deadlinesTold(section, plan)) {
        const finding = deadlineFinding(section, told);
        if (!named.some(([{ start }]) => start === finding[0].start)) report(...finding);
      }
  },
});

/** What clauses say of the bands, levels and limits that they name, otherwise than stated. */
function namedFindings(plan: Plan, byName: ReadonlyMap<string, readonly Threshold[]>) {
  const findings: (readonly [Span, Args, Place])[] = [];
  const reader: Reader = {
    byName,
    workflows: callingsOf(
      plan.mechanisms.filter(({ type, origin }) => type.value === "workflow" && origin === "plan"),
    ),
  };
  for (const { plain, sentence, section, span } of toldSentences(plan)) {
    if (section === null || ofElsewhere.test(plain) || ofExams.test(plain) || tellsOfBefore(plain, plan))
      continue;
    const clauses = clausesOf(plain);
    const isApart = !chinese.test(plain) && clauses.length > 1 && scoreApart.test(plain);
    for (const { clause, at } of isApart ? [{ clause: plain, at: 0 }] : clauses) {
      const found = otherIn(clause, plain, reader);
      if (found === null) continue;
      const { threshold, told, isNamed } = found;
      if (
        isOtherScore(plain, plan) ||
        isOfOthers(plain, at + told.at, plan) ||
        isException(plain, at + told.at)
      )
        continue;
      const args = {
        section: section.id.value,
        id: threshold.mechanism.id.value,
        name: nameOf(threshold.mechanism),
        band: isNamed ? threshold.name : nameOf(threshold.mechanism),
        said: told.shown.trim(),
        stated: threshold.stated,
      };
      const related = [{ span: threshold.span, note: { en: "stated here", zhHans: "此处写明" } }];
      const severity = isAtUnknownPlace(plain, plan) ? "info" : isNamed ? "error" : "warning";
      const place = partSpan(span, args.said, sentence.at + at + told.at);
      findings.push([place, args, { on: section, related, severity }]);
    }
  }
  return findings;
}

/** What a sentence says sets off an alarm, otherwise than stated; null for nothing. */
function triggerFinding({ plain, sentence, section, span }: ToldSentence, plan: Plan) {
  const told = section === null || ofElsewhere.test(plain) ? null : triggerTold(plain, plan);
  if (told === null || section === null || isOfOthers(plain, told.at, plan)) return null;
  const name = nameOf(told.mechanism);
  const said = told.shown.trim();
  const stated = told.stated.value.trim();
  const args: Args = {
    section: section.id.value,
    id: told.mechanism.id.value,
    name,
    band: name,
    said,
    stated,
  };
  const related = [{ span: told.stated.span, note: { en: "stated here", zhHans: "此处写明" } }];
  const place = partSpan(span, said, sentence.at + told.at);
  return [place, args, { on: section, related, severity: "warning" }] as const;
}

/** A deadline of the one mechanism of its section that states such a one. */
function deadlineFinding(section: Section, { mechanism, shown, at, stated, span }: ToldDeadline) {
  const name = nameOf(mechanism);
  const args: Args = {
    section: section.id.value,
    id: mechanism.id.value,
    name,
    band: name,
    said: shown,
    stated,
  };
  const related = [{ span, note: { en: "stated here", zhHans: "此处写明" } }];
  const place = section.text === null ? section.id.span : partSpan(section.text.span, shown, at);
  // Only the section ties it to the mechanism.
  return [place, args, { on: section, related, severity: "info" }] as const;
}

/** What is asked of each clause. */
interface Reader {
  readonly byName: ReadonlyMap<string, readonly Threshold[]>;
  readonly workflows: Callings<Plan["mechanisms"][number]>;
}

interface Place {
  readonly on: Section;
  readonly related: readonly RelatedPlace[];
  readonly severity: "error" | "warning" | "info";
}

interface Found {
  readonly threshold: Threshold;
  readonly told: ToldThreshold;
  readonly isNamed: boolean;
}

/** Of a band or level that the clause names, else of a workflow that the sentence speaks of. */
function otherIn(clause: string, sentence: string, { byName, workflows }: Reader): Found | null {
  const ofLevel = conflictIn(clause, byName, sentence);
  if (ofLevel !== null) return { ...ofLevel, isNamed: true };
  const whole = wholeLimitIn(clause, sentence, byName, workflows);
  return whole === null ? null : { ...whole, isNamed: false };
}

const ofExams = /考试|测试|测验|笔试|问卷|\b(?:exams?|examinations?|tests?|questionnaires?)\b/iu;
const mostNames = 200;
const longestClause = 300;
/** To reach Gold, a ward must score at least 90: the band and its score stand in two clauses. */
const scoreApart = /^(?:to|for) [^,.;\d]{3,60}, [^,.;]{3,60}\bscores? [^,.;]{0,20}\d{1,3}$/iu;

/** Thresholds by the name of their band or level in small letters; longest names first. */
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
const amongThem = /^的[^，。；\d]{1,8}中(?![心小学])/u;

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
  byName: ReadonlyMap<string, readonly Threshold[]>,
  workflows: Callings<Plan["mechanisms"][number]>,
): { readonly threshold: Threshold; readonly told: ToldThreshold } | null {
  if (!chinese.test(clause) || !anyFigure.test(clause) || clause.length > longestClause) return null;
  if (ofOneStep.test(clause)) return null;
  const [called, other] = calledIn(clause, workflows);
  if (other !== undefined) return null;
  const limits = [...byName].flatMap(([name, thresholds]) =>
    thresholds
      .filter(({ is, mechanism }) => is.kind === "limit" && isCalled(mechanism, called?.item, clause))
      .map((one) => ({ name, one })),
  );
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
