import fc from "fast-check";
import { expect, test } from "vitest";
import { chineseInteger, parseChineseNumber, toSimplified } from "../../src/plan/chinese-number.ts";

test.each([
  ["零", "0"],
  ["十", "10"],
  ["十五", "15"],
  ["八十五", "85"],
  ["一百零五", "105"],
  ["一百一十", "110"],
  ["一百二", "120"], // said for 一百二十
  ["两千零二十六", "2026"],
  ["二〇二六", "2026"],
  ["一万二千", "12000"],
  ["三万五", "35000"], // said for 三万五千
  ["一万零五百", "10500"],
  ["三百万", "3000000"],
  ["一亿二千万", "120000000"],
  ["一万亿", "1000000000000"],
  ["叁拾陆", "36"],
  ["三点五", "3.5"],
  ["零点零三", "0.03"],
])("%s is %s", (text, expected) => {
  expect(parseChineseNumber(text)?.toFixed()).toBe(expected);
});

test.each(["", "百", "十百", "五五十", "三点", "点五", "三点十", "二千百", "abc", "一".repeat(41), "万"])(
  "%j is no number",
  (text) => {
    expect(parseChineseNumber(text)).toBeNull();
  },
);

const digits = "零一二三四五六七八九";

/** Numerals of 1–9999, written the full way: 1005 is 一千零五. */
function numerals(n: number): string {
  let text = "";
  let gap = false;
  for (const [i, place] of [1000, 100, 10, 1].entries()) {
    const digit = Math.floor(n / place) % 10;
    if (digit === 0) gap = text !== "";
    else {
      text += (gap ? "零" : "") + digits.charAt(digit) + "千百十".charAt(i);
      gap = false;
    }
  }
  return text;
}

test("numerals written the full way are read back, also before 万", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
      expect(chineseInteger(numerals(n))).toBe(n);
      expect(chineseInteger(`${numerals(n)}万`)).toBe(n * 10_000);
    }),
    { numRuns: 2000 },
  );
});

test("Traditional characters keep their places", () => {
  expect(toSimplified("不低於3萬個百分點")).toBe("不低于3万个百分点");
  expect(toSimplified("plain")).toBe("plain");
});
