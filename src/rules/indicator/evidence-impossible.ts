/**
 * A background or case figure of an indicator is one that the indicator can have.
 *
 * Looks at: `is`, `from` and `to` of evidence about an indicator, of the plan and of its problems: a value in the indicator's
 * unit lies within what the indicator can be (0..100 for a percent unless the plan states other bounds), and `to` is in a unit
 * of the kind of `from`. Evidence in a unit of its own is about something near and left alone, as are changes.
 * Reports: the figure; related: the stated bounds, or `from`.
 * Source: DESIGN.md section 4 (impossible values, wrong units).
 */
import type { Given } from "../../plan/given.ts";
import type { Indicator } from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { figuresOf } from "../target/levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** The bounds with their unit; null where the unit is wrong. */
  readonly bounds: string | null;
  /** The figure from which it began. */
  readonly from: string;
};

export const indicatorEvidenceImpossible = defineRule<Args>({
  code: "indicator/evidence-impossible",
  severity: "error",
  text: {
    en: {
      title: "Evidence that the indicator cannot have",
      message: (a) =>
        a.bounds === null
          ? `${a.id}: ${a.value} as evidence does not convert to the unit of ${a.from}, from which it began`
          : `${a.id}: ${a.value} as evidence is outside ${a.bounds}`,
      why: "A figure that the indicator can never take proves nothing; it is a slip, or of another quantity.",
      fix: "Correct the figure or its unit, or name with `of` the indicator that it is about.",
    },
    zhHans: {
      title: "例证数值不可能成立",
      message: (a) =>
        a.bounds === null
          ? `指标“${a.name}”的例证数值“${a.value}”与其起始数值“${a.from}”计量单位不同，无法换算`
          : `指标“${a.name}”的例证数值“${a.value}”超出范围“${a.bounds.replace("..", "～")}”`,
      why: "指标不可能取到的数值不能作为例证，要么是笔误，要么说的是另一数量。",
      fix: "更正数值或计量单位，或用 `of` 注明所说的指标。",
    },
  },
  check({ plan, report }) {
    const evidence = [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence];
    if (evidence.every(({ of }) => of === null)) return;
    const figures = new Map(figuresOf(plan).map((one) => [one.indicator.id.value, one] as const));
    for (const { of, is, from, to } of evidence) {
      const about = of === null ? undefined : figures.get(of.value);
      if (about === undefined) continue;
      const { indicator, unit } = about;
      const told = { id: indicator.id.value, name: nameOf(indicator), from: from?.value.text ?? "" };
      for (const figure of [is, from, to]) {
        const bounds = figure === null ? null : boundsLeft(figure.value, indicator, unit);
        if (figure === null || bounds === null) continue;
        const related = indicator.bounds?.stated === true ? [placeOf(indicator.bounds)] : [];
        report(figure.span, { ...told, value: figure.value.text, bounds }, { on: indicator, related });
      }
      if (from === null || to === null || isOneKind(from.value, to.value)) continue;
      const related = [{ span: from.span, note: { en: "from", zhHans: "起始数值" } }];
      report(to.span, { ...told, value: to.value.text, bounds: null }, { on: indicator, related });
    }
  },
});

function isOneKind(from: Quantity, to: Quantity): boolean {
  return from.unit === null || to.unit === null || convert(to.value, to.unit, from.unit) !== null;
}

/** The bounds that a figure in the indicator's unit leaves, as text; null where it leaves none. */
function boundsLeft(figure: Quantity, { bounds }: Indicator, unit: Unit | null): string | null {
  if (bounds === null || unit === null || figure.unit === null || figure.signed) return null;
  const value = convert(figure.value, figure.unit, unit);
  if (value === null) return null;
  const low = convert(bounds.value.value, bounds.value.unit, unit);
  const high = bounds.value.upper === null ? null : convert(bounds.value.upper, bounds.value.unit, unit);
  const leaves = (low !== null && value.lt(low)) || (high !== null && value.gt(high));
  return leaves ? bounds.value.text : null;
}

function placeOf({ span }: Given<unknown>) {
  return { span, note: { en: "bounds", zhHans: "取值范围" } };
}
