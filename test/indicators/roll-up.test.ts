/** Entities and their whole: roll-up, coverage, and rows of their own (ENGINE.md section 7). */
import { expect, test } from "vitest";
import { isoDay, parseIsoDay } from "../../src/plan/days.ts";
import { dayText, evaluateText, figureOf, rowsOf } from "./evaluate-text.ts";

const entities = "entities: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }]";

function rowsWith(is: string, seen: readonly string[], asOf = "2026-05-26") {
  const rows = rowsOf({ is, seen, asOf, plan: entities });
  const [whole] = rows;
  if (whole === undefined) throw new Error("no row");
  return { whole, parts: rows.slice(1) };
}

const at = (entity: string, value: number | string, day = "2026-05-26", more = ""): string =>
  `{ at: ${day}, entity: ${entity}, value: ${value}${more} }`;
const share = (entity: string, numerator: number, denominator: number): string =>
  `{ at: 2026-05-26, entity: ${entity}, numerator: ${numerator}, denominator: ${denominator} }`;

const count = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026 }]`;
const percent = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;

const ways: readonly (readonly [way: string, value: string | null])[] = [
  ["sum", "70"],
  ["mean", "35"],
  ["latest", "40"],
  ["min", "30"],
  ["max", "40"],
  ["none", null],
];

test.each(ways)("%s over the entities that report", (way, value) => {
  const { whole } = rowsWith(`${count}, aggregation: ${way}`, [at("a", 30), at("b", 40)]);
  expect(figureOf(whole, "value")).toBe(value);
});

const onScale: readonly (readonly [unit: string, more: string])[] = [
  ["分", ""],
  ["points", ""],
  ["指数", ""],
  ["index", ""],
  ["满意度指数", ""],
];

test.each(onScale)("%s is never summed", (unit) => {
  const is = `unit: ${unit}, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026 }]`;
  const seen = [at("a", 40), at("b", 30)];
  // Two fifths of 2026 have passed: 40 is expected, a is on track, b at 0.75 off track, c silent.
  const { whole, parts } = rowsWith(`${is}, aggregation: sum`, seen);
  expect(whole.figures.value).toMatchObject({ value: null, reason: "index-not-summed" });
  expect(whole).toMatchObject({ status: "off-track", reason: "index-not-summed" });
  expect(parts.map((row) => row.status)).toEqual(["on-track", "off-track", "not-due"]);
  expect(figureOf(rowsWith(`${is}, aggregation: mean`, seen).whole, "value")).toBe("35");
});

test("grades are never summed: the worst of the entities", () => {
  const is = `targets: [{ grade: 良好, of: [差, 良好, 优秀], by: 2026-05-26 }], aggregation: sum`;
  const { whole } = rowsWith(is, [at("a", "优秀"), at("b", "差"), at("c", "良好")]);
  expect(whole).toMatchObject({ status: "missed", reason: "index-not-summed" });
});

test("a partial sum names what is missing and its coverage, and is not judged", () => {
  const { whole, parts } = rowsWith(`${count}, aggregation: sum`, [at("a", 20), at("b", 20)]);
  expect(whole.coverage).toEqual({ counted: 2, of: 3, missing: ["c"], own: [] });
  expect(whole).toMatchObject({ status: "not-computable", reason: "partial-sum" });
  expect([figureOf(whole, "value"), figureOf(whole, "score")]).toEqual(["40", null]);
  expect(parts.map((row) => row.entity)).toEqual(["a", "b", "c"]);
});

test("the target of a sum is no target of its entities", () => {
  const { parts } = rowsWith(`${count}, aggregation: sum`, [at("a", 20), at("b", 20)]);
  expect(parts[0]).toMatchObject({ status: "not-computable", reason: "no-target" });
  expect(parts.slice(0, 2).map((row) => figureOf(row, "value"))).toEqual(["20", "20"]);
});

test("percent rolls up as ratio of sums, not as mean of means", () => {
  // (90 + 100) ÷ (100 + 200) is 63.33 %; the mean of 90 % and 50 % would be 70 %.
  const { whole, parts } = rowsWith(percent, [share("a", 90, 100), share("b", 100, 200)]);
  expect(figureOf(whole, "value")).toBe("63.33333333333333333333");
  expect(parts.slice(0, 2).map((row) => figureOf(row, "value"))).toEqual(["90", "50"]);
});

test("percent without numerators has no whole: the worst of its entities", () => {
  // Expected 70 on this day: a at 70 on track, b at 60 off track, c silent and not due.
  const { whole, parts } = rowsWith(percent, [at("a", 70), at("b", 60)]);
  expect(parts.map((row) => row.status)).toEqual(["on-track", "off-track", "not-due"]);
  expect(whole).toMatchObject({ status: "off-track", reason: "no-aggregation" });
  expect([figureOf(whole, "value"), figureOf(whole, "score")]).toEqual([null, null]);
  expect(whole.coverage).toEqual({ counted: 2, of: 3, missing: ["c"], own: [] });
});

test("percent is never summed, even where the plan says so", () => {
  const { whole } = rowsWith(`${percent}, aggregation: sum`, [at("a", 70), at("b", 60)]);
  expect([figureOf(whole, "value"), whole.reason]).toEqual([null, "percent-not-summed"]);
});

test("a declared mean of percent is taken", () => {
  const { whole } = rowsWith(`${percent}, aggregation: mean`, [at("a", 70), at("b", 60), at("c", 80)]);
  expect([figureOf(whole, "value"), whole.status]).toEqual(["70", "on-track"]);
});

test("weighted weighs by the denominators", () => {
  // (90 × 1 + 50 × 3) ÷ 4 = 60.
  const seen = [at("a", 90, "2026-05-26", ", denominator: 1"), at("b", 50, "2026-05-26", ", denominator: 3")];
  expect(figureOf(rowsWith(`${percent}, aggregation: weighted`, seen).whole, "value")).toBe("60");
});

test.each(["weighted", "ratio-of-sums"])("%s without counts is no whole, and nobody is silent", (way) => {
  // Two fifths of the way from 50 % to 100 %: 70 are expected, a stands at 70, b at 60.
  const { whole, parts } = rowsWith(`${percent}, aggregation: ${way}`, [at("a", 70), at("b", 60)]);
  expect(parts.map((row) => row.status)).toEqual(["on-track", "off-track", "not-due"]);
  expect(whole).toMatchObject({ status: "off-track", reason: "no-counts" });
  expect(whole.coverage).toEqual({ counted: 2, of: 3, missing: ["c"], own: [] });
});

test("an entity's last running total is carried forward", () => {
  const is = `unit: 个, value: running-total, direction: increase, aggregation: sum, targets: [{ reach: 100, by: 2026 }]`;
  const seen = [at("a", 10, "2026-04-30"), at("b", 20, "2026-04-30"), at("a", 15, "2026-05-26")];
  expect(figureOf(rowsWith(is, seen).whole, "value")).toBe("35");
});

test("a level that is not reported is not carried forward", () => {
  const seen = [at("a", 10, "2026-04-30"), at("b", 20, "2026-04-30"), at("a", 15, "2026-05-26")];
  const { whole } = rowsWith(`${count}, aggregation: sum`, seen);
  expect([figureOf(whole, "value"), whole.coverage?.missing]).toEqual(["15", ["b", "c"]]);
});

test("values of one reporting period belong together", () => {
  const seen = [at("a", 10, "2026-04-28"), at("b", 20, "2026-04-29")];
  const { whole } = rowsWith(`${count}, aggregation: sum, frequency: monthly`, seen);
  expect([figureOf(whole, "value"), dayText(whole.observedOn)]).toEqual(["30", "2026-04-29"]);
});

test("amounts of a flow are pooled over entities and periods", () => {
  const is = `unit: 人, value: flow, direction: increase, aggregation: sum, targets: [{ total: 100, during: 2026 }]`;
  const seen = [at("a", 10, "2026-03"), at("b", 20, "2026-03"), at("a", 10, "2026-05-26")];
  expect(figureOf(rowsWith(is, seen).whole, "value")).toBe("40");
});

test("the plan's own observation stands before a roll-up", () => {
  const { whole, parts } = rowsWith(`${count}, aggregation: sum`, ["2026-05-26 60", at("a", 20)]);
  expect([figureOf(whole, "value"), whole.coverage, parts.length]).toEqual(["60", null, 3]);
});

test("slices of a dimension make no headline", () => {
  const { whole } = rowsWith(count, ["{ at: 2026-05-26, value: 60, 'dimension:sex': f }"]);
  expect([figureOf(whole, "value"), whole.status]).toEqual([null, "not-due"]);
});

test("an entity starts from its own value on the baseline's day", () => {
  // a: 60 → 100, two fifths of 40 is 76; b has no value of its own: 50 → 100, expected 70.
  const { parts } = rowsWith(percent, [at("a", 60, "2025-12-31"), at("a", 76), at("b", 70)]);
  expect(parts.slice(0, 2).map((row) => [figureOf(row, "baseline"), figureOf(row, "pace")])).toEqual([
    ["60", "1"],
    ["50", "1"],
  ]);
});

test("an entity beyond the target at the start keeps the plan's direction", () => {
  const is = `unit: "%", baseline: 50% @ 2025-12, targets: [{ reach: 80%, by: 2026 }]`;
  const { parts } = rowsWith(is, [at("a", 90, "2025-12-31"), at("a", 85)]);
  expect(parts[0]?.status).toBe("achieved");
});

const planOfTwo = (weights: readonly [string, string], values: readonly [string, string]): string => `
format: 1
id: p
title: P
period: 2026
dimensions: [{ id: d, name: D }, { id: empty, name: E }]
indicators:
  - { id: x, name: X, dimension: d, unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }], ${weights[0]} observations: [{ at: 2026-05-26, value: ${values[0]} }] }
  - { id: y, name: Y, dimension: d, unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }], ${weights[1]} observations: [${values[1]}] }
  - { id: z, name: Z, role: context, observations: [{ at: 2026-05-26, value: 1 }] }
`;

test("scores are weighted, statuses are the worst, counts add up, reference series are left out", () => {
  // Scores 0.8 and 0.5 with weights 75 % and 25 %: 0.6 + 0.125.
  const results = evaluateText(
    planOfTwo(["weight: 75%,", "weight: 25%,"], ["66", "{ at: 2026-05-26, value: 60 }"]),
    { asOf: "2026-05-26" },
  );
  expect(results.plan.score?.toString()).toBe("0.725");
  expect(results.plan).toMatchObject({ status: "off-track", statuses: { "at-risk": 1, "off-track": 1 } });
  expect(results.dimensions.map((d) => [d.id, d.status])).toEqual([
    ["d", "off-track"],
    ["empty", "not-computable"],
  ]);
  expect(results.skipped).toBe(1);
});

test("a weighted indicator without a score leaves the whole without one", () => {
  const results = evaluateText(planOfTwo(["weight: 75%,", "weight: 25%,"], ["66", ""]), {
    asOf: "2026-05-26",
  });
  expect(results.plan).toMatchObject({
    score: null,
    scoreReason: "no-score",
    status: "at-risk",
    statuses: { "at-risk": 1, "not-due": 1 },
  });
});

const oneWay = `direction: increase, baseline: 50 @ 2025-12, targets: [{ reach: 100, by: 2026 }], weight: 50%, observations: [{ at: 2026-05-26, value: 75 }]`;
const scored = (assess: string, more = oneWay): string =>
  `  - { id: i${assess.length}, name: I, unit: 个, assess: ${assess}, ${more} }`;

test.each([
  // Marks of 10 beside clamp(pace), −5…5 beside 0…1, marks of 20 beside marks of 10: no mean says anything.
  [["linear-pace", "{ method: self-score, marks: 10 }"], null, "different-scales"],
  [["cagr-ratio", "csi"], null, "different-scales"],
  [["{ method: self-score, marks: 20 }", "{ method: self-score, marks: 8 }"], null, "different-scales"],
  [["un-projection", "cagr-ratio"], null, "different-scales"],
  // 7.5 of 10 marks twice; of achievement and schedule-points the share of the way, 25 ÷ 50, and 0.5 ÷ 0.4 cut to 1.
  [["self-score", "{ method: self-score, marks: 10 }"], "7.5", null],
  [["achievement", "schedule-points"], "0.75", null],
])("scores of %j are put together only on one scale", (ways, score, scoreReason) => {
  const text = `format: 1\nid: p\nperiod: 2026\nindicators:\n${ways.map((way) => scored(way)).join("\n")}\n`;
  const { plan } = evaluateText(text, { asOf: "2026-05-26" });
  expect([plan.score?.toString() ?? null, plan.scoreReason]).toEqual([score, scoreReason]);
});

test("a level without a baseline is scored as a share, which has no mean with the method's own scale", () => {
  const shareOnly = oneWay.replace("baseline: 50 @ 2025-12, ", "");
  const text = `format: 1\nid: p\nperiod: 2026\nindicators:\n${scored("csi")}\n${scored('"csi"', shareOnly)}\n`;
  const { plan, rows } = evaluateText(text, { asOf: "2026-05-26" });
  expect(rows.map((row) => row.scoreScale)).toEqual(["tenfold", "0..1"]);
  expect(plan).toMatchObject({ score: null, scoreReason: "different-scales" });
});

test("without weights there is no score; unweighted indicators do not count among weighted ones", () => {
  expect(evaluateText(planOfTwo(["", ""], ["66", ""]), { asOf: "2026-05-26" }).plan.score).toBeNull();
  const one = evaluateText(planOfTwo(["weight: 40%,", ""], ["66", ""]), { asOf: "2026-05-26" });
  expect(one.plan.score?.toString()).toBe("0.8");
});

test("what is not judged is never green: the gravest of it speaks when nothing else does", () => {
  const results = evaluateText(planOfTwo(["", ""], ["66", ""]), { asOf: "2026-05-25" });
  expect(results.plan.status).toBe("not-due");
  const late = evaluateText(planOfTwo(["frequency: monthly,", "frequency: monthly,"], ["66", ""]), {
    asOf: "2026-05-25",
  });
  expect(late.plan).toMatchObject({ status: "no-data", statuses: { "no-data": 2 } });
});

test("parts of an amount in ten thousands make a plain quotient, in the whole as in each entity", () => {
  const is = `unit: 万元, aggregation: ratio-of-sums, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 10, by: 2026 }]`;
  const seen = [
    "{ at: 2026-03, entity: a, numerator: 30, denominator: 20 }",
    "{ at: 2026-03, entity: b, numerator: 20, denominator: 5 }",
  ];
  // 50 ÷ 25, 30 ÷ 20, 20 ÷ 5.
  expect(rowsOf({ is, seen }).map((row) => figureOf(row, "value"))).toEqual(["2", "1.5", "4"]);
});

test("a complete sum is judged", () => {
  // Two fifths of 2026 have passed: 40 is expected.
  const { whole } = rowsWith(`${count}, aggregation: sum`, [at("a", 20), at("b", 10), at("c", 10)]);
  expect([whole.status, figureOf(whole, "score")]).toEqual(["on-track", "1"]);
});

test("an entity's part of a summed flow is its own sum over the same span", () => {
  const is = `unit: 个, value: flow, direction: increase, aggregation: sum, targets: [{ total: 100, during: 2026 }]`;
  const seen = [
    at("a", 9, "2025-12"),
    at("a", 1, "2026-01"),
    at("a", 2, "2026-02"),
    at("b", 4, "2026-01"),
    at("b", 8, "2026-03"),
  ];
  const { whole, parts } = rowsWith(is, seen);
  // a: 1 + 2, the 9 of the year before apart; b: 4 + 8; together 15.
  expect(figureOf(whole, "value")).toBe("15");
  expect(parts.map((row) => figureOf(row, "value"))).toEqual(["3", "12", null]);
  expect(parts.map((row) => row.reason)).toEqual(["no-target", "no-target", "no-target"]);
});

test("an entity's sum names its amounts", () => {
  const is = `unit: 个, value: flow, direction: increase, aggregation: sum, targets: [{ total: 100, during: 2026 }]`;
  const seen = [at("a", 1, "2026-01"), at("a", 2, "2026-02"), at("b", 4, "2026-01")];
  const [, a] = rowsOf({ is, seen, plan: entities, trace: true });
  expect([a?.figures.value.formula, a?.figures.value.substituted]).toEqual(["Σ v", "1 + 2"]);
});

test.each([
  ["mean", "35"],
  ["min", "30"],
  ["max", "40"],
])("a %s that lacks an entity says that it does", (way, value) => {
  // Of a, b and c only two report: (30 + 40) ÷ 2.
  const { whole } = rowsWith(`${count}, aggregation: ${way}`, [at("a", 30), at("b", 40)]);
  expect(figureOf(whole, "value")).toBe(value);
  expect(whole).toMatchObject({ basis: "partial-roll-up", coverage: { counted: 2, of: 3, missing: ["c"] } });
  const all = rowsWith(`${count}, aggregation: ${way}`, [at("a", 30), at("b", 40), at("c", 35)]);
  expect(all.whole.basis).toBe(null);
});

test("a ratio of sums that lacks an entity says that it does", () => {
  const { whole } = rowsWith(percent, [share("a", 30, 40), share("b", 40, 60)]);
  expect(whole).toMatchObject({ basis: "partial-roll-up", coverage: { missing: ["c"] } });
});

test("the latest of all entities is one value, and lacks none", () => {
  expect(rowsWith(`${count}, aggregation: latest`, [at("a", 30), at("b", 40)]).whole.basis).toBe(null);
});

test("no way is no whole, and the reason says so", () => {
  const { whole } = rowsWith(`${count}, aggregation: none`, [at("a", 30), at("b", 40)]);
  expect(whole.figures.value).toMatchObject({ value: null, reason: "no-aggregation" });
});

test.each(["value: 70, denominator: 10", "value: 70, numerator: 7"])(
  "an entity with `%s` takes no part in a ratio of sums",
  (says) => {
    const seen = [`{ at: 2026-05-26, entity: a, ${says} }`, share("b", 6, 10)];
    expect(figureOf(rowsWith(`${percent}, aggregation: ratio-of-sums`, seen).whole, "value")).toBe("60");
    // Where the plan declares nothing, all entities have to have both counts.
    expect(rowsWith(percent, seen).whole.figures.value).toMatchObject({
      value: null,
      reason: "no-aggregation",
    });
  },
);

test("shares are a ratio of sums by themselves only where all of every entity have their counts", () => {
  const earlier = "{ at: 2026-03, entity: a, value: 55 }";
  const seen = [share("a", 30, 40), share("b", 40, 60)];
  expect(figureOf(rowsWith(percent, seen).whole, "value")).toBe("70");
  expect(rowsWith(percent, [earlier, ...seen]).whole.figures.value.reason).toBe("no-aggregation");
});

test("the latest of a period is the value of its last day, wherever it stands", () => {
  const seen = [at("a", 30, "2026-04-10"), at("b", 40, "2026-04-28"), at("c", 50, "2026-04-20")];
  expect(figureOf(rowsWith(`${count}, aggregation: latest, frequency: monthly`, seen).whole, "value")).toBe(
    "40",
  );
});

test("of an entity's values of one period the last counts, and its amounts add up", () => {
  const seen = [
    at("a", 10, "2026-04-05"),
    at("a", 12, "2026-04-20"),
    at("b", 20, "2026-04-20"),
    at("c", 1, "2026-04-20"),
  ];
  // 12 + 20 + 1.
  expect(figureOf(rowsWith(`${count}, aggregation: sum, frequency: monthly`, seen).whole, "value")).toBe(
    "33",
  );
  const flow = `unit: 个, value: flow, frequency: monthly, direction: increase, targets: [{ total: 100, during: 2026 }]`;
  expect(figureOf(rowsWith(`${flow}, aggregation: sum`, seen).whole, "value")).toBe("43");
  // The most of a month is that of a: 10 + 12.
  expect(figureOf(rowsWith(`${flow}, aggregation: max`, seen).whole, "value")).toBe("22");
});

test("a period begins with the first day of all its amounts", () => {
  const flow = `unit: 个, value: flow, frequency: quarterly, direction: increase, aggregation: sum, targets: [{ total: 100, during: 2026 }]`;
  const seen = [
    at("a", 20, "2026-02-03..2026-03-31"),
    at("b", 10, "2026-01-05..2026-01-31"),
    at("b", 12, "2026-02"),
    at("c", 1, "2026-03-20"),
  ];
  const series = rowsWith(flow, seen).whole.series();
  expect(series.map(({ start, on }) => [dayText(start), dayText(on)])).toEqual([
    ["2026-01-05", "2026-03-31"],
  ]);
});

test("of very many standing totals the earliest days get no value, and the latest do", () => {
  // 2,000 entities make 2,000,000 totals on 1,000 days: of 1,005 days the first five are left out.
  const begin = parseIsoDay("2023-01-01") ?? 0;
  const days = Array.from({ length: 1005 }, (_, i) => at("e0", 5, isoDay(begin + i)));
  const others = Array.from({ length: 1999 }, (_, i) => at(`e${i + 1}`, 1, "2023-01-01"));
  const is =
    "unit: 个, value: running-total, direction: increase, aggregation: max, targets: [{ reach: 5, by: 2026 }]";
  const [whole] = rowsOf({ is, seen: [...days, ...others], period: "2023-01..2026-12" });
  expect(dayText(whole?.firstMetOn ?? null)).toBe("2023-01-06");
});

test.each([
  ["aggregation: ratio-of-sums", "no-observation"],
  ["aggregation: none", "no-aggregation"],
  ["frequency: monthly", "no-aggregation"],
])("where nobody has reported, nobody's counts are lacking (%s)", (more, reason) => {
  const { whole } = rowsWith(`${percent}, ${more}`, [at("a", "未报送")]);
  expect(whole.figures.value).toMatchObject({ value: null, reason });
});

test("an entity without a denominator has no weight, and is missing from what is weighed", () => {
  const seen = [at("a", 90, "2026-05-26", ", denominator: 4"), at("b", 50)];
  const { whole } = rowsWith(`${percent}, aggregation: weighted`, seen);
  expect(figureOf(whole, "value")).toBe("90");
  expect(whole.coverage).toEqual({ counted: 1, of: 3, missing: ["b", "c"], own: [] });
});

test("a whole is provisional where one of its entities is, or one of its amounts of the period", () => {
  const isProvisional = (is: string, seen: readonly string[]) =>
    rowsWith(is, seen).whole.series().at(-1)?.provisional;
  const early = at("a", 10, "2026-04-05", ", state: provisional");
  const later = at("a", 12, "2026-04-20");
  const other = at("b", 20, "2026-04-20");
  const level = `${count}, aggregation: sum, frequency: monthly`;
  expect([isProvisional(level, [early, other]), isProvisional(level, [later, other])]).toEqual([true, false]);
  // Of a level the later value stands in place of the provisional one; amounts add up.
  expect(isProvisional(level, [early, later, other])).toBe(false);
  const flow = `unit: 个, value: flow, frequency: monthly, direction: increase, aggregation: sum, targets: [{ total: 100, during: 2026 }]`;
  expect(isProvisional(flow, [early, later, other])).toBe(true);
  expect(isProvisional(flow, [at("a", 10, "2026-04-05"), later, other])).toBe(false);
});
