/** Status over dimensions as a figure, and what all figures of statuses share. */
import type { IndicatorRow, RollUp, Status } from "../../indicators/results.ts";
import { itemById } from "../../plan/item-by-id.ts";
import type { GridCell } from "../charts/cell-grid.ts";
import type { ChartFigure, ChartTable } from "../charts/chart-figure.ts";
import { drawStatusMap } from "../charts/status-map.ts";
import { cellOf, chartName, dataCaption, leftOffNote, legendCells, word } from "./chart-texts.ts";
import { statusMark, type ViewContext } from "./context.ts";
import { compareStatuses, worstFirst } from "./worst-first.ts";

/** Rows of cells that fit one page. */
export const mostGridRows = 28;

/** Rows of the plan that are judged, in plan order. */
export function judgedRows({ compilation }: ViewContext): readonly IndicatorRow[] {
  return compilation.results.rows.filter(
    (row) => row.entity === null && row.indicator.role?.value !== "context",
  );
}

/** The rows that a picture shows when not all fit: the worst, in their own order. */
export function worstThatFit<T>(rows: readonly T[], byWorst: (a: T, b: T) => number): readonly T[] {
  if (rows.length <= mostGridRows) return rows;
  const kept = new Set([...rows].sort(byWorst).slice(0, mostGridRows));
  return rows.filter((row) => kept.has(row));
}

/** Which rows of a table its picture shows, for a picture that leaves some out. */
export function drawnRows<T>(all: readonly T[], shown: readonly T[]): Pick<ChartTable, "isDrawn"> {
  if (shown.length === all.length) return {};
  const drawn = new Set(shown);
  return { isDrawn: all.map((row) => drawn.has(row)) };
}

/** A status as a cell in the language of the report. */
export function statusCell(status: Status, { speaker }: ViewContext): GridCell {
  return cellOf(statusMark(status, speaker));
}

interface DimensionRow {
  readonly label: string;
  readonly strong: boolean;
  readonly status: Status;
  readonly of: readonly IndicatorRow[];
}

/** Every indicator as a square beside its dimension; one row where the plan has no dimensions. Null without indicators. */
export function dimensionStatusFigure(context: ViewContext): ChartFigure | null {
  const id = "chart-dimensions";
  const judged = judgedRows(context);
  if (judged.length === 0) return null;
  const rows = dimensionRows(judged, context);
  const shown = worstThatFit(rows, (a, b) => compareStatuses(a.status, b.status));
  const hasDimensions = rows.length > 1;
  const caption = word(hasDimensions ? "dimensionCaption" : "planCaption", context);
  const told = rows.map((row) => [row.label, statusText(row.status, context), countsText(row.of, context)]);
  const svg = drawStatusMap({
    id,
    title: caption,
    description: sentence(told, context),
    rows: shown.map((row) => ({
      label: row.label,
      strong: row.strong,
      status: statusCell(row.status, context),
      // Behind the whole plan its indicators would stand once more.
      squares: row.strong && hasDimensions ? [] : squaresOf(row.of, context),
    })),
    legend: legendCells(judged.map(({ status }) => statusCell(status, context))),
  });
  if (svg === null) return null;
  return {
    id,
    svgHtml: svg,
    caption: dataCaption(caption, context),
    note: leftOffNote(rows.length - shown.length, context),
    tableLabel: word("tableLabel", context),
    table: {
      head: [word("dimensionHead", context), word("statusHead", context), word("countsHead", context)],
      rows: told,
    },
  };
}

function dimensionRows(judged: readonly IndicatorRow[], context: ViewContext): readonly DimensionRow[] {
  const { plan, compilation } = context;
  const { dimensions, plan: whole } = compilation.results;
  const byDimension = new Map<string | null, IndicatorRow[]>();
  for (const row of judged) {
    const found = itemById(plan.dimensions, row.indicator.dimension?.value)?.id.value ?? null;
    const group = byDimension.get(found);
    if (group === undefined) byDimension.set(found, [row]);
    else group.push(row);
  }
  const named = dimensions.flatMap(({ id, status }: RollUp) => {
    const of = byDimension.get(id) ?? [];
    const dimension = itemById(plan.dimensions, id ?? undefined);
    const label = chartName(dimension?.name ?? null, id ?? "", context);
    return of.length === 0 ? [] : [{ label, strong: false, status, of }];
  });
  const all = { label: word("wholePlan", context), strong: true, status: whole.status, of: judged };
  if (named.length === 0) return [all];
  const rest = byDimension.get(null) ?? [];
  const without =
    rest.length === 0
      ? []
      : [{ label: word("dimensionless", context), strong: false, status: worstOf(rest), of: rest }];
  return [...named, ...without, all];
}

function worstOf(rows: readonly IndicatorRow[]): Status {
  return worstFirst.find((status) => rows.some((row) => row.status === status)) ?? "not-due";
}

function squaresOf(rows: readonly IndicatorRow[], context: ViewContext): readonly GridCell[] {
  return worstFirst.flatMap((status) =>
    rows.filter((row) => row.status === status).map(() => statusCell(status, context)),
  );
}

const noBreak = "\u00a0";

/** `● on track`, for tables; no line ends inside it. */
export function statusText(status: Status, { speaker }: ViewContext): string {
  const { mark, word: shown } = statusMark(status, speaker);
  return `${mark} ${shown}`.replaceAll(" ", noBreak);
}

/** `● on track 3, ◆ at risk 1`: how many rows have each status, worst first. */
export function countsText(rows: readonly { readonly status: Status }[], context: ViewContext): string {
  return worstFirst
    .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${statusText(status, context)} ${count}`)
    .join(context.labels.listComma);
}

/** Most rows that a description tells. */
const mostTold = 12;

/** Rows of a table as sentences, for those who cannot see the picture. */
export function sentence(rows: readonly (readonly string[])[], { labels, speaker }: ViewContext): string {
  return rows
    .slice(0, mostTold)
    .map(([first = "", ...rest]) => `${first}${labels.colon}${rest.join(labels.listComma)}`)
    .join(speaker.chinese ? "；" : "; ");
}
