/** Puts the labels of a chart where they do not lie on each other; a label that finds no room is left out. */
import type { Frame } from "./chart-frame.ts";
import { halo, size } from "./chart-style.ts";
import { textElement, textWidth } from "./svg.ts";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A label of the point at `x`, `y`; tried above and below it, `below` first if so wished. */
export interface Label {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly below: boolean;
  readonly fill: string;
  readonly bold: boolean;
}

/** Places labels one after the other; the first placed has the choice. Gives the markup, empty when left out. */
export type LabelPlacer = (label: Label) => string;

/** Distance of a label's base line from its point. */
const above = -9;
const below = size.font + 8;

/** A placer for one plot area. */
export function labelPlacer({ left, right, top, bottom }: Frame): LabelPlacer {
  const taken: Box[] = [];
  return ({ words, x, y, below: wishBelow, fill, bold }) => {
    const half = textWidth(words, size.font) / 2;
    const middle = Math.max(Math.min(x, right + 10 - half), left + half);
    for (const shift of wishBelow ? [below, above] : [above, below]) {
      const base = y + shift;
      const box = { left: middle - half, right: middle + half, top: base - size.font + 1, bottom: base + 1 };
      if (box.top < top - 2 || box.bottom > bottom || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      return textElement(words, {
        x: middle,
        y: base,
        "text-anchor": "middle",
        "font-size": size.font,
        "font-weight": bold ? "bold" : "normal",
        fill,
        ...halo,
      });
    }
    return "";
  };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
