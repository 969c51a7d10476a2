/** A table of results as a workbook (XLSX). Loaded only when one is written: the library is large. */

import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { parseIsoDay } from "../plan/days.ts";
import { columnLetters } from "../text/column-letters.ts";
import type { Cell } from "./result-columns.ts";
import type { ResultTable } from "./result-table.ts";

/** Days from Excel's day zero to 1970-01-01. Before March 1900 Excel counts a day that never was. */
const epoch = 25_569;
const firstTrueDay = 61;
/** Digits that a cell holds; whole numbers with more stand as text. */
const mostDigits = 15;
/** Signs that XML cannot hold, and halves of surrogate pairs. */
const notInXml = /[^\P{Cc}\t\r\n]|\p{Cs}|[\ufffe\uffff]/gu;
/** Letters that a cell holds. */
const mostLetters = 32_767;

const formats = { general: "General", share: "0.0%", day: "yyyy-mm-dd", text: "@" } as const;

/** The bytes of the workbook; the same for the same table and day. */
export async function workbookBytes(table: ResultTable, asOf: string): Promise<Uint8Array> {
  const day = new Date(`${asOf.length === 10 ? asOf : "2000-01-01"}T00:00:00Z`);
  const heads = table.headings.map((text): Written => ({ value: text, format: null }));
  const rows = [
    heads,
    ...table.rows.map((row) => row.map((cell, at) => written(cell, table.shows[at] ?? "general"))),
  ];
  return writeXlsx({
    properties: {
      created: day,
      modified: day,
      creator: "planwright",
      title: fitting(table.about[0]?.[1] ?? ""),
    },
    sheets: [
      {
        name: table.title,
        columns: table.headings.map((heading) => ({ width: Math.min(30, 4 + [...heading].length * 2) })),
        cells: cellsOf(rows),
        freezePane: { rows: 1, columns: 2 },
        autoFilter: { range: `A1:${columnLetters(table.headings.length - 1)}${rows.length}` },
      },
      {
        name: table.aboutTitle,
        columns: [{ width: 16 }, { width: 60 }],
        rows: table.about.map(([name, text]) => [fitting(name), fitting(text)]),
      },
    ],
  });
}

interface Written {
  readonly value: string | number | null;
  readonly format: string | null;
}

function written(cell: Cell, shows: "general" | "share"): Written {
  if (cell === null) return { value: null, format: null };
  if (cell.kind === "day") {
    const serial = (parseIsoDay(cell.text) ?? 0) + epoch;
    return serial < firstTrueDay
      ? { value: cell.text, format: formats.text }
      : { value: serial, format: formats.day };
  }
  if (cell.kind === "text") return { value: fitting(cell.text), format: formats.text };
  const [whole = ""] = cell.text.replace("-", "").split(".");
  return whole.length > mostDigits
    ? { value: cell.text, format: formats.text }
    : { value: Number(cell.text), format: formats[shows] };
}

type Cells = NonNullable<WriteSheet["cells"]>;

function cellsOf(rows: readonly (readonly Written[])[]): Cells {
  const cells: Cells = new Map();
  for (const [at, row] of rows.entries()) {
    for (const [column, { value, format }] of row.entries()) {
      if (value === null) continue;
      const style = at === 0 ? { font: { bold: true } } : format === null ? {} : { numFmt: format };
      cells.set(`${at},${column}`, { value, type: typeof value === "number" ? "number" : "string", style });
    }
  }
  return cells;
}

function fitting(text: string): string {
  return text.replace(notInXml, "").slice(0, mostLetters);
}
