/** Statements of one fact that differ, where another rule judges the difference. Not a rule. */
import type { Statement } from "../../plan/given.ts";
import type { Baseline, Fact, Indicator, Plan } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { convert } from "../../plan/units.ts";
import { type FactStatement, quantityOf } from "../compare-statements.ts";
import { lendingSource } from "../indicator/lenders.ts";
import type { Found } from "./said-together.ts";

/** True for baselines of which at least one is that of another place or a wider area, and the other of another source. */
export function areOfOtherSources(fact: Fact, a: FactStatement, b: FactStatement, index: PlanIndex): boolean {
  if (fact.name !== "baseline" || fact.subject.kind !== "indicator") return false;
  const [left, right] = [a, b].map((one) => {
    // The facts named `baseline` of indicators are their baselines.
    const lender = lendingSource(one as Statement<Baseline>, fact.subject as Indicator, index);
    return lender === null ? null : `${lender.how} ${lender.from}`;
  });
  return left !== right;
}

/** A resource that states the figures of two targets of one indicator, in the sections of these. */
export function repeatsTargets(
  { fact: { subject }, statement, other }: Found,
  { indicators }: Plan,
): boolean {
  if (subject.kind !== "resource") return false;
  return indicators.some(({ targets }) =>
    [statement, other].every((one) => {
      const quantity = quantityOf(one.is.value);
      return targets.some(
        (target) =>
          one.section !== null &&
          target.section?.value === one.section.value &&
          target.quantity !== null &&
          quantity !== null &&
          convert(target.quantity.value.value, target.quantity.value.unit, quantity.unit)?.eq(
            quantity.value,
          ) === true,
      );
    }),
  );
}
