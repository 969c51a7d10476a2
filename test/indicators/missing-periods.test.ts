/** Periods that are missing from a sum of amounts (ENGINE.md sections 4 and 7: missing is never zero, and is named). */
import { expect, test } from "vitest";
import { isoDay } from "../../src/plan/days.ts";
import { compileText } from "../kit/compile.ts";
import { explainText } from "../kit/explain.ts";
import { evaluateText, figureOf, planOf, rowOf } from "./evaluate-text.ts";

const is = `unit: 个, value: flow, frequency: quarterly, direction: increase, targets: [{ total: ≥100, during: 2025 }]`;
const asOf = "2026-01-20";

/** Entity and first day of every period that a row lacks. */
function lacking(row: ReturnType<typeof rowOf>): readonly string[] {
  return row.gaps.flatMap(({ entity, periods }) => periods.map(({ start }) => `${entity} ${isoDay(start)}`));
}

test("a period inside the span of a sum that was not reported is named, and the status says what it rests on", () => {
  const row = rowOf({ is, seen: ["2025-Q1 30", "2025-Q3 30", "2025-Q4 30"], asOf });
  // 30 + 30 + 30: the figure stands for what was reported, and 90 of 100 is missed.
  expect([figureOf(row, "value"), row.status, row.basis]).toEqual(["90", "missed", "missing-periods"]);
  expect(lacking(row)).toEqual(["null 2025-04-01"]);
});

test("the first periods of the span are missing like any other", () => {
  const row = rowOf({ is, seen: ["2025-Q3 30", "2025-Q4 30"], asOf });
  expect(lacking(row)).toEqual(["null 2025-01-01", "null 2025-04-01"]);
});

test("nothing is missing where zero was reported, or an amount of a longer stretch holds the period", () => {
  for (const seen of [
    ["2025-Q1 30", "2025-Q2 0", "2025-Q3 30", "2025-Q4 30"],
    ["2025-Q1 30", "2025-Q3 30", "2025 60"],
    ["2025-H1 30", "2025-Q3 30", "2025-Q4 30"],
  ]) {
    const row = rowOf({ is, seen, asOf });
    expect([lacking(row), row.basis]).toEqual([[], null]);
  }
});

test("a dated amount speaks for its period, and what is not over yet is not missing", () => {
  const row = rowOf({ is, seen: ["2025-02-10 30", "2025-05-10 30", "2025-08-10 30"], asOf: "2025-09-15" });
  expect(lacking(row)).toEqual([]);
});

test("a period that begins before the span, or ends after the last amount, is nobody's to report", () => {
  // From 15 February on the first quarter is not whole; the amount of 10 November is not the end of the last.
  const since = is.replace("during: 2025", "from: 2025-02-15, by: 2025-12").replace("total", "reach");
  const row = rowOf({ is: since, seen: ["2025-Q2 30", "2025-Q3 30", "2025-11-10 30"], asOf: "2025-11-20" });
  expect([figureOf(row, "value"), lacking(row)]).toEqual(["90", []]);
});

test("an amount that only touches a period on its first or last day speaks for it", () => {
  const ends = ["2025-Q1 30", "2025-06-30 5", "2025-07-01 5", "2025-Q4 30"];
  expect(lacking(rowOf({ is, seen: ends, asOf }))).toEqual([]);
  const over = ["2025-Q1 30", "{ at: 2025-06-30..2025-07-01, value: 5 }", "2025-Q4 30"];
  expect(lacking(rowOf({ is, seen: over, asOf }))).toEqual([]);
  const late = ["2025-Q1 30", "2025-07-01 5", "2025-Q4 30"];
  expect(lacking(rowOf({ is, seen: late, asOf }))).toEqual(["null 2025-04-01"]);
});

test("a completed period that was not reported is named where the totals of completed periods are judged", () => {
  const quarter = (n: number) => `{ total: ≥100, during: 2025-Q${n} }`;
  const toDate = is.replace(
    /targets: .*/,
    `assess: to-date-band, targets: [${[1, 2, 3].map(quarter).join(", ")}]`,
  );
  const row = rowOf({ is: toDate, seen: ["2025-Q2 100"], asOf: "2025-07-10" });
  // 100 of 100 + 100: the target of the silent quarter counts, and the status says what it rests on.
  expect([figureOf(row, "ratio"), row.methodStatus, row.basis]).toEqual(["0.5", "below", "missing-periods"]);
  expect(lacking(row)).toEqual(["null 2025-01-01"]);
  // What is not over yet, and what nobody has reported up to now, is not missing.
  expect(lacking(rowOf({ is: toDate, seen: ["2025-Q1 100"], asOf: "2025-07-10" }))).toEqual([]);
  const all = rowOf({ is: toDate, seen: ["2025-Q1 0", "2025-Q2 100", "2025-08-05 9"], asOf: "2025-08-10" });
  expect([lacking(all), all.basis]).toEqual([[], null]);
});

test("of totals that are judged as their periods complete, only those that are over ask for reports", () => {
  const totals = (method: string, targets: readonly string[]) =>
    is
      .replace(/targets: .*/, `assess: ${method}, targets: [${targets.join(", ")}]`)
      .replace(/frequency: \w+/, "frequency: monthly");
  const of = (during: string) => `{ total: ≥30, during: ${during} }`;
  const all = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"].map(of);
  const lackingIn = (
    targets: readonly string[],
    seen: readonly string[],
    on: string,
    method = "to-date-band",
  ) => lacking(rowOf({ is: totals(method, targets), seen: [...seen], asOf: on }));
  const first = ["2025-01 10", "2025-02 10", "2025-03 10"];
  const second = ["2025-04 10", "2025-05 10", "2025-06 10"];
  // April is silent in a quarter that is over by its last day.
  expect(lackingIn(all, [...first, "2025-05 10", "2025-06 10"], "2025-06-30")).toEqual(["null 2025-04-01"]);
  // April lies behind the one total that is over, and before the one that is to come.
  expect(lackingIn([of("2025-Q1"), of("2025-Q4")], [...first, "2025-05 10"], "2025-06-10")).toEqual([]);
  // A bound is no total; a method that looks at the last total alone asks for nothing before it.
  expect(lackingIn(["{ hold: ≥5, during: 2025-Q1 }", of("2025-Q2")], second, "2025-07-10")).toEqual([]);
  expect(lackingIn(all, ["2025-01 10", "2025-03 10"], "2025-04-10", "linear-pace")).toEqual([]);
  expect(lackingIn(all, ["2025-01 10", "2025-03 10"], "2025-04-10")).toEqual(["null 2025-02-01"]);
});

test("explain says in words that the sum lacks a period", async () => {
  const seen = ["2025-Q1 30", "2025-Q3 30", "2025-Q4 30"];
  const compilation = compileText(planOf({ is, seen }), { asOf });
  const told = await explainText(compilation, "x");
  expect(told).toContain("the sum lacks a period");
  expect(told).not.toContain("missing-periods");
});

test("without a rhythm no amount is due, and a level has no sum", () => {
  const seen = ["2025-Q1 30", "2025-Q3 30", "2025-Q4 30"];
  expect(rowOf({ is: is.replace("frequency: quarterly, ", ""), seen, asOf }).gaps).toEqual([]);
  const level = `unit: 个, frequency: quarterly, direction: increase, baseline: 0 @ 2024-12, targets: [{ reach: ≥100, by: 2025-12 }]`;
  expect(rowOf({ is: level, seen, asOf }).gaps).toEqual([]);
});

test("the gap of one entity is named although the others fill the period", () => {
  const of = (entity: string, at: string) => `{ at: ${at}, value: 10, entity: ${entity} }`;
  const seen = [
    ...["2025-Q1", "2025-Q3", "2025-Q4"].map((at) => of("a", at)),
    ...["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"].map((at) => of("b", at)),
  ];
  const plan = "entities: [{ id: all }, { id: a, parent: all }, { id: b, parent: all }]";
  const { rows } = evaluateText(planOf({ is: `${is}, aggregation: sum`, seen, plan }), { asOf });
  const [whole, ...entities] = rows;
  if (whole === undefined) throw new Error("no row");
  // 3 × 10 + 4 × 10.
  expect([figureOf(whole, "value"), whole.basis, lacking(whole)]).toEqual([
    "70",
    "missing-periods",
    ["a 2025-04-01"],
  ]);
  expect(entities.flatMap(lacking)).toEqual([]);
});

/** What the plan's row lacks of a sum over the entities a and b, below `all`. */
function lackingOf(
  a: readonly string[],
  b: readonly string[],
  more: readonly string[] = [],
): readonly string[] {
  const of = (entity: string, at: string) => `{ at: ${at}, value: 10, entity: ${entity} }`;
  const seen = [...a.map((at) => of("a", at)), ...b.map((at) => of("b", at)), ...more];
  const plan = "entities: [{ id: all }, { id: a, parent: all }, { id: b, parent: all }]";
  return lacking(rowOf({ is: `${is}, aggregation: sum`, seen, plan, asOf }));
}

const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"] as const;

test("what is due is counted up to the last amount of anybody", () => {
  // All of the last quarter is over by the amount of a: b lacks it. By one of 10 November it is not.
  expect(lackingOf(quarters, quarters.slice(0, 3))).toEqual(["b 2025-10-01"]);
  expect(lackingOf([...quarters.slice(0, 3), "2025-11-10"], quarters.slice(0, 3))).toEqual([]);
});

test("an entity that reported nothing of the span is silent, not full of gaps", () => {
  expect(lackingOf(quarters, ["2024-Q4"])).toEqual([]);
  expect(lackingOf(quarters, [])).toEqual([]);
});

test("a gap of all entities is theirs, and not named again for the one above them", () => {
  const others = quarters.filter((quarter) => quarter !== "2025-Q2");
  expect(lackingOf(others, others)).toEqual(["a 2025-04-01", "b 2025-04-01"]);
});

test("what the one above them states itself is no gap of theirs", () => {
  const later = quarters.slice(1);
  const all = (at: string, value: string) => `{ at: ${at}, value: ${value}, entity: all }`;
  expect(lackingOf(later, later, [all("2025-Q1", "20")])).toEqual([]);
  expect(lackingOf(later, later, [all("2025-Q1", "未报送")])).toEqual(["a 2025-01-01", "b 2025-01-01"]);
  // Nor is what all lack named again for the one that stated another.
  const half = ["2025-Q3", "2025-Q4"];
  expect(lackingOf(half, half, [all("2025-Q1", "20")])).toEqual(["a 2025-04-01", "b 2025-04-01"]);
  // Stated between their own, and of a part that lies with others.
  expect(lackingOf(["2025-Q1", "2025-Q4"], later, [all("2025-Q2", "20"), all("2025-Q1", "20")])).toEqual([
    "a 2025-07-01",
  ]);
});

test("an amount of a longer stretch that ends later fills the periods before it", () => {
  // From the last day of the second quarter on, after an amount that begins in the third.
  const since = ["2025-Q1 30", "2025-07 5", "{ at: 2025-06-30..2025-09-30, value: 5 }", "2025-Q4 30"];
  expect(lacking(rowOf({ is, seen: since, asOf }))).toEqual([]);
  // Of the first half-year, after an amount of April.
  const half = ["2025-04 5", "2025-H1 30", "2025-Q3 30", "2025-Q4 30"];
  expect(lacking(rowOf({ is, seen: half, asOf }))).toEqual([]);
});

test.each([
  ["growth", `unit: "%"`, "targets: [{ compound: 5%, during: 2025 }]"],
  // The amount of half a year as baseline: the latest half year is compared with it, not the sum since January.
  ["an amount of half a year", "unit: 个", "baseline: 80 @ 2024-H2, targets: [{ reach: ≥100, by: 2025-12 }]"],
])("%s is no sum and has no gaps", (_, unit, goal) => {
  const judged = is.replace("unit: 个", unit).replace(/targets: .*/, goal);
  expect(rowOf({ is: judged, seen: ["2025-Q1 3", "2025-Q3 3", "2025-Q4 3"], asOf }).gaps).toEqual([]);
});

test("what a formula gives is reported by nobody, who would have gaps", () => {
  const of = (entity: string, at: string) => `{ at: ${at}, value: 10, entity: ${entity} }`;
  const seen = [...quarters.map((at) => of("a", at)), ...["2025-Q1", "2025-Q4"].map((at) => of("b", at))];
  const plan = `  - { id: y, name: Y, ${is}, formula: x + x }\nentities: [{ id: a }, { id: b }]`;
  const { rows } = evaluateText(planOf({ is: `${is}, aggregation: sum`, seen, plan }), { asOf });
  const whole = rows.filter(({ entity }) => entity === null);
  // x: 4 × 10 + 2 × 10.
  expect(whole.map((row) => [figureOf(row, "value"), lacking(row)])).toEqual([
    ["60", ["b 2025-04-01", "b 2025-07-01"]],
    ["120", []],
  ]);
});

test("a sum that nothing says the begin of has no gaps before its first amount, and none after", () => {
  const open = is.replace("during: 2025", "by: 2025-12");
  const text = planOf({ is: open, seen: ["2025-Q1 30", "2025-Q4 30"] }).replace(/^period: .*\n/m, "");
  const [row] = evaluateText(text, { asOf }).rows;
  expect([row?.status, row?.gaps]).toEqual(["missed", []]);
});
