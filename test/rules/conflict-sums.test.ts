import { expect, test } from "vitest";
import { spanText } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";

test("a change against a level spells out what it leads to, and shows the baseline", () => {
  const { findings } = compileText(`format: 1
id: p
title: 方案
language: zh-Hans
period: 2024-01..2025-12
indicators:
  - id: satisfaction
    name: 居民满意度
    unit: "%"
    direction: increase
    baseline: 72.6% @ 2023-12
    targets:
      - { reach: ≥90%, by: 2025-12, section: "2" }
      - { change: +10个百分点, by: 2025-12, section: "6" }
`);
  const told = findings.find(({ code }) => code === "target/conflict");
  // 72.6 + 10 = 82.6, not 90.
  expect(told?.message.zhHans).toContain("“+10个百分点”（72.6 + 10 = 82.6）（章节“6”）与“≥90%”（章节“2”）");
  expect(told?.message.en).toContain("+10个百分点 (72.6 + 10 = 82.6) (section 6) and ≥90% (section 2)");
  expect(told?.related.map(({ span }) => spanText(span))).toEqual(["≥90%", "72.6% @ 2023-12"]);
});
