/** Rows of the JSON: what a range, a word and a state look like. */
import { expect, test } from "vitest";
import { jsonOutput } from "../../src/findings-output/json.ts";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { compileText } from "../kit/compile.ts";

async function rowsOf(indicators: string) {
  const plan = `format: 1
id: p
title: P
language: en
period: 2026-01..2026-12
indicators:
${indicators}`;
  const printed = [...jsonOutput(await makeSpeaker("en")).plan(compileText(plan))].join("");
  return JSON.parse(printed.slice(printed.indexOf("{"))).indicators;
}

test("a range is told by both its ends", async () => {
  const [range, level] = await rowsOf(`
  - { id: x, name: X, unit: 分, targets: [{ hold: 90..100, by: 2026-12 }] }
  - { id: y, name: Y, unit: 分, direction: increase, targets: [{ reach: 90, by: 2026-12 }] }
`);
  expect([range.target, range.targetUpper]).toEqual(["90", "100"]);
  expect([level.target, level.targetUpper]).toEqual(["90", null]);
});

test("a state and a grade are told as words beside a value of null", async () => {
  const [done, grade] = await rowsOf(`
  - { id: x, name: X, targets: [{ done: true, by: 2026-12 }], observations: [{ at: 2026-06, value: true }] }
  - { id: y, name: Y, targets: [{ grade: 良好, of: [差, 良好, 优秀], by: 2026-12 }], observations: [{ at: 2026-06, value: 差 }] }
`);
  expect([done.value, done.word, done.targets[0].relation]).toEqual([null, "true", "="]);
  expect([grade.value, grade.word]).toEqual([null, "差"]);
});

test("each target stands with kind, value, relation, date, section, status and where its date is from", async () => {
  const [row] = await rowsOf(`
  - { id: x, name: X, unit: km, direction: increase, baseline: 0 @ 2025-12, frequency: monthly, observations: [{ at: 2026-03, value: 20 }], targets: [{ reach: 30, by: 2026-03, section: "2.1" }, { hold: 10..90, by: 2026-12 }, { trend: increase, during: 2026 }, { reach: 100 }] }
`);
  const said = ["kind", "value", "upper", "relation", "by", "section", "status", "origin"] as const;
  expect(row.targets.map((target: Record<string, unknown>) => said.map((name) => target[name]))).toEqual([
    ["reach", "30", null, ">=", "2026-03-31", "2.1", "missed", "given"],
    ["hold", "10..90", "90", "=", "2026-12-31", null, "on-track", "given"],
    ["trend", "increase", null, ">=", "2026-12-31", null, "on-track", "given"],
    ["reach", "100", null, ">=", "2026-12-31", null, "not-due", "assumed"],
  ]);
});

test("a finding and its further place tell the section beside the range", async () => {
  const plan = `format: 1
id: p
title: P
language: en
period: 2026-01..2027-12
indicators:
  - id: x
    name: X
    unit: "%"
    targets:
      - { reach: ≥80%, by: 2027-12, section: "3" }
      - { reach: ≥85%, by: 2027-12, section: "2" }
`;
  const printed = [...jsonOutput(await makeSpeaker("en")).plan(compileText(plan))].join("");
  const { findings } = JSON.parse(printed.slice(printed.indexOf("{")));
  const conflict = findings.find((f: { rule: string }) => f.rule === "target/conflict");
  expect([conflict.section, conflict.related[0].section].sort()).toEqual(["2", "3"]);
  const unowned = findings.find((f: { rule: string }) => f.rule === "indicator/missing-owner");
  expect(unowned.section).toBeNull();
});
