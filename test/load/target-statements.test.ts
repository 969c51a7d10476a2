/** A target's value that the document states more than once (FORMAT.md section 2). */
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

function compiled(target: string) {
  return compileText(
    `format: 1
id: small
title: Small plan
language: en
period: 2026-01..2027-12
sections: [{ id: "2", title: Goals, role: goals, text: Goals. }, { id: "4", title: Steps, text: Steps. }]
indicators:
  - id: coverage
    name: Coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets:
      - ${target}
`,
    { asOf: "2026-01-15" },
  );
}

function loud(target: string): readonly string[] {
  const { findings } = compiled(target);
  return findings.filter((f) => f.severity !== "info").map((f) => f.code);
}

test("a value with its section is one target with that section", () => {
  const { plan, findings } = compiled('{ reach: { is: ≥60%, section: "2" }, by: 2026-12 }');
  expect(findings.filter((f) => f.severity !== "info")).toEqual([]);
  const read = plan?.indicators[0]?.targets.map((t) => [t.quantity?.value.text, t.section?.value]);
  expect(read).toEqual([["≥60%", "2"]]);
});

test("two statements of one value are two targets for one date", () => {
  const target = '{ reach: [{ is: ≥60%, section: "2" }, { is: at least 60%, section: "4" }], by: 2026-12 }';
  expect(loud(target)).toEqual([]);
  const read = compiled(target).plan?.indicators[0]?.targets.map((t) => [t.section?.value, t.by?.value.text]);
  expect(read).toEqual([
    ["2", "2026-12"],
    ["4", "2026-12"],
  ]);
});

test("two values for one date contradict each other", () => {
  expect(loud('{ reach: [{ is: ≥60%, section: "2" }, { is: ≥65%, section: "4" }], by: 2026-12 }')).toEqual([
    "target/conflict",
  ]);
});

test("a declared step up is no conflict", () => {
  const target =
    '{ reach: [{ is: ≥60%, section: "2" }, { is: ≥65%, section: "4", follows: "2" }], by: 2026-12 }';
  expect(loud(target)).toEqual([]);
});

test("a change and a bound may be stated so as well", () => {
  expect(loud('{ change: { is: +15pp, section: "2" }, by: 2026-12 }')).toEqual([]);
  expect(loud('{ hold: [{ is: ≥60%, section: "2" }], from: 2026-07 }')).toEqual([]);
});

test("a statement without a value is a fault, and the section beside it is no other", () => {
  expect(loud('{ reach: { section: "2" }, by: 2026-12 }')).toEqual(["schema/missing-key"]);
});
