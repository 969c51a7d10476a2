/**
 * A share and that of its opposite sum to the whole.
 *
 * Looks at: two indicators in percent whose names differ by a word of denial (覆盖率 and 未覆盖率, 满意度 and 不满意度, satisfied and
 * dissatisfied), by their baselines of one date. What is neither the one nor the other may be left over, but not of 未, which
 * leaves nothing.
 * Reports: the baseline of the opposite; related: the other. An error for more than 100%, or less with 未.
 * Source: DESIGN.md section 4 (impossible values, shares that do not sum).
 */
import { formatDecimal } from "../../plan/decimal.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type BaselineLevel, type Figures, figuresOf, isPercent } from "../target/levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly other: string;
  readonly otherName: string;
  readonly otherValue: string;
  readonly sum: string;
};

export const indicatorComplement = defineRule<Args>({
  code: "indicator/complement",
  severity: "error",
  text: {
    en: {
      title: "Share and its opposite do not sum to 100%",
      message: (a) =>
        `${a.id}: ${a.value} and ${a.otherValue} of its opposite ${a.other} sum to ${a.sum}%, not 100%`,
      why: "What is not the one is the other; two shares that do not make up the whole cannot both be right.",
      fix: "Correct one of the two, or define what is neither.",
    },
    zhHans: {
      title: "互补占比合计不为 100%",
      message: (a) =>
        `指标“${a.name}”的“${a.value}”与相反指标“${a.otherName}”的“${a.otherValue}”合计为 ${a.sum}%，应为 100%`,
      why: "非此即彼的两个占比合计应为 100%，不符必有一处有误。",
      fix: "更正其中一处；另有第三种情况的，应在定义中写明。",
    },
  },
  check({ plan, report }) {
    const shares = figuresOf(plan).filter(({ unit, baselines }) => isPercent(unit) && baselines.length > 0);
    const byName = new Map(shares.map((one) => [nameOf(one.indicator).trim().toLowerCase(), one] as const));
    for (const own of shares) {
      const name = nameOf(own.indicator).trim().toLowerCase();
      const affirmed = affirmedOf(name);
      const other = affirmed === null ? undefined : byName.get(affirmed);
      if (affirmed === null || other === undefined || other === own) continue;
      const pair = pairOf(own, other, /未/.test(name));
      if (pair === null) continue;
      const [mine, theirs] = pair;
      const args = {
        id: own.indicator.id.value,
        name: nameOf(own.indicator),
        value: shownOf(mine),
        other: other.indicator.id.value,
        otherName: nameOf(other.indicator),
        otherValue: shownOf(theirs),
        sum: formatDecimal(mine.value.plus(theirs.value)),
      };
      const related = [{ span: theirs.span, note: { en: "the opposite", zhHans: "相反指标" } }];
      report(mine.span, args, { on: own.indicator, related });
    }
  },
});

/** The name without its word of denial; null for a name that denies nothing. */
function affirmedOf(name: string): string | null {
  const plain = /[\u4e00-\u9fff]/.test(name)
    ? name.replace(/[不未非](?=[\u4e00-\u9fff]{2})/u, "")
    : name.replace(/\b(?:not |non-|un|dis)(?=[a-z]{4})/u, "");
  return plain === name ? null : plain;
}

function pairOf(a: Figures, b: Figures, isExact: boolean): readonly [BaselineLevel, BaselineLevel] | null {
  for (const mine of a.baselines) {
    for (const theirs of b.baselines) {
      if (mine.narrowed || theirs.narrowed || mine.on === null || mine.on !== theirs.on) continue;
      if ([mine, theirs].some(({ quantity }) => quantity.soft !== null || quantity.relation !== null))
        continue;
      const sum = mine.value.plus(theirs.value);
      if (sum.gt(100) || (isExact && sum.lt(100))) return [mine, theirs];
    }
  }
  return null;
}

function shownOf({ quantity }: BaselineLevel): string {
  return (quantity.text.split("@")[0] ?? "").trim();
}
