/** The level that a relative change leads to from its base. */
import Big from "big.js";
import { isOwnLevel, isShareOfBase } from "../../plan/level-words.ts";
import type { Target } from "../../plan/plan.ts";
import { convert } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { withoutTime } from "./history.ts";
import { type Figures, towards } from "./levels.ts";
import { type Expected, shareOf, slack } from "./precision.ts";

interface Base {
  readonly value: Big;
  readonly text: string;
  readonly span: Span;
}

/** Base × (1 ± change), give or take half of the change's last digit. */
export function expectedBy(
  target: Target,
  figures: Figures,
): (Expected & { base: string; baseSpan: Span }) | null {
  const isCompound = target.kind === "compound" && figures.indicator.value.value === "level";
  if ((target.kind !== "relative" && !isCompound) || target.quantity === null) return null;
  const quantity = target.quantity.value;
  const share = shareOf(quantity);
  const base = baseOf(target, figures);
  const one = new Big(1);
  if (share === null || base === null || quantity.upper !== null) return null;
  if (isOwnLevel(quantity, figures.unit)) return null;
  const isShare = isShareOfBase(quantity, figures.unit);
  const change = isShare ? share.minus(one) : towards(share, quantity, figures.direction);
  return {
    value: base.value.times(one.plus(change)),
    slack: base.value
      .abs()
      .times(slack(quantity))
      .times(quantity.unit?.factor ?? one)
      .times("0.01"),
    relation: change.lt(0) && !isShare ? null : quantity.relation,
    base: base.text,
    baseSpan: base.span,
  };
}

function baseOf({ base }: Target, { baselines, unit }: Figures): Base | null {
  if (base === null || (base.quantity === null && base.at === null)) return firstBaseline();
  if (base.quantity !== null) {
    const { value } = base.quantity;
    const inUnit = convert(value.value, value.unit, unit);
    return inUnit === null ? null : { value: inUnit, text: value.text, span: base.quantity.span };
  }
  const end = base.at?.value.period?.end ?? null;
  const dated = end === null ? undefined : baselines.find((b) => b.on === end);
  return dated === undefined
    ? null
    : { value: dated.value, text: withoutTime(dated.quantity.text), span: dated.span };

  function firstBaseline(): Base | null {
    const [first] = baselines;
    return first === undefined
      ? null
      : { value: first.value, text: withoutTime(first.quantity.text), span: first.span };
  }
}
