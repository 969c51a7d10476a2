/**
 * What a text says of the terms of a mechanism must be what the mechanism states.
 *
 * Looks at: clauses of section texts with a figure told as the hours of a training (助餐员每年脱产培训不少于40学时, every nurse gets 40 hours of training a
 * year), as the cap, award, rate per head or growth of a fund (单个项目最高补助20万元, capped at €200,000), as the share of one of its sources or lines, of a
 * module or a role (区级财政承担70%), or as what a norm asks (中央厨房面积不少于300平方米). The mechanism is meant where the sentence calls it, in full or
 * shortened, or names those who are trained; where the sentence tells only the kind, the one mechanism that states such a term.
 * First ones, parts, what held before the plan and what holds for a month or one time are left out, as is a figure beside the right one.
 * In English also times within which something is done, times in a row, ratios, stages of a pilot and what a point is worth (`told/english-facts`).
 * Reports: the figure; related: what is stated. An error where the mechanism is named; a warning where only its kind is.
 * Source: DESIGN.md section 4 (two statements that cannot both hold), FORMAT.md section 7.
 */
import type { Plan, Section } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { standsIn } from "../texts/called-by-kind.ts";
import { type Callings, callingsOf, placesCalled } from "../texts/callings.ts";
import { isSoft, ofElsewhere } from "../texts/figures.ts";
import { isAtUnknownPlace, tellsOfBefore } from "../texts/not-of-plan.ts";
import { isException, isOfDivided, isOfOthers } from "../texts/of-others.ts";
import { type ToldSentence, toldSentences } from "../texts/sentences.ts";
import { type TermFigure, termFiguresIn } from "../texts/term-figures.ts";
import { factsTold, type ToldFact } from "../told/english-facts.ts";
import { namesCounted, namesNoun, namesRated, namesTrained, normWords, tellsKind } from "../told/kinds.ts";
import { agreesWith, isOfTerm, type Term, type TermKind, termsIn } from "../told/mechanism-terms.ts";
import { type OtherTerm, otherTermsIn } from "../told/other-terms.ts";
import { dividedOf, isShareOfAmount } from "../told/shares.ts";
import type { EnglishFact } from "../told/stated-facts.ts";
import { clauseOf, type FigureClause, tellsTerm } from "../told/terms.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  readonly id: string;
  readonly name: string;
  readonly term: TermKind | OtherTerm["kind"] | EnglishFact["kind"];
  /** The source, line, module or role; null where the term is the mechanism's own. */
  readonly label: string | null;
  readonly said: string;
  readonly stated: string;
  /** The sentence tells the kind of the mechanism only. */
  readonly byKind: boolean;
};

const inEnglish: Readonly<Record<Args["term"], string>> = {
  points: "the points",
  exchange: "the exchange",
  pairs: "the number for each",
  stage: "the stage",
  hours: "the hours",
  "test-after": "the time before the test",
  cap: "the cap",
  award: "the award",
  "per-head": "the rate per head",
  growth: "the growth",
  share: "the share",
  asked: "what is asked",
  within: "the time limit",
  after: "the time before the test",
  streak: "how long in a row",
  ratio: "the ratio",
};
const inChinese: Readonly<Record<Args["term"], string>> = {
  points: "积分分值",
  exchange: "兑换标准",
  pairs: "对应数量",
  stage: "推进比例",
  hours: "学时",
  "test-after": "训后测试时间",
  cap: "上限",
  award: "奖励额度",
  "per-head": "人均标准",
  growth: "增幅",
  share: "占比",
  asked: "标准",
  within: "时限",
  after: "训后测试时间",
  streak: "连续时长",
  ratio: "配备比例",
};

export const narrativeTermsConflict = defineRule<Args>({
  code: "narrative/terms-conflict",
  severity: "error",
  named: ["id", "of"],
  text: {
    en: {
      title: "Terms in the text against the mechanism",
      message: (a) =>
        `${textInEnglish(a)} says ${a.said} for ${inEnglish[a.term]} of "${a.label ?? a.name}", but ${a.id} states ${a.stated}${a.byKind ? ": is it meant?" : ""}`,
      why: "Those who pay, train or build by the text do other than the mechanism says; both cannot hold.",
      fix: "Correct one of them, or say whom or what else the text means.",
    },
    zhHans: {
      title: "正文标准、额度与机制不符",
      message: (a) =>
        `${textInChinese(a)}写“${a.label ?? a.name}”的${inChinese[a.term]}为“${a.said}”，而“${a.id}”所列为“${a.stated}”${a.byKind ? "，是否所指须明确" : ""}`,
      why: "按正文与按机制拨付、培训、配置，结果不同，两者不能同时成立。",
      fix: "更正其中一处；正文另有所指的，应写明对象。",
    },
  },
  check({ plan, report }) {
    const told = toldSentences(plan).filter(isTold);
    const terms = told.length === 0 ? [] : termsIn(plan).slice(0, mostTerms);
    const others = told.length === 0 ? [] : plan.mechanisms;
    const otherCalls = callingsOf(others);
    const toldInTurn = new Set<ToldSentence>();
    for (const one of others.length === 0 ? [] : told) {
      if (ofElsewhere.test(one.plain) || tellsOfBefore(one.plain, plan)) continue;
      for (const term of otherTermsIn(one.plain, plan, otherCalls)) {
        if (isOfOthers(one.plain, term.at, plan) || isException(one.plain, term.at)) continue;
        toldInTurn.add(one);
        report(...otherFinding(one, term));
      }
    }
    const facts = factsTold(plan);
    for (const one of facts) report(...factFinding(one, plan));
    if (terms.length === 0) return;
    const divided = plan.mechanisms.flatMap(dividedOf);
    const labels = divided.flatMap(({ parts }) => parts.map(({ name }) => name));
    const calls = callingsOf([...new Set(terms.map(({ item }) => item))]);
    const figuresHere = new Map<Section, readonly TermFigure[]>();
    for (const one of told) {
      const { plain, sentence, section, span, item } = one;
      if (ofElsewhere.test(plain) || tellsOfBefore(plain, plan)) continue;
      for (const figure of termFiguresIn(plain)) {
        if (isSoft(plain, figure) || figure.quantity.soft !== null) continue;
        const fitting = terms.filter(
          (term) => isOfTerm(term, figure.quantity, figure.noun) && !isInLonger(term, plain, labels),
        );
        if (fitting.length === 0) continue;
        const head = plain.slice(0, figure.at);
        if (isException(plain, figure.at) || isOfDivided(plain, figure.at)) continue;
        const clause = clauseOf(plain, figure);
        if (clause.text.length > longestClause) continue;
        const found =
          meant(fitting, clause, plain, calls, figure.quantity) ??
          (section === null || toldInTurn.has(one)
            ? null
            : meantHere(fitting, clause, plain, section, calls, figuresHere));
        if (found === null || agreesWith(found.term, figure.quantity) || isOwnBase(found.term, head, figure))
          continue;
        const { term, byKind } = found;
        if (facts.some((other) => other.fact.item === term.item && isSamePlace(other, one, figure))) continue;
        if (isOfOtherTime(term, clause, plain, figure, plan)) continue;
        if (term.kind === "share" && isShareOfAmount(term.label ?? "", figure, divided)) continue;
        const [first] = term.values;
        if (first === undefined) continue;
        const args: Args = {
          section: section?.id.value ?? null,
          of: item.id.value,
          id: term.item.id.value,
          name: nameOf(term.item),
          term: term.kind,
          label: term.kind === "share" ? term.label : null,
          said: figure.shown.trim(),
          stated: [...new Set(term.values.map(({ value }) => value.text.trim()))].slice(0, 4).join(", "),
          byKind,
        };
        const related = [{ span: first.span, note: { en: "stated here", zhHans: "此处写明" } }];
        const severity = isAtUnknownPlace(plain, plan) ? "info" : byKind ? "warning" : "error";
        report(partSpan(span, args.said, sentence.at + figure.at), args, { on: item, related, severity });
      }
    }
  },
});

/** 县级财政 is a source of its own, and none of the 县级 of another fund. */
function isInLonger({ kind, label }: Term, sentence: string, labels: readonly string[]): boolean {
  if (kind !== "share" || label === null) return false;
  return labels.some(
    (one) =>
      one.length > label.length &&
      one.includes(label) &&
      sentence.includes(one) &&
      !sentence.replaceAll(one, "").includes(label),
  );
}

function isSamePlace(told: ToldFact, { span, sentence }: ToldSentence, { at, end }: TermFigure): boolean {
  const place = told.sentence.at + told.at - sentence.at;
  return told.sentence.span === span && place < end && at < place + told.said.length;
}

function factFinding({ fact, sentence, said, at, isSure }: ToldFact, plan: Plan) {
  const { section, span, at: from, text } = sentence;
  const { item, kind, label, stated } = fact;
  const args: Args = {
    section: section.id.value,
    of: section.id.value,
    id: item.id.value,
    name: nameOf(item),
    term: kind,
    label: kind === "share" ? label : null,
    said,
    stated,
    byKind: !isSure,
  };
  const related = [{ span: fact.span, note: { en: "stated here", zhHans: "此处写明" } }];
  const severity = isAtUnknownPlace(text, plan) ? "info" : isSure ? "error" : "warning";
  return [partSpan(span, said, from + at), args, { on: section, related, severity }] as const;
}

function otherFinding({ section, item, span, sentence }: ToldSentence, term: OtherTerm) {
  const { kind, label, said, stated } = term;
  const args: Args = {
    section: section?.id.value ?? null,
    of: item.id.value,
    id: term.item.id.value,
    name: nameOf(term.item),
    term: kind,
    label,
    said,
    stated,
    byKind: term.byKind === true,
  };
  const related = [{ span: term.span, note: { en: "stated here", zhHans: "此处写明" } }];
  return [
    partSpan(span, said, sentence.at + term.at),
    args,
    { on: item, related, severity: term.byKind === true ? "warning" : "error" },
  ] as const;
}

/** Longer ones are no clauses; more terms are not looked for. */
const longestClause = 300;
const mostTerms = 400;

/** Statements of problems and objectives set no terms. */
function isTold({ section, item }: ToldSentence): boolean {
  return section !== null || item.kind === "mechanism";
}

/** 2025年最高补助30万元，2026年起提高到50万元; 每季度集中培训6学时: what held before the plan, or holds for a part of the year. */
function isOfOtherTime(
  term: Term,
  clause: FigureClause,
  sentence: string,
  figure: TermFigure,
  plan: Plan,
): boolean {
  if (
    term.kind === "hours" &&
    partOfYear.test(clause.text) &&
    !term.values.some(({ value }) => /[季月期次]|quarter|month/u.test(value.text))
  )
    return true;
  // 脱产培训40学时，其余为线上学习 tells a part of the hours.
  if (term.kind === "hours" && /其余|另有|线上|网络|自学/u.test(sentence.slice(figure.end))) return true;
  if (term.kind === "hours" && withinHours.test(sentence.slice(0, figure.at))) return true;
  // Of shares told in a row each may be that of the next.
  const isToldToo =
    term.kind !== "share" &&
    termFiguresIn(sentence).some((one) => one.at !== figure.at && agreesWith(term, one.quantity));
  if (isToldToo) return true;
  return isOfOthers(sentence, figure.at, plan);
}

/** 年度培训时长中，信息技术培训不少于12学时: a part of them. */
const withinHours = /(?:学时|课时|时长|时间|培训|课程)[之当其]?[中里]，?[^。；]{2,40}$/u;
const partOfYear =
  /每个?(?:季度|季|期|次|半年|月|周|批|轮)|\b(?:each|every|per|an?) (?:quarter|month|week|session|course)\b/iu;

/** One nurse for every six patients: the base of a rate, which is no level; by `per` that of one that the mechanism states by it. */
function isOwnBase({ values }: Term, head: string, { quantity }: TermFigure): boolean {
  if (/\b(?:for|to) (?:every|each) $/iu.test(head)) return true;
  if (!/\b(?:every|per) ?$/iu.test(head)) return false;
  return values.some(({ value: { text } }) => {
    const [, base = null] = /\b(?:per|every) ([\d,]{1,9})\b/iu.exec(text) ?? [];
    return base !== null && quantity.value.eq(base.replaceAll(",", ""));
  });
}

/**
 * The one term that the clause may tell of those that cite its section, where no figure of the section is what is stated: a section
 * that tells another figure beside the right one speaks of something else.
 */
function meantHere(
  terms: readonly Term[],
  clause: FigureClause,
  sentence: string,
  section: Section,
  calls: Callings<Term["item"]>,
  figuresHere: Map<Section, readonly TermFigure[]>,
): Meant | null {
  if (!chinese.test(clause.text) || placesCalled(sentence, calls).length > 0) return null;
  const here = terms.filter(({ item }) => "parameters" in item && standsIn(item, section.id.value));
  const [term, other] = here.filter((one) => tellsTerm(one, clause, nameOf(one.item)));
  if (term === undefined || other !== undefined || term.kind === "growth") return null;
  if (term.kind === "hours" && trainsOthers(clause.head, term)) return null;
  // 站点 and 综合体 have sizes of their own.
  const core = nameOf(term.item).replace(normWords, "");
  if (
    term.kind === "asked" &&
    (/^每/u.test(clause.text.slice(clause.head.length)) || !clause.head.includes(core.slice(-2)))
  )
    return null;
  const alike = here.filter(({ kind }) => kind === term.kind);
  const figures = figuresHere.get(section) ?? termFiguresIn(section.text?.text ?? "");
  figuresHere.set(section, figures);
  const isTold = figures.some(({ quantity }) => agreesWith(term, quantity));
  return isTold || (alike.length > 1 && term.kind !== "share") ? null : { term, byKind: true };
}

const trainee =
  /^([\u4e00-\u9fff]{1,12}?(?:书记|干部|委员|人员|骨干|主任|成员|员|者|师|长|护士|医生|学生|新生|民警|职工|农民工|工人))(?:每|人均|年|应|须|要|集中|参加|接受|脱产|岗前|入职)/u;

/** 党组织书记每年集中轮训56学时 is no term of the training of 社区工作者. */
function trainsOthers(head: string, { label, item }: Term): boolean {
  const [, who = ""] = trainee.exec(head) ?? [];
  const own = `${label ?? ""} ${nameOf(item)}`;
  return (
    who !== "" &&
    !own.includes(who) &&
    !(label !== null && who.includes(label)) &&
    !own.includes(who.slice(-3))
  );
}

interface Meant {
  readonly term: Term;
  readonly byKind: boolean;
}

/** The one term that the clause tells; null where it may be several or none. */
function meant(
  terms: readonly Term[],
  clause: FigureClause,
  sentence: string,
  calls: Callings<Term["item"]>,
  said: Quantity,
): Meant | null {
  const told = terms.filter((term) => tellsTerm(term, clause, nameOf(term.item)));
  if (told.length === 0) return null;
  const inClause = new Set(placesCalled(clause.text, calls).map(({ item }) => item));
  const called =
    inClause.size > 0 ? inClause : new Set(placesCalled(sentence, calls).map(({ item }) => item));
  const named = told.filter(
    (term) =>
      called.has(term.item) ||
      namesTrained(term, clause, sentence) ||
      namesNoun(term, clause) ||
      namesCounted(term, sentence) ||
      namesRated(term, clause),
  );
  const [only, other] = named;
  if (only !== undefined) {
    // A training and the indicator that counts its hours: the figure is none of both.
    const isNone = named.every((one) => one.kind === "hours" && !agreesWith(one, said));
    return other === undefined || isNone ? { term: only, byKind: false } : null;
  }
  // 其中案例实训不少于40%: a part of what was told before.
  const parts = told.filter(({ kind, label }) => {
    return kind === "share" && label !== null && label.length > 3 && clause.text.startsWith(`其中${label}`);
  });
  const [part, second] = parts;
  if (part !== undefined && second === undefined) return { term: part, byKind: true };
  // None of those that may be meant states the figure.
  if (called.size > 0 || told.some((term) => agreesWith(term, said))) return null;
  const [byKind, another] = told.filter((term) => tellsKind(term, clause, sentence));
  const isOpen = byKind === undefined || (/award|cap/.test(byKind.kind) && another !== undefined);
  return isOpen ? null : { term: byKind, byKind: true };
}
