import { expect, test } from "vitest";
import { compileExample, errorsAndWarnings, planStatuses } from "./example-files.ts";

test("the plan of the format's own description is without an error or warning", () => {
  const compilation = compileExample("elderly-meals");
  expect(errorsAndWarnings(compilation)).toEqual([]);
  expect(compilation.plan?.indicators.length).toBe(2);
  expect(compilation.records?.demo).toBe(true);
});

test("it stays so with its data files written as two paths", () => {
  const compilation = compileExample("elderly-meals", (text) =>
    text.replace(
      /^data: [\s\S]*?(?=^revisions:)/m,
      "data: { observations: data/observations.csv, progress: data/progress.csv }\n",
    ),
  );
  expect(errorsAndWarnings(compilation)).toEqual([]);
  expect(compilation.records?.demo).toBe(false);
  expect(compilation.records?.observations.length).toBe(21); // four quarters of the plan and of four streets, one survey
});

test("its data are on course", () => {
  const compilation = compileExample("elderly-meals");
  expect(planStatuses(compilation)).toEqual({ "coverage-rate": "on-track", satisfaction: "on-track" });
  const row = compilation.results?.rows.find(
    (r) => r.indicator.id.value === "coverage-rate" && r.entity === null,
  );
  // The path asks for 60 on 2026-12-31 and 64 was reported: pace (64 − 45) ÷ (60 − 45) = 19/15, attained 19/40.
  expect(row?.figures.expected.value?.toString()).toBe("60");
  expect(row?.figures.attained.value?.toString()).toBe("0.475");
  expect(row?.figures.pace.value?.toFixed(6)).toBe("1.266667");
  expect(row?.targets.map((t) => t.status)).toEqual(["met", "not-due"]);
});
