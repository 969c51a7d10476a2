/** Why a method cannot judge: every reason of its own, told as such. */
import Big from "big.js";
import { expect, test } from "vitest";
import { findMethod, methods } from "../../../src/indicators/methods/index.ts";
import type { MethodInput } from "../../../src/indicators/methods/method.ts";
import { inputOf, readerOf, seen, targetOf } from "./method-input.ts";

const range = targetOf("100", { upper: new Big(120) });
const same = targetOf("10");
const undated = targetOf("110", { on: null });
const atStart = targetOf("110", { on: 0 });
const none = { target: null, targets: [] };
const at = (value: string): Partial<MethodInput> => ({ value: seen(value, 146) });
const written = (parameters: string): Partial<MethodInput> => ({ parameters: readerOf(parameters) });

type Case = readonly [method: string, reason: string, why: string, rest: Partial<MethodInput>];

const cases: readonly Case[] = [
  ["absolute-bands", "bad-parameter", "no limits", {}],
  ["absolute-bands", "bad-parameter", "one limit", written("red: 5")],
  ["absolute-bands", "bad-parameter", "the other limit", written("green: 5")],
  ["zones", "bad-parameter", "the other level", written("stretch: 50")],
  ["linear-pace", "no-level", "a share without target", { ...none, start: null, ofTarget: new Big(1) }],
  [
    "anticipated",
    "no-date",
    "no date, before 1970",
    { target: undated, start: { value: new Big(10), on: -400 } },
  ],
  [
    "cagr-ratio",
    "no-date",
    "no date, before 1970",
    { target: undated, start: { value: new Big(10), on: -400 } },
  ],
  [
    "un-projection",
    "no-date",
    "no date, before 1970",
    { target: undated, start: { value: new Big(10), on: -400 } },
  ],
  [
    "schedule-points",
    "no-date",
    "no date, before 1970",
    { ...written("preset: pepfar"), target: undated, start: { value: new Big(10), on: -400 } },
  ],
  [
    "un-projection",
    "out-of-range",
    "six-fold in 146 days, for centuries",
    { target: targetOf("1e90", { on: 365_000 }) },
  ],
  ["absolute-bands", "no-direction", "equal limits show none", { ...written("red: 5, green: 5"), sign: 0 }],
  ["absolute-bands", "limits-against-direction", "falling limits", written("red: 9, green: 5")],
  ["zones", "bad-parameter", "no levels", {}],
  ["zones", "bad-parameter", "one level", written("commit: 50")],
  ["zones", "hold", "a bound", { ...written("commit: 50, stretch: 120"), holds: true, isCap: true }],
  ["zones", "cap", "a cap", { ...written("commit: 50, stretch: 120"), isCap: true }],
  ["zones", "range", "a range", { ...written("commit: 50, stretch: 120"), target: range }],
  ["zones", "no-direction", "neither side is better", { ...written("commit: 50, stretch: 120"), sign: 0 }],
  ["zones", "no-direction", "no target", { ...written("commit: 50, stretch: 120"), ...none }],
  ["zones", "no-direction", "no baseline", { ...written("commit: 50, stretch: 120"), start: null }],
  ["achievement", "hold", "a bound", { holds: true }],
  ["achievement", "no-level", "no target", none],
  ["achievement", "no-level", "no baseline", { start: null }],
  ["achievement", "range", "a range", { target: range }],
  ["achievement", "zero-value", "nothing of a cap used", { isCap: true, ...at("0") }],
  ["anticipated", "no-target", "no target", none],
  ["anticipated", "no-baseline", "no baseline", { start: null }],
  ["anticipated", "range", "a range", { target: range }],
  ["anticipated", "target-equals-baseline", "no way", { target: same }],
  ["anticipated", "hold", "a bound", { holds: true, isCap: true }],
  ["anticipated", "cap", "a cap", { isCap: true }],
  ["anticipated", "no-direction", "neither side is better", { sign: 0 }],
  ["anticipated", "no-date", "a target without date", { target: undated }],
  ["anticipated", "no-date", "a target on the day of the baseline", { target: atStart }],
  ["anticipated", "no-date", "a baseline without date", { start: { value: new Big(10), on: null } }],
  ["anticipated", "too-few-values", "no value after the baseline", { series: [seen("9", 0)] }],
  ["cagr-ratio", "range", "a range", { target: range }],
  ["cagr-ratio", "no-date", "a target without date", { target: undated }],
  ["cagr-ratio", "no-date", "a target on the day of the baseline", { target: atStart }],
  ["cagr-ratio", "no-date", "a baseline without date", { start: { value: new Big(10), on: null } }],
  ["cagr-ratio", "hold", "a bound", { holds: true }],
  ["cagr-ratio", "target-equals-baseline", "no way", { target: same }],
  ["cagr-ratio", "zero-target", "a target of zero", { target: targetOf("0") }],
  ["cagr-ratio", "no-baseline", "no baseline", { start: null }],
  ["cagr-ratio", "no-direction", "neither side is better", { sign: 0 }],
  ["linear-pace", "hold", "a bound", { holds: true }],
  ["linear-pace", "no-trajectory", "no expectation", { pace: null, expected: null }],
  ["linear-pace", "no-trajectory", "no expectation of a cap", { isCap: true, expected: null }],
  ["linear-pace", "hold", "a bound without baseline", { holds: true, start: null, ofTarget: new Big(1) }],
  ["linear-pace", "no-level", "no share of the target", { start: null }],
  ["linear-pace", "not-positive", "a share below zero", { start: null, ofTarget: new Big(-1), ...at("-1") }],
  [
    "linear-pace",
    "not-positive",
    "a share of zero",
    { start: null, ofTarget: new Big(1), target: targetOf("0") },
  ],
  ["judgement", "not-judged", "a word is no computation", {}],
  ["mid-term", "hold", "a bound", { holds: true }],
  ["mid-term", "no-target", "no target", none],
  ["mid-term", "no-baseline", "no baseline", { start: null }],
  ["mid-term", "no-date", "no dates", { schedule: null }],
  ["mid-term", "range", "a range", { target: range }],
  ["mid-term", "target-equals-baseline", "no way", { target: same }],
  ["schedule-relative", "no-date", "no dates", { schedule: null }],
  ["schedule-relative", "no-target", "no target", none],
  ["schedule-points", "no-date", "no dates", { schedule: null }],
  [
    "schedule-points",
    "zero-target",
    "a share of nothing",
    { ...written("basis: zero"), target: targetOf("0") },
  ],
  [
    "schedule-points",
    "zero-value",
    "a fall to a share of nothing",
    { ...written("basis: zero"), sign: -1, ...at("0") },
  ],
  [
    "schedule-points",
    "not-positive",
    "a share of less than nothing",
    { ...written("basis: zero"), target: targetOf("-5") },
  ],
  ["schedule-points", "not-positive", "less than nothing", { ...written("basis: zero"), ...at("-5") }],
  ["schedule-points", "hold", "a bound", { ...written("basis: zero"), holds: true, start: null }],
  ["schedule-points", "no-target", "pepfar without target", { ...written("preset: pepfar"), ...none }],
  ["schedule-points", "range", "pepfar of a range", { ...written("preset: pepfar"), target: range }],
  ["schedule-points", "only-increase", "pepfar of a decrease", { ...written("preset: pepfar"), sign: -1 }],
  [
    "schedule-points",
    "zero-target",
    "pepfar of zero",
    { ...written("preset: pepfar"), target: targetOf("0") },
  ],
  ["schedule-points", "no-date", "pepfar without date", { ...written("preset: pepfar"), target: undated }],
  ["schedule-points", "no-date", "pepfar within no time", { ...written("preset: pepfar"), target: atStart }],
  [
    "schedule-points",
    "no-date",
    "pepfar without begin",
    { ...written("preset: pepfar"), start: null, startOn: null },
  ],
  [
    "schedule-points",
    "hold",
    "pepfar of a bound without date",
    { ...written("preset: pepfar"), target: undated, holds: true },
  ],
  ["self-score", "no-target", "no target", none],
  [
    "self-score",
    "no-target",
    "steps without target",
    { ...written("steps: { every: 5, minus: 1 }"), ...none },
  ],
  [
    "self-score",
    "no-target",
    "bands without target",
    { ...written("bands: [{ within: 5, marks: 9 }]"), ...none },
  ],
  [
    "self-score",
    "zero-target",
    "a share of zero as step",
    { ...written("steps: { every: 5%, minus: 1 }"), target: targetOf("0") },
  ],
  ["self-score", "not-positive", "less than nothing", at("-1")],
  ["self-score", "not-positive", "of nothing", { target: targetOf("0"), ...at("-1") }],
  ["to-date-band", "hold", "a bound", { holds: true }],
  ["un-projection", "range", "a range", { target: range }],
  ["un-projection", "no-date", "a target without date", { target: undated }],
  ["un-projection", "no-date", "a target on the day of the baseline", { target: atStart }],
  ["un-projection", "hold", "a bound", { holds: true }],
  ["un-projection", "target-equals-baseline", "no way", { target: same, meetsTarget: false, ...at("5") }],
  ["un-projection", "sign-change", "across zero", { target: targetOf("-5", { relation: "<=" }) }],
  ["un-projection", "no-baseline", "no baseline", { start: null }],
  ["un-projection", "no-direction", "growth to neither side", { ...none, sign: 0 }],
  ["un-projection", "no-baseline", "growth from nothing stated", { ...none, start: null }],
];

test.each(cases)("%s: %s (%s)", (name, reason, _why, rest) => {
  const verdict = findMethod(name)?.assess(inputOf(rest));
  expect([verdict?.reason, verdict?.ratio, verdict?.status ?? null]).toEqual([reason, null, null]);
});

// Its status is that of `linear-pace`, which does not need what the ratio lacks: half of the way at two fifths of the time.
test.each([
  ["no-target", "no target", none],
  ["no-baseline", "no baseline", { start: null }],
  ["range", "a range", { target: range }],
  ["target-equals-baseline", "no way", { target: same }],
  ["hold", "a bound", { holds: true, isCap: true }],
  ["cap", "a cap", { isCap: true }],
  ["no-direction", "neither side is better", { sign: 0 }],
] as const)(
  "csi has no ratio: %s (%s), and a status nevertheless where pace has one",
  (reason, _why, rest) => {
    const input = inputOf(rest);
    const verdict = findMethod("csi")?.assess(input);
    const pace = findMethod("linear-pace")?.assess(input).status;
    expect(verdict).toMatchObject({ reason, ratio: null, score: null, methodStatus: null, status: pace });
  },
);

test.each([
  ["achievement", "no-observation", {}],
  ["self-score", "no-observation", {}],
  ["self-score", "no-observation", { word: "done" }],
  ["self-score", "no-observation", { meetsWord: true }],
  ["achievement", "no-observation", { ...written("against: due"), target: null }],
  ["achievement", "no-observation", { ...written("against: due"), holds: true }],
  ["cagr-ratio", "no-observation", {}],
  ["un-projection", "no-observation", {}],
] as const)("%s without a value: %s", (name, reason, rest) => {
  const verdict = findMethod(name)?.withoutValue?.(inputOf(rest));
  expect([verdict?.reason, verdict?.ratio, verdict?.status]).toEqual([reason, null, null]);
});

test("without an answer there is no score: a share of nothing is none", () => {
  expect(findMethod("cagr-ratio")?.withoutValue?.(inputOf())).toMatchObject({
    methodStatus: "not_available",
    score: null,
  });
  expect(findMethod("un-projection")?.withoutValue?.(inputOf())).toMatchObject({
    methodStatus: null,
    score: null,
  });
});

test("no method has the name of another, and one that is not built is none", () => {
  expect(new Set(methods.map(({ name }) => name)).size).toBe(methods.length);
  expect(findMethod("no-such-method")).toBeUndefined();
});
