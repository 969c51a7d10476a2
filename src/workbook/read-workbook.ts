/** Reads a workbook of records as the table that it shows. Loaded only when a plan names one. */
import { type Cell, type CellValue, readXlsx } from "hucre/xlsx";
import { columnLetters } from "../text/sheet-cell.ts";
import { longSheets, reachesBeyond } from "./long-sheets.ts";

type Sheet = Awaited<ReturnType<typeof readXlsx>>["sheets"][number];

/** Why a workbook gives no table. */
export type WorkbookFailure = "password" | "damaged" | "empty" | "too-large" | "too-many-rows";

/** What was read otherwise than it stands, or not read; `places` are cells (`B7`) or names of sheets, the first of them. */
export interface WorkbookNote {
  readonly kind:
    | "formula"
    | "formula-without-value"
    | "merged"
    | "hidden-sheet"
    | "other-sheet"
    | "macros"
    | "rows";
  readonly places: readonly string[];
  readonly count: number;
}

export type WorkbookRead =
  | {
      readonly ok: true;
      /** The sheet as CSV: row n of the sheet is line n. */
      readonly csv: string;
      readonly sheet: string;
      /** Merged ranges of the sheet. */
      readonly merged: readonly MergedCells[];
      readonly notes: readonly WorkbookNote[];
    }
  | { readonly ok: false; readonly failure: WorkbookFailure };

/** A merged range; lines one-based as in the CSV, columns zero-based, ends inclusive and cut to the rows that there are. */
export interface MergedCells {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface WorkbookRequest {
  readonly isHeading: (text: string) => boolean;
  readonly mostRows: number;
  /** True: what stands above the headings is kept. */
  readonly whole?: boolean;
}

/** Most cells that are named in a note. */
const mostPlaces = 5;

/**
 * Reads the first visible sheet that holds a row for which `isHeading` is true of some cell (else the first visible one).
 * Rows above the headings are left empty. A sheet of which more than `mostRows` rows hold something is not read: half of its
 * figures would look like all.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { isHeading, mostRows, whole = false }: WorkbookRequest,
): Promise<WorkbookRead> {
  if (unpackedSize(bytes) > mostUnpacked) return { ok: false, failure: "too-large" };
  const long = await longSheets(bytes, mostRows);
  const isRead = ({ name }: { readonly name: string }): boolean => !long.some((one) => one.name === name);
  let sheets: readonly Sheet[];
  try {
    const options = { readStyles: true, maxRows: mostRows + 1 };
    sheets = (await readXlsx(bytes, long.length === 0 ? options : { ...options, sheets: isRead })).sheets;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const large = error instanceof Error && /exceed|too (?:large|many)|limit/i.test(error.message);
    return {
      ok: false,
      failure: name === "EncryptedFileError" ? "password" : large ? "too-large" : "damaged",
    };
  }
  const visible = sheets.filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true);
  const withHeadings = visible.find((one) => headingRow(one, isHeading) !== null);
  if (withHeadings === undefined && long.some(({ isHidden }) => !isHidden))
    return { ok: false, failure: "too-many-rows" };
  const sheet = withHeadings ?? visible[0];
  if (sheet === undefined) return { ok: false, failure: "empty" };
  if (mergedSize(sheet) > mostMerged) return { ok: false, failure: "too-large" };
  const notes = new NoteBook();
  for (const { name, isHidden } of long) notes.add(isHidden ? "hidden-sheet" : "other-sheet", name);
  for (const other of sheets) {
    if (other === sheet || other.rows.length === 0) continue;
    notes.add(visible.includes(other) ? "other-sheet" : "hidden-sheet", other.name);
  }
  if (sheet.rows.length > mostRows) {
    if (await reachesBeyond(bytes, sheet.name, mostRows)) notes.add("rows", String(mostRows), mostRows);
    sheet.rows.length = mostRows;
  }
  if (hasMacros(bytes)) notes.add("macros", "vbaProject.bin");
  return {
    ok: true,
    csv: csvOfSheet(sheet, whole ? 0 : (headingRow(sheet, isHeading) ?? 0), notes),
    sheet: sheet.name,
    merged: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      firstLine: startRow + 1,
      lastLine: Math.min(endRow + 1, sheet.rows.length),
      firstColumn: startCol,
      lastColumn: endCol,
    })),
    notes: notes.all(),
  };
}

/** Bytes that a workbook may unpack to; its file has at most a twentieth of that. */
const mostUnpacked = 320 * 1024 * 1024;

/** What the parts of a ZIP file say they unpack to, by its list at the end; 0 where there is none. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return 0;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}

/** Rows among which headings are looked for; titles and notes stand above them. */
const rowsSearched = 20;

function headingRow({ rows }: Sheet, isHeading: (text: string) => boolean): number | null {
  const found = rows
    .slice(0, rowsSearched)
    .findIndex((row) => row.filter((value) => typeof value === "string" && isHeading(value)).length >= 2);
  return found < 0 ? null : found;
}

class NoteBook {
  private readonly notes = new Map<WorkbookNote["kind"], { places: string[]; count: number }>();

  add(kind: WorkbookNote["kind"], place: string, times = 1): void {
    const note = this.notes.get(kind) ?? { places: [], count: 0 };
    note.count += times;
    if (note.places.length < mostPlaces) note.places.push(place);
    this.notes.set(kind, note);
  }

  all(): readonly WorkbookNote[] {
    return [...this.notes].map(([kind, note]) => ({ kind, ...note }));
  }
}

/** Cells of a merged range all hold the text or date that its first cell shows. */
function csvOfSheet(sheet: Sheet, first: number, notes: NoteBook): string {
  const width = Math.max(0, ...sheet.rows.slice(first, first + rowsSearched).map((row) => row.length));
  const merged = mergedCells(sheet, first, notes);
  const lines = sheet.rows.map((row, line) => {
    if (line < first) return "";
    const cells = Array.from({ length: Math.max(width, row.length) }, (_, column) => {
      const [fromRow, fromColumn] = merged.get(`${line},${column}`) ?? [line, column];
      const shown = sheet.rows[fromRow]?.[fromColumn] ?? null;
      // A figure stands for one row: to repeat it would be to invent others.
      const value = typeof shown === "number" && fromRow !== line ? null : shown;
      return cellText(
        value,
        sheet.cells?.get(`${fromRow},${fromColumn}`),
        cellName(fromRow, fromColumn),
        notes,
      );
    });
    return cells.map(quotedCell).join(",");
  });
  return `${lines.join("\n")}\n`;
}

/** Most cells that merged ranges may cover together: overlapping ones could cover a sheet a million times. */
const mostMerged = 2_000_000;

function mergedSize({ merges = [], rows }: Sheet): number {
  return merges.reduce(
    (sum, { startRow, startCol, endRow, endCol }) =>
      sum +
      Math.max(0, Math.min(endRow, rows.length - 1) - startRow + 1) * Math.min(endCol - startCol + 1, 201),
    0,
  );
}

/** Each cell of a merged range but the first → the first. A range of whole columns is cut to the rows that there are. */
function mergedCells(
  { merges = [], rows }: Sheet,
  first: number,
  notes: NoteBook,
): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const { startRow, startCol, endRow, endCol } of merges) {
    if (endRow < first) continue;
    notes.add("merged", `${cellName(startRow, startCol)}:${cellName(endRow, endCol)}`);
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++)
      for (let column = startCol; column <= Math.min(endCol, startCol + 200); column++)
        if (row !== startRow || column !== startCol) found.set(`${row},${column}`, [startRow, startCol]);
  }
  return found;
}

function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** What a cell shows, as the format reads it: percent as percent, a date as ISO day, a number with all its digits. */
function cellText(value: CellValue, cell: Cell | undefined, place: string, notes: NoteBook): string {
  if (cell?.formula !== undefined) {
    if (value === null || value === "") {
      notes.add("formula-without-value", place);
      return "";
    }
    notes.add("formula", place);
  }
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number")
    return isPercentFormat(cell?.style?.numFmt) ? percentText(value) : plainNumber(value);
  return value === null
    ? ""
    : String(value)
        .replace(/\s*[\r\n]+\s*/g, " ")
        .trim();
}

/** `0%`, `0.00%`, `#,##0.0%`; a percent sign inside quotes or behind a backslash is only shown. */
function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && /%/.test(format.replace(/"[^"]*"|\\./g, ""));
}

/** A workbook keeps 0.523 as binary; 15 digits are what it shows at most, and give the figure that was typed. */
function plainNumber(value: number): string {
  return expanded(value.toPrecision(15));
}

function percentText(value: number): string {
  const digits = plainNumber(value);
  const [whole = "0", part = ""] = digits.replace("-", "").split(".");
  const moved = `${whole}${part.padEnd(2, "0").slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = part.slice(2);
  return `${value < 0 ? "-" : ""}${moved}${rest === "" ? "" : `.${rest}`}%`;
}

/** Without exponent and trailing zeros. */
function expanded(text: string): string {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const move = Number(exponent);
  const trimmed = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  if (move === 0 || Number(text) === 0) return Number(text) === 0 ? "0" : trimmed;
  const sign = trimmed.startsWith("-") ? "-" : "";
  const [whole = "", part = ""] = trimmed.replace("-", "").split(".");
  if (move > 0)
    return `${sign}${whole}${part.padEnd(move, "0").slice(0, move)}${part.length > move ? `.${part.slice(move)}` : ""}`;
  return `${sign}0.${"0".repeat(-move - whole.length)}${whole}${part}`;
}

function quotedCell(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const macroName = [..."vbaProject.bin"].map((sign) => sign.charCodeAt(0));

/** Names of parts stand uncompressed in a workbook. */
function hasMacros(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(macroName[0] ?? 0); at >= 0; at = bytes.indexOf(macroName[0] ?? 0, at + 1))
    if (macroName.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
