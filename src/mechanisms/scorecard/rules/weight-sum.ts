/**
 * Weights of a scorecard's components must make up the whole.
 *
 * Looks at: the weights that hold in general and those of each `during`, all in percent, all bare, or all in marks (whose whole
 * is `full`, else 100). Bonus components are on top. Nothing is asked of a share of somebody else's scheme (`complete: false`)
 * or an open list (`open: true`); too little is wrong only where every component has a weight and there are several, or
 * the scorecard says that it is complete.
 * Reports: the first weight; related: the others that were added.
 * Source: FORMAT.md section 7 (scorecard), DESIGN.md section 4 (shares and weights that do not sum).
 */
import Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import type { Given } from "../../../plan/given.ts";
import {
  entriesAt,
  flagAt,
  type ParameterMap,
  quantitiesAt,
  type StatedQuantity,
} from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly sum: string;
  readonly whole: string;
  readonly during: string | null;
};

export const scorecardWeightSum = defineRule<Args>({
  code: "scorecard/weight-sum",
  severity: "error",
  text: {
    en: {
      title: "Weights of a scorecard do not sum",
      message: (a) =>
        `${a.id}: the weights${a.during === null ? "" : ` during ${a.during}`} sum to ${a.sum}, not ${a.whole}`,
      why: "A score is only comparable when its weights make up the whole.",
      fix: "Correct the weights; mark a component on top with `bonus: true`, a share of another scheme with `complete: false`.",
    },
    zhHans: {
      title: "考核权重合计不符",
      message: (a) =>
        `考核评价“${a.id}”${a.during === null ? "" : `在“${a.during}”期间`}的权重合计为 ${a.sum}，应为 ${a.whole}`,
      why: "权重合计不等于整体时，得分无法比较。",
      fix: "更正权重；另行加分的注明 `bonus: true`，只占他方考核一部分的注明 `complete: false`。",
    },
  },
  check({ plan, report }) {
    for (const scorecard of ofType(plan, "scorecard")) {
      const { parameters } = scorecard;
      if (flagAt(parameters, "complete") === false || scorecard.open) continue;
      const components = entriesAt(parameters, "components").filter((one) => flagAt(one, "bonus") !== true);
      for (const during of timesOf(components)) {
        const sum = sumDuring(scorecard, components, during);
        const [first, ...others] = sum?.weights ?? [];
        if (sum === null || first === undefined) continue;
        const related = others.slice(0, 20).map(({ span }) => ({
          span,
          note: { en: "added", zhHans: "计入合计" },
        }));
        const args = { id: scorecard.id.value, sum: sum.sum, whole: sum.whole, during };
        report(first.span, args, { on: scorecard, related });
      }
    }
  },
});

/** Times for which weights are stated; null for those that hold in general. */
function timesOf(components: readonly ParameterMap[]): readonly (string | null)[] {
  const stated = components.flatMap((one) => quantitiesAt(one, "weight"));
  return [...new Set([null, ...stated.map(({ during }) => during?.value ?? null)])];
}

type Weight = Given<Quantity>;

/** The sum, when it is wrong. */
function sumDuring(scorecard: Mechanism, components: readonly ParameterMap[], during: string | null) {
  const weights = components.map((one) => weightDuring(quantitiesAt(one, "weight"), during));
  const given = weights.filter((weight): weight is Weight => weight !== null);
  const units = new Set(given.map(({ value }) => value.unit?.dimension ?? ""));
  const [unit] = units;
  if (given.length === 0 || units.size > 1 || (unit !== "" && unit !== "percent" && unit !== "marks"))
    return null;
  if (given.some(({ value }) => value.upper !== null || value.relation?.startsWith("<"))) return null;
  const sum = given.reduce(
    (all, { value }) => all.plus(value.value.times(value.unit?.factor ?? 1)),
    new Big(0),
  );
  const whole = wholeOf(scorecard, unit, given);
  const missed = sum.minus(whole);
  if (missed.abs().lt("1e-9")) return null;
  const isWhole = given.length === components.length && given.length > 1;
  const exact = given.every(({ value }) => value.relation === null || value.relation === "=");
  const isComplete = flagAt(scorecard.parameters, "complete") === true && given.length === components.length;
  if (missed.lt(0) && !(exact && (isWhole || isComplete))) return null;
  const print = (value: Big): string => `${formatDecimal(value.round(4))}${unit === "percent" ? "%" : ""}`;
  return { weights: given, sum: print(sum), whole: print(whole) };
}

/** The whole of which weights are parts: 100%, 1 for bare shares, or full marks. */
function wholeOf({ parameters }: Mechanism, unit: string | undefined, given: readonly Weight[]): Big {
  const full = quantitiesAt(parameters, "full")[0]?.is.value.value;
  if (unit === "percent") return new Big(100);
  if (full !== undefined) return full;
  return unit === "" && given.every(({ value }) => value.value.lte(1)) ? new Big(1) : new Big(100);
}

/** The weight for a time, else the one that holds in general; none that is of another place or for one group only. */
function weightDuring(statements: readonly StatedQuantity[], during: string | null): Weight | null {
  const own = statements.filter(({ place, scope }) => place === null && scope === null);
  const exact = own.find((one) => (one.during?.value ?? null) === during);
  return (exact ?? own.find((one) => one.during === null))?.is ?? null;
}
