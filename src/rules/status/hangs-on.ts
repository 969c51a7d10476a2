/**
 * Whether a status hangs on a figure of the plan that is in doubt. Of several targets for one date the engine judges by the
 * strictest (ENGINE.md section 1); here the indicator is judged once more by the easiest. Shared by the rules on the status
 * of indicators; not a rule.
 */
import type Big from "big.js";
import { evaluateSome } from "../../indicators/engine.ts";
import { type IndicatorRow, type JudgedTarget, statuses } from "../../indicators/results.ts";
import type { Target } from "../../plan/plan.ts";
import type { StatusRuleInput } from "../define-rule.ts";

/** True where the plan's own row would stand better by the easier of two targets for one date. */
export function standsByEasiest(
  row: IndicatorRow,
  { plan, index, records, results }: Omit<StatusRuleInput, "report">,
): boolean {
  const harder = harderTargets(row.targets);
  if (harder.size === 0) return false;
  const eased = { ...row.indicator, targets: row.indicator.targets.filter((one) => !harder.has(one)) };
  const indicators = plan.indicators.map((one) => (one === row.indicator ? eased : one));
  const input = { plan: { ...plan, indicators }, index, records, asOf: results.asOf };
  const [found] = evaluateSome(input, [eased], null);
  return found !== undefined && statuses.indexOf(found.status) < statuses.indexOf(row.status);
}

/** The targets beside which an easier one of the same kind stands for the same date. */
function harderTargets(targets: readonly JudgedTarget[]): ReadonlySet<Target> {
  const harder = new Set<Target>();
  for (const one of targets)
    if (targets.some((other) => isSameDate(one, other) && (isEasier(other, one) || isMetBeside(other, one))))
      harder.add(one.target);
  return harder;
}

/** Of two for one date the one is met and the other missed: no value meets both. */
function isMetBeside(one: JudgedTarget, other: JudgedTarget): boolean {
  return one !== other && one.status === "met" && other.status === "missed";
}

function isSameDate(one: JudgedTarget, other: JudgedTarget): boolean {
  return one.dueOn === other.dueOn && (one.target.kind === "hold") === (other.target.kind === "hold");
}

function isEasier(one: JudgedTarget, other: JudgedTarget): boolean {
  const [a, b] = [levelOf(one), levelOf(other)];
  if (a === null || b === null || one.relation[0] !== other.relation[0] || one.relation === "=") return false;
  return one.relation.startsWith(">") ? a.lt(b) : a.gt(b);
}

function levelOf({ level, upper }: JudgedTarget): Big | null {
  return upper === null ? level : null;
}

/** No value was ever as good as the target, and none was better than the latest. */
export function neverAsGood(row: IndicatorRow): boolean {
  const values = row.series().map(({ value }) => value);
  const [last, level] = [values.at(-1), row.figures.target.value];
  if (last === undefined || level === null || row.firstMetOn !== null) return false;
  const way = level.cmp(last);
  return values.every((value) => value.cmp(last) * way <= 0);
}
