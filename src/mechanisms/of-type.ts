/** The mechanisms that the rules of a type look at, and how they call an entry. */
import { labelOf, type ParameterMap } from "../plan/parameters.ts";
import type { Mechanism, Plan } from "../plan/plan.ts";

/** Mechanisms of a type; what is told of another place (`origin: cited`) is not this plan's to mend. */
export function ofType(plan: Plan, type: string): readonly Mechanism[] {
  return plan.mechanisms.filter((one) => one.type.value === type && one.origin !== "cited");
}

/** The entry's name or id, else its first figure or words (60%), else its number in the list. */
export function entryName(entry: ParameterMap, index: number): string {
  return labelOf(entry) ?? firstFigure(entry) ?? `${index + 1}`;
}

function firstFigure({ values }: ParameterMap): string | null {
  for (const value of values.values()) {
    const [first] = value.kind === "quantity" ? value.statements : [];
    if (first !== undefined) return first.is.value.text.trim();
  }
  return null;
}
