/**
 * Phases must not overlap.
 *
 * Looks at: dated phases in order of their start, each against the one before it that lasts longest; an open end is not
 * held against the next phase.
 * Reports: the period of the later phase; related: the period that it runs into.
 * Source: DESIGN.md section 4 (phases with overlaps).
 */
import { isoDay } from "../../plan/days.ts";
import { defineRule } from "../define-rule.ts";
import { type DatedPhase, phasesByStart } from "../phase-order.ts";

type Args = { readonly id: string; readonly other: string; readonly from: string; readonly to: string };

export const timePhaseOverlap = defineRule<Args>({
  code: "time/phase-overlap",
  severity: "warning",
  named: ["id", "other"],
  text: {
    en: {
      title: "Phases overlap",
      message: (a) => `${a.id}: overlaps ${a.other} from ${a.from} to ${a.to}`,
      why: "Where two phases hold at once it is open which tasks, conditions and figures apply.",
      fix: "Let the later phase start after the earlier one ends.",
    },
    zhHans: {
      title: "阶段时间重叠",
      message: (a) => `阶段“${a.id}”与“${a.other}”在 ${a.from} 至 ${a.to} 期间重叠`,
      why: "两个阶段同时有效时，适用哪一阶段的任务、条件和数值不明确。",
      fix: "使后一阶段在前一阶段结束之后开始。",
    },
  },
  check({ plan, report }) {
    let longest: (DatedPhase & { readonly end: number }) | null = null;
    for (const phase of phasesByStart(plan)) {
      if (longest !== null && phase.start <= longest.end) {
        const end = phase.end === null ? longest.end : Math.min(phase.end, longest.end);
        report(
          phase.when.span,
          {
            id: phase.phase.id.value,
            other: longest.phase.id.value,
            from: isoDay(phase.start),
            to: isoDay(end),
          },
          {
            on: phase.phase,
            related: [{ span: longest.when.span, note: { en: "the other phase", zhHans: "另一阶段" } }],
          },
        );
      }
      const { end } = phase;
      if (end !== null && (longest === null || end > longest.end)) longest = { ...phase, end };
    }
  },
});
