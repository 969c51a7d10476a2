/** The columns of an indicator table, sorted by what they hold, with what is doubtful about whole columns. */
import { parseTime, resolveTime } from "../plan/parse-time.ts";
import { isBlank, isBody } from "./cell-texts.ts";
import type { DoubtKind } from "./codes.ts";
import type { CellPlace, DoubtBook } from "./doubt-book.ts";
import type { Doubt } from "./draft.ts";
import { type GridRow, textAt } from "./grid.ts";
import type { Head } from "./head.ts";
import { foldedHeading, type Meaning, type PlainKind } from "./headings.ts";
import { isKnownUnit } from "./known-unit.ts";

/** A column of baselines or targets. */
export interface FigureColumn {
  readonly at: number;
  readonly heading: string;
  readonly role: "baseline" | "target";
  /** As the heading writes it; null when it gives none. */
  readonly time: string | null;
  readonly unit: string | null;
  /** What is doubtful about all its figures. */
  readonly doubts: readonly Doubt[];
}

export interface PlainColumn {
  readonly at: number;
  readonly heading: string;
  readonly unit: string | null;
}

export interface Columns {
  /** Columns of the indicator's name: that named so, else those of the levels, the deepest first. */
  readonly names: readonly PlainColumn[];
  /** Columns of what stands above it, the widest first. */
  readonly groups: readonly PlainColumn[];
  readonly figures: readonly FigureColumn[];
  readonly plain: ReadonlyMap<PlainKind, readonly PlainColumn[]>;
  /** Columns whose headings are not known. */
  readonly unknown: readonly PlainColumn[];
  readonly doubts: readonly Doubt[];
}

/** First day of the plan where the title tells it; `text` as it stands there. */
export interface Beginning {
  readonly day: number;
  readonly text: string;
}

type Tell = (kind: DoubtKind, at: number, text: string, more?: string) => Doubt;

/** Sorts the columns. `place` gives the cell of a heading. */
export function sortColumns(
  head: Head,
  rows: readonly GridRow[],
  beginning: Beginning | null,
  book: DoubtBook,
  place: (column: number) => CellPlace,
): Columns {
  const doubts: Doubt[] = [];
  const tell: Tell = (kind, at, text, more) => book.doubt(kind, place(at), text, more);
  const plain = new Map<PlainKind, PlainColumn[]>();
  const add = (kind: PlainKind, column: PlainColumn): void => {
    plain.set(kind, [...(plain.get(kind) ?? []), column]);
  };
  const levels: (PlainColumn & { readonly depth: number })[] = [];
  const unknown: PlainColumn[] = [];
  const figures: FigureColumn[] = [];
  const first = firstYear(head, beginning);
  const targets = head.columns.flatMap(({ meaning }) => (meaning?.kind === "target" ? [meaning.time] : []));
  head.columns.forEach(({ heading, meaning }, at) => {
    if (meaning === null) {
      if (heading === "") return;
      doubts.push(tell("column", at, heading));
      unknown.push({ at, heading, unit: null });
    } else if (meaning.kind === "level") levels.push({ at, heading, unit: null, depth: meaning.depth });
    else if (meaning.kind === "actual" && !isBefore(meaning.time, targets)) {
      doubts.push(tell("reported", at, heading));
      unknown.push({ at, heading, unit: null });
    } else if ("time" in meaning)
      figures.push(figureColumn({ at, heading, meaning, beginning, first, tell }));
    else if (meaning.kind !== "name" || !isOnlyHeading(rows, at, heading)) {
      const body = meaning.kind === "unit" ? bodyIn(rows, at) : null;
      if (body !== null) doubts.push(tell("unit-is-owner", at, heading, body));
      add(body === null ? meaning.kind : "owner", { at, heading, unit: meaning.unit });
    }
  });
  levels.sort((a, b) => a.depth - b.depth);
  const [name, ...further] = plain.get("name") ?? [];
  for (const column of further) doubts.push(tell("column", column.at, column.heading));
  return {
    names: name === undefined ? [...levels].reverse() : [name],
    groups: [...(plain.get("group") ?? []), ...(name === undefined ? levels.slice(0, -1) : levels)],
    figures,
    plain,
    unknown: [...unknown, ...further],
    doubts,
  };
}

/** True for a time that lies before all targets; without one, where no target of the headings has one. */
function isBefore(time: string | null, targets: readonly (string | null)[]): boolean {
  const day = lastDayOf(time);
  return targets.every((target) => (time === null ? target === null : day < lastDayOf(target)));
}

/** A heading that is only a year, and the year behind it. */
interface FirstYear {
  readonly at: number;
  readonly next: string;
}

/** Of headings that are only years (2020年, 2025年) the first, where years lie between it and the next and no other column holds baselines. */
function firstYear({ columns }: Head, beginning: Beginning | null): FirstYear | null {
  const kinds = new Set(columns.map(({ meaning }) => meaning?.kind));
  if (beginning !== null || kinds.has("baseline") || kinds.has("actual")) return null;
  const years = columns.flatMap(({ meaning, heading }, at) =>
    meaning?.kind === "year" ? [{ at, heading, year: Number(/\d{4}/.exec(heading)?.[0]) }] : [],
  );
  const [first, next] = years;
  return first !== undefined && next !== undefined && next.year - first.year > 1
    ? { at: first.at, next: next.heading }
    : null;
}

interface FigureInput {
  readonly at: number;
  readonly heading: string;
  readonly meaning: Extract<Meaning, { readonly time: string | null }>;
  readonly beginning: Beginning | null;
  readonly first: FirstYear | null;
  readonly tell: Tell;
}

function figureColumn({ at, heading, meaning, beginning, first, tell }: FigureInput): FigureColumn {
  const { kind, time, unit, lost } = meaning;
  const isPast = kind === "year" && beginning !== null && lastDayOf(time) < beginning.day;
  const isFirst = first?.at === at;
  const doubts: Doubt[] = [];
  if (lost !== null && time === null) doubts.push(tell("heading-time", at, heading, lost));
  if (kind === "actual") doubts.push(tell("actual", at, heading));
  if (isPast) doubts.push(tell("before-period", at, heading, beginning.text));
  else if (isFirst) doubts.push(tell("first-year", at, heading, first.next));
  else if (kind === "year") doubts.push(tell("bare-year", at, heading));
  const role = kind === "baseline" || kind === "actual" || isPast || isFirst ? "baseline" : "target";
  return { at, heading, role, time, unit, doubts };
}

/** True for a column that says 绩效指标 at the side of all rows: it names none. */
function isOnlyHeading(rows: readonly GridRow[], at: number, heading: string): boolean {
  const texts = rows
    .slice(0, rowsLookedAt)
    .map((row) => textAt(row, at))
    .filter((text) => text !== "");
  return texts.length > 0 && texts.every((text) => foldedHeading(text) === foldedHeading(heading));
}

function lastDayOf(time: string | null): number {
  const reading = time === null ? null : parseTime(time);
  if (reading?.ok !== true) return Number.POSITIVE_INFINITY;
  const calendar = { start: null, end: null, phases: () => null };
  return resolveTime(reading.expression, calendar)?.end ?? Number.POSITIVE_INFINITY;
}

/** Rows that are looked at to tell units of measurement from bodies. */
const rowsLookedAt = 50;

/** The first office or company in a column 单位; null where it holds units of measurement. */
function bodyIn(rows: readonly GridRow[], at: number): string | null {
  const texts = rows
    .slice(0, rowsLookedAt)
    .map((row) => textAt(row, at))
    .filter((text) => !isBlank(text));
  if (texts.some((text) => isKnownUnit(text))) return null;
  return texts.find((text) => isBody(text.split(/[、,，;；]/)[0] ?? "")) ?? null;
}
