/** Which revision explains a weakening: path, values and newness, each on both sides of the line. */
import { expect, test } from "vitest";
import { isUnexplained } from "../../src/diff/change.ts";
import { comparePlans } from "../../src/diff/compare-plans.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { compileText } from "../kit/compile.ts";

const plan = (target: string, revisions = "", more = ""): Plan => {
  const text = `format: 1
id: small
title: Small plan
period: 2026-01..2027-12
indicators:
  - id: coverage
    attribute: binding
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
${more}    targets:
      - ${target}
${revisions === "" ? "" : `revisions:\n  - ${revisions}\n`}`;
  const compiled = compileText(text).plan;
  if (compiled === null) throw new Error("the plan cannot be read");
  return compiled;
};

const asked = "{ reach: ≥85%, by: 2027-12 }";
const lower = "{ reach: ≥80%, by: 2027-12 }";
const later = "{ reach: ≥85%, by: 2028-12 }";

const unexplained = (before: Plan, after: Plan): number =>
  comparePlans(before, after).filter(isUnexplained).length;

test.each([
  [
    "names target and values",
    "what: indicators/coverage/targets/2027-12, from: ≥85%, to: ≥80%, reason: less money",
  ],
  [
    "writes the same values in another way",
    "what: indicators/coverage/targets/2027-12, from: 85%以上, to: 不低于80%, reason: less money",
  ],
  ["names the day of the target", "what: indicators/coverage/targets/2027-12-31, reason: less money"],
  ["names the year of the target", "what: indicators/coverage/targets/2027, reason: less money"],
  ["names all targets", "what: indicators/coverage/targets, reason: less money"],
  ["names the indicator", "what: indicators/coverage, reason: less money"],
])("a revision that %s explains a lower target", (_, revision) => {
  expect(unexplained(plan(asked), plan(lower, `{ date: 2026-04-01, ${revision} }`))).toBe(0);
});

test.each([
  ["has no reason", "what: indicators/coverage/targets/2027-12, from: ≥85%, to: ≥80%"],
  ["has an empty reason", 'what: indicators/coverage/targets/2027-12, reason: " "'],
  ["leads to another value", "what: indicators/coverage/targets/2027-12, from: ≥85%, to: ≥82%, reason: r"],
  ["starts from another value", "what: indicators/coverage/targets/2027-12, from: ≥90%, to: ≥80%, reason: r"],
  ["names another date", "what: indicators/coverage/targets/2026-12, reason: r"],
  ["names another indicator", "what: indicators/coverage2/targets/2027-12, reason: r"],
  ["names the baseline", "what: indicators/coverage/baseline, reason: r"],
  ["names every indicator", "what: indicators, reason: r"],
])("a revision that %s explains nothing", (_, revision) => {
  expect(unexplained(plan(asked), plan(lower, `{ date: 2026-04-01, ${revision} }`))).toBe(1);
});

test("a revision that the earlier plan had already explains nothing new", () => {
  const old = "{ date: 2026-04-01, what: indicators/coverage/targets/2027-12, reason: less money }";
  expect(unexplained(plan(asked, old), plan(lower, old))).toBe(1);
  expect(unexplained(plan(asked), plan(lower, old))).toBe(0);
});

test.each([
  [
    "by its former date",
    "what: indicators/coverage/targets/2027-12, from: 2027-12, to: 2028-12, reason: r",
    0,
  ],
  ["by its new date", "what: indicators/coverage/targets/2028-12, from: 2027-12, to: 2028-12, reason: r", 0],
  ["without dates of its own", "what: indicators/coverage/targets/2028-12, reason: r", 0],
  [
    "with the figure and the date",
    'what: indicators/coverage/targets/2028-12, from: "≥85% @ 2027-12", to: "≥85% @ 2028-12", reason: r',
    0,
  ],
  ["to another date", "what: indicators/coverage/targets/2027-12, from: 2027-12, to: 2029-12, reason: r", 1],
  // It tells of a figure, and says nothing of the date.
  ["with the figure alone", "what: indicators/coverage/targets/2028-12, from: ≥85%, to: ≥80%, reason: r", 1],
] as const)("a target put off, revised %s", (_, revision, left) => {
  expect(unexplained(plan(asked), plan(later, `{ date: 2026-04-01, ${revision} }`))).toBe(left);
});

test("a target that is lowered and put off needs a reason for both", () => {
  const after = (revision: string): Plan =>
    plan("{ reach: ≥80%, by: 2028-12 }", `{ date: 2026-04-01, ${revision} }`);
  const what = "what: indicators/coverage/targets/2028-12";
  expect(unexplained(plan(asked), after(`${what}, from: ≥85%, to: ≥80%, reason: r`))).toBe(1);
  expect(unexplained(plan(asked), after(`${what}, reason: r`))).toBe(0);
});

test("a dropped target, a lost attribute and a weight of zero are explained under their paths", () => {
  const two = `${asked}\n      - { reach: ≥60%, by: 2026-12 }`;
  const gone = "{ what: indicators/coverage/targets/2026-12, from: ≥60%, to: 取消, reason: r }";
  expect(unexplained(plan(two), plan(asked))).toBe(1);
  expect(unexplained(plan(two), plan(asked, gone))).toBe(0);
  const loose = (revisions: string): Plan => plan(asked, revisions, "    weight: 0%\n    role: context\n");
  const before = plan(asked, "", "    weight: 50%\n    role: outcome\n");
  expect(unexplained(before, loose(""))).toBe(2);
  expect(
    unexplained(before, loose("{ what: indicators/coverage/weight, from: 50%, to: 0%, reason: r }")),
  ).toBe(1);
  expect(unexplained(before, loose("{ what: indicators/coverage, reason: r }"))).toBe(0);
});

test("the reason stands with the change that it explains", () => {
  const revision =
    "{ date: 2026-04-01, what: indicators/coverage/targets/2027-12, reason: less money, approved-by: council }";
  const [change] = comparePlans(plan(asked), plan(lower, revision));
  expect(change?.revision?.reason?.value).toBe("less money");
  expect(change?.revision?.approvedBy?.value).toBe("council");
});
