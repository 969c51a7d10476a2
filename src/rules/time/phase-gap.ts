/**
 * Phases must follow each other without a gap, and cover the plan's period.
 *
 * Looks at: dated phases in order of their start; M0..M6 and M7..M18 leave no gap, nor do two between which a phase without
 * date is listed. Where every phase is dated and the
 * plan states its period, also the days before the first and behind the last phase (a note
 * where the plan has one phase only, which divides nothing).
 * Reports: the period of the phase behind the gap (of the last phase, where the gap is at the end); related: the phase
 * that ends before the gap, or the period.
 * Source: DESIGN.md section 4 (phases with gaps).
 */
import { isoDay } from "../../plan/days.ts";
import type { Phase, Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { type DatedPhase, phasesByStart, reversedPhases } from "../phase-order.ts";
import { firstDated } from "../times-of.ts";

type Args = {
  readonly id: string;
  /** The phase before the gap; null where it lies before the first phase or behind the last. */
  readonly before: string | null;
  readonly from: string;
  readonly to: string;
};

export const timePhaseGap = defineRule<Args>({
  code: "time/phase-gap",
  severity: "warning",
  named: ["id", "before"],
  text: {
    en: {
      title: "Gap between phases",
      message: (a) =>
        a.before === null
          ? `${a.id}: no phase covers ${a.from} to ${a.to} of the plan's period`
          : `${a.id}: no phase covers ${a.from} to ${a.to}, between ${a.before} and this one`,
      why: "In a time that belongs to no phase nobody knows which tasks and conditions apply.",
      fix: "Let the later phase start on the day after the earlier one ends, or add the phase between them.",
    },
    zhHans: {
      title: "阶段之间有空档",
      message: (a) =>
        a.before === null
          ? `实施期限内 ${a.from} 至 ${a.to} 不属于任何阶段（相邻阶段为“${a.id}”）`
          : `阶段“${a.before}”与“${a.id}”之间，${a.from} 至 ${a.to} 不属于任何阶段`,
      why: "不属于任何阶段的时间，任务和转段条件均无着落。",
      fix: "使后一阶段自前一阶段结束次日开始，或补列中间阶段。",
    },
  },
  check({ plan, report }) {
    const phases = phasesByStart(plan);
    const [first] = phases;
    // A phase whose ends are exchanged covers the time between them; that they are is told by `time/reversed`.
    const reversed = reversedPhases(plan);
    const undatedBetween = undatedFinder(plan);
    let latest: DatedPhase | null = null;
    for (const phase of phases) {
      const end: number | null = latest === null ? null : latest.end;
      const isFilled =
        reversed.some((one) => one.start > (end ?? phase.start) && one.end < phase.start) ||
        (latest !== null && undatedBetween(latest.phase, phase.phase));
      if (latest !== null && end !== null && phase.start > end + 1 && !isFilled) {
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
    const { period } = plan;
    if (first === undefined || latest === null || phases.length < plan.phases.length) return;
    if (period === null || !period.stated) return;
    const related = [{ span: period.span, note: { en: "period of the plan", zhHans: "实施期限" } }];
    const severity = phases.length > 1 ? "warning" : "info";
    const start = period.start?.value ?? first.start;
    const end = period.end?.value ?? null;
    if (first.start > start) {
      const args = {
        id: first.phase.id.value,
        before: null,
        from: isoDay(start),
        to: isoDay(first.start - 1),
      };
      report(first.when.span, args, { on: first.phase, related, severity });
    }
    if (end !== null && latest.end !== null && latest.end < end) {
      const args = { id: latest.phase.id.value, before: null, from: isoDay(latest.end + 1), to: isoDay(end) };
      report(latest.when.span, args, { on: latest.phase, related, severity });
    }
  },
});

/** Whether a phase without date is listed between two others: the days between them are probably its own. */
function undatedFinder({ phases }: Plan): (a: Phase, b: Phase) => boolean {
  const places = new Map<Phase, number>();
  const undated = [0];
  for (const [i, phase] of phases.entries()) {
    places.set(phase, i);
    undated.push((undated[i] ?? 0) + (firstDated(phase.period) === null ? 1 : 0));
  }
  const before = (phase: Phase): number => undated[places.get(phase) ?? 0] ?? 0;
  return (a, b) => before(b) > before(a);
}
