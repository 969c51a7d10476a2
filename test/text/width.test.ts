import fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth, wrapTo } from "../../src/text/width.ts";

test("English breaks at spaces, Chinese between characters, and words of Latin letters stay whole", () => {
  expect(wrapTo("one two three", 7)).toEqual(["one two", "three"]);
  // Two columns a character: four fit into nine.
  expect(wrapTo("方案指标责任主体", 9)).toEqual(["方案指标", "责任主体"]);
  expect(wrapTo("默认取 planwright.yaml 中的设置", 16)).toEqual(["默认取", "planwright.yaml", "中的设置"]);
});

test("no line begins with a closing sign or ends with an opening one", () => {
  expect(wrapTo("方案文件，文件夹", 8)).toEqual(["方案文", "件，文件", "夹"]);
  expect(wrapTo("方案（见附件）", 6)).toEqual(["方案", "（见附", "件）"]);
});

test("nothing is lost but spaces, and no line is too wide where every word fits", () => {
  const word = fc.stringMatching(/^(?:[a-z]{1,9} |[方案指标]{1,5}|[方案]（[方案]{2}）|，)$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), fc.integer({ min: 20, max: 60 }), (words, columns) => {
      const given = words.join("").replace(/，+/g, "，");
      const lines = wrapTo(given, columns);
      expect(lines.join("").replaceAll(" ", "")).toBe(given.replaceAll(" ", ""));
      expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
    }),
  );
});
