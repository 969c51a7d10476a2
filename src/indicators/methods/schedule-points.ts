/**
 * `schedule-points`: how many percentage points is what has been attained behind the time that has elapsed?
 *
 * `preset: traffic-light` (default): ratio = attained ÷ elapsed. Behind = (elapsed − attained) × 100 points: below 10
 * green → on-track; 10 to 30, both included, yellow → at-risk; above 30 red → off-track. `basis: zero` takes v ÷ T (T ÷ v
 * for a decrease) for attained, as 完成率 against 序时进度; it needs no baseline. Of a cap on a sum less used is better: ratio = elapsed ÷ attained.
 * `preset: pepfar`: ratio = v ÷ T rounded half-even to 2 places; expected share = quarter ÷ 4, the quarter of t0..tT in which
 * v was observed (`snapshot: true`: 1). (ratio − expected) × 100 points: below −25 Concerned → off-track; below −10 At Risk →
 * at-risk; up to 10 On Target → on-track; above Above Target → ahead. No baseline needed.
 * Missing: without T or dates not computable; traffic-light without a baseline: share of the target (`of-target`). T = 0
 * (pepfar, `basis: zero`) not computable. Before any time has elapsed there is no ratio, and points alone decide.
 * Source: ENGINE.md section 6; METHODS.md section 4 (PEPFAR, gophr) and 5 (银川市, 2025).
 * Departs: 银川 leaves 0 to 10 points behind undefined (here green). Quarters of whole months are counted in months, so that
 * 31 December closes the first quarter of a year from October. PEPFAR knows no decrease: not computable (`only-increase`).
 */
import Big from "big.js";
import { addMonths, dateParts, monthEnd } from "../../plan/days.ts";
import { divide } from "../../plan/decimal.ts";
import type { Day } from "../../plan/time.ts";
import type { Status } from "../statuses.ts";
import { type Method, type MethodInput, type ParameterReader, refused, type Verdict } from "./method.ts";
import { byShareOfTarget } from "./of-target.ts";
import { againstSchedule } from "./schedule.ts";

export const schedulePoints: Method = {
  name: "schedule-points",
  needs: ["target"],
  parameters: ["preset", "basis", "snapshot"],
  check: settingsOf,
  assess(input) {
    const { preset, basis, snapshot } = settingsOf(input.parameters);
    if (preset === "pepfar") return byQuarter(input, snapshot);
    return basis === "baseline" && input.start === null && !input.holds
      ? byShareOfTarget(input)
      : byLight(input, basis);
  },
};

function settingsOf(parameters: ParameterReader) {
  return {
    preset: parameters.word("preset", ["traffic-light", "pepfar"]),
    basis: parameters.word("basis", ["baseline", "zero"]),
    snapshot: parameters.flag("snapshot"),
  };
}

type Word = readonly [word: string, status: Status];

function byLight(input: MethodInput, basis: "baseline" | "zero"): Verdict {
  const against = againstSchedule(input, basis);
  if ("reason" in against) return refused(against.reason);
  const { ratio, formula, behind } = against;
  const [methodStatus, status] = lightOf(behind);
  const said = { methodStatus, status, reason: null, basis: null };
  return { ratio, formula, ...said, points: { value: behind, formula: pointsOf(formula) } };
}

/** `attained ÷ elapsed` compared as shares: how far the first is behind the second; of a cap the other way round. */
function pointsOf(formula: string): string {
  const [first, second] = formula.split(" ÷ ");
  return `(${second} − ${first}) × 100`;
}

function lightOf(behind: Big): Word {
  if (behind.lt(10)) return ["green", "on-track"];
  return behind.lte(30) ? ["yellow", "at-risk"] : ["red", "off-track"];
}

const halfEven = 2;

function byQuarter({ target, value, sign, start, startOn, holds }: MethodInput, snapshot: boolean): Verdict {
  if (target === null || target.upper !== null) return refused(target === null ? "no-target" : "range");
  if (sign < 0) return refused("only-increase");
  if (target.value.eq(0)) return refused("zero-target");
  const begin = start?.on ?? startOn;
  const quarter = snapshot ? 4 : quarterOf(value.on, begin, target.on);
  if (quarter === null) return refused(holds ? "hold" : "no-date");
  const ratio = divide(value.value, target.value).round(2, halfEven);
  const points = ratio.times(100).minus(quarter * 25);
  const [methodStatus, status] = bandOf(points);
  return {
    ratio,
    formula: "round(v ÷ T, 2)",
    methodStatus,
    status,
    reason: null,
    basis: null,
    points: { value: points, formula: "(ratio − quarter ÷ 4) × 100" },
    named: { quarter: new Big(quarter) },
  };
}

function bandOf(points: Big): Word {
  if (points.lt(-25)) return ["Concerned", "off-track"];
  if (points.lt(-10)) return ["At Risk", "at-risk"];
  return points.lte(10) ? ["On Target", "on-track"] : ["Above Target", "ahead"];
}

/** The quarter, 1 to 4, of the span after `begin` up to `end` in which a day lies; null without dates. */
function quarterOf(day: Day, begin: Day | null, end: Day | null): number | null {
  if (begin === null || end === null || end <= begin) return null;
  const months = wholeMonths(begin, end);
  const last = [1, 2, 3].find((quarter) =>
    months !== null && months % 4 === 0
      ? day < addMonths(begin + 1, (months / 4) * quarter)
      : (day - begin) * 4 <= (end - begin) * quarter,
  );
  return last ?? 4;
}

/** Months of a span from the first of a month to the end of one; null for any other. */
function wholeMonths(begin: Day, end: Day): number | null {
  const [from, to] = [dateParts(begin + 1), dateParts(end)];
  if (from.day !== 1 || monthEnd(end) !== end) return null;
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}
