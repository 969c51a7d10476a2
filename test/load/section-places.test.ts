import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

const text = `format: 1
id: p
title: 方案
language: zh-Hans
period: 2026-01..2027-12
sections:
  - { id: "1", title: 背景, text: { file: text/background.md } }
  - { id: "2.1", title: 目标, text: 到期末达标。 }
indicators:
  - id: coverage
    name: 覆盖率
    section: "2.1"
    unit: "%"
    weight: [{ is: 60%, section: "3.3" }, { is: 70%, section: "6.2" }]
    targets:
      - { reach: ≥60%, by: 2026-12, section: "2" }
      - { reach: ≥85%, by: 2027-12 }
  - { id: other, name: 其他, section: "", owner: nobody }
x-note: &shared { section: "9", owner: civil }
x-again: *shared
`;

const { sectionOf, file, plan } = compileText(text, { files: { "text/background.md": "背景文字。" } });

function sectionAt(part: string): string | null {
  const start = text.indexOf(part);
  expect(start).toBeGreaterThan(0);
  return sectionOf({ file, start, end: start + part.length });
}

test.each([
  ["a statement names its own section", "70%", "6.2"],
  ["another statement of the same fact its own", "60%, section", "3.3"],
  ["a target its own", "≥60%", "2"],
  ["a target without one belongs where its indicator stands", "≥85%", "2.1"],
  ["the id of an item with a section", "coverage", "2.1"],
  ["a section is its own place", "到期末达标", "2.1"],
  ["an anchored value where it is written", "civil", "9"],
  ["an empty section is none", "nobody", null],
  ["the head of the plan has none", "方案", null],
])("%s", (_, part, section) => {
  expect(sectionAt(part)).toBe(section);
});

test("a text file belongs to the section that names it, any other file to none", () => {
  const span = plan?.sections[0]?.text?.span;
  expect(span?.file.name).toContain("background.md");
  expect(span === undefined ? undefined : sectionOf(span)).toBe("1");
  expect(sectionOf({ file: { name: "data.csv", text: "abc" }, start: 0, end: 1 })).toBeNull();
});
