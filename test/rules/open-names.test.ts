/** An id that names two items, and a section under a wrong number, are told once with all that refers to what is missing. */
import { expect, test } from "vitest";
import { positionAt } from "../../src/text/source.ts";
import { type CompileOptions, compileText } from "../kit/compile.ts";

const plan = `format: 1
id: small
title: 小方案
language: zh-Hans
period: 2024-01..2027-12
sections:
  - { id: "1", title: 背景, text: 背景。 }
  - { id: "2", title: 目标, announces: { indicators: 2 }, text: "达到{{target share}}。" }
  - { id: "3", title: 步骤, text: 步骤。 }
dimensions: [{ id: service, name: 服务, weight: 60% }, { id: trust, name: 获得感, weight: 40% }]
objectives:
  - { id: goal, statement: 全覆盖, dimension: service, section: "2" }
  - { id: joy, statement: 群众满意, dimension: trust, section: "2" }
indicators:
  - { id: share, name: 覆盖率, objective: goal, dimension: service, unit: "%", direction: increase, weight: 60%, baseline: 45% @ 2023-12, targets: [{ reach: ≥85%, by: 2027-12, section: "2" }] }
  - { id: liked, name: 满意度, objective: joy, dimension: trust, unit: "%", direction: increase, weight: 40%, baseline: 75% @ 2023-12, targets: [{ reach: ≥90%, by: 2027-12, section: "2" }] }
phases: [{ id: pilot, name: 试点, period: 2024, section: "3" }, { id: wide, name: 推广, period: 2025-01..2027-12, section: "3" }]
milestones: [{ id: rules, name: 印发细则, phase: wide, by: 2025-03 }]
actions: [{ id: act, name: 建站, objective: goal, period: 2024 }, { id: ask, name: 评议, objective: joy, period: 2025 }]
data: { observations: o.csv }
`;
const files = { "o.csv": "indicator,at,value\nshare,2024-03,48\nliked,2024-03,76\n" };

/** Errors and warnings: code, lines of the finding and its further places. */
function told(from: string, to: string, options: CompileOptions = {}): readonly string[] {
  expect(plan).toContain(from);
  return compileText(plan.replace(from, to), { asOf: "2024-03-31", files, ...options })
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ code, span, related }) => {
      const lines = [span, ...related.map((one) => one.span)].map((place) =>
        place === null ? 0 : positionAt(place.file, place.start).line,
      );
      return `${code} ${lines.join(",")}`;
    });
}

test("the plan itself is clean", () => {
  expect(told("小方案", "小方案")).toEqual([]);
});

test.each([
  ["id: share", "id: liked", "reference/duplicate-id 16,15,2,8"],
  ["id: liked", "id: share", "reference/duplicate-id 16,15,3"],
  ["id: joy", "id: goal", "reference/duplicate-id 13,12,16,19"],
  ["id: trust, name", "id: service, name", "reference/duplicate-id 10,10,13,16"],
  ["id: wide", "id: pilot", "reference/duplicate-id 17,17,18"],
  ['id: "2", title', 'id: "1", title', "reference/duplicate-id 8,7,12,13,15,16"],
])("one duplicate: %s → %s", (from, to, expected) => {
  expect(told(from, to)).toEqual([expected]);
});

test("the message tells which id is missing then", () => {
  const [finding] = compileText(plan.replace("id: joy", "id: goal"), { files }).findings.filter(
    ({ code }) => code === "reference/duplicate-id",
  );
  expect(finding?.message).toEqual({
    en: '"goal" already names another objective; nothing has the id "joy" that is named elsewhere, so one of the two may be meant by it',
    zhHans: "“goal”已是另一目标任务的编号；而所引用的“joy”没有对应项，两项之一的编号可能应为“joy”",
  });
});

test("where two names are missing, neither is laid at the duplicate's door", () => {
  const codes = compileText(
    plan
      .replace("id: joy", "id: goal")
      .replace("ask, name: 评议, objective: joy", "ask, name: 评议, objective: care"),
    { files },
  ).findings.flatMap(({ code, severity }) => (severity === "error" ? [code] : []));
  expect(codes).toEqual(["reference/duplicate-id", "reference/unknown", "reference/unknown"]);
});

test("a section under a wrong number is told where it is cited, with its own place", () => {
  expect(told('id: "2", title', 'id: "4", title')).toEqual(["reference/unknown-section 12,8,13,15,16"]);
  const [finding] = compileText(plan.replace('id: "2", title', 'id: "4", title'), { files }).findings.filter(
    ({ code }) => code === "reference/unknown-section",
  );
  expect(finding?.message.zhHans).toBe("目录中没有章节“2”；另有 3 处相同");
  expect(finding?.related[0]?.note.zhHans).toBe("此章节编号为“4”，按顺序应为“2”");
});

test("an id that nothing has is one finding, wherever it is named", () => {
  expect(told("id: joy", "id: glad")).toEqual(["reference/unknown 16,19"]);
});

test("what follows is told where the rule that tells the cause is off", () => {
  const levels = new Map([["reference/duplicate-id", "off"] as const]);
  expect(told("id: joy", "id: goal", { levels })).toEqual(["reference/unknown 16,19"]);
});
