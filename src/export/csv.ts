/** A table of results as CSV (RFC 4180), with a byte-order mark: without it, Excel reads Chinese in another encoding. */
import type { Cell } from "./result-columns.ts";
import type { ResultTable } from "./result-table.ts";

/** What a spreadsheet may take for the start of a formula, full-width forms included. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;
/** Signs that no cell can show. */
const controls = /[^\P{Cc}\t\r\n]/gu;

/** The whole file. Figures stand as exact decimals with a point; texts that look like formulas get an apostrophe before them. */
export function csvText({ headings, rows }: ResultTable): string {
  const lines = [headings.map(textField), ...rows.map((row) => row.map(field))];
  return `\ufeff${lines.map((fields) => `${fields.join(",")}\r\n`).join("")}`;
}

function field(cell: Cell): string {
  if (cell === null) return "";
  return cell.kind === "text" ? textField(cell.text) : cell.text;
}

function textField(text: string): string {
  const shown = text.replace(controls, "");
  const safe = formulaStart.test(shown) ? `'${shown}` : shown;
  return safe !== shown || needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
