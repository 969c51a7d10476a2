/** Where a baseline was borrowed: another place, a wider area, another scope. */
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
  const { place, scope } = statement;
  if (place !== null) return { how: "place", from: place.value, span: place.span, isDoubtful: false };
  const counted: Lender | null =
    scopeOf(statement) === null || scope === null
      ? null
      : { how: "scope", from: scope.value, span: scope.span, isDoubtful: false };
  const cited = statement.source ?? indicator.source;
  const source = cited === null ? undefined : (index.find("source", cited.value) as Source | undefined); // kind asked for
  const reach = source?.scope ?? null;
  if (source === undefined || reach === null || reach.value === "this-plan") return counted;
  return {
    how: reach.value,
    from: source.title?.text ?? source.id.value,
    span: reach.span,
    isDoubtful: false,
  };
}
