/** A table of a Word document as it is drawn: rows of cells that span columns and go on from the row above. */

/** A cell as the document has it. */
export interface WordCell {
  readonly text: string;
  /** Columns that it takes. */
  readonly span: number;
  /** `restart`: the first of several rows; `continue`: the cell above goes on. */
  readonly vertical: "restart" | "continue" | null;
  /** It holds tracked changes that are not accepted yet. */
  readonly isChanged: boolean;
}

/** A cell by its place; line one-based, column zero-based. */
export interface CellAt {
  readonly line: number;
  readonly column: number;
}

export interface WordRow {
  /** Columns left out before its first cell. */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

/** A merged range; lines one-based, columns zero-based, ends inclusive. */
export interface MergedCells {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface SquareTable {
  /** As CSV; row n is line n. */
  readonly csv: string;
  readonly merged: readonly MergedCells[];
  /** The cells with tracked changes. */
  readonly changed: readonly CellAt[];
}

/** Most columns of a table; Word draws 63. */
const mostColumns = 200;

interface Placed {
  readonly text: string;
  readonly first: boolean;
}

/** The table with all its cells: each of a merged range holds its text; a figure stands in the first row only. */
export function squareTable(rows: readonly WordRow[]): SquareTable {
  const merged: {
    firstLine: number;
    lastLine: number;
    firstColumn: number;
    lastColumn: number;
    text: string;
  }[] = [];
  const changed: CellAt[] = [];
  let open = new Map<number, (typeof merged)[number]>();
  const lines = rows.map(({ before, cells }, at) => {
    const line = at + 1;
    const placed: Placed[] = Array.from({ length: Math.min(before, mostColumns) }, () => ({
      text: "",
      first: true,
    }));
    const goingOn = new Map<number, (typeof merged)[number]>();
    for (const { text, span, vertical, isChanged } of cells) {
      const column = placed.length;
      if (column >= mostColumns) break;
      if (isChanged) changed.push({ line, column });
      const wide = Math.max(1, Math.min(span, mostColumns - column));
      const above = vertical === "continue" ? open.get(column) : undefined;
      const range = above ?? {
        firstLine: line,
        lastLine: line,
        firstColumn: column,
        lastColumn: column + wide - 1,
        text,
      };
      range.lastLine = line;
      if (vertical !== null) goingOn.set(column, range);
      if (above === undefined && (vertical === "restart" || wide > 1)) merged.push(range);
      for (let i = 0; i < wide; i++) placed.push({ text: range.text, first: above === undefined });
    }
    open = goingOn;
    return placed;
  });
  const width = Math.max(1, ...lines.map((cells) => cells.length));
  const csv = lines.map((cells) =>
    Array.from({ length: width }, (_, at) => csvCell(shown(cells[at]))).join(","),
  );
  return {
    csv: `${csv.join("\n")}\n`,
    merged: merged
      .filter(
        ({ firstLine, lastLine, firstColumn, lastColumn }) =>
          lastLine > firstLine || lastColumn > firstColumn,
      )
      .map(({ text: _, ...range }) => range),
    changed,
  };
}

function shown(cell: Placed | undefined): string {
  if (cell === undefined) return "";
  return cell.first || !/^[-+]?[\d.,]+ ?[%％‰]?$/.test(cell.text) ? cell.text : "";
}

function csvCell(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
