/** Indicators that are one quantity and judged by one series are told of once where they stand alike. */
import { expect, test } from "vitest";
import { positionAt } from "../../../src/text/source.ts";
import { compileText } from "../../kit/compile.ts";

function told(indicators: string, asOf = "2026-06-30") {
  const plan = `format: 1
id: p
title: P
language: en
period: 2026-01..2026-12
indicators:
${indicators}`;
  return compileText(plan, { asOf })
    .findings.filter(({ code }) => code.startsWith("status/"))
    .map(({ code, severity, subject, related }) => ({
      finding: `${severity} ${code} ${subject?.id}`,
      twins: related
        .filter(({ note }) => note.en.includes("same series"))
        .map(({ span, note }) => `${positionAt(span.file, span.start).line} ${note.en} ${note.zhHans}`),
    }));
}

const common = `unit: "%", direction: increase`;
const seen = "observations: [{ at: 2026-03-31, value: 55% }]";
const year = (id: string, rest: string) =>
  `  - { id: ${id}, name: ${id}, ${common}, baseline: 50% @ 2025-12, targets: [{ reach: ≥80%, by: 2026-12 }], ${rest} }\n`;
const spring = (id: string, rest: string) =>
  `  - { id: ${id}, name: ${id}, ${common}, targets: [{ reach: ≥60%, by: 2026-03 }], ${rest} }\n`;

test("names of one series are told once, at the first of those that stand worst", () => {
  // a: expected on 31 March 50 + 30 × 90 ÷ 365 = 57.4; pace 5 ÷ 7.4 = 0.68, off track. b and c borrow its 55, below 60.
  const found = told(year("a", seen) + spring("b", "same-as: a") + spring("c", "same-as: a"));
  expect(found).toEqual([
    {
      finding: "warning status/missed b",
      twins: [
        "7 the same series under another name: off track 同一数据的另一指标：严重滞后",
        "9 the same series under another name: missed 同一数据的另一指标：未达标",
      ],
    },
  ]);
});

test("a name that binds makes the finding fail that speaks for it, whichever name it stands at", () => {
  const bound = spring("c", "same-as: a, attribute: binding");
  const found = told(year("a", seen) + spring("b", "same-as: a") + bound).map(({ finding }) => finding);
  expect(found).toContain("error status/missed b");
});

test("names with values of their own are told each", () => {
  const own = "observations: [{ at: 2026-03-31, value: 56% }]";
  const found = told(year("a", seen) + spring("b", `same-as: a, ${own}`)).map(({ finding }) => finding);
  expect(found).toEqual(["warning status/off-track a", "warning status/missed b"]);
});

test("silence under two names is one silence", () => {
  const other = year("c", seen);
  const found = told(other + spring("a", "source: s") + spring("b", "same-as: a"));
  expect(found.filter(({ finding }) => finding.includes("no-data"))).toEqual([
    {
      finding: "warning status/no-data a",
      twins: ["9 the same series under another name: no data 同一数据的另一指标：未报送"],
    },
  ]);
});

test("a name that is on course is no place of the other's finding", () => {
  const low = `  - { id: b, name: b, ${common}, same-as: a, targets: [{ reach: ≥55%, by: 2026-03 }] }\n`;
  expect(told(year("a", seen) + low)).toEqual([{ finding: "warning status/off-track a", twins: [] }]);
});
