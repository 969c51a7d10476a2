/** A fault that leaves open what was meant costs the item it stands in and what follows; what stands before it is told. */
import { expect, test } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { rulesOfOneItem } from "../../src/rules/one-cause/of-one-item.ts";
import { positionAt } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";

/** `line code` of the findings of a plan, in document order. */
function told(text: string, only: "all" | "status" = "all"): readonly string[] {
  return compileText(text, { only }).findings.map(({ code, span }) =>
    span === null ? code : `${positionAt(span.file, span.start).line} ${code}`,
  );
}

const head = `format: 1
id: small
title: Small plan
period: 2026-01..2027-12
`;

/** Four columns put the tab's line beside \`id\`, eight beside \`reach\`. */
const ambiguous = `  - id: open
    unit: "%"
    targets:
      - reach: 50%
\tby: 2026
    frequenzy: monthly
`;

test("whole items before an ambiguous tab are read and judged, without what they lack or name", () => {
  const text = `${head}dimensions: [{ id: d, weight: 60% }]
indicators:
  - id: coverage
    unit: "%"
    owner: nobody
    targets: [{ reach: ≥85%, by: 2027-12 }, { reach: ≥90%, by: 2027-12 }]
    frequenzy: monthly
  - id: cost
    unit: "%"
    targets: [{ reach: 120%, by: 2027-12 }]
${ambiguous}`;
  expect(told(text)).toEqual([
    "10 target/conflict",
    "11 schema/unknown-key",
    "14 target/out-of-bounds",
    "19 yaml/tab",
  ]);
  expect(told(text, "status")).toEqual(["19 yaml/tab"]);
});

test("an ambiguous tab in the only item of a list leaves what stands above the list", () => {
  expect(told(`${head}dimension: [{ id: d }]\nindicators:\n${ambiguous}`)).toEqual([
    "5 schema/unknown-key",
    "11 yaml/tab",
  ]);
});

test("a value split by the text is told once also before an ambiguous tab", () => {
  const first = `  - { id: coverage, unit: "%", targets: [{ reach: 1,000, by: 2027 }] }\n`;
  expect(told(`${head}indicators:\n${first}${ambiguous}`)).toEqual(["6 yaml/split-number", "11 yaml/tab"]);
});

test("a suppression before an ambiguous tab silences, and none is called unused", () => {
  const first = `  # plan-ignore target/out-of-bounds: agreed with finance
  - { id: coverage, unit: "%", targets: [{ reach: 120%, by: 2027 }] }
  # plan-ignore count/weight-sum: agreed with finance
  - { id: cost, unit: "%" }
`;
  const text = `${head}indicators:\n${first}${ambiguous}`;
  expect(told(text)).toEqual(["14 yaml/tab"]);
  expect(compileText(text).suppressed).toBe(1);
});

test("the rules of one item are rules", () => {
  const codes = new Set(rules.map(({ code }) => code));
  expect([...rulesOfOneItem].filter((code) => !codes.has(code))).toEqual([]);
});
