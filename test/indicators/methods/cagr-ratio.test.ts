/**
 * `cagr-ratio`: the published cases, both sides of every band, and what cannot be computed. Digits from an independent
 * calculation with 60 digits (Python decimal): ratio = d × ((v ÷ b)^(1 ÷ years) − 1) ÷ |(T ÷ b)^(1 ÷ span) − 1|.
 */
import { expect, test } from "vitest";
import type { IndicatorRow } from "../../../src/indicators/results.ts";
import { figureOf, type OneIndicator, rowOf } from "../evaluate-text.ts";

interface Case {
  readonly unit?: string;
  readonly direction?: string;
  /** `50` at the end of 2015, or with its time. */
  readonly base?: string;
  /** Due at the end of 2030, or `100 by 2017`; absent: none. */
  readonly target?: string;
  readonly seen: readonly string[];
  readonly assess?: string;
  readonly asOf?: string;
}

function judge({
  unit = "件",
  direction = "increase",
  base,
  target,
  seen,
  assess = "",
  asOf,
}: Case): IndicatorRow {
  const [level, by = "2030"] = target?.split(" by ") ?? [];
  const parts = [
    `unit: "${unit}"`,
    ...(direction === "" ? [] : [`direction: ${direction}`]),
    ...(base === undefined ? [] : [`baseline: ${base.includes("@") ? base : `${base} @ 2015`}`]),
    ...(level === undefined ? [] : [`targets: [{ reach: "${level}", by: ${by} }]`]),
    `assess: { method: cagr-ratio${assess} }`,
  ];
  const one: OneIndicator = {
    is: parts.join(", "),
    seen,
    period: "2016-01..2030-12",
    asOf: asOf ?? "2023-06-30",
  };
  return rowOf(one);
}

/** Ratio (or growth), word, status, score, reason. */
function saidOf(row: IndicatorRow) {
  return [figureOf(row, "ratio"), row.methodStatus, row.status, figureOf(row, "score"), row.reason];
}

// 50 (2015) → 100 (2030), seen in 2020. Scores: 7.1429 R − 4.2857 from 0.6 on, 4.1667 R − 2.5 below.
const published: readonly (readonly [
  seen: string,
  ratio: string,
  word: string,
  status: string,
  score: string,
])[] = [
  ["63", "1.00027751724951799612", "substantial_progress", "on-track", "2.85918227796158209445"],
  ["58", "0.63705511428279731245", "moderate_progress", "at-risk", "0.26472097581059292311"],
  ["55", "0.40691898577857157185", "limited_progress", "off-track", "-0.80449066195642583157"],
  ["50", "0", "limited_progress", "off-track", "-2.5"],
  ["48", "-0.17192750880004518811", "deterioration", "worsening", "-3.21637035091714828528"],
];

test.each(published)("Open SDG: 50 to 100 in fifteen years, %s after five", (seen, ...said) => {
  expect(saidOf(judge({ base: "50", target: "100", seen: [`2020 ${seen}`] }))).toEqual([...said, null]);
});

test("Open SDG's own feature tests: 1.5.3 deteriorates, 1.5.4 is on track", () => {
  // 10 → 30 in a year, 1 wanted by 2030: R = −2 ÷ (1 − 0.1^(1/15)) = −14.0544; below −60%, so the score is −5.
  const worse = judge({ direction: "decrease", base: "10", target: "1", seen: ["2016 30"] });
  expect(saidOf(worse)).toEqual([
    expect.stringMatching(/^-14\.0544/),
    "deterioration",
    "worsening",
    "-5",
    null,
  ]);
  // 5 → 6 in a year, 9 wanted: R = 0.2 ÷ (1.8^(1/15) − 1) = 5.0045; above 130%, so the score is 5.
  const better = judge({ base: "5", target: "9", seen: ["2016 6"] });
  expect(saidOf(better)).toEqual([
    expect.stringMatching(/^5\.0045/),
    "substantial_progress",
    "on-track",
    "5",
    null,
  ]);
});

// 100 → 144 in two years asks for 20% a year, so that the ratio is five times the growth of the first year.
const edges: readonly (readonly [value: string, ratio: string, word: string, status: string])[] = [
  ["119", "0.95", "substantial_progress", "on-track"],
  ["118.99999999", "0.9499999995", "moderate_progress", "at-risk"],
  ["112", "0.6", "moderate_progress", "at-risk"],
  ["111.99999999", "0.5999999995", "limited_progress", "off-track"],
  ["100", "0", "limited_progress", "off-track"],
  ["99.99999999", "-0.0000000005", "deterioration", "worsening"],
];

test.each(edges)("Open SDG bands: %s has the ratio %s", (value, ratio, word, status) => {
  const row = judge({ base: "100", target: "144 by 2017", seen: [`2016 ${value}`], asOf: "2017-03-01" });
  expect(saidOf(row).slice(0, 3)).toEqual([ratio, word, status]);
});

test("bands are read from the plan; the score keeps the published lines", () => {
  const row = judge({
    base: "100",
    target: "144 by 2017",
    seen: ["2016 112"],
    assess: ", bands: 0.7/0.5/0.1",
    asOf: "2017-03-01",
  });
  // 7.1429 × 0.6 − 4.2857
  expect(saidOf(row)).toEqual(["0.6", "moderate_progress", "at-risk", "0.00004", null]);
  const wrong = judge({
    base: "100",
    target: "144 by 2017",
    seen: ["2016 112"],
    assess: ", bands: 0.5/0.7/0",
  });
  expect(wrong).toMatchObject({ status: "not-computable", reason: "bad-parameter" });
});

// Scores on the published lines: 130% → 5, 60% → 0, 0 → −2.5, −60% → −5, to four places.
const scores: readonly (readonly [value: string, ratio: string, score: string])[] = [
  ["126", "1.3", "5"],
  ["125.98", "1.299", "4.9929271"],
  ["112", "0.6", "0.00004"],
  ["111.98", "0.599", "-0.0041467"],
  ["88.02", "-0.599", "-4.9958533"],
  ["88", "-0.6", "-5"],
];

test.each(scores)("Open SDG scores: %s, ratio %s, gives %s", (value, ratio, score) => {
  const row = judge({ base: "100", target: "144 by 2017", seen: [`2016 ${value}`], asOf: "2017-03-01" });
  expect([figureOf(row, "ratio"), figureOf(row, "score")]).toEqual([ratio, score]);
});

test("a decrease is judged by the size of its fall", () => {
  // 100 → 81 in two years asks for −10% a year. 90 after one is that; 95 half of it.
  const down = { direction: "decrease", base: "100", target: "81 by 2017", asOf: "2017-03-01" };
  expect(saidOf(judge({ ...down, seen: ["2016 90"] })).slice(0, 3)).toEqual([
    "1",
    "substantial_progress",
    "on-track",
  ]);
  expect(saidOf(judge({ ...down, seen: ["2016 95"] })).slice(0, 3)).toEqual([
    "0.5",
    "limited_progress",
    "off-track",
  ]);
  expect(saidOf(judge({ ...down, seen: ["2016 105"] })).slice(0, 3)).toEqual([
    "-0.5",
    "deterioration",
    "worsening",
  ]);
});

test("the direction follows from baseline and target where the plan states none", () => {
  const row = judge({
    direction: "",
    base: "100",
    target: "81 by 2017",
    seen: ["2016 90"],
    asOf: "2017-03-01",
  });
  expect(saidOf(row).slice(0, 3)).toEqual(["1", "substantial_progress", "on-track"]);
});

test("growth below zero is that of a size: −100 to −81 is an increase", () => {
  const row = judge({ base: "-100", target: "-81 by 2017", seen: ["2016 -90"], asOf: "2017-03-01" });
  expect(saidOf(row).slice(0, 3)).toEqual(["1", "substantial_progress", "on-track"]);
  const worse = judge({ base: "-100", target: "-81 by 2017", seen: ["2016 -110"], asOf: "2017-03-01" });
  expect(saidOf(worse).slice(0, 3)).toEqual(["-1", "deterioration", "worsening"]);
});

test("a value that meets the target is target_achieved with score 5, whatever the trend", () => {
  const row = judge({ base: "50", target: "60", seen: ["2016 80", "2020 60"] });
  expect(saidOf(row)).toEqual([
    // ((60 ÷ 50)^(1/5) − 1) ÷ ((60 ÷ 50)^(1/15) − 1)
    "3.03683636659481567037",
    "target_achieved",
    "achieved",
    "5",
    null,
  ]);
  const only = judge({ target: "60", seen: ["2020 60"] });
  expect(saidOf(only)).toEqual([null, "target_achieved", "achieved", "5", null]);
});

test("a target met at the start and lost again is a deterioration", () => {
  const row = judge({ base: "95", target: "≥90", seen: ["2020 88"] });
  expect(row).toMatchObject({ methodStatus: "deterioration", status: "worsening" });
  expect(figureOf(row, "ratio")).toMatch(/^-/);
});

// 90 → 92 in five years is 0.4405% a year. C = 1 − 0.9^4.44 = 0.3736 scales 1.5% and 0.5% to 0.5604% and 0.1868%.
test("a natural limit makes little growth enough: 90 to 92 of 100", () => {
  const near = { unit: "%", base: "90%", seen: ["2020 92"] };
  const row = judge({ ...near, assess: ", limit: 100" });
  // 250 g ÷ C − 1.25
  expect(saidOf(row)).toEqual([
    "0.00440545696267292931",
    "moderate_progress",
    "at-risk",
    "1.69780630450470043842",
    null,
  ]);
  // Without the limit: 500 g − 2.5.
  expect(saidOf(judge(near))).toEqual([
    "0.00440545696267292931",
    "limited_progress",
    "off-track",
    "-0.2972715186635353461",
    null,
  ]);
});

// C by the distance to the limit 100: 1 − (b ÷ L)^4.44 below, 1 − ((2L − b) ÷ L)^4.44 above, 1 from 2L on.
const limits: readonly (readonly [base: string, direction: string, value: string, score: string])[] = [
  // b = L: C = 0, and what is no worse scores 5.
  ["100", "increase", "100", "5"],
  // b = 150, falling to the limit: C = 1 − 0.5^4.44 = 0.95393.. Growth −1% a year: 250 × 0.01 ÷ C − 1.25.
  ["150", "decrease", "148.5", "1.37073987907000341168"],
  // b = 2L: C = 1: 250 × 0.01 − 1.25.
  ["200", "decrease", "198", "1.25"],
];

test.each(limits)("a natural limit of 100 from %s", (base, direction, value, score) => {
  const row = judge({ direction, base, seen: [`2016 ${value}`], assess: ", limit: 100" });
  expect(figureOf(row, "score")).toBe(score);
});

// Growth in one year, without a target: at 1.5%, 0.5% and 0 the better band.
const growth: readonly (readonly [
  value: string,
  ratio: string,
  word: string,
  status: string,
  score: string,
])[] = [
  ["102", "0.02", "substantial_progress", "on-track", "5"],
  ["101.5", "0.015", "substantial_progress", "on-track", "2.5"],
  ["101.4999", "0.014999", "moderate_progress", "at-risk", "2.49975"],
  ["100.5", "0.005", "moderate_progress", "at-risk", "0"],
  ["100.4999", "0.004999", "limited_progress", "off-track", "-0.0005"],
  ["100", "0", "limited_progress", "off-track", "-2.5"],
  ["99.9999", "-0.000001", "deterioration", "worsening", "-2.500125"],
  ["97", "-0.03", "deterioration", "worsening", "-5"],
];

test.each(growth)("Open SDG without a target: %s", (value, ...said) => {
  expect(saidOf(judge({ base: "100", seen: [`2016 ${value}`] }))).toEqual([...said, null]);
});

// 9.6 (2004) → 17.5 (2017), T 20 (2020), and 116.2 → 122.0 (2008 to 2012), T 96.2 (2020), down: Eurostat's examples.
test("Eurostat's published examples: R 1.007 and −0.784", () => {
  const up = judge({
    base: "9.6 @ 2004",
    target: "20 by 2020",
    seen: ["2017 17.5"],
    assess: ", preset: eurostat",
    asOf: "2018-06-30",
  });
  expect(saidOf(up)).toEqual(["1.007014275310861146", "significant_progress", "on-track", "1", null]);
  const away = judge({
    direction: "decrease",
    base: "116.2 @ 2008",
    target: "96.2 by 2020",
    seen: ["2012 122.0"],
    assess: ", preset: eurostat",
    asOf: "2013-06-30",
  });
  expect(saidOf(away)).toEqual(["-0.78449416998173856989", "movement_away", "worsening", "0", null]);
});

const eurostatEdges: readonly (readonly [value: string, word: string, status: string])[] = [
  ["119", "significant_progress", "on-track"],
  ["118.99999999", "moderate_progress", "at-risk"],
  ["112", "moderate_progress", "at-risk"],
  ["111.99999999", "insufficient_progress", "off-track"],
  ["100", "insufficient_progress", "off-track"],
  ["99.99999999", "movement_away", "worsening"],
];

test.each(eurostatEdges)("Eurostat with a target: %s is %s", (value, word, status) => {
  const row = judge({
    base: "100",
    target: "144 by 2017",
    seen: [`2016 ${value}`],
    assess: ", preset: eurostat",
    asOf: "2017-03-01",
  });
  expect([row.methodStatus, row.status]).toEqual([word, status]);
});

const eurostatGrowth: readonly (readonly [value: string, word: string, status: string])[] = [
  ["101", "significant_progress", "on-track"],
  ["100.9999", "moderate_progress", "at-risk"],
  ["100", "moderate_progress", "at-risk"],
  ["99.9999", "moderate_movement_away", "worsening"],
  ["99", "moderate_movement_away", "worsening"],
  ["98.9999", "significant_movement_away", "worsening"],
];

test.each(eurostatGrowth)("Eurostat without a target: %s is %s", (value, word, status) => {
  const row = judge({ base: "100", seen: [`2016 ${value}`], assess: ", preset: eurostat" });
  expect([row.methodStatus, row.status, figureOf(row, "score")]).toEqual([word, status, null]);
});

test("without a target a fall of what should fall is growth of what is good", () => {
  const row = judge({ direction: "decrease", base: "100", seen: ["2016 98"] });
  expect(saidOf(row)).toEqual(["0.02", "substantial_progress", "on-track", "5", null]);
});

test("without a target and a direction nothing is said", () => {
  const row = judge({ direction: "", base: "100", seen: ["2016 98"] });
  expect(saidOf(row)).toEqual([null, "not_available", "not-computable", null, "no-direction"]);
});

test("parts of years count by days", () => {
  // 2015-12-31 → 2016-06-30 are 182 of the 366 days to 2016-12-31: growth (121 ÷ 100)^(366 ÷ 182) − 1.
  const row = judge({ base: "100", seen: ["2016-06-30 121"] });
  expect(figureOf(row, "ratio")).toBe("0.46717010745977711659");
});

test("without a baseline the first observation from the plan's start on serves", () => {
  const row = judge({
    target: "144 by 2018",
    seen: ["2014 500", "2016 100", "2017 119"],
    asOf: "2018-03-01",
  });
  expect(saidOf(row)).toEqual(["0.95", "substantial_progress", "on-track", "2.500055", null]);
  expect(row.basis).toBe("first-observation");
});

test("a window of years measures from the first value that is no older", () => {
  // Since 2015 10% a year; since 2018 nothing.
  const seen = ["2018 133.1", "2020 133.1"];
  expect(figureOf(judge({ base: "100", seen, assess: ", window: 2" }), "ratio")).toBe("0");
  expect(judge({ base: "100", seen, assess: ", window: 2" }).basis).toBe("window");
  const whole = judge({ base: "100", seen: ["2018 133.1"], assess: ", window: 3" });
  expect(figureOf(whole, "ratio")).toBe("0.1");
  const short = judge({ base: "100", seen, assess: ", window: 1" });
  expect(saidOf(short)).toEqual([null, "not_available", "not-computable", null, "too-few-values"]);
  expect(judge({ base: "100", seen, assess: ", window: 0" }).reason).toBe("bad-parameter");
});

const impossible: readonly (readonly [why: string, one: Case, reason: string])[] = [
  ["a target of zero", { direction: "decrease", base: "10", target: "0", seen: ["2020 5"] }, "zero-target"],
  ["a baseline of zero", { base: "0", target: "10", seen: ["2020 5"] }, "zero-baseline"],
  ["a zero that stays a zero", { base: "0", target: "10", seen: ["2020 0"] }, "zero-baseline"],
  ["a target on the other side of zero", { base: "-5", target: "5", seen: ["2020 -4"] }, "sign-change"],
  ["one observation", { target: "10", seen: ["2020 5"] }, "too-few-values"],
  [
    "growth beyond all numbers",
    { base: "0.001 @ 2019-12-31", target: "1e9", seen: ["2020-01-01 100"] },
    "out-of-range",
  ],
];

test.each(impossible)("%s is not computable", (_why, one, reason) => {
  expect(saidOf(judge(one))).toEqual([null, "not_available", "not-computable", null, reason]);
  const inEurostat = judge({ ...one, assess: ", preset: eurostat" });
  expect(saidOf(inEurostat)).toEqual([null, null, "not-computable", null, reason]);
});

test("a value on the other side of zero is worse, by no ratio", () => {
  const row = judge({ base: "5", target: "10", seen: ["2020 -2"] });
  expect([figureOf(row, "ratio"), row.methodStatus, row.status]).toEqual([
    null,
    "not_available",
    "worsening",
  ]);
  expect(row.figures.ratio.reason).toBe("sign-change");
});

test("a value of zero has lost all: growth −100%", () => {
  // R = −1 ÷ 0.2
  const row = judge({ base: "100", target: "144 by 2017", seen: ["2016 0"], asOf: "2017-03-01" });
  expect(saidOf(row)).toEqual(["-5", "deterioration", "worsening", "-5", null]);
});

test("a target that equals the baseline is kept or lost; Open SDG calls the kept one achieved", () => {
  const kept = judge({ base: "50", target: "50", seen: ["2020 51"] });
  expect([kept.methodStatus, figureOf(kept, "score"), figureOf(kept, "ratio")]).toEqual([
    "target_achieved",
    "5",
    null,
  ]);
  const lost = judge({ base: "50", target: "50", seen: ["2020 49"] });
  expect([lost.methodStatus, lost.status]).toEqual(["not_available", "off-track"]);
});

test("without a value Open SDG says that there is none", () => {
  expect(judge({ base: "50", target: "60", seen: [] }).methodStatus).toBe("not_available");
  expect(judge({ base: "50", target: "60", seen: [], assess: ", preset: eurostat" }).methodStatus).toBeNull();
});

test("an unknown preset judges nothing", () => {
  const row = judge({ base: "50", target: "60", seen: ["2020 55"], assess: ", preset: oecd" });
  expect(row).toMatchObject({ status: "not-computable", reason: "bad-parameter" });
});
