/** What changed in an indicator that both plans have, and what of it weakens what the plan promises. */
import { isZero } from "../plan/decimal.ts";
import type { Indicator, Plan, Target } from "../plan/plan.ts";
import { convert } from "../plan/units.ts";
import type { Effect } from "./change.ts";
import type { Difference } from "./compare-parts.ts";
import { type IndicatorPair, targetChanges } from "./compare-targets.ts";
import { type Draft, noValue } from "./draft.ts";

/** Marks the changes of the fields of an indicator by their effect, and adds those of its targets. */
export function indicatorChanges(
  pair: IndicatorPair,
  fields: readonly (readonly [Draft, Difference])[],
): readonly Draft[] {
  const told = fields.map(([draft, difference]) => {
    const effect = effectOf(pair, difference);
    const kind =
      difference.field !== "attribute" || effect === "none"
        ? draft.kind
        : effect === "weaker"
          ? "weakened"
          : "strengthened";
    return { ...draft, kind, effect, binding: pair.binding, sought: soughtOf(pair, draft, difference) };
  });
  return [...targetChanges(pair), ...told];
}

function soughtOf(pair: IndicatorPair, draft: Draft, { field, before, after }: Difference): Draft["sought"] {
  const ids = [pair.after.id.value, pair.before.id.value];
  const value = (part: Difference["before"]): typeof noValue | Draft["sought"]["from"] => ({
    ...noValue,
    text: part?.shown ?? null,
    quantity: part?.measure != null && "relation" in part.measure ? part.measure : null,
  });
  return {
    ...draft.sought,
    paths: ids.flatMap((id) => [`indicators/${id}`, `indicators/${id}/${field}`]),
    from: value(before),
    to: value(after),
  };
}

function effectOf(pair: IndicatorPair, { field }: Difference): Effect {
  if (field === "attribute") return attributeEffect(pair);
  if (field === "role") return roleEffect(pair);
  if (field === "direction") return directionEffect(pair);
  if (field === "weight") return weightEffect(pair);
  if (field === "baseline") return baselineEffect(pair);
  return "none";
}

function attributeEffect({ before, after }: IndicatorPair): Effect {
  const [was, is] = [before, after].map((indicator) => indicator.attribute?.value === "binding");
  if (was === is) return "none";
  return is ? "stronger" : "weaker";
}

/** A reference series is not judged. */
function roleEffect({ before, after }: IndicatorPair): Effect {
  const [was, is] = [before, after].map((indicator) => indicator.role?.value === "context");
  if (was === is) return "none";
  return is ? "weaker" : "stronger";
}

/** Turned round, an indicator can no longer be judged by targets that stay as they are; nobody knows what is still asked. */
function directionEffect({ before, after }: IndicatorPair): Effect {
  const ways = [before, after].map(({ direction }) => direction?.value);
  const turned = ways.includes("increase") && ways.includes("decrease");
  return turned && before.targets.length > 0 ? "unclear" : "none";
}

/** An indicator that weighs nothing counts for nothing; how much it weighs above that is no matter of its target. */
function weightEffect({ before, after, plans }: IndicatorPair): Effect {
  const [was, is] = [weighs(before, plans.before), weighs(after, plans.after)];
  if (was === is) return "none";
  return is ? "stronger" : "weaker";
}

/** Without a weight of its own an indicator weighs nothing only where others have one. */
function weighs(indicator: Indicator, plan: Plan): boolean {
  const weight = indicator.weight[0]?.is.value;
  if (weight !== undefined) return !isZero(weight.value);
  return !plan.indicators.some((other) => other.weight.length > 0);
}

/** Kinds whose level follows from the baseline. */
const counted: ReadonlySet<Target["kind"]> = new Set(["change", "relative", "rate", "each", "compound"]);

/** A baseline on the easier side makes every target that counts from it easier; other targets do not hang on it. */
function baselineEffect({ before, after }: IndicatorPair): Effect {
  if (!after.targets.some(({ kind, base }) => counted.has(kind) && base === null)) return "none";
  const [a, b] = [before.baseline[0]?.is.value.quantity, after.baseline[0]?.is.value.quantity];
  if (a === undefined) return "none";
  const level =
    b === undefined
      ? null
      : convert(b.value, b.unit ?? after.unit?.value ?? null, a.unit ?? before.unit?.value ?? null);
  const direction = before.direction?.value;
  if (level === null || (direction !== "increase" && direction !== "decrease")) return "unclear";
  const order = level.cmp(a.value) * (direction === "increase" ? 1 : -1);
  if (order === 0) return "none";
  return order > 0 ? "stronger" : "weaker";
}
