/** The projection in the path chart: where the trend leads by the target's day, and how sure that is. */
import type { PathChart } from "./chart-data.ts";
import type { Frame } from "./chart-frame.ts";
import type { LabelPlacer } from "./chart-labels.ts";
import { ink, leadStyle, square } from "./chart-style.ts";
import { coordinate, element } from "./svg.ts";

/** From the latest value to both ends of the range: the longer ahead, the less is known. */
export function drawRange({ forecast, series }: PathChart, { x, y }: Frame): string {
  const range = forecast?.range ?? null;
  const last = series.at(-1);
  if (forecast === null || range === null || last === undefined) return "";
  const [start, end] = [coordinate(x(last.on)), coordinate(x(forecast.on))];
  const [from, low, high] = [last.value, range.low, range.high].map((value) => coordinate(y(value)));
  const edge = { fill: "none", stroke: ink.forecast, "stroke-width": 0.8 };
  return (
    element("path", { d: `M${start} ${from}L${end} ${high}L${end} ${low}Z`, fill: ink.range }) +
    element("path", { d: `M${end} ${high}L${start} ${from}L${end} ${low}`, ...edge }) +
    element("path", { d: `M${end} ${high}L${end} ${low}`, ...edge, "stroke-width": 1.6 })
  );
}

/** The projected value, led up to by a dotted line. */
export function drawForecast({ forecast, series }: PathChart, { x, y }: Frame, place: LabelPlacer): string {
  const last = series.at(-1);
  if (forecast === null || last === undefined) return "";
  const at = { x: x(forecast.on), y: y(forecast.value) };
  return (
    element("line", { ...leadStyle, x1: x(last.on), y1: y(last.value), x2: at.x, y2: at.y }) +
    square(at.x, at.y, 4) +
    place({ words: forecast.label, ...at, below: true, fill: ink.forecast, bold: false })
  );
}
