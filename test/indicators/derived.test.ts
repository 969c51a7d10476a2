/** Derived indicators: which values a formula gives, for which periods, for entities and the whole (docs/expressions.md). */
import { expect, test } from "vitest";
import type { IndicatorRow } from "../../src/indicators/results.ts";
import { isoDay, parseIsoDay } from "../../src/plan/days.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { spanText } from "../../src/text/source.ts";
import { evaluateText, figureOf, figuresOf, rowOf } from "./evaluate-text.ts";

interface Options {
  readonly period?: string;
  readonly asOf?: string;
  readonly more?: string;
  readonly trace?: boolean;
}

/** Results of a plan of 2026 with these indicators, each as YAML flow pairs behind its id. */
function results(indicators: Readonly<Record<string, string>>, options: Options = {}) {
  const lines = Object.entries(indicators).map(([id, is]) => `  - { id: ${id}, name: ${id}, ${is} }`);
  const plan = `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: ${options.period ?? "2026-01..2026-12"}\n${options.more ?? ""}\nindicators:\n${lines.join("\n")}\n`;
  return evaluateText(plan, { asOf: options.asOf ?? "2027-01-31", trace: options.trace ?? false });
}

function rowsOf(
  indicators: Readonly<Record<string, string>>,
  options: Options = {},
): readonly IndicatorRow[] {
  return results(indicators, options).rows.filter(({ indicator }) => indicator.id.value === "x");
}

/** The values of `x` with their days, oldest first. */
function seriesOf(indicators: Readonly<Record<string, string>>, options: Options = {}): readonly string[] {
  const [row] = rowsOf(indicators, options);
  return (row?.series() ?? []).map(({ on, value }) => `${isoDay(on)} ${formatDecimal(value)}`);
}

const seen = (...written: readonly string[]): string =>
  `observations: [${written.map((one) => `{ at: ${one.split(" ")[0]}, value: ${one.split(" ")[1]} }`).join(", ")}]`;
const at = (entity: string, day: string, value: number): string =>
  `{ at: ${day}, entity: ${entity}, value: ${value} }`;

test("there is a value for every period in which all names have one, and none is carried forward", () => {
  const series = seriesOf({
    served: `unit: 个, ${seen("2026-03-31 10", "2026-06-30 30", "2026-09-30 40")}`,
    total: `unit: 个, ${seen("2026-03-31 40", "2026-09-30 50")}`,
    x: 'unit: "%", formula: served / total',
  });
  // 10 ÷ 40 and 40 ÷ 50; June has no total.
  expect(series).toEqual(["2026-03-31 25", "2026-09-30 80"]);
});

test("within a reporting period the last level counts, and amounts add up", () => {
  const series = seriesOf({
    visits: `unit: 人次, value: flow, ${seen("2026-01-15 10", "2026-02-20 20", "2026-05-02 50")}`,
    sites: `unit: 个, ${seen("2026-01-31 2", "2026-03-31 3", "2026-06-30 5")}`,
    x: "unit: 人次/个, frequency: quarterly, formula: visits / sites",
  });
  // (10 + 20) ÷ 3 in the first quarter, 50 ÷ 5 in the second; dated at the last of the values.
  expect(series).toEqual(["2026-03-31 10", "2026-06-30 10"]);
});

test("amounts of a month and of a quarter are not put together", () => {
  const { derived, rows } = results({
    month: `unit: 个, value: flow, ${seen("2026-03 10")}`,
    quarter: `unit: 个, value: flow, ${seen("2026-Q1 30")}`,
    x: 'unit: "%", formula: month / quarter',
  });
  expect(rows[2]?.series()).toEqual([]);
  expect(derived.get("x")?.notComputed.map(({ failure }) => failure.reason)).toEqual(["different-periods"]);
});

test("the whole is the formula over the wholes, each entity the formula over its own values", () => {
  const entities = "entities: [{ id: a, name: A }, { id: b, name: B }]";
  const day = "2026-06-30";
  const rows = rowsOf(
    {
      served: `unit: 个, aggregation: sum, observations: [${at("a", day, 9)}, ${at("b", day, 10)}]`,
      total: `unit: 个, aggregation: sum, observations: [${at("a", day, 10)}, ${at("b", day, 90)}]`,
      x: 'unit: "%", formula: served / total',
    },
    { more: entities },
  );
  // a: 9 ÷ 10; b: 10 ÷ 90; the whole (9 + 10) ÷ (10 + 90), where a mean of the two would be 50.56.
  expect(rows.map((row) => [row.entity, figureOf(row, "value")])).toEqual([
    [null, "19"],
    ["a", "90"],
    ["b", "11.11111111111111111111"],
  ]);
});

test("a whole that lacks entities says so", () => {
  const entities = "entities: [{ id: a, name: A }, { id: b, name: B }]";
  const day = "2026-06-30";
  const [row] = rowsOf(
    {
      served: `unit: 个, aggregation: sum, observations: [${at("a", day, 9)}]`,
      total: `unit: 个, aggregation: sum, observations: [${at("a", day, 10)}, ${at("b", day, 90)}]`,
      x: 'unit: "%", formula: served / total',
    },
    { more: entities },
  );
  expect(row?.coverage).toEqual({ counted: 1, of: 2, missing: ["b"], own: [] });
});

test("facts of entities count per entity, and as their sum for the whole", () => {
  const more =
    "entities: [{ id: a, name: A, facts: { population: 20000人 } }, { id: b, name: B, facts: { population: 6万人 } }]";
  const day = "2026-06-30";
  const rows = rowsOf(
    {
      staff: `unit: 人, aggregation: sum, observations: [${at("a", day, 30)}, ${at("b", day, 50)}]`,
      x: 'unit: 人/万人, formula: "staff per 10,000 population"',
    },
    { more },
  );
  // 30 per 2万, 50 per 6万, 80 per 8万.
  expect(rows.map((row) => figureOf(row, "value"))).toEqual(["10", "15", "8.33333333333333333333"]);
});

test("what is reported goes before what is computed, and is told where it disagrees by more than rounding", () => {
  const { rows, derived } = results({
    served: `unit: 个, ${seen("2026-03-31 20", "2026-06-30 20")}`,
    total: `unit: 个, ${seen("2026-03-31 60", "2026-06-30 60")}`,
    x: `unit: "%", formula: served / total, ${seen("2026-03-31 33.3%", "2026-06-30 34%")}`,
  });
  expect(rows[2]?.series().map(({ value }) => formatDecimal(value))).toEqual(["33.3", "34"]);
  const told = derived
    .get("x")
    ?.disagreements.map(({ reported, on }) => [formatDecimal(reported), isoDay(on)]);
  expect(told).toEqual([["34", "2026-06-30"]]);
});

test("the baseline is computed where all names have one of the same day", () => {
  const operands = (day: string) => ({
    served: "unit: 个, baseline: 10 @ 2025-12",
    total: `unit: 个, baseline: 40 @ ${day}`,
    x: 'unit: "%", direction: increase, formula: served / total, targets: [{ reach: 75%, by: 2026-12 }]',
  });
  const [row] = rowsOf(operands("2025-12"));
  expect([row && figureOf(row, "baseline"), row?.baselineOn]).toEqual(["25", parseIsoDay("2025-12-31")]);
  const [apart] = rowsOf(operands("2025-06"));
  expect(apart && figureOf(apart, "baseline")).toBeNull();
});

test("a derived indicator is judged like any other", () => {
  const [row] = rowsOf(
    {
      served: `unit: 个, baseline: 10 @ 2025-12, ${seen("2026-06-30 20")}`,
      total: `unit: 个, baseline: 40 @ 2025-12, ${seen("2026-06-30 40")}`,
      x: 'unit: "%", direction: increase, formula: served / total, targets: [{ reach: 75%, by: 2026-12-31 }]',
    },
    { asOf: "2026-06-30" },
  );
  // (50 − 25) ÷ (75 − 25); expected 25 + 50 × 181 ÷ 365.
  expect(row && figuresOf(row, ["value", "attained", "expected"])).toEqual({
    value: "50",
    attained: "0.5",
    expected: "49.79452054794520547945",
  });
  expect(row?.status).toBe("on-track");
});

test("formulas build on each other, in whatever order they stand", () => {
  const series = seriesOf({
    x: "unit: 个, formula: y + 1",
    y: "unit: 个, formula: z + 1",
    z: `unit: 个, ${seen("2026-06-30 1")}`,
  });
  expect(series).toEqual(["2026-06-30 3"]);
});

test("thousands of formulas in a row are computed without running deep", () => {
  const many = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, i) => [i === 0 ? "x" : `n${i}`, `unit: 个, formula: n${i + 1} + 1`]),
  );
  expect(seriesOf({ ...many, n2000: `unit: 个, ${seen("2026-06-30 1")}` })).toEqual(["2026-06-30 2001"]);
});

test("what depends on a circle but is not in it is computed from what is reported", () => {
  const series = seriesOf({
    a: `unit: 个, formula: b + 1, ${seen("2026-06-30 5")}`,
    b: "unit: 个, formula: a + 1",
    x: "unit: 个, formula: a * 2",
  });
  expect(series).toEqual(["2026-06-30 10"]);
});

test("a value that is zero below the line leaves its period out, and no other", () => {
  const { rows, derived } = results({
    served: `unit: 个, ${seen("2026-03-31 20", "2026-06-30 20")}`,
    total: `unit: 个, ${seen("2026-03-31 0", "2026-06-30 40")}`,
    x: 'unit: "%", formula: served / total',
  });
  expect(rows[2]?.series().map(({ value }) => formatDecimal(value))).toEqual(["50"]);
  const [first] = derived.get("x")?.notComputed ?? [];
  expect([first?.failure.reason, first?.span && spanText(first.span)]).toEqual(["divides-by-zero", "0"]);
});

const quarterly = {
  rate: `unit: "%", frequency: quarterly, ${seen("2026-Q1 80", "2026-Q2 95", "2026-Q4 96")}`,
};

test("the period before is that of the calendar, not the last that has a value", () => {
  const series = seriesOf({ ...quarterly, x: "unit: pp, frequency: quarterly, formula: change(rate)" });
  // 95 − 80; the fourth quarter has none before it.
  expect(series).toEqual(["2026-06-30 15"]);
});

test("a condition has lasted where it held in all periods of a time that values reach back to", () => {
  const lasted = (span: string): readonly string[] =>
    seriesOf({
      rate: `unit: "%", frequency: quarterly, ${seen("2026-Q1 80", "2026-Q2 95", "2026-Q3 96", "2026-Q4 97")}`,
      x: `unit: 个, frequency: quarterly, formula: "count(rate >= 90% for ${span}, rate > 0)"`,
    });
  // In the first half-year one quarter failed; from then on both of two held.
  const series = ["2026-03-31 1", "2026-06-30 1", "2026-09-30 2", "2026-12-31 2"];
  expect(lasted("2 quarters")).toEqual(series);
  expect(lasted("2 periods")).toEqual(series);
  // Of the first three one failed, which is known at once; the last three held.
  expect(lasted("3 quarters")).toEqual(["2026-03-31 1", "2026-06-30 1", "2026-09-30 1", "2026-12-31 2"]);
});

test("whether a condition has lasted is not known where values do not reach back so far", () => {
  const series = seriesOf({
    rate: `unit: "%", frequency: quarterly, ${seen("2026-Q3 96", "2026-Q4 97")}`,
    x: `unit: 个, frequency: quarterly, formula: "count(rate >= 90% for 2 quarters, rate > 0)"`,
  });
  expect(series).toEqual(["2026-12-31 2"]);
});

test("a baseline or value after the as-of date is not seen by a formula", () => {
  const indicators = {
    served: `unit: 个, ${seen("2026-03-31 10", "2026-06-30 30")}`,
    total: `unit: 个, ${seen("2026-03-31 40", "2026-06-30 40")}`,
    x: 'unit: "%", formula: served / total',
  };
  expect(seriesOf(indicators, { asOf: "2026-06-29" })).toEqual(["2026-03-31 25"]);
});

test("the trace leads to every observation with its place", () => {
  const entities = "entities: [{ id: a, name: A }, { id: b, name: B }]";
  const day = "2026-06-30";
  const [row] = rowsOf(
    {
      served: `unit: 个, aggregation: sum, observations: [${at("a", day, 9)}, ${at("b", day, 10)}]`,
      total: `unit: 个, ${seen("2026-06-30 100")}`,
      x: 'unit: "%", formula: served / total * 100',
    },
    { more: entities, trace: true },
  );
  const value = row?.figures.value;
  expect([value?.formula, value?.substituted]).toEqual(["served / total * 100", "19 / 100 * 100"]);
  expect(value?.inputs.map(({ name, value: v, span }) => [name, v, span && spanText(span)])).toEqual([
    ["served", "19", null],
    ["served · a", "9", "9"],
    ["served · b", "10", "10"],
    ["total", "100", "100"],
  ]);
});

test("where the formula cannot be computed the status says why, and no value is asked for", () => {
  const statusOf = (formula: string, total: number): readonly unknown[] => {
    const [row] = rowsOf({
      served: `unit: 个, ${seen("2026-03-31 20")}`,
      total: `unit: 个, ${seen(`2026-03-31 ${total}`)}`,
      x: `unit: "%", frequency: quarterly, direction: increase, baseline: 5% @ 2025-12, formula: ${formula}, targets: [{ reach: 75%, by: 2026-12 }]`,
    });
    return [row?.status, row?.reason];
  };
  expect(statusOf("served / total", 40)).toEqual(["missed", null]);
  expect(statusOf("served / total", 0)).toEqual(["not-computable", "divides-by-zero"]);
  expect(statusOf("served / 0", 40)).toEqual(["not-computable", "formula-fault"]);
  expect(statusOf("served / x", 40)).toEqual(["not-computable", "formula-fault"]);
});

test("a faulty formula is told before the first value is due too, one whose names do not meet yet is not", () => {
  const statusOf = (formula: string, total: string): readonly unknown[] => {
    const [row] = rowsOf(
      {
        served: `unit: 个, ${seen("2026-03-31 20")}`,
        total: `unit: 个, ${seen(total)}`,
        x: `unit: "%", direction: increase, baseline: 5% @ 2025-12, formula: ${formula}, targets: [{ reach: 75%, by: 2026-12 }]`,
      },
      { asOf: "2026-04-15" },
    );
    return [row?.status, row?.reason];
  };
  expect(statusOf("served / total", "2026-03-31 0")).toEqual(["not-computable", "divides-by-zero"]);
  expect(statusOf("served / x", "2026-03-31 40")).toEqual(["not-computable", "formula-fault"]);
  expect(statusOf("served + nobody", "2026-03-31 40")).toEqual(["not-computable", "formula-fault"]);
  expect(statusOf("served / total", "2026-02-28 40")).toEqual(["not-due", null]);
});

test("a formula that builds on one without a value has the same reason, and nobody owes its value", () => {
  const statusesOf = (first: string): readonly unknown[] => {
    const common = `unit: "%", frequency: quarterly, direction: increase, baseline: 5% @ 2025-12, targets: [{ reach: 75%, by: 2026-12 }]`;
    const rows = ["second", "x"].map(
      (shown) =>
        rowsOf({
          served: `unit: 个, ${seen("2026-03-31 20")}`,
          first: `unit: "%", formula: ${first}`,
          second: shown === "x" ? `unit: "%", formula: first / 2` : `unit: "%"`,
          x: `${common}, formula: ${shown === "x" ? "second + 1pp" : "first / 2"}`,
        })[0],
    );
    return rows.map((row) => [row?.status, row?.reason]);
  };
  const divides = ["not-computable", "divides-by-zero"];
  expect(statusesOf("served / (served - served)")).toEqual([divides, divides]);
  const faulty = ["not-computable", "formula-fault"];
  expect(statusesOf("served / nobody")).toEqual([faulty, faulty]);
});

test("an entity whose formula divides by zero is not computable, and the others are judged", () => {
  const rows = rowsOf({
    served: `unit: 个, aggregation: sum, observations: [${at("a", "2026-12-31", 30)}, ${at("b", "2026-12-31", 10)}]`,
    total: `unit: 个, aggregation: sum, observations: [${at("a", "2026-12-31", 50)}, ${at("b", "2026-12-31", 0)}]`,
    x: `unit: "%", direction: increase, baseline: 0% @ 2025-12, formula: served / total, targets: [{ reach: 80%, by: 2026-12 }]`,
  });
  // (30 + 10) ÷ (50 + 0) = 80 %; a: 30 ÷ 50 = 60 %; b: 10 ÷ 0.
  expect(rows.map((row) => [row.entity, figureOf(row, "value"), row.status, row.reason])).toEqual([
    [null, "80", "achieved", null],
    ["a", "60", "missed", null],
    ["b", null, "not-computable", "divides-by-zero"],
  ]);
});

test("one formula cannot take the time of a whole run", () => {
  const days = Array.from({ length: 1500 }, (_, i) => `{ at: ${isoDay(10_000 + i)}, value: ${i} }`);
  const { derived } = results(
    { y: `unit: 个, observations: [${days.join(", ")}]`, x: "formula: sum(sum(sum(y)))" },
    { period: "1990.." },
  );
  expect(derived.get("x")?.notComputed.at(-1)?.failure.reason).toBe("too-many-steps");
});

test.each([
  ["beyond 10^100", "a * a", "1e60", "too-large"],
  ["below 10^-100", "a * a", "1e-60", "too-large"],
  ["of 10^100", "a * a", "1e50", null],
])("a result %s (%s of %s) is judged only within measure", (_, formula, value, reason) => {
  const plan = `  - { id: a, name: A, unit: "", direction: increase, observations: [{ at: 2026-03, value: ${value} }] }`;
  const row = rowOf({
    is: `formula: ${formula}, direction: increase, targets: [{ reach: 80, by: 2026-12 }]`,
    plan,
  });
  expect(row.figures.value.reason).toBe(reason);
  if (reason !== null) expect(row).toMatchObject({ status: "not-computable", reason });
});
