/** All the money that a plan states among its resources. Shared by rules; not a rule. */
import Big from "big.js";
import type { Plan } from "../plan/plan.ts";
import type { Unit } from "../plan/quantity.ts";
import { convert } from "../plan/units.ts";
import type { Span } from "../text/source.ts";
import { nameOf } from "./name-of.ts";

/** The sum in `unit`, and where its parts stand. */
export interface PlanMeans {
  readonly unit: Unit;
  readonly total: Big;
  readonly places: readonly Span[];
  /** One sum, whose name says that it is all: 总投资, programme budget. */
  readonly isWhole: boolean;
}

const whole =
  /总(?:投[资入]|经费|预算|资金|金额|额)|全部(?:投资|经费|资金)|\b(?:total|overall|whole|entire|(?:plan|programme|program|project) (?:budget|cost))/iu;

/** Null for none, for several currencies, and for what is open, yearly or of a time of its own. */
export function meansOf({ resources }: Plan): PlanMeans | null {
  const money = resources.filter(({ kindOf }) => kindOf?.value === "money");
  const amounts = money.flatMap(({ amount }) => amount.slice(0, 1));
  // What is not stated may be enough.
  if (amounts.length < money.length) return null;
  const unit: Unit | null = amounts[0]?.is.value.unit ?? null;
  if (unit === null || !unit.dimension.startsWith("money")) return null;
  let total = new Big(0);
  for (const { is, during } of amounts) {
    const value = convert(is.value.upper ?? is.value.value, is.value.unit, unit);
    const isOpen = is.value.relation === ">=" || is.value.relation === ">" || is.value.per !== null;
    if (value === null || isOpen || during !== null) return null;
    total = total.plus(value);
  }
  const [only, other] = money;
  const isWhole = only !== undefined && other === undefined && whole.test(nameOf(only));
  return { unit, total, places: amounts.map(({ is }) => is.span), isWhole };
}
