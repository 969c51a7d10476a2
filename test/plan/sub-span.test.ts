/** Places inside values: sign by sign through the escapes of quoted texts, the whole value where that is not possible. */
import { expect, test } from "vitest";
import { partOf } from "../../src/plan/sub-span.ts";
import { spanText } from "../../src/text/source.ts";

/** The source text under a part of the value. */
function under(source: string, value: string, part: string): string {
  const before = "formula: ";
  const file = { name: "x", text: before + source };
  const span = { file, start: before.length, end: before.length + source.length };
  const start = value.indexOf(part);
  return spanText(partOf({ value, span, origin: "given" }, start, start + part.length));
}

const places: readonly (readonly [source: string, value: string, part: string, text: string])[] = [
  ["a / b", "a / b", "b", "b"],
  ['"a / b"', "a / b", "b", "b"],
  ["'it''s / b'", "it's / b", "it's", "it''s"],
  ["'it''s / b'", "it's / b", "b", "b"],
  ['"\\"a\\" / b"', '"a" / b', '"a"', '\\"a\\"'],
  ['"\\"a\\" / b"', '"a" / b', "b", "b"],
  ['"\\u2265 b"', "≥ b", "≥", "\\u2265"],
  ['"\\u2265 b"', "≥ b", "b", "b"],
  ['"\\xb2\\t b"', "²\t b", "b", "b"],
];

test.each(places)("in %s the place of a part of «%s» is found", (source, value, part, text) => {
  expect(under(source, value, part)).toBe(text);
});

test("where lines are folded, and for a part that is empty, the whole value is the place", () => {
  expect(under('"a /\n  b"', "a / b", "b")).toBe('"a /\n  b"');
  expect(under('"\\U0001F600 b"', "😀 b", "b")).toBe('"\\U0001F600 b"');
  expect(under('"a / b"', "a / b", "")).toBe('"a / b"');
});
