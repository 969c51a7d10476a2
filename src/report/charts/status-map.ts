/** One small square for each indicator, dimension by dimension, beside the dimension's own status. */

import type { GridCell } from "./cell-grid.ts";
import { ink, size, statusFills } from "./chart-style.ts";
import { drawRowLabel, linesOfLabels, rowLabel } from "./labels-of-rows.ts";
import { legendRows } from "./legend-rows.ts";
import { drawPicture, fonts, type Layout, type PictureNames } from "./picture.ts";
import { element, textElement, textWidth } from "./svg.ts";

export interface StatusMap extends PictureNames {
  readonly rows: readonly {
    readonly label: string;
    readonly strong: boolean;
    /** Status of the whole row; its word is printed. */
    readonly status: GridCell;
    /** One for each indicator, in the order in which they are drawn; of a word only the mark is. */
    readonly squares: readonly GridCell[];
  }[];
  readonly legend: readonly GridCell[];
}

const side = 19;
const step = side + 2;
/** More squares of one row than this are counted behind the last. */
const mostSquares = 120;

/** The map in both layouts; null without rows. */
export function drawStatusMap(map: StatusMap): string | null {
  if (map.rows.length === 0) return null;
  return drawPicture(map, (layout) => drawLayout(map, layout));
}

function drawLayout(map: StatusMap, layout: Layout): { readonly height: number; readonly markup: string } {
  const entries = map.legend.map((cell) => ({ sign: box(cell, 11, 0, 13), label: cell.word }));
  const legend = legendRows(entries, layout.width);
  const words = map.rows.map(({ status }) => textWidth(`${status.mark} ${status.word}`, fonts.text));
  const statusWidth = 14 + Math.max(...words);
  let y = 8 + legend.rows * size.legendRow;
  const mostLines = linesOfLabels(map.rows.length);
  const rows = map.rows.map((row) => {
    const label = rowLabel(row.label, layout, 0, mostLines);
    const top = y + label.down;
    const left = label.left + statusWidth + 6;
    const shown = row.squares.slice(0, mostSquares);
    const perLine = Math.max(1, Math.floor((layout.width - left) / step));
    const lines = Math.max(
      1,
      Math.ceil((shown.length + (shown.length < row.squares.length ? 2 : 0)) / perLine),
    );
    const height = Math.max(lines * step, layout.labelWidth > 0 ? label.height : 0);
    const markup =
      drawRowLabel(label, {
        x: 0,
        top: y,
        middle: top + Math.max(side, label.height) / 2,
        strong: row.strong,
      }) +
      wordCell(row.status, label.left, top, statusWidth) +
      shown
        .map((cell, i) => box(cell, left + (i % perLine) * step, top + Math.floor(i / perLine) * step, side))
        .join("") +
      rest(
        row.squares.length - shown.length,
        left + (shown.length % perLine) * step,
        top + (lines - 1) * step,
      );
    y = top + height + 4;
    return markup;
  });
  return { height: y, markup: legend.markup + rows.join("") };
}

function box({ key, mark }: GridCell, x: number, y: number, width: number): string {
  return (
    element("rect", {
      x,
      y,
      width,
      height: width,
      fill: statusFills[key] ?? "#fff",
      stroke: "#555",
      "stroke-width": 0.8,
    }) +
    textElement(mark, {
      x: x + width / 2,
      y: y + width / 2 + 4,
      "text-anchor": "middle",
      "font-size": fonts.small,
      fill: "#111",
    })
  );
}

function wordCell({ key, mark, word }: GridCell, x: number, y: number, width: number): string {
  return (
    element("rect", { x, y, width, height: side, fill: statusFills[key] ?? "#fff", stroke: "#555", rx: 3 }) +
    textElement(`${mark} ${word}`, {
      x: x + width / 2,
      y: y + side / 2 + 4.5,
      "text-anchor": "middle",
      "font-size": fonts.text,
      fill: "#111",
    })
  );
}

function rest(count: number, x: number, y: number): string {
  if (count <= 0) return "";
  return textElement(`+${count}`, { x, y: y + side / 2 + 4.5, "font-size": fonts.text, fill: ink.text });
}
