/**
 * A milestone must fall within the phase that it belongs to.
 *
 * Looks at: milestones that name a phase, each statement of their date, against every statement of the phase's period.
 * A date outside the whole plan is `time/outside-period` instead.
 * Reports: the date; related: the phase's period.
 * Source: DESIGN.md section 4 (a milestone outside its phase).
 */
import { isoDay } from "../../plan/days.ts";
import type { Phase, Plan } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { lastDay, statedPeriod } from "../times-of.ts";
import { spanInChinese, spanInEnglish } from "../words.ts";

type Args = { readonly id: string; readonly day: string; readonly phase: string; readonly period: string };

export const timeOutsidePhase = defineRule<Args>({
  code: "time/outside-phase",
  severity: "warning",
  named: ["id", "phase"],
  text: {
    en: {
      title: "Milestone outside its phase",
      message: (a) => `${a.id}: due on ${a.day}, but its phase ${a.phase} runs ${spanInEnglish(a.period)}`,
      why: "A phase is closed on its milestones; one that falls outside cannot be checked with it.",
      fix: "Correct the date, or name the phase in which the milestone falls.",
    },
    zhHans: {
      title: "关键节点不在所属阶段内",
      message: (a) =>
        `关键节点“${a.id}”的时间 ${a.day} 不在所属阶段“${a.phase}”（${spanInChinese(a.period)}）之内`,
      why: "阶段验收以关键节点为依据，关键节点落在阶段之外，就无法随阶段验收。",
      fix: "更正关键节点的时间，或改为其实际所在的阶段。",
    },
  },
  check({ plan, report }) {
    const phases = new Map(plan.phases.map((phase) => [phase.id.value, phase]));
    for (const milestone of plan.milestones) {
      const phase = milestone.phase === null ? undefined : phases.get(milestone.phase.value);
      const first = phase?.period[0];
      if (phase === undefined || first === undefined) continue;
      for (const { is } of milestone.by) {
        const day = lastDay(is);
        if (day === null || mayHold(phase, day) || isOutside(plan, day)) continue;
        report(
          is.span,
          { id: milestone.id.value, day: isoDay(day), phase: phase.id.value, period: daysOf(phase) },
          {
            on: milestone,
            related: [{ span: first.is.span, note: { en: "period of the phase", zhHans: "阶段起止时间" } }],
          },
        );
      }
    }
  },
});

/** A day outside the whole plan is told by `time/outside-period`. */
function isOutside({ period }: Plan, day: Day): boolean {
  const start = period?.start?.value ?? null;
  const end = period?.end?.value ?? null;
  return (start !== null && day < start) || (end !== null && day > end);
}

/** True when any stated period of the phase holds the day, or the phase is not dated in a usable way. */
function mayHold(phase: Phase, day: Day): boolean {
  return phase.period.some(({ is }) => {
    const period = statedPeriod(is);
    if (period === null) return true;
    const { start, end } = period;
    if (start !== null && end !== null && end < start) return true;
    return (start === null || day >= start) && (end === null || day <= end);
  });
}

function daysOf(phase: Phase): string {
  const period = statedPeriod(phase.period[0]?.is ?? null);
  const start = period?.start ?? null;
  const end = period?.end ?? null;
  return `${start === null ? "" : isoDay(start)}..${end === null ? "" : isoDay(end)}`;
}
