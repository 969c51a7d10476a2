/**
 * Two names of one quantity must carry the same unit, direction, baseline, definition and base, and be answered for by one.
 *
 * Looks at: each indicator with `same-as`, against the indicator that it names. Baselines are compared when they are of
 * one date or neither has one. Their targets for one date are held against each other by `target/conflict`, totals
 * against yearly amounts by `statement/total-or-yearly`.
 * Reports: what differs, at the indicator with `same-as`; related: the same field of the other. Other words for the
 * definition, another base of a share, another rhythm or kind of value may still be one quantity: a warning; another way
 * of collecting it a note.
 * Source: FORMAT.md section 5 (`same-as`: all rules for one quantity apply).
 */
import type { Severity } from "../../diagnostics/severity.ts";
import type { Given } from "../../plan/given.ts";
import type { Indicator } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert, sameDimension } from "../../plan/units.ts";
import { own } from "../../text/own.ts";
import { type Span, spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

const fieldsInEnglish = {
  unit: "unit",
  direction: "direction",
  baseline: "baseline",
  definition: "definition",
  of: "base (`counted: of`)",
  where: "condition (`counted: where`)",
  window: "window (`counted: window`)",
  owner: "owner",
  frequency: "frequency",
  value: "kind of value",
  collected: "way of collecting",
};
type Field = keyof typeof fieldsInEnglish;
const fieldsInChinese: Readonly<Record<Field, string>> = {
  unit: "计量单位",
  direction: "方向",
  baseline: "基期值",
  definition: "定义",
  of: "计算基数（`counted: of`）",
  where: "计算条件（`counted: where`）",
  window: "统计时段（`counted: window`）",
  owner: "责任主体",
  frequency: "报送频次",
  value: "取值类型",
  collected: "采集方式",
};

type Args = {
  readonly id: string;
  readonly other: string;
  readonly field: Field;
  readonly value: string;
  readonly otherValue: string;
};

interface Difference {
  readonly field: Field;
  readonly span: Span;
  readonly other: Span;
  readonly severity?: Severity;
}

export const statementSameAsConflict = defineRule<Args>({
  code: "statement/same-as-conflict",
  severity: "error",
  named: ["id", "other", "value", "otherValue"],
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
      const first = differences(indicator, other);
      // Of two that are not even in one unit nothing else is expected to agree.
      const isUnlike = first.some(({ field }) => field === "unit");
      const further = isUnlike ? [] : furtherDifferences(indicator, other);
      for (const { field, span, other: otherSpan, severity } of [...first, ...further]) {
        report(
          span,
          {
            id: indicator.id.value,
            other: other.id.value,
            field,
            value: plainText(span),
            otherValue: plainText(otherSpan),
          },
          {
            on: indicator,
            inChinese:
              field === "direction"
                ? { value: directionInChinese(span), otherValue: directionInChinese(otherSpan) }
                : null,
            related: [{ span: otherSpan, note: { en: "the other name", zhHans: "另一名称" } }],
            ...(severity === undefined ? {} : { severity }),
          },
        );
      }
    }
  },
});

/** What is written, without the quotation marks of YAML. */
function plainText(span: Span): string {
  return spanText(span).replace(/^(["'])(.*)\1$/su, "$2");
}

const directions: Readonly<Record<string, string>> = { increase: "上升", decrease: "下降", maintain: "保持" };

function directionInChinese(span: Span): string {
  return own(directions, plainText(span)) ?? plainText(span);
}

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

/** What says how the quantity is counted and who answers for it. */
function furtherDifferences(a: Indicator, b: Indicator): readonly Difference[] {
  const found: Difference[] = [];
  const hold = (
    field: Field,
    own: Given<unknown> | null,
    other: Given<unknown> | null,
    severity: Severity,
  ) => {
    if (own === null || other === null || plain(own) === plain(other)) return;
    found.push({ field, span: own.span, other: other.span, severity });
  };
  hold("definition", a.definition, b.definition, "warning");
  hold("of", a.counted?.of ?? null, b.counted?.of ?? null, "warning");
  hold("where", a.counted?.where ?? null, b.counted?.where ?? null, "warning");
  hold("window", a.counted?.window ?? null, b.counted?.window ?? null, "warning");
  if (a.value.origin === "given" && b.value.origin === "given" && !tellTotalAndFlow(a, b))
    hold("value", a.value, b.value, "warning");
  hold("collected", a.collected?.by ?? null, b.collected?.by ?? null, "info");
  const [lead, otherLead] = [a.owner[0]?.is.value.lead ?? null, b.owner[0]?.is.value.lead ?? null];
  hold("owner", lead, otherLead, "error");
  hold("frequency", a.frequency[0]?.is ?? null, b.frequency[0]?.is ?? null, "warning");
  return found;
}

/** Width, case, blanks and signs of division apart. */
function plain({ value }: Given<unknown>): string {
  return String(value)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[÷]/g, "/")
    .replace(/[\s，。,.;；]/g, "");
}

/** The one is a total, the other an amount of each period. */
function tellTotalAndFlow(a: Indicator, b: Indicator): boolean {
  const kinds = [a, b].map(({ targets }) => new Set(targets.map(({ kind }) => kind)));
  return kinds.some((k) => k.has("hold")) && kinds.some((k) => k.has("reach") || k.has("total"));
}

function dayOf({ is }: Indicator["baseline"][number]): number | null {
  return is.value.at?.value.period?.end ?? null;
}

/** Bare numbers are in the unit of their indicator. Values that cannot be converted are told by other rules. */
function agree(a: Quantity, ofA: Indicator, b: Quantity, ofB: Indicator): boolean {
  const converted = convert(b.value, b.unit ?? ofB.unit?.value ?? null, a.unit ?? ofA.unit?.value ?? null);
  return converted === null || converted.eq(a.value);
}
