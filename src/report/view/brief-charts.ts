/** Charts of indicators in the room that the lists leave on the page of the brief. */
import type { IndicatorRow } from "../../indicators/results.ts";
import { drawPathChart } from "../charts/path-chart.ts";
import { cellText } from "./brief-fit.ts";
import type { BriefChart } from "./brief-view.ts";
import { nameText, type ViewContext } from "./context.ts";
import { indicatorChart } from "./indicator-chart.ts";

/** Charts in a row, and their width in points; the print style of the brief has the same. */
const across = 2;
const width = 250;
/** Points of the heading of all, and of name and gaps of a row. */
const headHeight = 30;
const frameHeight = 38;
/** Lines of a name that may take four fifths of its width in each of two. */
const nameLines = 3;
/** More than these are no brief. */
const mostRows = 3;

/** The charts of the first indicators that have a course to draw, in as many whole rows as so many points hold. */
export function chartsThatFit(
  rows: readonly IndicatorRow[],
  room: number,
  context: ViewContext,
): readonly BriefChart[] {
  const shown: BriefChart[] = [];
  const candidates = rows.filter((row) => row.series().length > 0).slice(0, across * mostRows);
  let left = room - headHeight;
  for (let i = 0; i < candidates.length && left > 0; i += across) {
    const drawn = candidates
      .slice(i, i + across)
      .flatMap((row, j) => chartOf(row, `brief-${i + j}`, context));
    left -= Math.max(0, ...drawn.map(({ height }) => height)) + frameHeight;
    if (left >= 0) shown.push(...drawn.map(({ chart }) => chart));
  }
  return shown;
}

function chartOf(
  row: IndicatorRow,
  id: string,
  context: ViewContext,
): readonly { readonly chart: BriefChart; readonly height: number }[] {
  const { indicator } = row;
  const name = nameText(indicator.name, indicator.id.value, context.speaker);
  const svg = drawPathChart(indicatorChart(row, id, name, context), context.speaker);
  const [, wide, high] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg ?? "") ?? [];
  if (svg === null || wide === undefined || high === undefined) return [];
  return [
    {
      chart: { name: cellText(name, 0.4, nameLines), svgHtml: svg },
      height: (Number(high) / Number(wide)) * width,
    },
  ];
}
