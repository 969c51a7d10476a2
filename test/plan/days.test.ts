import Big from "big.js";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  addMonths,
  addYears,
  dateParts,
  dayOf,
  daysInMonth,
  isoDay,
  monthEnd,
  monthStart,
  nextPeriod,
  parseIsoDay,
  periodContaining,
  periodsBetween,
  yearsBetween,
} from "../../src/plan/days.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { type Frequency, frequencies } from "../../src/plan/time.ts";

const epoch = Temporal.PlainDate.from("1970-01-01");
const oracle = (day: number) => epoch.add({ days: day });
const years1to9999 = fc.integer({ min: -719_162, max: 2_932_896 });
const recent = fc.integer({ min: -30_000, max: 60_000 });

function day(iso: string): number {
  const found = parseIsoDay(iso);
  if (found === null) throw new Error(`no such day: ${iso}`);
  return found;
}

test("counts days from 1970-01-01", () => {
  expect(day("1970-01-01")).toBe(0);
  expect(day("1969-12-31")).toBe(-1);
  expect(day("2000-03-01") - day("2000-02-28")).toBe(2); // 2000 is a leap year
  expect(day("1900-03-01") - day("1900-02-28")).toBe(1); // 1900 is not
});

test.each([
  [2026, 2, 29],
  [2026, 2, 30],
  [2026, 13, 1],
  [2026, 0, 1],
  [2026, 4, 31],
  [2026, 1, 0],
  [0, 1, 1],
  [10_000, 1, 1],
])("there is no day %i-%i-%i", (year, month, ofMonth) => {
  expect(dayOf(year, month, ofMonth)).toBeNull();
});

test.each(["2026-2-3", "2026-02-30", "20260203", "2026-02-03T00:00", ""])("%j is no ISO day", (text) => {
  expect(parseIsoDay(text)).toBeNull();
});

test("dates agree with Temporal over the whole calendar", () => {
  fc.assert(
    fc.property(years1to9999, (n) => {
      const date = oracle(n);
      expect(dateParts(n)).toEqual({ year: date.year, month: date.month, day: date.day });
      expect(dayOf(date.year, date.month, date.day)).toBe(n);
      expect(isoDay(n)).toBe(date.toString());
      expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
    }),
    { numRuns: 2000 },
  );
});

test("months and years are added as Temporal adds them", () => {
  fc.assert(
    fc.property(recent, fc.integer({ min: -600, max: 600 }), (n, months) => {
      expect(isoDay(addMonths(n, months))).toBe(oracle(n).add({ months }).toString());
      expect(isoDay(addYears(n, months % 50))).toBe(
        oracle(n)
          .add({ years: months % 50 })
          .toString(),
      );
    }),
    { numRuns: 1000 },
  );
});

test("a longer month clamps to the end of a shorter one", () => {
  expect(isoDay(addMonths(day("2026-01-31"), 1))).toBe("2026-02-28");
  expect(isoDay(addYears(day("2024-02-29"), 1))).toBe("2025-02-28");
  expect(isoDay(addYears(day("2024-02-29"), 4))).toBe("2028-02-29");
  expect(isoDay(addMonths(day("2026-01-15"), -1))).toBe("2025-12-15");
});

test("a month begins and ends", () => {
  expect(isoDay(monthEnd(day("2024-02-10")))).toBe("2024-02-29");
  expect(isoDay(monthStart(day("2024-02-10")))).toBe("2024-02-01");
});

test.each([
  ["2026-06-30", "2027-12-31", "366", "550"], // 1 + 184/366: 2027-06-30..2028-06-30 holds 29 February 2028
  ["2025-12-31", "2027-12-31", "1", "2"],
  ["2026-01-01", "2026-01-01", "1", "0"],
  ["2025-12-31", "2026-06-30", "365", "181"],
  ["2024-02-29", "2025-02-28", "1", "1"],
  ["2024-02-29", "2025-03-01", "365", "366"], // one year to 2025-02-28, then 1 of 365 days
  ["2027-12-31", "2025-12-31", "1", "-2"],
])("years from %s to %s, times %s, are %s", (from, to, times, product) => {
  expect(formatDecimal(yearsBetween(day(from), day(to)).times(times))).toBe(formatDecimal(new Big(product)));
});

test("whole years agree with Temporal", () => {
  fc.assert(
    fc.property(recent, fc.integer({ min: 0, max: 20_000 }), (from, days) => {
      const whole = oracle(from).until(oracle(from + days), { largestUnit: "years" }).years;
      const years = yearsBetween(from, from + days);
      expect(Math.floor(Number(years))).toBe(whole);
    }),
    { numRuns: 1000 },
  );
});

test.each<[string, Frequency, string, string]>([
  ["2026-06-30", "daily", "2026-06-30", "2026-06-30"],
  ["2026-06-30", "weekly", "2026-06-29", "2026-07-05"], // a Tuesday
  ["2026-07-05", "weekly", "2026-06-29", "2026-07-05"], // a Sunday
  ["1969-12-31", "weekly", "1969-12-29", "1970-01-04"],
  ["2026-06-30", "monthly", "2026-06-01", "2026-06-30"],
  ["2026-06-30", "quarterly", "2026-04-01", "2026-06-30"],
  ["2026-07-01", "quarterly", "2026-07-01", "2026-09-30"],
  ["2026-07-01", "half-yearly", "2026-07-01", "2026-12-31"],
  ["2026-07-01", "yearly", "2026-01-01", "2026-12-31"],
  ["2026-07-01", "every 5 years", "2026-01-01", "2030-12-31"],
  ["2025-12-31", "every 5 years", "2021-01-01", "2025-12-31"],
  ["2026-07-01", "every 2 years", "2025-01-01", "2026-12-31"],
  ["2026-07-01", "every 4 months", "2026-05-01", "2026-08-31"],
  ["0001-01-07", "every 2 weeks", "0001-01-01", "0001-01-14"],
  ["0001-01-15", "every 2 weeks", "0001-01-15", "0001-01-28"],
  ["0001-01-11", "every 10 days", "0001-01-11", "0001-01-20"],
])("%s lies in the %s period %s to %s", (at, frequency, start, end) => {
  expect(periodContaining(day(at), frequency)).toEqual({ start: day(start), end: day(end) });
});

test("lists every period that a span touches", () => {
  const shown = periodsBetween(day("2026-02-10"), day("2026-07-01"), "quarterly").map((p) => isoDay(p.end));
  expect(shown).toEqual(["2026-03-31", "2026-06-30", "2026-09-30"]);
  expect(periodsBetween(day("2026-02-10"), day("2026-02-09"), "daily")).toEqual([]);
  expect(periodsBetween(0, 2_000_000, "daily")).toHaveLength(40_000);
});

test("periods follow each other without gap or overlap", () => {
  fc.assert(
    fc.property(
      recent,
      fc.constantFrom<Frequency[]>(
        ...frequencies,
        "every 2 years",
        "every 5 years",
        "every 5 months",
        "every 2 weeks",
        "every 10 days",
      ),
      (n, frequency) => {
        const period = periodContaining(n, frequency);
        expect(period.start <= n && n <= period.end).toBe(true);
        const next = nextPeriod(period, frequency);
        expect(next.start).toBe(period.end + 1);
        expect(periodContaining(next.end, frequency)).toEqual(next);
      },
    ),
  );
});
