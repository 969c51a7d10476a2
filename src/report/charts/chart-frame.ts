/** The plot area of the path chart: scales, their room, and the axes. */
import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { Speaker } from "../../language/speaker.ts";
import type { PathChart } from "./chart-data.ts";
import { ink, size } from "./chart-style.ts";
import { element, fitText, textElement, textWidth } from "./svg.ts";
import { timeTicks } from "./time-axis.ts";

/** Scales from days and values to pixels, and the edges of the plot. */
export interface Frame {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Plot area for the values and days that the chart shows, below the rows of its legend: more rows make it higher, not flatter. */
export function frameOf(chart: PathChart, values: readonly number[], legendRows: number): Frame {
  const days = [...chart.series, ...chart.path, ...chart.marks].map((point) => point.on);
  for (const bound of chart.bounds) days.push(bound.from, bound.to);
  if (chart.forecast !== null) days.push(chart.forecast.on);
  days.push(chart.asOf);
  const top = 10 + legendRows * size.legendRow + size.font;
  const bottom = top + size.plot;
  const y = scaleLinear().domain(valueDomain(values)).range([bottom, top]).nice(4);
  const format = tickText(y);
  const left = 10 + Math.max(...y.ticks(4).map((tick) => textWidth(format(tick), size.font)));
  const right = size.width - 16;
  const start = least(days);
  const end = Math.max(greatest(days), start + 1);
  return {
    x: scaleLinear()
      .domain([start, end])
      .range([left + 6, right - 6]),
    y,
    left,
    right,
    top,
    bottom,
  };
}

/** Room above and below, but not past zero when no value is. */
function valueDomain(values: readonly number[]): [number, number] {
  const low = least(values);
  const high = greatest(values);
  const room = (high - low) * 0.1 || Math.abs(high) * 0.1 || 1;
  return [
    low >= 0 ? Math.max(0, low - room) : low - room,
    high <= 0 ? Math.min(0, high + room) : high + room,
  ];
}

function tickText(y: ScaleLinear<number, number>): (value: number) => string {
  return y.tickFormat(4);
}

/** Grid, ticks, base line and unit. */
export function drawAxes(
  chart: PathChart,
  { x, y, left, right, top, bottom }: Frame,
  speaker: Speaker,
): string {
  const format = tickText(y);
  const rows = y.ticks(4).map((tick) => {
    const level = y(tick);
    return (
      element("line", { x1: left, x2: right, y1: level, y2: level, stroke: ink.grid }) +
      textElement(format(tick), {
        x: left - 5,
        y: level + size.font * 0.35,
        "text-anchor": "end",
        "font-size": size.font,
        fill: ink.text,
      })
    );
  });
  const [start = 0, end = 1] = x.domain();
  const columns = timeTicks(start, end, 4, speaker).map(({ day, label }) => {
    const half = textWidth(label, size.font) / 2;
    const at = Math.min(Math.max(x(day), half + 2), size.width - half - 2);
    return (
      element("line", { x1: x(day), x2: x(day), y1: bottom, y2: bottom + 5, stroke: ink.axis }) +
      textElement(label, {
        x: at,
        y: bottom + 18,
        "text-anchor": "middle",
        "font-size": size.font,
        fill: ink.text,
      })
    );
  });
  const base = element("line", { x1: left, x2: right, y1: bottom, y2: bottom, stroke: ink.axis });
  const unit =
    chart.unit === null
      ? ""
      : textElement(fitText(chart.unit, size.font, right - left), {
          x: left,
          y: top - 6,
          "font-size": size.font,
          fill: ink.text,
        });
  return rows.join("") + columns.join("") + base + unit;
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b));
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b));
}
