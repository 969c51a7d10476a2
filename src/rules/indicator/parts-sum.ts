/**
 * The parts of a whole do not add up to more than it.
 *
 * Looks at: two indicators or more that are `part-of` the same one: their baselines of one date and their levels to reach of
 * one date, in the unit of the whole, where their bases are not stated to differ. Shares only where whole and parts state
 * one base (`counted: of`): a rate of the northern clinics adds up with no other.
 * Reports: the last of the parts' values; related: the whole and the other parts. A warning: parts may overlap.
 * Source: DESIGN.md section 4 (shares that do not sum, a part larger than its whole).
 */
import Big from "big.js";
import { formatDecimal } from "../../plan/decimal.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Figures, figuresOf, isPercent } from "../target/levels.ts";
import { countOverOtherBases, type DatedFigure, figuresWithDay, isOfOneTime } from "./dated-figures.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly sum: string;
  readonly whole: string;
  readonly unit: string;
};

export const indicatorPartsSum = defineRule<Args>({
  code: "indicator/parts-sum",
  severity: "warning",
  text: {
    en: {
      title: "Parts add up to more than the whole",
      message: (a) =>
        `${a.id}: its parts add up to ${a.sum}${a.unit}, more than ${a.whole}; do the parts overlap?`,
      why: "Parts that do not overlap can never be more than their whole, so one of the values is wrong.",
      fix: "Correct the value that is wrong; if the parts overlap, say so in their definitions and take out `part-of`.",
    },
    zhHans: {
      title: "各部分之和大于整体",
      message: (a) =>
        `指标“${a.name}”各部分之和为“${a.sum}${a.unit}”，大于整体的“${a.whole}”，各部分是否有交叉须核实`,
      why: "各部分互不交叉时，其和不可能大于整体，必有一处数值有误。",
      fix: "更正有误的数值；各部分有交叉的，在定义中说明，并删去 `part-of`。",
    },
  },
  check({ plan, report }) {
    const parts = new Map<string, Figures[]>();
    const all = figuresOf(plan);
    for (const figures of all) {
      const { partOf, id } = figures.indicator;
      if (partOf === null || partOf.value === id.value) continue;
      const siblings = parts.get(partOf.value);
      if (siblings === undefined) parts.set(partOf.value, [figures]);
      else siblings.push(figures);
    }
    for (const whole of all) {
      const siblings = (parts.get(whole.indicator.id.value) ?? []).filter(
        (part) => !countOverOtherBases(part, whole) && (!isPercent(whole.unit) || haveOneBase(part, whole)),
      );
      if (siblings.length < 2) continue;
      const falls = whole.indicator.direction?.value === "decrease";
      for (const figure of figuresWithDay(whole)) {
        // Caps of the parts may leave more room than the cap of the whole; what was counted may not.
        if (falls && figure.sort !== "baseline") continue;
        const added = siblings.flatMap((part) => valueAt(part, whole, figure));
        const sum = added.reduce((total, { value }) => total.plus(value), new Big(0));
        const last = added.at(-1);
        // One part that is too large by itself is told as such.
        const isOne = added.some(({ value }) => value.gt(figure.value));
        if (last === undefined || added.length < 2 || isOne || sum.lte(figure.value)) continue;
        const args = {
          id: whole.indicator.id.value,
          name: nameOf(whole.indicator),
          sum: `${added.map(({ value }) => formatDecimal(value)).join(" + ")} = ${formatDecimal(sum)}`,
          whole: figure.text,
          unit: unitBehind(whole.unit?.text ?? null),
        };
        const related = [
          { span: figure.span, note: { en: "the whole", zhHans: "整体" } },
          ...added
            .slice(0, -1)
            .slice(0, mostRelated)
            .map(({ span }) => ({ span, note: { en: "added", zhHans: "计入合计" } })),
        ];
        report(last.span, args, { on: whole.indicator, related });
      }
    }
  },
});

function haveOneBase(part: Figures, whole: Figures): boolean {
  const base = whole.indicator.counted?.of?.value;
  return base !== undefined && part.indicator.counted?.of?.value === base;
}

const mostRelated = 20;

/** The part's strictest value of that sort and day, in the unit of the whole. */
function valueAt(part: Figures, whole: Figures, figure: DatedFigure) {
  const values = figuresWithDay(part)
    .filter((own) => isOfOneTime(own, figure))
    .flatMap(({ value, span }) => {
      const converted = convert(value, part.unit, whole.unit);
      return converted === null ? [] : [{ value: converted, span }];
    });
  return values.slice(0, 1);
}
