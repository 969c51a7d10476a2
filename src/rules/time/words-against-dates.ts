/**
 * The title and texts that tell how long the plan runs must tell its stated period.
 *
 * Looks at: spans of years in the title of the plan and in sentences of section texts that speak of the plan's period
 * (实施期、规划期 …, the plan runs); 三年 in the title; 用五年时间 in a text of a shorter plan.
 * Reports: the words; related: the period. An error where the plan states its period; a note where it is that of its parts; a number of years in
 * the title is a warning.
 * Source: DESIGN.md section 4 (statements that cannot both hold).
 */
import { addMonths, dateParts, isoDay } from "../../plan/days.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";
import { calendarOf, datesIn } from "../texts/dates.ts";
import { planRunsAt, tellsPlan } from "../texts/of-this-plan.ts";
import { rangesIn } from "../texts/ranges.ts";
import {
  type ToldLength,
  tellsLength,
  toldLength,
  toldLengthBehind,
  toldYears,
} from "../told/plan-length.ts";
import { spanInChinese, spanInEnglish } from "../words.ts";
import { anyYear, lasts, monthsOf, yearSpans, yearsNamed } from "./named-times.ts";

type Args = {
  /** What the words say. */
  readonly words: string;
  readonly stated: string;
  readonly fault: "span" | "length";
};

const ofPlan =
  /实施期|规划期|计划期|方案期|期限|本方案.{0,6}(?:实施|执行)|\b(?:the|this|our) (?:plan|programme|project|strategy) (?:runs|covers|lasts|will run)|\bthe plan's period/iu;

export const timeWordsAgainstDates = defineRule<Args>({
  code: "time/words-against-dates",
  severity: "error",
  text: {
    en: {
      title: "Words and period of the plan disagree",
      message: (a) =>
        `the words "${a.words}" and the stated period of the plan, ${spanInEnglish(a.stated)}, do not agree`,
      why: "Readers go by the words and the schedule by the dates; both cannot hold.",
      fix: "Correct the words or the period.",
    },
    zhHans: {
      title: "文字所述期限与实施期限不符",
      message: (a) => `文字写作“${a.words}”，与实施期限（${spanInChinese(a.stated)}）不符`,
      why: "读者看文字，进度按日期，两者不一致时无所适从。",
      fix: "更正文字或实施期限。",
    },
  },
  check({ plan, report }) {
    const { period } = plan;
    if (period === null) return;
    const related = [{ span: period.span, note: { en: "the stated time", zhHans: "填写的时间" } }];
    for (const { span, args, severity } of ofThePlan(plan)) report(span, args, { severity, related });
  },
});

interface Found {
  readonly span: Span;
  readonly args: Args;
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
      args: { words, stated, fault: "span" },
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
      const args = { words: told.words, stated, fault: "length" } as const;
      found.push({ span: partSpan(text.span, told.words, one.at), args, severity });
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
        args: { words, stated, fault },
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

/** 三年行动方案 over two years; a year begun counts as one. */
function lengthFault(text: string, span: Span, start: Day, end: Day, stated: string): Found | null {
  const named = yearsNamed(text);
  if (named === null || lasts(named.count, start, end)) return null;
  const { words } = named;
  return {
    span: partSpan(span, words),
    args: { words, stated, fault: "length" },
    severity: "warning",
  };
}
