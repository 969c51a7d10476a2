/** Horizontal bars of shares, weights or amounts, in groups; what a value means (exact, at least, at most) shows in its fill. */
import { ink, size } from "./chart-style.ts";
import { drawRowLabel, rowLabel } from "./labels-of-rows.ts";
import { legendRows } from "./legend-rows.ts";
import { drawPicture, fonts, type Layout, mostHeight, type PictureNames } from "./picture.ts";
import { element, fitText, textElement } from "./svg.ts";

/** `least`: a floor (≥), `most`: a cap (≤). */
export type BarKind = "exact" | "least" | "most";

export interface ShareBar {
  readonly label: string;
  /** 1 for what belongs to the bar above. */
  readonly level: 0 | 1;
  /** Length in the unit of its group; null where there is none to compare, then only the text is printed. */
  readonly value: number | null;
  readonly text: string;
  readonly kind: BarKind;
}

export interface ShareBars extends PictureNames {
  readonly groups: readonly {
    readonly heading: string | null;
    /** The value that the longest bar may have; positive. */
    readonly most: number;
    /** The longest bar would be the whole: that is drawn behind the bars. */
    readonly isWhole: boolean;
    readonly bars: readonly ShareBar[];
  }[];
  /** Words of the kinds, for the legend. */
  readonly words: Readonly<Record<BarKind, string>>;
}

/** Bars that fit one page; what follows is left to the table. */
export const mostBars = 36;

const barHeight = 13;
/** Between the legend and the heading of the first group, which is no part of it. */
const legendGap = 7;
/** Height of a bar with a label of two lines, where not all have to stand closer. */
const roomyStep = 32;
/** Room for the value behind a bar; all bars of a chart have one scale. */
const textRoom = 110;
const kinds: readonly BarKind[] = ["exact", "least", "most"];

/** The bars in both layouts; null when no bar has a length. */
export function drawShareBars(chart: ShareBars): string | null {
  const bars = chart.groups.flatMap((group) => group.bars);
  if (!bars.some((bar) => bar.value !== null)) return null;
  return drawPicture(chart, (layout, prefix) => drawLayout(chart, layout, prefix));
}

function drawLayout(
  chart: ShareBars,
  layout: Layout,
  prefix: string,
): { readonly height: number; readonly markup: string } {
  const hatch = `${prefix}-hatch`;
  const used = kinds.filter((kind) =>
    chart.groups.some(({ bars }) => bars.some((bar) => bar.value !== null && bar.kind === kind)),
  );
  const entries = used.map((kind) => ({
    sign: element("rect", { x: 0, y: 1, width: 26, height: 10, ...styleOf(kind, 0, hatch) }),
    label: chart.words[kind],
  }));
  // One kind only needs no words: its values say ≥ themselves.
  const legend = legendRows(used.length < 2 ? [] : entries, layout.width);
  let y = 4 + legend.rows * size.legendRow + (legend.rows > 0 ? legendGap : 0);
  const rowStep = rowStepOf(chart);
  const mostLines = mostLinesOf(chart, layout, rowStep);
  const groups = chart.groups.map(({ heading, most, isWhole, bars }) => {
    const head = heading === null ? "" : drawHeading(heading, layout, y);
    y += heading === null ? 0 : 20;
    const rows = bars.map((bar) => {
      const indent = bar.level * 12;
      const label = rowLabel(bar.label, layout, indent, mostLines);
      const top = y + label.down;
      const height = layout.labelWidth > 0 ? Math.max(rowStep - 4, label.height) : barHeight;
      const middle = top + height / 2;
      const left = layout.labelWidth > 0 ? label.left : indent;
      y = top + height + (layout.labelWidth > 0 ? 4 : 8);
      return (
        drawRowLabel(label, {
          x: indent,
          top: top - label.down,
          middle,
          strong: bar.level === 0 && bars.some((one) => one.level === 1),
        }) + drawBar(bar, { most, isWhole }, { left, middle, right: layout.width }, hatch)
      );
    });
    y += 8;
    return head + rows.join("");
  });
  return { height: y, markup: pattern(hatch) + legend.markup + groups.join("") };
}

/** Many bars stand closer, so that the picture stays within one page. */
function rowStepOf({ groups }: ShareBars): number {
  const bars = groups.reduce((sum, group) => sum + group.bars.length, 0);
  const headings = groups.filter(({ heading }) => heading !== null).length;
  const room = mostHeight - 60 - headings * 20 - groups.length * 8;
  return Math.min(roomyStep, Math.max(18, Math.floor(room / Math.max(1, bars))));
}

/** Lines that a label may take: one where bars stand close, three where the page has room for them. */
function mostLinesOf({ groups }: ShareBars, layout: Layout, rowStep: number): number {
  if (layout.labelWidth === 0) return 3;
  if (rowStep < roomyStep) return 1;
  const heights = groups.flatMap(({ bars }) =>
    bars.map((bar) => Math.max(rowStep, rowLabel(bar.label, layout, bar.level * 12, 3).height + 4)),
  );
  const taken = heights.reduce((all, height) => all + height, groups.length * 28 + 60);
  return taken <= mostHeight ? 3 : 2;
}

function drawHeading(heading: string, { width }: Layout, y: number): string {
  return textElement(fitText(heading, fonts.text, width), {
    x: 0,
    y: y + 13,
    "font-size": fonts.text,
    "font-weight": "bold",
    fill: ink.text,
  });
}

function drawBar(
  { value, text, kind, level }: ShareBar,
  { most, isWhole }: { readonly most: number; readonly isWhole: boolean },
  at: { readonly left: number; readonly middle: number; readonly right: number },
  hatch: string,
): string {
  const words = fitText(text, fonts.text, textRoom);
  const room = at.right - at.left - textRoom - 8;
  const width = value === null ? 0 : Math.max(0, Math.min(1, value / most)) * room;
  const top = at.middle - barHeight / 2;
  const track =
    value === null || !isWhole
      ? ""
      : element("rect", {
          x: at.left,
          y: top,
          width: room,
          height: barHeight,
          fill: "#f4f4f4",
          stroke: "#999",
          "stroke-width": 0.5,
        });
  const bar =
    value === null
      ? ""
      : element("rect", {
          x: at.left,
          y: top,
          width: Math.max(1, width),
          height: barHeight,
          ...styleOf(kind, level, hatch),
        });
  return (
    element("line", { x1: at.left, x2: at.left, y1: top - 2, y2: top + barHeight + 2, stroke: ink.axis }) +
    track +
    bar +
    textElement(words, {
      x: at.left + (value === null ? 0 : isWhole ? room : Math.max(1, width)) + 6,
      y: at.middle + 4.5,
      "font-size": fonts.text,
      fill: ink.text,
    })
  );
}

function styleOf(kind: BarKind, level: 0 | 1, hatch: string): Readonly<Record<string, string | number>> {
  const edge = { stroke: ink.barEdge, "stroke-width": 0.8 };
  if (kind === "least") return { fill: `url(#${hatch})`, ...edge };
  if (kind === "most") return { fill: "#fff", ...edge, "stroke-dasharray": "4 2" };
  return { fill: level === 0 ? ink.solid : ink.bar, ...edge };
}

/** Stripes, so that a floor is told from an exact share without colour. */
function pattern(id: string): string {
  return element(
    "defs",
    {},
    element(
      "pattern",
      { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      element("rect", { width: 6, height: 6, fill: "#fff" }),
      element("rect", { width: 3, height: 6, fill: ink.solid }),
    ),
  );
}
