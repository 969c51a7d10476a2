/** The chart of one indicator as a figure: values against the expected path, targets, projection. */
import type { IndicatorRow } from "../../indicators/results.ts";
import type { ChartFigure } from "../charts/chart-figure.ts";
import { drawPathChart } from "../charts/path-chart.ts";
import { printShortDay } from "../dates.ts";
import { dataCaption, leftOffNote, word } from "./chart-texts.ts";
import type { ViewContext } from "./context.ts";
import { forecastOf } from "./forecast.ts";
import { indicatorChart } from "./indicator-chart.ts";
import { dueText, levelText, targetText } from "./target-text.ts";

/** More values than these are drawn and not listed: the earliest are left off. */
const mostValues = 40;

/** The figure of a row; `id` unique in the document. Null when there is no course to draw. */
export function pathFigure(
  row: IndicatorRow,
  id: string,
  name: string,
  context: ViewContext,
): ChartFigure | null {
  const svg = drawPathChart(indicatorChart(row, id, name, context), context.speaker);
  if (svg === null) return null;
  const rows = [...valueRows(row, context), ...expectedRow(row, context), ...targetRows(row, context)];
  return {
    id: `${id}-chart`,
    svgHtml: svg,
    caption: dataCaption(word("pathCaption", context), context),
    note: earlierNote(row.series().length - mostValues, context),
    tableLabel: word("tableLabel", context),
    table: {
      head: [word("dateHead", context), word("figureHead", context), word("valueHead", context)],
      rows: [...rows, ...forecastRows(row, context)],
    },
  };
}

type Rows = readonly (readonly string[])[];

function earlierNote(count: number, context: ViewContext): string | null {
  if (leftOffNote(count, context) === null) return null;
  return context.speaker.say({
    en: `${count} earlier ${count === 1 ? "value is" : "values are"} in the picture only.`,
    zhHans: `另有${count}期较早的实际值仅在图中显示。`,
  });
}

function valueRows(row: IndicatorRow, context: ViewContext): Rows {
  return row
    .series()
    .slice(-mostValues)
    .map(({ on, value, provisional }) => [
      printShortDay(on, context.speaker),
      word(provisional ? "provisionalValue" : "reportedValue", context),
      levelText(value, row, context),
    ]);
}

function expectedRow(row: IndicatorRow, context: ViewContext): Rows {
  const { value } = row.figures.expected;
  if (value === null || row.observedOn === null) return [];
  const day = printShortDay(row.observedOn, context.speaker);
  return [[day, word("expectedValue", context), levelText(value, row, context)]];
}

function targetRows(row: IndicatorRow, context: ViewContext): Rows {
  return row.targets
    .filter(({ level }) => level !== null)
    .map((judged) => [
      dueText(judged, context),
      word("targetValue", context),
      targetText(judged, row, context),
    ]);
}

function forecastRows(row: IndicatorRow, context: ViewContext): Rows {
  const forecast = forecastOf(row, context);
  if (forecast === null) return [];
  const day = printShortDay(forecast.on, context.speaker);
  const rows = [[day, word("projectedValue", context), forecast.label]];
  if (forecast.rangeText !== null) rows.push([day, word("rangeValue", context), forecast.rangeText]);
  return rows;
}
