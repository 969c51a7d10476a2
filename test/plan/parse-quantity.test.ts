import fc from "fast-check";
import { expect, test } from "vitest";
import { quantityKey } from "../../src/plan/compare.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { parseQuantity } from "../../src/plan/parse-quantity.ts";
import { printQuantity } from "../../src/plan/print-quantity.ts";

/** `relation value..upper [unit] signed per=… soft=…`, parts that are absent left out. */
function read(text: string): string {
  const reading = parseQuantity(text);
  if (!reading.ok) return `fault ${reading.fault.code}`;
  const { relation, value, upper, unit, signed, per, soft } = reading.quantity;
  const figures = formatDecimal(value) + (upper === null ? "" : `..${formatDecimal(upper)}`);
  const parts = [relation, figures, unit === null ? null : `[${unit.key}]`, signed ? "signed" : null];
  parts.push(per === null ? null : `per=${per}`, soft === null ? null : `soft=${soft}`);
  return parts.filter((part) => part !== null).join(" ");
}

type Forms = readonly (readonly [string, string])[];

const plain: Forms = [
  ["85%", "85 [%]"],
  ["85 %", "85 [%]"],
  ["85％", "85 [%]"],
  ["８５％", "85 [%]"],
  ["85 percent", "85 [%]"],
  ["85 per cent", "85 [%]"],
  ["85", "85"],
  ["0", "0"],
  ["3.10", "3.1"],
  [".5", "0.5"],
  ["00012", "12"],
  ["1,000", "1000"],
  ["1，000", "1000"],
  ["1 000", "1000"],
  ["10 000 人", "10000 [人]"],
  ["1e3", "1000"],
  ["= 5", "= 5"],
  ["等于5", "= 5"],
];

const floors: Forms = [
  ["≥85%", ">= 85 [%]"],
  [">=85%", ">= 85 [%]"],
  ["≧85%", ">= 85 [%]"],
  ["≥ 85 %", ">= 85 [%]"],
  ["＞＝85%", ">= 85 [%]"],
  ["85%以上", ">= 85 [%]"],
  ["85%及以上", ">= 85 [%]"],
  ["85%（含）以上", ">= 85 [%]"],
  ["85%以上（不含）", "> 85 [%]"],
  ["不低于85%", ">= 85 [%]"],
  ["不低於85%", ">= 85 [%]"],
  ["不得低于85%", ">= 85 [%]"],
  ["不少于1000人", ">= 1000 [人]"],
  ["不少於 1000 人", ">= 1000 [人]"],
  ["至少3名", ">= 3 [人]"],
  ["at least 85%", ">= 85 [%]"],
  ["At Least 85 percent", ">= 85 [%]"],
  ["no less than 85%", ">= 85 [%]"],
  ["85% or more", ">= 85 [%]"],
  ["100+", ">= 100"],
  ["保持在90%以上", ">= 90 [%]"],
  ["三分之一以上", ">= 33.33333333333333333333 [%]"],
  ["2名以上社工", ">= 2 [人]"],
  ["超过40%", "> 40 [%]"],
  ["超過40%", "> 40 [%]"],
  ["超40%", "> 40 [%]"],
  ["高于40%", "> 40 [%]"],
  ["突破1000人", "> 1000 [人]"],
  ["more than 40%", "> 40 [%]"],
  [">40%", "> 40 [%]"],
  ["＞40%", "> 40 [%]"],
];

const caps: Forms = [
  ["≤24h", "<= 24 [h]"],
  ["<=24h", "<= 24 [h]"],
  ["24小时内", "<= 24 [h]"],
  ["24小時內", "<= 24 [h]"],
  ["24小时以内", "<= 24 [h]"],
  ["24个小时之内", "<= 24 [h]"],
  ["3天内", "<= 3 [d]"],
  ["半小时内", "<= 0.5 [h]"],
  ["不超过24小时", "<= 24 [h]"],
  ["不高于24小时", "<= 24 [h]"],
  ["至多5个", "<= 5 [个]"],
  ["at most 24 hours", "<= 24 [h]"],
  ["within 24 hours", "<= 24 [h]"],
  ["no more than 5", "<= 5"],
  ["24h or less", "<= 24 [h]"],
  ["控制在5%", "<= 5 [%]"],
  ["控制在60%以内", "<= 60 [%]"],
  ["缩短至24小时以内", "<= 24 [h]"],
  ["不足15%", "< 15 [%]"],
  ["不满15%", "< 15 [%]"],
  ["低于35%", "< 35 [%]"],
  ["低於35%", "< 35 [%]"],
  ["less than 35%", "< 35 [%]"],
  ["<14", "< 14"],
];

const ranges: Forms = [
  ["5..8", "5..8"],
  ["5-8", "5..8"],
  ["5–8", "5..8"],
  ["5～8", "5..8"],
  ["5 - 8", "5..8"],
  ["2至3", "2..3"],
  ["2到3名", "2..3 [人]"],
  ["二至三名", "2..3 [人]"],
  ["between 5 and 8", "5..8"],
  ["5 to 8", "5..8"],
  ["0..100", "0..100"],
  ["-5..5", "-5..5 signed"],
  ["60%-70%", "60..70 [%]"],
  ["60-70%", "60..70 [%]"],
  ["60%至70%", "60..70 [%]"],
  ["百分之六十至百分之七十", "60..70 [%]"],
  ["3-5万元", "3..5 [万元]"],
  ["3万-5万元", "3..5 [万元]"],
  ["3千-5万元", "0.3..5 [万元]"], // 3,000 yuan are 0.3 of ten thousand
  ["12小时-2天", "0.5..2 [d]"],
  ["5..", ">= 5"],
  ["1..人", ">= 1 [人]"],
  ["..8", "<= 8"],
];

const shares: Forms = [
  ["百分之八十五", "85 [%]"],
  ["百分之百", "100 [%]"],
  ["百分之百以上", ">= 100 [%]"],
  ["百分之三点五", "3.5 [%]"],
  ["百分之85", "85 [%]"],
  ["千分之三", "3 [‰]"],
  ["3‰", "3 [‰]"],
  ["万分之五", "5 [‱]"],
  ["三分之一", "33.33333333333333333333 [%]"],
  ["四分之三", "75 [%]"],
  ["二十分之一", "5 [%]"],
  ["1/4", "25 [%]"],
  ["1:400", "0.0025 [1:1]"],
  ["1：400", "0.0025 [1:1]"],
  ["1比400", "0.0025 [1:1]"],
  ["3 per 10,000", "3 [/10000个]"],
  ["3 per 10,000 people", "3 [/10000人]"],
  ["每万人3名", "3 [人/10000人]"],
  ["每萬人3名", "3 [人/10000人]"],
  ["每万人不少于3名", ">= 3 [人/10000人]"],
  ["每10万人三名", "3 [人/100000人]"],
  ["每百户2个", "2 [个/100户]"],
  ["3名/万人", "3 [人/10000人]"],
  ["0.3倍", "0.3 [倍]"],
];

const units: Forms = [
  ["5个百分点", "5 [pp]"],
  ["5個百分點", "5 [pp]"],
  ["5pp", "5 [pp]"],
  ["5 percentage points", "5 [pp]"],
  ["两个百分点", "2 [pp]"],
  ["3万元", "3 [万元]"],
  ["3萬元", "3 [万元]"],
  ["三万元", "30000 [元]"],
  ["1.2亿元", "1.2 [亿元]"],
  ["1亿2000万元", "120000000 [元]"],
  ["¥500", "500 [元]"],
  ["￥3万", "3 [万元]"],
  ["CNY 500/person/year", "500 [元/人·年]"],
  ["500元/人·年", "500 [元/人·年]"],
  ["≥40学时/人·年", ">= 40 [学时/人·年]"],
  ["3万人", "3 [万人]"],
  ["一万二千人", "12000 [人]"],
  ["1.2万人次", "1.2 [万人次]"],
  ["1.2 million people", "1.2 [百万人]"],
  ["40学时", "40 [学时]"],
  ["5个工作日", "5 [工作日]"],
  ["10 working days", "10 [工作日]"],
  ["90分", "90 [分]"],
  ["90分钟", "90 [min]"],
  ["3个月", "3 [月]"],
  ["80㎡", "80 [m²]"],
  ["80 m2", "80 [m²]"],
  ["≥80平方米", ">= 80 [m²]"],
  ["15亩", "15 [亩]"],
  ["20个社区", "20 [个]"],
  ["10支队伍", "10 [支]"],
  ["3棵银杏", "3 [棵]"],
  ["八十五", "85"],
  ["12万5000", "125000"],
  ["人均50元", "50 [元/人]"],
];

const changes: Forms = [
  ["+5pp", "5 [pp] signed"],
  ["＋5pp", "5 [pp] signed"],
  ["-30%", "-30 [%] signed"],
  ["−30％", "-30 [%] signed"],
  ["负5%", "-5 [%] signed"],
  ["-3.5", "-3.5 signed"],
  ["增长30%", "30 [%] signed"],
  ["增長30%", "30 [%] signed"],
  ["提高5个百分点", "5 [pp] signed"],
  ["下降30%", "-30 [%] signed"],
  ["減少5個百分點", "-5 [pp] signed"],
  ["下降30%以上", "<= -30 [%] signed"], // a fall of at least 30
  ["降低不超过5%", ">= -5 [%] signed"],
  ["下降5%-10%", "-10..-5 [%] signed"],
  ["increase by 30%", "30 [%] signed"],
  ["reduce by 30%", "-30 [%] signed"],
  ["增长1.2倍", "1.2 [倍] signed"],
  ["增至1.2倍", "1.2 [倍]"],
  ["增长到1.2倍", "1.2 [倍]"],
  ["increase to 85%", "85 [%]"],
  ["降至24小时", "24 [h]"],
  ["达到85%", "85 [%]"],
];

const rates: Forms = [
  ["+5pp/year", "5 [pp] signed per=year"],
  ["≥10%/year", ">= 10 [%] per=year"],
  ["5%/年", "5 [%] per=year"],
  ["5% per year", "5 [%] per=year"],
  ["5% a year", "5 [%] per=year"],
  ["30% annually", "30 [%] per=year"],
  ["年均增长5%", "5 [%] signed per=year"],
  ["每年增长≥10%", ">= 10 [%] signed per=year"],
  ["每年不低于10%", ">= 10 [%] per=year"],
  ["百分之五/年", "5 [%] per=year"],
  ["+50元/年", "50 [元] signed per=year"],
  ["1pp/quarter", "1 [pp] per=quarter"],
  ["每月增加2个", "2 [个] signed per=month"],
  ["5 per year", "5 per=year"],
  // With a unit of its own the time belongs to the unit: 2次/年 is how an indicator's unit is written.
  ["2次/年", "2 [次/年]"],
  ["每季度2次", "2 [次/季度]"],
  ["每月不少于1次", ">= 1 [次/月]"],
  ["50万元/年", "50 [万元/年]"],
];

const softened: Forms = [
  ["约60%", "60 [%] soft=约"],
  ["約60%", "60 [%] soft=約"],
  ["60%左右", "60 [%] soft=左右"],
  ["近60%", "60 [%] soft=近"],
  ["原则上不超过5个", "<= 5 [个] soft=原则上"],
  ["about 60%", "60 [%] soft=about"],
  ["around 5", "5 soft=around"],
  ["~60%", "60 [%] soft=~"],
  ["1000余人", "1000 [人] soft=余"],
  ["1000餘人", "1000 [人] soft=餘"],
  ["100多家", "100 [家] soft=多"],
];

const forms = [
  ...plain,
  ...floors,
  ...caps,
  ...ranges,
  ...shares,
  ...units,
  ...changes,
  ...rates,
  ...softened,
];

test.each(forms)("%s is %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each(forms)("%s keeps its meaning when printed and read again", (text) => {
  const first = parseQuantity(text);
  if (!first.ok) throw new Error(`unreadable: ${text}`);
  const again = parseQuantity(printQuantity(first.quantity));
  if (!again.ok) throw new Error(`unreadable: ${printQuantity(first.quantity)}`);
  expect(quantityKey(again.quantity)).toBe(quantityKey(first.quantity));
  expect(again.quantity.soft !== null).toBe(first.quantity.soft !== null);
});

test.each([
  ["45% @ 2025-12", { kind: "calendar", text: "2025-12", grain: "month" }],
  ["45%@2025年底", { kind: "calendar", grain: "day" }],
  ["≥85% @ M12", { kind: "month", month: 12 }],
  ["45% @ pilot", { kind: "name", text: "pilot" }],
  ["不低于45%＠2025", { kind: "calendar", grain: "year" }],
])("%s has a time", (text, at) => {
  expect(parseQuantity(text)).toMatchObject({ ok: true, quantity: { text, at } });
});

test("a fault of the time is told with its place in the whole", () => {
  const time = { code: "impossible-date" };
  expect(parseQuantity("45% @ 2026-13")).toMatchObject({ fault: { code: "time", start: 6, end: 13, time } });
});

test.each([
  ["", "empty", null],
  ["  ", "empty", null],
  ["@ 2026", "empty", null],
  ["1".repeat(401), "too-long", null],
  ["null", "null-word", null],
  ["N/A", "null-word", null],
  ["—", "null-word", null],
  ["无", "null-word", null],
  ["≥", "no-value", null],
  [">", "no-value", null],
  ["不低于", "no-value", null],
  ["two", "no-number", null],
  ["大幅提升", "no-number", null],
  ["第三名", "no-number", null],
  ["前10%", "no-number", null],
  ["三五个", "no-number", null], // three to five, not 35
  ["30,6", "decimal-comma", "30.6"],
  ["30,6%", "decimal-comma", "30.6"],
  ["1,00", "decimal-comma", "1.00"],
  ["1.000,5", "decimal-comma", "1000.5"],
  ["10,0000", "grouping", "100000"],
  ["1,234,56", "grouping", null],
  ["1e101", "exponent", null],
  ["1e999999999", "exponent", null],
  ["5/0", "zero-denominator", null],
  ["1:0", "zero-denominator", null],
  ["零分之一", "zero-denominator", null],
  ["不低于24小时内", "two-relations", null],
  ["≥5%以下", "two-relations", null],
  ["≥5..8", "relation-on-range", null],
  ["8..5", "reversed-range", "5..8"],
  ["70%-60%", "reversed-range", "60%..70"],
  ["5%..8人", "range-units", null],
  ["下降-5%", "double-sign", null],
  ["翻一番", "doubling", "增长1倍"],
  ["翻番", "doubling", "增长1倍"],
  ["翻两番", "doubling", "增长3倍"], // four times is an increase by three
  ["三成", "tenths", "30%"],
  ["三成五", "tenths", "35%"],
  ["八成以上", "tenths", "80%"],
  ["过半", "share-word", ">50%"],
  ["半数以上", "share-word", "≥50%"],
  ["全覆盖", "share-word", "100%"],
  ["5.", "unreadable", null],
  ["85%合格", "unreadable", null],
  ["≥5 且 ≤8", "unreadable", null],
  ["2026-12", "unreadable", null],
  ["2026-06-30", "unreadable", null],
  ["2026/6/30", "unreadable", null],
  ["5%。其中8%", "unreadable", null],
])("%j is a fault: %s, hint %s", (text, code, hint) => {
  expect(parseQuantity(text)).toMatchObject({ ok: false, fault: { code, hint } });
});

test("a hint stands for the text between start and end", () => {
  for (const [text, cured] of [
    ["约30,6% @ 2026", "约30.6% @ 2026"],
    ["八成以上", "80%以上"],
    ["70%-60%", "60%..70%"],
  ] as const) {
    const reading = parseQuantity(text);
    if (reading.ok) throw new Error(`readable: ${text}`);
    const { start, end, hint } = reading.fault;
    expect(text.slice(0, start) + hint + text.slice(end)).toBe(cured);
    expect(parseQuantity(cured).ok).toBe(true);
  }
});

test.each([
  ["８５％以上", [{ code: "full-width", start: 0, end: 5, hint: "85%以上" }]],
  ["3万", [{ code: "scaled-bare" }]],
  ["1.2 million", [{ code: "scaled-bare" }]],
  ["超过85%以上", [{ code: "double-relation" }]],
  ["力争达到85%", [{ code: "force", start: 0, end: 2, hint: "strive" }]],
  ["确保不低于95%", [{ code: "force", hint: "ensure" }]],
  ["5～8", []], // full-width punctuation is ordinary Chinese
  ["不低于85%", []],
])("%s is read with notes", (text, notes) => {
  expect(parseQuantity(text)).toMatchObject({ ok: true, notes });
});

test("a bare multiple is multiplied out", () => {
  expect(read("3万")).toBe("30000");
  expect(read("1.2亿")).toBe("120000000");
  expect(read("1.2 million")).toBe("1200000");
});

test("of two words for one bound the stricter counts", () => {
  expect(read("超过85%以上")).toBe("> 85 [%]");
});

test("what was read before does not change a reading", () => {
  const before = read("7%/年");
  parseQuantity("7 %合格");
  expect(read("7%/年")).toBe(before);
  expect(read("7%合格")).toBe("fault unreadable");
});

const pieces = fc.constantFrom(
  ...[
    "≥",
    "不低于",
    "at least ",
    "约",
    "每",
    "万人",
    "增长",
    "下降",
    "-",
    "+",
    "..",
    "至",
    "@",
    "2026",
    "8",
    "5.5",
  ],
  ...[
    "三",
    "百分之",
    "分之",
    "%",
    "pp",
    "元",
    "/",
    "年",
    "以上",
    "以内",
    "内",
    "左右",
    " ",
    "，",
    "1,0",
    "成",
    "倍",
    ":",
  ],
);

test("any text gives a reading whose places lie in it", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
      const text = parts.join("");
      const reading = parseQuantity(text);
      const places = reading.ok ? reading.notes : [reading.fault];
      for (const { start, end } of places) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 5000 },
  );
});

test("figures, bounds and units read back as printed", () => {
  const figure = fc.integer({ min: 0, max: 10_000_000 }).map((n) => formatDecimalOf(n));
  const bound = fc.constantFrom("", "≥", "≤", ">", "<", "=");
  const unit = fc.constantFrom("", "%", "pp", "h", "万元", "人", "个", "次/年", "学时", "m²", "‰", "widgets");
  const sign = fc.constantFrom("", "+", "-");
  fc.assert(
    fc.property(bound, sign, figure, unit, (relation, signText, value, unitText) => {
      const reading = parseQuantity(relation + signText + value + unitText);
      if (!reading.ok) throw new Error(reading.fault.code);
      const again = parseQuantity(printQuantity(reading.quantity));
      if (!again.ok) throw new Error(again.fault.code);
      const { text: _first, ...first } = reading.quantity;
      const { text: _second, ...second } = again.quantity;
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    }),
  );
});

/** Thousandths as a decimal text, as a person would write it. */
function formatDecimalOf(thousandths: number): string {
  return String(thousandths / 1000);
}
