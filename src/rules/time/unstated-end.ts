/**
 * A plan says when it ends.
 *
 * Looks at: a period with a beginning and no end, in a plan without phases, or with one that has no end either.
 * Reports: the period; related: the phase that is left open. A note: a standing duty may be meant.
 * Source: DESIGN.md section 4 (a missing date).
 */
import type { Given } from "../../plan/given.ts";
import type { Phase } from "../../plan/plan.ts";
import type { When } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { statedPeriod } from "../times-of.ts";

type Args = {
  /** A phase without end; null where the plan has none. */
  readonly phase: string | null;
  readonly phaseName: string | null;
};

export const timeUnstatedEnd = defineRule<Args>({
  code: "time/unstated-end",
  severity: "info",
  text: {
    en: {
      title: "End not stated",
      message: (a) =>
        a.phase === null
          ? "the plan does not say when it ends: is it a standing duty?"
          : `the plan does not say when it ends, nor does its phase ${a.phase}: are they standing duties?`,
      why: "Without an end nobody can say how far the plan is, nor when it is to be evaluated and wound up.",
      fix: "State when the plan ends, or say that it holds until it is revoked.",
    },
    zhHans: {
      title: "未写明终止日期",
      message: (a) =>
        a.phaseName === null
          ? "方案未写明终止日期，是否属长期工作须明确"
          : `方案未写明终止日期，阶段“${a.phaseName}”也没有终点，是否属长期工作须明确`,
      why: "没有终止日期，就说不清推进到了哪一步，也无从确定何时总结评估。",
      fix: "补充终止日期；属长期工作的，写明“长期有效”或废止条件。",
    },
  },
  check({ plan, report }) {
    const { period, phases } = plan;
    if (period === null || period.start === null || period.end !== null) return;
    const open = phases.findLast((phase) => openTime(phase) !== null) ?? null;
    if (phases.length > 0 && open === null) return;
    const time = open === null ? null : openTime(open);
    const args = { phase: open?.id.value ?? null, phaseName: open === null ? null : nameOf(open) };
    const related =
      time === null ? [] : [{ span: time.span, note: { en: "the open phase", zhHans: "未定终点的阶段" } }];
    report(period.span, args, { related });
  },
});

/** The time of a phase that begins on a day and never ends; null for all others. */
function openTime({ period }: Phase): Given<When> | null {
  const open = period.find(({ is }) => {
    const time = statedPeriod(is);
    return time !== null && time.start !== null && time.end === null;
  });
  return open?.is ?? null;
}
