/** What `plan explain` needs of a method: every name in its formulas has a number, and the ratio follows from them. */
import Big from "big.js";
import { expect, test } from "vitest";
import type { Figure, IndicatorRow } from "../../../src/indicators/results.ts";
import { methodGuides } from "../../../src/report/method-guide/index.ts";
import { spanText } from "../../../src/text/source.ts";
import { evaluateText, rowOf } from "../evaluate-text.ts";

const functions: ReadonlySet<string> = new Set(["max", "min", "round", "clamp", "ceil", "band"]);

function unnamed({ formula, inputs }: Figure): readonly string[] {
  const names = formula.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  return names.filter((name) => !functions.has(name) && !inputs.some((input) => input.name === name));
}

const rows = methodGuides.flatMap(({ name, example }): (readonly [string, IndicatorRow])[] => {
  const row = evaluateText(example.plan, { asOf: example.asOf, trace: true }).rows[0];
  return row === undefined ? [] : [[name, row]];
});

test.each(rows)("%s: every name in a formula has its number", (_name, row) => {
  for (const figure of [
    row.figures.ratio,
    row.figures.score,
    row.figures.scheduleRatio,
    row.figures.projected,
  ]) {
    if (figure.value !== null) expect(unnamed(figure)).toEqual([]);
  }
});

/** A chain of sums and quotients with brackets, as the formulas are. */
function computed(text: string): Big {
  const tokens = text.replaceAll("−", "-").match(/-?\d+(?:\.\d+)?|[()÷×+-]/g) ?? [];
  let at = 0;
  const factor = (): Big => {
    const token = tokens[at++] ?? "0";
    if (token !== "(") return new Big(token);
    const inner = sum();
    at += 1;
    return inner;
  };
  const term = (): Big => {
    let value = factor();
    while (tokens[at] === "÷" || tokens[at] === "×")
      value = tokens[at++] === "÷" ? value.div(factor()) : value.times(factor());
    return value;
  };
  const sum = (): Big => {
    let value = term();
    while (tokens[at] === "+" || tokens[at] === "-")
      value = tokens[at++] === "+" ? value.plus(term()) : value.minus(term());
    return value;
  };
  return sum();
}

const way = `unit: 个, direction: increase, baseline: 10 @ 2025-12, targets: [{ reach: 110, by: 2026 }]`;
const quarters = `unit: 人, value: flow, direction: increase, targets: [{ total: 100, during: 2026-Q1 }, { total: 100, during: 2026-Q2 }]`;

test.each([
  [`${way}, assess: linear-pace`, "(v − b) ÷ (expected − b)"],
  [`${way}, assess: mid-term`, "(v − b) ÷ (T − b)"],
  [`unit: 个, direction: increase, targets: [{ reach: 110, by: 2026 }], assess: linear-pace`, "v ÷ T"],
  [`${way}, assess: schedule-relative`, "attained ÷ elapsed"],
  [`${way}, assess: schedule-points`, "attained ÷ elapsed"],
  [`${way}, assess: { method: schedule-points, basis: zero }`, "ofTarget ÷ elapsed"],
  [`${way}, assess: achievement`, "(v − b) ÷ (T − b)"],
  [`${way}, assess: { method: self-score, steps: { every: 10, minus: 1 } }`, "score ÷ marks"],
  [`${quarters}, assess: to-date-band`, "actual ÷ due"],
  [`${quarters}, assess: { method: achievement, against: due }`, "actual ÷ due"],
])("the ratio follows from its formula with the numbers put in: %s", (is, formula) => {
  const row = rowOf({ is, seen: ["2026-03-31 55", "2026-05-26 60"], trace: true });
  const { ratio } = row.figures;
  expect(ratio.formula).toBe(formula);
  expect(computed(ratio.substituted).round(15).toString()).toBe(ratio.value?.round(15).toString());
});

test("numbers that the plan gives the method lead to their place", () => {
  const is = `${way}, assess: { method: zones, commit: 40, stretch: 120个 }`;
  const { ratio } = rowOf({ is, seen: ["2026-05-26 60"], trace: true }).figures;
  expect(ratio.substituted).toBe("max(0, (60 − 10) ÷ (120 − 10))");
  const stretch = ratio.inputs.find(({ name }) => name === "stretch");
  expect(stretch?.span == null ? null : spanText(stretch.span)).toBe("120个");
});

test("the score says the method's own formula", () => {
  const is = `${way}, assess: { method: self-score, marks: 20, steps: { every: 10, minus: 3 } }`;
  const { score } = rowOf({ is, seen: ["2026-05-26 85"], trace: true }).figures;
  // 25 short are three begun steps of 10: 20 − 3 × 3 = 11.
  expect([score.formula, score.substituted, score.value?.toString()]).toEqual([
    "max(0, marks − minus × ceil(max(0, T − v) ÷ every))",
    "max(0, 20 − 3 × ceil(max(0, 110 − 85) ÷ 10))",
    "11",
  ]);
  const placed = score.inputs.map(({ name, span }) => `${name} ${span === null ? null : spanText(span)}`);
  expect(placed.slice(1)).toEqual([
    "minus { every: 10, minus: 3 }",
    "T reach: 110",
    "v 85",
    "every { every: 10, minus: 3 }",
  ]);
});

test("points that decide in place of the ratio can be redone", () => {
  const points = (is: string, seen: string) => rowOf({ is, seen: [seen], trace: true }).points;
  // attained 0.4; elapsed 146 ÷ 365 = 0.4.
  expect(points(`${way}, assess: schedule-points`, "2026-05-26 50")).toMatchObject({
    formula: "(elapsed − attained) × 100",
    substituted: "(0.4 − 0.4) × 100",
  });
  // 50 ÷ 110 = 0.4545… rounds to 0.45, in the second quarter: 5 points less than 50.
  const pepfar = points(`${way}, assess: { method: schedule-points, preset: pepfar }`, "2026-05-26 50");
  expect([pepfar?.substituted, pepfar?.value?.toString()]).toEqual(["(0.45 − 2 ÷ 4) × 100", "-5"]);
  expect(points(`${way}, assess: mid-term`, "2026-05-26 50")).toBeNull();
});

const dated = ({ inputs }: Figure): readonly string[] =>
  inputs.flatMap(({ name, value }) => (/^[vTw]-?\d+$/.test(name) ? [`${name} ${value}`] : []));

test("what was added up over completed periods names every sum and every target with its day", () => {
  // 31 March and 30 June 2026 are days 20543 and 20634; nothing was reported of the first quarter's rival, the third has begun.
  const thirds = quarters.replace(" }]", " }, { total: 100, during: 2026-Q3 }]");
  const seen = ["2026-Q1 90", "2026-Q2 80", "2026-07-10 40"];
  const to = (assess: string) =>
    rowOf({ is: `${thirds}, assess: ${assess}`, seen, asOf: "2026-07-15", trace: true }).figures.ratio;
  const all = ["v20543 90", "v20634 80", "T20543 100", "T20634 100"];
  expect(dated(to("to-date-band"))).toEqual(all);
  expect(dated(to("{ method: achievement, against: due }"))).toEqual(all);
  const [first] = to("to-date-band").inputs.filter(({ name }) => name === "T20543");
  expect(first?.span == null ? null : spanText(first.span)).toBe("total: 100");
});

test("a period without a value adds its target and no sum", () => {
  const row = rowOf({
    is: `${quarters}, assess: to-date-band`,
    seen: ["2026-Q2 80"],
    asOf: "2026-08-15",
    trace: true,
  });
  expect(dated(row.figures.ratio)).toEqual(["v20634 80", "T20543 100", "T20634 100"]);
});

test("a weighted line names every value with the weight of its year", () => {
  const is = `unit: 人, direction: increase, assess: anticipated, baseline: { is: 60, at: 2024-12-31 }, targets: [{ reach: 100, by: 2030 }]`;
  const seen = ["2025-06-30 62", "2026-03-31 64"];
  const { projected } = rowOf({ is, seen, period: "2025..2030", trace: true }).figures;
  // 30 June 2025 and 31 March 2026 are days 20269 and 20543; their years are the second and the third.
  expect(dated(projected)).toEqual(["v20269 62", "w20269 2", "v20543 64", "w20543 3"]);
});
