/** A sum over entities of which some have not reported is no value of the whole, in whatever period (ENGINE.md section 7). */
import { expect, test } from "vitest";
import { historyOf } from "../../src/indicators/history.ts";
import type { IndicatorRow } from "../../src/indicators/results.ts";
import { isoDay, parseIsoDay } from "../../src/plan/days.ts";
import { dayText, engineInput, figureOf, type OneIndicator, planOf, rowOf } from "./evaluate-text.ts";

const plan = "entities: [{ id: a, name: A }, { id: b, name: B }]";
const count = "unit: 个, direction: increase, aggregation: sum, frequency: quarterly, baseline: 0 @ 2025-12";
const of = (entity: string, at: string, value: number): string =>
  `{ at: ${at}, entity: ${entity}, value: ${value} }`;
/** b has not reported for the first quarter: 15 is no sum of both. */
const lateStart = [of("a", "2026-03-31", 15), of("a", "2026-06-30", 30), of("b", "2026-06-30", 30)];
const asOf = "2026-07-15";

function statusesOf(one: OneIndicator): readonly string[] {
  return rowOf(one).targets.map(({ status }) => status);
}

test("an interim target is not missed by a part of the sum", () => {
  const is = `${count}, targets: [{ reach: ≥20, by: 2026-03 }, { reach: ≥100, by: 2026-12 }]`;
  const one = { is, plan, seen: lateStart, asOf };
  expect(statusesOf(one)).toEqual(["not-computable", "not-due"]);
  // 60 of 2026-06-30: the path leads through 20 on day 90 to 100 on day 365, 20 + 80 × 91 ÷ 275 = 46.47.
  expect(rowOf(one)).toMatchObject({ status: "on-track", coverage: { counted: 2, of: 2 } });
  const whole = [...lateStart, of("b", "2026-03-31", 4)];
  expect(statusesOf({ ...one, seen: whole })).toEqual(["missed", "not-due"]);
});

test("nor is it met by one, while the sum is the latest", () => {
  const is = `${count}, targets: [{ reach: ≥20, by: 2026-03 }, { reach: ≥100, by: 2026-12 }]`;
  const one = { is, plan, seen: [of("a", "2026-03-31", 25)], asOf: "2026-05-15" };
  expect(statusesOf(one)).toEqual(["not-computable", "not-due"]);
  expect(rowOf(one)).toMatchObject({ status: "not-computable", reason: "partial-sum", firstMetOn: null });
  expect(figureOf(rowOf(one), "value")).toBe("25");
});

test("a part of the sum that reaches the target by itself has not met it", () => {
  const is = `${count}, targets: [{ reach: ≥100, by: 2026-12 }]`;
  const row = rowOf({ is, plan, seen: [of("a", "2026-03-31", 120)], asOf: "2026-05-15" });
  expect([figureOf(row, "value"), row.status, row.firstMetOn]).toEqual(["120", "not-computable", null]);
});

test("a part of the sum is neither met nor lost, nor the value before", () => {
  const is = `unit: 个, direction: decrease, aggregation: sum, frequency: quarterly, baseline: 100 @ 2025-12, targets: [{ reach: ≤40, by: 2026-12 }]`;
  const one = { is, plan, seen: [of("a", "2026-03-31", 35), ...lateStart.slice(1)], asOf };
  const row = rowOf(one);
  expect(row).toMatchObject({ firstMetOn: null, lostOn: null });
  expect([figureOf(row, "value"), figureOf(row, "previous")]).toEqual(["60", null]);
  const [history] = historyOf(engineInput(planOf(one), { asOf }));
  expect(history).toMatchObject({ met: [], lostOn: null });
  expect(history?.points.map(({ status }) => status)).toEqual(["not-computable", "on-track", "on-track"]);
});

test("a bound is not broken by a part of the sum", () => {
  const is = `${count}, targets: [{ hold: ≥20, during: 2026-01..2026-12 }]`;
  expect(rowOf({ is, plan, seen: lateStart, asOf })).toMatchObject({
    status: "on-track",
    held: 1,
    periods: 1,
  });
  const alone = rowOf({ is, plan, seen: lateStart.slice(0, 1), asOf: "2026-04-15" });
  expect(alone).toMatchObject({ status: "not-computable", reason: "partial-sum", held: 0, periods: 0 });
  expect(alone.decision.step).toBe("partial-sum");
});

test("a running total is whole from the day on which the last entity has reported", () => {
  const is = `unit: 个, direction: increase, value: running-total, aggregation: sum, targets: [{ reach: ≥20, by: 2026-03 }, { reach: ≥100, by: 2026-12 }]`;
  const one = { is, plan, seen: lateStart, asOf };
  expect(statusesOf(one)).toEqual(["not-computable", "not-due"]);
  // b stands with 10 from February on: 15 + 10.
  expect(statusesOf({ ...one, seen: [of("b", "2026-02-28", 10), ...lateStart] })).toEqual(["met", "not-due"]);
});

test("what an entity above others reports itself fills the place of those below it", () => {
  const tree = "entities: [{ id: d, name: D }, { id: a, name: A, parent: d }, { id: b, name: B, parent: d }]";
  const is = `${count}, targets: [{ reach: ≥20, by: 2026-03 }, { reach: ≥100, by: 2026-12 }]`;
  const seen = [of("d", "2026-03-31", 21), ...lateStart.slice(1)];
  expect(statusesOf({ is, plan: tree, seen, asOf })).toEqual(["met", "not-due"]);
  expect(statusesOf({ is, plan: tree, seen: lateStart, asOf })).toEqual(["not-computable", "not-due"]);
});

test("a sum over entities beside one above them is partial in each period of its own", () => {
  const tree = "entities: [{ id: d, name: D }, { id: a, name: A, parent: d }, { id: b, name: B, parent: d }]";
  const is = `${count}, targets: [{ reach: ≥20, by: 2026-03 }, { reach: ≥100, by: 2026-12 }]`;
  // Of the second quarter d speaks for both; of the first there is only a part.
  const seen = [of("a", "2026-03-31", 25), of("d", "2026-06-30", 60)];
  expect(statusesOf({ is, plan: tree, seen, asOf })).toEqual(["not-computable", "not-due"]);
});

/** Entity `d` speaks for all of the last day; of the days before, only one of the many below it does. */
function partsOf(days: number): IndicatorRow {
  const begin = parseIsoDay("2025-01-01") ?? 0;
  // With d, 500 that report.
  const names = Array.from({ length: 499 }, (_, i) => `e${i}`);
  const entities = names.map((name) => `{ id: ${name}, parent: d }`).join(", ");
  const seen = [
    ...Array.from({ length: days - 1 }, (_, i) => of("e0", isoDay(begin + i), 30)),
    ...names.slice(1).map((name) => of(name, "2025-01-02", 0)),
    of("d", isoDay(begin + days - 1), 60),
  ];
  const is = "unit: 个, direction: increase, aggregation: sum, targets: [{ reach: ≥20, by: 2026-12 }]";
  return rowOf({ is, plan: `entities: [{ id: d }, ${entities}]`, seen, period: "2025-01..2026-12", asOf });
}

test("sums of very many values are all taken for whole, since nobody could wait", () => {
  // 500 entities on 400 days are looked through: all but e0 lack on the first day, not on the second. On 401 they are not.
  expect(dayText(partsOf(400).firstMetOn)).toBe("2025-01-02");
  expect(dayText(partsOf(401).firstMetOn)).toBe("2025-01-01");
});

test("a mean of those that have reported is a mean", () => {
  const is = `unit: "%", direction: increase, aggregation: mean, frequency: quarterly, baseline: 0 @ 2025-12, targets: [{ reach: ≥20, by: 2026-03 }, { reach: ≥100, by: 2026-12 }]`;
  expect(statusesOf({ is, plan, seen: lateStart, asOf })).toEqual(["missed", "not-due"]);
});
