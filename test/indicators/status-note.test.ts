/** Why a status stands beside a value that seems to say something else (ENGINE.md sections 1, 4 and 5). */
import { expect, test } from "vitest";
import { noteWords, statusNote } from "../../src/indicators/status-note.ts";
import { isoDay } from "../../src/plan/days.ts";
import { dayText, type OneIndicator, rowOf } from "./evaluate-text.ts";

const is = `unit: "%", direction: increase, targets: [{ reach: ≥80%, by: 2026-03 }]`;

function told(one: OneIndicator) {
  const row = rowOf(one);
  const note = statusNote(row);
  const words = note === null ? null : noteWords(note, isoDay);
  return [row.status, words?.en ?? null, words?.zhHans ?? null];
}

test("a target met after its day stays missed, and the first day on which it was met is told", () => {
  // 79 at the date; 80 on 30 April is the first value that meets ≥80.
  const seen = ["2026-03-31 79", "2026-04-30 80", "2026-05-31 83"];
  expect(told({ is, seen, asOf: "2026-06-30" })).toEqual([
    "missed",
    "reached late on 2026-04-30",
    "逾期于 2026-04-30 达到",
  ]);
});

test("one that was met late and lost again was not reached late", () => {
  const row = rowOf({ is, seen: ["2026-03-31 79", "2026-04-30 80", "2026-05-31 78"], asOf: "2026-06-30" });
  expect([row.status, row.targets[0]?.reachedLateOn]).toEqual(["missed", null]);
});

test("one that is never met, and one that is met in time, has no late day", () => {
  const days = [
    ["2026-03-31 79", "2026-05-31 79.9"],
    ["2026-03-31 80", "2026-05-31 90"],
  ].map((seen) => rowOf({ is, seen, asOf: "2026-06-30" }).targets[0]?.reachedLateOn);
  expect(days).toEqual([null, null]);
});

test("a state is done late", () => {
  const done = "targets: [{ done: true, by: 2026-03 }]";
  expect(told({ is: done, seen: ["2026-03 false", "2026-05 true"], asOf: "2026-06-30" })).toEqual([
    "missed",
    "done late on 2026-05-31",
    "逾期于 2026-05-31 完成",
  ]);
});

test("a later sum is not the sum of the span: it comes too late for it", () => {
  const total =
    "unit: 人, value: flow, direction: increase, targets: [{ total: ≥100, during: 2026-01..2026-03 }]";
  const row = rowOf({ is: total, seen: ["2026-03 90", "2026-04 50"], asOf: "2026-06-30" });
  expect([row.status, row.targets[0]?.reachedLateOn]).toEqual(["missed", null]);
});

test("a missed target on the way is named where the value meets the last one", () => {
  const two = `unit: "%", direction: increase, targets: [{ reach: ≥50%, by: 2026-02 }, { reach: ≥60%, by: 2026-03 }, { reach: ≥80%, by: 2026-12 }]`;
  const seen = ["2026-02-28 40", "2026-03-31 55", "2026-04-30 70", "2026-05-31 85"];
  // Both are missed; the later, ≥60, was first met by the 70 of April.
  expect(told({ is: two, seen, asOf: "2026-06-30" })).toEqual([
    "off-track",
    "no better than off track: ≥60% of 2026-03-31 was missed (reached late on 2026-04-30)",
    "2026-03-31 到期的目标值“≥60%”未达标（逾期于 2026-04-30 达到），评定结果不高于“严重滞后”",
  ]);
});

test("a bound is judged by its last whole period, whatever the running one shows", () => {
  // 2026-Q1 broke the bound; the value of May belongs to the second quarter, which ends on 30 June.
  const hold = `unit: "%", direction: increase, frequency: quarterly, targets: [{ hold: ≥90%, by: 2026-12 }]`;
  expect(told({ is: hold, seen: ["2026-03-31 85", "2026-05-31 95"], asOf: "2026-06-15" })).toEqual([
    "off-track",
    "judged by the last completed period (2026-03-31); the period of the latest value still runs",
    "按最近一个完整报告期（2026-03-31）评定，最新实际值所属报告期尚未结束",
  ]);
});

test("a bound that was broken once is missed at its end, and the periods are counted", () => {
  const hold = `unit: "%", direction: increase, frequency: quarterly, targets: [{ hold: ≥90%, during: 2026-01..2026-09 }]`;
  const seen = ["2026-03-31 95", "2026-06-30 85", "2026-09-30 95"];
  expect(told({ is: hold, seen, asOf: "2026-12-31" })).toEqual([
    "missed",
    "kept in 2 of 3 periods only",
    "3期中仅2期达标",
  ]);
});

test("no data beside a value: it came too late, or it is of before", () => {
  expect(told({ is, seen: ["2026-05-31 85"], asOf: "2026-06-30" })).toEqual([
    "no-data",
    "no data by 2026-03-31; the first is dated 2026-05-31",
    "截至 2026-03-31 没有实际值，最早一期为 2026-05-31",
  ]);
  // The bound holds from 2026 on; the only value is of 2025.
  const hold = `unit: "%", direction: increase, targets: [{ hold: ≥90%, from: 2026, by: 2026-03 }]`;
  expect(told({ is: hold, seen: ["2025-12-31 95"], asOf: "2026-06-30" })).toEqual([
    "no-data",
    "no data since 2025-12-31",
    "2025-12-31 之后未再报送",
  ]);
});

test("a status that follows from the share of the target says what is missing", () => {
  // 79.5 of 80 is 99.4 %, below the 100 % of on track.
  const early = is.replace("2026-03", "2026-12");
  const share = "judged by the share of the target";
  expect(told({ is: early, seen: ["2026-03-31 79.5"] }).slice(0, 2)).toEqual([
    "at-risk",
    `no baseline: ${share}`,
  ]);
  const undated = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: ≥80% }]`;
  expect(told({ is: undated, seen: ["2026-03-31 79.5"], period: "2026-01.." }).slice(0, 2)).toEqual([
    "at-risk",
    `no due date: ${share}`,
  ]);
});

test("a sum below its limit is judged by how fast it is used up", () => {
  // 70 of 100 on 31 March, when 90 of 365 days have passed.
  const limit = "unit: 万元, value: flow, direction: decrease, targets: [{ total: ≤100, during: 2026 }]";
  const [status, en] = told({ is: limit, seen: ["2026-03 70"], asOf: "2026-04-15" });
  expect([status, en]).toEqual(["off-track", "a limit on the sum: judged by how fast it is used up"]);
});

test("what value and target explain has no note", () => {
  expect(told({ is, seen: ["2026-03-31 80"], asOf: "2026-06-30" })).toEqual(["achieved", null, null]);
  expect(told({ is, seen: ["2026-03-31 70"], asOf: "2026-06-30" })).toEqual(["missed", null, null]);
});

test("a baseline without date is counted from the day before the plan, and marked", () => {
  const reach = (baseline: string) =>
    rowOf({
      is: `unit: "%", direction: increase, baseline: ${baseline}, targets: [{ reach: ≥80%, by: 2026-12 }]`,
    });
  const found = ["50%", "{ is: 50%, at: undated }", "50% @ 2025-12"].map((baseline) => {
    const { baselineOn, baselineAssumed } = reach(baseline);
    return [dayText(baselineOn), baselineAssumed];
  });
  expect(found).toEqual([
    ["2025-12-31", true],
    ["2025-12-31", true],
    ["2025-12-31", false],
  ]);
});

test("a sum that starts at nothing assumes no baseline", () => {
  const total = "unit: 人, value: flow, direction: increase, targets: [{ total: ≥100, during: 2026 }]";
  expect(rowOf({ is: total, seen: ["2026-03 10"] }).baselineAssumed).toBe(false);
});

test("a ratio that stops at 0 says so", () => {
  // (42 − 50) ÷ (90 − 50) is −0.2; the date has passed, so that the status does not say it.
  const zones = `unit: "%", direction: increase, baseline: 50% @ 2025-12, assess: { method: zones, commit: 60, stretch: 90 }, targets: [{ reach: ≥80%, by: 2026-03 }]`;
  expect(told({ is: zones, seen: ["2026-03-31 42"], asOf: "2026-06-30" })).toEqual([
    "missed",
    "worse than the baseline: the ratio is shown as 0",
    "差于基期值，比率按 0 显示",
  ]);
});

test("a value rolled up from some entities says how many", () => {
  const mean = `unit: "%", direction: increase, aggregation: mean, baseline: 50% @ 2025-12, targets: [{ reach: ≥80%, by: 2026-12 }]`;
  const seen = ["{ at: 2026-03, entity: a, value: 70 }", "{ at: 2026-03, entity: b, value: 80 }"];
  const plan = "entities: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }]";
  expect(told({ is: mean, seen, plan })).toEqual([
    "on-track",
    "from 2 of 3 entities only",
    "仅按3个实施单位中的2个汇总",
  ]);
});
