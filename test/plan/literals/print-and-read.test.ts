/** What is printed reads as the same again, and all spellings of one quantity read alike; rhythms too. */
import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { quantityKey } from "../../../src/plan/compare.ts";
import { formatDecimal } from "../../../src/plan/decimal.ts";
import { parseQuantity } from "../../../src/plan/parse-quantity.ts";
import { parseRhythm } from "../../../src/plan/parse-rhythm.ts";
import { printQuantity } from "../../../src/plan/print-quantity.ts";
import type { Quantity, Relation } from "../../../src/plan/quantity.ts";
import { rhythmInChinese, rhythmWords } from "../../../src/plan/rhythm.ts";
import { frequencies, type Rhythm } from "../../../src/plan/time.ts";
import { findUnit } from "../../../src/plan/units.ts";
import { fullWidth, spaced, traditional } from "../../kit/scripts.ts";

const runs = { numRuns: 3000, seed: 20261122 };

const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 20 }))
  .map(([digits, places]) => new Big(`${digits}e-${places}`));
const unitTexts = [
  "%",
  "‰",
  "pp",
  "倍",
  "h",
  "天",
  "个工作日",
  "学时",
  "个月",
  "年",
  "元",
  "万元",
  "亿元",
  "m²",
  "亩",
  "人",
  "万人次",
  "户",
  "个社区",
  "场活动",
  "次/年",
  "元/人·年",
  "名/万人",
  "per 10,000 people",
  "widgets",
];

/** Quantities of every make-up that the words of the format allow. */
const quantities = fc
  .record({
    relation: fc.constantFrom<Relation | null>(null, ">=", "<=", ">", "<", "="),
    value: decimal,
    step: fc.option(decimal, { freq: 4 }),
    unit: fc.option(fc.constantFrom(...unitTexts).map(findUnit)),
    change: fc.constantFrom<0 | 1 | -1>(0, 1, -1),
    per: fc.constantFrom(null, "year", "half-year", "quarter", "month", "week", "day"),
    isSoft: fc.boolean(),
  })
  // A change counted in 次/年 is one of 次 a year; nothing is read as the former.
  .filter(({ unit, change }) => change === 0 || unit?.key !== "次/年")
  .map(({ relation, value, step, unit, change, per, isSoft }): Quantity => {
    const isRange = step !== null && change === 0;
    const isRate = unit === null || ["percent", "points"].includes(unit.dimension) || change !== 0;
    return {
      text: "",
      relation: isRange ? null : relation,
      value: change === -1 ? value.plus("0.5").neg() : value,
      upper: isRange ? value.plus(step) : null,
      unit,
      signed: change !== 0,
      level: false,
      per: isRate && !unit?.key.includes("/") ? per : null,
      soft: isSoft ? "约" : null,
      at: null,
    };
  });

function fields({ value, upper, unit, text: _text, ...others }: Quantity) {
  const figures = [value, upper].map((figure) => (figure === null ? null : formatDecimal(figure)));
  return { ...others, figures, unit: unit === null ? null : unit.key };
}

test("a quantity is read as it was printed", () => {
  fc.assert(
    fc.property(quantities, (quantity) => {
      const reading = parseQuantity(printQuantity(quantity));
      if (!reading.ok) throw new Error(`${printQuantity(quantity)}: ${reading.fault.code}`);
      expect(fields(reading.quantity)).toEqual(fields(quantity));
      expect(quantityKey(reading.quantity)).toBe(quantityKey(quantity));
    }),
    runs,
  );
});

const rewrites = fc.constantFrom(
  traditional,
  spaced,
  fullWidth,
  (text: string) => ` ${text}\u3000`,
  (text: string) => fullWidth(traditional(text)),
  (text: string) => spaced(traditional(text)),
);
const relationWords = [
  "不低于",
  "不超过",
  "超过",
  "低于",
  "至少",
  "等于",
  "约",
  "",
  "≥",
  "at least ",
  "no more than ",
];
const tails = ["", "以上", "以内", "左右", "（含）以上", " or more"];
const figures = ["85", "8.5", "1,000", "5..8", "3至5", "八十五", "百分之三点五", "三分之二", "5-8"];
const texts = fc
  .tuple(
    fc.constantFrom("", "每年", "年均", "每万人", "增长", "下降", "提高到", "力争"),
    fc.constantFrom(...relationWords),
    fc.constantFrom(...figures),
    fc.constantFrom("", ...unitTexts),
    fc.constantFrom(...tails),
  )
  .map((parts) => parts.join(""));

test("script, width and spaces do not change what a quantity is, nor whether it is one", () => {
  fc.assert(
    fc.property(texts, rewrites, (text, rewrite) => {
      const [plain, other] = [parseQuantity(text), parseQuantity(rewrite(text))];
      if (!plain.ok || !other.ok) {
        expect([plain.ok || plain.fault.code, other.ok || other.fault.code, rewrite(text)]).toEqual([
          plain.ok || plain.fault.code,
          plain.ok || plain.fault.code,
          rewrite(text),
        ]);
      } else
        expect([quantityKey(other.quantity), rewrite(text)]).toEqual([
          quantityKey(plain.quantity),
          rewrite(text),
        ]);
    }),
    runs,
  );
});

test("a rhythm is read as it is printed", () => {
  const several: readonly Rhythm[] = [
    "every 2 years",
    "every 5 months",
    "every 10 days",
    "2 per year",
    "3 per week",
  ];
  for (const rhythm of [...frequencies, ...several, "regular", "continuous"] as const) {
    expect(parseRhythm(rhythm)).toBe(rhythm);
    expect(parseRhythm(rhythmWords(rhythm).en)).toBe(rhythm);
    expect(parseRhythm(rhythmInChinese(rhythm))).toBe(rhythm);
    expect(parseRhythm(traditional(rhythmInChinese(rhythm)))).toBe(rhythm);
  }
});
