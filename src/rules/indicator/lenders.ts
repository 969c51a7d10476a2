/** Where a baseline comes from that is not the plan's own: what the statement, or the source behind it, says. Not a rule. */
import type { Statement } from "../../plan/given.ts";
import type { Baseline, Indicator, Source } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import type { Span } from "../../text/source.ts";

export type How = "place" | "scope" | "wider" | "other-place" | "words" | "same";

export interface Lender {
  readonly how: How;
  readonly from: string | null;
  readonly span: Span;
  /** Only words or a figure hint at it. */
  readonly isDoubtful: boolean;
}

/** The scope of another group for which it was counted; null where it names none. */
export function scopeOf({ scope }: Statement<Baseline>): string | null {
  return scope === null || scope.value === "this-plan" ? null : scope.value;
}

/** Where the statement itself, or the source behind it, says that a baseline is from elsewhere; null where it is the plan's own. */
export function lenderOf(
  statement: Statement<Baseline>,
  indicator: Indicator,
  index: PlanIndex,
): Lender | null {
  const { place } = statement;
  if (place !== null) return { how: "place", from: place.value, span: place.span, isDoubtful: false };
  return lendingSource(statement, indicator, index) ?? countedElsewhere(statement);
}

/** The source behind a baseline, where it speaks of another place or a wider area. */
export function lendingSource(
  { source: cited }: Statement<Baseline>,
  indicator: Indicator,
  index: PlanIndex,
): Lender | null {
  const id = cited ?? indicator.source;
  const source = id === null ? undefined : (index.find("source", id.value) as Source | undefined); // kind asked for
  const reach = source?.scope ?? null;
  if (source === undefined || reach === null || reach.value === "this-plan") return null;
  return {
    how: reach.value,
    from: source.title?.text ?? source.id.value,
    span: reach.span,
    isDoubtful: false,
  };
}

function countedElsewhere(statement: Statement<Baseline>): Lender | null {
  const { scope } = statement;
  if (scope === null || scopeOf(statement) === null) return null;
  return { how: "scope", from: scope.value, span: scope.span, isDoubtful: false };
}
