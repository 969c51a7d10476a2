/** Rows of an observation file and their CSV text. */

export const columns = [
  "indicator",
  "entity",
  "at",
  "value",
  "numerator",
  "denominator",
  "state",
  "reported",
  "reporter",
  "reason",
  "action",
  "note",
] as const;

/** One row; a column that is not named stays empty. */
export type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/** The file, headings first, lines ended by a line feed. Cells here hold no comma, quote or line break. */
export function csv(rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? "").join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

/** `units` counted in steps of 10^-places, as a plain decimal without trailing zeros: (1250, 2) is `12.5`. */
export function decimal(units: number, places: number): string {
  const digits = String(Math.abs(units)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  return `${units < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
