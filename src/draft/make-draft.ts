/** Indicator tables as a draft plan. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { columnLetters } from "../text/sheet-cell.ts";
import type { Span } from "../text/source.ts";
import { noDraft, tooManyRows } from "./codes.ts";
import { type Columns, sortColumns } from "./columns.ts";
import { type CellPlace, type DoubtBook, makeDoubtBook } from "./doubt-book.ts";
import type { Doubt, Draft, DraftIndicator, Fact } from "./draft.ts";
import { changeFinder, type DraftTable, type GridRow, gridOf, mergedFinder, mostRows } from "./grid.ts";
import { findHead, type Head } from "./head.ts";
import { readIndicators } from "./read-table.ts";
import {
  type LineAbove,
  linesAbove,
  type StatedPeriod,
  statedPeriod,
  titleOf,
  unitAbove,
} from "./table-heading.ts";

/** Null where no table is an indicator table, or none holds an indicator; the findings say why. */
export interface DraftRead {
  readonly draft: Draft | null;
  readonly findings: readonly Diagnostic[];
  /** Places that are doubtful. */
  readonly doubts: number;
  /** Ordinals of the tables that are no indicator tables. */
  readonly others: readonly number[];
}

interface FoundTable {
  readonly table: DraftTable;
  /** Which of the file's tables it is, from 1. */
  readonly number: number;
  readonly rows: readonly GridRow[];
  /** The first row that is not read; null where all are. */
  readonly cut: Span | null;
  readonly head: Head;
  readonly lines: readonly LineAbove[];
  readonly place: (row: GridRow, column: number) => CellPlace;
}

/** Reads all tables that have headings of an indicator table, as one plan. `fileBase`: name of the file without its ending. */
export function makeDraft(tables: readonly DraftTable[], fileBase: string): DraftRead {
  const book = makeDoubtBook();
  const found: FoundTable[] = [];
  const others: number[] = [];
  tables.forEach((table, at) => {
    const one = tableOf(table, at + 1);
    if (one === null) others.push(at);
    else found.push(one);
  });
  const [first] = found;
  if (first === undefined)
    return { draft: null, doubts: 0, others, findings: [refusal("no-table", tables[0])] };
  const title = titleFact(first, fileBase, book);
  const stated = statedPeriod(first.lines);
  const beginning = stated === null ? null : { day: stated.period.first, text: stated.line.text };
  const doubts: Doubt[] = [];
  const indicators: DraftIndicator[] = [];
  found.forEach((one, ordinal) => {
    const { columns, unit } = sorted(one, beginning, book);
    doubts.push(...columns.doubts, ...(unit?.doubts ?? []));
    const { rows, cut, head, place } = one;
    if (cut !== null) book.findings.push(makeDiagnostic(tooManyRows, cut, { most: mostRows }));
    const [findMerged, isChanged] = [mergedFinder(one.table), changeFinder(one.table)];
    const table = { ordinal, rows, head, columns, findMerged, isChanged, unit, book, leftOut: doubts, place };
    indicators.push(...readIndicators(table));
  });
  if (indicators.length === 0)
    return {
      draft: null,
      doubts: 0,
      others,
      findings: [...book.findings, refusal("no-indicators", first.table)],
    };
  const period = stated === null ? null : periodFact(first, stated, book);
  if (period === null) doubts.push(book.doubt("no-period", wholeTable(first.table), ""));
  const names = found.map(({ table, number }) => ({ name: table.file.name, number }));
  return {
    draft: { title, period, tables: names, indicators, doubts },
    findings: book.findings,
    doubts: book.count(),
    others,
  };
}

function refusal(kind: "no-table" | "no-indicators", table: DraftTable | undefined): Diagnostic {
  const span = table === undefined ? null : { file: table.file, start: 0, end: 0 };
  return makeDiagnostic(noDraft, span, { kind });
}

function tableOf(table: DraftTable, number: number): FoundTable | null {
  const { rows, cut } = gridOf(table);
  const head = findHead(rows);
  if (head === null) return null;
  const place = (row: GridRow, column: number): CellPlace => ({
    span: row.cells[column]?.span ?? row.span,
    cell: `${columnLetters(column)}${row.line}`,
  });
  return { table, number, rows, cut, head, lines: linesAbove(table.above, rows.slice(0, head.first)), place };
}

function sorted(
  { rows, head, lines, place, table }: FoundTable,
  beginning: { readonly day: number; readonly text: string } | null,
  book: DoubtBook,
): { readonly columns: Columns; readonly unit: Fact | null } {
  const headRow = rows[head.last];
  const headPlace = (column: number): CellPlace =>
    headRow === undefined ? wholeTable(table) : place(headRow, column);
  const columns = sortColumns(head, rows.slice(head.last + 1), beginning, book, headPlace);
  const above = columns.plain.has("unit") ? null : unitAbove(lines);
  if (above === null) return { columns, unit: null };
  const at = placeOf(above.line, table, place);
  const doubt = book.doubt("table-unit", at, above.line.text, above.unit);
  return { columns, unit: { text: above.unit, cell: at.cell, doubts: [doubt] } };
}

function wholeTable({ file }: DraftTable): CellPlace {
  return { span: { file, start: 0, end: 0 }, cell: file.name };
}

function placeOf(line: LineAbove, table: DraftTable, place: FoundTable["place"]): CellPlace {
  return line.row === null ? wholeTable(table) : place(line.row.row, line.row.column);
}

function titleFact({ lines, table, place }: FoundTable, fileBase: string, book: DoubtBook): Fact {
  const line = titleOf(lines);
  if (line !== null) return { text: line.text, cell: placeOf(line, table, place).cell, doubts: [] };
  return { text: fileBase, cell: "", doubts: [book.doubt("file-title", wholeTable(table), fileBase)] };
}

function periodFact(
  { table, place }: FoundTable,
  { line, period: { text } }: StatedPeriod,
  book: DoubtBook,
): Fact {
  const at = placeOf(line, table, place);
  return { text, cell: at.cell, doubts: [book.doubt("title-period", at, line.text, text)] };
}
