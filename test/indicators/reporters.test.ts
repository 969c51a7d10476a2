/** Several reporters of one thing: combined as the plan declares, and missed where one of them is silent (ENGINE.md section 8). */
import { expect, test } from "vitest";
import type { IndicatorRow } from "../../src/indicators/results.ts";
import { dayText, figureOf, rowOf } from "./evaluate-text.ts";

const by = (reporter: string, at: string, value: number): string =>
  `{ at: ${at}, value: ${value}, reporter: ${reporter} }`;
const months = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"] as const;
const [first, second, third, fourth] = months;

function totals(seen: readonly string[], aggregation = "sum"): IndicatorRow {
  const is = `unit: 人, value: running-total, direction: increase, aggregation: ${aggregation}, targets: [{ reach: 100, by: 2026 }]`;
  return rowOf({ is, seen });
}

function levels(seen: readonly string[], aggregation = "sum"): IndicatorRow {
  const is = `unit: 人, direction: increase, aggregation: ${aggregation}, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026 }]`;
  return rowOf({ is, seen });
}

test("the last running total of each reporter stands until his next", () => {
  // Akvo RSR gives 4 and then 6 for two users: here 1 + 3, then 3 + 3 where only one of them reports again.
  const together = [by("a", first, 1), by("b", first, 3)];
  expect(figureOf(totals(together), "value")).toBe("4");
  expect(figureOf(totals([...together, by("a", second, 3)]), "value")).toBe("6");
  expect(figureOf(totals([...together, by("a", second, 3), by("b", third, 5)]), "value")).toBe("8");
  // Rows in any order; a third reporter joins.
  expect(figureOf(totals([by("a", second, 3), by("c", second, 10), ...together]), "value")).toBe("16");
  expect(figureOf(totals([...together, by("a", second, 9)], "max"), "value")).toBe("9");
});

test("what a reporter says after the as-of date changes nothing before", () => {
  const is = `unit: 人, value: running-total, direction: increase, aggregation: sum, targets: [{ reach: 100, by: 2026 }]`;
  const seen = [by("a", first, 1), by("a", second, 3), by("a", third, 4), by("b", third, 5)];
  expect(figureOf(rowOf({ is, seen, asOf: second }), "value")).toBe("3");
  expect(figureOf(rowOf({ is, seen, asOf: third }), "value")).toBe("9");
});

test("one who takes over from another is no second reporter", () => {
  expect(figureOf(totals([by("a", first, 10), by("b", second, 12)]), "value")).toBe("12");
  expect(figureOf(totals([by("a", first, 1), by("b", first, 3), by("c", second, 5)]), "value")).toBe("5");
  // A row without a reporter speaks for all.
  const all = [by("a", first, 1), by("b", first, 3), `{ at: ${second}, value: 7 }`, by("a", third, 8)];
  expect(figureOf(totals(all), "value")).toBe("8");
});

test("a sum of levels that lacks one of its reporters is none", () => {
  const together = [by("a", third, 40), by("b", third, 50)];
  expect(figureOf(levels(together), "value")).toBe("90");
  const lacking = levels([...together, by("a", fourth, 41)]);
  expect(lacking).toMatchObject({ status: "not-computable", reason: "missing-reporter" });
  expect(figureOf(lacking, "value")).toBeNull();
  const complete = [...together, by("a", fourth, 41), by("b", fourth, 52)];
  expect(figureOf(levels(complete), "value")).toBe("93");
  // A mean of those that have reported is a mean.
  expect(figureOf(levels([...together, by("a", fourth, 41)], "mean"), "value")).toBe("41");
});

test("what is carried forward is dated by the newest of its parts, in whatever order the reporters stand", () => {
  const together = [by("a", first, 1), by("b", first, 3)];
  for (const one of ["a", "b"])
    expect(dayText(totals([...together, by(one, second, 5)]).observedOn)).toBe(second);
});

test("a row without a reporter speaks for all of its period: one beside it that says otherwise contests it", () => {
  const all = `{ at: ${first}, value: 7 }`;
  // Not 7 + 3: what speaks for all holds the part of a already.
  expect(totals([all, by("a", first, 3)])).toMatchObject({
    status: "not-computable",
    reason: "contested-values",
  });
  expect(figureOf(totals([all, by("a", first, 7)]), "value")).toBe("7");
});

test("the values that are carried forward stand in their order, the newest last", () => {
  const substituted = (seen: readonly string[]) => {
    const is =
      "unit: 人, value: running-total, direction: increase, aggregation: sum, targets: [{ reach: 100, by: 2026 }]";
    return rowOf({ is, seen, trace: true }).figures.value.substituted;
  };
  const together = [by("a", first, 1), by("b", first, 3), by("c", first, 5)];
  expect(substituted(together)).toBe("1 + 3 + 5");
  expect(substituted([...together, by("a", second, 7)])).toBe("3 + 5 + 7");
  expect(substituted([...together, by("a", second, 7), by("b", second, 8)])).toBe("5 + 7 + 8");
});

const takenBack = (at: string): string => `{ at: ${at}, value: 未报送, state: revised, reporter: a }`;

test("a value that its reporter takes back is none: the sum lacks him", () => {
  const seen = [
    by("a", third, 40),
    by("b", third, 50),
    by("a", fourth, 41),
    takenBack(fourth),
    by("b", fourth, 52),
  ];
  expect(levels(seen)).toMatchObject({ status: "not-computable", reason: "missing-reporter" });
  expect(figureOf(levels(seen, "mean"), "value")).toBe("52");
});

test.each(["sum", "mean", "min"])(
  "a period of which all is taken back leaves the one before it (%s)",
  (way) => {
    expect(figureOf(levels([by("a", third, 40), by("a", fourth, 41), takenBack(fourth)], way), "value")).toBe(
      "40",
    );
  },
);
