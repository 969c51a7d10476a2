/** Status over time as a figure: every indicator at the ends of the last reporting periods, as it was seen then. */
import { evaluateSome } from "../../indicators/engine.ts";
import type { IndicatorRow, Status } from "../../indicators/results.ts";
import { dateParts, periodContaining } from "../../plan/days.ts";
import { periodAsked } from "../../plan/rhythm.ts";
import type { Day, Frequency } from "../../plan/time.ts";
import { drawCellGrid } from "../charts/cell-grid.ts";
import type { ChartFigure } from "../charts/chart-figure.ts";
import { printMonth, printShortDay, printYear } from "../dates.ts";
import { chartName, dataCaption, leftOffNote, legendCells, word } from "./chart-texts.ts";
import type { ViewContext } from "./context.ts";
import { drawnRows, judgedRows, sentence, statusCell, statusText, worstThatFit } from "./status-figures.ts";
import { byWorst } from "./worst-first.ts";

/** Past days beside the as-of date; fewer where many indicators would have to be judged on each. */
const past = { least: 2, most: 7 };
const mostJudgements = 1500;
/** More observations than these are not gone through once for every day. */
const mostObservations = 50_000;

/**
 * The figure; null when there is no past day to compare with, no value at all, or so many that asking the engine again
 * for every day would take long.
 */
export function historyFigure(context: ViewContext): ChartFigure | null {
  const { compilation, asOf } = context;
  if (compilation.records.observations.length > mostObservations) return null;
  const judged = judgedRows(context).filter((row) => row.series().length > 0 || row.word !== null);
  const days = daysOf(judged, context);
  if (days.length < 2) return null;
  const statuses = days.map((day) =>
    day === asOf
      ? new Map(judged.map((row) => [row.indicator, row.status]))
      : statusesOn(day, judged, context),
  );
  const all = judged.map((row) => ({
    label: chartName(row.indicator.name, row.indicator.id.value, context),
    row,
    statuses: statuses.map((on) => on.get(row.indicator) ?? "no-data"),
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
    columns: days.map((day) => headOf(day, context)),
    rows,
    legend: legendCells(rows.flatMap((row) => row.cells)),
  });
  if (svg === null) return null;
  return {
    id,
    svgHtml: svg,
    caption: dataCaption(word("historyCaption", context), context),
    note: leftOffNote(all.length - shown.length, context),
    tableLabel: word("tableLabel", context),
    table: {
      head: [word("indicatorHead", context), ...days.map((day) => printShortDay(day, context.speaker))],
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

/** Ends of the last periods of the commonest rhythm since the first value, then the as-of date; oldest first. */
function daysOf(judged: readonly IndicatorRow[], { asOf }: ViewContext): readonly Day[] {
  const first = judged
    .map((row) => row.firstObservedOn ?? row.series()[0]?.on ?? asOf)
    .reduce((a, b) => Math.min(a, b), asOf);
  const rhythm = commonRhythm(judged);
  const room = Math.floor(mostJudgements / Math.max(1, judged.length));
  const mostPast = Math.max(past.least, Math.min(past.most, room));
  const days: Day[] = [asOf];
  let end = periodContaining(asOf, rhythm).start - 1;
  while (end >= first && days.length <= mostPast) {
    days.unshift(end);
    end = periodContaining(end, rhythm).start - 1;
  }
  return days;
}

function commonRhythm(judged: readonly IndicatorRow[]): Frequency {
  const asked = judged.map(({ indicator }) => {
    const rhythm = periodAsked(indicator.frequency[0]?.is ?? null);
    return rhythm === "daily" || rhythm === "weekly" ? "monthly" : rhythm;
  });
  const counts = rhythms.map((rhythm) => asked.filter((one) => one === rhythm).length);
  const most = Math.max(...counts);
  return (most === 0 ? null : rhythms[counts.indexOf(most)]) ?? "quarterly";
}

/** A day as the head of a narrow column; the end of a month by its month alone. */
function headOf(day: Day, { speaker }: ViewContext): readonly string[] {
  const isMonthEnd = dateParts(day + 1).day === 1;
  const year = printYear(day, speaker);
  const rest = (isMonthEnd ? printMonth(day, speaker) : printShortDay(day, speaker)).replace(year, "").trim();
  return speaker.chinese ? [year, rest] : [rest, year];
}
