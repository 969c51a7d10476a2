/**
 * Two shares of one count over two wholes are two quantities, and easily taken for one.
 *
 * Looks at: definitions that divide (`A / B`, A占B的比例) of indicators in percent that do not name each other (`same-as`, `part-of`), with
 * all but the same numerator and different denominators.
 * Reports: the later definition; related: the earlier. A note that asks which of the two is meant where the text gives one share.
 * Source: DESIGN.md section 4 (near-identical quantities; what only may be a conflict).
 */
import { defineRule } from "../define-rule.ts";
import { type Divided, dividedOf } from "../divided.ts";
import { nameOf } from "../name-of.ts";
import { areNamesakes, areRelated } from "./relatives.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly otherDenominator: string;
};

export const statementTwoDenominators = defineRule<Args>({
  code: "statement/two-denominators",
  severity: "info",
  text: {
    en: {
      title: "One count, two wholes",
      message: (a) =>
        `${a.id} ("${a.name}") and ${a.other} ("${a.otherName}") both count "${a.numerator}", one as a share of "${a.denominator}", the other of "${a.otherDenominator}": which whole is meant?`,
      why: "One count over two wholes gives two shares, and each reader cites the one that suits.",
      fix: "Keep one whole, or name the two so that the whole shows (`counted: { of: … }`).",
    },
    zhHans: {
      title: "同一分子两个分母",
      message: (a) =>
        `指标“${a.name}”与“${a.otherName}”的分子同为“${a.numerator}”，分母分别为“${a.denominator}”“${a.otherDenominator}”，以哪一个为基数须明确`,
      why: "同一数量除以两个基数，得出两个比率，容易各取所需。",
      fix: "统一分母；确需两项的，名称和 `counted` 中应写明基数。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Divided[]>();
    for (const indicator of plan.indicators) {
      const own = dividedOf(indicator);
      if (own === null) continue;
      const others = known.get(own.key) ?? [];
      if (others.length < mostAlike) known.set(own.key, [...others, own]);
      const other = others.find((one) => areTwo(one, own));
      if (other === undefined) continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        other: other.indicator.id.value,
        otherName: nameOf(other.indicator),
        numerator: own.numerator,
        denominator: own.denominator,
        otherDenominator: other.denominator,
      };
      const note = { en: "the other definition", zhHans: "另一定义" };
      report(own.definition.span, args, { on: indicator, related: [{ span: other.definition.span, note }] });
    }
  },
});

/** Definitions of one numerator that later ones are held against. */
const mostAlike = 50;

function areTwo(a: Divided, b: Divided): boolean {
  return (
    a.whole !== b.whole && !areRelated(a.indicator, b.indicator) && !areNamesakes(a.indicator, b.indicator)
  );
}
