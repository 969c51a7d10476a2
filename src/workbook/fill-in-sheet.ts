/** A sheet to be filled in, as plain data, and as CSV; `write-workbook.ts` makes a workbook of it. */

/** A column with what is told to whoever fills it in. */
export interface FillInColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** Shown at the heading and at each cell; empty for none. */
  readonly note: string;
  /** Words to choose from; empty where anything may be written. */
  readonly choices: readonly string[];
  /** Kept as it is typed: a spreadsheet program would make a date of `2026-06`. */
  readonly isText: boolean;
}

export interface FillInSheet {
  readonly name: string;
  readonly columns: readonly FillInColumn[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The sheet as CSV. `mark`: begins with a byte-order mark, without which spreadsheet programs garble Chinese. A text that they
 * would run as a formula gets an apostrophe, which they take for "this is text"; signed figures are none.
 */
export function csvOf({ columns, rows }: FillInSheet, mark: boolean): string {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells) => cells.map(csvCell).join(","));
  return `${mark ? "\ufeff" : ""}${lines.join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const safe =
    /^[=+\-@\t\r]/.test(text) && !/^[-+]\d[\d.,]*\S{0,12}$/.test(text) && text !== "-" && text !== "--"
      ? `'${text}`
      : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
