/** The order in which documents list the targets of an indicator. */
import type { JudgedTarget } from "../../indicators/results.ts";

/** By due day, the earliest first; those without a day of their own last, in the order of the plan. */
export function byDue(targets: readonly JudgedTarget[]): readonly JudgedTarget[] {
  const isDated = ({ dueOn, assumed }: JudgedTarget): boolean => dueOn !== null && !assumed;
  const dated = targets.filter(isDated).sort((a, b) => (a.dueOn ?? 0) - (b.dueOn ?? 0));
  return [...dated, ...targets.filter((target) => !isDated(target))];
}
