/** Cells of data files that name items of a plan, by id or by name. */
import type { Compilation } from "../compile.ts";
import type { Item, ItemKind } from "../plan/plan.ts";
import type { PlanIndex } from "../plan/plan-index.ts";
import { observationColumns, progressColumns } from "../records/columns.ts";
import { makeNameBook } from "../records/name-book.ts";
import { findColumn } from "../tables/columns.ts";
import { type CsvCell, type CsvRow, scanCsv } from "../tables/scan-csv.ts";
import type { SourceFile, Span } from "../text/source.ts";

/** A cell and the item that it names. */
export interface NamingCell {
  readonly item: Item;
  readonly at: Span;
  /** The text of the cell: an id or a name. */
  readonly written: string;
}

/** Most cells that are listed for one item; a sheet may have millions. */
export const mostCells = 20_000;

const workKinds: readonly ItemKind[] = ["action", "milestone", "deliverable", "phase", "mechanism"];

/** The data files of observations, progress and spending that a plan was read from; workbooks are no texts and not among them. */
export function dataFilesOf({ records, file }: Compilation): readonly SourceFile[] {
  if (records === null) return [];
  const files = new Set<SourceFile>();
  for (const list of [records.observations, records.progress, records.spending])
    for (const { span } of list) files.add(span.file);
  return [...files].filter((one) => one !== file && !isWorkbookName(one.name));
}

/** True for the name of a sheet, as findings tell it: `figures.xlsx#Q2`. */
export function isWorkbookName(name: string): boolean {
  return /\.xls[xm]#/i.test(name);
}

/** The item that a cell at an offset of a data file names; null for none. */
export function cellAt(index: PlanIndex, file: SourceFile, offset: number): NamingCell | null {
  if (!/\.(?:csv|tsv)$/i.test(file.name)) return null;
  for (const cell of namingCells(index, file)) {
    if (cell.at.start > offset) return null;
    if (offset <= cell.at.end) return cell;
  }
  return null;
}

/** All cells of a data file that name an item, in the order of the file. */
export function* namingCells(index: PlanIndex, file: SourceFile): Generator<NamingCell, undefined> {
  const { header, rows } = scanCsv(file);
  if (header === null) return;
  const columns = namingColumns(header, index);
  if (columns.length === 0) return;
  for (const { cells } of rows) {
    for (const { position, find } of columns) {
      const cell = cells[position];
      const item = cell === undefined || cell.text === "" ? null : find(cell.text);
      if (cell !== undefined && item !== null) yield { item, at: cell.span, written: cell.text };
    }
  }
}

interface NamingColumn {
  readonly position: number;
  readonly find: (written: string) => Item | null;
}

/** The columns of a table that hold ids or names, with what may stand in them. */
function namingColumns({ cells }: CsvRow, index: PlanIndex): readonly NamingColumn[] {
  const isOf = (columns: typeof observationColumns, name: string) => (cell: CsvCell) =>
    findColumn(columns, cell.text)?.name === name;
  const found = (position: number, kinds: readonly ItemKind[]): readonly NamingColumn[] => {
    if (position < 0) return [];
    const book = makeNameBook(index.items.filter(({ kind }) => kinds.includes(kind)));
    const find = (written: string): Item | null => index.findAny(kinds, book.find(written) ?? "") ?? null;
    return [{ position, find }];
  };
  const indicator = cells.findIndex(isOf(observationColumns, "indicator"));
  const columns =
    indicator < 0
      ? found(cells.findIndex(isOf(progressColumns, "id")), workKinds)
      : [
          ...found(indicator, ["indicator"]),
          ...found(cells.findIndex(isOf(observationColumns, "entity")), ["entity"]),
        ];
  return [...columns].sort((a, b) => a.position - b.position);
}
