/** The legend of the path chart: only what is drawn, in as many rows as it needs. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Speaker } from "../../language/speaker.ts";
import { printDay } from "../dates.ts";
import type { PathChart } from "./chart-data.ts";
import { diamond, dot, ink, leadStyle, size, square } from "./chart-style.ts";
import { type LegendEntry, legendRows } from "./legend-rows.ts";
import { element } from "./svg.ts";

const legendWords = {
  value: { en: "reported value", zhHans: "实际值" },
  provisional: { en: "provisional", zhHans: "暂定值" },
  path: { en: "target path", zhHans: "应达轨迹" },
  target: { en: "target", zhHans: "目标值" },
  bound: { en: "range to hold", zhHans: "应保持范围" },
  forecast: { en: "projection (estimate)", zhHans: "预计值（估计）" },
  range: { en: "80% range", zhHans: "80%置信区间" },
} as const satisfies Readonly<Record<string, Localized>>;

/** Only what is drawn. */
export function legendEntries(chart: PathChart, speaker: Speaker): readonly LegendEntry[] {
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
  const { forecast } = chart;
  const lead = element("line", { ...leadStyle, x1: 0, x2: 18, y1: 6, y2: 6 });
  add(forecast !== null, speaker.say(legendWords.forecast), lead + square(20, 6, 3.5));
  const range = element("rect", { x: 0, y: 1, width: 26, height: 10, fill: ink.range, stroke: ink.forecast });
  add(forecast?.range != null, speaker.say(legendWords.range), range);
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
  return legendRows(legendEntries(chart, speaker), size.width);
}
