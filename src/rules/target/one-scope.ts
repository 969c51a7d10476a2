/** Whether two targets speak of one place and one group. Shared by rules; not a rule. */
import type { Target } from "../../plan/plan.ts";

export function speakOfOne(a: Target, b: Target): boolean {
  return a.place?.value === b.place?.value && a.scope?.value === b.scope?.value;
}
