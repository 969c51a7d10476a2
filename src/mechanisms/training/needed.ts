/** What a training must state. */
import type { Plan } from "../../plan/plan.ts";
import { type NeededPart, needed } from "../needed.ts";

const hours = needed("hours", "学时", "hours");

export const trainingNeeded: readonly NeededPart[] = [
  needed("cohort", "培训对象", "cohort"),
  {
    words: hours.words,
    isStated: (mechanism, plan) =>
      hours.isStated(mechanism, plan) || mechanism.governs.some((id) => isInHours(id.value, plan)),
  },
];

/** An indicator that the training governs says how many hours. */
function isInHours(id: string, { indicators }: Plan): boolean {
  const unit = indicators.find((one) => one.id.value === id)?.unit?.value ?? null;
  return unit !== null && /小时|学时|课时|\bhours?\b/i.test(unit.text);
}
