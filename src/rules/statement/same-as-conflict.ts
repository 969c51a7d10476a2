/**
 * Two names of one quantity must carry the same unit, direction and baseline.
 *
 * Looks at: each indicator with `same-as`, against the indicator that it names. Baselines are compared when they are of
 * one date or neither has one. Their targets for one date are held against each other by `target/conflict`.
 * Reports: what differs, at the indicator with `same-as`; related: the same field of the other.
 * Source: FORMAT.md section 5 (`same-as`: all rules for one quantity apply).
 */
import type { Indicator } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert, sameDimension } from "../../plan/units.ts";
import { type Span, spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

type Args = {
  readonly id: string;
  readonly other: string;
  readonly field: "unit" | "direction" | "baseline";
  readonly value: string;
  readonly otherValue: string;
};

interface Difference {
  readonly field: Args["field"];
  readonly span: Span;
  readonly other: Span;
}

const fieldsInEnglish = { unit: "unit", direction: "direction", baseline: "baseline" };
const fieldsInChinese = { unit: "计量单位", direction: "方向", baseline: "基期值" };

export const statementSameAsConflict = defineRule<Args>({
  code: "statement/same-as-conflict",
  severity: "error",
  text: {
    en: {
      title: "One quantity, two definitions",
      message: (a) =>
        `${a.id}: declared the same as ${a.other}, but its ${fieldsInEnglish[a.field]} is ${a.value}, not ${a.otherValue}`,
      why: "What is one quantity has one unit, one direction and one baseline; otherwise it is two.",
      fix: "Correct the value that is wrong, or take out `same-as`.",
    },
    zhHans: {
      title: "同一指标口径不一",
      message: (a) =>
        `指标“${a.id}”注明与“${a.other}”为同一指标，但${fieldsInChinese[a.field]}为“${a.value}”，后者为“${a.otherValue}”`,
      why: "同一指标只能有一个计量单位、一个方向、一个基期值，否则就是两个指标。",
      fix: "更正有误的一处，或删去 `same-as`。",
    },
  },
  check({ plan, report }) {
    const byId = new Map(plan.indicators.map((indicator) => [indicator.id.value, indicator]));
    for (const indicator of plan.indicators) {
      const other = indicator.sameAs === null ? undefined : byId.get(indicator.sameAs.value);
      if (other === undefined || other === indicator) continue;
      for (const { field, span, other: otherSpan } of differences(indicator, other)) {
        report(
          span,
          {
            id: indicator.id.value,
            other: other.id.value,
            field,
            value: spanText(span),
            otherValue: spanText(otherSpan),
          },
          {
            on: indicator,
            related: [{ span: otherSpan, note: { en: "the other name", zhHans: "另一名称" } }],
          },
        );
      }
    }
  },
});

function differences(a: Indicator, b: Indicator): Difference[] {
  if (a.unit !== null && b.unit !== null && !sameDimension(a.unit.value, b.unit.value)) {
    // Baselines in units that do not convert cannot be compared.
    return [{ field: "unit", span: a.unit.span, other: b.unit.span }];
  }
  const found: Difference[] = [];
  if (a.direction !== null && b.direction !== null && a.direction.value !== b.direction.value) {
    found.push({ field: "direction", span: a.direction.span, other: b.direction.span });
  }
  for (const own of a.baseline) {
    const against = b.baseline.find((o) => dayOf(o) === dayOf(own) && o.scope?.value === own.scope?.value);
    if (against === undefined || own.place?.value !== against.place?.value) continue;
    if (agree(own.is.value.quantity, a, against.is.value.quantity, b)) continue;
    found.push({ field: "baseline", span: own.is.span, other: against.is.span });
  }
  return found;
}

function dayOf({ is }: Indicator["baseline"][number]): number | null {
  return is.value.at?.value.period?.end ?? null;
}

/** Bare numbers are in the unit of their indicator. Values that cannot be converted are told by other rules. */
function agree(a: Quantity, ofA: Indicator, b: Quantity, ofB: Indicator): boolean {
  const converted = convert(b.value, b.unit ?? ofB.unit?.value ?? null, a.unit ?? ofA.unit?.value ?? null);
  return converted === null || converted.eq(a.value);
}
