import fastWidth from "fast-string-width";
import { expect, test } from "vitest";
import { codeFrame } from "../../src/text/frame.ts";
import { printableLine } from "../../src/text/printable.ts";
import { lineText, positionAt, type SourceFile } from "../../src/text/source.ts";
import { cutTo, displayWidth, hangingLines, padTo } from "../../src/text/width.ts";

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

test("a second place on the line is marked with dashes, before or behind the first", () => {
  const source = file("权重: 60% then 70%, and 60%\n");
  const span = (text: string, from = 0) => {
    const start = source.text.indexOf(text, from);
    return { file: source, start, end: start + text.length };
  };
  const [first, second, third] = [span("60%"), span("70%"), span("60%", 10)];
  const frame = codeFrame(second, 80, [first, third, { file: file("70%"), start: 0, end: 3 }]);
  // 2 × 2 + 2 = 6 columns before the first, 3 + 6 between, 3 + 6 again
  expect(frame.carets).toBe("      ---      ^^^      ---");
  expect(frame.marked).toEqual([first, third]);
});

test("a further place that was cut off with the line is not marked", () => {
  const source = file(`A${"a".repeat(500)}X${"b".repeat(500)}B`);
  const at = (start: number) => ({ file: source, start, end: start + 1 });
  const frame = codeFrame(at(501), 60, [at(0), at(490), at(1002)]);
  expect(frame.marked).toEqual([at(490)]);
  expect(frame.carets.trim()).toBe(`-${" ".repeat(10)}^`);
});

test("words behind a head are wrapped by display width, and no line begins with a closing sign", () => {
  const words = "指标“覆盖率”的目标值，在两个章节中不一致。";
  const lines = hangingLines(words, 10, 30, 4);
  expect(lines.join("").replaceAll(" ", "")).toBe(words);
  expect(lines.length).toBeGreaterThan(1);
  for (const [i, line] of lines.entries()) {
    expect(displayWidth(line) + (i === 0 ? 10 : 0)).toBeLessThanOrEqual(30);
    if (i > 0) expect(line).toMatch(/^ {4}[^ ，。、）”]/);
  }
  expect(hangingLines(words, 10, null, 4)).toEqual([words]);
});
