/** One indicator table → the indicators of a draft. */
import { isRemark, isTotal } from "../records/side-rows.ts";
import type { CsvCell } from "../tables/scan-csv.ts";
import { isBlank } from "./cell-texts.ts";
import type { Columns, PlainColumn } from "./columns.ts";
import type { CellPlace, DoubtBook } from "./doubt-book.ts";
import type { Doubt, DraftIndicator, Fact } from "./draft.ts";
import { type FindMerged, type GridRow, type IsChanged, textAt } from "./grid.ts";
import type { Head } from "./head.ts";
import { addRow, beginIndicator, finished, type IndicatorBuilder } from "./indicator-builder.ts";

/** A table with its headings found and its columns sorted. */
export interface SortedTable {
  readonly ordinal: number;
  readonly rows: readonly GridRow[];
  readonly head: Head;
  readonly columns: Columns;
  readonly findMerged: FindMerged;
  readonly isChanged: IsChanged;
  /** A unit that holds for all figures; null when none is stated. */
  readonly unit: Fact | null;
  readonly book: DoubtBook;
  /** Doubts that stand beside no indicator: about rows that are none, and about groups. */
  readonly leftOut: Doubt[];
  readonly place: (row: GridRow, column: number) => CellPlace;
}

/** The indicators of the rows below the headings; rows that are none are told, and added to `leftOut`. */
export function readIndicators(table: SortedTable): readonly DraftIndicator[] {
  const { rows, head, columns } = table;
  const found: IndicatorBuilder[] = [];
  let heading: string | null = null;
  const groupsAbove: string[] = [];
  const filled = new Set<number>();
  tellChangedHead(table);
  for (const row of rows.slice(head.last + 1)) {
    if (isHeadAgain(row, table) || isLeftOut(row, table)) continue;
    const named = groupOfRow(row, table);
    if (named !== null) {
      heading = named;
      groupsAbove.length = 0;
      continue;
    }
    const groups = [...(heading === null ? [] : [heading]), ...groupsOf(row, groupsAbove, filled, table)];
    const previous = found.at(-1);
    const at = nameColumn(row, columns);
    const name = at === null ? "" : textAt(row, at.at);
    const isFurther =
      previous !== undefined &&
      (name === "" ? hasFigures(row, columns) : name === previous.written && sameGroups(groups, previous));
    if (name === "" && !isFurther) {
      tellRow("nameless", row, table);
      continue;
    }
    if (previous !== undefined && isFurther) {
      const place = table.place(row, columns.names[0]?.at ?? 0);
      previous.doubts.push(table.book.doubt("further-row", place, "", previous.name));
      addRow(previous, row, table);
      continue;
    }
    const builder = beginIndicator({ name, groups, row, column: at?.at ?? 0 }, table);
    addRow(builder, row, table);
    found.push(builder);
  }
  return found.map((builder) => finished(builder, table));
}

/** Headings that hold tracked changes. */
function tellChangedHead({ rows, head, isChanged, leftOut, book, place }: SortedTable): void {
  for (const row of rows.slice(head.first, head.last + 1))
    row.cells.forEach(({ text }, at) => {
      if (isChanged(row.line, at)) leftOut.push(book.doubt("tracked", place(row, at), text));
    });
}

function nameColumn(row: GridRow, { names }: Columns): PlainColumn | null {
  return names.find(({ at }) => !isBlank(textAt(row, at))) ?? null;
}

function hasFigures(row: GridRow, { figures }: Columns): boolean {
  return figures.some(({ at }) => !isBlank(textAt(row, at)));
}

function sameGroups(groups: readonly string[], { groups: others }: IndicatorBuilder): boolean {
  return groups.filter((group) => !others.includes(group)).length === 0;
}

/** Headings are repeated at the head of each page. */
function isHeadAgain(row: GridRow, { rows, head }: SortedTable): boolean {
  return rows.slice(head.first, head.last + 1).some((one) => {
    const filled = one.cells.filter(({ text }) => text !== "");
    return filled.length > 1 && one.cells.every(({ text }, at) => text === textAt(row, at));
  });
}

function isLeftOut(row: GridRow, table: SortedTable): boolean {
  const texts = distinctTexts(row);
  const [first = ""] = texts;
  if (isRemark(first) && texts.length <= 2) {
    tellRow("note-row", row, table);
    return true;
  }
  const named = [first, ...table.columns.names.map(({ at }) => textAt(row, at))];
  const sumsUp = named.some(isTotal);
  if (sumsUp) tellRow("total-row", row, table);
  return sumsUp;
}

function tellRow(
  kind: "note-row" | "total-row" | "nameless",
  row: GridRow,
  { book, leftOut, place }: SortedTable,
): void {
  const at = row.cells.findIndex(({ text }) => text !== "");
  const text = kind === "total-row" ? textAt(row, at) : distinctTexts(row).join(" | ");
  leftOut.push(book.doubt(kind, place(row, Math.max(at, 0)), text));
}

function distinctTexts({ cells }: GridRow): readonly string[] {
  return [...new Set(cells.map(({ text }) => text).filter((text) => text !== ""))];
}

const enumerated =
  /^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[部章类]|[IVX]{1,4}[.、]|[A-Z][.、]\s)/;
const ordinal = /^(?:[一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十]{1,3}[)）]|[IVX]{1,4})[、.．]?$/;

/** The text of a row that heads the rows below it (一、经济发展); null for other rows. */
function groupOfRow(row: GridRow, { columns, findMerged }: SortedTable): string | null {
  const numbers = new Set((columns.plain.get("number") ?? []).map(({ at }) => at));
  const own = row.cells.flatMap((cell: CsvCell, at) =>
    numbers.has(at) || cell.text === "" ? [] : [{ at, text: cell.text }],
  );
  const number = [...numbers].map((at) => textAt(row, at)).find((text) => text !== "") ?? "";
  const texts = new Set(own.map(({ text }) => text));
  const [only] = own;
  if (only === undefined) return number !== "" && enumerated.test(number) ? number : null;
  if (texts.size !== 1) return null;
  const range = findMerged(row.line, only.at);
  const isWide = range !== null && range.lastColumn > range.firstColumn && range.lastLine === range.firstLine;
  const named = columns.names.some(({ at }) => at === only.at);
  const isHeading =
    isWide ||
    own.length > 1 ||
    enumerated.test(only.text) ||
    ordinal.test(number) ||
    (!named && number === "");
  if (!isHeading) return null;
  return number !== "" && number !== only.text
    ? `${number}${/[、.．]$/.test(number) ? "" : "、"}${only.text}`
    : only.text;
}

/** Groups of a row by its columns; an empty cell takes the group above it, while no wider group changes. */
function groupsOf(
  row: GridRow,
  above: string[],
  filled: Set<number>,
  { columns, book, leftOut, place }: SortedTable,
): readonly string[] {
  let same = true;
  const used = nameColumn(row, columns)?.at;
  const groups = columns.groups.map((column, i) => {
    const own = textAt(row, column.at);
    const before = above[i] ?? "";
    if (own !== "") {
      if (own !== before) same = false;
      above[i] = own;
      return own;
    }
    if (!same || before === "" || column.at === used) {
      above[i] = "";
      return "";
    }
    if (!filled.has(column.at))
      leftOut.push(book.doubt("empty-group", place(row, column.at), column.heading, before));
    filled.add(column.at);
    return before;
  });
  return groups.filter((group, i) => group !== "" && columns.groups[i]?.at !== used);
}
