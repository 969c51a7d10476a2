/** The baseline that a formula gives, and when a reported and a computed figure are the same. */
import Big from "big.js";
import { evaluateExpression } from "../expressions/evaluate.ts";
import { over, toDecimal } from "../expressions/fraction.ts";
import type { Job } from "./derived-job.ts";
import type { Known } from "./known.ts";
import { inBase } from "./operand-series.ts";
import { type OperandValues, operandValues } from "./operand-values.ts";
import type { Baseline } from "./terms.ts";

const half = new Big("0.5");

/** Reported and computed are the same as far as the reported figure is written: 33.3 for 100 ÷ 3. */
export function agrees(reported: Big, computed: Big): boolean {
  const places = Math.max(0, reported.c.length - 1 - reported.e);
  return reported
    .minus(computed)
    .abs()
    .lte(half.times(new Big(`1e-${places}`)));
}

/** The formula over the baselines of its names, where all have one of the same day. Own baselines go before, and are compared. */
export function baselineOf(job: Job, operands: readonly Known[]): Baseline | null {
  const { known, formula, computable, ground } = job;
  const [first, ...others] = operands.map(({ terms }) => terms.baseline);
  const isPlain = formula.direct.length === formula.names.length;
  if (!isPlain || first == null || first.on === null) return null;
  if (others.some((other) => other == null || other.on !== first.on)) return null;
  const { on, period } = first;
  const { plan, read, knownOf } = ground;
  const values = operandValues({ plan, names: read.names, formula, frequency: null, entity: null, knownOf });
  const valueAt: OperandValues["valueAt"] = (name, moment) => {
    const named = read.names.find(name);
    if (named?.kind !== "indicator") return values.valueAt(name, moment);
    const baseline = knownOf(named.indicator.id.value)?.terms.baseline ?? null;
    return baseline === null ? "no-observation" : inBase(baseline.value, named.unit);
  };
  const result = evaluateExpression(
    computable.tree,
    { start: period?.start ?? on, end: on },
    { checked: computable.checked, values: { ...values, valueAt }, budget: ground.budget },
  );
  if (!result.ok || typeof result.value === "boolean") return null;
  const value = toDecimal(over(result.value, computable.factor));
  const own = known.terms.baseline;
  if (own === null) return { value, on, period, span: formula.text.span };
  if (own.on === on && !agrees(own.value, value)) {
    const { span } = own;
    job.disagreements.push({
      entity: null,
      reported: own.value,
      computed: value,
      on,
      span,
      isBaseline: true,
      from: operands.flatMap(({ terms }) => terms.baseline?.span ?? []),
    });
  }
  return null;
}
