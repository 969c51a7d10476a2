import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";
import { plan } from "../records/read.ts";

const head = "indicator,entity,at,value,state,dimension:sex\n";

function found(baseline: string, row: string, unit = ', unit: "%"'): readonly string[] {
  const text = `${plan.replace(
    '{ id: rate, name: 覆盖率, unit: "%" }',
    `{ id: rate, name: 覆盖率${unit}, baseline: ${baseline} }`,
  )}sources: [{ id: national, title: 全国统计, date: 2025-12, scope: wider }]
data: { observations: o.csv }
`;
  const { findings } = compileText(text, { files: { "o.csv": head + row } });
  return findings
    .filter(({ code }) => code === "indicator/baseline-observation")
    .map(({ severity }) => severity);
}

const cases: readonly (readonly [why: string, baseline: string, row: string, found: readonly string[]])[] = [
  ["another value of the baseline's month", "45% @ 2025-12", "rate,,2025-12,47,,", ["error"]],
  ["another value of its last day", "45% @ 2025-12", "rate,,2025-12-31,47,,", ["error"]],
  ["the same value", "45% @ 2025-12", "rate,,2025-12,45,,", []],
  ["a value that rounds to it", "45% @ 2025-12", "rate,,2025-12,45.49,,", []],
  ["a value that rounds up from the half", "45.5% @ 2025-12", "rate,,2025-12,45.45,,", []],
  ["a value that rounds to the next", "45% @ 2025-12", "rate,,2025-12,45.5,,", ["error"]],
  ["a value of another month", "45% @ 2025-12", "rate,,2025-11,47,,", []],
  ["a half year beside a year", "45% @ 2025", "rate,,2025-H2,47,,", []],
  ["an entity's own start", "45% @ 2025-12", "rate,east,2025-12,47,,", []],
  ["a group's value", "45% @ 2025-12", "rate,,2025-12,47,,男", []],
  [
    "a provisional value, which is not the last word",
    "45% @ 2025-12",
    "rate,,2025-12,47,provisional,",
    ["warning"],
  ],
  ["a figure of a wider area", "{ is: 45%, at: 2025-12, source: national }", "rate,,2025-12,47,,", []],
  ["a figure of another place", "{ is: 45%, at: 2025-12, place: 某市 }", "rate,,2025-12,47,,", []],
  ["a baseline of about so much", "约45% @ 2025-12", "rate,,2025-12,47,,", []],
];

test.each(cases)("a value beside the baseline: %s", (_why, baseline, row, severities) => {
  expect(found(baseline, row)).toEqual(severities);
});

test("a baseline says its unit for an indicator that states none", () => {
  expect(found("45% @ 2025-12", "rate,,2025-12,47,,", "")).toEqual(["error"]);
  expect(found("45% @ 2025-12", "rate,,2025-12,45,,", "")).toEqual([]);
});
