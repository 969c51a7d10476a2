/** What the readers of all record kinds share: the plan, the findings, and the names not found so far. */
import type Big from "big.js";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import { fundsOf } from "../plan/budgets.ts";
import { toSimplified } from "../plan/chinese-number.ts";
import { daySerial } from "../plan/days.ts";
import type { Given } from "../plan/given.ts";
import type { Limits } from "../plan/limits.ts";
import { type PlanCalendar, parseTime, resolveTime } from "../plan/parse-time.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import type { Period } from "../plan/time.ts";
import { missingCell } from "../tables/codes.ts";
import type { Column } from "../tables/columns.ts";
import type { RowAllowance, TableRow } from "../tables/read-table.ts";
import { late } from "../text/late.ts";
import { formulaCell, unreadableDate, unreadableState } from "./codes.ts";
import { isMissing } from "./missing.ts";
import { makeNameBook, type NameBook } from "./name-book.ts";

/** A period with both ends. */
export type ClosedPeriod = Period & { readonly start: number; readonly end: number };

export interface RecordReader {
  readonly plan: Plan;
  readonly calendar: PlanCalendar;
  readonly findings: Diagnostic[];
  readonly indicators: NameBook;
  readonly entities: NameBook;
  /** What progress is told of, and what money is spent on. */
  readonly work: NameBook;
  readonly budgets: NameBook;
  /** Rows that the data files of the plan may have together. */
  readonly rows: RowAllowance;
  /** Readings of texts that stand in many rows: a million rows have few different days, and often few values. */
  readonly periods: Map<string, ClosedPeriod>;
  readonly numbers: Map<Indicator, Map<string, Big>>;
  /** Pairs of indicator and entity that have a row so far. */
  readonly series: Map<Indicator, Set<string>>;
  seriesLeft: number;
  readonly limits: Limits;
}

/** Most different texts whose reading is kept. */
const mostKept = 10_000;

/** Keeps the reading of a text for the next row that has it. */
export function keepReading<T>(kept: Map<string, T>, text: string, reading: T): void {
  if (kept.size < mostKept) kept.set(text, reading);
}

/** Makes the reader of a plan's records. */
export function makeRecordReader(plan: Plan, limits: Limits): RecordReader {
  const placed = new Map(
    plan.phases.flatMap((phase) => {
      const period = phase.period.find((s) => s.is.value.period !== null)?.is.value.period ?? null;
      return period === null ? [] : [[phase.id.value, period] as const];
    }),
  );
  return {
    plan,
    calendar: {
      start: plan.period?.start?.value ?? null,
      end: plan.period?.end?.value ?? null,
      phases: (id) => placed.get(id) ?? null,
    },
    findings: new FindingList(),
    indicators: makeNameBook(plan.indicators),
    entities: makeNameBook(plan.entities),
    work: makeNameBook([
      ...plan.actions,
      ...plan.milestones,
      ...plan.deliverables,
      ...plan.phases,
      ...fundsOf(plan),
    ]),
    budgets: makeNameBook([...plan.actions, ...fundsOf(plan)]),
    rows: { most: limits.rows, used: 0 },
    periods: new Map(),
    numbers: new Map(),
    series: new Map(),
    seriesLeft: limits.series,
    limits,
  };
}

/** The text of a cell; null when it is empty, says that there is nothing, or holds a formula (which is reported). */
export function textCell(reader: RecordReader, row: TableRow, column: string): Given<string> | null {
  const cell = row.cells.get(column);
  if (cell === undefined || isMissing(cell.value)) return null;
  return isFormula(reader, cell) ? null : cell;
}

const signedNumber = late(() => /^\+[\d.,]{1,40} {0,2}[\p{L}%％‰/]{0,12}$/u);

/** Reports a cell that a spreadsheet would run; true when it did. Signed numbers are none. */
export function isFormula(reader: RecordReader, cell: Given<string>): boolean {
  if (!/^[=+@]/.test(cell.value) || signedNumber().test(cell.value)) return false;
  reader.findings.push(makeDiagnostic(formulaCell, cell.span, { text: cell.value.slice(0, 80) }));
  return true;
}

/** The text of a required cell; its absence is reported. */
export function requiredCell(reader: RecordReader, row: TableRow, column: Column): Given<string> | null {
  const cell = row.cells.get(column.name);
  if (cell !== undefined && cell.value !== "") return isFormula(reader, cell) ? null : cell;
  const args = { column: column.name, chinese: column.chinese };
  reader.findings.push(makeDiagnostic(missingCell, cell?.span ?? row.span, args));
  return null;
}

/** The days of a date or period; null (reported) when it has none. Phases are no dates of a record. */
export function readPeriod(
  reader: RecordReader,
  cell: Given<string>,
  column: string,
): Given<ClosedPeriod> | null {
  const { span, origin } = cell;
  const known = reader.periods.get(cell.value);
  if (known !== undefined) return { value: known, span, origin };
  const reading = parseTime(cell.value);
  const named = reading.ok && reading.expression.kind === "name";
  const period = reading.ok && !named ? resolveTime(reading.expression, reader.calendar) : null;
  if (period !== null && period.start !== null && period.end !== null) {
    const value = { start: period.start, end: period.end };
    keepReading(reader.periods, cell.value, value);
    return { value, span, origin };
  }
  const fault = reading.ok ? null : reading.fault;
  const impossible = fault?.code === "impossible-date" ? "yes" : "no";
  const serial = daySerial(cell.value);
  const args = { column, text: cell.value.slice(0, 80), impossible, serial };
  const suggestion = serial ?? fault?.hint ?? null;
  reader.findings.push(makeDiagnostic(unreadableDate, cell.span, args, { suggestion }));
  return null;
}

/** A word of a cell and what it means; null for an empty cell or (reported) an unknown word. */
export function readWord<W extends string>(
  reader: RecordReader,
  row: TableRow,
  column: string,
  words: ReadonlyMap<string, W>,
): Given<W> | null {
  const cell = textCell(reader, row, column);
  if (cell === null) return null;
  const meaning = words.get(toSimplified(cell.value.trim().toLowerCase()));
  if (meaning !== undefined) return { ...cell, value: meaning };
  const allowed = [...words.keys()];
  const args = {
    column,
    text: cell.value.slice(0, 80),
    allowed: allowed.filter((w) => /^[a-z]/.test(w)).join(", "),
    allowedChinese: allowed.filter((w) => !/^[a-z]/.test(w)).join("、"),
  };
  reader.findings.push(makeDiagnostic(unreadableState, cell.span, args));
  return null;
}
