/** A legend in as many rows as it needs. */
import { ink, size } from "./chart-style.ts";
import { coordinate, element, textElement, textWidth } from "./svg.ts";

/** One sign with its words; the sign is drawn in a box of 26 × 12 at the origin. */
export interface LegendEntry {
  readonly sign: string;
  readonly label: string;
}

const firstColumn = 4;
const signWidth = 30;
const gap = 12;

/** The entries as markup from the top edge on, and how many rows they take; no entries take none. */
export function legendRows(
  entries: readonly LegendEntry[],
  width: number,
): { readonly markup: string; readonly rows: number } {
  let x = firstColumn;
  let row = 0;
  const markup = entries.map(({ sign, label }) => {
    const own = signWidth + textWidth(label, size.font);
    if (x > firstColumn && x + own > width) {
      x = firstColumn;
      row += 1;
    }
    const at = element(
      "g",
      { transform: `translate(${coordinate(x)} ${4 + row * size.legendRow})` },
      sign,
      textElement(label, { x: signWidth, y: 10.5, "font-size": size.font, fill: ink.text }),
    );
    x += own + gap;
    return at;
  });
  return { markup: markup.join(""), rows: entries.length === 0 ? 0 : row + 1 };
}
