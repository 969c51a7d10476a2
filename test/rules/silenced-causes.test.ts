/**
 * What the reader sees when the rule that tells a fault is switched off, set to another severity, or suppressed: a rule that
 * is off tells nothing, so its echo is heard; a fault that was accepted with a reason does not come back as its echo.
 */
import { expect, test } from "vitest";
import type { CompileInput } from "../../src/compile.ts";
import { compileText } from "../kit/compile.ts";

const plan = (comment: string): string => `format: 1
id: small
title: 小方案
language: zh-Hans
period: 2024-01..2025-12
indicators: [{ id: a, name: 甲, role: context }]
actions:
  - { id: whole, name: 建厨房, period: 2024-04..2025-08 }
  - { id: part, name: 装炉灶, parent: whole, period: 2025-06..2026-03 }${comment}
`;

function told(levels: CompileInput["levels"], comment = ""): readonly string[] {
  return compileText(plan(comment), { asOf: "2024-01-31", levels })
    .findings.filter(({ code }) => code.startsWith("time/") || code.startsWith("suppression/"))
    .map(({ severity, code }) => `${severity} ${code}`);
}

test("the nearer bound speaks", () => {
  expect(told(new Map())).toEqual(["warning time/outside-parent"]);
});

test("where its rule is off, the wider bound is told", () => {
  expect(told(new Map([["time/outside-parent", "off"]]))).toEqual(["warning time/outside-period"]);
});

test("an echo that the configuration makes graver is told besides", () => {
  expect(told(new Map([["time/outside-period", "error"]]))).toEqual([
    "warning time/outside-parent",
    "error time/outside-period",
  ]);
  expect(told(new Map([["time/outside-parent", "error"]]))).toEqual(["error time/outside-parent"]);
});

test("a fault that is accepted with a reason does not come back as its echo", () => {
  expect(told(new Map(), " # plan-ignore time/outside-parent: agreed")).toEqual([]);
});

test("the suppression of an echo has its use while the cause is told", () => {
  expect(told(new Map(), " # plan-ignore time/outside-period: agreed")).toEqual([
    "warning time/outside-parent",
  ]);
});

test("a suppression of what nothing finds is told", () => {
  expect(told(new Map(), " # plan-ignore time/phase-gap: agreed")).toEqual([
    "warning time/outside-parent",
    "warning suppression/unused",
  ]);
});
