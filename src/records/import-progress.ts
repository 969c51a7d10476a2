/** A table of progress as people keep it (titles, one row a task, periods side by side) as rows of progress records. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import { daySerial } from "../plan/days.ts";
import { usualLimits } from "../plan/limits.ts";
import type { Plan } from "../plan/plan.ts";
import { type CsvCell, type CsvRow, scanCsv } from "../tables/scan-csv.ts";
import { positionAt, type SourceFile } from "../text/source.ts";
import { importDoubt, namelessRow, notImported, sideRow } from "./import-codes.ts";
import { dayOfTitle, isPeriod } from "./import-heading.ts";
import type { Imported, ImportedRow, ImportRequest } from "./import-table.ts";
import { isMissing } from "./missing.ts";
import { type ReadCell, readMixed, readShareCell, readStateCell } from "./progress-cells.ts";
import { type ProgressColumn, progressColumn } from "./progress-headings.ts";
import { makeRecordReader, type RecordReader } from "./record-reader.ts";

/** Name of the column in which doubts about a row stand; data files may hold any `x-` column. */
export const doubtColumn = { en: "x-doubt", zhHans: "x-待核" } as const;

type Meaning =
  | { readonly kind: "column"; readonly name: ProgressColumn; readonly unit: string | null }
  | { readonly kind: "period"; readonly text: string }
  | { readonly kind: "none" };

interface Head {
  readonly row: CsvRow;
  readonly meanings: readonly Meaning[];
}

/**
 * Reads a table of progress. States are taken over in the words of the format, what is neither state nor share as words about
 * the progress; both are told and stand in the row's column of doubts. A row of a task that the plan does not know is left out.
 */
export function importProgress(file: SourceFile, plan: Plan, { at, cellName }: ImportRequest): Imported {
  const reader = makeRecordReader(plan, usualLimits);
  const findings: Diagnostic[] = new FindingList();
  const { header, rows } = scanCsv(file);
  const all = header === null ? [] : [header, ...rows];
  const head = findHead(all.slice(0, rowsSearched), reader);
  const refused = (kind: "no-progress-headings" | "no-day" | "no-figures"): Imported => {
    const span = head?.row.span ?? { file, start: 0, end: 0 };
    findings.push(makeDiagnostic(notImported, span, { kind, text: "" }));
    return { rows: [], findings };
  };
  if (head === null) return refused("no-progress-headings");
  const above = all.slice(0, all.indexOf(head.row));
  const day = at ?? (isDated(head) ? null : dayOfTitle(above, reader, findings));
  if (day === null && !isDated(head)) return refused("no-day");
  head.row.cells.forEach((cell, column) => {
    if (head.meanings[column]?.kind === "none" && cell.text !== "" && !/^x-/i.test(cell.text))
      findings.push(makeDiagnostic(importDoubt, cell.span, { kind: "column", text: cell.text.slice(0, 80) }));
  });
  const imported = all.slice(all.indexOf(head.row) + 1).flatMap((row) => {
    const line = positionAt(file, row.span.start).line;
    return rowsOf({ row, head, reader, findings, day, cellName: (column) => cellName(line, column) });
  });
  return imported.length === 0 ? refused("no-figures") : { rows: imported, findings };
}

/** Titles and notes stand above headings. */
const rowsSearched = 20;

/** The first row that, read together with the one above it, names tasks beside what is told of them; of a head of two rows the second. */
function findHead(rows: readonly CsvRow[], reader: RecordReader): Head | null {
  for (const [i, row] of rows.entries()) {
    const head = headOf(row, rows[i - 1], reader);
    if (head === null) continue;
    const below = rows[i + 1];
    const id = head.meanings.findIndex((meaning) => meaning.kind === "column" && meaning.name === "id");
    const goesOn = ["", row.cells[id]?.text ?? ""].includes(below?.cells[id]?.text ?? "?");
    return (goesOn && below !== undefined ? headOf(below, row, reader) : null) ?? head;
  }
  return null;
}

const told: readonly string[] = ["state", "share", "mixed", "done", "period"];

function isTold(meaning: Meaning | undefined): boolean {
  return meaning !== undefined && told.includes(meaning.kind === "column" ? meaning.name : meaning.kind);
}

function headOf(row: CsvRow, above: CsvRow | undefined, reader: RecordReader): Head | null {
  let over = "";
  const meanings = row.cells.map((cell, column): Meaning => {
    const higher = above?.cells[column]?.text ?? "";
    if (higher !== "" || !isPeriod(over, reader)) over = higher;
    return meaningOf(cell.text === "" ? higher : cell.text, cell.text === "" ? "" : over, reader);
  });
  const names = new Set(meanings.map((meaning) => (meaning.kind === "column" ? meaning.name : meaning.kind)));
  return names.has("id") && told.some((name) => names.has(name as ProgressColumn)) ? { row, meanings } : null;
}

const aboutProgress = /(?:工作)?(?:进展|进度|完成|推进)(?:情况|比例|率)?$/;

function meaningOf(text: string, over: string, reader: RecordReader): Meaning {
  const column = progressColumn(text);
  if (column !== null) return { kind: "column", ...column };
  const plain = text.replace(aboutProgress, "");
  const period = [`${over}${plain}`, plain].find((one) => isPeriod(one, reader));
  return period === undefined ? { kind: "none" } : { kind: "period", text: period };
}

function isDated({ meanings }: Head): boolean {
  return meanings.some(
    (meaning) => meaning.kind === "period" || (meaning.kind === "column" && meaning.name === "at"),
  );
}

interface RowContext {
  readonly row: CsvRow;
  readonly head: Head;
  readonly reader: RecordReader;
  readonly findings: Diagnostic[];
  readonly day: string | null;
  readonly cellName: (column: number) => string;
}

/** The record of a row, or one for each period that holds something; none for a row without task, or of one that is not known. */
function rowsOf(context: RowContext): readonly ImportedRow[] {
  const { row, head, reader, findings, cellName } = context;
  const id = cellOf(row, head, "id");
  if (id === null || id.text === "") {
    const words = row.cells.flatMap(({ text }, at) =>
      isTold(head.meanings[at]) && text !== "" ? [text] : [],
    );
    const nameless = namelessRow(words, row);
    if (nameless !== null) findings.push(nameless);
    return [];
  }
  const item = itemOf(id.text, reader);
  const filled = row.cells.filter((cell, at) => cell.text !== "" && head.meanings[at]?.kind !== "none");
  if (item === null) {
    // A line across the table heads the tasks below it.
    if (new Set(filled.map(({ text }) => text)).size > 1 || filled.length === 1) {
      const args = { kind: "unknown-item", text: id.text.slice(0, 80) } as const;
      findings.push(sideRow(id.text, id.span) ?? makeDiagnostic(notImported, id.span, args));
    }
    return [];
  }
  const shared = new Map<string, string>([["id", item]]);
  const doubts: string[] = [];
  row.cells.forEach((cell, at) => {
    const meaning = head.meanings[at];
    if (meaning?.kind === "column") takeOver(cell, meaning, shared, doubts, context);
  });
  const wide = head.meanings.flatMap((meaning, at) => (meaning.kind === "period" ? [{ meaning, at }] : []));
  if (wide.length > 0)
    return wide.flatMap(({ meaning, at }) => {
      const cell = row.cells[at];
      if (cell === undefined || isMissing(cell.text)) return [];
      const own = new Map(shared).set("at", meaning.text);
      const further = [...doubts];
      put(readMixed(cell.text), cell, own, further, context);
      return [withPlace(own, further, cellName(at))];
    });
  if (!told.some((name) => shared.has(name))) return [];
  const dated = dateOf(shared, doubts, context);
  return dated ? [withPlace(shared, doubts, cellName(row.cells.indexOf(id)))] : [];
}

function withPlace(row: Map<string, string>, doubts: readonly string[], place: string): ImportedRow {
  if (doubts.length > 0) row.set(doubtColumn.en, doubts.join("; "));
  const told = row.get("source");
  return row.set("source", told === undefined ? place : `${told} (${place})`);
}

function cellOf(row: CsvRow, { meanings }: Head, name: ProgressColumn): CsvCell | null {
  const at = meanings.findIndex((meaning) => meaning.kind === "column" && meaning.name === name);
  return at < 0 ? null : (row.cells[at] ?? null);
}

const enumeration =
  /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|\d{1,2}(?:\.\d{1,2}){0,2}\s+|[①-⑳]\s*)/;

/** The id of a task by id or exact name, with or without the number before it. */
function itemOf(text: string, { work }: RecordReader): string | null {
  return work.find(text) ?? work.find(text.replace(enumeration, ""));
}

function takeOver(
  cell: CsvCell,
  { name, unit }: { readonly name: ProgressColumn; readonly unit: string | null },
  row: Map<string, string>,
  doubts: string[],
  context: RowContext,
): void {
  if (name === "id" || name === "aside" || isMissing(cell.text)) return;
  if (name === "state") put(readStateCell(cell.text), cell, row, doubts, context);
  else if (name === "share") put(readShareCell(cell.text, unit), cell, row, doubts, context);
  else if (name === "mixed") put(readMixed(cell.text, unit), cell, row, doubts, context);
  else row.set(name, name === "done" && row.has("done") ? `${row.get("done")}; ${cell.text}` : cell.text);
}

/** Writes what a cell was read as into its column; words go behind those that stand there already. */
function put(
  { column, text, doubt }: ReadCell,
  cell: CsvCell,
  row: Map<string, string>,
  doubts: string[],
  { findings }: RowContext,
): void {
  const before = column === "done" ? row.get("done") : undefined;
  row.set(column, before === undefined ? text : `${before}; ${text}`);
  if (doubt === null) return;
  const told = doubt === "state-as" ? `${cell.text} → ${text}` : cell.text;
  findings.push(makeDiagnostic(importDoubt, cell.span, { kind: doubt, text: told.slice(0, 80) }));
  doubts.push(told);
}

/** Settles the date of a row; false (told) where it has none that can be read. */
function dateOf(
  row: Map<string, string>,
  doubts: string[],
  { row: { span }, head, reader, findings, day, row: { cells } }: RowContext,
): boolean {
  const written = row.get("at") ?? "";
  const at = head.meanings.findIndex((meaning) => meaning.kind === "column" && meaning.name === "at");
  const place = cells[at]?.span ?? span;
  const serial = daySerial(written);
  if (serial !== null) {
    const text = `${written} → ${serial}`;
    findings.push(makeDiagnostic(importDoubt, place, { kind: "serial", text }));
    doubts.push(text);
    row.set("at", serial);
  } else if (written === "" && day !== null) row.set("at", day);
  else if (!isPeriod(written, reader)) {
    findings.push(makeDiagnostic(notImported, place, { kind: "no-period", text: written.slice(0, 80) }));
    return false;
  }
  return true;
}
