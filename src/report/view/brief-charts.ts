/** Charts of indicators in the room that the lists leave on the page of the brief, and the legend of all of them. */
import type { IndicatorRow } from "../../indicators/results.ts";
import { legendEntries } from "../charts/chart-legend.ts";
import { drawPathChart } from "../charts/path-chart.ts";
import { element } from "../charts/svg.ts";
import { cellText, flowHeight } from "./brief-fit.ts";
import type { BriefChart, BriefCharts, BriefLegendEntry } from "./brief-view.ts";
import { nameText, type ViewContext } from "./context.ts";
import { indicatorChart } from "./indicator-chart.ts";

/** Charts in a row, and their width in points; the print style of the brief has the same. */
const across = 2;
const width = 250;
/** Points of the heading of all, and of name and gaps of a row. */
const headHeight = 30;
const frameHeight = 38;
/** The legend in points; its signs are 26 of 12 high, drawn smaller. */
const legend = { font: 8, line: 12, gap: 10, sign: 20 } as const;
/** Lines of a name that may take four fifths of its width in each of two. */
const nameLines = 3;
/** More than these are no brief. */
const mostRows = 3;

/** The charts of a plan, each drawn once and only when it is asked for. */
export type Courses = Iterable<Drawn>;

/** The courses that there are to draw, those of several values first, else in the order of the rows. */
export function coursesOf(rows: readonly IndicatorRow[], context: ViewContext): Courses {
  const lengths = new Map(rows.map((row) => [row, row.series().length]));
  const lengthOf = (row: IndicatorRow): number => lengths.get(row) ?? 0;
  const candidates = [
    ...rows.filter((row) => lengthOf(row) > 1),
    ...rows.filter((row) => lengthOf(row) === 1),
  ];
  const drawn: (Drawn | null)[] = [];
  return {
    *[Symbol.iterator]() {
      for (const [i, row] of candidates.entries()) {
        const course = drawn[i] === undefined ? chartOf(row, `brief-${i}`, context) : drawn[i];
        drawn[i] = course;
        if (course !== null) yield course;
      }
    },
  };
}

/** The first courses, in as many whole rows as so many points hold. */
export function chartsThatFit(courses: Courses, room: number): BriefCharts {
  const shown: Drawn[] = [];
  let left = room - headHeight;
  let row: Drawn[] = [];
  const addRow = (): boolean => {
    left -= Math.max(0, ...row.map(({ height }) => height)) + frameHeight;
    if (left < legendHeight(sharedLegend([...shown, ...row]))) return false;
    shown.push(...row);
    row = [];
    return true;
  };
  if (left > frameHeight)
    for (const course of courses) {
      row.push(course);
      if (row.length === across && (!addRow() || shown.length === across * mostRows)) break;
    }
  if (row.length > 0 && row.length < across) addRow();
  return { charts: shown.map(({ chart }) => chart), chartLegend: sharedLegend(shown) };
}

export interface Drawn {
  readonly chart: BriefChart;
  readonly legend: readonly BriefLegendEntry[];
  /** Points on paper. */
  readonly height: number;
}

function chartOf(row: IndicatorRow, id: string, context: ViewContext): Drawn | null {
  const { indicator } = row;
  const name = nameText(indicator.name, indicator.id.value, context.speaker);
  const chart = indicatorChart(row, id, name, context);
  const svg = drawPathChart(chart, context.speaker, { hasLegend: false });
  const [, wide, high] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg ?? "") ?? [];
  if (svg === null || wide === undefined || high === undefined) return null;
  return {
    chart: { name: cellText(name, 0.4, nameLines), svgHtml: svg },
    legend: legendEntries(chart, context.speaker).map(({ label, sign }) => ({
      label,
      signHtml: element("svg", { viewBox: "0 0 26 12", "aria-hidden": "true" }, sign),
    })),
    height: (Number(high) / Number(wide)) * width,
  };
}

/** What any of the charts draws, once; the as-of day, which ends the legend of each, last. */
function sharedLegend(drawn: readonly Drawn[]): readonly BriefLegendEntry[] {
  const all = [
    ...drawn.flatMap((one) => one.legend.slice(0, -1)),
    ...drawn.flatMap((one) => one.legend.slice(-1)),
  ];
  return [...new Map(all.map((entry) => [entry.label, entry])).values()];
}

function legendHeight(entries: readonly BriefLegendEntry[]): number {
  const { font, gap, line, sign } = legend;
  return flowHeight(
    entries.map(({ label }) => label),
    { font, gap: gap + sign, line },
  );
}
