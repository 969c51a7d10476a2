/** Widths as a terminal takes them, and what stands under or beside them: expected columns counted by hand. */
import { expect, test } from "vitest";
import { codeFrame } from "../../src/text/frame.ts";
import { printableLine } from "../../src/text/printable.ts";
import { cutTo, displayWidth, padTo, wrapTo } from "../../src/text/width.ts";

/** Text as printed, its columns, and what it stands for. */
const widths: readonly (readonly [text: string, columns: number, what: string])[] = [
  ["", 0, "nothing"],
  ["coverage", 8, "ASCII"],
  ["覆盖率", 6, "Chinese"],
  ["覆蓋率", 6, "Traditional Chinese"],
  ["𠮷", 2, "Chinese beyond the first plane"],
  ["〇", 2, "Chinese zero"],
  ["\u3000", 2, "ideographic space"],
  ["８５％", 6, "full-width digits"],
  ["，。：；", 8, "full-width signs"],
  ["“”—…·", 5, "signs of ambiguous width are narrow"],
  ["■▲◆●○✓×◇▼", 9, "the marks of the status table"],
  ["≥85%", 4, "a relation"],
  ["±5℃", 3, "signs of one column"],
  ["㎡", 2, "a square unit"],
  ["①", 1, "a ringed figure"],
  ["ｱｲｳ", 3, "half-width kana"],
  ["ﾊﾟ", 2, "half-width kana with its mark"],
  ["アイウ", 6, "kana"],
  ["か\u3099", 2, "kana with a combining mark"],
  ["한국", 4, "Hangul"],
  ["e\u0301", 1, "a letter with a combining mark"],
  ["a\u0300\u0301", 1, "a letter with two marks"],
  ["é", 1, "the same letter composed"],
  ["ก\u0e47", 1, "Thai with a mark above"],
  ["قرار", 4, "Arabic"],
  ["👍", 2, "an emoji"],
  ["👍🏽", 2, "an emoji with a skin tone"],
  ["❤\ufe0f", 2, "a sign with the emoji selector"],
  ["❤", 1, "the sign alone"],
  ["🇨🇳", 2, "a flag"],
  ["1\ufe0f\u20e3", 2, "a keycap"],
  ["覆盖率 85%", 10, "Chinese and ASCII"],
];

test.each(widths)("%j takes %i columns: %s", (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test.each(widths)("%j is filled to its column: padded texts end alike", (text, columns) => {
  expect(padTo(text, columns + 3)).toBe(`${text}   `);
  expect(padTo(text, columns + 3, true)).toBe(`   ${text}`);
});

/** What cannot be seen or moves the cursor is written out, so that it has a width: `\u{…}`. */
test.each([
  ["a\tb", "a b"],
  ["a\t\tb", "a b"],
  ["a\u200bb", "a\\u{200b}b"],
  ["a\u200db", "a\\u{200d}b"],
  ["a\u202eb", "a\\u{202e}b"],
  ["a\u0007b", "a\\u{7}b"],
  ["a\u001b[31mb", "a\\u{1b}[31mb"],
  ["a\u0085b", "a\\u{85}b"],
  ["a\ufeffb", "a\\u{feff}b"],
  ["a\ud800b", "a\\u{d800}b"],
])("%j is shown as %j", (text, shown) => {
  expect(printableLine(text)).toBe(shown);
  expect(displayWidth(shown)).toBe(shown.length);
});

/** A line, the text marked in it, the columns before the caret, the number of carets. */
const frames: readonly (readonly [line: string, marked: string, before: number, carets: number])[] = [
  ["baseline: 45%", "45%", 10, 3],
  ["name: 覆盖率 x: 5", "5", 16, 1],
  ["名称: 覆盖率", "覆盖率", 6, 6],
  ["reach: ≥８５％", "≥８５％", 7, 7],
  ["note: e\u0301té 5", "5", 10, 1],
  ["note: ｱｲｳ 5", "5", 10, 1],
  ["note: 👍 5", "5", 9, 1],
  ["note: ❤\ufe0f 5", "5", 9, 1],
  ["note: 🇨🇳 ok", "🇨🇳", 6, 2],
  ["note:\t5", "5", 6, 1],
  ["note:\t\t覆盖 5", "5", 11, 1],
  ["note: a\u200bb 5", "5", 17, 1],
  ["note: \u001b[31m 5", "5", 17, 1],
  ["note: \u202e5", "\u202e5", 6, 9],
  ["note: “重点”—5", "5", 13, 1],
];

test.each(frames)("in %j the caret stands under %j", (line, marked, before, carets) => {
  const start = line.indexOf(marked);
  const file = { name: "a.yaml", text: `x: 1\n${line}\n` };
  const frame = codeFrame({ file, start: 5 + start, end: 5 + start + marked.length }, 80);
  expect(frame.carets).toBe(" ".repeat(before) + "^".repeat(carets));
  expect(displayWidth(frame.source)).toBe(displayWidth(printableLine(line)));
});

const long = ["覆盖率", "é", "e\u0301", "❤\ufe0f", "🇨🇳", "ｱ", "ab ", "\u0007", "👍🏽", "　"];

test.each(long)("a long line of %j is cut to the columns there are, with the span in sight", (piece) => {
  const whole = `${piece.repeat(200)}X${piece.repeat(200)}`;
  for (const columns of [40, 41, 60, 100]) {
    const start = whole.indexOf("X");
    const frame = codeFrame({ file: { name: "a", text: whole }, start, end: start + 1 }, columns);
    expect(displayWidth(frame.source)).toBeLessThanOrEqual(columns);
    expect(frame.source).toContain("X");
    const beforeX = frame.source.slice(0, frame.source.indexOf("X"));
    expect(frame.carets).toBe(`${" ".repeat(displayWidth(beforeX))}^`);
  }
});

test.each(long)("a long span of %j is cut, and its carets with it", (piece) => {
  const whole = `k: ${piece.repeat(200)}`;
  const frame = codeFrame({ file: { name: "a", text: whole }, start: 3, end: whole.length }, 40);
  expect(displayWidth(frame.source)).toBeLessThanOrEqual(40);
  expect(frame.source.endsWith("…")).toBe(true);
  expect(frame.carets).toBe(`   ${"^".repeat(displayWidth(frame.source) - 3)}`);
});

test.each(long)("%j is never cut to more columns than asked", (piece) => {
  for (let columns = 0; columns <= 12; columns++) {
    expect(displayWidth(cutTo(piece.repeat(10), columns))).toBeLessThanOrEqual(columns);
  }
});

test("lines of help break at display width whatever the script", () => {
  expect(wrapTo("ｱｲｳ 한국 e\u0301te\u0301", 7)).toEqual(["ｱｲｳ", "한국", "e\u0301te\u0301"]);
  expect(wrapTo("方案👍指标", 6)).toEqual(["方案👍", "指标"]);
});
