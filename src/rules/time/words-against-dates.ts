/**
 * Names and titles that tell a time must tell the time that is stated.
 *
 * Looks at: spans of years in the title of the plan and in sentences of section texts that speak of the plan's period
 * (实施期、规划期 …, the plan runs); 三年 in the title; 用五年时间 in a text of a shorter plan; years, months (第4—9个月) and the number in the order (第二阶段, phase 2)
 * in names of phases; 三年 in the name of a mechanism of the plan, against its own time, else against the last date of the
 * indicators that it governs.
 * Reports: the words; related: the stated time. Two spans of years or months are an error where the plan states its period, a
 * number of years and an order a warning.
 * Source: DESIGN.md section 4 (statements that cannot both hold; phases).
 */
import { addMonths, dateParts, isoDay } from "../../plan/days.ts";
import type { Indicator, Mechanism, Phase, Plan } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { type DatedPhase, phasesByStart } from "../phase-order.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";
import { calendarOf, datesIn } from "../texts/dates.ts";
import { planRunsAt, tellsPlan } from "../texts/of-this-plan.ts";
import { rangesIn } from "../texts/ranges.ts";
import { statedPeriod } from "../times-of.ts";
import {
  type ToldLength,
  tellsLength,
  toldLength,
  toldLengthBehind,
  toldYears,
} from "../told/plan-length.ts";
import { spanInChinese, spanInEnglish } from "../words.ts";
import { anyYear, lasts, monthsOf, placeNamed, spanNamed, yearSpans, yearsNamed } from "./named-times.ts";

type Args = {
  /** What the words say. */
  readonly words: string;
  /** Phase whose name it is; null for the plan and a mechanism. */
  readonly phase: string | null;
  /** The mechanism whose name it is, and the name; null for the plan and its phases. */
  readonly id: string | null;
  readonly name: string | null;
  readonly stated: string;
  readonly fault: "span" | "length" | "order" | "programme" | "done-early";
};

const ofPlan =
  /实施期|规划期|计划期|方案期|期限|本方案.{0,6}(?:实施|执行)|\b(?:the|this|our) (?:plan|programme|project|strategy) (?:runs|covers|lasts|will run)|\bthe plan's period/iu;

export const timeWordsAgainstDates = defineRule<Args>({
  code: "time/words-against-dates",
  severity: "error",
  named: ["phase"],
  text: {
    en: {
      title: "Words and dates disagree",
      message: (a) => {
        if (a.fault === "programme")
          return `${a.id} is called "${a.words}", but it runs ${spanInEnglish(a.stated)}`;
        if (a.fault === "done-early")
          return `${a.id} is called "${a.words}", but all that it governs is due by ${a.stated}: what do the later years hold?`;
        const of = a.phase === null ? "the plan" : `phase ${a.phase}`;
        if (a.fault === "order")
          return `phase ${a.phase} is called "${a.words}", but by its dates it is number ${a.stated}`;
        return `the words "${a.words}" and the stated period of ${of}, ${spanInEnglish(a.stated)}, do not agree`;
      },
      why: "Readers go by the words and the schedule by the dates; both cannot hold.",
      fix: "Correct the words or the dates.",
    },
    zhHans: {
      title: "文字所述时间与填写时间不符",
      message: (a) => {
        if (a.fault === "programme")
          return `工作机制“${a.name}”名称写作“${a.words}”，起止时间却为 ${spanInChinese(a.stated)}`;
        if (a.fault === "done-early")
          return `工作机制“${a.name}”名称写作“${a.words}”，所涉指标却都在 ${a.stated} 前到期，以后年度的安排未写明`;
        if (a.fault === "order")
          return `阶段“${a.phase}”名称写作“${a.words}”，按起止时间应为第 ${a.stated} 个阶段`;
        return `文字写作“${a.words}”，与${a.phase === null ? "实施期限" : `阶段“${a.phase}”的起止时间`}（${spanInChinese(a.stated)}）不符`;
      },
      why: "读者看文字，进度按日期，两者不一致时无所适从。",
      fix: "更正文字或时间。",
    },
  },
  check({ plan, report }) {
    const tell = (found: Found | null, stated: Span | undefined): void => {
      if (found === null || stated === undefined) return;
      const note =
        found.args.fault === "done-early"
          ? { en: "the last target", zhHans: "最后到期的目标值" }
          : { en: "the stated time", zhHans: "填写的时间" };
      const related = [{ span: stated, note }];
      report(found.span, found.args, { on: found.phase, severity: found.severity, related });
    };
    for (const found of ofThePlan(plan)) tell(found, plan.period?.span);
    const byId = new Map(plan.indicators.map((one) => [one.id.value, one] as const));
    for (const mechanism of plan.mechanisms) {
      const found = programmeFault(mechanism, byId, plan);
      if (found !== null) tell(found, found.stated);
    }
    const phases = phasesByStart(plan);
    const inOrder = phases.map(({ phase }) => phase);
    for (const dated of phases) {
      const name = dated.phase.name;
      if (name === null) continue;
      tell(spanFault(dated, name.text, plan) ?? orderFault(dated, name.text, inOrder), dated.when.span);
    }
  },
});

interface Found {
  readonly span: Span;
  readonly args: Args;
  readonly phase: Phase | Mechanism | null;
  readonly severity: "error" | "warning" | "info";
}

function ofThePlan(plan: Plan): readonly Found[] {
  const { period, title } = plan;
  const [start, end] = [period?.start?.value ?? null, period?.end?.value ?? null];
  if (period === null || start === null || end === null || end < start) return [];
  const [from, to] = [dateParts(start).year, dateParts(end).year];
  const stated = `${isoDay(start)}..${isoDay(end)}`;
  const severity = period.stated ? "error" : "info";
  const spanIn = (text: string, span: Span): Found | null => {
    const spans = yearSpans(text.slice(0, 1000));
    const [first] = spans;
    if (first === undefined || text.includes("《")) return null;
    if (spans.some((one) => one.from === from && (one.to === to || one.to === lastBegun(start, end))))
      return null;
    const { words } = first;
    return {
      span: partSpan(span, words),
      args: { words, phase: null, id: null, name: null, stated, fault: "span" },
      phase: null,
      severity,
    };
  };
  const found: (Found | null)[] = [];
  if (title !== null) {
    const inTitle = spanIn(title.value, title.span);
    found.push(inTitle ?? lengthFault(title.value, title.span, start, end, stated));
  }
  for (const { text } of plan.sections) {
    if (text === null) continue;
    const sentence = anyYear.test(text.text)
      ? sentencesOf(text.text).find((one) => ofPlan.test(one.text) && yearSpans(one.text).length > 0)
      : undefined;
    if (sentence !== undefined) found.push(spanIn(sentence.text, text.span));
    found.push(...inEnglish(text, plan, { start, end, stated, severity }));
    for (const one of tellsLength.test(text.text) ? sentencesOf(text.text) : []) {
      const told = toldLength(one.text) ?? longerThan(toldYears(one.text), monthsOf(start, end));
      if (told === null || lasts(told.months / 12, start, end) || monthsOf(start, end) === told.months)
        continue;
      const args = { words: told.words, phase: null, id: null, name: null, stated, fault: "length" } as const;
      found.push({ span: partSpan(text.span, told.words, one.at), args, phase: null, severity });
    }
  }
  return found.filter((one) => one !== null);
}

/** 2026–2028 of years from April to March: the year in which the last of whole years begins. */
function lastBegun(start: Day, end: Day): number {
  const months = monthsOf(start, end);
  const isWhole = months % 12 === 0 && addMonths(start, months) === end + 1;
  return isWhole ? dateParts(start).year + months / 12 - 1 : dateParts(end).year;
}

/** The programme runs for four years, from April 2026 to March 2029. */
function inEnglish(
  { text, span }: { readonly text: string; readonly span: Span },
  plan: Plan,
  {
    start,
    end,
    stated,
    severity,
  }: { readonly start: Day; readonly end: Day; readonly stated: string } & Pick<Found, "severity">,
): readonly Found[] {
  if (!tellsPlan.test(text)) return [];
  const calendar = calendarOf(plan);
  return sentencesOf(text).flatMap((sentence): Found[] => {
    const at = planRunsAt(sentence.text, plan);
    if (at === null) return [];
    const tell = (words: string, fault: "length" | "span"): Found[] => [
      {
        span: partSpan(span, words, sentence.at),
        args: { words, phase: null, id: null, name: null, stated, fault },
        phase: null,
        severity,
      },
    ];
    const length = toldLengthBehind(sentence.text.slice(at));
    if (length !== null && !lastsAsTold(length.months, start, end)) return tell(length.words, "length");
    const [range] = rangesIn(sentence.text, datesIn(sentence.text, calendar));
    // Years alone are told by the spans of years.
    if (range === undefined || range.at < at || /^[\d\s–—-]+(?:to|and)?[\d\s]+$/u.test(range.shown))
      return [];
    const { from, to } = range;
    const isSame = from.start <= start && start <= from.last && to.start <= end && end <= to.last;
    return isSame ? [] : tell(range.shown, "span");
  });
}

/** A year begun counts as one, but not beside a period of whole years. */
function lastsAsTold(months: number, start: Day, end: Day): boolean {
  const own = monthsOf(start, end);
  return own === months || (own % 12 !== 0 && months % 12 === 0 && lasts(months / 12, start, end));
}

/** 用五年时间 in a plan of three; fewer years may be those of a part. */
function longerThan(told: ToldLength | null, months: number): ToldLength | null {
  return told !== null && told.months > months + 11 ? told : null;
}

/** The name is that of a plan of years; a 五年规划 is a kind of document above the plan. */
const isProgramme = /(?:行动|计划|方案|攻坚)(?:[（(].{0,40})?$|\b(?:plan|programme|program|campaign)$/iu;

interface ProgrammeFound extends Found {
  readonly stated: Span;
}

/** 三年行动计划 of two years, or one whose indicators are all due before its last year begins. */
function programmeFault(
  mechanism: Mechanism,
  byId: ReadonlyMap<string, Indicator>,
  plan: Plan,
): ProgrammeFound | null {
  const { name, origin, during, from, governs, id } = mechanism;
  const named = name === null || origin !== "plan" ? null : yearsNamed(name.text);
  if (name === null || named === null || named.count < 2 || !isProgramme.test(name.text)) return null;
  const { words, count } = named;
  const found = (stated: Span, text: string, fault: "programme" | "done-early"): ProgrammeFound => ({
    span: partSpan(name.span, words),
    args: { words, phase: null, id: id.value, name: name.text, stated: text, fault },
    phase: mechanism,
    severity: "warning",
    stated,
  });
  const own = statedPeriod(during);
  if (during !== null) {
    if (own === null || own.start === null || own.end === null || own.end < own.start) return null;
    return lasts(count, own.start, own.end)
      ? null
      : found(during.span, `${isoDay(own.start)}..${isoDay(own.end)}`, "programme");
  }
  const start = statedPeriod(from)?.start ?? plan.period?.start?.value ?? null;
  const last = lastDue(governs.flatMap(({ value }) => byId.get(value) ?? []));
  if (start === null || last === null || last.day >= addMonths(start, 12 * (count - 1))) return null;
  return found(last.span, isoDay(last.day), "done-early");
}

/** The last day, in its later reading, on which a target falls due; null where a target is open. */
function lastDue(indicators: readonly Indicator[]): { readonly day: Day; readonly span: Span } | null {
  let last: { readonly day: Day; readonly span: Span } | null = null;
  for (const { by, over, stated } of indicators.flatMap(({ targets }) => targets)) {
    const when = (by ?? over)?.value;
    const days = [when?.period?.end, when?.alternative?.end].flatMap((day) => day ?? []);
    if (days.length === 0) return null;
    const day = Math.max(...days);
    if (last === null || day > last.day) last = { day, span: stated.span };
  }
  return last;
}

/** 三年行动方案 over two years; a year begun counts as one. */
function lengthFault(text: string, span: Span, start: Day, end: Day, stated: string): Found | null {
  const named = yearsNamed(text);
  if (named === null || lasts(named.count, start, end)) return null;
  const { words } = named;
  return {
    span: partSpan(span, words),
    args: { words, phase: null, id: null, name: null, stated, fault: "length" },
    phase: null,
    severity: "warning",
  };
}

/** Years or months of the plan in the name of a phase. */
function spanFault({ phase, when, start, end }: DatedPhase, name: string, plan: Plan): Found | null {
  if (end === null) return null;
  const named = spanNamed(name, plan);
  if (named === null || (named.start === start && named.end === end)) return null;
  // 2024—2025年 beside 2024-03..2025-11 names the years that it touches.
  if (
    named.years &&
    dateParts(named.start).year === dateParts(start).year &&
    dateParts(named.end).year === dateParts(end).year
  )
    return null;
  const args = {
    words: named.words,
    phase: phase.id.value,
    id: null,
    name: null,
    stated: `${isoDay(start)}..${isoDay(end)}`,
    fault: "span",
  } as const;
  const span = phase.name === null ? when.span : partSpan(phase.name.span, named.words);
  return { span, args, phase, severity: "error" };
}

/** 第二阶段 that begins first. */
function orderFault({ phase }: DatedPhase, name: string, inOrder: readonly Phase[]): Found | null {
  const told = placeNamed(name);
  const at = inOrder.indexOf(phase) + 1;
  if (told === null || told.place === at) return null;
  const { words } = told;
  const span = phase.name === null ? phase.id.span : partSpan(phase.name.span, words);
  return {
    span,
    args: { words, phase: phase.id.value, id: null, name: null, stated: `${at}`, fault: "order" },
    phase,
    severity: "warning",
  };
}
