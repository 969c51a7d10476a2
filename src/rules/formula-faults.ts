/** What the rules on formulas share: the faults of one kind with the place inside the formula. Not a rule. */

import type { FaultKind } from "../expressions/fault.ts";
import { faultWords } from "../expressions/fault-words.ts";
import { formulasOf, placeOf } from "../expressions/formulas.ts";
import type { Plan } from "../plan/plan.ts";
import type { Span } from "../text/source.ts";
import type { ReportExtras } from "./define-rule.ts";
import { nameOf } from "./name-of.ts";

/** `fault` is the word of the fault, `text` and `other` what was found there. */
export type FormulaArgs = {
  readonly id: string;
  readonly name: string;
  readonly fault: string;
  readonly text: string;
  readonly other: string | null;
};

/** Messages of a fault in a formula. */
export const formulaMessages = {
  en: (a: FormulaArgs): string => `${a.id}: formula: ${faultWords(a.fault, a.text, a.other).en}`,
  zhHans: (a: FormulaArgs): string => `指标“${a.name}”的公式${faultWords(a.fault, a.text, a.other).zhHans}`,
};

/** Reports the faults of a kind in all formulas of a plan. */
export function reportFormulaFaults(
  plan: Plan,
  kind: FaultKind,
  report: (span: Span, args: FormulaArgs, extras?: ReportExtras) => void,
): void {
  for (const { indicator, text, faults } of formulasOf(plan)?.formulas.values() ?? []) {
    for (const fault of faults) {
      if (fault.kind !== kind) continue;
      const args = { id: indicator.id.value, name: nameOf(indicator), fault: fault.code };
      const extras = { on: indicator, suggestion: fault.suggestion };
      report(placeOf(text, fault), { ...args, text: shortened(fault.text), other: fault.other }, extras);
    }
  }
}

const mostText = 60;

/** What was found in an expression, as far as a message needs it. */
export function shortened(text: string): string {
  return text.length > mostText ? `${text.slice(0, mostText)}…` : text;
}
