/**
 * A part is a share of the same whole as what it is a part of, or a share of that part.
 *
 * Looks at: indicators with `part-of`, where the definitions of both divide (`A / B`, A占B的比例). One whole, or the count of the larger
 * share as the whole of the smaller (a nested share) fit; so do wholes of which the one says more than the other.
 * Reports: the definition of the part; related: the other. A note that asks.
 * Source: FORMAT.md section 5 (`part-of`), DESIGN.md section 4 (a part and its whole; what only may be a conflict).
 */
import { defineRule } from "../define-rule.ts";
import { type Divided, dividedOf } from "../divided.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly whole: string;
  readonly other: string;
  readonly otherName: string;
  readonly otherWhole: string;
};

export const indicatorPartOtherWhole = defineRule<Args>({
  code: "indicator/part-other-whole",
  severity: "info",
  text: {
    en: {
      title: "Part of a share of something else",
      message: (a) =>
        `${a.id} is declared a part of ${a.other}, but is a share of "${a.whole}", and ${a.other} one of "${a.otherWhole}": of which is it a part?`,
      why: "Shares of two wholes can neither be added up nor be held against each other.",
      fix: "Give both one whole, let the whole of the part be what the other counts, or take out `part-of`.",
    },
    zhHans: {
      title: "部分与整体的基数不同",
      message: (a) =>
        `指标“${a.name}”注明是“${a.otherName}”的一部分，分母却为“${a.whole}”，而“${a.otherName}”的分母为“${a.otherWhole}”，包含关系是否成立须核实`,
      why: "基数不同的两个比率既不能相加，也不能比较大小。",
      fix: "统一分母，或以整体的分子作部分的分母；并无包含关系的，删去 `part-of`。",
    },
  },
  check({ plan, report }) {
    if (plan.indicators.every(({ partOf }) => partOf === null)) return;
    const byId = new Map(plan.indicators.map((one) => [one.id.value, one]));
    for (const indicator of plan.indicators) {
      const { partOf } = indicator;
      const whole = partOf === null ? undefined : byId.get(partOf.value);
      const [own, other] = [indicator, whole].map((one) => (one === undefined ? null : dividedOf(one)));
      if (whole === undefined || !own || !other || doFit(own, other)) continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        whole: own.denominator,
        other: whole.id.value,
        otherName: nameOf(whole),
        otherWhole: other.denominator,
      };
      const related = [{ span: other.definition.span, note: { en: "the whole", zhHans: "整体的定义" } }];
      report(own.definition.span, args, { on: indicator, related });
    }
  },
});

function doFit(part: Divided, whole: Divided): boolean {
  return isOneIn(part.whole, whole.whole) || isOneIn(part.whole, whole.key) || isOneIn(part.key, whole.key);
}

/** All that the one is called after stands in the other as well. */
function isOneIn(a: string, b: string): boolean {
  const [left, right] = [a, b].map((key) => key.split(/^[a-z]/.test(key) ? " " : ""));
  if (left === undefined || right === undefined) return true;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.every((one) => long.includes(one));
}
