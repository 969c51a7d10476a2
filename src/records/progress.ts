/** Progress (进展): rows of data files on actions, milestones, deliverables, phases and funds. */
import type Big from "big.js";
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { parseDecimal } from "../plan/decimal.ts";
import type { Given } from "../plan/given.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import { convert, findUnit } from "../plan/units.ts";
import { readTable, type TableRow } from "../tables/read-table.ts";
import type { SourceFile } from "../text/source.ts";
import { unreadableValue } from "./codes.ts";
import { atColumn, itemColumn, progressColumns } from "./columns.ts";
import { type RecordReader, readPeriod, readWord, requiredCell, textCell } from "./record-reader.ts";
import type { ProgressEntry, ProgressState } from "./records.ts";

/** Words of cells → states; the first five are those of the format, the next five theirs in Chinese. */
export const progressWords: ReadonlyMap<string, ProgressState> = new Map<string, ProgressState>([
  ["not-started", "not-started"],
  ["in-progress", "in-progress"],
  ["done", "done"],
  ["overdue", "overdue"],
  ["suspended", "suspended"],
  ["未启动", "not-started"],
  ["推进中", "in-progress"],
  ["已完成", "done"],
  ["逾期", "overdue"],
  ["暂缓", "suspended"],
  ["not started", "not-started"],
  ["in progress", "in-progress"],
  ["ongoing", "in-progress"],
  ["under way", "in-progress"],
  ["underway", "in-progress"],
  ["completed", "done"],
  ["complete", "done"],
  ["finished", "done"],
  ["未开始", "not-started"],
  ["进行中", "in-progress"],
  ["完成", "done"],
  ["已逾期", "overdue"],
]);

const kinds: ReadonlyMap<string, string> = new Map([
  ["action", "action"],
  ["milestone", "milestone"],
  ["deliverable", "deliverable"],
  ["phase", "phase"],
  ["fund", "fund"],
  ["经费安排", "fund"],
  ["经费", "fund"],
  ["重点任务", "action"],
  ["关键节点", "milestone"],
  ["成果", "deliverable"],
  ["阶段", "phase"],
  ["任务", "action"],
  ["举措", "action"],
  ["节点", "milestone"],
]);

/** Adds the progress entries of a data file. */
export function readProgressFile(reader: RecordReader, file: SourceFile, entries: ProgressEntry[]): void {
  const shape = { columns: progressColumns, further: () => null, missing: () => [] };
  for (const row of readTable(file, shape, reader.findings, reader.rows)) {
    const entry = readEntry(reader, row);
    if (entry !== null) entries.push(entry);
  }
}

/** One entry; null when a fault (reported) makes it unusable. All faults of the row are reported. */
function readEntry(reader: RecordReader, row: TableRow): ProgressEntry | null {
  const id = readItem(reader, row);
  const cell = requiredCell(reader, row, atColumn);
  const at = cell === null ? null : readPeriod(reader, cell, "at");
  const kind = readWord(reader, row, "kind", kinds);
  const state = readWord(reader, row, "state", progressWords);
  const share = readShare(reader, row);
  const planned = textCell(reader, row, "planned");
  if (id === null || at === null || share === undefined) return null;
  return {
    span: row.span,
    kind,
    id,
    at,
    state,
    share,
    planned,
    plannedShare: planned === null ? null : plannedShare(planned, textCell(reader, row, "share")),
    done: textCell(reader, row, "done"),
    problem: textCell(reader, row, "problem"),
    next: textCell(reader, row, "next"),
    evidence: textCell(reader, row, "evidence"),
    filledBy: textCell(reader, row, "filled-by"),
    checkedBy: textCell(reader, row, "checked-by"),
    source: textCell(reader, row, "source"),
  };
}

function readItem(reader: RecordReader, row: TableRow): Given<string> | null {
  const cell = requiredCell(reader, row, itemColumn);
  if (cell === null) return null;
  const id = reader.work.find(cell.value);
  if (id === null) reader.work.miss(cell);
  return id === null ? null : { ...cell, value: id };
}

/**
 * The share done, 0..1; undefined when it cannot be read. A bare number up to 1 is a share, a larger one counts percent:
 * tables hold both 0.6 and 60.
 */
function readShare(reader: RecordReader, row: TableRow): Given<Big> | null | undefined {
  const cell = textCell(reader, row, "share");
  if (cell === null) return null;
  const share = shareOf(cell.value);
  if (share?.gte(0) && share.lte(1)) return { ...cell, value: share };
  const args = { text: cell.value.slice(0, 80), fault: "share" as const, instead: null };
  reader.findings.push(makeDiagnostic(unreadableValue, cell.span, args));
  return undefined;
}

/**
 * The share that is planned; null for words. `3` may be three kitchens: a bare number beyond 1 counts percent only where
 * the share done is written so too.
 */
function plannedShare(planned: Given<string>, share: Given<string> | null): Given<Big> | null {
  const value = shareOf(planned.value);
  if (value === null || value.lt(0) || value.gt(1)) return null;
  const isCount = parseDecimal(planned.value)?.gt(1) === true;
  return isCount && (share === null || parseDecimal(share.value) === null) ? null : { ...planned, value };
}

/** The share that a text states, `60%`, `0.6` or `60`; null for words. It may lie outside 0..1. */
export function shareOf(text: string): Big | null {
  const bare = parseDecimal(text);
  if (bare !== null) return bare.gt(1) ? bare.times("0.01") : bare;
  const reading = parseQuantity(text);
  if (!reading.ok || reading.quantity.unit === null || reading.quantity.relation !== null) return null;
  const { value, upper, unit, soft } = reading.quantity;
  if (upper !== null || soft !== null || unit.dimension !== "percent") return null;
  return convert(value, unit, findUnit("%"))?.times("0.01") ?? null;
}
