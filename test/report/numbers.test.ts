import Big from "big.js";
import { expect, test } from "vitest";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { printDay, printMonth } from "../../src/report/dates.ts";
import {
  differenceUnit,
  evenDecimals,
  joinUnit,
  printNumber,
  printShare,
  roundForPeople,
} from "../../src/report/numbers.ts";
import { day } from "./hand-made.ts";

const en = await makeSpeaker("en");
const zh = await makeSpeaker("zh-Hans");

test("rounds half to even at two decimals", () => {
  expect(roundForPeople(new Big("0.125")).toFixed()).toBe("0.12");
  expect(roundForPeople(new Big("0.135")).toFixed()).toBe("0.14");
});

test("keeps digits until the figure stays on its side of every guard", () => {
  // 0.7996 rounds to 0.80, which would be at risk instead of off track.
  expect(roundForPeople(new Big("0.7996"), { guards: [0.8] }).toFixed()).toBe("0.7996");
  expect(roundForPeople(new Big("0.8"), { guards: [0.8] }).toFixed()).toBe("0.8");
});

test("a small figure never prints as zero, zero does", () => {
  expect(printNumber(new Big("-0.0004"), en)).toBe("−0.0004");
  expect(printNumber(new Big("0"), en)).toBe("0");
});

test("a share short of the whole does not print as 100%", () => {
  expect(printShare(new Big("0.9996"), en)).toBe("99.96%");
  expect(printShare(new Big("1"), en)).toBe("100%");
  expect(printShare(new Big("1.00004"), en)).toBe("100.004%");
});

test("thousands are grouped, four digits in English only", () => {
  expect(printNumber(new Big("1234567.5"), zh)).toBe("1,234,567.5");
  expect(printNumber(new Big("-1234"), en)).toBe("−1,234");
  expect(printNumber(new Big("-1234"), zh)).toBe("−1234");
});

test("signs are printed where asked for, not before zero", () => {
  expect(printNumber(new Big("3.5"), en, { signed: true })).toBe("+3.5");
  expect(printNumber(new Big("0"), en, { signed: true })).toBe("0");
});

test("units join as the language writes them", () => {
  expect(joinUnit("52", "%", en)).toBe("52%");
  expect(joinUnit("3", "households", en)).toBe("3 households");
  expect(joinUnit("3", "户", zh)).toBe("3户");
  expect(joinUnit("3", null, zh)).toBe("3");
});

test("of one thing English says the word for one, where that is sure", () => {
  const one = (unit: string): string => joinUnit("1", unit, en);
  expect(["bridges", "water points", "working days", "people", "cases per 1,000 children"].map(one)).toEqual([
    "1 bridge",
    "1 water point",
    "1 working day",
    "1 person",
    "1 case per 1,000 children",
  ]);
  expect([joinUnit("+1", "homes", en), joinUnit("−1", "homes", en)]).toEqual(["+1 home", "−1 home"]);
  // What may be no plural, or one of another form, stands as the plan writes it; so do signs and short forms.
  for (const unit of [
    "buses",
    "gases",
    "classes",
    "boxes",
    "batches",
    "halves",
    "series",
    "lens",
    "works",
    "kbps",
    "km",
    "million GBP",
  ])
    expect(one(unit)).toBe(`1 ${unit}`);
  for (const number of ["0", "1.0", "1.5", "11", "−21"])
    expect(joinUnit(number, "bridges", en)).toBe(`${number} bridges`);
  expect(joinUnit("1", "bridges", zh)).toBe("1 bridges");
});

test("the difference of two percents is in points", () => {
  expect(differenceUnit("%", zh)).toBe("个百分点");
  expect(differenceUnit("%", en)).toBe("pp");
  expect(differenceUnit("户", zh)).toBe("户");
});

test("days are written out by language", () => {
  expect(printDay(day("2026-06-30"), zh)).toBe("2026年6月30日");
  expect(printDay(day("2026-06-30"), en)).toBe("30 June 2026");
  expect(printMonth(day("2026-06-01"), en)).toBe("Jun 2026");
});

test("numbers of a column have as many decimals as the finest, up to three", () => {
  expect(evenDecimals(["73%", "106.3%", "–", "−8.1%", "-8.15%"])).toEqual([
    "73.00%",
    "106.30%",
    "–",
    "−8.10%",
    "-8.15%",
  ]);
  expect(evenDecimals(["7 处", "12 处"])).toEqual(["7 处", "12 处"]);
  expect(evenDecimals(["1,200", "0.5", "scales differ"])).toEqual(["1,200.0", "0.5", "scales differ"]);
  expect(evenDecimals(["0.00012", "3"])).toEqual(["0.00012", "3"]);
});
