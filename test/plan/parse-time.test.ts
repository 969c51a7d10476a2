import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDay, parseIsoDay } from "../../src/plan/days.ts";
import { firstDay, lastDay, type PlanCalendar, parseTime, resolveTime } from "../../src/plan/parse-time.ts";
import type { Period } from "../../src/plan/time.ts";

const oneYear: PlanCalendar = {
  start: parseIsoDay("2024-01-15"),
  end: parseIsoDay("2024-12-31"),
  phases: (id) => (id === "pilot" ? { start: 10, end: 20 } : null),
};
const threeYears: PlanCalendar = { ...oneYear, end: parseIsoDay("2026-12-31") };
const noPeriod: PlanCalendar = { start: null, end: null, phases: () => null };

function shown(period: Period | null): string {
  if (period === null) return "none";
  const { start, end } = period;
  return `${start === null ? "" : isoDay(start)}..${end === null ? "" : isoDay(end)}`;
}

function read(text: string, calendar: PlanCalendar = oneYear): string {
  const reading = parseTime(text);
  return reading.ok ? shown(resolveTime(reading.expression, calendar)) : `fault ${reading.fault.code}`;
}

const calendarForms: readonly (readonly [string, string])[] = [
  ["2026", "2026-01-01..2026-12-31"],
  ["2026年", "2026-01-01..2026-12-31"],
  ["2026年度", "2026-01-01..2026-12-31"],
  ["二〇二六年", "2026-01-01..2026-12-31"],
  ["2026-H1", "2026-01-01..2026-06-30"],
  ["2026H2", "2026-07-01..2026-12-31"],
  ["2026年上半年", "2026-01-01..2026-06-30"],
  ["2026下半年", "2026-07-01..2026-12-31"],
  ["first half of 2026", "2026-01-01..2026-06-30"],
  ["2026-Q2", "2026-04-01..2026-06-30"],
  ["2026Q4", "2026-10-01..2026-12-31"],
  ["Q2 2026", "2026-04-01..2026-06-30"],
  ["2026年第二季度", "2026-04-01..2026-06-30"],
  ["2026年二季度", "2026-04-01..2026-06-30"],
  ["2026年第3季度", "2026-07-01..2026-09-30"],
  ["2026年一季度末", "2026-03-31..2026-03-31"],
  ["2026-06", "2026-06-01..2026-06-30"],
  ["2026-6", "2026-06-01..2026-06-30"],
  ["2026.6", "2026-06-01..2026-06-30"],
  ["2026/06", "2026-06-01..2026-06-30"],
  ["2026年6月", "2026-06-01..2026-06-30"],
  ["2026年6月份", "2026-06-01..2026-06-30"],
  ["2026年十二月", "2026-12-01..2026-12-31"],
  ["2024年2月底", "2024-02-29..2024-02-29"],
  ["2026年6月上旬", "2026-06-01..2026-06-10"],
  ["2026年2月下旬", "2026-02-21..2026-02-28"],
  ["June 2026", "2026-06-01..2026-06-30"],
  ["2026-06-30", "2026-06-30..2026-06-30"],
  ["2026-6-3", "2026-06-03..2026-06-03"],
  ["2026/6/30", "2026-06-30..2026-06-30"],
  ["2026.6.30", "2026-06-30..2026-06-30"],
  ["2026年6月30日", "2026-06-30..2026-06-30"],
  ["２０２６年６月３０日", "2026-06-30..2026-06-30"],
  ["二〇二六年十二月三十一日", "2026-12-31..2026-12-31"],
  ["20260630", "2026-06-30..2026-06-30"],
  ["30 June 2026", "2026-06-30..2026-06-30"],
  ["June 30, 2026", "2026-06-30..2026-06-30"],
  ["2024-02-29", "2024-02-29..2024-02-29"],
  ["2026年底", "2026-12-31..2026-12-31"],
  ["2026年末", "2026-12-31..2026-12-31"],
  ["2026年年底", "2026-12-31..2026-12-31"],
  ["2026年底前", "2026-12-31..2026-12-31"],
  ["2026年6月30日前", "2026-06-30..2026-06-30"],
  ["end of 2026", "2026-12-31..2026-12-31"],
  ["mid-2026", "2026-06-30..2026-06-30"],
  ["2026年中", "2026-06-30..2026-06-30"],
  ["  2026  ", "2026-01-01..2026-12-31"],
];

test.each(calendarForms)("%s is %s", (text, expected) => {
  expect(read(text, noPeriod)).toBe(expected);
});

test.each([
  ["2026..", "2026-01-01.."],
  ["..2027", "..2027-12-31"],
  ["2024..2026", "2024-01-01..2026-12-31"],
  ["2026-01..2027-12", "2026-01-01..2027-12-31"],
  ["2026-01 .. 2027-12", "2026-01-01..2027-12-31"],
  ["2026-01~2027-12", "2026-01-01..2027-12-31"],
  ["2026-01～2027-12", "2026-01-01..2027-12-31"],
  ["2026年1月至2027年12月", "2026-01-01..2027-12-31"],
  ["2026年1月至12月", "2026-01-01..2026-12-31"],
  ["2026年1-6月", "2026-01-01..2026-06-30"],
  ["2026年1月1日—2026年6月30日", "2026-01-01..2026-06-30"],
  ["2024-2026", "2024-01-01..2026-12-31"],
  ["2024—2026年", "2024-01-01..2026-12-31"],
  ["2026.1-2027.12", "2026-01-01..2027-12-31"],
  ["2026年7月起", "2026-07-01.."],
  ["2026-Q2..2026-Q4", "2026-04-01..2026-12-31"],
])("the range %s is %s", (text, expected) => {
  expect(read(text, noPeriod)).toBe(expected);
});

test.each([
  ["M1", "2024-01-01..2024-01-31"], // the calendar month of the start, though the plan starts on the 15th
  ["M9", "2024-09-01..2024-09-30"],
  ["M13", "2025-01-01..2025-01-31"],
  ["M0", "2024-01-14..2024-01-14"], // the day before the start
  ["M4..M9", "2024-04-01..2024-09-30"],
  ["M4-M9", "2024-04-01..2024-09-30"],
  ["第9个月", "2024-09-01..2024-09-30"],
  ["第4-9个月", "2024-04-01..2024-09-30"],
  ["M0..M36", "2024-01-15..2026-12-31"], // a span from M0 begins with the plan
  ["M7..", "2024-07-01.."],
])("plan month %s is %s", (text, expected) => {
  expect(read(text)).toBe(expected);
  expect(read(text, noPeriod)).toBe("none");
});

test.each([
  ["上半年", "2024-01-01..2024-06-30"],
  ["下半年", "2024-07-01..2024-12-31"],
  ["年底", "2024-12-31..2024-12-31"],
  ["年底前", "2024-12-31..2024-12-31"],
  ["年中", "2024-06-30..2024-06-30"],
  ["一季度", "2024-01-01..2024-03-31"],
  ["第四季度", "2024-10-01..2024-12-31"],
  ["6月底", "2024-06-30..2024-06-30"],
  ["2月底", "2024-02-29..2024-02-29"],
  ["6月", "2024-06-01..2024-06-30"],
  ["6月30日", "2024-06-30..2024-06-30"],
  ["1-6月", "2024-01-01..2024-06-30"],
])("%s without a year is %s in a plan of one year and unknown in one of three", (text, expected) => {
  expect(read(text)).toBe(expected);
  expect(read(text, threeYears)).toBe("none");
});

test("a name is the period of its phase, on both sides of a range too", () => {
  expect(read("pilot")).toBe("1970-01-11..1970-01-21");
  expect(read("pilot..M12")).toBe("1970-01-11..2024-12-31");
  expect(read("试点阶段")).toBe("none");
  expect(parseTime("roll-out")).toMatchObject({ ok: true, expression: { kind: "name", text: "roll-out" } });
  expect(parseTime("试点-至-推广")).toMatchObject({ ok: true, expression: { kind: "name" } });
});

test("undated has no days", () => {
  expect(parseTime("undated")).toMatchObject({ ok: true, expression: { kind: "undated" } });
  expect(read("undated")).toBe("none");
});

test.each([
  ["", "empty", null],
  ["   ", "empty", null],
  ["2026-02-30", "impossible-date", "2026-02-28"],
  ["2024年2月30日", "impossible-date", "2024-02-29"],
  ["2026-13", "impossible-date", null],
  ["2026-00", "impossible-date", null],
  ["2026-06-00", "impossible-date", null],
  ["2026-Q5", "impossible-date", null],
  ["2026-H3", "impossible-date", null],
  ["20261330", "impossible-date", null],
  ["2026-13..2027", "impossible-date", null],
  ["30/06/2026", "day-first", "2026-06-30"],
  ["06/30/2026", "day-first", "2026-06-30"],
  ["06/07/2026", "day-first", null], // June or July: nobody can tell
  ["2024年前", "before", "{ before: 2024 }"],
  ["2026年6月以前", "before", "{ before: 2026-06 }"],
  ["三年内", "relative", "M36"],
  ["6个月内", "relative", "M6"],
  ["2026-06-30T00:00", "unreadable", "2026-06-30"],
  ["202", "unreadable", null],
  ["20226", "unreadable", null],
  ["M1201", "unreadable", null],
  ["..", "unreadable", null],
  ["hello world", "unreadable", null],
  ["x".repeat(201), "too-long", null],
])("%j is a fault: %s, hint %s", (text, code, hint) => {
  expect(parseTime(text)).toMatchObject({ ok: false, fault: { code, hint } });
});

test("a fault in a range points at its side", () => {
  expect(parseTime("2026-01-01..2026-02-30")).toMatchObject({ fault: { start: 12, end: 22 } });
});

test("full-width figures and missing separators are told", () => {
  expect(parseTime("２０２６")).toMatchObject({ notes: [{ code: "full-width", hint: "2026" }] });
  expect(parseTime("20260630")).toMatchObject({ notes: [{ code: "compact-date", hint: "2026-06-30" }] });
  expect(parseTime("2026年底")).toMatchObject({ notes: [] });
});

test("a point is the last day of a period, a start its first", () => {
  expect(lastDay({ start: 1, end: 5 })).toBe(5);
  expect(firstDay({ start: 1, end: 5 })).toBe(1);
  expect(lastDay({ start: 1, end: null })).toBeNull();
});

test("every day is read back in each of its spellings", () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 60_000 }), (day) => {
      const [year = "", month = "", ofMonth = ""] = isoDay(day).split("-");
      const spellings = [
        `${year}-${month}-${ofMonth}`,
        `${year}/${Number(month)}/${Number(ofMonth)}`,
        `${year}年${Number(month)}月${Number(ofMonth)}日`,
      ];
      for (const spelling of spellings) expect(read(spelling)).toBe(`${isoDay(day)}..${isoDay(day)}`);
    }),
  );
});

test("any text gives a reading whose places lie in it", () => {
  const pieces = fc.constantFrom(
    "2026",
    "-",
    "..",
    "年",
    "月",
    "M",
    "9",
    "至",
    "~",
    "底",
    "前",
    " ",
    "Q",
    "a",
    "６",
    "—",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join("");
      const reading = parseTime(text);
      if (reading.ok) return;
      expect(reading.fault.start).toBeGreaterThanOrEqual(0);
      expect(reading.fault.end).toBeGreaterThanOrEqual(reading.fault.start);
      expect(reading.fault.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});
