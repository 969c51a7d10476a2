/**
 * The value reported for a part is not above the value reported for its whole.
 *
 * Looks at: observations of indicators with `part-of` against those of the whole for the same time, entity and units that
 * convert; where the bases are stated to differ, nothing. Slices are not looked at.
 * Reports: the part's value; related: the value of the whole. Parts that add up to more (amounts only) are a warning, at the
 * last of them: they may overlap.
 * Source: DESIGN.md section 4 (a part larger than its whole).
 */
import Big from "big.js";
import { formatDecimal } from "../../plan/decimal.ts";
import { convert, isCount } from "../../plan/units.ts";
import type { Observation } from "../../records/records.ts";
import { type Span, spanText } from "../../text/source.ts";
import { defineRule, type ReportExtras } from "../define-rule.ts";
import { countOverOtherBases } from "../indicator/dated-figures.ts";
import { type Figures, figuresOf } from "../target/levels.ts";

type Args = {
  readonly part: string;
  readonly whole: string;
  readonly at: string;
  readonly value: string;
  readonly wholeValue: string;
  /** How many parts the value is the sum of. */
  readonly parts: number;
};

export const dataPartOfLarger = defineRule<Args>({
  code: "data/part-of-larger",
  severity: "error",
  named: ["part", "whole"],
  text: {
    en: {
      title: "Reported part larger than its whole",
      message: (a) =>
        a.parts > 1
          ? `${a.part} and the other parts of ${a.whole} (${a.parts} in all) add up to ${a.value} for ${a.at}, more than ${a.wholeValue}; do they overlap?`
          : `${a.part}: ${a.value} for ${a.at} is more than ${a.wholeValue} of ${a.whole}, of which it is a part`,
      why: "A part can never be more than the whole at the same time, so one of the two was entered wrongly.",
      fix: "Correct one of the two values, or remove `part-of` if it is not a part.",
    },
    zhHans: {
      title: "填报的部分大于整体",
      message: (a) =>
        a.parts > 1
          ? `“${a.part}”等 ${a.parts} 个部分在“${a.at}”合计为“${a.value}”，大于整体“${a.whole}”的“${a.wholeValue}”，各部分是否有交叉须核实`
          : `“${a.part}”在“${a.at}”的“${a.value}”大于其所属整体“${a.whole}”的“${a.wholeValue}”`,
      why: "同一时点，部分不可能大于整体，必有一处填报有误。",
      fix: "更正其中一处数值；并非从属关系的，删去 `part-of`。",
    },
  },
  check({ plan, records, report }) {
    const pairs = pairsOf(figuresOf(plan));
    if (pairs.length === 0 || records.observations.length === 0) return;
    const wanted = new Set(
      pairs.flatMap(({ part, whole }) => [part.indicator.id.value, whole.indicator.id.value]),
    );
    const byKey = new Map<string, Observation>();
    for (const one of records.observations) {
      if (one.value === null || one.slices.size > 0 || !wanted.has(one.indicator)) continue;
      byKey.set(keyOf(one.indicator, one), one);
    }
    tellSums(pairs, byKey, report);
    const wholes = new Map(pairs.map((pair) => [pair.part.indicator.id.value, pair] as const));
    for (const one of byKey.values()) {
      const pair = wholes.get(one.indicator);
      const above = pair === undefined ? undefined : byKey.get(keyOf(pair.whole.indicator.id.value, one));
      if (pair === undefined || one.value === null || above === undefined || above.value === null) continue;
      const value = convert(one.value.value, pair.part.unit, pair.whole.unit);
      if (value === null || value.lte(above.value.value)) continue;
      const args = {
        part: one.indicator,
        whole: above.indicator,
        at: spanText(one.at.span),
        value: spanText(one.value.span),
        wholeValue: spanText(above.value.span),
        parts: 1,
      };
      const related = [{ span: above.value.span, note: { en: "the whole", zhHans: "整体" } }];
      report(one.value.span, args, { on: pair.part.indicator, related });
    }
  },
});

type Report = (span: Span, args: Args, extras: ReportExtras) => void;

/** Amounts of two parts or more against their whole, time by time. */
function tellSums(pairs: readonly Pair[], byKey: ReadonlyMap<string, Observation>, report: Report): void {
  const byWhole = new Map<Figures, Pair[]>();
  for (const pair of pairs) {
    if (!isCount(pair.whole.unit?.dimension ?? "") || pair.part.unit?.key !== pair.whole.unit?.key) continue;
    const siblings = byWhole.get(pair.whole);
    if (siblings === undefined) byWhole.set(pair.whole, [pair]);
    else siblings.push(pair);
  }
  const wholes = new Map([...byWhole.keys()].map((whole) => [whole.indicator.id.value, whole] as const));
  for (const one of byKey.values()) {
    const whole = wholes.get(one.indicator);
    const parts = (whole === undefined ? [] : (byWhole.get(whole) ?? [])).flatMap(
      ({ part }) => byKey.get(keyOf(part.indicator.id.value, one)) ?? [],
    );
    const values = parts.flatMap(({ value }) => value ?? []);
    const last = parts.at(-1);
    if (one.value === null || last === undefined || last.value === null || values.length < 2) continue;
    const most = one.value.value;
    const sum = values.reduce((total, { value }) => total.plus(value), new Big(0));
    if (sum.lte(most) || values.some(({ value }) => value.gt(most))) continue;
    const args = {
      part: last.indicator,
      whole: one.indicator,
      at: spanText(one.at.span),
      value: `${values.map(({ value }) => formatDecimal(value)).join(" + ")} = ${formatDecimal(sum)}`,
      wholeValue: spanText(one.value.span),
      parts: values.length,
    };
    const related = [
      { span: one.value.span, note: { en: "the whole", zhHans: "整体" } },
      ...values.slice(0, -1).map(({ span }) => ({ span, note: { en: "added", zhHans: "计入合计" } })),
    ];
    report(last.value.span, args, { on: whole?.indicator ?? null, related, severity: "warning" });
  }
}

interface Pair {
  readonly part: Figures;
  readonly whole: Figures;
}

function pairsOf(all: readonly Figures[]): readonly Pair[] {
  const byId = new Map(all.map((figures) => [figures.indicator.id.value, figures] as const));
  return all.flatMap((part): Pair[] => {
    const whole = part.indicator.partOf === null ? undefined : byId.get(part.indicator.partOf.value);
    if (whole === undefined || whole === part || countOverOtherBases(part, whole)) return [];
    return part.indicator.value.value === whole.indicator.value.value ? [{ part, whole }] : [];
  });
}

function keyOf(indicator: string, { entity, at }: Observation): string {
  return `${indicator}\u0000${entity ?? ""}\u0000${at.value.start}..${at.value.end}`;
}
