/** Shares of one whole: which values are shares, and what they sum to. Exact decimals, in percent. */
import Big from "big.js";
import type { RelatedPlace } from "../diagnostics/diagnostic.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Given } from "../plan/given.ts";
import type { StatedQuantity } from "../plan/parameters.ts";
import type { Quantity } from "../plan/quantity.ts";
import type { Span } from "../text/source.ts";

const zero = new Big(0);
const hundred = new Big(100);
/** Thirds do not end; sums that miss by less are equal. */
const tolerance = new Big("1e-9");

/** A share in percent, with the value that states it. `exact`: it is neither a floor nor a cap. */
export interface Share {
  readonly percent: Big;
  readonly exact: boolean;
  readonly span: Span;
}

/** The value that holds in general: the first statement that is not bound to a time, place or group. */
export function general(statements: readonly StatedQuantity[]): Given<Quantity> | null {
  const free = statements.find((s) => s.during === null && s.place === null && s.scope === null);
  return free?.is ?? null;
}

/**
 * A value as a share: a percent, or a bare number up to 1; a range by its lower end. Null for a cap (≤) and for other units.
 */
export function shareOf(given: Given<Quantity> | null): Share | null {
  if (given === null) return null;
  const { value, unit, relation, upper } = given.value;
  if (relation === "<=" || relation === "<") return null;
  const exact = upper === null && (relation === null || relation === "=");
  if (unit === null) return value.lte(1) ? { percent: value.times(100), exact, span: given.span } : null;
  if (unit.dimension !== "percent") return null;
  return { percent: value.times(unit.factor), exact, span: given.span };
}

/** Sum of shares, in percent. */
export function sumOf(shares: readonly Share[]): Big {
  return shares.reduce((sum, { percent }) => sum.plus(percent), zero);
}

/** How a sum stands to 100%: 1 above, -1 below, 0 equal. */
export function againstWhole(sum: Big): 1 | 0 | -1 {
  if (sum.minus(hundred).abs().lt(tolerance)) return 0;
  return sum.gt(hundred) ? 1 : -1;
}

/** A sum as text: `103%`. */
export function printPercent(sum: Big): string {
  return `${formatDecimal(sum.round(4))}%`;
}

/** The values beside the first that were added. */
export function addedPlaces(shares: readonly Share[]): readonly RelatedPlace[] {
  return shares.slice(1, 20).map(({ span }) => ({ span, note: { en: "added", zhHans: "计入合计" } }));
}
