/** Reporting periods of the demonstration years, as observations name them, with the day on which each ends. */

export interface ReportingPeriod {
  /** As written in the column `at`: `2024-03`, `2024-Q1`, `2024-H1`, `2024`. */
  readonly at: string;
  /** Last day, as days since 1970-01-01. */
  readonly end: number;
}

export type Rhythm = "month" | "quarter" | "half-year" | "year";

const years = [2024, 2025];
const monthsIn: Readonly<Record<Rhythm, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const dayLength = 86_400_000;

/** All periods of one rhythm over the demonstration years, in order of time. */
export function periodsOf(rhythm: Rhythm): readonly ReportingPeriod[] {
  const length = monthsIn[rhythm];
  return years.flatMap((year) =>
    Array.from({ length: 12 / length }, (_, i) => ({
      at: nameOf(rhythm, year, i + 1),
      end: Date.UTC(year, (i + 1) * length, 0) / dayLength,
    })),
  );
}

function nameOf(rhythm: Rhythm, year: number, number: number): string {
  if (rhythm === "month") return `${year}-${String(number).padStart(2, "0")}`;
  if (rhythm === "quarter") return `${year}-Q${number}`;
  return rhythm === "half-year" ? `${year}-H${number}` : String(year);
}

/** A day as `2024-03-31`. */
export function isoDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}
