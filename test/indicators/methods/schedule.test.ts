/** `schedule-points`, `schedule-relative`, `mid-term`: attained against elapsed, on both sides of every edge. */
import { expect, test } from "vitest";
import { figureOf, rowOf } from "../evaluate-text.ts";
import { expectRow } from "./method-cases.ts";

// 50 → 100 within 2026; on 2026-05-26 two fifths of the year (146 of 365 days) have passed: 40 points.
const rise = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
const fall = `unit: h, direction: decrease, baseline: 100h @ 2025-12, targets: [{ reach: 50h, by: 2026 }]`;
const on = (value: string): readonly string[] => [`2026-05-26 ${value}`];

// attained = (v − 50) ÷ 50; behind = 40 − attained × 100; ratio = attained ÷ 0.4.
test.each([
  ["a hair less than 10 behind", "65.0001", "0.750005", "green", "on-track"],
  ["exactly 10 behind", "65", "0.75", "yellow", "at-risk"],
  ["exactly 30 behind", "55", "0.25", "yellow", "at-risk"],
  ["a hair more than 30 behind", "54.9999", "0.249995", "red", "off-track"],
  ["ahead of the time", "75", "1.25", "green", "on-track"],
])("traffic-light: %s", (_what, value, ratio, methodStatus, status) => {
  expectRow(
    { is: `${rise}, assess: schedule-points`, seen: on(value) },
    { ratio, methodStatus, status, score: Number(ratio) > 1 ? "1" : ratio },
  );
});

test.each([
  ["exactly 10 behind", "85", "yellow"],
  ["less than 10 behind", "84.9", "green"],
  ["exactly 30 behind", "95", "yellow"],
  ["more than 30 behind", "95.1", "red"],
])("traffic-light, a decrease: %s", (_what, value, methodStatus) => {
  // attained = (100 − v) ÷ 50.
  expectRow({ is: `${fall}, assess: schedule-points`, seen: on(value) }, { methodStatus });
});

test("39 % done at half of the time is 11 points and 22 % behind: yellow by points, yellow by share", () => {
  // METHODS.md section 5. 2026-07-02 is day 183 of 366 with t0 2025-12-31 and tT 2027-01-01.
  const is = `unit: "%", direction: increase, value: level, baseline: 0% @ 2025-12, targets: [{ reach: 100%, by: 2027-01-01 }]`;
  const one = { seen: ["2026-07-02 39"], asOf: "2026-07-02" };
  expectRow({ ...one, is: `${is}, assess: schedule-points` }, { ratio: "0.78", methodStatus: "yellow" });
  expectRow({ ...one, is: `${is}, assess: schedule-relative` }, { ratio: "0.78", methodStatus: "yellow" });
  expectRow(
    { ...one, is: `${is}, assess: { method: schedule-relative, behind: 20% }` },
    { methodStatus: "red", status: "off-track" },
  );
});

test("a difference of ten points stays ten where the shares do not end", () => {
  // 2026-05-02 is day 122 of 366: a third. Attained (v − 0) ÷ 300: 70 ÷ 300 is 23.33 %, 10 points less than 33.33 %.
  const is = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 300, by: 2027-01-01 }], assess: schedule-points`;
  expectRow({ is, seen: ["2026-05-02 70"], asOf: "2026-05-02" }, { ratio: "0.7", methodStatus: "yellow" });
});

test("basis zero compares the share of the target, and needs no baseline", () => {
  // 30 of 100 at 40 % of the time: exactly 10 behind, ratio 0.75; 31 of 100: 9 behind.
  const is = `unit: "%", direction: increase, targets: [{ reach: 100%, by: 2026 }], assess: { method: schedule-points, basis: zero }`;
  expectRow(
    { is, seen: on("30") },
    { ratio: "0.75", methodStatus: "yellow", status: "at-risk", basis: null },
  );
  expectRow({ is, seen: on("31") }, { ratio: "0.775", methodStatus: "green", status: "on-track" });
  // A decrease: T ÷ v = 20 ÷ 80 = 25 %, 15 behind.
  const down = `unit: h, direction: decrease, targets: [{ reach: 20h, by: 2026 }], assess: { method: schedule-points, basis: zero }`;
  expectRow({ is: down, seen: on("80") }, { ratio: "0.625", methodStatus: "yellow" });
  expectRow(
    { is: down.replace("20h", "-20h"), seen: on("80") },
    { ratio: null, status: "not-computable", reason: "not-positive" },
  );
});

test("basis zero counts from the baseline's date, and a baseline changes nothing else", () => {
  expectRow(
    { is: `${rise}, assess: { method: schedule-points, basis: zero }`, seen: on("60") },
    { ratio: "1.5", methodStatus: "green" },
  );
});

test("without a baseline the share of the target decides, and the method has no word", () => {
  const is = `unit: "%", direction: increase, targets: [{ reach: 100%, by: 2026 }]`;
  for (const method of ["schedule-points", "schedule-relative", "mid-term", "achievement"]) {
    expectRow(
      { is: `${is}, assess: ${method}`, seen: on("80") },
      { ratio: "0.8", status: "at-risk", basis: "of-target", methodStatus: null },
    );
  }
});

test("before any time has elapsed nothing is behind", () => {
  const one = { is: rise, seen: ["2025-12-31 50"], asOf: "2025-12-31" };
  const words: readonly (readonly [string, string])[] = [
    ["schedule-points", "green"],
    ["schedule-relative", "green"],
    ["mid-term", "基本符合预期"],
  ];
  for (const [method, methodStatus] of words) {
    expectRow(
      { ...one, is: `${rise}, assess: ${method}` },
      { methodStatus, status: "on-track", scheduleRatio: null },
    );
  }
});

// ratio = attained ÷ 0.4 with attained = (v − 50) ÷ 50: 70 is 1, 64 is 0.7.
test.each([
  ["exactly as far as the time", "70", "1", "green", "on-track"],
  ["a hair less", "69.9999", "0.999995", "yellow", "at-risk"],
  ["exactly 30 % less", "64", "0.7", "yellow", "at-risk"],
  ["a hair more than 30 % less", "63.9999", "0.699995", "red", "off-track"],
])("schedule-relative: %s", (_what, value, ratio, methodStatus, status) => {
  expectRow(
    { is: `${rise}, assess: schedule-relative`, seen: on(value) },
    { ratio, methodStatus, status, score: ratio },
  );
});

test.each(["40%", "0.4", "40"])("schedule-relative reads `behind: %s`", (behind) => {
  const is = `${rise}, assess: { method: schedule-relative, behind: ${behind} }`;
  expectRow({ is, seen: on("62") }, { ratio: "0.6", methodStatus: "yellow" });
  expectRow({ is, seen: on("61.9") }, { methodStatus: "red" });
});

// scheduleRatio = attained ÷ 0.4: 71 is 0.42 ÷ 0.4 = 1.05, 66 is 0.32 ÷ 0.4 = 0.8.
test.each([
  ["exactly 1.05", "71", "0.42", "1.05", "快于预期", "ahead"],
  ["a hair below 1.05", "70.9999", "0.419998", "1.049995", "基本符合预期", "on-track"],
  ["exactly 0.80", "66", "0.32", "0.8", "基本符合预期", "on-track"],
  ["a hair below 0.80", "65.9999", "0.319998", "0.799995", "滞后", "off-track"],
  ["the target met", "100", "1", "2.5", "提前实现", "achieved"],
])("mid-term: %s", (_what, value, ratio, scheduleRatio, methodStatus, status) => {
  expectRow(
    { is: `${rise}, assess: mid-term`, seen: on(value) },
    { ratio, scheduleRatio, methodStatus, status, score: ratio },
  );
});

test("mid-term: 每万人口高价值发明专利拥有量, 2020 年 6.3、2025 年 12、2023 年 11.8, is faster than expected", () => {
  // attained (11.8 − 6.3) ÷ 5.7 = 55 ÷ 57; elapsed 1095 ÷ 1826 days; 55 × 1826 ÷ (57 × 1095) = 100430 ÷ 62415.
  const is = `unit: 件, direction: increase, baseline: 6.3 @ 2020-12, targets: [{ reach: 12, by: 2025 }], assess: mid-term`;
  const row = rowOf({ is, seen: ["2023-12-31 11.8"], asOf: "2023-12-31", period: "2021..2025" });
  expect([row.methodStatus, row.status]).toEqual(["快于预期", "ahead"]);
  expect(figureOf(row, "ratio")).toBe("0.96491228070175438596");
  expect(figureOf(row, "scheduleRatio")).toBe("1.60906833293278859249");
});

test("mid-term has its own limits", () => {
  const is = `${rise}, assess: { method: mid-term, fast: 1.2, slow: 0.9 }`;
  expectRow({ is, seen: on("71") }, { methodStatus: "基本符合预期" });
  expectRow({ is, seen: on("67") }, { scheduleRatio: "0.85", methodStatus: "滞后" });
});

test("a method's own word stands beside achieved and worsening", () => {
  expectRow(
    { is: `${rise}, assess: schedule-points`, seen: on("100") },
    { methodStatus: "green", status: "achieved" },
  );
  expectRow(
    { is: `${rise}, assess: schedule-points`, seen: on("49") },
    { methodStatus: "red", status: "worsening" },
  );
  expectRow(
    { is: `${rise}, assess: mid-term`, seen: on("49") },
    { methodStatus: "滞后", status: "worsening" },
  );
});

test("a bound to hold, or a target that equals the baseline, is judged as a bound", () => {
  const hold = `unit: "%", direction: maintain, targets: [{ hold: ≥90% }]`;
  const same = `unit: "%", direction: increase, baseline: 90% @ 2025-12, targets: [{ reach: 90%, by: 2026 }]`;
  for (const is of [hold, same]) {
    for (const method of ["schedule-points", "schedule-relative", "mid-term", "achievement"]) {
      expectRow(
        { is: `${is}, assess: ${method}`, seen: on("91") },
        { status: "on-track", ratio: null, methodStatus: null },
      );
    }
  }
});

test("a cap on a sum is used up: less than the time is better", () => {
  // 40 of 100 at 40 % of the time is as the time goes; 50 is 10 points, 71 more than 30 points too much.
  const cap = `unit: 万元, value: flow, direction: decrease, targets: [{ total: ≤100, during: 2026 }]`;
  const spent = (method: string, value: string) => ({ is: `${cap}, assess: ${method}`, seen: on(value) });
  expectRow(spent("schedule-points", "40"), { ratio: "1", methodStatus: "green" });
  expectRow(spent("schedule-points", "50"), { ratio: "0.8", methodStatus: "yellow" });
  expectRow(spent("schedule-points", "71"), { methodStatus: "red" });
  expectRow(spent("schedule-relative", "50"), { ratio: "0.8", methodStatus: "yellow" });
  expectRow(spent("mid-term", "32"), { scheduleRatio: "1.25", methodStatus: "快于预期", status: "ahead" });
});

test("values of any size are exact", () => {
  const tiny = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 1e-90, by: 2026 }]`;
  expectRow(
    { is: `${tiny.replace("1e-90", `0.${"0".repeat(89)}1`)}, assess: schedule-relative`, seen: on("4e-91") },
    { ratio: "1", methodStatus: "green" },
  );
  const huge = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 1${"0".repeat(14)}, by: 2026 }]`;
  expectRow({ is: `${huge}, assess: mid-term`, seen: on("1e100") }, { methodStatus: "提前实现" });
});
