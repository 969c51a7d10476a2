/** All indicators by status, worst first: the report's map. */
import type { IndicatorRow } from "../../indicators/results.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, statusMark, type ViewContext } from "./context.ts";
import type { ReportExtent } from "./report-extent.ts";
import type { GridRow } from "./status-view.ts";
import { byWorst, worstFirst } from "./worst-first.ts";

/** One row for each status that occurs, in each the furthest behind first; `rows` in the order of their numbers. */
export function statusGrid(
  rows: readonly IndicatorRow[],
  { speaker }: ViewContext,
  { onPaper }: Pick<ReportExtent, "onPaper">,
): readonly GridRow[] {
  const numbered = rows
    .map((row, i) => ({ row, number: String(i + 1) }))
    .sort((a, b) => byWorst(a.row, b.row));
  return worstFirst
    .map((status) => ({ status, of: numbered.filter(({ row }) => row.status === status) }))
    .filter(({ of }) => of.length > 0)
    .map(({ status, of }) => ({
      ...statusMark(status, speaker),
      count: of.length,
      indicators: of.map(({ row, number }) => ({
        anchor: anchorOf("indicator", row.indicator.id.value),
        number,
        name: nameText(row.indicator.name, row.indicator.id.value, speaker),
        onPaper: onPaper(row),
      })),
    }));
}
