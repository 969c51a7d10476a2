/**
 * The chart of one indicator: target path, bounds to hold, observations, projection and the as-of day, as an SVG element.
 * Told apart by dash, marker and fill, so that it reads in grey as well.
 */
import { curveLinear, curveStepAfter, line } from "d3-shape";
import type { Speaker } from "../../language/speaker.ts";
import type { Day } from "../../plan/time.ts";
import { escapeXml } from "../escape.ts";
import type { ChartPoint, PathChart } from "./chart-data.ts";
import { drawAxes, type Frame, frameOf } from "./chart-frame.ts";
import { chartLabels, type LabelPlacer, type Obstacle } from "./chart-labels.ts";
import { drawLegend } from "./chart-legend.ts";
import { diamond, dot, ink, size } from "./chart-style.ts";
import { drawDemo } from "./demo-mark.ts";
import { drawForecast, drawRange } from "./forecast-mark.ts";
import { element, fitText } from "./svg.ts";

/** The chart, or null when there is neither a value nor a path to draw; without its legend where one stands for several. */
export function drawPathChart(
  chart: PathChart,
  speaker: Speaker,
  { hasLegend = true }: { readonly hasLegend?: boolean } = {},
): string | null {
  // A lone target or bound shows no course.
  if (chart.series.length === 0 && chart.path.length < 2) return null;
  if (isOneDay(chart)) return null;
  const values = valuesOf(chart);
  const legend = hasLegend ? drawLegend(chart, speaker) : { markup: "", rows: 0 };
  const frame = frameOf(chart, values, legend.rows);
  const at = (point: ChartPoint): Obstacle => ({ x: frame.x(point.on), y: frame.y(point.value) });
  const courses = [chart.series, leadOf(chart)].map((course) => course.map(at));
  const labels = chartLabels(frame, pointsOf(chart).map(at), courses);
  const { place } = labels;
  const labelled = [
    drawSeries(chart, frame, place),
    drawMarks(chart, frame, place),
    drawForecast(chart, frame, place),
    labelBounds(chart, frame, place),
  ];
  const names = { title: `${chart.id}-title`, text: `${chart.id}-text` };
  return element(
    "svg",
    {
      class: "chart",
      viewBox: `0 0 ${size.width} ${frame.bottom + size.foot}`,
      role: "img",
      "aria-labelledby": `${names.title} ${names.text}`,
    },
    element("title", { id: names.title }, escapeXml(chart.title)),
    element("desc", { id: names.text }, escapeXml(chart.description)),
    legend.markup,
    drawBounds(chart, frame),
    drawAxes(chart, frame, speaker),
    chart.demo === null ? "" : drawDemo(chart.demo, frame, labels, chart.path.map(at)),
    drawAsOf(chart, frame),
    drawRange(chart, frame),
    drawPath(chart, frame),
    ...labelled,
  );
}

/** A value beside its target on one day is no course either: the row says as much. */
function isOneDay(chart: PathChart): boolean {
  const days = [...pointsOf(chart), ...chart.path].map(({ on }) => on);
  return (
    chart.bounds.length === 0 &&
    chart.series.length === 1 &&
    days.every((day) => day === days[0]) &&
    days.length > 1
  );
}

function pointsOf({ series, marks, forecast }: PathChart): readonly ChartPoint[] {
  return [...series, ...marks, ...(forecast === null ? [] : [forecast])];
}

/** From the latest value to the projected one. */
function leadOf({ series, forecast }: PathChart): readonly ChartPoint[] {
  return forecast === null ? [] : [...series.slice(-1), forecast];
}

function valuesOf(chart: PathChart): number[] {
  const { path, bounds, forecast } = chart;
  const limits = bounds.flatMap(({ lower, upper }) => [lower, upper].filter((limit) => limit !== null));
  const range = forecast?.range ?? null;
  const ends = range === null ? [] : [range.low, range.high];
  return [...pointsOf(chart), ...path].map((point) => point.value).concat(limits, ends);
}

function drawBounds({ bounds }: PathChart, { x, y, top, bottom }: Frame): string {
  return bounds
    .map(({ from, to, lower, upper }) => {
      const high = upper === null ? top : y(upper);
      const low = lower === null ? bottom : y(lower);
      const edges = [upper === null ? null : high, lower === null ? null : low].filter(
        (edge) => edge !== null,
      );
      return (
        element("rect", {
          x: x(from),
          y: high,
          width: Math.max(1, x(to) - x(from)),
          height: Math.max(1, low - high),
          fill: ink.bound,
        }) +
        edges
          .map((edge) =>
            element("line", {
              x1: x(from),
              x2: x(to),
              y1: edge,
              y2: edge,
              stroke: ink.edge,
              "stroke-width": 1.5,
              "stroke-dasharray": "8 3 2 3",
            }),
          )
          .join("")
      );
    })
    .join("");
}

function drawAsOf({ asOf }: PathChart, { x, top, bottom }: Frame): string {
  return element("line", {
    x1: x(asOf),
    x2: x(asOf),
    y1: top,
    y2: bottom,
    stroke: ink.axis,
    "stroke-width": 1.2,
    "stroke-dasharray": "2 3",
  });
}

function drawPath({ path, pathKind }: PathChart, { x, y }: Frame): string {
  if (path.length < 2 || pathKind === "end-only") return "";
  const points = pathKind === "geometric" ? bend(path) : path;
  const draw = line<ChartPoint>(
    (point) => x(point.on),
    (point) => y(point.value),
  )
    .curve(pathKind === "step" ? curveStepAfter : curveLinear)
    .digits(2);
  return element("path", {
    d: draw(points) ?? "",
    fill: "none",
    stroke: ink.path,
    "stroke-width": 1.8,
    "stroke-dasharray": "6 4",
  });
}

/** Points in between, for growth by a constant rate. */
function bend(path: readonly ChartPoint[]): ChartPoint[] {
  const parts = 12;
  return path.flatMap((point, i) => {
    const next = path[i + 1];
    if (next === undefined || point.value <= 0 || next.value <= 0) return [point];
    return Array.from({ length: parts }, (_, k) => ({
      on: point.on + ((next.on - point.on) * k) / parts,
      value: point.value * (next.value / point.value) ** (k / parts),
    }));
  });
}

function drawSeries({ series, lastLabel, path }: PathChart, { x, y }: Frame, place: LabelPlacer): string {
  const last = series.at(-1);
  if (last === undefined) return "";
  const draw = line<ChartPoint>(
    (point) => x(point.on),
    (point) => y(point.value),
  ).digits(2);
  const radius = series.length > 40 ? 1.8 : 3.2;
  const dots = series.map((point) => dot(x(point.on), y(point.value), radius, point.provisional));
  const route =
    series.length < 2
      ? ""
      : element("path", { d: draw(series) ?? "", fill: "none", stroke: ink.value, "stroke-width": 2 });
  if (lastLabel === null) return route + dots.join("");
  const isBelowPath = path.length > 1 && last.value <= interpolate(path, last.on);
  const at = { x: x(last.on), y: y(last.value) };
  return (
    route +
    dots.join("") +
    place({ words: lastLabel, ...at, below: isBelowPath, fill: ink.value, bold: true })
  );
}

function interpolate(path: readonly ChartPoint[], on: Day): number {
  const after = path.findIndex((point) => point.on >= on);
  const next = path[after === -1 ? path.length - 1 : after];
  const before = path[Math.max(0, (after === -1 ? path.length : after) - 1)];
  if (next === undefined || before === undefined) return 0;
  if (next.on === before.on) return next.value;
  return before.value + ((next.value - before.value) * (on - before.on)) / (next.on - before.on);
}

/** The governing target comes first, so that its label has the choice of place. */
function drawMarks({ marks }: PathChart, { x, y }: Frame, place: LabelPlacer): string {
  return [...marks.filter((mark) => mark.governing), ...marks.filter((mark) => !mark.governing)]
    .map(({ on, value, label, sign, governing }) => {
      const at = { x: x(on), y: y(value) };
      const shape = diamond(at.x, at.y, governing ? 5.5 : 4.5, !governing);
      const words = [sign, label].filter((part) => part !== null).join(" ");
      return words === ""
        ? shape
        : shape + place({ words, ...at, below: false, fill: ink.path, bold: false });
    })
    .join("");
}

/** The bound in words at the right end of its edge. */
function labelBounds({ bounds }: PathChart, { x, y, left, right }: Frame, place: LabelPlacer): string {
  return bounds
    .map(({ to, lower, upper, label }) => {
      const edge = lower ?? upper ?? 0;
      const words = fitText(label, size.font, right - left);
      return place({ words, x: x(to), y: y(edge), below: lower !== null, fill: ink.edge, bold: false });
    })
    .join("");
}
