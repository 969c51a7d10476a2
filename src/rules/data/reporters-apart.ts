/**
 * Several who report a part each of one sum report for the same periods.
 *
 * Looks at: observations of levels and running totals that are added up (`aggregation: sum`) and name their reporters, for each
 * entity: reporters of whom no two ever report one period. Each value is then taken for the whole, as where one takes over
 * from another. Amounts (`value: flow`) add up whoever reports them.
 * Reports: the first row of the second reporter; related: the first row of the first. A warning where an earlier reporter comes back after
 * another, which is no taking over.
 * Source: ENGINE.md section 8 (reporters combine as the plan declares).
 */
import type { Observation } from "../../records/records.ts";
import { defineRule } from "../define-rule.ts";

type Args = { readonly indicator: string; readonly reporter: string; readonly before: string };

export const dataReportersApart = defineRule<Args>({
  code: "data/reporters-apart",
  severity: "info",
  named: ["indicator"],
  text: {
    en: {
      title: "Reporters of different periods",
      message: (a) =>
        `${a.indicator}: "${a.reporter}" and "${a.before}" never report the same period; each of their values is taken for the whole`,
      why: "If each reports a part, the sum of both is nowhere, and the latest part alone is judged.",
      fix: "Let all who report a part report for the same periods; where one has taken over from the other, nothing need be done.",
    },
    zhHans: {
      title: "多个填报人分期填报",
      message: (a) =>
        `指标“${a.indicator}”的填报人“${a.reporter}”与“${a.before}”从未填报同一期数据，各期数值均按整体计`,
      why: "如各自填报的只是一部分，则合计数无从得出，只按最近一期的部分数评定。",
      fix: "各填一部分的，应按相同报告期填报；属于填报人更换的，不必处理。",
    },
  },
  check({ plan, records, report }) {
    const summed = new Map(
      plan.indicators
        .filter(({ value, aggregation }) => value.value !== "flow" && aggregation?.value === "sum")
        .map((indicator) => [indicator.id.value, indicator] as const),
    );
    if (summed.size === 0) return;
    const series = new Map<string, Observation[]>();
    for (const row of records.observations) {
      if (row.reporter === null || !summed.has(row.indicator) || row.slices.size > 0) continue;
      if (row.missing !== null) continue;
      const key = `${row.indicator}\u0000${row.entity ?? ""}`;
      const rows = series.get(key);
      if (rows === undefined) series.set(key, [row]);
      else rows.push(row);
    }
    for (const rows of series.values()) {
      const apart = findApart(rows);
      if (apart === null) continue;
      const { first, second, returns } = apart;
      const args = {
        indicator: second.indicator,
        reporter: nameOf(second),
        before: nameOf(first),
      };
      const related = [
        { span: (first.reporter ?? first).span, note: { en: "the other", zhHans: "另一填报人" } },
      ];
      const extras = { on: summed.get(second.indicator) ?? null, related };
      report((second.reporter ?? second).span, args, returns ? { ...extras, severity: "warning" } : extras);
    }
  },
});

function nameOf({ reporter }: Observation): string {
  return reporter?.value ?? "";
}

interface Apart {
  readonly first: Observation;
  readonly second: Observation;
  /** Somebody reports again after somebody else has. */
  readonly returns: boolean;
}

/** Null where one reports alone, or two have ever reported one period. */
function findApart(rows: readonly Observation[]): Apart | null {
  const inOrder = rows.toSorted((a, b) => a.at.value.end - b.at.value.end);
  const [first] = inOrder;
  const second = inOrder.find((row) => first !== undefined && nameOf(row) !== nameOf(first));
  if (first === undefined || second === undefined) return null;
  const reporterOf = new Map<string, string>();
  for (const row of inOrder) {
    const key = `${row.at.value.start}:${row.at.value.end}`;
    const other = reporterOf.get(key) ?? nameOf(row);
    if (other !== nameOf(row)) return null;
    reporterOf.set(key, other);
  }
  const turns = inOrder.filter((row, i) => i === 0 || nameOf(row) !== nameOf(inOrder[i - 1] ?? row));
  return { first, second, returns: turns.length > new Set(turns.map(nameOf)).size };
}
