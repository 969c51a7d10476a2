import { expect, test } from "vitest";
import { speakerOf } from "../../src/language/speaker.ts";
import { chineseNumeral, outlineOf, printedSection } from "../../src/report/outline.ts";
import { given, named, plan } from "./hand-made.ts";

const chinese = speakerOf("zh-Hans");
const english = speakerOf("en");

function sectionOf(id: string, title: string) {
  return {
    kind: "section" as const,
    id: given(id),
    span: given(id).span,
    title: named(title),
    role: null,
    parent: null,
    announces: [],
    text: null,
  };
}

test.each([
  [1, "一"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [21, "二十一"],
  [100, "一百"],
  [105, "一百零五"],
  [110, "一百一十"],
  [119, "一百一十九"],
])("%i is %s in a heading", (value, text) => {
  expect(chineseNumeral(value)).toBe(text);
});

test.each([
  ["3", "三"],
  ["3.1", "三（一）"],
  ["3.1.2", "三（一）2"],
  ["3.1.2.4", "三（一）2（4）"],
  ["annex", "annex"],
])("section %s is printed %s in Chinese and as cited in English", (id, text) => {
  expect(printedSection(id, chinese)).toBe(text);
  expect(printedSection(id, english)).toBe(id);
});

test("headings are numbered by their depth", () => {
  const sections = [
    sectionOf("1", "背景"),
    sectionOf("1.1", "现状"),
    sectionOf("1.1.1", "问题"),
    sectionOf("1.1.1.1", "成因"),
  ];
  const of = plan({ sections });
  expect(outlineOf(of, chinese).map(({ depth, number }) => [depth, number])).toEqual([
    [1, "一、"],
    [2, "（一）"],
    [3, "1."],
    [4, "（1）"],
  ]);
  expect(outlineOf(of, english).map(({ number }) => number)).toEqual(["1.", "1.1", "1.1.1", "1.1.1.1"]);
});

test("a title that brings its own number is not numbered twice", () => {
  const of = plan({
    sections: [sectionOf("1", "一、总体要求"), sectionOf("2", "第二章 目标"), sectionOf("3", "3. Goals")],
  });
  expect(outlineOf(of, chinese).map(({ number }) => number)).toEqual(["", "", ""]);
});
