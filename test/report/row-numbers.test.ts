/** Numbers of one row: as many decimals as the indicator is written with, one grouping, one relation, rises and falls in words. */
import { expect, test } from "vitest";
import { plainPaint } from "../../src/findings-output/check-run.ts";
import { statusTable } from "../../src/findings-output/status-table.ts";
import { type Language, makeSpeaker } from "../../src/language/speaker.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { compileText } from "../kit/compile.ts";

/** One indicator with values, as of 2026-06-30; the path is linear over the 730 days of 2026 and 2027. */
function compiled(fields: string) {
  const plan = `format: 1
id: p
title: P
language: en
period: 2026..2027
indicators:
  - { id: x, name: X, ${fields} }
`;
  return compileText(plan, { asOf: "2026-06-30" });
}

async function shown(fields: string, language: Language = "en") {
  const compilation = compiled(fields);
  const speaker = await makeSpeaker(language);
  const view = buildStatusView({ compilation, speaker, asOf: compilation.asOf, version: "0" });
  const one = view.groups.flatMap(({ indicators }) => indicators)[0];
  if (one === undefined) throw new Error("no row");
  return { ...one, all: JSON.stringify(one) };
}

async function terminal(fields: string): Promise<string> {
  const { results, plan } = compiled(fields);
  if (results === null || plan === null) throw new Error("not compiled");
  const options = { quiet: false, maxFindings: null, entity: null, columns: 100, tableColumns: null };
  return statusTable(results, plan, { speaker: await makeSpeaker("en"), paint: plainPaint, ...options });
}

test("value, expected value and gap have the decimals that the indicator is written with", async () => {
  // 0.12 − 0.04 × 181 ÷ 730 = 0.11008; 0.11008 − 0.102 = 0.00808.
  const is =
    "unit: ‰, direction: decrease, baseline: 0.12‰ @ 2025-12, targets: [{ reach: 0.08‰, by: 2027-12 }], observations: [{ at: 2026-06-30, value: 0.102‰ }]";
  expect((await shown(is)).all).toContain(
    "On 30 June 2026: 0.102‰; 0.008 per-mille points better than the 0.110‰ expected",
  );
  expect((await shown(is, "zh-Hans")).all).toContain("实际值为0.102‰，优于应达值（0.110‰）0.008个千分点");
  expect(await terminal(is)).toMatch(/ 0\.102‰ .* \+0\.008\n/);
});

test("a whole value written without decimals beside ones with decimals has them too", async () => {
  // 45.5 + 39.5 × 181 ÷ 730 = 55.294.
  const is =
    'unit: "%", direction: increase, baseline: 45.5% @ 2025-12, targets: [{ reach: 85%, by: 2027-12 }], observations: [{ at: 2026-06-30, value: 55% }]';
  expect((await shown(is)).all).toContain("On 30 June 2026: 55.0%; 0.3 pp worse than the 55.3% expected");
});

test("decimals are added where value and expected value would be printed alike", async () => {
  // 45.5 + 39.5 × 181 ÷ 730 = 55.29384; 55.3 is 0.00616 better.
  const is =
    'unit: "%", direction: increase, baseline: 45.5% @ 2025-12, targets: [{ reach: 85%, by: 2027-12 }], observations: [{ at: 2026-06-30, value: 55.3% }]';
  expect((await shown(is)).all).toContain("On 30 June 2026: 55.3%; 0.01 pp better than the 55.29% expected");
});

test("a large gap between whole numbers is whole", async () => {
  // 9600 × 181 ÷ 730 = 2380.27; 3720 is 1339.73 better.
  const is =
    "unit: h, value: running-total, direction: increase, targets: [{ reach: 9600h, by: 2027-12 }], observations: [{ at: 2026-06-30, value: 3720 }]";
  expect((await shown(is)).all).toContain(
    "On 30 June 2026: 3,720 h; 1,340 h better than the 2,380 h expected",
  );
  expect(await terminal(is)).toMatch(/ 3720 h .* \+1340\n/);
});

test("a share short of the whole prints as the whole neither in the report nor in the terminal", async () => {
  // 29999 ÷ 30000 = 99.99666… %.
  const is =
    'unit: "%", direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: ≥90%, by: 2027-12 }], observations: [{ at: 2026-06-30, numerator: 29999, denominator: 30000 }]';
  expect((await shown(is)).value.text).toBe("99.997%");
  expect(await terminal(is)).toMatch(/ 99\.997% /);
});

test("a value does not print as the limit of a band that it has not reached", async () => {
  // 28999 ÷ 100000 = 28.999 %, below a green of 29 %.
  const is =
    'unit: "%", direction: increase, assess: { method: absolute-bands, red: 27%, green: 29% }, targets: [{ reach: ≥35%, by: 2027-12 }], observations: [{ at: 2026-06-30, numerator: 2899999, denominator: 10000000 }]';
  const { value } = await shown(is);
  expect(value.text).toBe("28.99999%");
});

test("one row groups all its digits alike, in the target as the plan writes it too", async () => {
  const is =
    "unit: people, direction: increase, baseline: 1200 @ 2025-12, targets: [{ reach: '≥4800 people', by: 2027-12 }], observations: [{ at: 2026-06-30, value: 1700 }]";
  const en = await shown(is);
  expect([en.value.text, en.target.text]).toEqual(["1,700 people", "≥4,800 people"]);
  // Four digits stay together in Chinese.
  const zh = await shown(is, "zh-Hans");
  expect([zh.value.text, zh.target.text]).toEqual(["1700 people", "≥4800 people"]);
});

test("a bare target has the same relation in report and terminal", async () => {
  const is = (direction: string, target: string): string =>
    `unit: million USD, direction: ${direction}, baseline: 12 million USD @ 2025-12, targets: [{ ${target}, by: 2027-12 }], observations: [{ at: 2026-06-30, value: 20 }]`;
  expect((await shown(is("increase", "reach: 36 million USD"))).target.text).toBe("≥36 million USD");
  expect(await terminal(is("increase", "reach: 36 million USD"))).toContain("≥36 million USD");
  // 12 + 24 = 36: the level that a change comes to.
  expect((await shown(is("increase", "change: +24 million USD"))).target.text).toBe(
    "+24 million USD (that is ≥36 million USD)",
  );
  expect((await shown(is("decrease", "reach: 6"))).target.text).toBe("≤6 million USD");
  // What is to be met exactly has no sign in either.
  expect((await shown(is("maintain", "reach: 12"))).target.text).toBe("12 million USD");
  expect(await terminal(is("maintain", "reach: 12"))).toMatch(/ {2}12 million USD {2}2027/);
});

test("what is still needed is said as a rise or a fall", async () => {
  const is = (unit: string, value: number, target: number): string =>
    `unit: "${unit}", direction: ${target < value ? "decrease" : "increase"}, baseline: ${target < value ? 60 : 0} @ 2025-12, targets: [{ reach: ${target}, by: 2027-12 }], observations: [{ at: 2026-06-30, value: ${value} }]`;
  // From 30 June 2026 to 31 December 2027 are 1 year and 184 of the 366 days that follow: 15 ÷ 1.50273 = 9.98; of cases
  // a tenth a year is fine enough.
  expect((await shown(is("分钟", 45, 30), "zh-Hans")).all).toContain("年均还需下降9.98分钟。");
  expect((await shown(is("minutes", 45, 30))).all).toContain("a fall of 9.98 minutes a year.");
  expect((await shown(is("起", 45, 30), "zh-Hans")).all).toContain("年均还需减少10起。");
  expect((await shown(is("%", 15, 30), "zh-Hans")).all).toContain("年均还需提高9.98个百分点。");
  expect((await shown(is("%", 15, 30))).all).toContain("a rise of 9.98 pp a year.");
  expect((await shown(is("个", 15, 30), "zh-Hans")).all).toContain("年均还需增加10个。");
  expect((await shown(is("water points", 15, 30), "zh-Hans")).all).toContain("年均还需增加10 water points。");
  // 3000 ÷ 1.50273 = 1996.36: of thousands the hundredths say nothing.
  expect((await shown(is("minutes", 3000, 6000))).all).toContain("a rise of 1,996 minutes a year.");
});

test("with less than a year left all that is still needed is told, not a yearly pace beyond it", async () => {
  const is = (unit: string, value: number, target: number): string =>
    `unit: "${unit}", direction: decrease, baseline: 38 @ 2025-12, targets: [{ reach: ${target}, by: 2026-12 }], observations: [{ at: 2026-06-30, value: ${value} }]`;
  expect((await shown(is("个", 14, 5), "zh-Hans")).all).toContain("至2026年12月31日，还需减少9个。");
  expect((await shown(is("bridges", 14, 5))).all).toContain(
    "Still needed by 31 December 2026: a fall of 9 bridges.",
  );
});

test("what is still needed is as fine as the indicator is written", async () => {
  // (0.102 − 0.08) ÷ 1.50273 = 0.01464.
  const is =
    "unit: ‰, direction: decrease, baseline: 0.12‰ @ 2025-12, targets: [{ reach: 0.08‰, by: 2027-12 }], observations: [{ at: 2026-06-30, value: 0.102‰ }]";
  expect((await shown(is, "zh-Hans")).all).toContain("年均还需下降0.015个千分点。");
});

test("decimals that only tell value and expected value apart are not put on other levels", async () => {
  // 0.52 + 0.08 × 181 ÷ 730 = 0.539836.
  const is =
    "unit: 名/床, direction: increase, baseline: 0.52 @ 2025-12, targets: [{ reach: 0.6, by: 2027-12 }], observations: [{ at: 2026-06-30, value: 0.54 }]";
  const { baseline, value, expected, gap } = await shown(is);
  expect([baseline.text, value.text, expected, gap]).toEqual([
    "0.52名/床",
    "0.54名/床",
    "0.5398名/床",
    "+0.0002名/床",
  ]);
});

test("an indicator whose sum so far is not judged yet stands among those with data, and says why", async () => {
  const is =
    "unit: 万册, value: flow, direction: increase, frequency: quarterly, baseline: 48 @ 2025, targets: [{ relative: +25%, by: 2027-12 }], observations: [{ at: 2026-Q1, value: 12.6 }, { at: 2026-Q2, value: 13.1 }]";
  // 12.6 + 13.1.
  const { value, expected, attained, note, status } = await shown(is, "zh-Hans");
  expect([value.text, value.date, expected, attained, status.key]).toEqual([
    "25.7万册",
    "2026年6月30日",
    "—",
    "—",
    "not-due",
  ]);
  expect(note).toContain("为截至目前的累计数，待满与基期等长的一期后评定");
});

test("yearly changes multiplied have no more decimals than a quotient, though each factor brings its own", async () => {
  // 0.971 × 0.972 × 0.969 = 0.914554…: a fall of 8.5446 %, of which nobody wrote four decimals.
  const is =
    'unit: "%", value: flow, direction: decrease, frequency: yearly, targets: [{ compound: -13.5%, during: 2023..2027 }], observations: [{ at: 2023, value: -2.9% }, { at: 2024, value: -2.8% }, { at: 2025, value: -3.1% }]';
  const { value, all } = await shown(is);
  expect(value.text).toBe("−8.54%");
  expect(all).not.toMatch(/\d\.\d{3,}%/);
});

test("what has no halves is printed whole, as long as that changes no order; the derivation keeps the exact value", async () => {
  const people = (value: number, more = ""): string =>
    `unit: people, direction: decrease, baseline: 60 @ 2025-12, targets: [{ reach: 30, by: 2027-12 }], observations: [{ at: 2026-06-30, value: ${value} }]${more}`;
  // 60 − 30 × 181 ÷ 730 = 52.56 are expected; 49 are 3.56 better, told as 53 − 49.
  const better = await shown(people(49));
  expect([better.expected, better.gap]).toEqual(["53 people", "+4 people"]);
  expect(better.sentences[0]).toContain("4 people better than the 53 people expected");
  // 51 is 1.56 better, but 53 − 51 is 2; 53 is worse than 52.56, and must not seem to be just it.
  expect((await shown(people(51))).gap).toBe("+2 people");
  const worse = await shown(people(53));
  expect([worse.expected, worse.gap]).toEqual(["52.6 people", "−0.4 people"]);
  const compilation = compiled(people(49));
  const speaker = await makeSpeaker("en");
  const view = buildStatusView({ compilation, speaker, asOf: compilation.asOf, version: "0" });
  const expected = view.traces[0]?.figures.find(({ label }) => label === "expected");
  expect(expected?.value).toBe("52.56 people");
});

test("ten thousands of people, and measures in whole numbers, keep the decimals of their path", async () => {
  const is = (unit: string): string =>
    `unit: ${unit}, direction: decrease, baseline: 60 @ 2025-12, targets: [{ reach: 30, by: 2027-12 }], observations: [{ at: 2026-06-30, value: 49 }]`;
  for (const unit of ["万人", "km", "acres"]) expect((await shown(is(unit))).expected).toMatch(/^52\.56/);
  expect((await shown(is("crossings"))).expected).toBe("53 crossings");
});

test("changes have their unit where it is short, and one on the year is not told a second time as one on the period", async () => {
  const series = (unit: string, frequency: string): string =>
    `unit: ${unit}, direction: increase, frequency: ${frequency}, targets: [{ reach: 90, by: 2027-12 }], observations: [{ at: 2024-12-31, value: 40 }, { at: 2025-12-31, value: 46 }]`;
  const told = async (unit: string, frequency: string): Promise<readonly string[]> =>
    (await shown(series(unit, frequency), "zh-Hans")).movement.map(({ label, text }) => `${label}${text}`);
  expect(await told("户", "yearly")).toEqual(["上期40户", "同比+6户"]);
  expect(await told("元/人·年", "yearly")).toEqual(["上期40", "同比+6"]);
});

test("of an expected value below one half the gap is told as it is printed, and one thing by the word for one", async () => {
  const bridges = (value: number): string =>
    `unit: bridges, value: running-total, direction: increase, baseline: 0 bridges @ 2025-12, targets: [{ reach: 2 bridges, by: 2027-12 }], observations: [{ at: 2026-06-30, value: ${value} }]`;
  // 2 × 181 ÷ 730 = 0.496 are expected: never 0, so that 1 is 0.5 better and not 1.
  const { sentences, expected, gap } = await shown(bridges(1));
  expect([expected, gap]).toEqual(["0.5 bridges", "+0.5 bridges"]);
  expect(sentences[0]).toContain(
    "On 30 June 2026: 1 bridge; 0.5 bridges better than the 0.5 bridges expected",
  );
  expect((await shown(bridges(1), "zh-Hans")).sentences[0]).toContain("实际值为1 bridges");
});
