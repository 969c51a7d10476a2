/** A section named by its printed number is led to its id. */
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

const planWith = (id: string, cited: string): string => `format: 1
id: p
title: P
language: zh-Hans
period: 2026
sections: [{ id: "${id}", title: 目标, text: 见正文。 }, { id: "30.1", title: 附则, text: 略。 }]
indicators:
  - { id: x, name: 甲, unit: 个, section: ${cited}, targets: [{ reach: 5, by: 2026 }] }
`;

test("an id with brackets is told once, with the id that works", () => {
  const { findings } = compileText(planWith("", "x").replace('id: ""', "id: 三（一）"), {
    asOf: "2026-01-15",
  });
  const told = findings.filter(({ code }) => code === "schema/id" || code === "yaml/full-width");
  expect(told.map(({ code, message, suggestion }) => [code, message.zhHans, suggestion])).toEqual([
    ["schema/id", "“三（一）”不能用作编号", "3.1"],
  ]);
});

test("a section cited by its printed number is led to the id of that number", () => {
  const { findings } = compileText(planWith("3.1", "三（一）"), { asOf: "2026-01-15" });
  expect(
    findings.filter(({ code }) => code === "reference/unknown-section").map(({ suggestion }) => suggestion),
  ).toEqual(["3.1"]);
});
