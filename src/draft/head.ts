/** Finds the headings of an indicator table: one to three rows, below titles, above the indicators. */
import { type GridRow, textAt } from "./grid.ts";
import { type Meaning, meaningOf } from "./headings.ts";

/** What a column holds, and its heading in one line. */
export interface HeadColumn {
  readonly heading: string;
  readonly meaning: Meaning | null;
}

export interface Head {
  readonly columns: readonly HeadColumn[];
  /** Its rows, as places among the rows of the table: from `first` to `last`. */
  readonly first: number;
  readonly last: number;
}

/** Titles and remarks stand above headings. */
const rowsSearched = 30;
const mostHeadRows = 3;

/** The headings; null when no row names an indicator column beside another column that is known. */
export function findHead(rows: readonly GridRow[]): Head | null {
  for (let at = 0; at < Math.min(rows.length, rowsSearched); at++) {
    const alone = columnsOf(rows, at, at);
    if (!isHead(alone)) continue;
    const first = at > 0 && standsOver(rows, at - 1, at) ? at - 1 : at;
    let last = at;
    while (last - first + 1 < mostHeadRows && goesOn(rows, last, alone)) last++;
    return { columns: columnsOf(rows, first, last), first, last };
  }
  return null;
}

function isHead(columns: readonly HeadColumn[]): boolean {
  const kinds = new Set(columns.flatMap(({ meaning }) => (meaning === null ? [] : [meaning.kind])));
  return (kinds.has("name") || kinds.has("level")) && kinds.size >= 2;
}

function columnsOf(rows: readonly GridRow[], first: number, last: number): readonly HeadColumn[] {
  const width = Math.max(...rows.slice(first, last + 1).map(({ cells }) => cells.length));
  // A heading stands once over its columns where cells are not merged.
  const over: string[] = [];
  return Array.from({ length: width }, (_, column) => {
    const texts: string[] = [];
    for (let at = first; at <= last; at++) {
      const own = textAt(rows[at], column);
      const below = at < last && textAt(rows[at + 1], column) !== "";
      if (own !== "" || !below) over[at] = own;
      const text = own === "" && below ? (over[at] ?? "") : own;
      if (text !== "" && !texts.includes(text)) texts.push(text);
    }
    const heading = texts.join(" ");
    return { heading, meaning: meaningOfAll(texts, heading) };
  });
}

/** Of 目标值 over 2025年 both together; where they mean nothing together, the lowest that means something. */
function meaningOfAll(texts: readonly string[], heading: string): Meaning | null {
  const together = meaningOf(heading);
  if (together !== null || texts.length < 2) return together;
  for (const text of [...texts].reverse()) {
    const meaning = meaningOf(text);
    if (meaning !== null) return meaning;
  }
  return null;
}

/** True where the row above is part of the headings: what stands in it are headings over columns, and no title. */
function standsOver(rows: readonly GridRow[], above: number, at: number): boolean {
  const there = (rows[above]?.cells ?? []).flatMap(({ text }, column) =>
    text === "" ? [] : [{ text, column }],
  );
  const adjoining = (rows[above]?.line ?? 0) + 1 === rows[at]?.line;
  const first = rows[at]?.cells.findIndex(({ text }) => text !== "") ?? 0;
  const [only] = there;
  const isTitle =
    there.length === 1 ? (only?.column ?? 0) <= first : new Set(there.map(({ text }) => text)).size < 2;
  return adjoining && !isTitle && only !== undefined && there.every(({ text }) => isHeadingText(text));
}

function isHeadingText(text: string): boolean {
  return meaningOf(text) !== null || /^[^\d:：]{1,12}$/.test(text);
}

/** True where the row below belongs to the headings: its cell under the indicator's heading is empty or merged with it, and it has headings. */
function goesOn(rows: readonly GridRow[], last: number, head: readonly HeadColumn[]): boolean {
  const below = rows[last + 1];
  if (below === undefined) return false;
  const names = head.flatMap(({ meaning }, column) =>
    meaning?.kind === "name" || meaning?.kind === "level" ? [column] : [],
  );
  const isNamed = names.some((column) => {
    const text = textAt(below, column);
    return text !== "" && text !== textAt(rows[last], column);
  });
  if (isNamed) return false;
  const further = below.cells.filter(
    ({ text }, column) => text !== "" && text !== textAt(rows[last], column),
  );
  return (
    further.length > 0 &&
    further.every(({ text }) => isHeadingText(text)) &&
    further.some(({ text }) => meaningOf(text) !== null)
  );
}
