/** A table that is imported: its file read, and of a workbook the sheet that holds it. */
import { type Diagnostic, makeDiagnostic, type Outcome } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { decodeText } from "../load/decode.ts";
import { missingPath, unreadablePath } from "../load/input-codes.ts";
import { workbookUnread } from "../load/workbook-codes.ts";
import { printedPath } from "../text/paths.ts";
import type { SourceFile } from "../text/source.ts";
import type { MergedCells } from "../workbook/read-workbook.ts";
import { maxFileBytes } from "./session.ts";
import { isWorkbook, mostRows, noteFinding } from "./workbooks.ts";

/** Bytes of a file that is imported, or why there are none. */
export function importedBytes(host: Host, path: string): Uint8Array | Diagnostic {
  const name = printedPath(host.cwd, path);
  const read = host.read(path, { maxBytes: maxFileBytes });
  if (read.ok) return read.bytes;
  return read.failure === "missing"
    ? makeDiagnostic(missingPath, null, { path: name })
    : makeDiagnostic(unreadablePath, null, { path: name, cause: read.failure });
}

/** A sheet as CSV, its name behind that of the file. */
export interface Sheet {
  readonly file: SourceFile;
  readonly merged: readonly MergedCells[];
}

/** The first visible sheet of a workbook that holds headings, up to `most` rows; null when nothing can be read, which is told. */
export async function readSheet(
  name: string,
  bytes: Uint8Array,
  isHeading: (text: string) => boolean,
  most = mostRows,
): Promise<Outcome<Sheet | null>> {
  const { readWorkbook } = await import("../workbook/index.ts");
  const book = await readWorkbook(bytes, { isHeading, mostRows: most, whole: true });
  if (!book.ok) {
    const file = { name, text: "" };
    const args = { kind: book.failure, places: name, count: most };
    return { value: null, findings: [makeDiagnostic(workbookUnread, { file, start: 0, end: 0 }, args)] };
  }
  const file = { name: `${name}#${book.sheet}`, text: book.csv };
  return {
    value: { file, merged: book.merged },
    findings: book.notes.map((note) => noteFinding(note, file)),
  };
}

/** A table of records, CSV or XLSX, as text; null when it cannot be read, which is told. */
export async function readTableFile(
  host: Host,
  path: string,
  isHeading: (text: string) => boolean,
): Promise<Outcome<SourceFile | null>> {
  const name = printedPath(host.cwd, path);
  const bytes = importedBytes(host, path);
  if (!(bytes instanceof Uint8Array)) return { value: null, findings: [bytes] };
  if (isWorkbook(path)) {
    const { value, findings } = await readSheet(name, bytes, isHeading);
    return { value: value?.file ?? null, findings };
  }
  const read = decodeText(name, bytes);
  if (read.value !== null || read.findings.length > 0) return read;
  return { value: null, findings: [makeDiagnostic(unreadablePath, null, { path: name, cause: "failed" })] };
}
