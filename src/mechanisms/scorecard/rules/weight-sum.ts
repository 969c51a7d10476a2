/**
 * Weights of a scorecard's components must make up the whole.
 *
 * Looks at: the weights that hold in general and those of each `during`, all in percent, all bare, or all in marks (whose whole
 * is `full`, else 100). Bonus components are on top, also where only the name says so (创新加分). Too little is wrong only where every component has a weight and there
 * are several, or the scorecard says that it is complete; never in a share of somebody else's scheme (`complete: false`) or
 * an open list (`open: true`), of which no more can be asked than that percents stay within 100%.
 * Reports: the first weight; related: the others that were added. A warning that asks, where only the bonus makes the whole.
 * Source: FORMAT.md section 7 (scorecard), DESIGN.md section 4 (shares and weights that do not sum).
 */
import Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import type { Given } from "../../../plan/given.ts";
import {
  entriesAt,
  flagAt,
  labelOf,
  type ParameterMap,
  quantitiesAt,
  type StatedQuantity,
} from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly sum: string;
  readonly whole: string;
  readonly during: string | null;
  /** Sum together with the bonus, where that is the whole. */
  readonly withBonus: string | null;
};

export const scorecardWeightSum = defineRule<Args>({
  code: "scorecard/weight-sum",
  severity: "error",
  text: {
    en: {
      title: "Weights of a scorecard do not add up",
      message: (a) =>
        `${a.id}: the weights${a.during === null ? "" : ` during ${a.during}`} sum to ${a.sum}${a.withBonus === null ? `, not ${a.whole}` : ` without the bonus and to ${a.withBonus} with it: is it a bonus on top, or part of the whole?`}`,
      why: "A score is only comparable when its weights make up the whole.",
      fix: "Correct the weights; mark a component on top with `bonus: true`, a share of another scheme with `complete: false`.",
    },
    zhHans: {
      title: "考核权重合计不符",
      message: (a) =>
        `考核评价“${a.name}”${a.during === null ? "" : `在“${a.during}”期间`}的权重${a.withBonus === null ? `合计为 ${a.sum}，应为 ${a.whole}` : `不含加分项合计为 ${a.sum}，含加分项恰为 ${a.withBonus}，该项是另行加分还是整体的一部分未写明`}`,
      why: "权重合计不等于整体时，得分无法比较。",
      fix: "更正权重；另行加分的注明 `bonus: true`，只占他方考核一部分的注明 `complete: false`。",
    },
  },
  check({ plan, report }) {
    for (const scorecard of ofType(plan, "scorecard")) {
      const all = entriesAt(scorecard.parameters, "components");
      const components = withoutBonus(all);
      for (const during of timesOf(components)) {
        const wrong = wrongSum(scorecard, components, during);
        const [first, ...others] = wrong?.weights ?? [];
        if (wrong === null || first === undefined) continue;
        const isBonus = wrong.missed.lt(0) && totalDuring(scorecard, all, during)?.missed.eq(0) === true;
        const whole = print(wrong.whole, wrong);
        const withBonus = isBonus ? whole : null;
        const args = {
          id: scorecard.id.value,
          name: nameOf(scorecard),
          sum: print(wrong.sum, wrong),
          whole,
          during,
          withBonus,
        };
        const note = { en: "added", zhHans: "计入合计" };
        const related = others.slice(0, 20).map(({ span }) => ({ span, note }));
        report(first.span, args, { on: scorecard, severity: isBonus ? "warning" : "error", related });
      }
    }
  },
});

/** Called a bonus by its name (创新加分), where nothing says whether it is one on top. */
const bonusName = /加分|\bbonus\b|\bextra (?:points|marks|credit)\b/iu;

/** The components without those on top, also those that only their name calls so. */
function withoutBonus(all: readonly ParameterMap[]): readonly ParameterMap[] {
  const others = all.filter((one) => flagAt(one, "bonus") !== true);
  const plain = others.filter((one) => flagAt(one, "bonus") !== null || !bonusName.test(labelOf(one) ?? ""));
  return plain.length < 2 ? others : plain;
}

function print(value: Big, { unit }: Total): string {
  return `${formatDecimal(value.round(4))}${unit === "percent" ? "%" : ""}`;
}

/** Times for which weights are stated; null for those that hold in general. */
function timesOf(components: readonly ParameterMap[]): readonly (string | null)[] {
  const stated = components.flatMap((one) => quantitiesAt(one, "weight"));
  return [...new Set([null, ...stated.map(({ during }) => during?.value ?? null)])];
}

type Weight = Given<Quantity>;

/** What the weights of some components come to. */
interface Total {
  readonly weights: readonly Weight[];
  readonly unit: string | undefined;
  readonly sum: Big;
  readonly whole: Big;
  /** How far the sum is off the whole; zero where it is met. */
  readonly missed: Big;
}

/** Null where nothing is weighed, or the weights do not add up to one sum. */
function totalDuring(
  scorecard: Mechanism,
  components: readonly ParameterMap[],
  during: string | null,
): Total | null {
  const weights = components.flatMap((one) => weightDuring(quantitiesAt(one, "weight"), during) ?? []);
  const units = new Set(weights.map(({ value }) => value.unit?.dimension ?? ""));
  const [unit] = units;
  if (weights.length === 0 || units.size > 1 || (unit !== "" && unit !== "percent" && unit !== "marks"))
    return null;
  if (weights.some(({ value }) => value.upper !== null || value.relation?.startsWith("<"))) return null;
  const sum = weights.reduce(
    (all, { value }) => all.plus(value.value.times(value.unit?.factor ?? 1)),
    new Big(0),
  );
  const whole = wholeOf(scorecard, unit, weights);
  const missed = sum.minus(whole);
  return { weights, unit, sum, whole, missed: missed.abs().lt("1e-9") ? new Big(0) : missed };
}

/** The sum, when it is wrong. */
function wrongSum(
  scorecard: Mechanism,
  components: readonly ParameterMap[],
  during: string | null,
): Total | null {
  const total = totalDuring(scorecard, components, during);
  if (total === null || total.missed.eq(0)) return null;
  const { weights, unit, missed } = total;
  const isComplete = flagAt(scorecard.parameters, "complete");
  if (missed.gt(0)) return isPart(scorecard) && unit !== "percent" ? null : total;
  const areAll = weights.length === components.length && (weights.length > 1 || isComplete === true);
  const exact = weights.every(({ value }) => value.relation === null || value.relation === "=");
  return areAll && exact && !isPart(scorecard) ? total : null;
}

/** A share of somebody else's scheme, or a list that goes on. */
function isPart({ parameters, open }: Mechanism): boolean {
  return open || flagAt(parameters, "complete") === false;
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
