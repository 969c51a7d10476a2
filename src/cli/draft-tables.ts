/** The tables of a file from which a draft plan is made: a CSV file, a sheet, the tables of a Word document. */
import { type Diagnostic, makeDiagnostic, type Outcome } from "../diagnostics/diagnostic.ts";
import type { DraftTable } from "../draft/index.ts";
import type { Speaker } from "../language/speaker.ts";
import { decodeText } from "../load/decode.ts";
import { unreadablePath } from "../load/input-codes.ts";
import { wordNote, wordUnread } from "../load/word-codes.ts";
import type { SourceFile } from "../text/source.ts";
import type { WordTable } from "../word/index.ts";
import { readSheet } from "./table-file.ts";
import { isWorkbook } from "./workbooks.ts";

/** True for the name of a Word document, also of one of an old format, which is told. */
export function isWordDocument(path: string): boolean {
  return /\.(?:doc[xm]?|dot[xm]?|rtf)$/i.test(path);
}

export interface TableRequest {
  readonly isHeading: (text: string) => boolean;
  /** Rows of a sheet. */
  readonly mostRows: number;
  /** Names the tables of a document. */
  readonly speaker: Speaker;
}

/** The tables, and what of the file is read otherwise than it stands; null when nothing can be read. `name`: the file as printed. */
export async function draftTables(
  name: string,
  bytes: Uint8Array,
  { isHeading, mostRows, speaker }: TableRequest,
): Promise<Outcome<readonly DraftTable[] | null>> {
  if (isWordDocument(name)) return wordTables(name, bytes, speaker);
  if (isWorkbook(name)) {
    const { value, findings } = await readSheet(name, bytes, isHeading, mostRows);
    if (value === null) return { value: null, findings };
    return { value: [{ file: value.file, merged: value.merged, above: [], changed: [] }], findings };
  }
  const { value, findings } = decodeText(name, bytes);
  if (value === null && findings.length === 0)
    return { value: null, findings: [makeDiagnostic(unreadablePath, null, { path: name, cause: "failed" })] };
  return { value: value === null ? null : [{ file: value, merged: [], above: [], changed: [] }], findings };
}

async function wordTables(
  name: string,
  bytes: Uint8Array,
  speaker: Speaker,
): Promise<Outcome<readonly DraftTable[] | null>> {
  const { readWord } = await import("../word/index.ts");
  const read = await readWord(bytes);
  const file = { name, text: "" };
  const span = { file, start: 0, end: 0 };
  if (!read.ok) return { value: null, findings: [makeDiagnostic(wordUnread, span, { kind: read.failure })] };
  const { tables, changes, hidden, hasMacros, isCut } = read;
  if (tables.length === 0)
    return { value: null, findings: [makeDiagnostic(wordUnread, span, { kind: "no-table" })] };
  const findings: Diagnostic[] = [];
  const note = (kind: "changes" | "hidden" | "macros", count: number): void => {
    if (count > 0) findings.push(makeDiagnostic(wordNote, span, { kind, count, places: "" }));
  };
  if (isCut) findings.push(makeDiagnostic(wordUnread, span, { kind: "cut" }));
  note("changes", changes);
  note("hidden", hidden);
  note("macros", hasMacros ? 1 : 0);
  const nested = tables.flatMap(({ inside }, at) => (inside === null ? [] : [at]));
  findings.push(...tablesNote("nested", nested, file));
  const named = (at: number): string =>
    `${name}#${speaker.say({ en: `table ${at + 1}`, zhHans: `表${at + 1}` })}`;
  return { value: tables.map((table, at) => draftTable(table, named(at))), findings };
}

/** Most tables that a note names. */
const mostNamed = 10;

/** A note about tables of a document, by their places from 0; none for none. */
export function tablesNote(
  kind: "nested" | "other",
  tables: readonly number[],
  file: SourceFile,
): readonly Diagnostic[] {
  if (tables.length === 0) return [];
  const places = tables
    .slice(0, mostNamed)
    .map((at) => at + 1)
    .join(", ");
  return [makeDiagnostic(wordNote, { file, start: 0, end: 0 }, { kind, count: tables.length, places })];
}

function draftTable({ csv, merged, above, changed }: WordTable, name: string): DraftTable {
  return { file: { name, text: csv }, merged, above, changed };
}
