/**
 * CSV with a place on every cell (RFC 4180, read leniently as spreadsheet programs do).
 *
 * Own scanner because findings need the exact offsets of each cell and the rows after a broken quote must still be
 * read; the library parser gives neither. `csv-parse` is the oracle in its test.
 */
import type { SourceFile, Span } from "../text/source.ts";

/** One cell: its text without quotes and outer white space; `span` as written, quotes included. */
export interface CsvCell {
  readonly text: string;
  readonly span: Span;
  readonly quoted: boolean;
}

/** One record. `span` runs from its first to its last character, without the line end. */
export interface CsvRow {
  /** The first `mostCells` of them. */
  readonly cells: readonly CsvCell[];
  /** How many cells there are in all. */
  readonly count: number;
  /** True when a cell that is not kept holds a text. */
  readonly beyond: boolean;
  readonly span: Span;
  /** Place of an opening quote that never closes; the row's cells cannot be trusted then. */
  readonly unclosedQuote: Span | null;
}

/** A whole file. Rows whose cells are all empty are left out. */
export interface CsvTable {
  /** First row that is not empty; null for an empty file. */
  readonly header: CsvRow | null;
  /** The other rows, each scanned when it is asked for: a file may have millions. To be gone through once. */
  readonly rows: Iterable<CsvRow>;
  readonly delimiter: string;
}

/** What spreadsheet programs write, in order of preference; the sign that stands most often in the first row is taken. */
const usual = [",", "\t", ";"] as const;
/** Typed by hand, or written by other programs; taken only where none of the usual ones is there. */
const unusual = ["，", "|"] as const;

/** Most cells of a row that are kept; no table is that wide, but a line of commas may be. */
export const mostCells = 1000;

const lf = 10;
const cr = 13;
const quote = 34;

/** Reads a CSV text. The delimiter is found in the first row, or named by a first line `sep=;` as Excel takes it. */
export function scanCsv(file: SourceFile): CsvTable {
  const named = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i.exec(file.text);
  const delimiter = named?.[1] ?? findDelimiter(file.text);
  const rows = scanRows(file, named?.[0].length ?? 0, delimiter);
  const first = rows.next();
  return { header: first.done === true ? null : first.value, rows, delimiter };
}

function* scanRows(file: SourceFile, start: number, delimiter: string): Generator<CsvRow, undefined> {
  let at = start;
  while (at < file.text.length) {
    const { row, next } = scanRow(file, at, delimiter);
    if (row.unclosedQuote !== null || row.beyond || row.cells.some((cell) => cell.text !== "")) yield row;
    at = next;
  }
}

function findDelimiter(text: string): string {
  const firstRow = (/[^\r\n]+/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = usual.map((sign) => firstRow.split(sign).length - 1);
  const most = Math.max(...counts);
  if (most > 0) return usual[counts.indexOf(most)] ?? ",";
  return unusual.find((sign) => firstRow.includes(sign)) ?? ",";
}

function scanRow(file: SourceFile, start: number, delimiter: string): { row: CsvRow; next: number } {
  const { text } = file;
  const cells: CsvCell[] = [];
  let count = 0;
  let beyond = false;
  let unclosedQuote: Span | null = null;
  let at = start;
  for (;;) {
    const scanned = scanCell(file, at, delimiter);
    count++;
    if (count <= mostCells) cells.push(scanned.cell);
    else beyond ||= scanned.cell.text !== "";
    unclosedQuote ??= scanned.unclosed
      ? { file, start: scanned.cell.span.start, end: scanned.cell.span.start + 1 }
      : null;
    at = scanned.end;
    if (at < text.length && text[at] === delimiter) at++;
    else break;
  }
  const span = { file, start, end: at };
  const next = text.charCodeAt(at) === cr && text.charCodeAt(at + 1) === lf ? at + 2 : at + 1;
  return { row: { cells, count, beyond, span, unclosedQuote }, next };
}

interface ScannedCell {
  readonly cell: CsvCell;
  /** Offset of the delimiter or line end after the cell. */
  readonly end: number;
  readonly unclosed: boolean;
}

function scanCell(file: SourceFile, start: number, delimiter: string): ScannedCell {
  const { text } = file;
  if (text.charCodeAt(start) !== quote) {
    const end = plainEnd(text, start, delimiter);
    return { cell: plainCell(file, start, end), end, unclosed: false };
  }
  let value = "";
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return unclosedCell(file, start, delimiter);
    value += text.slice(from, close);
    if (text.charCodeAt(close + 1) === quote) {
      value += '"';
      from = close + 2;
      continue;
    }
    const end = plainEnd(text, close + 1, delimiter);
    const rest = text.slice(close + 1, end);
    // A quoted cell over several lines that ends in the middle of a word was opened by a stray quote.
    if (rest.trim() !== "" && /[\r\n]/.test(value)) return unclosedCell(file, start, delimiter);
    const spanEnd = rest.trim() === "" ? close + 1 : end;
    const cell = { text: (value + rest).trim(), span: { file, start, end: spanEnd }, quoted: true };
    return { cell, end, unclosed: false };
  }
}

/** Takes a cell with a stray quote as ending on its own line, so that the following rows are read. */
function unclosedCell(file: SourceFile, start: number, delimiter: string): ScannedCell {
  const end = plainEnd(file.text, start, delimiter);
  return { cell: plainCell(file, start, end), end, unclosed: true };
}

function plainEnd(text: string, start: number, delimiter: string): number {
  const stop = delimiter.charCodeAt(0);
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === stop || unit === lf || unit === cr) break;
  }
  return at;
}

function plainCell(file: SourceFile, start: number, end: number): CsvCell {
  const raw = file.text.slice(start, end);
  const text = raw.trim();
  const lead = text === "" ? 0 : raw.length - raw.trimStart().length;
  const span = { file, start: start + lead, end: start + lead + (text === "" ? end - start : text.length) };
  return { text, span, quoted: false };
}
