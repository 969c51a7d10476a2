/** A data file as rows of named cells: headings settled, broken rows reported and left out. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Given } from "../plan/given.ts";
import { positionAt, type SourceFile, type Span } from "../text/source.ts";
import {
  duplicateHeading,
  emptyDataFile,
  missingColumn,
  noHeadings,
  raggedRow,
  tooManyColumns,
  tooManyRows,
  unclosedQuote,
  unknownHeading,
  unusualDelimiter,
} from "./codes.ts";
import { type Column, findColumn, foldHeading } from "./columns.ts";
import { type CsvCell, type CsvRow, type CsvTable, mostCells, scanCsv } from "./scan-csv.ts";

/** One row: column name → cell; an empty cell has an empty text. */
export interface TableRow {
  readonly span: Span;
  readonly cells: ReadonlyMap<string, Given<string>>;
}

/** The columns of a table. */
export interface TableShape {
  readonly columns: readonly Column[];
  /** Column that a heading beyond `columns` states; null when the heading is none, and then it is reported. */
  readonly further: (heading: string) => string | null;
  /** Columns that are missing besides the required ones, given the names that are there. */
  readonly missing: (names: ReadonlySet<string>) => readonly Column[];
}

/** How many rows may be read; one allowance may be shared by several files. */
export interface RowAllowance {
  readonly most: number;
  used: number;
}

/**
 * Rows of a table, one after another, so that those which come to nothing cost nothing; findings go to `findings` as the
 * rows are gone through. No rows when a required column is missing, and none beyond the allowance, which is told.
 */
export function* readTable(
  file: SourceFile,
  shape: TableShape,
  findings: Diagnostic[],
  allowance: RowAllowance,
): Generator<TableRow, undefined> {
  const { columns } = shape;
  const table = scanCsv(file);
  if (table.header === null) {
    findings.push(makeDiagnostic(emptyDataFile, { file, start: 0, end: 0 }, { headings: 0 }));
    return;
  }
  if (!holdsHeadings(table.header, shape)) {
    findings.push(missingHeadings(table, table.header, shape));
    return;
  }
  if (table.header.beyond) {
    const args = { columns: table.header.count, most: mostCells };
    findings.push(makeDiagnostic(tooManyColumns, table.header.span, args));
    return;
  }
  if (table.delimiter !== "," && table.delimiter !== "\t") {
    findings.push(makeDiagnostic(unusualDelimiter, table.header.span, { delimiter: table.delimiter }));
  }
  const before = findings.length;
  const names = readHeadings(table.header, shape, findings);
  const meant = new Set(findings.slice(before).map((f) => findColumn(columns, f.suggestion ?? "")?.name));
  const there = new Set(names.filter((name) => name !== null));
  const missing = [...columns.filter((c) => c.required && !there.has(c.name)), ...shape.missing(there)];
  for (const { name, chinese } of missing) {
    // A misspelt heading is told already, with the column that it means.
    if (meant.has(name)) continue;
    findings.push(makeDiagnostic(missingColumn, table.header.span, { column: name, chinese }));
  }
  let empty = true;
  for (const row of table.rows) {
    empty = false;
    if (allowance.used >= allowance.most) {
      findings.push(makeDiagnostic(tooManyRows, row.span, { row: rowNumber(row), most: allowance.most }));
      return;
    }
    allowance.used++;
    const read = readRow(row, names, findings);
    if (read !== null && missing.length === 0) yield read;
  }
  if (empty) findings.push(makeDiagnostic(emptyDataFile, table.header.span, { headings: names.length }));
}

/** One heading that is known makes a row of headings. */
function holdsHeadings(row: CsvRow, { columns, further }: TableShape): boolean {
  return row.cells.some(({ text }) => findColumn(columns, text) !== undefined || further(text) !== null);
}

/** Rows below the first among which headings are looked for, for the message. */
const rowsSearched = 10;

function missingHeadings(table: CsvTable, first: CsvRow, shape: TableShape): Diagnostic {
  const later = firstRows(table).find((row) => holdsHeadings(row, shape));
  const wanted = shape.columns.filter((c) => c.required);
  return makeDiagnostic(noHeadings, first.span, {
    row: rowNumber(first),
    headingsRow: later === undefined ? 0 : rowNumber(later),
    columns: wanted.map((c) => `\`${c.name}\``).join(", "),
    chinese: wanted.map((c) => c.chinese).join("”“"),
  });
}

function firstRows({ rows }: CsvTable): readonly CsvRow[] {
  const first: CsvRow[] = [];
  for (const row of rows) if (first.push(row) === rowsSearched) break;
  return first;
}

/** Column names by position; null for a column that is not read. */
function readHeadings(header: CsvRow, shape: TableShape, findings: Diagnostic[]): readonly (string | null)[] {
  reportUnclosed(header, findings);
  const seen = new Set<string>();
  return header.cells.map((cell) => {
    const name = headingName(cell, shape, findings);
    if (name === null) return null;
    const key = foldHeading(name);
    if (seen.has(key)) {
      findings.push(makeDiagnostic(duplicateHeading, cell.span, { heading: cell.text, column: name }));
      return null;
    }
    seen.add(key);
    return name;
  });
}

function headingName(cell: CsvCell, { columns, further }: TableShape, findings: Diagnostic[]): string | null {
  const column = findColumn(columns, cell.text);
  if (column !== undefined) return column.name;
  // Spreadsheets leave columns without heading at the right; a column of one's own begins with x-.
  if (cell.text === "" || /^x-/i.test(cell.text)) return null;
  const own = further(cell.text);
  if (own !== null) return own;
  const candidates = columns.flatMap((c) => [c.name, c.chinese, ...c.also]);
  const near = nearest(foldHeading(cell.text), candidates) ?? null;
  findings.push(
    makeDiagnostic(unknownHeading, cell.span, { heading: cell.text, nearest: near }, { suggestion: near }),
  );
  return null;
}

function readRow(row: CsvRow, names: readonly (string | null)[], findings: Diagnostic[]): TableRow | null {
  if (reportUnclosed(row, findings)) return null;
  const extra = row.beyond || row.cells.slice(names.length).some((cell) => cell.text !== "");
  if (extra || row.count < names.length) {
    const args = { row: rowNumber(row), cells: row.count, headings: names.length };
    findings.push(makeDiagnostic(raggedRow, row.span, args));
    return null;
  }
  const cells = new Map<string, Given<string>>();
  for (const [i, name] of names.entries()) {
    const cell = row.cells[i];
    if (name !== null && cell !== undefined)
      cells.set(name, { value: cell.text, span: cell.span, origin: "given" });
  }
  return { span: row.span, cells };
}

function reportUnclosed(row: CsvRow, findings: Diagnostic[]): boolean {
  if (row.unclosedQuote === null) return false;
  findings.push(makeDiagnostic(unclosedQuote, row.unclosedQuote, { row: rowNumber(row) }));
  return true;
}

function rowNumber(row: CsvRow): number {
  return positionAt(row.span.file, row.span.start).line;
}
