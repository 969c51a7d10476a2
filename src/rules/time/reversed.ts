/**
 * A period must not end before it starts, nor a deadline lie before its start.
 *
 * Looks at: the plan's period; every period of a phase, action, target or mechanism; `from` and `by` of a target.
 * Reports: the period, or the deadline with the start as related place.
 * Source: DESIGN.md section 4 (a reversed period).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import type { Item, Plan, Target } from "../../plan/plan.ts";
import type { Period, When } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { isReversed, statedPeriod, timesOf } from "../times-of.ts";

type Args = {
  readonly start: string;
  readonly end: string;
  /** What the period is of; null for the plan itself. */
  readonly id: string | null;
};

export const timeReversed = defineRule<Args>({
  code: "time/reversed",
  severity: "error",
  named: ["id"],
  text: {
    en: {
      title: "End before start",
      message: (a) =>
        `${a.id === null ? "the plan's period" : `${a.id}: its period`} ends on ${a.end}, before it starts on ${a.start}`,
      why: "A period that ends before it starts holds no day, so nothing can be due, measured or done in it.",
      fix: "Correct the start or the end; they may have been exchanged.",
    },
    zhHans: {
      title: "起止时间颠倒",
      message: (a) =>
        `${a.id === null ? "实施期限" : `“${a.id}”`}的截止时间 ${a.end} 早于起始时间 ${a.start}`,
      why: "截止时间早于起始时间，时段内没有任何一天，无法据此安排、监测和考核。",
      fix: "更正起始或截止时间，二者可能写反。",
    },
  },
  check({ plan, report }) {
    const reversedPlan = planDays(plan);
    if (reversedPlan !== null) report(reversedPlan.span, reversedPlan.args);
    for (const { when, item } of timesOf(plan)) {
      const period = statedPeriod(when);
      // A phase named as a time is told at the phase itself.
      if (period !== null && when.value.phase === null && isReversed(period)) {
        report(when.span, argsOf(period, item), { on: item });
      }
    }
    for (const indicator of plan.indicators) {
      for (const target of indicator.targets) {
        const found = reversedTarget(target);
        if (found === null) continue;
        const related = [{ span: found.from.span, note: { en: "starts here", zhHans: "起始时间" } }];
        report(found.by.span, argsOf(found.days, indicator), { on: indicator, related });
      }
    }
  },
});

function argsOf({ start, end }: Period, item: Item | null): Args {
  return {
    id: item?.id.value ?? null,
    start: start === null ? "" : isoDay(start),
    end: end === null ? "" : isoDay(end),
  };
}

function planDays({ period }: Plan) {
  if (period === null) return null;
  const days = { start: period.start?.value ?? null, end: period.end?.value ?? null };
  return isReversed(days) ? { span: period.span, args: argsOf(days, null) } : null;
}

function reversedTarget(
  target: Target,
): { readonly from: Given<When>; readonly by: Given<When>; readonly days: Period } | null {
  const { from, by } = target;
  const days = { start: statedPeriod(from)?.start ?? null, end: statedPeriod(by)?.end ?? null };
  return from !== null && by !== null && isReversed(days) ? { from, by, days } : null;
}
