/**
 * `csi` (Current Status Index): how much of the way from baseline to target has been made?
 *
 * ratio = d × (v − b) ÷ |T − b|, d = +1 where more is better, −1 where less is; of an exact target (parity) 1 − |T − v| ÷
 * |T − b|, so that overshooting counts as a distance. score = 10 × ratio, neither clamped. It says nothing about time: it has no
 * word, and the status is that of `linear-pace` with its usual bands. Without a baseline the share of the target decides
 * (basis `of-target`).
 * No ratio: where T = b (`target-equals-baseline`), for a range or a bound (`range`, `hold`), for a sum that must stay below a
 * cap (`cap`).
 * Source: METHODS.md section 2; ESCAP, Asia and the Pacific SDG Progress Report, progress assessment methodology.
 */
import Big from "big.js";
import { divide } from "../../plan/decimal.ts";
import { linearPace } from "./linear-pace.ts";
import type { Method, MethodInput, Verdict } from "./method.ts";

export const csi: Method = {
  name: "csi",
  needs: ["target", "baseline"],
  parameters: [],
  assess(input) {
    const { status, basis, reason } = linearPace.assess(input);
    const made = wayMade(input);
    const rest = { methodStatus: null, status, basis };
    if ("reason" in made) return { ...rest, ratio: null, formula: "", score: null, reason: made.reason };
    const score = made.ratio.times(ten);
    return { ...rest, ...made, score, scale: "tenfold", scoreFormula: "10 × ratio", reason };
  },
};

const ten = new Big(10);
const one = new Big(1);

type Made = Pick<Verdict, "formula" | "named"> & { readonly ratio: Big };

function wayMade({
  target,
  start,
  value,
  sign,
  holds,
  isCap,
}: MethodInput): Made | { readonly reason: string } {
  if (target === null) return { reason: "no-target" };
  if (start === null) return { reason: "no-baseline" };
  if (target.upper !== null) return { reason: "range" };
  const way = target.value.minus(start.value).abs();
  if (way.eq(0)) return { reason: "target-equals-baseline" };
  if (holds || isCap) return { reason: holds ? "hold" : "cap" };
  if (target.relation === "=") {
    const ratio = one.minus(divide(target.value.minus(value.value).abs(), way));
    return { ratio, formula: "1 − |T − v| ÷ |T − b|" };
  }
  if (sign === 0) return { reason: "no-direction" };
  const ratio = divide(value.value.minus(start.value).times(sign), way);
  return { ratio, formula: "d × (v − b) ÷ |T − b|", named: { d: new Big(sign) } };
}
