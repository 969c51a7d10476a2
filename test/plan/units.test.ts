import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { convert, findUnit, sameDimension } from "../../src/plan/units.ts";

test.each([
  ["1", "天", "h", "24"],
  ["90", "分钟", "小时", "1.5"],
  ["2", "weeks", "days", "14"],
  ["1.5", "年", "个月", "18"],
  ["3", "季度", "months", "9"],
  ["1.2", "亿元", "万元", "12000"],
  ["500", "元", "万元", "0.05"],
  ["2", "million yuan", "万元", "200"],
  ["3", "RMB", "元", "3"],
  ["3", "‰", "%", "0.3"],
  ["1.2", "倍", "%", "120"],
  ["30", "基点", "pp", "0.3"],
  ["1", "公顷", "亩", "15"],
  ["3", "亩", "平方米", "2000"],
  ["1", "平方公里", "公顷", "100"],
  ["5", "公里", "m", "5000"],
  ["2", "万吨", "kg", "20000000"],
  ["3", "斤", "公斤", "1.5"],
  ["1", "m³", "升", "1000"],
  ["3", "万人", "人", "30000"],
  ["5", "名", "persons", "5"],
  ["5", "项", "个", "5"],
  ["5", "个", "人", "5"],
  ["3", "名/万人", "per 10,000 people", "3"],
  ["3", "per 100", "per 10,000", "300"],
  ["500", "CNY/person/year", "元/人·年", "500"],
  ["0.05", "万元/人·年", "元/人年", "500"],
  ["2", "次/年", "times per year", "2"],
  ["2", "MWh", "千瓦时", "2000"],
  ["4", "widgets", "Widget", "4"],
])("%s %s are %s %s: %s", (value, from, to, expected) => {
  const result = convert(new Big(value), findUnit(from), findUnit(to));
  expect(result === null ? null : formatDecimal(result)).toBe(expected);
});

test.each([
  ["工作日", "天"],
  ["学时", "小时"],
  ["学时", "课时"],
  ["分", "%"],
  ["分", "分钟"],
  ["月", "天"],
  ["%", "pp"],
  ["人", "户"],
  ["人", "人次"],
  ["次/年", "次/月"],
  ["元", "美元"],
  ["元/人", "元"],
  ["件", "元"],
  ["widgets", "gadgets"],
  ["个/百户", "个/百人"],
])("%s and %s do not convert", (a, b) => {
  expect(sameDimension(findUnit(a), findUnit(b))).toBe(false);
  expect(convert(new Big(1), findUnit(a), findUnit(b))).toBeNull();
});

test("a bare number goes with every unit, unchanged", () => {
  expect(sameDimension(null, findUnit("万元"))).toBe(true);
  expect(formatDecimal(convert(new Big(5), null, findUnit("万元")) ?? new Big(0))).toBe("5");
  expect(formatDecimal(convert(new Big(5), findUnit("人"), null) ?? new Big(0))).toBe("5");
});

test.each([
  ["％", "%"],
  ["小時", "h"],
  ["(小时)", "h"],
  ["Hours", "h"],
  ["萬元", "万元"],
  ["個百分點", "pp"],
  ["㎡", "m²"],
  ["元／人・年".replace("・", "·"), "元/人·年"],
  ["元/年·人", "元/人·年"],
  ["个社区", "个"],
  ["名社工", "人"],
  ["Communities", "community"],
  ["M", "m"], // a text unit: a capital M is no metre
])("%s has the key %s", (text, key) => {
  expect(findUnit(text).key).toBe(key);
});

test("a capital M is not the metre", () => {
  expect(sameDimension(findUnit("M"), findUnit("m"))).toBe(false);
});

test("a unit keeps the text it was written with", () => {
  expect(findUnit(" 小时 ").text).toBe("小时");
  expect(findUnit("hours").text).toBe("hours");
});

const families = [
  ["min", "h", "天", "周"],
  ["元", "万元", "亿元", "千元"],
  ["m²", "亩", "公顷", "km²"],
  ["人", "万人", "名"],
  ["%", "‰", "倍"],
] as const;

test("a conversion there and back gives the value again, to 28 digits", () => {
  const pair = fc
    .constantFrom(...families)
    .chain((family) => fc.tuple(fc.constantFrom(...family), fc.constantFrom(...family)));
  fc.assert(
    fc.property(pair, fc.integer({ min: 1, max: 1_000_000 }), ([a, b], n) => {
      const there = convert(new Big(n), findUnit(a), findUnit(b));
      const back = there === null ? null : convert(there, findUnit(b), findUnit(a));
      expect(back?.minus(n).abs().lte(new Big(n).times("1e-28"))).toBe(true);
    }),
  );
});

test("any text is a unit that equals itself", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      expect(sameDimension(findUnit(text), findUnit(text))).toBe(true);
    }),
  );
});
