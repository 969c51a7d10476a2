/** Workbooks (XLSX) that plans name as data: read as the tables that they show. */

import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { IncludedBytes } from "../load/included.ts";
import { workbookNote, workbookUnread } from "../load/workbook-codes.ts";
import { observationColumns, progressColumns, sliceOfHeading, spendingColumns } from "../records/columns.ts";
import { findColumn } from "../tables/columns.ts";
import type { SourceFile } from "../text/source.ts";
import type { WorkbookNote, WorkbookRead } from "../workbook/read-workbook.ts";

/** Rows of a sheet; CSV files may hold more, for they need not be held twice. */
export const mostRows = 200_000;

/** True for the name of a workbook of today's kind. */
export function isWorkbook(path: string): boolean {
  return /\.xls[xm]$/i.test(path);
}

type Found = Extract<IncludedBytes, { readonly ok: true }>;

/** Workbooks of one plan: the first `take` of one asks for it and gives nothing, `fill` reads all that were asked for. */
export interface WorkbookShelf {
  take(path: string, found: Found): IncludedBytes;
  /** True when any was read: they can be taken now. */
  fill(): Promise<boolean>;
}

/** An empty shelf. The library behind it is loaded when a workbook is met. */
export function workbookShelf(): WorkbookShelf {
  const asked = new Map<string, Found>();
  const read = new Map<string, IncludedBytes>();
  return {
    take: (path, found) => {
      const ready = read.get(path);
      if (ready !== undefined) return ready;
      asked.set(path, found);
      return { ok: false, failure: "failed" };
    },
    fill: async () => {
      if (asked.size === 0) return false;
      const { readWorkbook } = await import("../workbook/index.ts");
      for (const [path, { name, bytes }] of asked)
        read.set(path, included(name, await readWorkbook(bytes, { isHeading, mostRows })));
      asked.clear();
      return true;
    },
  };
}

const headings = [...observationColumns, ...progressColumns, ...spendingColumns];

/** True for a heading of any table of records. */
export function isHeading(text: string): boolean {
  return findColumn(headings, text) !== undefined || sliceOfHeading(text) !== null;
}

/** The table with its sheet in its name, so that findings tell file, sheet and row. */
function included(name: string, read: WorkbookRead): IncludedBytes {
  if (!read.ok) {
    const { failure } = read;
    return {
      ok: false,
      failure: "failed",
      told: ({ span }) =>
        makeDiagnostic(workbookUnread, span, { kind: failure, places: name, count: mostRows }),
    };
  }
  return {
    ok: true,
    name: `${name}#${read.sheet}`,
    bytes: new TextEncoder().encode(read.csv),
    told: (file) => read.notes.map((note) => noteFinding(note, file)),
  };
}

const lost: readonly WorkbookNote["kind"][] = ["rows", "formula-without-value"];

/** The finding of a note, at the head of the sheet. */
export function noteFinding({ kind, places, count }: WorkbookNote, file: SourceFile): Diagnostic {
  const code = lost.includes(kind) ? workbookUnread : workbookNote;
  return makeDiagnostic(code, { file, start: 0, end: 0 }, { kind, places: places.join(", "), count });
}
