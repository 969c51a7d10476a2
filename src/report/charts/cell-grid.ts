/** Rows of cells, each with the mark of a status and a short word: indicators over entities or over time, entities over counts. */
import { ink, size, statusFills } from "./chart-style.ts";
import { drawRowLabel, linesOfLabels, rowLabel } from "./labels-of-rows.ts";
import { type LegendEntry, legendRows } from "./legend-rows.ts";
import { drawPicture, fonts, type Layout, type PictureNames } from "./picture.ts";
import { element, textElement, textWidth, wrapText } from "./svg.ts";

/** A cell: status by its name (for the fill), its mark, and the word, date or number that stands beside the mark. */
export interface GridCell {
  readonly key: string;
  readonly mark: string;
  readonly word: string;
}

export interface CellGrid extends PictureNames {
  /** Heads of the columns, each in lines; a head of one line is broken where it is too wide. */
  readonly columns: readonly (readonly string[])[];
  /** Null for a cell about which nothing is known. */
  readonly rows: readonly {
    readonly label: string;
    readonly strong: boolean;
    readonly cells: readonly (GridCell | null)[];
  }[];
  /** The marks that occur, with their words. */
  readonly legend: readonly GridCell[];
}

const cellHeight = 19;
const widestCell = 120;
const lineStep = 13;

/** The grid in both layouts; null when it has no row or no column. */
export function drawCellGrid(grid: CellGrid): string | null {
  if (grid.rows.length === 0 || grid.columns.length === 0) return null;
  return drawPicture(grid, (layout) => drawLayout(grid, layout));
}

function drawLayout(grid: CellGrid, layout: Layout): { readonly height: number; readonly markup: string } {
  const legend = legendRows(grid.legend.map(legendCell), layout.width);
  const room = layout.width - layout.labelWidth - 1;
  const cellWidth = Math.min(widestCell, room / grid.columns.length);
  const heads = grid.columns.map((lines) => headLines(lines, cellWidth - 4));
  const headHeight = 6 + lineStep * Math.max(...heads.map((lines) => lines.length));
  let y = 6 + legend.rows * size.legendRow;
  const head = drawHeads(heads, { left: layout.labelWidth, cellWidth, bottom: y + headHeight });
  y += headHeight + (layout.labelWidth > 0 ? 0 : 4);
  const hasWords = wordsFit(grid, cellWidth);
  const mostLines = linesOfLabels(grid.rows.length);
  const rows = grid.rows.map(({ label, strong, cells }) => {
    const named = rowLabel(label, layout, 0, mostLines);
    const height = Math.max(
      cellHeight,
      layout.labelWidth > 0 && named.lines.length > 1 ? named.height + 4 : 0,
    );
    const top = y + named.down;
    const markup =
      drawRowLabel(named, { x: 0, top: y, middle: top + height / 2, strong }) +
      cells
        .map((cell, i) =>
          drawCell(
            hasWords ? cell : markOf(cell),
            { x: named.left + i * cellWidth, y: top, width: cellWidth, height },
            strong,
          ),
        )
        .join("");
    y = top + height + (layout.labelWidth > 0 ? 2 : 9);
    return markup;
  });
  return { height: y + 4, markup: legend.markup + head + rows.join("") };
}

function headLines(lines: readonly string[], width: number): readonly string[] {
  const [only] = lines;
  return lines.length === 1 && only !== undefined ? wrapText(only, fonts.small, width, 3) : lines;
}

/** Heads end on one line. */
function drawHeads(
  heads: readonly (readonly string[])[],
  { left, cellWidth, bottom }: { left: number; cellWidth: number; bottom: number },
): string {
  return heads
    .flatMap((lines, i) =>
      lines.map((line, k) =>
        textElement(line, {
          x: left + (i + 0.5) * cellWidth,
          y: bottom - 5 - (lines.length - 1 - k) * lineStep,
          "text-anchor": "middle",
          "font-size": fonts.small,
          fill: ink.text,
        }),
      ),
    )
    .join("");
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The longest word, which may fall back to its mark alone without all others doing so. */
const exempt = "not-computable";
const margin = 1;

/** Words stand in all cells or in none: a mark alone among words would look like another status. */
function wordsFit({ rows }: CellGrid, width: number): boolean {
  return rows.every(({ cells }) =>
    cells.every(
      (cell) =>
        cell === null || cell.key === exempt || textWidth(wordsOf(cell), fonts.small) <= width - margin,
    ),
  );
}

function wordsOf({ mark, word }: GridCell): string {
  return `${mark} ${word}`.trim();
}

function markOf(cell: GridCell | null): GridCell | null {
  return cell === null ? null : { ...cell, word: "" };
}

/** Mark and word where both fit, else the mark; an empty cell is a dash. */
function drawCell(cell: GridCell | null, { x, y, width, height }: Place, strong: boolean): string {
  const words = cell === null ? "–" : wordsOf(cell);
  const shown = cell === null || textWidth(words, fonts.small) <= width - margin ? words : cell.mark;
  const text = textElement(shown, {
    x: x + width / 2,
    y: y + height / 2 + 4,
    "text-anchor": "middle",
    "font-size": fonts.small,
    "font-weight": strong ? "bold" : "normal",
    fill: "#111",
  });
  const fill = cell === null ? "#fff" : (statusFills[cell.key] ?? "#fff");
  const edge = cell === null ? "#bbb" : "#555";
  return element("rect", { x, y, width, height, fill, stroke: edge, "stroke-width": 0.8 }) + text;
}

function legendCell({ key, mark, word }: GridCell): LegendEntry {
  return {
    sign: drawCell({ key, mark, word: "" }, { x: 0, y: 0, width: 26, height: 13 }, false),
    label: word,
  };
}
