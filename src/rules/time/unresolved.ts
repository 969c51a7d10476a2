/**
 * A time must lead to days of the calendar.
 *
 * Looks at: every phase named as a time, and every time of the plan that was read but leads to no days.
 * Reports: a name that is no phase of the plan: an error each, with the nearest phase; months (`M9`) or parts of a year
 * that need the plan's start, which is missing: one warning at the first, the others as related places (at most ten).
 * Source: FORMAT.md section 4.
 */
import { makeSuggester } from "../../diagnostics/suggest.ts";
import type { TimeExpression, When } from "../../plan/time.ts";
import { isNameOfTime } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { timesOf } from "../times-of.ts";

type Args = {
  readonly text: string;
  /** The name that is no phase; null when the plan's start is what lacks. */
  readonly name: string | null;
  readonly nearest: string | null;
  readonly count: number;
};

const mostRelated = 10;

/** A span written as a map keeps its text only. */
const monthText = /(?:^|\.\.)M\d/i;

export const timeUnresolved = defineRule<Args>({
  code: "time/unresolved",
  severity: "error",
  text: {
    en: {
      title: "Time without days",
      message: (a) =>
        a.name !== null
          ? `"${a.name}" is neither a time nor a phase of the plan${a.nearest === null ? "" : `; the nearest phase is "${a.nearest}"`}`
          : `"${a.text}" counts from the start of the plan, which is not stated${a.count > 1 ? ` (${a.count} such times)` : ""}`,
      why: "A time that leads to no day of the calendar can neither fall due nor be compared.",
      fix: "Write a date, or state what the time counts from: the plan's `period` or the phase.",
    },
    zhHans: {
      title: "时间无法换算为日期",
      message: (a) =>
        a.name !== null
          ? `“${a.name}”既不是时间，也不是方案中的阶段${a.nearest === null ? "" : `，最接近的阶段是“${a.nearest}”`}`
          : `“${a.text}”自实施期限起始时间起算，但方案未注明起始时间${a.count > 1 ? `（此类时间共 ${a.count} 处）` : ""}`,
      why: "不能换算为日期的时间，既无法到期，也无法比较先后。",
      fix: "改写为日期，或注明起算依据：方案的 `period`，或相应阶段。",
    },
  },
  check({ plan, index, report }) {
    const nearest = makeSuggester(() => index.ids("phase"));
    for (const reference of plan.references) {
      const name = reference.name.value;
      if (!isNameOfTime(reference) || index.find("phase", name) !== undefined) continue;
      const near = nearest(name);
      const args = { text: name, name, nearest: near, count: 1 };
      report(reference.name.span, args, { on: reference.from, suggestion: near });
    }
    const { period } = plan;
    // A period without start and end could not be read, and is told there.
    if (period !== null && (period.start !== null || period.end === null)) return;
    const waiting = timesOf(plan).filter(({ when }) => isWaiting(when.value));
    const [first, ...others] = waiting;
    if (first === undefined) return;
    const related = others
      .slice(0, mostRelated)
      .map(({ when }) => ({ span: when.span, note: { en: "also", zhHans: "同类情形" } }));
    const args = { text: first.when.value.text, name: null, nearest: null, count: waiting.length };
    report(first.when.span, args, { on: first.item, severity: "warning", related });
  },
});

/** True for a time that has no days because the plan's start is missing. */
function isWaiting({ state, expression, text }: When): boolean {
  if (state !== "unresolved") return false;
  return expression === null ? monthText.test(text) : countsFromStart(expression);
}

/** True when the time itself counts from the plan's start; a phase without days is told at the phase. */
function countsFromStart(expression: TimeExpression | null): boolean {
  if (expression === null) return false;
  if (expression.kind === "range") return countsFromStart(expression.from) || countsFromStart(expression.to);
  return expression.kind === "month" || expression.kind === "within-year";
}
