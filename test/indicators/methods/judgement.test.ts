/** `judgement`: a person's word in place of the computed status, while it is complete and in force. */
import { expect, test } from "vitest";
import { evaluateText, figureOf, rowOf } from "../evaluate-text.ts";

// 66 of 100 on 2026-05-26: pace 0.8, at risk.
const rise = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
const judged = (word: string, more = "date: 2026-05-20, expires: 2026-06"): string =>
  `${rise}, assess: { method: judgement, status: ${word}, person: 张某, reason: 设备已到货, ${more} }`;
const seen = ["2026-05-26 66"];

test("the word given is the status, and the computed one stays beside it", () => {
  const row = rowOf({ is: judged("on-track"), seen });
  expect([row.method, row.status, row.methodStatus, row.computedStatus]).toEqual([
    "judgement",
    "on-track",
    "on-track",
    "at-risk",
  ]);
  expect(row.decision.step).toBe("judgement");
  expect([figureOf(row, "ratio"), figureOf(row, "score"), figureOf(row, "pace")]).toEqual([
    null,
    null,
    "0.8",
  ]);
});

test.each([
  ["green", "on-track"],
  ["amber", "at-risk"],
  ["amber/red", "off-track"],
  ["red", "off-track"],
  ["严重滞后", "off-track"],
  ["missed", "missed"],
])("the word %s is %s", (word, status) => {
  const row = rowOf({ is: judged(word), seen });
  expect([row.status, row.methodStatus]).toEqual([status, word]);
});

test.each(["is", "word"])("the word may stand under `%s`", (key) => {
  const row = rowOf({ is: judged("red").replace("status:", `${key}:`), seen });
  expect([row.status, row.computedStatus]).toEqual(["off-track", "at-risk"]);
});

test("it counts from its date to the end of its last day", () => {
  const on = (asOf: string) => rowOf({ is: judged("red"), seen: ["2026-05-19 66"], asOf }).computedStatus;
  expect(on("2026-05-19")).toBeNull();
  expect(on("2026-05-20")).not.toBeNull();
  expect(on("2026-06-30")).not.toBeNull();
  expect(on("2026-07-01")).toBeNull();
});

test("without an end it counts on", () => {
  expect(rowOf({ is: judged("red", "date: 2026-05-20"), seen, asOf: "2026-12-01" }).status).toBe("off-track");
});

test.each([
  ["no date", "status: red, person: 张某, reason: r"],
  ["no person", "status: red, date: 2026-05-20, reason: r"],
  ["no reason", "status: red, date: 2026-05-20, person: 张某"],
  ["no word", "date: 2026-05-20, person: 张某, reason: r"],
  ["a word outside the scale", "status: purple, date: 2026-05-20, person: 张某, reason: r"],
  ["stale is no judgement", "status: stale, date: 2026-05-20, person: 张某, reason: r"],
  ["a date that is none", "status: red, date: soon, person: 张某, reason: r"],
  ["an end that is none", "status: red, date: 2026-05-20, person: 张某, reason: r, expires: later"],
])("%s: the computed status stands", (_what, parameters) => {
  const row = rowOf({ is: `${rise}, assess: { method: judgement, ${parameters} }`, seen });
  expect([row.status, row.computedStatus, row.methodStatus, figureOf(row, "ratio")]).toEqual([
    "at-risk",
    null,
    null,
    "0.8",
  ]);
});

test("the computed status comes from the method of the dimension or the plan", () => {
  const is = `${judged("red")}, dimension: d`;
  const row = rowOf({ is, seen, plan: "dimensions: [{ id: d, name: D, assess: mid-term }]" });
  // attained 0.32 ÷ elapsed 0.4 = 0.8: as expected.
  expect([row.status, row.computedStatus]).toEqual(["off-track", "on-track"]);
});

test("it stands above silence, a missing target and a missed one", () => {
  expect(rowOf({ is: judged("green"), asOf: "2026-06-01" })).toMatchObject({
    status: "on-track",
    computedStatus: "not-due",
  });
  const aimless = judged("green").replace("[{ reach: 100%, by: 2026 }]", "[]");
  expect(rowOf({ is: aimless, seen })).toMatchObject({
    status: "on-track",
    computedStatus: "not-computable",
  });
  const missed = judged("green").replace("[{ reach", "[{ reach: 70%, by: 2026-03 }, { reach");
  expect(rowOf({ is: missed, seen: ["2026-03-31 60", ...seen] })).toMatchObject({
    status: "on-track",
    computedStatus: "off-track",
  });
});

test("a reference series is not judged, and neither is a single entity", () => {
  expect(rowOf({ is: `${judged("green")}, role: context`, seen }).computedStatus).toBeNull();
  const yaml = `format: 1
id: p
title: P
language: en
period: 2026
indicators:
  - { id: x, name: X, ${judged("red")}, aggregation: none, observations: [{ at: 2026-05-26, value: 70, entity: a }] }
`;
  const { rows } = evaluateText(yaml, { asOf: "2026-05-26" });
  expect(rows.map((row) => [row.entity, row.status, row.computedStatus])).toEqual([
    [null, "off-track", "on-track"],
    ["a", "on-track", null],
  ]);
});

test("its parameters under another method are no judgement", () => {
  const row = rowOf({ is: judged("red").replace("method: judgement", "method: linear-pace"), seen });
  expect([row.status, row.reason, row.computedStatus]).toEqual(["not-computable", "bad-parameter", null]);
});
