/**
 * Phases must follow each other without a gap.
 *
 * Looks at: dated phases in order of their start; M0..M6 and M7..M18 leave no gap.
 * Reports: the period of the later phase; related: the phase that ends before the gap.
 * Source: DESIGN.md section 4 (phases with gaps).
 */
import { isoDay } from "../../plan/days.ts";
import { defineRule } from "../define-rule.ts";
import { type DatedPhase, phasesByStart } from "../phase-order.ts";

type Args = { readonly id: string; readonly before: string; readonly from: string; readonly to: string };

export const timePhaseGap = defineRule<Args>({
  code: "time/phase-gap",
  severity: "warning",
  text: {
    en: {
      title: "Gap between phases",
      message: (a) => `${a.id}: no phase covers ${a.from}..${a.to}, between ${a.before} and this one`,
      why: "In a time that belongs to no phase nobody knows which tasks and conditions apply.",
      fix: "Let the later phase start on the day after the earlier one ends, or add the phase between them.",
    },
    zhHans: {
      title: "阶段之间有空档",
      message: (a) => `阶段“${a.before}”与“${a.id}”之间，${a.from} 至 ${a.to} 不属于任何阶段`,
      why: "不属于任何阶段的时间，任务和转段条件均无着落。",
      fix: "使后一阶段自前一阶段结束次日开始，或补列中间阶段。",
    },
  },
  check({ plan, report }) {
    let latest: DatedPhase | null = null;
    for (const phase of phasesByStart(plan)) {
      const end: number | null = latest === null ? null : latest.end;
      if (latest !== null && end !== null && phase.start > end + 1) {
        report(
          phase.when.span,
          {
            id: phase.phase.id.value,
            before: latest.phase.id.value,
            from: isoDay(end + 1),
            to: isoDay(phase.start - 1),
          },
          {
            on: phase.phase,
            related: [{ span: latest.when.span, note: { en: "ends here", zhHans: "前一阶段" } }],
          },
        );
      }
      if (latest === null || phase.end === null || (latest.end !== null && phase.end > latest.end))
        latest = phase;
    }
  },
});
