/**
 * Frames of charts that are drawn twice: wide for pages and screens, narrow for phones, so that no text is smaller than
 * 10 pixels on a phone of 360 pixels or 7.5 points across an A4 page. The style of the page shows one of them.
 */
import { escapeXml } from "../escape.ts";
import { element } from "./svg.ts";

/** How much room there is. `labelWidth` 0: labels stand above what they name, else beside it. */
export interface Layout {
  readonly key: "wide" | "narrow";
  readonly width: number;
  readonly labelWidth: number;
}

export const layouts = {
  wide: { key: "wide", width: 720, labelWidth: 210 },
  narrow: { key: "narrow", width: 360, labelWidth: 0 },
} as const satisfies Readonly<Record<string, Layout>>;

/** Fonts in both layouts: 12 is 8.4 points and 11 is 7.7 points across an A4 page (178 mm for 720 pixels). */
export const fonts = { text: 12, small: 11 };

/** No picture is higher than this in the wide layout: it must not be cut by the end of an A4 page. */
export const mostHeight = 940;

/** Names of a chart: `description` says what it shows to those who cannot see it. */
export interface PictureNames {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** What is drawn in one layout; `prefix` makes ids inside it unique in the document. */
export type Draw = (layout: Layout, prefix: string) => { readonly height: number; readonly markup: string };

/** The picture in both layouts. */
export function drawPicture(names: PictureNames, draw: Draw): string {
  return [layouts.wide, layouts.narrow].map((layout) => drawOne(names, layout, draw)).join("");
}

function drawOne({ id, title, description }: PictureNames, layout: Layout, draw: Draw): string {
  const prefix = `${id}-${layout.key}`;
  const { height, markup } = draw(layout, prefix);
  const ids = { title: `${prefix}-title`, text: `${prefix}-text` };
  return element(
    "svg",
    {
      class: `chart chart-${layout.key}`,
      viewBox: `0 0 ${layout.width} ${Math.ceil(height)}`,
      role: "img",
      "aria-labelledby": `${ids.title} ${ids.text}`,
    },
    element("title", { id: ids.title }, escapeXml(title)),
    element("desc", { id: ids.text }, escapeXml(description)),
    markup,
  );
}
