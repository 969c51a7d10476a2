/** Messages on a status say what is so: path or share of the target, ranges, relations, the worst entity. */
import { expect, test } from "vitest";
import { compileText } from "../../kit/compile.ts";

function messagesOf(indicator: string, rest = "", asOf = "2026-06-30") {
  const plan = `format: 1
id: p
title: P
language: en
period: 2026-01..2026-12
indicators:
  - { id: x, name: 甲, ${indicator} }
${rest}`;
  // Beside a baseline that is missing nothing is told that hangs on it.
  const levels = new Map([["indicator/missing-baseline", "off"]] as const);
  const { findings } = compileText(plan, { asOf, levels });
  return findings
    .filter((f) =>
      ["missed", "at-risk", "off-track", "worsening", "not-computable"].some((s) => f.code === `status/${s}`),
    )
    .map((f) => f.message);
}

const entities = "entities: [{ id: a, name: 东街 }, { id: b, name: 西街 }, { id: c, name: 南街 }]\n";

test("without a path the share of the target is told, and the target with its relation", () => {
  // 85 of 90 is 94.44 %.
  const is = `unit: "%", direction: increase, targets: [{ reach: ≥90%, by: 2026-12 }], observations: [{ at: 2026-06-30, value: 85% }]`;
  expect(messagesOf(is)).toEqual([
    {
      en: "x: at risk: 94.44% of the target (no baseline): 85% on 2026-06-30; target ≥90% by 2026-12-31",
      zhHans: "指标“甲”滞后预警：完成率 94.44%（无基期值），2026-06-30 实际值 85%；2026-12-31 目标值 ≥90%",
    },
  ]);
});

test("behind its path is said only of a value that is worse than the path wants on its day", () => {
  // 30 June is day 181 of 365: 49.59 of 100 are expected.
  const of = (value: number) =>
    messagesOf(
      `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: ≥100, by: 2026-12 }], assess: achievement, observations: [{ at: 2026-06-30, value: ${value} }]`,
    ).map(({ en }) => en);
  expect(of(80)).toEqual(["x: at risk: 80个 on 2026-06-30, 49.59个 expected; target ≥100个 by 2026-12-31"]);
  const late = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: ≥100, by: 2026-12 }], observations: [{ at: 2026-06-30, value: 49 }]`;
  expect(messagesOf(late)[0]?.en).toMatch(/^x: behind its path: 49个/);
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
    "x: at risk: the target is 96% of the value (no baseline): 50小时 on 2026-06-30; target ≤48小时 by 2026-12-31",
  ]);
});

test("a target that was reached after its day says so, a state as well", () => {
  const is = `unit: "%", direction: increase, targets: [{ reach: ≥80%, by: 2026-02 }], observations: [{ at: 2026-02-28, value: 79% }, { at: 2026-04-30, value: 81% }]`;
  expect(messagesOf(is)).toEqual([
    {
      en: "x: the target is missed: 79% on 2026-02-28; target ≥80% by 2026-02-28; reached late on 2026-04-30",
      zhHans: "指标“甲”未达标：2026-02-28 实际值 79%；2026-02-28 目标值 ≥80%；逾期于 2026-04-30 达到",
    },
  ]);
  const done =
    "targets: [{ done: true, by: 2026-02 }], observations: [{ at: 2026-02, value: 'false' }, { at: 2026-04, value: 'true' }]";
  expect(messagesOf(done)).toEqual([
    {
      en: "x: the target is missed: done late on 2026-04-30; due 2026-02-28",
      zhHans: "指标“甲”未达标：逾期于 2026-04-30 完成；时限 2026-02-28",
    },
  ]);
});

test("off track by an earlier miss alone: when that was made good is told before what is so now", () => {
  const is = `unit: "%", direction: increase, targets: [{ reach: ≥60%, by: 2026-02 }, { reach: ≥80%, by: 2026-12 }], observations: [{ at: 2026-02-28, value: 59% }, { at: 2026-03-31, value: 60% }, { at: 2026-05-31, value: 85% }]`;
  expect(messagesOf(is)).toEqual([
    {
      en: "x: off track: the target ≥60% of 2026-02-28 was missed with 59%, reached late on 2026-03-31; now 85% on 2026-05-31; target ≥80% by 2026-12-31",
      zhHans:
        "指标“甲”严重滞后：2026-02-28 目标值“≥60%”未实现，当时为 59%，逾期于 2026-03-31 达到；目前 2026-05-31 实际值 85%；2026-12-31 目标值 ≥80%",
    },
  ]);
});

test("a bound that its last whole period broke is told with that period's value, and the latest beside it", () => {
  const is = `unit: "%", direction: increase, frequency: quarterly, targets: [{ hold: ≥90%, by: 2026-12 }], observations: [{ at: 2026-03-31, value: 85% }, { at: 2026-05-31, value: 95% }]`;
  const found = messagesOf(is, "", "2026-06-15");
  expect(found).toEqual([
    {
      en: "x: off track: 85% on 2026-03-31; target ≥90% by 2026-12-31; the latest value, 95% on 2026-05-31, is of a period that still runs",
      zhHans:
        "指标“甲”严重滞后：2026-03-31 实际值 85%；2026-12-31 目标值 ≥90%；最新实际值 95%（2026-05-31）所属报告期尚未结束",
    },
  ]);
});

test("a bound that ended kept, but was broken before, counts its periods", () => {
  const is = `unit: "%", direction: increase, frequency: quarterly, targets: [{ hold: ≥90%, during: 2026-01..2026-06 }], observations: [{ at: 2026-03-31, value: 85% }, { at: 2026-06-30, value: 95% }]`;
  const [message] = messagesOf(is);
  expect(message?.en).toMatch(/^x: the target is missed: 95% on 2026-06-30.*; kept in 1 of 2 periods only$/);
  expect(message?.zhHans).toMatch(/；2 期中仅 1 期达标$/);
});

test("a state that is done is not called undone because another target was missed", () => {
  const is =
    "targets: [{ done: true, by: 2026-02 }, { done: true, by: 2026-05 }], observations: [{ at: 2026-02, value: 'false' }, { at: 2026-05, value: 'true' }]";
  // The governing one, of May, is met; that of February was reached late.
  const [message] = messagesOf(is);
  expect(message?.en).toContain(
    "the target done of 2026-02-28 was missed, reached late on 2026-05-31; now done on 2026-05-31",
  );
  expect(message?.zhHans).toContain(
    "2026-02-28 目标值“完成”未实现，逾期于 2026-05-31 达到；目前 2026-05-31 已完成",
  );
});
