import { expect, test } from "vitest";
import { bindClean } from "./bound.ts";

function textOf(lines: readonly string[], files: Readonly<Record<string, string>> = {}): string {
  const plan = bindClean(
    `format: 1\nid: p\ntitle: 方案\nlanguage: zh-Hans\nperiod: 2026\nsections:\n${lines.join("\n")}\n`,
    files,
  );
  return plan.sections[0]?.text?.text ?? "";
}

test("lines of Chinese that YAML folds join without a space", () => {
  const lines = [
    "  - id: '1'",
    "    text: >-",
    "      平均候诊42分钟，",
    "      平均住院日8.6天，",
    "      门诊",
    "      满意度86%。",
  ];
  expect(textOf(lines)).toBe("平均候诊42分钟，平均住院日8.6天，门诊满意度86%。");
});

test("so do the lines of a text file, while paragraphs and lists stay", () => {
  const files = { "a.md": "全区六所学校，\n多处城乡接合部。\n\n第二段\n接着写。\n- 一\n- 二\n" };
  expect(textOf(["  - { id: '1', text: { file: a.md } }"], files)).toBe(
    "全区六所学校，多处城乡接合部。\n\n第二段接着写。\n- 一\n- 二\n",
  );
});

test("spaces on one line, and between English words on several, are the author's", () => {
  expect(textOf(["  - { id: '1', text: 第一章 总则 }"])).toBe("第一章 总则");
  expect(textOf(["  - id: '1'", "    text: >-", "      one", "      two，", "      占 35% 的"])).toBe(
    "one two，占 35% 的",
  );
});
