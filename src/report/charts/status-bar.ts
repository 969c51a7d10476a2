/** One bar with the counts of indicators by status, as an SVG element: shape and number in each part, not colour alone. */
import { statusFills } from "./chart-style.ts";
import { type Layout, layouts } from "./picture.ts";
import { element, textElement, textWidth } from "./svg.ts";

export interface StatusShare {
  /** Status name; decides the fill. */
  readonly status: string;
  readonly mark: string;
  readonly count: number;
}

const size = { height: 30, font: 14, small: 10 };

/** The bar, wide and narrow, of which the style of the page shows one; null when nothing is counted. `description` says the counts in words. */
export function drawStatusBar(shares: readonly StatusShare[], description: string): string | null {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  if (total === 0) return null;
  return [layouts.wide, layouts.narrow]
    .map((layout) => drawBar(shares, total, { ...layout, description }))
    .join("");
}

function drawBar(
  shares: readonly StatusShare[],
  total: number,
  { key, width: across, description }: Layout & { readonly description: string },
): string {
  let x = 1;
  const parts = shares.map(({ status, mark, count }) => {
    const width = ((across - 2) * count) / total;
    const label = [
      { text: `${mark} ${count}`, font: size.font },
      { text: mark, font: size.font },
      { text: mark, font: size.small },
    ].find(({ text, font }) => textWidth(text, font) + font / 4 <= width);
    const part =
      element("rect", {
        x,
        y: 1,
        width,
        height: size.height - 2,
        fill: statusFills[status] ?? "#fff",
        stroke: "#444",
      }) +
      (label === undefined
        ? ""
        : textElement(label.text, {
            x: x + width / 2,
            y: 15 + label.font / 2.8,
            "text-anchor": "middle",
            "font-size": label.font,
            fill: "#111",
          }));
    x += width;
    return part;
  });
  return element(
    "svg",
    {
      class: `status-bar chart-${key}`,
      viewBox: `0 0 ${across} ${size.height}`,
      role: "img",
      "aria-label": description,
    },
    ...parts,
  );
}
