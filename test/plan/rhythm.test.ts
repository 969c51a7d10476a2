/** Rhythms: the ways of writing them, their length, and the period in which values are due. */
import { expect, test } from "vitest";
import { parseRhythm } from "../../src/plan/parse-rhythm.ts";
import {
  isRarer,
  periodAsked,
  periodOf,
  perYear,
  rhythmInChinese,
  rhythmWords,
} from "../../src/plan/rhythm.ts";
import type { Rhythm } from "../../src/plan/time.ts";

test.each([
  ["daily", "daily"],
  ["day", "daily"],
  ["每天", "daily"],
  ["Weekly", "weekly"],
  ["每周一次", "weekly"],
  ["每月", "monthly"],
  ["每个月", "monthly"],
  ["按季度", "quarterly"],
  ["每季", "quarterly"],
  ["every 3 months", "quarterly"],
  ["每三个月一次", "quarterly"],
  ["half-year", "half-yearly"],
  ["每半年一次", "half-yearly"],
  ["every six months", "half-yearly"],
  ["annually", "yearly"],
  ["once a year", "yearly"],
  ["一年一次", "yearly"],
  ["每年度", "yearly"],
  ["every 12 months", "yearly"],
  ["every 2 years", "every 2 years"],
  ["every two years", "every 2 years"],
  ["every other year", "every 2 years"],
  ["once every 2 years", "every 2 years"],
  ["biennial", "every 2 years"],
  ["2 years", "every 2 years"],
  ["每两年", "every 2 years"],
  ["每兩年一次", "every 2 years"],
  ["每２年", "every 2 years"],
  ["两年一次", "every 2 years"],
  ["every 24 months", "every 2 years"],
  ["每五年", "every 5 years"],
  ["every 4 months", "every 4 months"],
  ["fortnightly", "every 2 weeks"],
  ["每十天", "every 10 days"],
  ["2 per year", "2 per year"],
  ["2/year", "2 per year"],
  ["twice a year", "2 per year"],
  ["2 times a year", "2 per year"],
  ["2x per year", "2 per year"],
  ["每年两次", "2 per year"],
  ["一年2次", "2 per year"],
  ["每年 2 次", "2 per year"],
  ["每季度两次", "2 per quarter"],
  ["2 per quarter", "2 per quarter"],
  ["每个月三次", "3 per month"],
  ["1 per quarter", "quarterly"],
  ["regular", "regular"],
  ["定期", "regular"],
  ["continuous", "continuous"],
  ["常态化", "continuous"],
  ["常態化", "continuous"],
])("%s is %s", (text, rhythm) => {
  expect(parseRhythm(text)).toBe(rhythm);
});

test.each([
  "when needed",
  "适时",
  "不定期",
  // Every second year, or every third: nobody agrees.
  "每隔两年",
  "每年不少于两次",
  "0 per year",
  "every 0 years",
  "every 101 years",
  "every few years",
  "several times a year",
  "2 per sprint",
  "bimonthly",
  "",
])("%j states no rhythm that is known", (text) => {
  expect(parseRhythm(text)).toBeNull();
});

test("a long text is no rhythm and costs no time", () => {
  expect(parseRhythm(`每${"一".repeat(100_000)}年`)).toBeNull();
});

test.each<[Rhythm, number | null]>([
  ["daily", 365],
  ["half-yearly", 2],
  ["every 2 years", 0.5],
  ["every 4 months", 3],
  ["every 2 weeks", 26],
  ["every 5 days", 73],
  ["2 per year", 2],
  ["2 per quarter", 8],
  ["regular", null],
  ["continuous", null],
])("%s is %s times a year", (rhythm, times) => {
  expect(perYear(rhythm)).toBe(times);
});

test.each<[Rhythm, Rhythm, boolean]>([
  ["every 2 years", "yearly", true],
  ["yearly", "every 2 years", false],
  ["yearly", "2 per year", true],
  // One length under two names.
  ["2 per year", "half-yearly", false],
  ["half-yearly", "2 per year", false],
  ["regular", "daily", false],
  ["yearly", "continuous", false],
])("%s is rarer than %s: %s", (a, b, rarer) => {
  expect(isRarer(a, b)).toBe(rarer);
});

test.each<[Rhythm, string | null]>([
  ["quarterly", "quarterly"],
  ["every 2 years", "every 2 years"],
  ["2 per year", "half-yearly"],
  ["3 per year", "every 4 months"],
  // 12 ÷ 5 = 2.4 months; the next longer part of a year is a quarter.
  ["5 per year", "quarterly"],
  // 3 ÷ 2 = 1.5 months.
  ["2 per quarter", "every 2 months"],
  ["2 per month", "monthly"],
  ["3 per week", "weekly"],
  ["regular", null],
  ["continuous", null],
])("by %s values are due in periods: %s", (rhythm, period) => {
  expect(periodOf(rhythm)).toBe(period);
  expect(periodAsked({ value: rhythm })).toBe(period);
});

test.each<[Rhythm, string, string, string]>([
  ["quarterly", "quarterly", "每季度", "每季度一次"],
  ["every 2 years", "every 2 years", "每2年", "每2年一次"],
  ["every 4 months", "every 4 months", "每4个月", "每4个月一次"],
  ["2 per year", "twice a year", "每年2次", "每年2次"],
  ["3 per half-year", "3 times a half-year", "每半年3次", "每半年3次"],
  ["regular", "regular", "定期", "定期"],
  ["continuous", "continuous", "常态化", "常态化"],
])("%s in words", (rhythm, en, zhHans, sentence) => {
  expect(rhythmWords(rhythm)).toEqual({ en, zhHans });
  expect(rhythmInChinese(rhythm)).toBe(sentence);
});
