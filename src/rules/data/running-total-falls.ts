/**
 * A running total does not fall.
 *
 * Looks at: observations of indicators with `value: running-total`, entity by entity in order of time; a total that begins
 * anew with the year (each year's totals rise from a low start) is not one over the plan, but within a year it may not
 * fall either. A row that says that it was counted anew (`break`) or corrected (`revised`) is left alone.
 * Reports: the lower value; related: the earlier, higher one.
 * Source: FORMAT.md section 5 (`value: running-total` 累计值), DESIGN.md section 4 (impossible values).
 */
import { dateParts } from "../../plan/days.ts";
import type { Observation } from "../../records/records.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

type Args = {
  readonly indicator: string;
  readonly at: string;
  readonly value: string;
  readonly before: string;
  readonly beforeAt: string;
};

export const dataRunningTotalFalls = defineRule<Args>({
  code: "data/running-total-falls",
  severity: "warning",
  named: ["indicator"],
  text: {
    en: {
      title: "Running total falls",
      message: (a) =>
        `${a.indicator}: the running total is ${a.value} for ${a.at}, less than ${a.before} for ${a.beforeAt}`,
      why: "What has been counted stays counted: the values are amounts of each period, or one of them is wrong.",
      fix: "Correct the value; if the values are amounts of each period, set `value: flow`; if the way of counting changed, say so in `break`.",
    },
    zhHans: {
      title: "累计值下降",
      message: (a) =>
        `指标“${a.indicator}”在“${a.at}”的累计值为“${a.value}”，低于“${a.beforeAt}”的“${a.before}”`,
      why: "已计入的数量不会减少，不是填报有误，就是把当期值当作累计值填报。",
      fix: "更正数值；属于当期值的，改为 `value: flow`；口径有变化的，在 `break` 中说明。",
    },
  },
  check({ plan, records, report }) {
    const totals = new Map(
      plan.indicators
        .filter(({ value }) => value.value === "running-total")
        .map((indicator) => [indicator.id.value, indicator] as const),
    );
    if (totals.size === 0) return;
    const series = new Map<string, Observation[]>();
    for (const one of records.observations) {
      if (!totals.has(one.indicator) || one.value === null || one.slices.size > 0) continue;
      if (one.state !== "final") continue;
      const key = `${one.indicator}\u0000${one.entity ?? ""}`;
      const rows = series.get(key);
      if (rows === undefined) series.set(key, [one]);
      else rows.push(one);
    }
    for (const rows of series.values()) {
      rows.sort((a, b) => a.at.value.end - b.at.value.end);
      for (const [i, row] of rows.entries()) {
        const before = rows[i - 1];
        if (before === undefined || before.value === null || row.value === null || row.break !== null)
          continue;
        if (row.value.value.gte(before.value.value) || !isSameYear(before, row)) continue;
        const args = {
          indicator: row.indicator,
          at: spanText(row.at.span),
          value: spanText(row.value.span),
          before: spanText(before.value.span),
          beforeAt: spanText(before.at.span),
        };
        const related = [
          { span: before.value.span, note: { en: "the earlier total", zhHans: "前期累计值" } },
        ];
        report(row.value.span, args, { on: totals.get(row.indicator) ?? null, related });
      }
    }
  },
});

function isSameYear(a: Observation, b: Observation): boolean {
  return dateParts(a.at.value.end).year === dateParts(b.at.value.end).year;
}
