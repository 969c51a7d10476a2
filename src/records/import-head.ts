/** The headings of a table that is imported, in up to three rows: what each of its columns holds. */
import type { CsvRow } from "../tables/scan-csv.ts";
import { sliceOfHeading } from "./columns.ts";
import { isPeriod, withoutUnit } from "./import-heading.ts";
import { observationColumn } from "./observation-headings.ts";
import type { RecordReader } from "./record-reader.ts";

/** What a column of the table holds. */
export type Meaning =
  | { readonly kind: "column"; readonly name: string; readonly unit: string | null }
  | { readonly kind: "period"; readonly text: string; readonly unit: string | null }
  | { readonly kind: "unit" }
  | { readonly kind: "none" };

export interface Head {
  readonly row: CsvRow;
  readonly meanings: readonly Meaning[];
}

/** Titles and notes stand above headings. */
export const rowsSearched = 20;

/** Rows of headings below the first: quarters under their year, what is told of each under them. */
const furtherHeadRows = 2;

/** The first row that, read together with the one above it, names indicators and either values or periods; of a head of several rows the last. */
export function findHead(rows: readonly CsvRow[], reader: RecordReader): Head | null {
  for (const [i, row] of rows.entries()) {
    let head = headOf(row, rows.slice(Math.max(0, i - 1), i), reader);
    if (head === null) continue;
    const at = head.meanings.findIndex(
      (meaning) => meaning.kind === "column" && meaning.name === "indicator",
    );
    const above = [row];
    for (const below of rows.slice(i + 1, i + 1 + furtherHeadRows)) {
      const goesOn = ["", row.cells[at]?.text ?? ""].includes(below.cells[at]?.text ?? "?");
      const longer: Head | null = goesOn ? headOf(below, above, reader) : null;
      if (longer === null) break;
      head = longer;
      above.push(below);
    }
    return head;
  }
  return null;
}

function headOf(row: CsvRow, above: readonly CsvRow[], reader: RecordReader): Head | null {
  const over = above.map(() => "");
  const columns = row.cells.map((cell, at) => {
    const higher = above.map(({ cells }) => cells[at]?.text ?? "");
    // A year stands once over its quarters where cells are not merged.
    for (const [level, text] of higher.entries())
      if (text !== "" || !isPeriod(withoutUnit(over[level] ?? "").text, reader)) over[level] = text;
    const last = cell.text === "" ? higher.findLastIndex((text) => text !== "") : higher.length;
    const written = cell.text === "" ? (higher[last] ?? "") : cell.text;
    return columnOf(written, over.slice(0, Math.max(0, last)), reader);
  });
  if (isYearless(columns)) return null;
  const meanings = columns.map((column) => underPeriod(column, columns));
  const names = new Set(meanings.map((meaning) => (meaning.kind === "column" ? meaning.name : meaning.kind)));
  const long = names.has("value") || (names.has("numerator") && names.has("denominator"));
  return names.has("indicator") && (long || names.has("period"))
    ? { row, meanings: meanings.map(onlyFirst) }
    : null;
}

/** A column by its own heading, the headings over it, and the period that these name. */
interface Column {
  readonly meaning: Meaning;
  readonly above: readonly string[];
  readonly over: string | null;
}

const partOfYear = /季度|半年|月|\bq[1-4]\b|quarter|half/i;

/** Values under several parts of a year that nobody names: no day of the title is that of them all. */
function isYearless(columns: readonly Column[]): boolean {
  const parts = columns.flatMap(({ meaning, above, over }) => {
    const isValue = meaning.kind === "column" && meaning.name === "value";
    return isValue && over === null ? above.filter((heading) => partOfYear.test(heading)).slice(-1) : [];
  });
  return new Set(parts).size > 1;
}

/** 实际值 under 一季度 is the value of that quarter; what else stands under it is of no row alone. */
function underPeriod({ meaning, over }: Column, columns: readonly Column[]): Meaning {
  if (meaning.kind !== "column" || over === null) return meaning;
  const has = (name: string, period: string | null): boolean =>
    columns.some(
      (column) =>
        column.meaning.kind === "column" &&
        column.meaning.name === name &&
        (period === null || column.over === period),
    );
  // A period over the indicators as well is that of the title.
  if (has("at", null) || has("indicator", over) || !has("value", over)) return meaning;
  return meaning.name === "value" ? { kind: "period", text: over, unit: meaning.unit } : { kind: "none" };
}

/** A column that stands twice (本期值, 累计值; one period) is taken once; the second is told as not known. */
function onlyFirst(meaning: Meaning, at: number, meanings: readonly Meaning[]): Meaning {
  const isSecond = meanings
    .slice(0, at)
    .some(
      (other) =>
        (meaning.kind === "column" && other.kind === "column" && other.name === meaning.name) ||
        (meaning.kind === "period" && other.kind === "period" && other.text === meaning.text),
    );
  return isSecond ? { kind: "none" } : meaning;
}

const unitHeadings: readonly string[] = ["unit", "计量单位", "单位", "計量單位", "單位"];

/** `above` are the headings over several columns, from the top: 2026年 over 一季度. */
function columnOf(written: string, above: readonly string[], reader: RecordReader): Column {
  const { text, unit } = withoutUnit(written);
  const higher = above.map((heading) => withoutUnit(heading).text).filter((heading) => heading !== "");
  return { meaning: meaningOf(text, unit, higher, reader), above: higher, over: periodOf(higher, reader) };
}

function meaningOf(
  text: string,
  unit: string | null,
  above: readonly string[],
  reader: RecordReader,
): Meaning {
  if (unitHeadings.includes(text.toLowerCase())) return { kind: "unit" };
  const name = observationColumn(text);
  if (name !== null) return { kind: "column", name, unit };
  const slice = sliceOfHeading(text);
  if (slice !== null) return { kind: "column", name: `dimension:${slice}`, unit };
  const period = text === "" ? null : periodOf([...above, text], reader);
  return period === null ? { kind: "none" } : { kind: "period", text: period, unit };
}

/** The period that headings make together down to the last, which a merged cell repeats; the longest one. */
function periodOf(headings: readonly string[], reader: RecordReader): string | null {
  const once = headings.filter((heading, at) => heading !== headings[at - 1]);
  const texts = once.map((_, from) => once.slice(from).join(""));
  return texts.find((text) => isPeriod(text, reader)) ?? null;
}

/** The place of a column without a known heading whose cells name entities of the plan (街道); null for none. */
export function entityColumn(
  { meanings }: Head,
  rows: readonly CsvRow[],
  reader: RecordReader,
): number | null {
  if (meanings.some((meaning) => meaning.kind === "column" && meaning.name === "entity")) return null;
  const found = meanings.findIndex(
    ({ kind }, at) =>
      kind === "none" && rows.some(({ cells }) => reader.entities.find(cells[at]?.text ?? "") !== null),
  );
  return found < 0 ? null : found;
}
