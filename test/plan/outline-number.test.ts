import { expect, test } from "vitest";
import { outlineId } from "../../src/plan/outline-number.ts";

test.each([
  ["三（一）", "3.1"],
  ["三、（一）", "3.1"],
  ["十二(二)3", "12.2.3"],
  ["1.（1）", "1.1"],
  ["第二章第一节", "2.1"],
  ["第三部分", "3"],
])("%s is the section %s", (heading, id) => {
  expect(outlineId(heading)).toBe(id);
});

test.each(["（一）", "the cooks", "三（甲）", "", "一".repeat(41)])(
  "“%s” names no section for sure",
  (text) => {
    expect(outlineId(text)).toBeNull();
  },
);
