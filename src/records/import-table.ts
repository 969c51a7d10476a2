/** A table as people keep it (titles, heads of two rows, units in headings, periods side by side) as rows of observations. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import { daySerial } from "../plan/days.ts";
import { usualLimits } from "../plan/limits.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import { type CsvCell, type CsvRow, scanCsv } from "../tables/scan-csv.ts";
import { positionAt, type SourceFile } from "../text/source.ts";
import { sliceOfHeading } from "./columns.ts";
import { importDoubt, namelessRow, notImported, sideRow } from "./import-codes.ts";
import { dayOfTitle, isPeriod, withoutUnit } from "./import-heading.ts";
import { isMissing } from "./missing.ts";
import { isRowNumber, observationColumn } from "./observation-headings.ts";
import { makeRecordReader, type RecordReader } from "./record-reader.ts";

/** Column name → text; the names are those of the format. */
export type ImportedRow = ReadonlyMap<string, string>;

export interface Imported {
  readonly rows: readonly ImportedRow[];
  readonly findings: readonly Diagnostic[];
}

/** What a column of the table holds. */
type Meaning =
  | { readonly kind: "column"; readonly name: string; readonly unit: string | null }
  | { readonly kind: "period"; readonly text: string; readonly unit: string | null }
  | { readonly kind: "unit" }
  | { readonly kind: "none" };

interface Head {
  readonly row: CsvRow;
  readonly meanings: readonly Meaning[];
}

export interface ImportRequest {
  /** Day of all rows where the table has no dates; as written, null when the call names none. */
  readonly at: string | null;
  /** Names the cell of a one-based line and zero-based column. */
  readonly cellName: (line: number, column: number) => string;
}

/**
 * Reads a table. Texts and figures are taken over as they stand, a unit of the heading behind its figure; what cannot be placed
 * under an indicator and a period is left out and told.
 */
export function importTable(file: SourceFile, plan: Plan, { at, cellName }: ImportRequest): Imported {
  const reader = makeRecordReader(plan, usualLimits);
  const { header, rows } = scanCsv(file);
  const all = header === null ? [] : [header, ...rows];
  const findings: Diagnostic[] = new FindingList();
  const head = findHead(all.slice(0, rowsSearched), reader);
  if (head === null) {
    const span = { file, start: 0, end: 0 };
    return { rows: [], findings: [makeDiagnostic(notImported, span, { kind: "no-headings", text: "" })] };
  }
  const isDated = head.meanings.some(
    (meaning) => meaning.kind === "period" || (meaning.kind === "column" && meaning.name === "at"),
  );
  const day = isDated ? null : (at ?? dayOfTitle(all.slice(0, all.indexOf(head.row)), reader, findings));
  if (!isDated && day === null) {
    findings.push(makeDiagnostic(notImported, head.row.span, { kind: "no-day", text: "" }));
    return { rows: [], findings };
  }
  const below = all.slice(all.indexOf(head.row) + 1);
  head.row.cells.forEach((cell, column) => {
    const isUnknown = head.meanings[column]?.kind === "none" && !isRowNumber(cell.text);
    const isLost = cell.text !== "" || below.some(({ cells }) => /\d/.test(cells[column]?.text ?? ""));
    if (!isUnknown || !isLost || /^x-/i.test(cell.text)) return;
    const heading = cell.text === "" ? cellName(positionAt(file, cell.span.start).line, column) : cell.text;
    findings.push(makeDiagnostic(importDoubt, cell.span, { kind: "column", text: heading.slice(0, 80) }));
  });
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id.value, indicator]));
  const imported: ImportedRow[] = [];
  for (const row of below) {
    const named = cellOf(row, head, "indicator");
    if (named === null || named.text === "") {
      const nameless = namelessRow(figuresOf(row, head), row);
      if (nameless !== null) findings.push(nameless);
      continue;
    }
    const indicator = indicators.get(reader.indicators.find(named.text) ?? "");
    if (indicator === undefined) {
      const args = { kind: "unknown-indicator", text: named.text.slice(0, 80) } as const;
      findings.push(sideRow(named.text, named.span) ?? makeDiagnostic(notImported, named.span, args));
      continue;
    }
    const line = positionAt(file, row.span.start).line;
    imported.push(
      ...rowsOf({ row, head, indicator, reader, findings, day }, (column) => cellName(line, column)),
    );
  }
  if (imported.length === 0)
    findings.push(makeDiagnostic(notImported, head.row.span, { kind: "no-figures", text: "" }));
  return { rows: imported, findings };
}

/** Titles and notes stand above headings. */
const rowsSearched = 20;

/** Rows of headings below the first: quarters under their year, what is told of each under them. */
const furtherHeadRows = 2;

/** The first row that, read together with the one above it, names indicators and either values or periods; of a head of several rows the last. */
function findHead(rows: readonly CsvRow[], reader: RecordReader): Head | null {
  for (const [i, row] of rows.entries()) {
    let head = headOf(row, rows.slice(Math.max(0, i - 1), i), reader);
    if (head === null) continue;
    const at = head.meanings.findIndex(
      (meaning) => meaning.kind === "column" && meaning.name === "indicator",
    );
    const above = [row];
    for (const below of rows.slice(i + 1, i + 1 + furtherHeadRows)) {
      const goesOn = ["", row.cells[at]?.text ?? ""].includes(below.cells[at]?.text ?? "?");
      const longer: Head | null = goesOn ? headOf(below, above, reader) : null;
      if (longer === null) break;
      head = longer;
      above.push(below);
    }
    return head;
  }
  return null;
}

function headOf(row: CsvRow, above: readonly CsvRow[], reader: RecordReader): Head | null {
  const over = above.map(() => "");
  const columns = row.cells.map((cell, at) => {
    const higher = above.map(({ cells }) => cells[at]?.text ?? "");
    // A year stands once over its quarters where cells are not merged.
    for (const [level, text] of higher.entries())
      if (text !== "" || !isPeriod(withoutUnit(over[level] ?? "").text, reader)) over[level] = text;
    const last = cell.text === "" ? higher.findLastIndex((text) => text !== "") : higher.length;
    const written = cell.text === "" ? (higher[last] ?? "") : cell.text;
    return columnOf(written, over.slice(0, Math.max(0, last)), reader);
  });
  if (isYearless(columns)) return null;
  const meanings = columns.map((column) => underPeriod(column, columns));
  const names = new Set(meanings.map((meaning) => (meaning.kind === "column" ? meaning.name : meaning.kind)));
  const long = names.has("value") || (names.has("numerator") && names.has("denominator"));
  return names.has("indicator") && (long || names.has("period"))
    ? { row, meanings: meanings.map(onlyFirst) }
    : null;
}

/** A column by its own heading, the headings over it, and the period that these name. */
interface Column {
  readonly meaning: Meaning;
  readonly above: readonly string[];
  readonly over: string | null;
}

const partOfYear = /季度|半年|月|\bq[1-4]\b|quarter|half/i;

/** Values under several parts of a year that nobody names: no day of the title is that of them all. */
function isYearless(columns: readonly Column[]): boolean {
  const parts = columns.flatMap(({ meaning, above, over }) => {
    const isValue = meaning.kind === "column" && meaning.name === "value";
    return isValue && over === null ? above.filter((heading) => partOfYear.test(heading)).slice(-1) : [];
  });
  return new Set(parts).size > 1;
}

/** 实际值 under 一季度 is the value of that quarter; what else stands under it is of no row alone. */
function underPeriod({ meaning, over }: Column, columns: readonly Column[]): Meaning {
  if (meaning.kind !== "column" || over === null) return meaning;
  const has = (name: string, period: string | null): boolean =>
    columns.some(
      (column) =>
        column.meaning.kind === "column" &&
        column.meaning.name === name &&
        (period === null || column.over === period),
    );
  // A period over the indicators as well is that of the title.
  if (has("at", null) || has("indicator", over) || !has("value", over)) return meaning;
  return meaning.name === "value" ? { kind: "period", text: over, unit: meaning.unit } : { kind: "none" };
}

/** A column that stands twice (本期值, 累计值; one period) is taken once; the second is told as not known. */
function onlyFirst(meaning: Meaning, at: number, meanings: readonly Meaning[]): Meaning {
  const isSecond = meanings
    .slice(0, at)
    .some(
      (other) =>
        (meaning.kind === "column" && other.kind === "column" && other.name === meaning.name) ||
        (meaning.kind === "period" && other.kind === "period" && other.text === meaning.text),
    );
  return isSecond ? { kind: "none" } : meaning;
}

const unitHeadings: readonly string[] = ["unit", "计量单位", "单位", "計量單位", "單位"];

/** `above` are the headings over several columns, from the top: 2026年 over 一季度. */
function columnOf(written: string, above: readonly string[], reader: RecordReader): Column {
  const { text, unit } = withoutUnit(written);
  const higher = above.map((heading) => withoutUnit(heading).text).filter((heading) => heading !== "");
  return { meaning: meaningOf(text, unit, higher, reader), above: higher, over: periodOf(higher, reader) };
}

function meaningOf(
  text: string,
  unit: string | null,
  above: readonly string[],
  reader: RecordReader,
): Meaning {
  if (unitHeadings.includes(text.toLowerCase())) return { kind: "unit" };
  const name = observationColumn(text);
  if (name !== null) return { kind: "column", name, unit };
  const slice = sliceOfHeading(text);
  if (slice !== null) return { kind: "column", name: `dimension:${slice}`, unit };
  const period = text === "" ? null : periodOf([...above, text], reader);
  return period === null ? { kind: "none" } : { kind: "period", text: period, unit };
}

/** The period that headings make together down to the last, which a merged cell repeats; the longest one. */
function periodOf(headings: readonly string[], reader: RecordReader): string | null {
  const once = headings.filter((heading, at) => heading !== headings[at - 1]);
  const texts = once.map((_, from) => once.slice(from).join(""));
  return texts.find((text) => isPeriod(text, reader)) ?? null;
}

function cellOf(row: CsvRow, { meanings }: Head, name: string): CsvCell | null {
  const at = meanings.findIndex((meaning) => meaning.kind === "column" && meaning.name === name);
  return at < 0 ? null : (row.cells[at] ?? null);
}

/** The figures of a row, whatever they are of. */
function figuresOf({ cells }: CsvRow, { meanings }: Head): readonly string[] {
  const isFigure = (meaning: Meaning | undefined): boolean =>
    meaning?.kind === "period" ||
    (meaning?.kind === "column" && ["value", "numerator", "denominator"].includes(meaning.name));
  return cells.flatMap(({ text }, at) => (isFigure(meanings[at]) && /\d/.test(text) ? [text] : []));
}

interface RowContext {
  readonly row: CsvRow;
  readonly head: Head;
  readonly indicator: Indicator;
  readonly reader: RecordReader;
  readonly findings: Diagnostic[];
  /** Day of all rows where the table has no dates. */
  readonly day: string | null;
}

/** One row of a long table, or one for each period of a wide one that holds something. */
function rowsOf(context: RowContext, cellName: (column: number) => string): readonly ImportedRow[] {
  const { row, head, indicator, reader, findings } = context;
  const shared = new Map<string, string>([["indicator", indicator.id.value]]);
  let source = 0;
  row.cells.forEach((cell, at) => {
    const meaning = head.meanings[at];
    if (meaning?.kind !== "column" || meaning.name === "indicator" || cell.text === "") return;
    const isValue = meaning.name === "value";
    if (isValue || (meaning.name === "numerator" && source === 0)) source = at;
    shared.set(meaning.name, isValue ? withUnit(cell, meaning.unit, context) : cell.text);
  });
  const told = shared.get("source");
  const sourceOf = (column: number): string =>
    told === undefined ? cellName(column) : `${told} (${cellName(column)})`;
  const wide = head.meanings.flatMap((meaning, at) => (meaning.kind === "period" ? [{ meaning, at }] : []));
  if (wide.length > 0) {
    return wide.flatMap(({ meaning, at }) => {
      const cell = row.cells[at];
      if (cell === undefined || cell.text === "") return [];
      const value = withUnit(cell, meaning.unit, context);
      return [new Map([...shared, ["at", meaning.text], ["value", value], ["source", sourceOf(at)]])];
    });
  }
  if (![...shared.keys()].some((name) => name === "value" || name === "numerator")) return [];
  if (context.day !== null) return [new Map([...shared, ["at", context.day], ["source", sourceOf(source)]])];
  const at = cellOf(row, head, "at");
  const day = at === null ? null : daySerial(at.text);
  if (at !== null && day !== null) {
    findings.push(makeDiagnostic(importDoubt, at.span, { kind: "serial", text: `${at.text} → ${day}` }));
    return [new Map([...shared, ["at", day], ["source", sourceOf(source)]])];
  }
  if (at === null || !isPeriod(at.text, reader)) {
    const args = { kind: "no-period", text: (at?.text ?? "").slice(0, 80) } as const;
    findings.push(makeDiagnostic(notImported, at?.span ?? row.span, args));
    return [];
  }
  return [new Map([...shared, ["source", sourceOf(source)]])];
}

/** A bare figure with the unit that its heading or row states, where that is not the indicator's own. */
function withUnit(
  cell: CsvCell,
  inHeading: string | null,
  { row, head, indicator, findings }: RowContext,
): string {
  const ofRow = head.meanings.findIndex(({ kind }) => kind === "unit");
  const stated = inHeading ?? row.cells[ofRow]?.text ?? "";
  const same = stated.toLowerCase() === (indicator.unit?.text ?? stated).toLowerCase();
  if (stated === "" || same || isMissing(cell.text) || !/^[-+]?[\d.,]+$/.test(cell.text)) return cell.text;
  const value = `${cell.text}${stated}`;
  findings.push(makeDiagnostic(importDoubt, cell.span, { kind: "own-unit", text: value }));
  return value;
}
