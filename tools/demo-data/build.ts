/** Demonstration observations of `examples/linked-point-cobuilding`, made from the courses in `series.ts`. */
import { isoDay, periodsOf, type ReportingPeriod } from "./periods.ts";
import { type Draw, drawFor } from "./random.ts";
import { csv, decimal, type Row } from "./rows.ts";
import {
  type CountySeries,
  countySeries,
  type Exception,
  singleRows,
  type Township,
  type TownshipSeries,
  townshipSeries,
  townships,
} from "./series.ts";

/** The text of `data/observations.csv`; equal on every run. */
export function observationsCsv(): string {
  return csv([...townshipSeries.flatMap(townshipRows), ...countySeries.flatMap(countyRows), ...singleRows]);
}

/** What one township counted in one period. */
interface Count {
  readonly township: Township;
  readonly part: number;
  readonly base: number;
}

function townshipRows(series: TownshipSeries): readonly Row[] {
  const draw = drawFor(series.indicator);
  const periods = periodsOf(series.rhythm);
  return periods.flatMap((period, index) => {
    const counts = townships.map((township) => countOf(series, township, index / (periods.length - 1), draw));
    const reportedLag = draw(5, 18);
    const rows = counts.flatMap((count) => {
      const exception = exceptionFor(series.exceptions, period, count.township.id);
      return exception?.absent ? [] : [townshipRow(series, period, count, reportedLag, exception)];
    });
    return series.county
      ? [
          countyRow(
            series,
            period,
            counts.filter((c) => !isMissing(series, period, c)),
            reportedLag,
          ),
          ...rows,
        ]
      : rows;
  });
}

/** Level on the straight line between the ends of the course, plus chance, turned into whole counts. */
function countOf(series: TownshipSeries, township: Township, share: number, draw: Draw): Count {
  const [first, last] = series.other?.[township.id] ?? series.course;
  const level = Math.round(first + (last - first) * share) + draw(-series.spread, series.spread);
  const base = baseOf(series, township, draw);
  const scale = series.shown === "percent" ? 10_000 : 10;
  const part = Math.round((base * level) / scale);
  return { township, part: series.shown === "percent" ? Math.min(part, base) : part, base };
}

function baseOf(series: TownshipSeries, township: Township, draw: Draw): number {
  return typeof series.base === "string" ? township[series.base] : draw(series.base[0], series.base[1]);
}

function townshipRow(
  series: TownshipSeries,
  period: ReportingPeriod,
  count: Count,
  lag: number,
  exception: Exception | undefined,
): Row {
  const head = {
    indicator: series.indicator,
    entity: count.township.id,
    at: period.at,
    ...filed(period, lag, exception),
  };
  if (exception?.row?.value !== undefined) return { ...head, ...exception.row };
  return { ...head, ...figures(series.shown, count.part, count.base), ...exception?.row };
}

function countyRow(
  series: TownshipSeries,
  period: ReportingPeriod,
  counts: readonly Count[],
  lag: number,
): Row {
  const part = counts.reduce((sum, count) => sum + count.part, 0);
  const base = counts.reduce((sum, count) => sum + count.base, 0);
  return {
    indicator: series.indicator,
    at: period.at,
    ...figures(series.shown, part, base),
    ...filed(period, lag, undefined),
  };
}

function isMissing(series: TownshipSeries, period: ReportingPeriod, count: Count): boolean {
  const exception = exceptionFor(series.exceptions, period, count.township.id);
  return exception?.absent === true || exception?.row?.value !== undefined;
}

function countyRows(series: CountySeries): readonly Row[] {
  const draw = drawFor(series.indicator);
  return periodsOf(series.rhythm).flatMap((period, index) => {
    const lag = draw(6, 20);
    const value = series.values[index] ?? null;
    if (value === null) return [];
    const exception = exceptionFor(series.exceptions, period, undefined);
    const shown = series.outOf === undefined ? { value } : figures("percent", Number(value), series.outOf);
    const head = { indicator: series.indicator, at: period.at, ...shown, ...filed(period, lag, exception) };
    return [{ ...head, reporter: series.reporter, ...exception?.row }];
  });
}

/** Value to two decimals, rounded half up, beside the counts that it is made from. */
function figures(shown: "percent" | "mean", part: number, base: number): Row {
  const scale = shown === "percent" ? 10_000 : 100;
  const rounded = Math.floor((2 * part * scale + base) / (2 * base));
  return {
    value: `${decimal(rounded, 2)}${shown === "percent" ? "%" : ""}`,
    numerator: String(part),
    denominator: String(base),
  };
}

function filed(period: ReportingPeriod, lag: number, exception: Exception | undefined): Row {
  return { state: "final", reported: isoDay(period.end + lag + (exception?.lateByDays ?? 0)) };
}

function exceptionFor(
  exceptions: readonly Exception[] | undefined,
  period: ReportingPeriod,
  entity: string | undefined,
): Exception | undefined {
  return exceptions?.find((exception) => exception.at === period.at && exception.entity === entity);
}
