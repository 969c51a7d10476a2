/**
 * `achievement`: how much of the way is done, whatever the time?
 *
 * ratio = (v − b) ÷ (T − b). In percent, unrounded: ≥ `green` (90) green → on-track; ≥ `yellow` (75) yellow → at-risk;
 * below it red → off-track. `against: final` (default) takes the governing target; `against: due` the last target that is due, of sums the totals whose
 * span is over against their sums to date. Of a sum that must stay below a cap T ÷ v.
 * Missing: without T not computable; without a baseline the share of the target (`of-target`); nothing due yet: not-due.
 * Source: ENGINE.md section 6; METHODS.md section 4 (ServiceNow goal framework).
 * Departs: as written there 75–89 and 90+ leave 89.5 without a band; here the unrounded figure is compared, so it is yellow.
 */
import Big from "big.js";
import { divide } from "../../plan/decimal.ts";
import type { Status } from "../statuses.ts";
import {
  type Ground,
  type Method,
  type MethodInput,
  type ParameterReader,
  refused,
  type Verdict,
} from "./method.ts";
import { type ToDate, toDate } from "./to-date.ts";

const greenDefault = new Big("0.9");
const yellowDefault = new Big("0.75");

export const achievement: Method = {
  name: "achievement",
  needs: ["target", "baseline"],
  parameters: ["green", "yellow", "against"],
  check: settingsOf,
  assess(input) {
    if (input.holds) return refused("hold");
    const { against } = settingsOf(input.parameters);
    return against === "due" ? byDue(input, input.value.value) : byFinal(input);
  },
  withoutValue(ground) {
    const asked = settingsOf(ground.parameters).against === "due" && ground.target !== null && !ground.holds;
    return asked ? byDue(ground, null) : refused("no-observation");
  },
};

function settingsOf(parameters: ParameterReader) {
  const green = parameters.share("green", greenDefault);
  const yellow = parameters.share("yellow", yellowDefault);
  if (parameters.has("yellow") && yellow.gt(green)) parameters.fault("yellow", "out-of-order");
  return { green, yellow, against: parameters.word("against", ["final", "due"]) };
}

function byFinal(input: MethodInput): Verdict {
  const { target, start, value } = input;
  if (target === null || start === null || target.upper !== null)
    return refused(target?.upper == null ? "no-level" : "range");
  if (input.isCap) return byCap(input, target.value);
  const ratio = divide(value.value.minus(start.value), target.value.minus(start.value));
  return judged(ratio, "(v − b) ÷ (T − b)", input);
}

function byCap(input: MethodInput, cap: Big): Verdict {
  const { value } = input.value;
  return value.lte(0) ? refused("zero-value") : judged(divide(cap, value), "T ÷ v", input);
}

const notDue: Verdict = {
  ratio: null,
  formula: "",
  methodStatus: null,
  status: "not-due",
  reason: null,
  basis: null,
};

/** Of sums the totals that are over, value or no value in the one that runs; else the last target that is due. */
function byDue(ground: Ground, value: Big | null): Verdict {
  const done = toDate(ground);
  if (done === null || ground.start === null) return notDue;
  if (done.last.role === "total") return done.actual === null ? notDue : bySums(done.actual, done, ground);
  if (value === null) return refused("no-observation");
  const way = done.target.minus(ground.start.value);
  if (way.eq(0)) return refused("target-equals-baseline");
  const ratio = divide(value.minus(ground.start.value), way);
  return {
    ...judged(ratio, "(v − b) ÷ (due − b)", ground),
    named: { due: done.target },
    sources: done.sources,
  };
}

function bySums(actual: Big, { target: due, sources }: ToDate, ground: Ground): Verdict {
  if (due.lte(0)) return refused(due.eq(0) ? "zero-target" : "not-positive");
  const [top, bottom] = ground.isCap ? [due, actual] : [actual, due];
  if (bottom.lte(0)) return refused("zero-value");
  const formula = ground.isCap ? "due ÷ actual" : "actual ÷ due";
  return { ...judged(divide(top, bottom), formula, ground), named: { actual, due }, sources };
}

function judged(ratio: Big, formula: string, { parameters }: Ground): Verdict {
  const { green, yellow } = settingsOf(parameters);
  const [methodStatus, status] = wordOf(ratio, green, yellow);
  return { ratio, formula, methodStatus, status, reason: null, basis: null };
}

function wordOf(ratio: Big, green: Big, yellow: Big): readonly [word: string, status: Status] {
  if (ratio.gte(green)) return ["green", "on-track"];
  return ratio.gte(yellow) ? ["yellow", "at-risk"] : ["red", "off-track"];
}
