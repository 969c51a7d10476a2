import { expect, test } from "vitest";
import { observationsCsv } from "../../tools/demo-data/build.ts";
import { drawFor } from "../../tools/demo-data/random.ts";
import { compileExample, exampleFile } from "./example-files.ts";

test("making the demonstration data again gives the committed bytes", () => {
  expect(observationsCsv()).toBe(exampleFile("linked-point-cobuilding", "data/observations.csv"));
  expect(observationsCsv()).toBe(observationsCsv());
});

test("draws stay within their bounds and depend on the name alone", () => {
  const first = drawFor("a");
  const again = drawFor("a");
  const other = drawFor("b");
  const numbers = Array.from({ length: 200 }, () => first(-3, 4));
  expect(numbers).toEqual(Array.from({ length: 200 }, () => again(-3, 4)));
  expect(numbers).not.toEqual(Array.from({ length: 200 }, () => other(-3, 4)));
  expect(Math.min(...numbers)).toBe(-3);
  expect(Math.max(...numbers)).toBe(4);
});

test("the data cover 24 months, six townships and at least fifteen indicators, all marked as made up", () => {
  const { records, plan } = compileExample("linked-point-cobuilding");
  const observations = records?.observations ?? [];
  expect(records?.demo).toBe(true);
  expect(plan?.data.progress.map((file) => file.demo)).toEqual([true]);
  expect(new Set(observations.map((o) => o.indicator)).size).toBeGreaterThanOrEqual(15);
  expect(new Set(observations.flatMap((o) => o.entity ?? [])).size).toBe(6);
  const rate = observations.filter((o) => o.indicator === "service-response-rate" && o.entity === "qinghe");
  expect(rate.length).toBe(24);
});

test("they hold what real reports hold: gaps with a reason, late reports, a revised value", () => {
  const observations = compileExample("linked-point-cobuilding").records?.observations ?? [];
  const missing = observations.filter((o) => o.missing !== null);
  expect(missing.length).toBe(3);
  expect(missing.every((o) => o.reason !== null)).toBe(true);
  expect(observations.filter((o) => o.state === "revised").map((o) => o.indicator)).toEqual([
    "service-project-satisfaction",
  ]);
  const late = observations.filter((o) => o.reported !== null && o.reported.value > o.at.value.end + 30);
  expect(late.length).toBeGreaterThanOrEqual(3);
});

test("every share is its numerator over its denominator, to two decimals", () => {
  const observations = compileExample("linked-point-cobuilding").records?.observations ?? [];
  const shares = observations.filter((o) => o.denominator !== null && o.value !== null);
  expect(shares.length).toBeGreaterThan(400);
  for (const { indicator, numerator, denominator, value } of shares) {
    const factor = indicator === "average-response-time" ? 1 : 100;
    const exact = (Number(numerator?.value) / Number(denominator?.value)) * factor;
    expect(Math.abs(Number(value?.value) - exact)).toBeLessThanOrEqual(0.005 + 1e-9);
  }
});
