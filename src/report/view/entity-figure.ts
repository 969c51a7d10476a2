/** Status over entities as a figure. */
import type { IndicatorRow, Status } from "../../indicators/results.ts";
import { drawCellGrid } from "../charts/cell-grid.ts";
import type { ChartFigure } from "../charts/chart-figure.ts";
import { chartName, dataCaption, leftOffNote, legendCells, word } from "./chart-texts.ts";
import { personText, statusMark, type ViewContext } from "./context.ts";
import { isUnasked } from "./entity-table.ts";
import {
  countsText,
  drawnRows,
  mostGridRows,
  statusCell,
  statusText,
  worstThatFit,
} from "./status-figures.ts";
import { compareStatuses, worstFirst } from "./worst-first.ts";

/** More entities than these are told by counts, not by a column each. */
const mostColumns = 8;

/** Status of the entities: a column for each where there are few, else counts by status, worst entity first. Null without any. */
export function entityStatusFigure(context: ViewContext): ChartFigure | null {
  const rows = context.compilation.results.rows.filter(
    (row) => row.entity !== null && row.indicator.role?.value !== "context" && !isUnasked(row),
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
  const shown = worstThatFit(all, (a, b) => compareStatuses(worst(a.own), worst(b.own)));
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
    { head: [word("indicatorHead", context), ...names], rows: told, ...drawnRows(all, shown) },
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
