/**
 * Status over time as a figure: every indicator on the days by which the figures of the last periods were due, as it was seen
 * then. On the last day of a period itself its figures are not there yet: a column of that day would show the period before.
 */
import { evaluateSome } from "../../indicators/engine.ts";
import type { IndicatorRow, Status } from "../../indicators/results.ts";
import { defaultReportDays } from "../../indicators/terms.ts";
import { periodContaining } from "../../plan/days.ts";
import { periodAsked } from "../../plan/rhythm.ts";
import type { Day, Frequency } from "../../plan/time.ts";
import { drawCellGrid } from "../charts/cell-grid.ts";
import type { ChartFigure } from "../charts/chart-figure.ts";
import { printShortDay, printYear } from "../dates.ts";
import { chartName, dataCaption, leftOffNote, legendCells, word } from "./chart-texts.ts";
import type { ViewContext } from "./context.ts";
import { reportLag } from "./next-report.ts";
import { drawnRows, judgedRows, sentence, statusCell, statusText, worstThatFit } from "./status-figures.ts";
import { byWorst } from "./worst-first.ts";

/** Past days beside the as-of date; fewer where many indicators would have to be judged on each. */
const past = { least: 2, most: 6 };
const mostJudgements = 1500;
/** More observations than these are not gone through once for every day. */
const mostObservations = 50_000;

/**
 * The figure; null when there is no past day to compare with, no value at all, or so many that asking the engine again
 * for every day would take long.
 */
export function historyFigure(context: ViewContext): ChartFigure | null {
  const { compilation } = context;
  if (compilation.records.observations.length > mostObservations) return null;
  const judged = judgedRows(context).filter((row) => row.series().length > 0 || row.word !== null);
  const columns = columnsOf(judged, context);
  if (columns === null) return null;
  const all = judged.map((row) => ({
    label: chartName(row.indicator.name, row.indicator.id.value, context),
    row,
    statuses: columns.map(({ statuses }) => statuses.get(row.indicator) ?? "no-data"),
  }));
  const shown = worstThatFit(all, (a, b) => byWorst(a.row, b.row));
  const told = all.map(({ label, statuses: own }) => [label, ...own.map((one) => statusText(one, context))]);
  const rows = shown.map((row) => ({
    label: row.label,
    strong: false,
    cells: row.statuses.map((one) => statusCell(one, context)),
  }));
  const id = "chart-history";
  const svg = drawCellGrid({
    id,
    title: word("historyCaption", context),
    description: sentence(told, context),
    columns: columns.map(({ day }) => headOf(day, context)),
    rows,
    legend: legendCells(rows.flatMap((row) => row.cells)),
  });
  if (svg === null) return null;
  return {
    id,
    svgHtml: svg,
    caption: dataCaption(word("historyCaption", context), context),
    note: [word("historyNote", context), leftOffNote(all.length - shown.length, context)]
      .filter((sentence) => sentence !== null)
      .join(context.labels.numberGap),
    tableLabel: word("tableLabel", context),
    table: {
      head: [
        word("indicatorHead", context),
        ...columns.map(({ day }) => printShortDay(day, context.speaker)),
      ],
      rows: told,
      ...drawnRows(all, shown),
    },
  };
}

/** What was reported later is unseen on each day. */
function statusesOn(
  day: Day,
  judged: readonly IndicatorRow[],
  { compilation }: ViewContext,
): ReadonlyMap<IndicatorRow["indicator"], Status> {
  const { plan, index, records } = compilation;
  const indicators = judged.map((row) => row.indicator);
  const rows = evaluateSome({ plan, index, records, asOf: day, trace: false }, indicators, null);
  return new Map(rows.map((row) => [row.indicator, row.status]));
}

/** Rhythms that make columns, finest first; what is reported more often is shown by month. */
const rhythms: readonly Frequency[] = ["monthly", "quarterly", "half-yearly", "yearly"];

/** The statuses of one day. */
interface Column {
  readonly day: Day;
  readonly statuses: ReadonlyMap<IndicatorRow["indicator"], Status>;
}

/** Past days of the commonest rhythm that has any, then the as-of date; oldest first. Null when there is no past day. */
function columnsOf(judged: readonly IndicatorRow[], context: ViewContext): readonly Column[] | null {
  const { asOf } = context;
  const now: Column = { day: asOf, statuses: new Map(judged.map((row) => [row.indicator, row.status])) };
  for (const rhythm of commonRhythms(judged)) {
    const lag = lagOf(judged, rhythm);
    const days = dueDays(rhythm, lag, judged, asOf);
    const columns = days.map((day) => ({ day, statuses: statusesOn(day, judged, context) }));
    const last = columns.at(-1);
    // A column of last week that shows what today's shows tells nothing.
    if (last !== undefined && asOf - last.day < lag && isSame(last, now)) columns.pop();
    if (columns.length > 0) return [...columns, now];
  }
  return null;
}

/** Days after the end of a period by which all of a rhythm owe its figures; the usual time where nothing is stated. */
function lagOf(judged: readonly IndicatorRow[], rhythm: Frequency): number {
  const lags = ofRhythm(judged, rhythm).map(({ indicator }) => reportLag(indicator));
  return lags.length === 0 ? defaultReportDays : Math.max(...lags);
}

function isSame(a: Column, b: Column): boolean {
  return [...a.statuses].every(([indicator, status]) => b.statuses.get(indicator) === status);
}

/** The last days before the as-of date on which the figures of a period were due, of periods since the first value. */
function dueDays(rhythm: Frequency, lag: number, judged: readonly IndicatorRow[], asOf: Day): readonly Day[] {
  const first = judged
    .map((row) => row.firstObservedOn ?? row.series()[0]?.on ?? asOf)
    .reduce((a, b) => Math.min(a, b), asOf);
  const room = Math.floor(mostJudgements / Math.max(1, judged.length));
  const most = Math.max(past.least, Math.min(past.most, room));
  const days: Day[] = [];
  let end = periodContaining(asOf - lag, rhythm).start - 1;
  while (end >= first && days.length < most) {
    days.unshift(end + lag);
    end = periodContaining(end, rhythm).start - 1;
  }
  return days;
}

/** The rhythms of the indicators, the commonest first, of as many the finer first; quarters where none is stated. */
function commonRhythms(judged: readonly IndicatorRow[]): readonly Frequency[] {
  const counted = rhythms
    .map((rhythm) => ({ rhythm, count: ofRhythm(judged, rhythm).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return counted.length === 0 ? ["quarterly"] : counted.map(({ rhythm }) => rhythm);
}

function ofRhythm(judged: readonly IndicatorRow[], rhythm: Frequency): readonly IndicatorRow[] {
  return judged.filter(({ indicator }) => {
    const asked = periodAsked(indicator.frequency[0]?.is ?? null);
    return (asked === "daily" || asked === "weekly" ? "monthly" : asked) === rhythm;
  });
}

/** A day as the head of a narrow column. */
function headOf(day: Day, { speaker }: ViewContext): readonly string[] {
  const year = printYear(day, speaker);
  const rest = printShortDay(day, speaker).replace(year, "").trim();
  return speaker.chinese ? [year, rest] : [rest, year];
}
