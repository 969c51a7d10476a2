/** Entities above others, to any depth: nothing counts twice, nothing that is missing goes unsaid (ENGINE.md section 7). */
import { expect, test } from "vitest";
import type { IndicatorRow } from "../../src/indicators/results.ts";
import { isoDay } from "../../src/plan/days.ts";
import { compileText } from "../kit/compile.ts";
import { explainText } from "../kit/explain.ts";
import { evaluateText, figureOf, planOf, rowsOf } from "./evaluate-text.ts";

/** Province p; districts d1 (communities a, b) and d2 (communities c, e). */
const province = `entities:
  - { id: p, level: province }
  - { id: d1, level: district, parent: p }
  - { id: d2, level: district, parent: p }
  - { id: a, level: community, parent: d1 }
  - { id: b, level: community, parent: d1 }
  - { id: c, level: community, parent: d2 }
  - { id: e, level: community, parent: d2 }`;

const at = (entity: string, value: number, day = "2026-05-26"): string =>
  `{ at: ${day}, entity: ${entity}, value: ${value} }`;
const share = (entity: string, numerator: number, denominator: number): string =>
  `{ at: 2026-05-26, entity: ${entity}, numerator: ${numerator}, denominator: ${denominator} }`;

const count = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026 }]`;
const summed = `${count}, aggregation: sum`;
const percent = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;

/** Rows by entity, the plan's under "". */
function byEntity(
  is: string,
  seen: readonly string[],
  asOf = "2026-05-26",
): (entity: string) => IndicatorRow {
  const rows = new Map(rowsOf({ is, seen, plan: province, asOf }).map((row) => [row.entity ?? "", row]));
  return (entity) => {
    const row = rows.get(entity);
    if (row === undefined) throw new Error(`no row of ${entity}`);
    return row;
  };
}

const all = [at("a", 10), at("b", 20), at("c", 30), at("e", 40)];

test("values roll up level by level to every entity above others and to the plan", () => {
  const row = byEntity(summed, all);
  // 10 + 20, 30 + 40, 30 + 70, the same.
  expect(["d1", "d2", "p", ""].map((id) => figureOf(row(id), "value"))).toEqual(["30", "70", "100", "100"]);
  expect(row("d1").coverage).toEqual({ counted: 2, of: 2, missing: [], own: [] });
  expect(row("").coverage).toEqual({ counted: 4, of: 4, missing: [], own: [] });
});

test("an entity's own value stands in place of those below it, and that is said", () => {
  const row = byEntity(summed, [...all, at("d1", 33)]);
  // 33 for d1 instead of 10 + 20; 33 + 70.
  expect(["d1", "p", ""].map((id) => figureOf(row(id), "value"))).toEqual(["33", "103", "103"]);
  expect(row("").coverage).toEqual({ counted: 3, of: 3, missing: [], own: ["d1"] });
  expect(row("a").figures.value.value?.toString()).toBe("10");
});

test("explain names who reported for itself in place of those below it", async () => {
  const compilation = compileText(planOf({ is: summed, seen: [...all, at("d1", 33)], plan: province }), {
    asOf: "2026-05-26",
    trace: true,
  });
  expect(await explainText(compilation, "x")).toContain(
    "  value from 3 of 3\n  reported by itself, taken in place of what lies below: d1\n",
  );
  const chinese = await explainText(compilation, "x", { language: "zh-Hans", entity: "p" });
  expect(chinese).toContain("自行报送，以其报送值代替下级单位数据：d1");
});

test("its own value counts for its own period only", () => {
  const seen = [at("d1", 33, "2026-03-31"), at("a", 10, "2026-03-31"), at("a", 12), at("b", 20)];
  const monthly = `${summed}, frequency: monthly`;
  expect(figureOf(byEntity(monthly, seen, "2026-03-31")("d1"), "value")).toBe("33");
  // In May d1 is silent, a and b are not: 12 + 20.
  expect(figureOf(byEntity(monthly, seen)("d1"), "value")).toBe("32");
});

test("its own value stands in place of what lies below it on another day of the period", () => {
  const seen = [at("d1", 33, "2026-05-10"), at("a", 10, "2026-05-20"), at("b", 20, "2026-05-20")];
  expect(figureOf(byEntity(`${summed}, frequency: monthly`, seen)("d1"), "value")).toBe("33");
});

test("a quarter's own level is that of its last month: the months before stay those of the entities below", () => {
  const seen = [at("a", 10, "2026-01"), at("b", 20, "2026-01"), at("d1", 50, "2026-Q1")];
  const row = byEntity(`${summed}, frequency: monthly`, seen)("d1");
  // 10 + 20 of January, 50 of March.
  expect(row.series().map(({ on, value }) => `${isoDay(on)} ${value}`)).toEqual([
    "2026-01-31 30",
    "2026-03-31 50",
  ]);
});

test("a quarter's own amount stands in place of the months of those below it", () => {
  const flow = `unit: 人, value: flow, direction: increase, aggregation: sum, frequency: monthly, targets: [{ total: 1000, during: 2026 }]`;
  const seen = ["2026-01", "2026-02", "2026-03", "2026-04"].map((month) => at("a", 10, month));
  // January to March are in the 50 of d1 already; April's 10 are not.
  expect(figureOf(byEntity(flow, [...seen, at("d1", 50, "2026-Q1")])(""), "value")).toBe("60");
  expect(figureOf(byEntity(flow, seen)(""), "value")).toBe("40");
});

const amounts =
  "unit: 人, value: flow, direction: increase, aggregation: sum, targets: [{ total: 1000, during: 2026 }]";

test.each([
  // 50 of d1 speak for the 15th, without a rhythm; with one, for all of March.
  ["a day", amounts, [at("d1", 50, "2026-03-15"), at("a", 10, "2026-03-15"), at("a", 5, "2026-03-20")], "55"],
  [
    "the month of a day",
    `${amounts}, frequency: monthly`,
    [at("d1", 50, "2026-03-10"), at("a", 10, "2026-03-20"), at("a", 7, "2026-04")],
    "57",
  ],
  ["months apart", amounts, [at("d1", 10, "2026-01"), at("d1", 20, "2026-03"), at("a", 5, "2026-02")], "35"],
  ["a later month", amounts, [at("d1", 20, "2026-03"), at("a", 5, "2026-01")], "25"],
  // February is a part of what is stated of the first quarter.
  [
    "a quarter and a month of it",
    amounts,
    [at("d1", 10, "2026-02"), at("d1", 50, "2026-Q1"), at("a", 5, "2026-01"), at("a", 5, "2026-03-20")],
    "60",
  ],
])("what a district states of %s stands in place of those below it, and of no more", (_, is, seen, value) => {
  expect(figureOf(byEntity(is, seen)(""), "value")).toBe(value);
});

test("of running totals the newer counts, the entity's own or those below it", () => {
  const running = `unit: 个, value: running-total, direction: increase, aggregation: sum, targets: [{ reach: 100, by: 2026 }]`;
  const seen = [at("a", 10, "2026-02-28"), at("b", 5, "2026-02-28"), at("d1", 16, "2026-03-31")];
  expect(figureOf(byEntity(running, seen)("d1"), "value")).toBe("16");
  // a reports again in April: 14 and the 5 that stand for b.
  expect(figureOf(byEntity(running, [...seen, at("a", 14, "2026-04-30")])("d1"), "value")).toBe("19");
});

test("of running totals the newer counts within one period as well", () => {
  const running = `unit: 个, value: running-total, direction: increase, aggregation: sum, frequency: monthly, targets: [{ reach: 100, by: 2026 }]`;
  const seen = [at("d1", 16, "2026-03-10"), at("a", 12, "2026-03-20"), at("b", 8, "2026-03-20")];
  // 12 + 8 of the 20th are newer than the 16 of the 10th.
  expect(figureOf(byEntity(running, seen)("d1"), "value")).toBe("20");
});

test("what is missing is named at the level that reports", () => {
  const lowest = byEntity(summed, [at("a", 10), at("c", 30), at("e", 40)]);
  expect(lowest("").coverage).toEqual({ counted: 3, of: 4, missing: ["b"], own: [] });
  expect(lowest("")).toMatchObject({ status: "not-computable", reason: "partial-sum" });
  // Where districts report, it is the silent district that is missing, not its two communities.
  const districts = byEntity(summed, [at("d1", 30)]);
  expect(districts("").coverage).toEqual({ counted: 1, of: 2, missing: ["d2"], own: ["d1"] });
});

test("where the lowest report, those below a silent district are missing, not the district", () => {
  const row = byEntity(summed, [at("a", 10), at("b", 20)]);
  expect(row("").coverage).toEqual({ counted: 2, of: 4, missing: ["c", "e"], own: [] });
});

test("a district that reported before is itself missing, unless some of those below it report now", () => {
  const monthly = `${summed}, frequency: monthly`;
  const before = [at("d1", 33, "2026-03-31"), at("d2", 70)];
  expect(byEntity(monthly, before)("").coverage).toEqual({ counted: 1, of: 2, missing: ["d1"], own: ["d2"] });
  expect(byEntity(monthly, [...before, at("a", 12)])("").coverage).toEqual({
    counted: 2,
    of: 3,
    missing: ["b"],
    own: ["d2"],
  });
});

test("percent rolls up as ratio of sums at every level", () => {
  // d1: (90 + 100) ÷ (100 + 400) = 38 %, the mean of 90 and 25 would be 57.5; plan: (190 + 60) ÷ (500 + 125) = 40 %.
  const row = byEntity(percent, [share("a", 90, 100), share("b", 100, 400), share("c", 60, 125)]);
  expect(["d1", "d2", ""].map((id) => figureOf(row(id), "value"))).toEqual(["38", "48", "40"]);
});

test("percent without parts has no value above the lowest level: the worst below speaks at each", () => {
  // 70 is expected by day 146 of 2026: a 70 on track, b 66 at risk (16 of 20), c 60 off track.
  const row = byEntity(percent, [at("a", 70), at("b", 66), at("c", 60)]);
  expect(["d1", "d2", "p", ""].map((id) => row(id).status)).toEqual([
    "at-risk",
    "off-track",
    "off-track",
    "off-track",
  ]);
  expect(row("d1").figures.value).toMatchObject({ value: null, reason: "no-aggregation" });
});

test("a mean takes each lowest entity once, however they are grouped", () => {
  const row = byEntity(`${percent}, aggregation: mean`, [at("a", 60), at("b", 70), at("c", 95)]);
  // 65 and 95 for the districts; (60 + 70 + 95) ÷ 3, not (65 + 95) ÷ 2.
  expect(["d1", "d2", ""].map((id) => figureOf(row(id), "value"))).toEqual(["65", "95", "75"]);
});

test("a mean over entities of different levels is refused", () => {
  const row = byEntity(`${percent}, aggregation: mean`, [at("d1", 60), at("c", 90), at("e", 80)]);
  expect([figureOf(row(""), "value"), row("").reason]).toEqual([null, "mixed-levels"]);
  expect(figureOf(row("d2"), "value")).toBe("85");
});

test("running totals that stand are written in the order of the plan", () => {
  const is = `unit: 个, value: running-total, direction: increase, aggregation: sum, targets: [{ reach: 100, by: 2026 }]`;
  const below = [
    at("e", 4, "2026-04-30"),
    at("c", 3, "2026-04-30"),
    at("b", 2, "2026-04-30"),
    at("a", 1, "2026-04-30"),
  ];
  const seen = [...below, at("d1", 9, "2026-02-28")];
  const plan = `${province}\n  - { id: q }`;
  const [whole] = rowsOf({ is, seen: [...seen, at("q", 5, "2026-04-30")], plan, trace: true });
  expect(whole?.figures.value.substituted).toBe("1 + 2 + 3 + 4 + 5");
  expect(whole?.figures.value.inputs.map(({ name }) => name)).toEqual(["a", "b", "c", "e", "q"]);
  expect(whole?.coverage).toEqual({ counted: 5, of: 5, missing: [], own: [] });
});

test("of running totals the newer counts, an entity's own or those below it, and of one day its own", () => {
  const total = (entity: string, at: string, value: number) =>
    `{ at: ${at}, value: ${value}, entity: ${entity} }`;
  const below = ["a", "b", "c", "e"].map((entity, i) => total(entity, "2026-02-28", 25 + i));
  const is = `unit: 人, value: running-total, direction: increase, aggregation: sum, targets: [{ reach: 1000, by: 2026 }]`;
  const wholeOf = (seen: readonly string[]) => {
    const { rows } = evaluateText(planOf({ is, seen, plan: province }), { asOf: "2026-05-26" });
    const whole = rows.find(({ entity }) => entity === null);
    return whole === undefined ? null : figureOf(whole, "value");
  };
  // 25 + 26 + 27 + 28: newer than the 100 of the province, two levels above them.
  expect(wholeOf([total("p", "2026-01-31", 100), ...below])).toBe("106");
  expect(wholeOf([total("p", "2026-03-31", 110), ...below])).toBe("110");
  expect(wholeOf([total("p", "2026-02-28", 100), ...below])).toBe("100");
  // 60 of district d1 on the day of its communities in place of 25 + 26.
  expect(wholeOf([total("d1", "2026-02-28", 60), ...below])).toBe("115");
});

test("a mean over the lowest entities is refused too where they are of different levels", () => {
  // d2 has nobody below it: 60 of a community and 90 of a whole district have no mean.
  const entities = [
    "{ id: d1, level: district }",
    "{ id: d2, level: district }",
    "{ id: a, level: community, parent: d1 }",
  ];
  const seen = ["{ at: 2026-05, value: 60, entity: a }", "{ at: 2026-05, value: 90, entity: d2 }"];
  const plan = `entities: [${entities.join(", ")}]`;
  const { rows } = evaluateText(planOf({ is: `${percent}, aggregation: mean`, seen, plan }), {
    asOf: "2026-05-31",
  });
  const whole = rows.find(({ entity }) => entity === null);
  expect(whole?.figures.value).toMatchObject({ value: null, reason: "mixed-levels" });
});

test("a whole of districts that all report for themselves has its mean", () => {
  const row = byEntity(`${percent}, aggregation: mean`, [at("d1", 60), at("d2", 90)]);
  expect([figureOf(row(""), "value"), figureOf(row("p"), "value")]).toEqual(["75", "75"]);
});

test("what lies below districts that all report for themselves takes no part in their mean", () => {
  const seen = [at("d1", 60), at("d2", 90), at("a", 10), at("c", 20)];
  const row = byEntity(`${percent}, aggregation: mean`, seen);
  expect([figureOf(row(""), "value"), figureOf(row("p"), "value")]).toEqual(["75", "75"]);
});

test("parents of themselves or unknown stand above nobody", () => {
  const plan = `entities:
  - { id: c, parent: c }
  - { id: d, parent: nobody }`;
  const rows = rowsOf({ is: summed, seen: [at("c", 4), at("d", 8)], plan });
  expect(rows.map((row) => [row.entity, figureOf(row, "value")])).toEqual([
    [null, "12"],
    ["c", "4"],
    ["d", "8"],
  ]);
});

/** The rows of a chain of entities of which only the lowest reports. */
function rowsOfChain(length: number): ReadonlyMap<string | null, IndicatorRow> {
  const chain = Array.from({ length }, (_, i) => `  - { id: e${i}${i === 0 ? "" : `, parent: e${i - 1}`} }`);
  const seen = [at(`e${length - 1}`, 7)];
  const rows = rowsOf({ is: summed, seen, plan: `entities:\n${chain.join("\n")}` });
  return new Map(rows.map((row) => [row.entity, row]));
}

test("a chain of a thousand entities has the value of the lowest at every level", () => {
  const rows = rowsOfChain(1000);
  const values = [...rows.values()].map((row) => figureOf(row, "value"));
  expect([values.length, new Set(values)]).toEqual([1001, new Set(["7"])]);
});

test("a chain too long to be rolled up at every level is told as such above, and ends in time", () => {
  // 4,500 levels would look at ten million entities; after eight million it stops.
  const rows = rowsOfChain(4500);
  const valueIn = (entity: string | null) => rows.get(entity)?.figures.value;
  expect(valueIn("e4000")?.value?.toString()).toBe("7");
  expect(valueIn("e0")).toMatchObject({ value: null, reason: "too-many-values" });
  expect(valueIn(null)).toMatchObject({ value: null, reason: "too-many-values" });
});

test("splitting an entity into two below it changes no sum and no ratio of sums", () => {
  const whole = [at("d1", 30), at("d2", 70)];
  expect(figureOf(byEntity(summed, all)(""), "value")).toBe(figureOf(byEntity(summed, whole)(""), "value"));
  const shares = [share("a", 10, 40), share("b", 20, 60)];
  const joined = [share("d1", 30, 100)];
  expect(figureOf(byEntity(percent, shares)(""), "value")).toBe(
    figureOf(byEntity(percent, joined)(""), "value"),
  );
});

test("a plan-level row that only says that the value is missing leaves the roll-up standing", () => {
  const row = byEntity(summed, [...all, "{ at: 2026-05-26, value: 未报送 }"]);
  expect(figureOf(row(""), "value")).toBe("100");
});

test("the finding names the lowest entity that is furthest behind, not the one above it", () => {
  const seen = [at("a", 70), at("b", 66), at("c", 60)];
  const { findings } = compileText(planOf({ is: percent, seen, plan: province }), { asOf: "2026-05-26" });
  const told = findings.filter(({ code }) => code === "status/off-track").map(({ message }) => message.en);
  expect(told.join()).toContain("worst entity c");
});

test("entities that stand above one another in a circle are counted nowhere", () => {
  const is = `unit: 个, direction: increase, aggregation: sum, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026-12 }]`;
  const plan =
    "entities: [{ id: a, name: A, parent: b }, { id: b, name: B, parent: a }, { id: c, name: C, parent: b }, { id: d, name: D }]";
  const seen = ["a", "b", "c", "d"].map((id) => `{ at: 2026-03, entity: ${id}, value: 40 }`);
  const rows = rowsOf({ is, plan, seen });
  // 40 and 40, 80, 120 or 160: which of them stands for which cannot be said.
  expect(rows.map((row) => [row.entity, figureOf(row, "value")])).toEqual([
    [null, null],
    ["a", "40"],
    ["b", "40"],
    ["c", "40"],
    ["d", "40"],
  ]);
  expect(rows[0]).toMatchObject({ status: "not-computable", reason: "circular-entities" });
});

test("what lies below a circle is no value of those that form it", () => {
  const plan = "entities: [{ id: a, parent: b }, { id: b, parent: a }, { id: c, parent: b }]";
  const rows = rowsOf({ is: summed, plan, seen: [at("c", 40)] });
  expect(rows.map((row) => [row.entity, figureOf(row, "value")])).toEqual([
    [null, null],
    ["a", null],
    ["b", null],
    ["c", "40"],
  ]);
});
