/** One quantity under two names states one baseline twice. Shared by rules on baselines; not a rule. */
import type { Statement } from "../../plan/given.ts";
import type { Baseline, Indicator, Plan } from "../../plan/plan.ts";

/** The indicator that this one is `same-as` states the same: what is wrong with it is told there. */
export function isStatedBySame(
  statement: Statement<Baseline>,
  { sameAs }: Indicator,
  { indicators }: Plan,
): boolean {
  const same = sameAs === null ? undefined : indicators.find(({ id }) => id.value === sameAs.value);
  return same?.sameAs === null && same.baseline.some((one) => isOneStatement(one, statement));
}

/** The same statement at the indicators that are `same-as` this one. */
export function statedAgain(
  statement: Statement<Baseline>,
  { id }: Indicator,
  { indicators }: Plan,
): Indicator["baseline"] {
  return indicators
    .filter(({ sameAs }) => sameAs?.value === id.value)
    .flatMap(({ baseline }) => baseline.filter((one) => isOneStatement(one, statement)));
}

function isOneStatement(a: Statement<Baseline>, b: Statement<Baseline>): boolean {
  const [left, right] = [a, b].map(({ is, scope, place, section, source }) =>
    [is.value.quantity.text, scope?.value, place?.value, section?.value, source?.value].join("\n"),
  );
  return left === right;
}
