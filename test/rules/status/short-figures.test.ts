import { expect, test } from "vitest";
import { compileText } from "../../kit/compile.ts";

const plan = (value: string): string => `format: 1
id: meals
title: Meals for the elderly
language: en
period: 2026-01..2027-12
indicators:
  - id: coverage
    name: Coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    frequency: quarterly
    observations: [{ at: 2026-06-30, value: ${value} }]
    targets:
      - { reach: ≥85%, by: 2027-12 }
`;

const told = (value: string): string =>
  compileText(plan(value), { asOf: "2026-07-01" })
    .findings.filter(({ code }) => code.startsWith("status/"))
    .map(({ message }) => message.en)
    .join("\n");

test("a long value is told with four decimals", () => {
  expect(told("53.74727668845315904139%")).toContain(" 53.7473% on 2026-06-30");
});

test("a value that would round up to its target is told with as many decimals as keep it below", () => {
  const missed = compileText(plan("84.9999996%"), { asOf: "2028-01-01" });
  expect(missed.findings.map(({ message }) => message.en).join("\n")).toContain("84.9999996%");
});
