/** Values by group: shown beside the headline, never made one; how much of the whole they cover (METHODS.md 8.12). */
import { expect, test } from "vitest";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { compileText } from "../kit/compile.ts";
import { explainText } from "../kit/explain.ts";
import { figureOf, planOf, rowOf, rowsOf } from "./evaluate-text.ts";

const count = `unit: 人, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 250, by: 2026 }]`;
const by = (name: string, group: string, value: number, day = "2026-05-26"): string =>
  `{ at: ${day}, value: ${value}, 'dimension:${name}': ${group} }`;

function slicesOf(is: string, seen: readonly string[]) {
  return rowOf({ is, seen }).slices.map(({ names, coverage, kind, reason }) => [
    names,
    coverage === null ? null : formatDecimal(coverage),
    kind,
    reason,
  ]);
}

test.each([
  [40, 20, "0.6", "partial"],
  [60, 40, "1", "complete"],
  [90, 60, "1.5", "overlap"],
] as const)("of a whole of 100 the groups %i and %i cover %s: %s", (women, men, coverage, kind) => {
  const seen = ["2026-05-26 100", by("sex", "f", women), by("sex", "m", men)];
  expect(slicesOf(count, seen)).toEqual([["sex", coverage, kind, null]]);
  // The headline stays what was reported as such.
  expect(figureOf(rowOf({ is: count, seen }), "value")).toBe("100");
});

test("parts that were rounded still make the whole, but for half a percent", () => {
  const thirds = [33.3, 33.3, 33.3].map((value, i) => by("age", `a${i}`, value));
  expect(slicesOf(count, ["2026-05-26 100", ...thirds])).toEqual([["age", "0.999", "complete", null]]);
  expect(slicesOf(count, ["2026-05-26 1000", by("age", "a", 995)])[0]?.[2]).toBe("complete");
  expect(slicesOf(count, ["2026-05-26 1000", by("age", "a", 994.9)])[0]?.[2]).toBe("partial");
  expect(slicesOf(count, ["2026-05-26 1000", by("age", "a", 1005)])[0]?.[2]).toBe("complete");
  expect(slicesOf(count, ["2026-05-26 1000", by("age", "a", 1005.1)])[0]?.[2]).toBe("overlap");
});

test("groups without a headline make none: no value, and nothing is said of their coverage", () => {
  const row = rowOf({ is: count, seen: [by("sex", "f", 60), by("sex", "m", 40)] });
  expect([figureOf(row, "value"), row.status]).toEqual([null, "not-due"]);
  expect(row.slices[0]).toMatchObject({ coverage: null, kind: null, reason: "no-headline" });
  expect(row.slices[0]?.parts.map(({ group, value }) => [group, formatDecimal(value)])).toEqual([
    ["f", "60"],
    ["m", "40"],
  ]);
});

test("several columns are each compared with the whole, crossed ones together", () => {
  const crossed = (sex: string, age: string, value: number): string =>
    `{ at: 2026-05-26, value: ${value}, 'dimension:sex': ${sex}, 'dimension:age': ${age} }`;
  const seen = [
    "2026-05-26 100",
    by("sex", "f", 60),
    by("sex", "m", 40),
    by("age", "old", 30),
    crossed("f", "old", 20),
    crossed("m", "old", 10),
  ];
  expect(slicesOf(count, seen)).toEqual([
    ["age", "0.3", "partial", null],
    ["age × sex", "0.3", "partial", null],
    ["sex", "1", "complete", null],
  ]);
});

test("the groups are compared with the value of their own period", () => {
  const seen = [
    "2026-04-30 50",
    "2026-05-26 100",
    by("sex", "f", 30, "2026-04-30"),
    by("sex", "m", 20, "2026-04-30"),
  ];
  expect(slicesOf(count, seen)).toEqual([["sex", "1", "complete", null]]);
});

test("amounts of a flow are compared period by period, not with the sum of the span", () => {
  const flow = `unit: 人, value: flow, targets: [{ total: 1000, during: 2026 }]`;
  const seen = ["2026-03 100", "2026-04 50", by("sex", "f", 20, "2026-04"), by("sex", "f", 15, "2026-04")];
  // 35 of the 50 of April; the span has 150.
  expect(slicesOf(flow, seen)).toEqual([["sex", "0.7", "partial", null]]);
});

test("shares cover by their denominators, and without them nothing is said", () => {
  const percent = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
  const share = (group: string, numerator: number, denominator: number): string =>
    `{ at: 2026-05-26, numerator: ${numerator}, denominator: ${denominator}${group} }`;
  const parts = [share(", 'dimension:sex': f", 30, 50), share(", 'dimension:sex': m", 30, 40)];
  // 50 + 40 of 100 persons are covered, whatever their shares are.
  expect(slicesOf(percent, [share("", 62, 100), ...parts])).toEqual([["sex", "0.9", "partial", null]]);
  expect(slicesOf(percent, ["2026-05-26 62", by("sex", "f", 60), by("sex", "m", 65)])).toEqual([
    ["sex", null, null, "not-additive"],
  ]);
});

test("an entity's groups stand in its own row and never reach the plan's", () => {
  const plan = "entities: [{ id: a, name: A }]";
  const of = (value: number, more: string): string => `{ at: 2026-05-26, entity: a, value: ${value}${more} }`;
  const seen = [of(100, ""), of(60, ", 'dimension:sex': f")];
  const [whole, own] = rowsOf({ is: `${count}, aggregation: sum`, seen, plan });
  expect([whole?.slices, own?.slices[0]?.kind]).toEqual([[], "partial"]);
  expect(whole === undefined ? null : figureOf(whole, "value")).toBe("100");
});

test("groups that are reported after the as-of date are unseen", () => {
  expect(slicesOf(count, ["2026-05-26 100", by("sex", "f", 60, "2026-06-30")])).toEqual([]);
});

test("explain and JSON tell the groups and what they cover, in both languages", async () => {
  const seen = ["2026-05-26 100", by("sex", "f", 90), by("sex", "m", 60)];
  const compilation = compileText(planOf({ is: count, seen }), { asOf: "2026-05-26", trace: true });
  expect(await explainText(compilation, "x")).toMatch(
    /By group\n {2}sex {2}26 May 2026 {2}150% of the whole: groups overlap\n {4}f: 90人/,
  );
  expect(await explainText(compilation, "x", { language: "zh-Hans" })).toContain(
    "合计为总数的150%，分组有重叠",
  );
});
