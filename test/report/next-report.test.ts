import { expect, test } from "vitest";
import type { Frequency } from "../../src/plan/time.ts";
import { nextReportDue } from "../../src/report/view/next-report.ts";
import { day, given, indicator, row, stated } from "./hand-made.ts";

function rowOf(id: string, frequency: Frequency | null, observed: string | null, within?: number) {
  const of = indicator(id, {
    frequency: frequency === null ? [] : [stated(frequency)],
    reportWithinDays: within === undefined ? null : given(within),
  });
  return row(of, "on-track", { observedOn: observed === null ? null : day(observed) });
}

test("the quarter just over is owed until its lag has passed: 30 June and 30 days", () => {
  expect(nextReportDue([rowOf("a", "quarterly", "2026-03-31")], day("2026-07-10"), null)).toBe(
    day("2026-07-30"),
  );
});

test("a quarter that has its value owes the next one: 30 September and 30 days", () => {
  expect(nextReportDue([rowOf("a", "quarterly", "2026-06-30")], day("2026-07-10"), null)).toBe(
    day("2026-10-30"),
  );
});

test("what is overdue is not next: on 5 August the third quarter is", () => {
  expect(nextReportDue([rowOf("a", "quarterly", "2026-03-31")], day("2026-08-05"), null)).toBe(
    day("2026-10-30"),
  );
});

test("the earliest of all indicators counts, with its own lag: July and 10 days", () => {
  const rows = [rowOf("a", "quarterly", "2026-06-30"), rowOf("b", "monthly", "2026-06-30", 10)];
  expect(nextReportDue(rows, day("2026-07-10"), null)).toBe(day("2026-08-10"));
});

test("nothing is due where no indicator says how often", () => {
  expect(nextReportDue([rowOf("a", null, "2026-06-30")], day("2026-07-10"), null)).toBeNull();
});

test("nothing is due for a quarter that begins after plan and target are over", () => {
  const rows = [rowOf("a", "quarterly", "2026-12-31")];
  expect(nextReportDue(rows, day("2027-01-31"), day("2026-12-31"))).toBeNull();
  // The first quarter of 2027 and 30 days, where the plan goes on.
  expect(nextReportDue(rows, day("2027-01-31"), day("2027-12-31"))).toBe(day("2027-04-30"));
  // The last quarter of the plan is still owed when its end has passed.
  expect(nextReportDue([rowOf("a", "quarterly", "2026-09-30")], day("2027-01-10"), day("2026-12-31"))).toBe(
    day("2027-01-30"),
  );
});
