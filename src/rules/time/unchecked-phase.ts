/**
 * A long phase has a point at which it is looked at.
 *
 * Looks at: phases longer than half a year, of plans that set dates within their other phases: milestones, gates, targets, deliverables and actions due
 * within the phase, and reviews with a rhythm.
 * Reports: the phase in which nothing is due. A note that asks.
 * Source: DESIGN.md section 4 (what an experienced scheduler objects to).
 */
import type { Plan } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type DatedPhase, phasesByStart } from "../phase-order.ts";
import { timesOf } from "../times-of.ts";
import { counted } from "../words.ts";

type Args = { readonly id: string; readonly name: string; readonly months: number };

export const timeUncheckedPhase = defineRule<Args>({
  code: "time/unchecked-phase",
  severity: "info",
  text: {
    en: {
      title: "Long phase without a date in it",
      message: (a) =>
        `nothing is due in phase ${a.id} (${counted(a.months, "months")}): no target, milestone, deliverable, action or gate; how is it known to be on course?`,
      why: "A phase that ends unseen is found to have failed when nothing can be done any more.",
      fix: "Set a milestone, an interim target or a gate within the phase.",
    },
    zhHans: {
      title: "较长阶段内没有到期事项",
      message: (a) =>
        `阶段“${a.name}”历时 ${a.months} 个月，其间没有到期的目标值、关键节点、成果、重点任务或转段条件，如何掌握进展未写明`,
      why: "阶段内没有检查点，发现问题时往往已无法补救。",
      fix: "在阶段内设置关键节点、阶段目标或转段条件。",
    },
  },
  check({ plan, report }) {
    const phases = phasesByStart(plan);
    if (phases.length < 2 || hasRhythm(plan)) return;
    const days = dueDays(plan);
    const empty = phases.filter((one) => isLong(one) && !isSeen(one, days, plan));
    if (empty.length === phases.length) return;
    for (const { phase, when, start, end } of empty) {
      const months = Math.round(((end ?? start) - start + 1) / 30.44);
      const related = [{ span: when.span, note: { en: "its period", zhHans: "起止时间" } }];
      report(phase.id.span, { id: phase.id.value, name: nameOf(phase), months }, { on: phase, related });
    }
  },
});

/** The longest half a year, July to December: a phase of six months is short enough to be looked at when it ends. */
const halfYear = 184;

function isLong({ start, end }: DatedPhase): boolean {
  return end !== null && end - start + 1 > halfYear;
}

/** A review of the whole plan sees every phase. */
function hasRhythm({ mechanisms }: Plan): boolean {
  return mechanisms.some(
    ({ type, origin, cadence }) => type.value === "review" && origin === "plan" && cadence.length > 0,
  );
}

function dueDays(plan: Plan): readonly Day[] {
  return timesOf(plan).flatMap(({ item, when }) =>
    item === null || item.kind === "phase" || item.kind === "source" || item.kind === "evidence"
      ? []
      : (when.value.period?.end ?? []),
  );
}

function isSeen({ phase, start, end }: DatedPhase, days: readonly Day[], plan: Plan): boolean {
  if (phase.gates.length > 0 || days.some((day) => day >= start && (end === null || day <= end))) return true;
  return plan.milestones.some((one) => one.phase?.value === phase.id.value);
}
