/** Observations (实际值): rows of data files, and those written in the plan itself. */
import Big from "big.js";
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Given } from "../plan/given.ts";
import type { Indicator } from "../plan/plan.ts";
import { convert, findUnit } from "../plan/units.ts";
import { unknownHeading } from "../tables/codes.ts";
import { findColumn } from "../tables/columns.ts";
import { readTable, type TableRow } from "../tables/read-table.ts";
import type { SourceFile } from "../text/source.ts";
import { tooManySeries } from "./codes.ts";
import { atColumn, indicatorColumn, observationColumns, sliceOfHeading, valueColumn } from "./columns.ts";
import { isMissing } from "./missing.ts";
import { type ReadValue, readCount, readValue, shareOf, unusableDenominator } from "./read-value.ts";
import {
  type ClosedPeriod,
  isFormula,
  keepReading,
  type RecordReader,
  readPeriod,
  readWord,
  requiredCell,
  textCell,
} from "./record-reader.ts";
import type { Observation } from "./records.ts";
import { type CountsFault, countsFault, halfShareAt } from "./share-counts.ts";

const states: ReadonlyMap<string, Observation["state"]> = new Map([
  ["final", "final"],
  ["provisional", "provisional"],
  ["revised", "revised"],
  ["终值", "final"],
  ["最终", "final"],
  ["正式", "final"],
  ["初步", "provisional"],
  ["暂定", "provisional"],
  ["快报", "provisional"],
  ["修订", "revised"],
  ["修正", "revised"],
]);

const slicePrefix = "dimension:";

/** Adds the observations of a data file. */
export function readObservationFile(
  reader: RecordReader,
  file: SourceFile,
  observations: Observation[],
): void {
  const shape = {
    columns: observationColumns,
    further: (heading: string) => {
      const slice = sliceOfHeading(heading);
      return slice === null ? null : slicePrefix + slice;
    },
    missing: (names: ReadonlySet<string>) =>
      names.has("value") || (names.has("numerator") && names.has("denominator")) ? [] : [valueColumn],
  };
  const indicators = new Map(reader.plan.indicators.map((indicator) => [indicator.id.value, indicator]));
  for (const row of readTable(file, shape, reader.findings, reader.rows)) {
    const name = requiredCell(reader, row, indicatorColumn);
    const id = name === null ? null : reader.indicators.find(name.value);
    if (name !== null && id === null) reader.indicators.miss(name);
    const indicator = indicators.get(id ?? "");
    if (indicator === undefined) continue;
    const observation = readObservation(reader, row, indicator);
    if (observation !== null) observations.push(observation);
  }
}

/** Adds the observations that stand in the plan under their indicators. */
export function readInlineObservations(reader: RecordReader, observations: Observation[]): void {
  const columns = new Map<string, string>();
  for (const indicator of reader.plan.indicators) {
    for (const { span, cells } of indicator.observations) {
      const named = new Map<string, Given<string>>();
      for (const [key, cell] of cells) {
        const name = columns.get(key) ?? inlineColumn(reader, key, cell);
        if (name !== null) columns.set(key, name);
        if (name !== null && !named.has(name)) named.set(name, cell);
      }
      const observation = readObservation(reader, { span, cells: named }, indicator);
      if (observation !== null) observations.push(observation);
    }
  }
}

function inlineColumn(reader: RecordReader, key: string, cell: Given<string>): string | null {
  const slice = sliceOfHeading(key);
  if (slice !== null) return slicePrefix + slice;
  const column = findColumn(observationColumns, key);
  if (column !== undefined || /^x-/i.test(key)) return column?.name ?? null;
  const near = nearest(
    key,
    observationColumns.map((c) => c.name),
  );
  reader.findings.push(
    makeDiagnostic(unknownHeading, cell.span, { heading: key, nearest: near }, { suggestion: near }),
  );
  return null;
}

/** One observation; null when a fault (reported) makes it unusable. All faults of the row are reported. */
function readObservation(reader: RecordReader, row: TableRow, indicator: Indicator): Observation | null {
  const before = reader.findings.length;
  const observation = readRow(reader, row, indicator);
  const subject = { kind: indicator.kind, id: indicator.id.value };
  const own = reader.findings.splice(before);
  for (const finding of own)
    reader.findings.push(finding.subject === null ? { ...finding, subject } : finding);
  return observation;
}

function readRow(reader: RecordReader, row: TableRow, indicator: Indicator): Observation | null {
  const at = readAt(reader, row);
  const figures = readFigures(reader, row, indicator);
  const entity = readEntity(reader, row);
  const reported = readReported(reader, row);
  const state = readWord(reader, row, "state", states);
  if (at === null || figures === null || entity === undefined || reported === undefined) return null;
  if (entity !== null && !hasRoom(reader, row, indicator, entity)) return null;
  const observation: Observation = {
    span: row.span,
    indicator: indicator.id.value,
    entity,
    at,
    value: figures.value,
    word: figures.word,
    missing: figures.missing,
    numerator: figures.numerator,
    denominator: figures.denominator,
    state: state?.value ?? "final",
    reported,
    slices: readSlices(row),
    reporter: textCell(reader, row, "reporter"),
    reason: textCell(reader, row, "reason"),
    action: textCell(reader, row, "action"),
    break: textCell(reader, row, "break"),
    source: textCell(reader, row, "source"),
    note: textCell(reader, row, "note"),
  };
  const { impossible } = figures;
  return impossible === undefined ? observation : { ...observation, impossible };
}

/** False (told once) for the first rows of one more pair of indicator and entity than can be judged. */
function hasRoom(reader: RecordReader, row: TableRow, indicator: Indicator, entity: string): boolean {
  const entities = reader.series.get(indicator) ?? new Set<string>();
  if (entities.has(entity)) return true;
  if (reader.seriesLeft === 0) {
    reader.findings.push(makeDiagnostic(tooManySeries, row.span, { most: reader.limits.series }));
  }
  reader.seriesLeft--;
  if (reader.seriesLeft < 0) return false;
  reader.series.set(indicator, entities.add(entity));
  return true;
}

function readAt(reader: RecordReader, row: TableRow): Given<ClosedPeriod> | null {
  const cell = requiredCell(reader, row, atColumn);
  return cell === null ? null : readPeriod(reader, cell, "at");
}

/** The day of the report; undefined when it cannot be read. */
function readReported(reader: RecordReader, row: TableRow): Given<number> | null | undefined {
  const cell = textCell(reader, row, "reported");
  if (cell === null) return null;
  const period = readPeriod(reader, cell, "reported");
  return period === null ? undefined : { ...period, value: period.value.end };
}

/** The entity; undefined when the plan declares entities and this is none of them. */
function readEntity(reader: RecordReader, row: TableRow): string | null | undefined {
  const cell = textCell(reader, row, "entity");
  if (cell === null) return null;
  const id = reader.entities.find(cell.value);
  if (id !== null) return id;
  reader.entities.miss(cell);
  return reader.entities.size === 0 ? cell.value : undefined;
}

/** Shared by all rows without slices, which are nearly all. */
const noSlices: ReadonlyMap<string, string> = new Map();

function readSlices(row: TableRow): ReadonlyMap<string, string> {
  let slices: Map<string, string> | null = null;
  for (const [name, cell] of row.cells) {
    if (!name.startsWith(slicePrefix) || isMissing(cell.value)) continue;
    slices ??= new Map();
    slices.set(name.slice(slicePrefix.length), cell.value);
  }
  return slices ?? noSlices;
}

type Figures = Pick<Observation, "value" | "word" | "missing" | "numerator" | "denominator" | "impossible">;

/** The value, or the share of the two counts where `value` is empty; null when a figure cannot be read. */
function readFigures(reader: RecordReader, row: TableRow, indicator: Indicator): Figures | null {
  const numerator = readCountCell(reader, row, "numerator");
  const denominator = readCountCell(reader, row, "denominator");
  if (numerator === undefined || denominator === undefined) return null;
  const figures: Figures = { value: null, word: null, missing: null, numerator, denominator };
  const cell = row.cells.get("value");
  if (cell !== undefined && cell.value !== "" && isMissing(cell.value))
    return { ...figures, missing: cell.value };
  const fault = countsFault(indicator, numerator, denominator);
  if (denominator !== null && (fault === "zero-denominator" || fault === "negative-denominator"))
    reader.findings.push(unusableDenominator(denominator, fault));
  if (cell !== undefined && cell.value !== "") {
    if (isFormula(reader, cell)) return null;
    // Where the table has no such column, the numerator repeats the value at most; an empty cell was forgotten.
    const isHalf = numerator !== null && row.cells.has("denominator") && isBlank(row, "denominator");
    if (isHalf) reader.findings.push(halfShareAt(numerator.span, indicator, true));
    const read = withRead(reader, figures, readOnce(reader, indicator, cell));
    return read === null || fault === null ? read : besideCounts(read, fault, indicator);
  }
  if (numerator === null || denominator === null) {
    if (numerator !== null && isBlank(row, "denominator") && isBlank(row, "reason"))
      reader.findings.push(halfShareAt(numerator.span, indicator, false));
    return { ...figures, missing: reasonIn(row) };
  }
  if (fault === null) return withRead(reader, figures, shareOf(indicator, numerator, denominator));
  if (denominator.value.lte(0)) return { ...figures, impossible: "value" };
  const share = withRead(reader, figures, shareOf(indicator, numerator, denominator));
  return share === null ? null : { ...share, impossible: "value" };
}

/** A value beside counts that make no share: it stands alone, unless it is the share that cannot be. */
function besideCounts(figures: Figures, fault: CountsFault, indicator: Indicator): Figures {
  const { value } = figures;
  const top = convert(hundred, findUnit("%"), indicator.unit?.value ?? null);
  const above = fault === "above-whole" && value !== null && top !== null && value.value.gt(top);
  return { ...figures, impossible: above ? "value" : "counts" };
}

const hundred = new Big(100);

/** The value of a cell; a text that was read before for the indicator has the same number. */
function readOnce(reader: RecordReader, indicator: Indicator, cell: Given<string>): ReadValue {
  const numbers = reader.numbers.get(indicator) ?? new Map<string, Big>();
  reader.numbers.set(indicator, numbers);
  const { span, origin } = cell;
  const known = numbers.get(cell.value);
  if (known !== undefined) return { kind: "number", value: { value: known, span, origin } };
  const read = readValue(indicator, cell);
  if (read.kind === "number") keepReading(numbers, cell.value, read.value.value);
  return read;
}

function withRead(reader: RecordReader, figures: Figures, read: ReadValue): Figures | null {
  if (read.kind === "number") return { ...figures, value: read.value };
  if (read.kind === "word") return { ...figures, word: read.word };
  reader.findings.push(read.finding);
  return null;
}

/** A count of a share; null when it is missing, undefined when it cannot be read. */
function readCountCell(reader: RecordReader, row: TableRow, column: string): Given<Big> | null | undefined {
  const cell = row.cells.get(column);
  if (cell === undefined || isMissing(cell.value)) return null;
  if (isFormula(reader, cell)) return undefined;
  const read = readCount(cell);
  if (read.kind === "number") return read.value;
  if (read.kind === "fault") reader.findings.push(read.finding);
  return undefined;
}

function isBlank({ cells }: TableRow, column: string): boolean {
  return (cells.get(column)?.value ?? "") === "";
}

/** The word that stands for a missing count; empty when the cells are. */
function reasonIn({ cells }: TableRow): string {
  return cells.get("numerator")?.value || cells.get("denominator")?.value || "";
}
