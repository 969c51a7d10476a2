/** Made-up courses of indicators turned into observation rows, for entities and for a plan as a whole. */
import { isoDay, type ReportingPeriod, type Rhythm } from "./periods.ts";
import { type Draw, drawFor } from "./random.ts";
import { decimal, type Row } from "./rows.ts";

/** What happens to single reports: absent, late, or with other cells than the course gives. */
export interface Exception {
  /** Entity that it happens to; none: the report of the plan as a whole. */
  readonly entity?: string;
  readonly at: string;
  readonly absent?: true;
  readonly lateByDays?: number;
  readonly row?: Row;
}

/** A share or a mean that every entity counts: numerator over denominator, led from a first to a last level. */
export interface EntitySeries {
  readonly indicator: string;
  readonly rhythm: Rhythm;
  /** `percent`: numerator ÷ denominator in percent. `mean`: numerator ÷ denominator as it is. */
  readonly shown: "percent" | "mean";
  /** First and last level: hundredths of a percent, or tenths of the unit of a mean. */
  readonly course: readonly [number, number];
  /** Entities that take another course. */
  readonly other?: Readonly<Record<string, readonly [number, number]>>;
  /** Largest chance deviation, in the units of the course. */
  readonly spread: number;
  /** Smallest and largest denominator of one report. */
  readonly base: readonly [number, number];
  readonly exceptions?: readonly Exception[];
}

/** Values reported for the plan as a whole, period by period; null where nothing is reported. */
export interface PlanSeries {
  readonly indicator: string;
  readonly rhythm: Rhythm;
  readonly reporter: string;
  readonly values: readonly (string | null)[];
  readonly exceptions?: readonly Exception[];
}

/** Demonstration span: first and last month as `[year, month]`, the last one complete. */
export interface Span {
  readonly first: readonly [number, number];
  readonly last: readonly [number, number];
}

const monthsIn: Readonly<Record<Rhythm, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const dayLength = 86_400_000;

/** Periods of one rhythm that lie whole within the span, in order of time. */
export function periodsWithin({ first, last }: Span, rhythm: Rhythm): readonly ReportingPeriod[] {
  const length = monthsIn[rhythm];
  const periods: ReportingPeriod[] = [];
  for (let year = first[0]; year <= last[0]; year += 1) {
    for (let number = 1; number * length <= 12; number += 1) {
      const end = number * length;
      const startsBefore = year === first[0] && end - length + 1 < first[1];
      const endsAfter = year === last[0] && end > last[1];
      if (startsBefore || endsAfter) continue;
      periods.push({ at: nameOf(rhythm, year, number), end: Date.UTC(year, end, 0) / dayLength });
    }
  }
  return periods;
}

function nameOf(rhythm: Rhythm, year: number, number: number): string {
  if (rhythm === "month") return `${year}-${String(number).padStart(2, "0")}`;
  if (rhythm === "quarter") return `${year}-Q${number}`;
  return rhythm === "half-year" ? `${year}-H${number}` : String(year);
}

/** Rows of a share or mean, entity by entity within each period. */
export function entityRows(series: EntitySeries, entities: readonly string[], span: Span): readonly Row[] {
  const draw = drawFor(series.indicator);
  const periods = periodsWithin(span, series.rhythm);
  return periods.flatMap((period, index) => {
    const share = periods.length > 1 ? index / (periods.length - 1) : 1;
    const lag = draw(4, 16);
    return entities.flatMap((entity) => {
      const counted = countOf(series, entity, share, draw);
      const exception = series.exceptions?.find((e) => e.at === period.at && e.entity === entity);
      if (exception?.absent === true) return [];
      const head = { indicator: series.indicator, entity, at: period.at };
      const filed = filedOn(period, lag, exception);
      const cells = exception?.row?.value === undefined ? counted : {};
      return [{ ...head, ...cells, ...filed, ...exception?.row }];
    });
  });
}

/** Level on the straight line between the ends of the course, plus chance, turned into whole counts. */
function countOf(series: EntitySeries, entity: string, share: number, draw: Draw): Row {
  const [first, last] = series.other?.[entity] ?? series.course;
  const level = Math.round(first + (last - first) * share) + draw(-series.spread, series.spread);
  const base = draw(series.base[0], series.base[1]);
  const isPercent = series.shown === "percent";
  const exact = Math.round((base * level) / (isPercent ? 10_000 : 10));
  const part = isPercent ? Math.min(exact, base) : exact;
  const scale = isPercent ? 10_000 : 100;
  const rounded = Math.floor((2 * part * scale + base) / (2 * base));
  return {
    value: `${decimal(rounded, 2)}${isPercent ? "%" : ""}`,
    numerator: String(part),
    denominator: String(base),
  };
}

/** Rows of values reported for the plan as a whole. */
export function planRows(series: PlanSeries, span: Span): readonly Row[] {
  const draw = drawFor(series.indicator);
  return periodsWithin(span, series.rhythm).flatMap((period, index) => {
    const lag = draw(5, 18);
    const value = series.values[index] ?? null;
    if (value === null) return [];
    const exception = series.exceptions?.find((e) => e.at === period.at && e.entity === undefined);
    const head = { indicator: series.indicator, at: period.at, value };
    return [{ ...head, ...filedOn(period, lag, exception), reporter: series.reporter, ...exception?.row }];
  });
}

function filedOn(period: ReportingPeriod, lag: number, exception: Exception | undefined): Row {
  return { state: "final", reported: isoDay(period.end + lag + (exception?.lateByDays ?? 0)) };
}
