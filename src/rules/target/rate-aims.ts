/** What a yearly change can be held against: levels, changes and the totals of single years. Shared with `rate-gap`; not a rule. */
import type Big from "big.js";
import { relationOf } from "../../plan/compare.ts";
import { addMonths } from "../../plan/days.ts";
import type { Target } from "../../plan/plan.ts";
import { convert } from "../../plan/units.ts";
import { expectedBy } from "./expected.ts";
import { boundsOf, type Figures, type Level, mostFigures } from "./levels.ts";

/** What a yearly change can be held against. */
const aimed: ReadonlySet<Target["kind"]> = new Set<Target["kind"]>([
  "reach",
  "change",
  "relative",
  "compound",
  "total",
]);

/** A level, with what rounding may hide in the relative change that asks for it; null where the level itself is stated. */
export type Aim = Level & { readonly half: Big | null };

/** The levels of an indicator that a yearly change must lead to. */
export function aimsOf(figures: Figures): readonly Aim[] {
  const reached = figures.levels.filter(({ target }) => aimed.has(target.kind));
  const stated = [...reached, ...totalsOfYears(figures)].map((level): Aim => ({ ...level, half: null }));
  return [...stated, ...relativeLevels(figures)];
}

/** What a flow sums up to in a single year is its level of that year. */
export function totalsOfYears({ indicator, unit, direction }: Figures): readonly Level[] {
  if (indicator.value.value !== "flow") return [];
  return indicator.targets.slice(0, mostFigures).flatMap((target): Level[] => {
    const { start = null, end = null } = target.over?.value.period ?? {};
    if (target.kind !== "total" || target.quantity === null || start === null || end === null) return [];
    if (addMonths(start, 12) - 1 !== end) return [];
    const { value: stated } = target.quantity;
    const value = stated.upper === null ? convert(stated.value, stated.unit, unit) : null;
    if (value === null) return [];
    const bounds = boundsOf(value, null, stated.relation ?? relationOf(direction));
    return [{ target, quantity: target.quantity, value, ...bounds }];
  });
}

function relativeLevels(figures: Figures): readonly Aim[] {
  return figures.indicator.targets.flatMap((target): Aim[] => {
    const isAsked = target.kind === "relative" || target.kind === "compound";
    const asked = isAsked ? expectedBy(target, figures) : null;
    if (asked === null || target.quantity === null || target.quantity.value.soft !== null) return [];
    const { value, relation } = asked;
    return [
      {
        target,
        quantity: target.quantity,
        value,
        half: asked.slack,
        ...boundsOf(value, null, relation ?? relationOf(figures.direction)),
      },
    ];
  });
}
