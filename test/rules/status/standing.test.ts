/** Messages on a status say what is so: path or share of the target, ranges, relations, the worst entity. */
import { expect, test } from "vitest";
import { compileText } from "../../kit/compile.ts";

function messagesOf(indicator: string, rest = "") {
  const plan = `format: 1
id: p
title: P
language: en
period: 2026-01..2026-12
indicators:
  - { id: x, name: 甲, ${indicator} }
${rest}`;
  const { findings } = compileText(plan, { asOf: "2026-06-30" });
  return findings
    .filter((f) =>
      ["at-risk", "off-track", "worsening", "not-computable"].some((s) => f.code === `status/${s}`),
    )
    .map((f) => f.message);
}

const entities = "entities: [{ id: a, name: 东街 }, { id: b, name: 西街 }, { id: c, name: 南街 }]\n";

test("without a path the share of the target is told, and the target with its relation", () => {
  // 85 of 90 is 94.44 %.
  const is = `unit: "%", direction: increase, targets: [{ reach: ≥90%, by: 2026-12 }], observations: [{ at: 2026-06-30, value: 85% }]`;
  expect(messagesOf(is)).toEqual([
    {
      en: "x: at risk: 94.44% of the target: 85% on 2026-06-30; target ≥90% by 2026-12-31",
      zhHans: "指标“甲”滞后预警：完成率 94.44%，2026-06-30 实际值 85%；2026-12-31 目标值 ≥90%",
    },
  ]);
});

test("a range to keep is printed whole", () => {
  const is = `unit: 分, targets: [{ hold: 90..100, by: 2026-12 }], observations: [{ at: 2026-06-30, value: 105 }]`;
  expect(messagesOf(is)).toEqual([
    {
      en: "x: off track: 105分 on 2026-06-30; target 90..100分 by 2026-12-31",
      zhHans: "指标“甲”严重滞后：2026-06-30 实际值 105分；2026-12-31 目标值 90～100分",
    },
  ]);
});

test("without a value of the whole the worst entity and its value are named", () => {
  // Both stand below the baseline of 50: b, at 40, further than a.
  const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: ≥90%, by: 2026-12 }], observations: [{ at: 2026-06-30, entity: a, value: 45% }, { at: 2026-06-30, entity: b, value: 40% }, { at: 2026-06-30, entity: c, value: 89% }]`;
  const [message] = messagesOf(is, entities);
  expect(message?.en).toContain("x: worse than at the baseline: worst entity b: 40% on 2026-06-30");
  expect(message?.zhHans).toContain("指标“甲”较基期倒退：最差的实施单位为“西街”，2026-06-30 实际值 40%");
});

test("a partial sum is not judged, and the missing entities are named", () => {
  const is = `unit: 个, aggregation: sum, direction: increase, baseline: 50 @ 2025-12, targets: [{ reach: ≥90, by: 2026-12 }], observations: [{ at: 2026-06-30, entity: a, value: 10 }, { at: 2026-06-30, entity: b, value: 10 }]`;
  expect(messagesOf(is, entities)).toEqual([
    {
      en: "x: not computable: the sum covers 2 of 3 entities; missing: c",
      zhHans: "指标“甲”无法评定：合计数仅覆盖3个实施单位中的2个，缺“南街”",
    },
  ]);
});

test("of an upper limit the share is that of the target in the value", () => {
  // 48 ÷ 50 is 96 %.
  const is = `unit: 小时, direction: decrease, targets: [{ reach: ≤48, by: 2026-12 }], observations: [{ at: 2026-06-30, value: 50 }]`;
  expect(messagesOf(is).map(({ en }) => en)).toEqual([
    "x: at risk: target ÷ value 96%: 50小时 on 2026-06-30; target ≤48小时 by 2026-12-31",
  ]);
});
