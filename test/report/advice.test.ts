/** What the review sheet tells officials to do: they read the printed plan and never its file. */
import { expect, test } from "vitest";
import { allCodes } from "../../src/codes.ts";
import { adviceFor } from "../../src/report/advice/advice.ts";
import { adviceOnData } from "../../src/report/advice/on-data.ts";
import { adviceOnFigures } from "../../src/report/advice/on-figures.ts";
import { adviceOnParts } from "../../src/report/advice/on-parts.ts";
import { halfWidthSign, otherChinese, otherEnglish, unquoted } from "../kit/house-style.ts";

const printed = allCodes
  .filter(({ code }) => !/^(?:usage|output|internal)\//.test(code))
  .map(({ code, text }) => ({
    code,
    advice: adviceFor({ code, help: { en: text.en.fix, zhHans: text.zhHans.fix } }),
  }));
const own = { ...adviceOnData, ...adviceOnFigures, ...adviceOnParts };

test("no advice on paper names a key, an id or a command", () => {
  const named = printed.filter(
    ({ advice }) =>
      `${advice.en}${advice.zhHans}`.includes("`") ||
      /\b(?:ids?|keys?|YAML)\b/.test(advice.en) ||
      /[a-z]{2}|键名|编号为/.test(advice.zhHans),
  );
  expect(named.map(({ code, advice }) => `${code}: ${advice.en} ${advice.zhHans}`)).toEqual([]);
});

test("advice is given only to codes that exist", () => {
  const codes = new Set(allCodes.map(({ code }) => code));
  expect(Object.keys(own).filter((code) => !codes.has(code))).toEqual([]);
});

test("advice keeps the style of the house in both languages", () => {
  const texts = Object.values(own);
  expect(
    texts.filter(({ zhHans }) => !/[^，。；：、]。$/.test(zhHans) || halfWidthSign.test(unquoted(zhHans))),
  ).toEqual([]);
  expect(texts.filter(({ zhHans }) => otherChinese.test(unquoted(zhHans)))).toEqual([]);
  expect(texts.filter(({ en }) => !/^[A-Z].*[^.,;:]\.$/.test(en) || otherEnglish.test(en))).toEqual([]);
});
