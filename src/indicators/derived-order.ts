/** In which order derived indicators are computed: what a formula names before the formula. */
import type { PlanFormulas } from "../expressions/formulas.ts";
import type { Indicator } from "../plan/plan.ts";

/** Depth first without recursion: formulas may build on each other in long chains. Circles are not computable and not followed. */
export function orderOf(
  indicator: Indicator,
  { formulas, names }: PlanFormulas,
  isKnown: (indicator: Indicator) => boolean,
): readonly Indicator[] {
  const needed = ({ id }: Indicator): readonly Indicator[] => {
    const formula = formulas.get(id.value);
    if (formula === undefined || formula.computable === null) return [];
    return formula.names.flatMap((name) => {
      const named = names.find(name);
      return named?.kind === "indicator" ? [named.indicator] : [];
    });
  };
  const order: Indicator[] = [];
  const entered = new Set<Indicator>([indicator]);
  const visits = [{ indicator, needs: needed(indicator), next: 0 }];
  for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
    const next = visit.needs[visit.next++];
    if (next === undefined) {
      order.push(visit.indicator);
      visits.pop();
    } else if (!entered.has(next) && !isKnown(next)) {
      entered.add(next);
      visits.push({ indicator: next, needs: needed(next), next: 0 });
    }
  }
  return order;
}
