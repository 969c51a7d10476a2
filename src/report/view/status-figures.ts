/** Status over dimensions and over entities as figures. */
import type { IndicatorRow, RollUp, Status } from "../../indicators/results.ts";
import { itemById } from "../../plan/item-by-id.ts";
import { drawCellGrid, type GridCell } from "../charts/cell-grid.ts";
import type { ChartFigure } from "../charts/chart-figure.ts";
import { drawStatusMap } from "../charts/status-map.ts";
import { cellOf, chartName, dataCaption, leftOffNote, legendCells, word } from "./chart-texts.ts";
import { personText, statusMark, type ViewContext } from "./context.ts";
import { worstFirst } from "./worst-first.ts";

/** Rows of cells that fit one page. */
export const mostGridRows = 28;

/** Rows of the plan that are judged, in plan order. */
export function judgedRows({ compilation }: ViewContext): readonly IndicatorRow[] {
  return compilation.results.rows.filter(
    (row) => row.entity === null && row.indicator.role?.value !== "context",
  );
}

/** The rows that a picture shows when not all fit: the worst, in their own order. */
export function worstThatFit<T>(rows: readonly T[], statusOf: (row: T) => Status): readonly T[] {
  if (rows.length <= mostGridRows) return rows;
  const ranked = rows
    .map((row, i) => ({ i, rank: worstFirst.indexOf(statusOf(row)) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .slice(0, mostGridRows);
  const kept = new Set(ranked.map(({ i }) => i));
  return rows.filter((_, i) => kept.has(i));
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
  const shown = worstThatFit(rows, ({ status }) => status);
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

function countsText(rows: readonly { readonly status: Status }[], context: ViewContext): string {
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

/** More entities than these are told by counts, not by a column each. */
const mostColumns = 8;

/** Status of the entities: a column for each where there are few, else counts by status, worst entity first. Null without any. */
export function entityStatusFigure(context: ViewContext): ChartFigure | null {
  const rows = context.compilation.results.rows.filter(
    (row) => row.entity !== null && row.indicator.role?.value !== "context",
  );
  if (rows.length === 0) return null;
  const entities = entityOrder(rows, context);
  return entities.length <= mostColumns
    ? entityGrid(rows, entities, context)
    : entityCounts(rows, entities, context);
}

const entityId = "chart-entities";

/** Entities that have rows: those of the plan in its order, then those that only stand in data. */
function entityOrder(rows: readonly IndicatorRow[], { plan }: ViewContext): readonly string[] {
  const present = new Set(rows.map((row) => row.entity ?? ""));
  const listed = plan.entities.map((entity) => entity.id.value).filter((one) => present.has(one));
  return [...new Set([...listed, ...present])];
}

function entityGrid(
  rows: readonly IndicatorRow[],
  entities: readonly string[],
  context: ViewContext,
): ChartFigure | null {
  const cells = new Map<IndicatorRow["indicator"], Map<string, Status>>();
  for (const { indicator, entity, status } of rows) {
    const own = cells.get(indicator) ?? new Map<string, Status>();
    cells.set(indicator, own.set(entity ?? "", status));
  }
  const worst = (own: ReadonlyMap<string, Status>): Status =>
    worstFirst.find((status) => [...own.values()].includes(status)) ?? "not-due";
  const all = [...cells].map(([indicator, own]) => ({
    label: chartName(indicator.name, indicator.id.value, context),
    own,
  }));
  const shown = worstThatFit(all, ({ own }) => worst(own));
  const names = entities.map((one) => personText(one, context));
  const told = all.map(({ label, own }) => [
    label,
    ...entities.map((one) => {
      const status = own.get(one);
      return status === undefined ? context.labels.none : statusText(status, context);
    }),
  ]);
  const grid = shown.map(({ label, own }) => ({
    label,
    strong: false,
    cells: entities.map((one) => {
      const status = own.get(one);
      return status === undefined ? null : statusCell(status, context);
    }),
  }));
  const svg = drawCellGrid({
    ...entityNames(rows, context),
    columns: names.map((name) => [name]),
    rows: grid,
    legend: legendCells(grid.flatMap((row) => row.cells)),
  });
  return entityFigure(
    svg,
    { head: [word("indicatorHead", context), ...names], rows: told },
    all.length - shown.length,
    context,
  );
}

/** Most entities in the table of counts. */
const mostListed = 100;

function entityCounts(
  rows: readonly IndicatorRow[],
  entities: readonly string[],
  context: ViewContext,
): ChartFigure | null {
  const counts = new Map<string, Map<Status, number>>(entities.map((one) => [one, new Map()]));
  const total = new Map<Status, number>();
  for (const { entity, status } of rows) {
    const own = counts.get(entity ?? "");
    own?.set(status, (own.get(status) ?? 0) + 1);
    total.set(status, (total.get(status) ?? 0) + 1);
  }
  const columns = worstFirst.filter((status) => total.has(status));
  const ranked = [...counts].sort(([, a], [, b]) => compareCounts(a, b));
  const listed = [[null, total] as const, ...ranked];
  const label = (one: string | null): string =>
    one === null ? word("allEntities", context) : personText(one, context);
  const svg = drawCellGrid({
    ...entityNames(rows, context),
    columns: columns.map((status) => [statusMark(status, context.speaker).word]),
    rows: listed.slice(0, mostGridRows).map(([one, own]) => ({
      label: label(one),
      strong: one === null,
      cells: columns.map((status) => {
        const count = own.get(status);
        return count === undefined ? null : { ...statusCell(status, context), word: String(count) };
      }),
    })),
    legend: [],
  });
  const table = {
    head: [word("entityHead", context), ...columns.map((status) => statusText(status, context))],
    rows: listed
      .slice(0, mostListed)
      .map(([one, own]) => [label(one), ...columns.map((status) => String(own.get(status) ?? 0))]),
  };
  return entityFigure(
    svg,
    table,
    Math.min(listed.length, mostListed) - mostGridRows,
    context,
    listed.length - mostListed,
  );
}

/** More of what is worse stands first. */
function compareCounts(a: ReadonlyMap<Status, number>, b: ReadonlyMap<Status, number>): number {
  for (const status of worstFirst) {
    const difference = (b.get(status) ?? 0) - (a.get(status) ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function entityNames(
  rows: readonly IndicatorRow[],
  context: ViewContext,
): { readonly id: string; readonly title: string; readonly description: string } {
  const counts = countsText(rows, context);
  return {
    id: entityId,
    title: word("entityCaption", context),
    description: `${word("allEntities", context)}${context.labels.colon}${counts}`,
  };
}

function entityFigure(
  svg: string | null,
  table: NonNullable<ChartFigure["table"]>,
  leftOff: number,
  context: ViewContext,
  unlisted = 0,
): ChartFigure | null {
  if (svg === null) return null;
  const { speaker } = context;
  const rest =
    unlisted <= 0
      ? null
      : speaker.say({
          en: `${unlisted} further entities are not listed here.`,
          zhHans: `其余${unlisted}个实施单位未在此列出。`,
        });
  const notes = [leftOffNote(leftOff, context), rest].filter((note) => note !== null);
  return {
    id: entityId,
    svgHtml: svg,
    caption: dataCaption(word("entityCaption", context), context),
    note: notes.length === 0 ? null : notes.join(speaker.chinese ? "" : " "),
    tableLabel: word("tableLabel", context),
    table,
  };
}
