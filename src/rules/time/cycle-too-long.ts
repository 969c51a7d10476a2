/**
 * What recurs should come round within its time.
 *
 * Looks at: rhythms of mechanisms, of their rounds and of bodies, and figures that are a cycle by name
 * (规划周期 5年), against the time for which they hold: their own
 * `during`, else from their start to the end of the plan; and frequencies of indicators (but for context) against the plan's period.
 * Reports: the rhythm; related: the time. A warning for a time of its own and for an indicator, which is then never
 * reported; else a note that asks, as a cycle may have begun before the plan.
 * Source: DESIGN.md section 4 (dates outside period or phase; what only may be a conflict).
 */
import { dateParts, isoDay } from "../../plan/days.ts";
import type { Given, Statements } from "../../plan/given.ts";
import { entriesAt, rhythmsAt } from "../../plan/parameters.ts";
import type { Item, Mechanism, Plan } from "../../plan/plan.ts";
import { everyFew, perYear, rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Day, Rhythm } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { statedPeriod } from "../times-of.ts";
import { counted } from "../words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly rhythm: Rhythm;
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly own: boolean;
};

/** `4 years`, `18 months`. */
function lastingInEnglish(months: number): string {
  return months % 12 === 0 ? counted(months / 12, "years") : counted(months, "months");
}

export const timeCycleTooLong = defineRule<Args>({
  code: "time/cycle-too-long",
  severity: "warning",
  text: {
    en: {
      title: "Cycle longer than its time",
      message: (a) =>
        `${a.id} is ${rhythmWords(a.rhythm).en}, but ${a.own ? "its time" : "the plan"} lasts only ${lastingInEnglish(a.months)} (${a.from} to ${a.to})${a.own ? "" : ": does it come round within the plan?"}`,
      why: "What comes round less often than the time lasts may never take place in it.",
      fix: "Shorten the cycle, lengthen its time, or state the date on which it takes place within the plan.",
    },
    zhHans: {
      title: "周期长于适用时间",
      message: (a) =>
        `“${a.name}”${rhythmInChinese(a.rhythm)}，而${a.own ? "其适用时间" : "实施期限"}仅 ${a.months % 12 === 0 ? `${a.months / 12} 年` : `${a.months} 个月`}（${a.from} 至 ${a.to}）${a.own ? "" : "，期内是否开展一次未写明"}`,
      why: "周期比适用时间还长，期内可能一次也不开展。",
      fix: "缩短周期、延长适用时间，或写明期内开展的具体日期。",
    },
  },
  check({ plan, report }) {
    const tell = (
      item: Item & { readonly name: Mechanism["name"] },
      stated: Statements<Rhythm>,
      time: Time | null,
    ): void => {
      const slow = time === null ? undefined : stated.find(({ is }) => isLonger(is.value, time));
      if (slow === undefined || time === null) return;
      const severity = time.isOwn || item.kind === "indicator" ? "warning" : "info";
      report(
        slow.is.span,
        {
          id: item.id.value,
          name: nameOf(item),
          rhythm: slow.is.value,
          from: isoDay(time.start),
          to: isoDay(time.end),
          months: monthsOf(time),
          own: time.isOwn,
        },
        { on: item, severity, related: [{ span: time.span, note: { en: "the time", zhHans: "适用时间" } }] },
      );
    };
    const whole = wholeOf(plan);
    // A reference series goes on by itself.
    for (const indicator of plan.indicators) {
      if (indicator.role?.value !== "context") tell(indicator, indicator.frequency, whole);
    }
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin !== "plan") continue;
      const rounds = entriesAt(mechanism.parameters, "rounds").flatMap((round) =>
        rhythmsAt(round, "cadence"),
      );
      const stated = [...mechanism.cadence, ...rounds, ...rhythmsAt(mechanism.parameters, "meets")];
      tell(mechanism, [...stated, ...cycleFigures(mechanism)], timeOf(mechanism, whole));
    }
  },
});

interface Time {
  readonly start: Day;
  readonly end: Day;
  readonly span: Span;
  readonly isOwn: boolean;
}

function wholeOf({ period }: Plan): Time | null {
  const start = period?.start?.value ?? null;
  const end = period?.end?.value ?? null;
  if (period === null || start === null || end === null || end < start) return null;
  return { start, end, span: period.span, isOwn: false };
}

const cycleWords = /周期|\bcycle\b|\binterval\b/iu;

/** Figures that are a cycle by their name: 规划周期 5年. */
function cycleFigures({ figures }: Mechanism): Statements<Rhythm> {
  return figures
    .filter((figure) => cycleWords.test(nameOf(figure)))
    .flatMap(({ values }) =>
      values.flatMap((statement) => {
        const { value, unit } = statement.is.value;
        const months = unit?.dimension === "months" ? Number(value.times(unit.factor)) : 0;
        if (months < 1 || !Number.isInteger(months)) return [];
        const rhythm = months % 12 === 0 ? everyFew(months / 12, "year") : everyFew(months, "month");
        return [{ ...statement, is: { ...statement.is, value: rhythm } }];
      }),
    );
}

function timeOf({ during }: Mechanism, whole: Time | null): Time | null {
  const days = statedPeriod(during);
  if (during === null) return whole;
  if (days === null || days.start === null || days.end === null || days.end < days.start) return null;
  return { start: days.start, end: days.end, span: (during satisfies Given<unknown>).span, isOwn: true };
}

/** Months begun, from the first day to the last. */
function monthsOf({ start, end }: Time): number {
  const [from, to] = [dateParts(start), dateParts(end)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

/** A rhythm whose span is longer than the time by more than a month, which is no matter of counting. */
function isLonger(rhythm: Rhythm, time: Time): boolean {
  const times = perYear(rhythm);
  return times !== null && times > 0 && 12 / times > monthsOf(time) + 1;
}
