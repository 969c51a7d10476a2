/**
 * Widths of the columns of a table by what stands in them: a document's tables hold names of four characters in one plan
 * and of forty in the next, and no fixed share suits both. Tables ask for it with `data-fit="EMS"`, the room that they
 * have on paper in ems of their letters, and `data-split-days` where days below figures may be broken behind the year.
 */
import { textWidth } from "./charts/svg.ts";
import { columnShares, type FittedColumn } from "./column-shares.ts";

const fittedTable =
  /<table\b([^>]*?) data-fit="(\d{1,3})(?: (\d{1,3}))?"( data-split-days)?([^>]*)>([\s\S]*?)<\/table>/g;
const tableRow = /<tr\b([^>]*)>([\s\S]*?)<\/tr>/g;
const tableCell = /<t([hd])\b([^>]*)>([\s\S]*?)<\/t\1>/g;
/** A column that is written in by hand states the ems that it needs, one of statuses the most that they may take. */
const asked = / data-least="(\d{1,2})"/;
const acrossColumns = / colspan=/;
const badge = /class="(?:status|severity)[ "]/;
/** Statuses are set in smaller letters within a frame. */
const inBadge = 0.875;
const badgeFrame = 1.1;
const lineEnd = /<br\s*\/?>|<\/(?:div|p|li)>/g;
const tag = /<[^>]*>/g;
const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};

/** The document with the widths of columns before the head of every table that asks for them. */
export function withFittedColumns(html: string): string {
  if (!html.includes(' data-fit="')) return html;
  return html.replace(
    fittedTable,
    (
      _,
      before: string,
      room: string,
      tablet: string | undefined,
      isSplit: string | undefined,
      after: string,
      inner: string,
    ) => {
      const columns = columnsOf(isSplit === undefined ? inner : splitDays(inner));
      const shares = columnShares(columns, Number(room));
      const narrow = tablet === undefined ? null : columnShares(columns, Number(tablet));
      const marked = shares.map((share, i) =>
        narrow === null
          ? `<col style="width:${share}%">`
          : `<col style="--wide:${share}%;--tablet:${narrow[i]}%">`,
      );
      return `<table${before}${after}><colgroup>${marked.join("")}</colgroup>${inner}</table>`;
    },
  );
}

/**
 * A table of many columns may have no room for whole days: those below a figure may be broken, at the cost of a line. They
 * are set in small letters, so that they take the width of their text without its last sign, in English the last two.
 */
function splitDays(table: string): string {
  return table
    .replace(/(<div class="small date">\d{4}年)(\d{1,2}月\d{1,2})日/g, "$1 $2")
    .replace(/(<div class="small date">\d{1,2} [A-Z][a-z]{2} \d\d)\d\d/g, "$1");
}

/** What stands in the columns of a table; a row that goes across several is in none. */
function columnsOf(table: string): readonly FittedColumn[] {
  const columns: { least: number; badges: number; head: readonly string[]; cells: (readonly string[])[] }[] =
    [];
  for (const [, , row = ""] of table.matchAll(tableRow)) {
    if (acrossColumns.test(row)) continue;
    const isHead = columns.length === 0;
    [...row.matchAll(tableCell)].forEach(([, , attributes = "", inner = ""], i) => {
      const lines = linesOf(inner);
      const column = columns[i];
      if (isHead)
        columns.push({ least: Number(asked.exec(attributes)?.[1] ?? 0), badges: 0, head: lines, cells: [] });
      else if (column !== undefined) {
        column.cells.push(lines);
        if (column.least > 0 && badge.test(inner)) column.badges = Math.max(column.badges, badgeWidth(lines));
      }
    });
  }
  return columns.map(({ least, badges, head, cells }) => ({
    least: badges === 0 ? least : Math.min(least, badges),
    head,
    cells,
  }));
}

function badgeWidth(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => textWidth(line, inBadge) + badgeFrame));
}

/** The lines of a cell as text. */
function linesOf(inner: string): readonly string[] {
  return inner
    .replace(lineEnd, "\n")
    .replace(tag, "")
    .replace(/&(?:lt|gt|amp|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
