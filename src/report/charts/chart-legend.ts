/** The legend of the path chart: only what is drawn, in as many rows as it needs. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Speaker } from "../../language/speaker.ts";
import { printDay } from "../dates.ts";
import type { PathChart } from "./chart-data.ts";
import { diamond, dot, ink, size } from "./chart-style.ts";
import { coordinate, element, textElement, textWidth } from "./svg.ts";

const legendWords = {
  value: { en: "reported value", zhHans: "实际值" },
  provisional: { en: "provisional", zhHans: "暂定值" },
  path: { en: "target path", zhHans: "应达轨迹" },
  target: { en: "target", zhHans: "目标值" },
  bound: { en: "range to hold", zhHans: "应保持范围" },
} as const satisfies Readonly<Record<string, Localized>>;

interface LegendEntry {
  readonly sign: string;
  readonly label: string;
}

/** Signs are drawn in a box of 26 × 12 at the origin. */
function entriesOf(chart: PathChart, speaker: Speaker): readonly LegendEntry[] {
  const stroke = (colour: string, dash: string): string =>
    element("line", {
      x1: 0,
      x2: 26,
      y1: 6,
      y2: 6,
      stroke: colour,
      "stroke-width": 2,
      "stroke-dasharray": dash,
    });
  const entries: LegendEntry[] = [];
  const add = (wanted: boolean, label: string, sign: string): void => {
    if (wanted) entries.push({ label, sign });
  };
  const provisional = chart.series.some((point) => point.provisional);
  add(
    chart.series.length > 0,
    speaker.say(legendWords.value),
    stroke(ink.value, "none") + dot(13, 6, 3.2, false),
  );
  add(provisional, speaker.say(legendWords.provisional), dot(13, 6, 3.2, true));
  add(
    chart.path.length > 1 && chart.pathKind !== "end-only",
    speaker.say(legendWords.path),
    stroke(ink.path, "6 4"),
  );
  add(chart.marks.length > 0, speaker.say(legendWords.target), diamond(13, 6, 5, false));
  const bound = element("rect", { x: 0, y: 1, width: 26, height: 10, fill: ink.bound, stroke: ink.edge });
  add(chart.bounds.length > 0, speaker.say(legendWords.bound), bound);
  const day = printDay(chart.asOf, speaker);
  add(
    true,
    speaker.say({ en: `as of ${day}`, zhHans: `截至${day}` }),
    element("line", {
      x1: 13,
      x2: 13,
      y1: 0,
      y2: 12,
      stroke: ink.axis,
      "stroke-width": 1.5,
      "stroke-dasharray": "2 3",
    }),
  );
  return entries;
}

/** The legend as markup, and how many rows it takes. */
export function drawLegend(
  chart: PathChart,
  speaker: Speaker,
): { readonly markup: string; readonly rows: number } {
  let x = 4;
  let row = 0;
  const markup = entriesOf(chart, speaker).map(({ sign, label }) => {
    const width = 30 + textWidth(label, size.font) + 12;
    if (x > 4 && x + width > size.width) {
      x = 4;
      row += 1;
    }
    const at = element(
      "g",
      { transform: `translate(${coordinate(x)} ${4 + row * size.legendRow})` },
      sign,
      textElement(label, { x: 30, y: 10.5, "font-size": size.font, fill: ink.text }),
    );
    x += width;
    return at;
  });
  return { markup: markup.join(""), rows: row + 1 };
}
