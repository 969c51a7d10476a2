/**
 * `absolute-bands`: on which side of two fixed limits is the value?
 *
 * No ratio. At or beyond `green`: green → on-track; worse than `red`: red → off-track; otherwise, the red limit included,
 * yellow → at-risk. Both limits are needed, in the indicator's unit. Higher is better where `green` is above `red`, and
 * that must agree with the direction.
 * Missing: needs neither baseline nor target. With a target, meeting it is still achieved, and a bound to hold still decides the status.
 * Source: ENGINE.md section 6; METHODS.md section 4 (Blackbaud: the limit itself counts as the better band). Departs: nothing.
 */
import type Big from "big.js";
import type { Status } from "../statuses.ts";
import { type Method, type ParameterReader, refused } from "./method.ts";

export const absoluteBands: Method = {
  name: "absolute-bands",
  needs: [],
  parameters: ["red", "green"],
  check(parameters) {
    const { red, green } = limitsOf(parameters);
    if (red === null || green === null) return;
    const order = green.cmp(red);
    if (order === 0) parameters.doubt("red", "equal-limits");
    else if (parameters.sign !== 0 && order !== parameters.sign) parameters.fault("red", "out-of-order");
  },
  assess({ value, parameters, sign }) {
    const { red, green } = limitsOf(parameters);
    if (red === null || green === null) return refused("bad-parameter");
    const order = green.cmp(red);
    const up = order === 0 ? sign : order;
    if (up === 0) return refused("no-direction");
    if (sign !== 0 && up !== sign) return refused("limits-against-direction");
    const [methodStatus, status] = wordOf(value.value, { red, green, up });
    return { ratio: null, formula: "", methodStatus, status, reason: null, basis: null };
  },
};

function limitsOf(parameters: ParameterReader) {
  return { red: parameters.neededLevel("red"), green: parameters.neededLevel("green") };
}

interface Limits {
  readonly red: Big;
  readonly green: Big;
  readonly up: number;
}

function wordOf(value: Big, { red, green, up }: Limits): readonly [word: string, status: Status] {
  if (value.cmp(green) * up >= 0) return ["green", "on-track"];
  return value.cmp(red) * up < 0 ? ["red", "off-track"] : ["yellow", "at-risk"];
}
