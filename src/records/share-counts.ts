/** Numerator and denominator of which no share can be made: a base of nothing or less, a part larger than its whole. */
import type Big from "big.js";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Given } from "../plan/given.ts";
import type { Indicator } from "../plan/plan.ts";
import { convert, findUnit } from "../plan/units.ts";
import type { Span } from "../text/source.ts";
import { halfShare } from "./codes.ts";

/** What is wrong with two counts; null where they make a share. */
export type CountsFault = "zero-denominator" | "negative-denominator" | "above-whole" | "below-zero";

/** Holds the counts of a row against each other; a denominator without numerator is a weight, and may be zero. */
export function countsFault(
  indicator: Indicator,
  numerator: Given<Big> | null,
  denominator: Given<Big> | null,
): CountsFault | null {
  if (denominator === null) return null;
  if (denominator.value.lt(0)) return "negative-denominator";
  if (numerator === null) return null;
  if (denominator.value.eq(0)) return "zero-denominator";
  if (isAboveWhole(indicator, numerator.value, denominator.value)) return "above-whole";
  return numerator.value.lt(0) && staysAboveZero(indicator) ? "below-zero" : null;
}

const wholePercent = 100;
/** 倍 and the like count how often, not how much of; 成 is a tenth. */
const largestShareUnit = 10;

/** True where the part is larger than a whole that nothing of its kind can pass: shares with limits up to 100 %, or ‰ without any. */
function isAboveWhole({ bounds, unit }: Indicator, numerator: Big, denominator: Big): boolean {
  if (unit?.value.dimension !== "percent" || numerator.lte(denominator)) return false;
  // A percent without limits is a change.
  if (bounds === null) return unit.value.key !== "%" && unit.value.factor.lte(largestShareUnit);
  const { value, upper, relation, unit: stated } = bounds.value;
  const top = upper ?? (relation === "<=" || relation === "<" ? value : null);
  const most = top === null ? null : convert(top, stated ?? unit.value, findUnit("%"));
  return most?.lte(wholePercent) === true;
}

function staysAboveZero({ bounds, unit }: Indicator): boolean {
  if (unit?.value.dimension !== "percent" || bounds === null) return false;
  const { value, relation } = bounds.value;
  return relation !== "<=" && relation !== "<" && value.gte(0);
}

/** The finding at a numerator that stands without denominator and value. */
export function halfShareAt(span: Span, { id, name }: Indicator, valued: boolean): Diagnostic {
  const inChinese = { indicator: name?.text ?? id.value };
  const severity = valued ? "info" : "warning";
  return makeDiagnostic(halfShare, span, { indicator: id.value, valued }, { inChinese, severity });
}
