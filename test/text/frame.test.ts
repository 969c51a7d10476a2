import fastWidth from "fast-string-width";
import { expect, test } from "vitest";
import { codeFrame } from "../../src/text/frame.ts";
import { printableLine } from "../../src/text/printable.ts";
import { lineText, positionAt, type SourceFile } from "../../src/text/source.ts";
import { cutTo, displayWidth, padTo } from "../../src/text/width.ts";

const file = (text: string): SourceFile => ({ name: "a.yaml", text });

test("carets stand under the span after Chinese text: each character takes two columns", () => {
  const source = file("name: 覆盖率 x: 5\n");
  const start = source.text.indexOf("5");
  const frame = codeFrame({ file: source, start, end: start + 1 }, 80);
  expect(frame.source).toBe("name: 覆盖率 x: 5");
  // 6 + 3 × 2 + 4 = 16 columns before the 5
  expect(frame.carets).toBe(`${" ".repeat(16)}^`);
});

test("a long line is cut round the span", () => {
  const source = file(`${"a".repeat(500)}X${"b".repeat(500)}`);
  const frame = codeFrame({ file: source, start: 500, end: 501 }, 60);
  expect(displayWidth(frame.source)).toBeLessThanOrEqual(60);
  expect(frame.source[frame.carets.indexOf("^")]).toBe("X");
});

test("an empty span has one caret, also at the end of the file", () => {
  expect(codeFrame({ file: file("ab"), start: 2, end: 2 }, 80).carets).toBe("  ^");
});

test("lines end at LF, CRLF and CR alike", () => {
  const source = file("a\nb\r\nc\rd");
  expect([0, 2, 5, 7].map((offset) => positionAt(source, offset).line)).toEqual([1, 2, 3, 4]);
  expect(lineText(source, 2)).toBe("b");
});

test("control, bidirectional and zero-width characters are shown as escapes", () => {
  expect(printableLine("a\u001b[0m\u202eb\u200b\n\tc")).toBe("a\\u{1b}[0m\\u{202e}b\\u{200b} c");
});

test("padding and cutting count columns, not characters", () => {
  expect(padTo("覆盖", 6)).toBe("覆盖  ");
  expect(padTo("5", 3, true)).toBe("  5");
  expect(cutTo("覆盖率", 5)).toBe("覆盖…");
  expect(displayWidth(cutTo("覆盖率", 4))).toBeLessThanOrEqual(4);
});

test("what has a short way to its width is as wide as the full tables say", () => {
  const signs = [..."·×–…→≤≥■▲◆●○✓"];
  const ranges = [
    [0x3001, 0x3029],
    [0x4e00, 0x9fff],
    [0xff01, 0xff60],
  ] as const;
  const wide = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)),
  );
  expect(signs.filter((sign) => fastWidth(sign) !== 1 || displayWidth(sign) !== 1)).toEqual([]);
  expect(wide.filter((sign) => fastWidth(sign) !== 2 || displayWidth(sign) !== 2)).toEqual([]);
  expect(displayWidth("≥60% 覆盖率（一）")).toBe(5 + 6 + 6);
});
