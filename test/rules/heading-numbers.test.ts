/** The number that is due where a heading breaks the row, in the manner of the heading. */
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

test.each([
  ["第一章 目标", "第三章 任务", "第三章", "第二章"],
  ["第9部分 目标", "第11部分 任务", "第11部分", "第10部分"],
  ["（二）目标", "（四）任务", "（四）", "（三）"],
  ["十九、目标", "二十一、任务", "二十一、", "二十、"],
  ["1. 目标", "3. 任务", "3.", "2."],
])("%s, %s", (first, second, found, due) => {
  const { findings } = compileText(
    `format: 1\nid: p\ntitle: P\nlanguage: zh-Hans\nperiod: 2026\nsections: [{ id: a, title: "${first}", text: 略。 }, { id: b, title: "${second}", text: 略。 }]\n`,
    { only: "plan" },
  );
  const told = findings.filter(({ code }) => code === "narrative/numbering");
  expect(told.map(({ message }) => message.zhHans)).toEqual([`此处编号为“${found}”，按顺序应为“${due}”`]);
});
