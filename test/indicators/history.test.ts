/** How statuses went: every past reporting date judged by what was known on it (issue of the engine, point 6). */
import fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf, type IndicatorHistory } from "../../src/indicators/history.ts";
import { isoDay } from "../../src/plan/days.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { dayText, engineInput, evaluateText, type OneIndicator, planOf, rowOf } from "./evaluate-text.ts";

function historyIn(one: OneIndicator, entity: string | null = null): readonly IndicatorHistory[] {
  return historyOf(engineInput(planOf(one), { asOf: one.asOf ?? "2026-05-26" }), entity);
}

function historyOfX(one: OneIndicator): IndicatorHistory {
  const [history] = historyIn(one);
  if (history === undefined) throw new Error("no history");
  return history;
}

const points = ({ points: all }: IndicatorHistory): readonly string[] =>
  all.map(
    ({ on, status, value }) => `${isoDay(on)} ${status} ${value === null ? "–" : formatDecimal(value)}`,
  );

/** 0 at the end of 2025, 365 at the end of 2026: one a day is expected. */
const daily = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 365, by: 2026 }]`;

test("each reporting period has a point, judged by what was reported until its last day", () => {
  const seen = ["2026-01 31", "2026-02 50", "2026-03 60", "2026-04 130"];
  // Expected 31, 59, 90, 120: 50 ÷ 59 is 0.85, 60 ÷ 90 is 0.67.
  expect(points(historyOfX({ is: `${daily}, frequency: monthly`, seen }))).toEqual([
    "2026-01-31 on-track 31",
    "2026-02-28 at-risk 50",
    "2026-03-31 off-track 60",
    "2026-04-30 on-track 130",
    "2026-05-26 on-track 130",
  ]);
});

test("without a rhythm the days of the observations are looked at", () => {
  const seen = ["2026-01-10 10", "2026-03-01 30", "{ at: 2026-04-01, value: N/A }"];
  expect(points(historyOfX({ is: daily, seen }))).toEqual([
    "2026-01-10 on-track 10",
    "2026-03-01 off-track 30",
    "2026-05-26 off-track 30",
  ]);
});

test("what was reported later is unseen on the earlier dates, and so is a later revision", () => {
  const is = `${daily}, frequency: monthly`;
  const seen = [
    "{ at: 2026-01, value: 31, reported: 2026-02-10 }",
    "{ at: 2026-02, value: 40, reported: 2026-02-28 }",
    "{ at: 2026-02, value: 59, state: revised, reported: 2026-04-15 }",
  ];
  expect(points(historyOfX({ is, seen, asOf: "2026-04-30" }))).toEqual([
    "2026-01-31 not-due –",
    "2026-02-28 off-track 40",
    "2026-03-31 off-track 40",
    "2026-04-30 on-track 59",
  ]);
});

test("a target that was revised later is judged as it stood", () => {
  const is = `unit: 个, direction: increase, baseline: 0 @ 2025-12, frequency: quarterly, targets: [{ reach: ≥365, by: 2026-12 }]`;
  const plan = `revisions: [{ date: 2026-06-01, what: indicators/x/targets/2026-12, from: ≥730, to: ≥365, reason: R }]`;
  // Two a day until June, then one: 120 of 180 is 0.67, 181 of 181.
  const seen = ["2026-03 120", "2026-06 181"];
  expect(points(historyOfX({ is, plan, seen, asOf: "2026-06-30" }))).toEqual([
    "2026-03-31 off-track 120",
    "2026-06-30 on-track 181",
  ]);
});

test("first met, met then lost, and the longest time off track", () => {
  const is = `${daily}, frequency: monthly`;
  const seen = ["2026-01 5", "2026-02 50", "2026-03 20", "2026-04 30", "2026-05 370", "2026-06 300"];
  const { firstMetOn, lostOn, longestOffTrack } = historyOfX({ is, seen, asOf: "2026-07-15" });
  expect([dayText(firstMetOn), dayText(lostOn)]).toEqual(["2026-05-31", "2026-06-30"]);
  // Off track at the end of January (28 days), and from 31 March until the day before 31 May: 1 + 30 + 30 days.
  expect(longestOffTrack).toMatchObject({ days: 61 });
  expect([dayText(longestOffTrack?.from ?? null), dayText(longestOffTrack?.to ?? null)]).toEqual([
    "2026-03-31",
    "2026-05-30",
  ]);
});

test("what was met, lost and met again was lost all the same", () => {
  const is = `${daily}, frequency: monthly`;
  const seen = ["2026-01 370", "2026-02 300", "2026-03 365", "2026-04 364", "2026-05 366", "2026-06 367"];
  const { firstMetOn, lostOn, met } = historyOfX({ is, seen, asOf: "2026-07-15" });
  expect([dayText(firstMetOn), dayText(lostOn)]).toEqual(["2026-01-31", "2026-04-30"]);
  expect(met.map(({ from, lostOn: lost }) => [dayText(from), dayText(lost)])).toEqual([
    ["2026-01-31", "2026-02-28"],
    ["2026-03-31", "2026-04-30"],
    ["2026-05-31", dayText(null)],
  ]);
});

test("a bound is not met on a day, so that it has no such times", () => {
  const is = `unit: 个, frequency: monthly, targets: [{ hold: ≥5, from: 2026-01 }]`;
  const { met, lostOn } = historyOfX({
    is,
    seen: ["2026-01 6", "2026-02 4", "2026-03 6"],
    asOf: "2026-04-10",
  });
  expect([met, lostOn]).toEqual([[], null]);
});

test("an indicator that was never off track has no such time; one that still is counts to the last day", () => {
  expect(historyOfX({ is: daily, seen: ["2026-05-26 146"] }).longestOffTrack).toBeNull();
  const still = historyOfX({ is: `${daily}, frequency: monthly`, seen: ["2026-04 30"] });
  // 30 April to 26 May, both included.
  expect(still.longestOffTrack?.days).toBe(27);
});

test("silence in between ends a time off track: nobody knows how it stood", () => {
  const is = `unit: 个, direction: increase, baseline: 0 @ 2025-12, frequency: monthly, report-within: 5 days, targets: [{ reach: 365, by: 2026 }]`;
  const history = historyOfX({ is, seen: ["2026-01 5", "2026-05 10"], asOf: "2026-05-31" });
  // Stale from 5 March on: 31 January to 30 March, the day before it is first seen.
  expect(points(history).map((point) => point.split(" ")[1])).toEqual([
    "off-track",
    "off-track",
    "stale",
    "stale",
    "off-track",
  ]);
  expect(history.longestOffTrack?.days).toBe(59);
});

test("an entity's own history stands beside the plan's", () => {
  const plan = "entities: [{ id: a, name: A }, { id: b, name: B }]";
  const is = `unit: "%", direction: increase, baseline: 0% @ 2025-12, frequency: monthly, aggregation: mean, targets: [{ reach: 100%, by: 2026 }]`;
  const seen = ["{ at: 2026-04, entity: a, value: 50 }", "{ at: 2026-04, entity: b, value: 10 }"];
  const [whole, own] = historyIn({ is, seen, plan, asOf: "2026-04-30" }, "b");
  // 120 of 365 days: 32.88 is expected. 30 is 0.91, 10 is 0.3.
  expect([whole?.entity, whole?.points.at(-1)?.status]).toEqual([null, "at-risk"]);
  expect([own?.entity, own?.points.at(-1)?.status]).toEqual(["b", "off-track"]);
});

test("reference series have no history", () => {
  expect(historyIn({ is: `role: context, ${daily}`, seen: ["2026-05-26 1"] })).toEqual([]);
});

test("of more dates than can be kept the newest are, and the rest is counted", () => {
  const history = historyOfX({ is: `${daily}, frequency: daily`, seen: ["2026-05-26 146"] });
  expect([history.points.length, history.omitted]).toEqual([146, 0]);
  const long = historyOfX({
    is: `unit: 个, direction: increase, frequency: daily, targets: [{ reach: 365, by: 2026 }]`,
    period: "2025-01..2026-12",
    seen: ["2026-05-26 146"],
  });
  // 365 + 146 days.
  expect([long.points.length, long.omitted]).toEqual([240, 271]);
});

const reports = fc.array(
  fc.record({
    month: fc.integer({ min: 1, max: 9 }),
    value: fc.integer({ min: 0, max: 400 }),
    lag: fc.integer({ min: 0, max: 3 }),
    revised: fc.boolean(),
  }),
  { maxLength: 14 },
);

test("every point is what the engine said on that day, knowing only what was reported by then", () => {
  fc.assert(
    fc.property(reports, fc.integer({ min: 1, max: 9 }), (rows, cut) => {
      const monthText = (month: number): string => `2026-${String(month).padStart(2, "0")}`;
      const rowText = ({ month, value, lag, revised }: (typeof rows)[number]): string =>
        `{ at: ${monthText(month)}, value: ${value}, reported: ${monthText(Math.min(month + lag, 12))}-28${revised ? ", state: revised" : ""} }`;
      const is = `${daily}, frequency: monthly`;
      // Rows of a month are dated on its last day, so that a report on the 28th is never before its value.
      const whole = historyOfX({ is, seen: rows.map(rowText), asOf: "2026-09-30" });
      const known = rows.filter(({ month, lag }) => month <= cut && Math.min(month + lag, 12) <= cut);
      const point = whole.points.find(({ on }) => isoDay(on).startsWith(monthText(cut)));
      const then = rowOf({
        is,
        seen: known.map(rowText),
        asOf: point === undefined ? "2026-09-30" : isoDay(point.on),
      });
      expect([point?.status, point?.value?.toString()]).toEqual([
        then.status,
        then.figures.value.value?.toString(),
      ]);
    }),
    { numRuns: 60, seed: 20260606 },
  );
});

test("the last point is the status of the as-of date", () => {
  const one = { is: `${daily}, frequency: monthly`, seen: ["2026-01 31", "2026-04 90"] };
  const results = evaluateText(planOf(one), { asOf: "2026-05-26" });
  expect(historyOfX(one).points.at(-1)?.status).toBe(results.rows[0]?.status);
});
