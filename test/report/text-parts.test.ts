import { expect, test } from "vitest";
import { textParts } from "../../src/report/view/text-parts.ts";

const code = (text: string) => ({ text: null, code: text });
const plain = (text: string) => ({ text, code: null });

test("words between backticks become code, the rest stays in order", () => {
  expect(textParts("Add `follows: SECTION`, or `hold`.")).toEqual([
    plain("Add "),
    code("follows: SECTION"),
    plain(", or "),
    code("hold"),
    plain("."),
  ]);
});

test("a lone backtick is text", () => {
  expect(textParts("a ` b")).toEqual([plain("a ` b")]);
});
