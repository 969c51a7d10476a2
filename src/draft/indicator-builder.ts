/** An indicator of a draft, gathered from its row, or its rows. */
import { daySerial } from "../plan/days.ts";
import {
  attributeOf,
  directionOf,
  isBlank,
  isRhythm,
  nameAndUnit,
  namesIn,
  performanceOf,
  readDeadline,
  readFigure,
  readOwners,
  readWeight,
} from "./cell-texts.ts";
import type { FigureColumn } from "./columns.ts";
import type { CellPlace } from "./doubt-book.ts";
import type { DatedFact, Doubt, DraftIndicator, Fact, TextField, Unread } from "./draft.ts";
import { type GridRow, textAt } from "./grid.ts";
import type { PlainKind } from "./headings.ts";
import type { SortedTable } from "./read-table.ts";

export interface IndicatorBuilder {
  readonly name: string;
  readonly cell: string;
  /** The name as the table writes it. */
  readonly written: string;
  readonly groups: readonly string[];
  readonly table: number;
  code: string | null;
  readonly texts: Map<TextField, Fact>;
  readonly baselines: DatedFact[];
  readonly targets: DatedFact[];
  owners: readonly string[];
  readonly unread: Unread[];
  readonly doubts: Doubt[];
}

interface NamedRow {
  readonly name: string;
  readonly groups: readonly string[];
  readonly row: GridRow;
  readonly column: number;
}

/** Begins an indicator; its row is added by `addRow`. */
export function beginIndicator(
  { name: written, groups, row, column }: NamedRow,
  table: SortedTable,
): IndicatorBuilder {
  const { name, unit } = nameAndUnit(written);
  const texts = new Map<TextField, Fact>();
  const { cell } = table.place(row, column);
  if (unit !== null) texts.set("unit", { text: unit, cell, doubts: [] });
  const own = distinct(groups).filter((group) => group !== written);
  const performance = [...own]
    .reverse()
    .map(performanceOf)
    .find((one) => one !== null);
  if (performance !== undefined && performance !== null)
    texts.set("performance", { text: performance, cell, doubts: [] });
  return {
    name,
    cell,
    written,
    groups: own,
    table: table.ordinal,
    code: null,
    texts,
    baselines: [],
    targets: [],
    owners: [],
    unread: [],
    doubts: [],
  };
}

/** Adds what a row says. A field that is stated already keeps its first text; another one is kept unread. */
export function addRow(builder: IndicatorBuilder, row: GridRow, table: SortedTable): void {
  const input: RowInput = { builder, row, table };
  addCode(input);
  for (const [kind, field, read] of textColumns) addText(input, kind, field, read);
  addOwners(input);
  const told = addFigures(input);
  addChanges(input, told);
  for (const { at, heading } of table.columns.unknown) {
    const text = textAt(row, at);
    if (!isBlank(text)) builder.unread.push({ text, heading, cell: table.place(row, at).cell, doubts: [] });
  }
}

/** What was gathered; a unit that stands above the table is that of an indicator which states none. */
export function finished(builder: IndicatorBuilder, { unit }: SortedTable): DraftIndicator {
  if (unit !== null && !builder.texts.has("unit")) builder.texts.set("unit", unit);
  return builder;
}

interface RowInput {
  readonly builder: IndicatorBuilder;
  readonly row: GridRow;
  readonly table: SortedTable;
}

type ReadText = (text: string, unit: string | null) => string | null;
const asItStands: ReadText = (text) => text;

const textColumns: readonly (readonly [PlainKind, TextField, ReadText])[] = [
  ["unit", "unit", asItStands],
  ["weight", "weight", readWeight],
  ["definition", "definition", asItStands],
  ["method", "definition", asItStands],
  ["note", "note", asItStands],
  ["frequency", "frequency", (text) => (isRhythm(text) ? text : null)],
  ["attribute", "attribute", attributeOf],
  ["direction", "direction", directionOf],
  ["source", "source", asItStands],
];

/** Texts that may stand in several columns or rows: they are joined. */
const joined: ReadonlySet<TextField> = new Set(["definition", "note"]);

function addText({ builder, row, table }: RowInput, kind: PlainKind, field: TextField, read: ReadText): void {
  for (const column of table.columns.plain.get(kind) ?? []) {
    const text = textAt(row, column.at);
    if (isBlank(text)) continue;
    const place = table.place(row, column.at);
    const before = builder.texts.get(field);
    const isShared = kind === "weight" && isSharedCell(row, column.at, table);
    const value = isShared ? null : read(text, column.unit);
    if (value === null)
      keepUnread(
        builder,
        { kind: isShared ? "shared-figure" : "unread", place, text, heading: column.heading },
        table,
      );
    else if (before === undefined) builder.texts.set(field, { text: value, cell: place.cell, doubts: [] });
    else if (joined.has(field) && !before.text.includes(value))
      builder.texts.set(field, {
        ...before,
        text: `${before.text}${/\p{Script=Han}/u.test(before.text) ? "；" : "; "}${value}`,
      });
    else if (before.text !== value && !joined.has(field))
      keepUnread(builder, { kind: "unread", place, text, heading: column.heading }, table);
  }
}

interface KeptText {
  readonly kind: "unread" | "change" | "shared-figure" | "spare-date";
  readonly place: CellPlace;
  readonly text: string;
  readonly heading: string;
}

function keepUnread(
  builder: IndicatorBuilder,
  { kind, place, text, heading }: KeptText,
  { book }: SortedTable,
): void {
  const doubt = book.doubt(kind, place, text, heading);
  builder.unread.push({ text, heading, cell: place.cell, doubts: [doubt] });
}

/** True for a cell that is merged over rows of other indicators too. */
function isSharedCell(row: GridRow, column: number, { columns, findMerged }: SortedTable): boolean {
  const range = findMerged(row.line, column);
  if (range === null || range.lastLine === range.firstLine) return false;
  const name = findMerged(row.line, columns.names[0]?.at ?? 0);
  return range.firstLine < (name?.firstLine ?? row.line) || range.lastLine > (name?.lastLine ?? row.line);
}

function addCode({ builder, row, table }: RowInput): void {
  const [column] = table.columns.plain.get("code") ?? [];
  const text = column === undefined ? "" : textAt(row, column.at);
  if (!isBlank(text)) builder.code ??= text;
}

function addOwners({ builder, row, table }: RowInput): void {
  const { plain } = table.columns;
  const leads = [...(plain.get("lead") ?? []), ...(plain.get("owner") ?? [])];
  const names: string[] = [];
  for (const { at } of leads) {
    const text = textAt(row, at);
    if (isBlank(text)) continue;
    const read = readOwners(text);
    const [first] = read.names;
    if (!read.sure && first !== undefined && names.length === 0)
      builder.doubts.push(table.book.doubt("first-leads", table.place(row, at), text, first));
    names.push(...read.names);
  }
  for (const { at } of plain.get("partners") ?? []) names.push(...namesIn(textAt(row, at)));
  builder.owners = distinct([...builder.owners, ...names]);
}

/** Cells of the row with tracked changes, but for those of figures, beside which it stands already. */
function addChanges({ builder, row, table }: RowInput, told: ReadonlySet<number>): void {
  row.cells.forEach(({ text }, at) => {
    if (table.isChanged(row.line, at) && !told.has(at))
      builder.doubts.push(table.book.doubt("tracked", table.place(row, at), text));
  });
}

/** Adds the figures of a row; gives the columns beside whose figures it stands that they are a tracked change. */
function addFigures(input: RowInput): ReadonlySet<number> {
  const { builder, row, table } = input;
  const told = new Set<number>();
  const deadline = deadlineOf(input);
  let used = false;
  for (const column of table.columns.figures) {
    const text = textAt(row, column.at);
    const reading = readFigure(text);
    if (reading.kind === "missing") continue;
    const place = table.place(row, column.at);
    const isShared = isSharedCell(row, column.at, table) && /^[-+]?[\d.,]+[%％]?$/.test(text);
    if (reading.kind !== "level" || isShared) {
      const kind = isShared ? "shared-figure" : reading.kind === "change" ? "change" : "unread";
      keepUnread(builder, { kind, place, text, heading: column.heading }, table);
      continue;
    }
    const by = column.role === "target" ? deadline : null;
    const at = reading.at ?? (isNearer(by, column) ? by?.text : column.time) ?? by?.text ?? null;
    used ||= by !== null && at === by.text;
    const { figure, unit } = inUnit(builder, column, reading, place.cell);
    const doubts = [
      ...column.doubts,
      ...(by !== null && at === by.text ? by.doubts : []),
      ...fractionDoubt(figure, unit, place, table),
      ...dayDoubt(figure, unit, place, table),
    ];
    if (table.isChanged(row.line, column.at)) {
      doubts.push(table.book.doubt("tracked", place, text));
      told.add(column.at);
    }
    const list = column.role === "baseline" ? builder.baselines : builder.targets;
    list.push({ text: figure, cell: place.cell, at, doubts });
  }
  if (deadline !== null && !used)
    keepUnread(
      builder,
      { kind: "spare-date", place: deadline.place, text: deadline.written, heading: deadline.heading },
      table,
    );
  return told;
}

interface FigureInUnit {
  readonly figure: string;
  /** Unit in which a bare figure stands; null where it carries its own, or none is known. */
  readonly unit: string | null;
}

/**
 * A figure with the unit that holds for it: behind it, in its heading, or its indicator's. An indicator without one takes
 * it over; a bare figure under a heading of another unit gets that behind it.
 */
function inUnit(
  builder: IndicatorBuilder,
  { unit: inHeading }: FigureColumn,
  { text, unit: behind }: { readonly text: string; readonly unit: string | null },
  cell: string,
): FigureInUnit {
  const stated = behind ?? inHeading;
  const own = builder.texts.get("unit")?.text ?? null;
  if (own === null && stated !== null) builder.texts.set("unit", { text: stated, cell, doubts: [] });
  if (behind !== null) return { figure: text, unit: null };
  const isOther = inHeading !== null && own !== null && inHeading.toLowerCase() !== own.toLowerCase();
  return isOther ? { figure: `${text}${inHeading}`, unit: null } : { figure: text, unit: own ?? stated };
}

function fractionDoubt(
  text: string,
  unit: string | null,
  place: CellPlace,
  { book }: SortedTable,
): readonly Doubt[] {
  return isShare(unit) && /^0?\.\d+$/.test(text) ? [book.doubt("fraction", place, text, unit)] : [];
}

/**
 * A day number among figures, as sheets give a day that lost its format: the first or last day of a month, or any where shares
 * are told. Other figures of five digits are figures.
 */
function dayDoubt(
  text: string,
  unit: string | null,
  place: CellPlace,
  { book }: SortedTable,
): readonly Doubt[] {
  const day = /^\d{5}$/.test(text) ? daySerial(text) : null;
  if (day === null || day < "2015" || day > "2046") return [];
  const next = daySerial(`${Number(text) + 1}`) ?? "";
  const isEdge = day.endsWith("-01") || next.endsWith("-01");
  return isEdge || isShare(unit) ? [book.doubt("figure-or-day", place, text, day)] : [];
}

function isShare(unit: string | null): unit is string {
  return unit !== null && /^(?:%|％|百分比|percent(?:age)?)$/i.test(unit);
}

interface Deadline {
  readonly text: string;
  readonly written: string;
  readonly heading: string;
  readonly place: CellPlace;
  readonly doubts: readonly Doubt[];
}

/** The day by which the row's targets are to be reached; null when the row gives none that can be read. Others are kept. */
function deadlineOf({ builder, row, table }: RowInput): Deadline | null {
  let found: Deadline | null = null;
  for (const { at, heading } of table.columns.plain.get("deadline") ?? []) {
    const written = textAt(row, at);
    if (isBlank(written)) continue;
    const place = table.place(row, at);
    const reading = readDeadline(written);
    if (reading.kind === "unread" || found !== null) {
      const kind = reading.kind === "unread" ? "unread" : "spare-date";
      keepUnread(builder, { kind, place, text: written, heading }, table);
      continue;
    }
    const doubts = reading.kind === "serial" ? [table.book.doubt("serial", place, written, reading.day)] : [];
    found = { text: reading.kind === "serial" ? reading.day : reading.text, written, heading, place, doubts };
  }
  return found;
}

/** True where the deadline lies in the year of the heading, and so says more than it. */
function isNearer(deadline: Deadline | null, { time }: FigureColumn): boolean {
  const year = (text: string): string | null => /\d{4}/.exec(text)?.[0] ?? null;
  return (
    deadline !== null && time !== null && year(deadline.text) === year(time) && /^\d{4}\s*年?度?$/.test(time)
  );
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
