import { expect, test } from "vitest";
import { type Smart, smartOf } from "../../src/plan/smart.ts";
import { compileText } from "../kit/compile.ts";

const head = `format: 1
id: smart
title: Clinic access
language: en
period: 2026-01..2027-12
`;

function smart(indicator: string, doubted = false): Smart | null {
  const { plan } = compileText(`${head}indicators:\n  - id: it\n    name: It\n${indicator}`, {});
  const [first] = plan?.indicators ?? [];
  if (plan === null || first === undefined) throw new Error("the plan has no indicator");
  return smartOf(first, plan, doubted);
}

const whole = `    unit: "%"
    direction: increase
    definition: Clinics open late / all clinics
    baseline: 30% @ 2025-12
    source: register
    objective: sooner
    targets: [{ reach: ≥50%, by: 2027-12 }]
`;

test("an indicator with all that makes it SMART scores five", () => {
  expect(smart(whole)).toEqual({ score: 5, missing: [] });
});

test("each missing part is named, and a criterion is lost once however much of it is missing", () => {
  // Measurable lacks unit, baseline and source: one point of five.
  const bare = whole
    .replace('    unit: "%"\n', "")
    .replace("    baseline: 30% @ 2025-12\n", "")
    .replace("    source: register\n", "");
  expect(smart(bare)).toEqual({ score: 4, missing: ["unit", "baseline", "source"] });
  expect(smart(whole.replace("    objective: sooner\n", ""))).toEqual({ score: 4, missing: ["objective"] });
  expect(smart(whole.replace(", by: 2027-12", ""))).toEqual({ score: 4, missing: ["date"] });
  expect(smart("")).toEqual({
    score: 0,
    missing: ["definition", "unit", "source", "target", "objective", "date"],
  });
});

test("a target beyond what was ever achieved is not achievable, a direction without figure no target", () => {
  expect(smart(whole, true)).toEqual({ score: 4, missing: ["pace"] });
  const trend = whole.replace("{ reach: ≥50%, by: 2027-12 }", "{ trend: increase, during: 2026..2027 }");
  expect(smart(trend)).toEqual({ score: 4, missing: ["target"] });
});

test("a state needs neither unit nor baseline nor definition; a bound holds for the whole period", () => {
  const done = "    source: register\n    objective: sooner\n    targets: [{ done: true, by: 2027-12 }]\n";
  expect(smart(done)).toEqual({ score: 5, missing: [] });
  const hold = whole.replace("{ reach: ≥50%, by: 2027-12 }", "{ hold: ≥50% }");
  expect(smart(hold)).toEqual({ score: 5, missing: [] });
});

test("a reference series has no score", () => {
  expect(smart(`    role: context\n${whole}`)).toBeNull();
});
