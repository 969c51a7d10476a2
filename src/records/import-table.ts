/** A table as people keep it (titles, heads of two rows, units in headings, periods side by side) as rows of observations. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import { daySerial } from "../plan/days.ts";
import { usualLimits } from "../plan/limits.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import { type CsvCell, type CsvRow, scanCsv } from "../tables/scan-csv.ts";
import { positionAt, type SourceFile } from "../text/source.ts";
import { importDoubt, namelessRow, notImported, sideRow } from "./import-codes.ts";
import { entityColumn, findHead, type Head, type Meaning, rowsSearched } from "./import-head.ts";
import { dayOfTitle, isPeriod } from "./import-heading.ts";
import { isMissing } from "./missing.ts";
import { isRowNumber } from "./observation-headings.ts";
import { makeRecordReader, type RecordReader } from "./record-reader.ts";

/** Column name → text; the names are those of the format. */
export type ImportedRow = ReadonlyMap<string, string>;

export interface Imported {
  readonly rows: readonly ImportedRow[];
  readonly findings: readonly Diagnostic[];
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
  const headings = findHead(all.slice(0, rowsSearched), reader);
  if (headings === null) {
    const span = { file, start: 0, end: 0 };
    return { rows: [], findings: [makeDiagnostic(notImported, span, { kind: "no-headings", text: "" })] };
  }
  const below = all.slice(all.indexOf(headings.row) + 1);
  const head = withEntities(headings, below, reader, findings);
  const isDated = head.meanings.some(
    (meaning) => meaning.kind === "period" || (meaning.kind === "column" && meaning.name === "at"),
  );
  const day = isDated ? null : (at ?? dayOfTitle(all.slice(0, all.indexOf(head.row)), reader, findings));
  if (!isDated && day === null) {
    findings.push(makeDiagnostic(notImported, head.row.span, { kind: "no-day", text: "" }));
    return { rows: [], findings };
  }
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

/** Figures of entities are never those of the plan: their column is known by its cells where its heading is not, which is told. */
function withEntities(
  head: Head,
  rows: readonly CsvRow[],
  reader: RecordReader,
  findings: Diagnostic[],
): Head {
  const found = entityColumn(head, rows, reader);
  const cell = found === null ? undefined : head.row.cells[found];
  if (cell === undefined) return head;
  findings.push(makeDiagnostic(importDoubt, cell.span, { kind: "entities", text: cell.text.slice(0, 80) }));
  return {
    ...head,
    meanings: head.meanings.with(found ?? 0, { kind: "column", name: "entity", unit: null }),
  };
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
  if (indicator.unit?.text === "%" && (stated === "" || stated === "%") && /^0?\.\d+$/.test(cell.text))
    findings.push(makeDiagnostic(importDoubt, cell.span, { kind: "bare-share", text: cell.text }));
  const same = stated.toLowerCase() === (indicator.unit?.text ?? stated).toLowerCase();
  if (stated === "" || same || isMissing(cell.text) || !/^[-+]?[\d.,]+$/.test(cell.text)) return cell.text;
  const value = `${cell.text}${stated}`;
  findings.push(makeDiagnostic(importDoubt, cell.span, { kind: "own-unit", text: value }));
  return value;
}
