/** A table as rows of texts with their places. */
import { type CsvCell, type CsvRow, scanCsv } from "../tables/scan-csv.ts";
import { positionAt, type SourceFile, type Span } from "../text/source.ts";

/** A merged range; lines one-based, columns zero-based, ends inclusive. */
export interface MergedRange {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A table as it came: a sheet, a CSV file, a table of a Word document; row n is line n of the text where it was made of one. */
export interface DraftTable {
  /** As CSV; each cell of a merged range holds its text, a figure only the first row. */
  readonly file: SourceFile;
  readonly merged: readonly MergedRange[];
  /** What stands above the table outside it, the last line nearest to it. */
  readonly above: readonly string[];
  /** Cells with tracked changes that nobody accepted; line one-based, column zero-based. */
  readonly changed: readonly { readonly line: number; readonly column: number }[];
}

export interface GridRow {
  readonly line: number;
  readonly cells: readonly CsvCell[];
  readonly span: Span;
}

/** Most rows of a table that are read: no plan has more indicators, and the draft is held in memory. */
export const mostRows = 20_000;

/** The rows that hold something; `cut` is the first that is not read. */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly cut: Span | null;
}

/** The rows of a table, up to the limit. */
export function gridOf({ file }: DraftTable): Grid {
  const { header, rows } = scanCsv(file);
  if (header === null) return { rows: [], cut: null };
  const found: GridRow[] = [];
  for (const { span, cells } of rowsOf(header, rows)) {
    if (found.length === mostRows) return { rows: found, cut: span };
    found.push({ line: positionAt(file, span.start).line, cells: cells.map(inOneLine), span });
  }
  return { rows: found, cut: null };
}

/** Cells of CSV files may hold line ends, which only break a text for the eye. */
function inOneLine(cell: CsvCell): CsvCell {
  return /[\r\n]/.test(cell.text) ? { ...cell, text: cell.text.replace(/[\r\n]+[ \t]*/g, " ") } : cell;
}

function* rowsOf(header: CsvRow, rows: Iterable<CsvRow>): Generator<CsvRow> {
  yield header;
  yield* rows;
}

/** Text of a cell; empty where the row has none. */
export function textAt(row: GridRow | undefined, column: number): string {
  return row?.cells[column]?.text ?? "";
}

/** Finds the merged range that a cell lies in; null for a cell by itself. */
export type FindMerged = (line: number, column: number) => MergedRange | null;

/** The merged ranges of a table by their lines; the reader of the file has bounded how many cells they have together. */
export function mergedFinder({ merged }: DraftTable): FindMerged {
  const byLine = new Map<number, MergedRange[]>();
  for (const range of merged) {
    for (let line = range.firstLine; line <= range.lastLine; line++) {
      const there = byLine.get(line);
      if (there === undefined) byLine.set(line, [range]);
      else there.push(range);
    }
  }
  return (line, column) =>
    byLine.get(line)?.find(({ firstColumn, lastColumn }) => column >= firstColumn && column <= lastColumn) ??
    null;
}

/** True for the cells that hold tracked changes. */
export type IsChanged = (line: number, column: number) => boolean;

export function changeFinder({ changed }: DraftTable): IsChanged {
  const cells = new Set(changed.map(({ line, column }) => `${line} ${column}`));
  return (line, column) => cells.size > 0 && cells.has(`${line} ${column}`);
}
