/** Makes a workbook of a sheet to be filled in. Loaded only for that; only here and in `read-workbook.ts` is XLSX known. */
import { type Cell, type DataValidation, writeXlsx } from "hucre/xlsx";
import { columnLetters } from "../text/column-letters.ts";
import type { FillInSheet } from "./fill-in-sheet.ts";

/**
 * The workbook: headings that stay in view, choices as lists, notes at headings and cells. Every text is a text, also one
 * that begins with `=`; nothing is protected. `day` (ISO) dates it, so that equal sheets give equal workbooks.
 */
export async function writeWorkbook({ name, columns, rows }: FillInSheet, day: string): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  const heading = { font: { bold: true } };
  columns.forEach((column, at) => {
    const comment = column.note === "" ? {} : { comment: { text: column.note, author: "planwright" } };
    cells.set(`0,${at}`, { value: column.heading, type: "string", style: heading, ...comment });
    if (!column.isText) return;
    rows.forEach((row, line) => {
      cells.set(`${line + 1},${at}`, { value: row[at] ?? "", type: "string", style: { numFmt: "@" } });
    });
  });
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ width }) => ({ width })),
        rows: [
          columns.map((column) => column.heading),
          ...rows.map((row) => row.map((text) => text || null)),
        ],
        cells,
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap((column, at) => validationOf(column, at, rows.length)),
      },
    ],
    properties: { creator: "planwright", created: new Date(day), modified: new Date(day) },
  });
}

function validationOf(
  { heading, note, choices }: FillInSheet["columns"][number],
  at: number,
  count: number,
): readonly DataValidation[] {
  const column = columnLetters(at);
  const range = `${column}2:${column}${count + 1}`;
  const told = note === "" ? {} : { showInputMessage: true, inputTitle: heading, inputMessage: note };
  if (choices.length > 0)
    return [{ type: "list", values: [...choices], allowBlank: true, showErrorMessage: true, range, ...told }];
  return note === "" ? [] : [{ type: "custom", formula1: "TRUE", allowBlank: true, range, ...told }];
}
