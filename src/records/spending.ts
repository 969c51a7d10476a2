/** Spending (支出): rows of data files on actions and funds. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { budgetHolder, budgetOf } from "../plan/budgets.ts";
import type { Given } from "../plan/given.ts";
import type { Quantity } from "../plan/quantity.ts";
import { sameDimension } from "../plan/units.ts";
import { readTable, type TableRow } from "../tables/read-table.ts";
import type { SourceFile } from "../text/source.ts";
import { wrongUnit } from "./codes.ts";
import { amountColumn, atColumn, itemColumn, spendingColumns } from "./columns.ts";
import { readAmount } from "./read-value.ts";
import { type RecordReader, readPeriod, readWord, requiredCell, textCell } from "./record-reader.ts";
import type { BudgetKind, Spending } from "./records.ts";

const kinds: ReadonlyMap<string, BudgetKind> = new Map<string, BudgetKind>([
  ["action", "action"],
  ["fund", "fund"],
  ["重点任务", "action"],
  ["经费安排", "fund"],
  ["任务", "action"],
  ["举措", "action"],
  ["经费", "fund"],
]);

/** Adds the spending of a data file. */
export function readSpendingFile(reader: RecordReader, file: SourceFile, spending: Spending[]): void {
  const shape = { columns: spendingColumns, further: () => null, missing: () => [] };
  for (const row of readTable(file, shape, reader.findings, reader.rows)) {
    const entry = readEntry(reader, row);
    if (entry !== null) spending.push(entry);
  }
}

/** One entry; null when a fault (reported) makes it unusable. All faults of the row are reported. */
function readEntry(reader: RecordReader, row: TableRow): Spending | null {
  const id = readItem(reader, row);
  const cell = requiredCell(reader, row, atColumn);
  const at = cell === null ? null : readPeriod(reader, cell, "at");
  const kind = readWord(reader, row, "kind", kinds);
  const amount = readAmountCell(reader, row);
  if (id === null || at === null || amount === null) return null;
  if (!fitsBudget(reader, { kind, id, amount })) return null;
  const [line, source, note] = ["line", "source", "note"].map((column) => textCell(reader, row, column));
  return {
    span: row.span,
    kind,
    id,
    at,
    amount,
    line: line ?? null,
    source: source ?? null,
    note: note ?? null,
  };
}

function readItem(reader: RecordReader, row: TableRow): Given<string> | null {
  const cell = requiredCell(reader, row, itemColumn);
  if (cell === null) return null;
  const id = reader.budgets.find(cell.value);
  if (id === null) reader.budgets.miss(cell);
  return id === null ? null : { ...cell, value: id };
}

/** The amount; null where there is none, or (reported) none that can be read. */
function readAmountCell(reader: RecordReader, row: TableRow): Given<Quantity> | null {
  if (row.cells.get("amount")?.value !== "" && textCell(reader, row, "amount") === null) return null;
  const cell = requiredCell(reader, row, amountColumn);
  if (cell === null) return null;
  const amount = readAmount(cell);
  if (!("finding" in amount)) return amount;
  reader.findings.push(amount.finding);
  return null;
}

/** False (reported) for an amount whose unit does not convert to that of the budget. */
function fitsBudget(reader: RecordReader, entry: Pick<Spending, "kind" | "id" | "amount">): boolean {
  const holder = budgetHolder(reader.plan, entry.kind?.value ?? null, entry.id.value);
  const expected = holder === null ? null : (budgetOf(holder)?.value.unit ?? null);
  const { unit, text } = entry.amount.value;
  if (unit === null || expected === null || sameDimension(unit, expected)) return true;
  const args = { text: text.slice(0, 80), unit: unit.text, expected: expected.text, of: "budget" as const };
  const subject = holder === null ? null : { kind: holder.kind, id: holder.id.value };
  reader.findings.push(makeDiagnostic(wrongUnit, entry.amount.span, args, { subject }));
  return false;
}
