/** Places in a sheet of a workbook, which is read as the CSV text that it shows: line n is row n, cell n of it column n. */
import { lineTable, positionAt, type Span } from "./source.ts";

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}

const sheetName = /^(.*\.xls[xm])#/is;

/** The workbook of a file name such as `figures.xlsx#Q2`; null for any other file. */
export function workbookOf(name: string): string | null {
  return sheetName.exec(name)?.[1] ?? null;
}

/** The cell that a place within one cell of a sheet belongs to, such as `D7`; null for a whole row, and outside of workbooks. */
export function sheetCell({ file, start, end }: Span): string | null {
  if (!file.name.includes("#") || workbookOf(file.name) === null) return null;
  const { line } = positionAt(file, start);
  let column = 0;
  let quoted = false;
  for (let at = lineTable(file)[line - 1] ?? 0; at < end; at++) {
    const sign = file.text[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "," || sign === "\n")) {
      if (at >= start) return null;
      column++;
    }
  }
  return `${columnLetters(column)}${line}`;
}

/** `file:line`, the short form in which inputs are cited; `figures.xlsx#Q2!D7` for a cell. */
export function citePlace(span: Span): string {
  const cell = sheetCell(span);
  return cell === null
    ? `${span.file.name}:${positionAt(span.file, span.start).line}`
    : `${span.file.name}!${cell}`;
}
