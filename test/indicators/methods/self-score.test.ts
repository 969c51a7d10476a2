/** `self-score`: marks by share, steps, bands and grades (METHODS.md section 5). */
import { expect, test } from "vitest";
import { figureOf, rowOf } from "../evaluate-text.ts";
import { expectRow } from "./method-cases.ts";

const on = (value: string): readonly string[] => [`2026-05-26 ${value}`];
const of = (target: string, assess: string, unit = `"%"`, direction = "increase"): string =>
  `unit: ${unit}, direction: ${direction}, targets: [{ reach: ${target}, by: 2026 }], assess: ${assess}`;

test("正向指标: B ÷ A × 分值, 得分最高不超过分值上限", () => {
  const is = of("80", "{ method: self-score, marks: 50 }", "个");
  expectRow(
    { is, seen: on("60") },
    { ratio: "0.75", score: "37.5", methodStatus: "not_met", status: "off-track" },
  );
  expectRow({ is, seen: on("80") }, { ratio: "1", score: "50", methodStatus: "met", status: "achieved" });
  expectRow({ is, seen: on("120") }, { ratio: "1", score: "50", methodStatus: "met", status: "achieved" });
});

test("反向指标: A ÷ B × 分值", () => {
  const is = of("≤30", "self-score", "天", "decrease");
  expectRow({ is, seen: on("40") }, { ratio: "0.75", score: "7.5", methodStatus: "not_met" });
  expectRow({ is, seen: on("30") }, { ratio: "1", score: "10", methodStatus: "met" });
  expectRow({ is, seen: on("0") }, { ratio: "1", score: "10", methodStatus: "met" });
});

test("执行率 310.2 → 154.74 is not rounded before the marks are given: 4.988…, not 5", () => {
  // 154.74 ÷ 310.2 = 0.49883945841…
  const is = `unit: 万元, value: flow, direction: increase, targets: [{ total: 310.2, during: 2026 }], assess: self-score`;
  const row = rowOf({ is, seen: on("154.74") });
  expect(figureOf(row, "score")).toBe("4.98839458413926499033");
  expect(figureOf(row, "ratio")).toBe("0.49883945841392649903");
});

// 满意率≥90% 得10分, 每降5%扣1分.
const satisfaction = of("≥90%", "{ method: self-score, marks: 10, steps: { every: 5%, minus: 1 } }");

test.each([
  ["90", "10", "1"],
  ["89.9", "9", "0.9"],
  ["85", "9", "0.9"],
  ["84.999", "8", "0.8"],
  ["40", "0", "0"],
  ["35", "0", "0"],
])("满意率 %s percent: each begun step of 5 points costs a mark", (value, score, ratio) => {
  expectRow({ is: satisfaction, seen: on(value) }, { score, ratio });
});

test("steps of an indicator that falls, in the unit and as a share of the target", () => {
  // 30 days asked for; 34 is 4 too many: two begun steps of 3 days; 10 % of 30 days are 3 days as well.
  for (const every of ["3", "3天", "10%"]) {
    const is = of("≤30", `{ method: self-score, steps: { every: ${every}, minus: 2 } }`, "天", "decrease");
    expectRow({ is, seen: on("34") }, { score: "6", ratio: "0.6", methodStatus: "not_met" });
    expectRow({ is, seen: on("33") }, { score: "8" });
    expectRow({ is, seen: on("20") }, { score: "10", methodStatus: "met" });
  }
});

// 成本控制率 ±10% 5分, ±10-15% 3分, ±15-20% 1分, 以外 0.
const cost = (target: string, unit: string): string =>
  `unit: ${unit}, direction: maintain, targets: [{ hold: ${target} }], assess: { method: self-score, marks: 5, bands: [{ within: 10%, marks: 5 }, { within: 15%, marks: 3 }, { within: 20%, marks: 1 }] }`;

test.each([
  ["110", "5", "1"],
  ["90", "5", "1"],
  ["110.01", "3", "0.6"],
  ["85", "3", "0.6"],
  ["84.99", "1", "0.2"],
  ["120", "1", "0.2"],
  ["120.01", "0", "0"],
  ["79", "0", "0"],
])("成本控制率 %s of 100 percent", (value, score, ratio) => {
  expectRow({ is: cost("100%", `"%"`), seen: on(value) }, { score, ratio });
  expectRow({ is: cost("100万元", "万元"), seen: on(value) }, { score, ratio });
});

test("within a range there is no distance", () => {
  expectRow({ is: cost("90..110", `"%"`), seen: on("120") }, { score: "5", ratio: "1" });
  expectRow({ is: cost("90..110", `"%"`), seen: on("121") }, { score: "3" });
  expectRow(
    { is: cost("90..110", `"%"`), seen: on("100") },
    { score: "5", methodStatus: "met", status: "on-track" },
  );
});

test.each([
  ["80", "16", "full", "achieved"],
  ["79.99", "15.998", "partial", "at-risk"],
  ["60", "12", "partial", "at-risk"],
  ["59.99", "11.998", "poor", "off-track"],
])("定性三档: %s of 100", (value, score, methodStatus, status) => {
  const is = of("100", "{ method: self-score, marks: 20, grades: true }", "分");
  expectRow({ is, seen: on(value) }, { methodStatus, status, score });
});

test("grades have their own limits", () => {
  for (const grades of ["[85%, 50%]", "{ full: 85%, partial: 0.5 }"]) {
    const is = of("100", `{ method: self-score, grades: ${grades} }`, "分");
    expectRow({ is, seen: on("84") }, { methodStatus: "partial" });
    expectRow({ is, seen: on("50") }, { methodStatus: "partial" });
    expectRow({ is, seen: on("49") }, { methodStatus: "poor" });
  }
});

test("a state or a grade has full marks where it is reached, and words their share where the plan gives one", () => {
  const done = `targets: [{ done: true, by: 2026 }], assess: self-score`;
  expectRow(
    { is: done, seen: on("true") },
    { score: "10", methodStatus: "met", status: "achieved", value: null },
  );
  expectRow({ is: done, seen: on("false") }, { score: "0", methodStatus: "not_met" });
  const grade = `targets: [{ grade: 达成, of: [未达成, 部分达成, 达成], by: 2026 }], assess: { method: self-score, marks: 20, grades: { 达成: 100%, 部分达成: 70%, 未达成: 30% } }`;
  expectRow({ is: grade, seen: on("部分达成") }, { score: "14", ratio: "0.7", methodStatus: "partial" });
  expectRow({ is: grade, seen: on("未达成") }, { score: "6", methodStatus: "poor" });
});

test("a hold is judged as a bound, and scored", () => {
  const is = `unit: "%", direction: increase, targets: [{ hold: ≥90% }], assess: self-score`;
  expectRow(
    { is, seen: on("81") },
    { ratio: "0.9", score: "9", methodStatus: "not_met", status: "off-track" },
  );
});

test("what is no share is not computable, unless it meets the target", () => {
  const is = of("10", "self-score", "个");
  expectRow(
    { is, seen: on("-5") },
    { ratio: null, score: null, status: "not-computable", reason: "not-positive" },
  );
  const negative = of("-10", "self-score", "个");
  expectRow({ is: negative, seen: on("-20") }, { status: "not-computable", reason: "not-positive" });
  expectRow({ is: negative, seen: on("-5") }, { ratio: "1", score: "10", methodStatus: "met" });
  expectRow({ is: of("0", "self-score", "个"), seen: on("0") }, { ratio: "1", methodStatus: "met" });
});

test.each([
  "marks: 0",
  "marks: most",
  "steps: { every: 5% }",
  "steps: { minus: 1 }",
  "steps: { every: 0, minus: 1 }",
  "steps: 5%",
  "bands: [{ within: 15%, marks: 3 }, { within: 10%, marks: 5 }]",
  "bands: [{ within: 10%, marks: 3 }, { within: 15%, marks: 5 }]",
  "bands: [{ within: 10%, marks: 11 }]",
  "bands: [{ within: 10% }]",
  "bands: [10%]",
  "grades: [60%, 80%]",
  "grades: [120%, 80%]",
  "grades: { 达成: 130% }",
  "grades: maybe",
])("self-score with `%s` judges nothing", (parameters) => {
  expectRow(
    { is: of("100", `{ method: self-score, ${parameters} }`), seen: on("50") },
    { status: "not-computable", reason: "bad-parameter", ratio: null, score: null },
  );
});

test("a better grade that earns less than a worse one judges nothing, whatever the order written", () => {
  const of = (grades: string) =>
    `targets: [{ grade: 达成, of: [未达成, 部分达成, 达成], by: 2026 }], assess: { method: self-score, grades: { ${grades} } }`;
  for (const grades of ["达成: 50%, 部分达成: 90%", "未达成: 60%, 达成: 50%"])
    expectRow({ is: of(grades), seen: on("达成") }, { reason: "bad-parameter", score: null });
  for (const grades of ["未达成: 0, 部分达成: 90%, 达成: 90%", "达成: 100%, 未达成: 60%"])
    expectRow({ is: of(grades), seen: on("达成") }, { reason: null, methodStatus: "full" });
  // Another target may stand before that which lists the grades.
  const second = of("达成: 50%, 部分达成: 90%").replace("targets: [", "targets: [{ done: true, by: 2025 }, ");
  expectRow({ is: second, seen: on("达成") }, { reason: "bad-parameter", score: null });
});

test("marks of any size are exact", () => {
  const is = of(
    "1e90".replace("e90", "0".repeat(14)),
    `{ method: self-score, marks: 100, steps: { every: 0.000000000000001, minus: 1 } }`,
    "个",
  );
  expectRow({ is, seen: on("99999999999999.9999999999999975") }, { score: "97" });
});
