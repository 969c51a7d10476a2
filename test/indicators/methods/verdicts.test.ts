/** What methods say of inputs made by hand, with the formulas that `plan explain` shows: 60 on day 146 of 365, 10 → 110. */
import Big from "big.js";
import { expect, test } from "vitest";
import { findMethod } from "../../../src/indicators/methods/index.ts";
import type { DatedTarget, MethodInput, Verdict } from "../../../src/indicators/methods/method.ts";
import { toDate } from "../../../src/indicators/methods/to-date.ts";
import { parseQuantity } from "../../../src/plan/parse-quantity.ts";
import { rowOf } from "../evaluate-text.ts";
import { inputOf, readerOf, seen, targetOf } from "./method-input.ts";

type Rest = Partial<MethodInput>;
const written = (parameters: string): Rest => ({ parameters: readerOf(parameters) });
const at = (value: string, on = 146): Rest => ({ value: seen(value, on), series: [seen(value, on)] });

function assessed(name: string, rest: Rest = {}): Verdict {
  const verdict = findMethod(name)?.assess(inputOf(rest));
  if (verdict === undefined) throw new Error(name);
  return verdict;
}

/** `0.5 red off-track, (v − b) ÷ (T − b)`, with the score and how it was made where the method has its own. */
function said(verdict: Verdict | undefined): string {
  if (verdict === undefined) return "";
  const { ratio, methodStatus, status, formula, score, scoreFormula } = verdict;
  const judged = [ratio?.round(6).toString() ?? "–", methodStatus ?? "–", status ?? "–"].join(" ");
  const own = score === undefined ? [] : [`score ${score?.round(6).toString() ?? "–"}`];
  return [judged, formula, ...own, ...(scoreFormula === undefined ? [] : [scoreFormula])].join(", ");
}

function named(verdict: Verdict | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(verdict?.named ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, value.round(6).toString()]));
}

test("linear-pace", () => {
  expect(said(assessed("linear-pace"))).toBe("1.25 – on-track, pace");
  // Of a cap 50 are expected and 60 used: 50 ÷ 60.
  expect(said(assessed("linear-pace", { isCap: true }))).toBe("0.833333 – at-risk, expected ÷ v");
  expect(said(assessed("linear-pace", { isCap: true, ...at("0") }))).toBe("– – on-track, , score 1, 1");
  const still: Rest = { pace: null, expected: new Big(10) };
  expect(assessed("linear-pace", still)).toMatchObject({
    ratio: null,
    status: "on-track",
    reason: null,
    formula: "",
  });
  expect(assessed("linear-pace", { ...still, ...at("10") }).status).toBe("on-track");
  expect(assessed("linear-pace", { ...still, ...at("9") }).status).toBe("worsening");
  expect(assessed("linear-pace", { ...still, ...at("9"), sign: -1 }).status).toBe("on-track");
});

test("the share of the target stands in where there is no baseline: 1 and 0.8 belong to the better band", () => {
  const share = (value: string): string =>
    said(assessed("schedule-points", { start: null, ofTarget: new Big(value) }));
  expect(["1", "0.999", "0.8", "0.799"].map(share)).toEqual([
    "1 – on-track, ofTarget",
    "0.999 – at-risk, ofTarget",
    "0.8 – at-risk, ofTarget",
    "0.799 – off-track, ofTarget",
  ]);
  const nothing = assessed("linear-pace", { start: null, ofTarget: new Big(0), ...at("0") });
  expect([nothing.status, nothing.basis]).toEqual(["off-track", "of-target"]);
  const undated = { target: targetOf("100", { on: null }), ofTarget: new Big("0.6") };
  expect(assessed("linear-pace", undated).basis).toBe("of-target");
});

test("achievement against the final target, and of a cap", () => {
  expect(said(assessed("achievement"))).toBe("0.5 red off-track, (v − b) ÷ (T − b)");
  expect(said(assessed("achievement", { isCap: true }))).toBe("1.833333 green on-track, T ÷ v");
});

const due = (rest: Rest): Rest => ({ ...written("against: due"), ...rest });
const total = (value: string, done: string | null, rest: Partial<DatedTarget> = {}): DatedTarget =>
  targetOf(value, {
    role: "total",
    from: 1,
    on: 100,
    doneBy: (day) => (done === null ? null : seen(done, day)),
    ...rest,
  });

test("achievement against what is due", () => {
  const reach = assessed("achievement", due({ targets: [targetOf("90", { on: 100 })] }));
  // (60 − 10) ÷ (90 − 10).
  expect([said(reach), named(reach)]).toEqual(["0.625 red off-track, (v − b) ÷ (due − b)", { due: "90" }]);
  const sums = assessed("achievement", due({ targets: [total("50", "40")] }));
  expect([said(sums), named(sums)]).toEqual([
    "0.8 yellow at-risk, actual ÷ due",
    { actual: "40", due: "50" },
  ]);
  const cap = assessed("achievement", due({ targets: [total("50", "40")], isCap: true }));
  expect([said(cap), named(cap)]).toEqual(["1.25 green on-track, due ÷ actual", { actual: "40", due: "50" }]);
});

test("achievement against what is due, while nothing is or nothing can be said of it", () => {
  const saidOf = (rest: Rest): string => {
    const { status, reason, formula } = assessed("achievement", due(rest));
    return `${status} ${reason} ${formula}`.trim();
  };
  expect(saidOf({ targets: [] })).toBe("not-due null");
  expect(saidOf({ targets: [total("50", null)] })).toBe("not-due null");
  expect(saidOf({ targets: [targetOf("90", { on: 100 })], start: null })).toBe("not-due null");
  expect(saidOf({ targets: [targetOf("10", { on: 100 })] })).toBe("null target-equals-baseline");
  expect(saidOf({ targets: [total("0", "4")] })).toBe("null zero-target");
  expect(saidOf({ targets: [total("-5", "4")] })).toBe("null not-positive");
  expect(saidOf({ targets: [total("5", "0")], isCap: true })).toBe("null zero-value");
  const silent = (rest: Rest) => findMethod("achievement")?.withoutValue?.(inputOf(due(rest)));
  expect(silent({ targets: [targetOf("90", { on: 100 })] })?.reason).toBe("no-observation");
  expect(said(silent({ targets: [total("50", "40")] }))).toBe("0.8 yellow at-risk, actual ÷ due");
  const final = { targets: [total("50", "40")] };
  expect(findMethod("achievement")?.withoutValue?.(inputOf(final)).reason).toBe("no-observation");
});

test("anticipated: two fifths of the time, so that what was made goes on to two and a half times of it", () => {
  const line = assessed("anticipated");
  // 10 + 50 × 2.5 = 135. About the mean, 25 above 10 at a fifth of the year: 25 + 125 × 0.8 = 125.
  expect(line.projection).toMatchObject({
    by: "weighted-linear",
    formula: "b + mean + slope × left",
    estimate: true,
  });
  expect(named(line)).toEqual({ d: "1", projected: "135", mean: "25", slope: "125", left: "0.8" });
  const formula = "max(d × (T − projected) ÷ |T − b|, 0), score";
  const saidAt = (value: string): string => said(assessed("anticipated", at(value)));
  expect(saidAt("60")).toBe(`0 maintain on-track, ${formula} 1, max(1 − ratio, 0)`);
  // 10 + 36 × 2.5 = 100, a tenth of the way short; 10 + 35.9 × 2.5 a little more.
  expect(saidAt("46")).toBe(`0.1 maintain on-track, ${formula} 0.9, max(1 − ratio, 0)`);
  expect(saidAt("45.9")).toBe(`0.1025 accelerate at-risk, ${formula} 0.8975, max(1 − ratio, 0)`);
  expect(saidAt("10")).toBe(`1 accelerate at-risk, ${formula} 0, max(1 − ratio, 0)`);
  expect(saidAt("9")).toBe(`1.025 reverse worsening, ${formula} 0, max(1 − ratio, 0)`);
});

test("anticipated: a year later weighs twice", () => {
  // 10 in 1970 (weight 1), 20 at its end and 40 a year on, both 1971 and 1972: weights 2 and 3, years 0, 1, 2.
  // Mean time (0 + 2 + 6) ÷ 6 = 4/3, mean rise (0 + 20 + 90) ÷ 6 = 55/3; together 2 × (−1/3) × 10 + 3 × 2/3 × 30 = 160/3;
  // squares 16/9 + 2/9 + 12/9 = 10/3; slope 16 a year. On 1973: 55/3 + 16 × 5/3 = 45, so 55 of 110: gap 0.55.
  const series = [seen("20", 365), seen("40", 730)];
  const target = targetOf("110", { on: 1096 });
  const verdict = assessed("anticipated", { series, value: seen("40", 730), target });
  expect(verdict.projection?.value.toString()).toBe("55");
  expect(named(verdict)).toMatchObject({ slope: "16", mean: "18.333333", left: "1.666667" });
  expect(verdict.ratio?.toString()).toBe("0.55");
});

const yearOn = (value: string): Rest => at(value, 365);
const hundred = { value: new Big(100), on: 0 };
const growth: Rest = { target: null, targets: [], start: hundred };

test.each([
  ["102", "0.02 substantial_progress on-track", "5, min(500 × ratio − 5, 5)"],
  ["101.6", "0.016 substantial_progress on-track", "3, min(500 × ratio − 5, 5)"],
  ["101.5", "0.015 substantial_progress on-track", "2.5, min(500 × ratio − 5, 5)"],
  ["101", "0.01 moderate_progress at-risk", "1.25, 250 × ratio − 1.25"],
  ["100.5", "0.005 moderate_progress at-risk", "0, 250 × ratio − 1.25"],
  ["100.4", "0.004 limited_progress off-track", "-0.5, 500 × ratio − 2.5"],
  ["100", "0 limited_progress off-track", "-2.5, 500 × ratio − 2.5"],
  ["99", "-0.01 deterioration worsening", "-3.75, max(125 × ratio − 2.5, −5)"],
  ["97", "-0.03 deterioration worsening", "-5, max(125 × ratio − 2.5, −5)"],
])("cagr-ratio without a target: 100 → %s in a year", (value, word, score) => {
  const verdict = assessed("cagr-ratio", { ...growth, ...yearOn(value) });
  expect(said(verdict)).toBe(`${word}, d × ((v ÷ b)^(1 ÷ passed) − 1), score ${score}`);
  expect(named(verdict)).toEqual({ d: "1", passed: "1" });
});

test.each([
  ["101", "significant_progress on-track"],
  ["100.9", "moderate_progress at-risk"],
  ["100", "moderate_progress at-risk"],
  ["99", "moderate_movement_away worsening"],
  ["98.9", "significant_movement_away worsening"],
])("cagr-ratio of eurostat without a target: 100 → %s in a year", (value, word) => {
  const { methodStatus, status, score } = assessed("cagr-ratio", {
    ...growth,
    ...yearOn(value),
    ...written("preset: eurostat"),
  });
  expect([`${methodStatus} ${status}`, score]).toEqual([word, null]);
});

test("cagr-ratio of eurostat has no word where nothing can be computed", () => {
  expect(assessed("cagr-ratio", { ...written("preset: eurostat"), start: null })).toMatchObject({
    methodStatus: null,
    status: null,
    reason: "no-baseline",
  });
});

test.each([
  [written("limit: 200"), " ÷ (1 − (|b| ÷ |L|)^4.44)", "200"],
  [written("limit: 80"), " ÷ (1 − ((2 × |L| − |b|) ÷ |L|)^4.44)", "80"],
  [written("limit: 50"), "", "50"],
  [written("limit: 40"), "", "40"],
] as const)(
  "near a natural limit less growth is asked for, and the formula says by how much",
  (rest, divided, limit) => {
    // Minus 1 % is judged alike wherever the limit is; growth is not.
    const verdict = assessed("cagr-ratio", { ...growth, ...yearOn("100.1"), ...rest });
    expect(verdict.scoreFormula).toContain(`500 × ratio${divided} − 2.5`);
    expect(named(verdict)).toEqual({ d: "1", passed: "1", L: limit });
  },
);

test("at its natural limit a value that does not fall has full marks", () => {
  const verdict = assessed("cagr-ratio", { ...growth, ...yearOn("100"), ...written("limit: 100") });
  expect([verdict.score?.toString(), verdict.scoreFormula]).toEqual(["5", "5"]);
});

test.each([
  ["110", "1 substantial_progress on-track", "2.8572, min(7.1429 × ratio − 4.2857, 5)"],
  ["109.5", "0.95 substantial_progress on-track", "2.500055, min(7.1429 × ratio − 4.2857, 5)"],
  ["109.4", "0.94 moderate_progress at-risk", "2.428626, min(7.1429 × ratio − 4.2857, 5)"],
  ["106", "0.6 moderate_progress at-risk", "0.00004, min(7.1429 × ratio − 4.2857, 5)"],
  ["105", "0.5 limited_progress off-track", "-0.41665, max(4.1667 × ratio − 2.5, −5)"],
  ["100", "0 limited_progress off-track", "-2.5, max(4.1667 × ratio − 2.5, −5)"],
  ["99", "-0.1 deterioration worsening", "-2.91667, max(4.1667 × ratio − 2.5, −5)"],
  ["90", "-1 deterioration worsening", "-5, max(4.1667 × ratio − 2.5, −5)"],
  ["120", "2 substantial_progress on-track", "5, min(7.1429 × ratio − 4.2857, 5)"],
])("cagr-ratio: 100 → %s in the year in which 110 were asked for", (value, word, score) => {
  const verdict = assessed("cagr-ratio", { ...yearOn(value), start: hundred });
  const formula = "d × ((v ÷ b)^(1 ÷ passed) − 1) ÷ |(T ÷ b)^(1 ÷ span) − 1|";
  expect(said(verdict)).toBe(`${word}, ${formula}, score ${score}`);
  expect(named(verdict)).toEqual({ d: "1", passed: "1", span: "1" });
});

test("limits that the plan states replace the usual ones, those of growth where there is no target", () => {
  const word = (name: string, parameters: string, rest: Rest): string | null =>
    assessed(name, { ...rest, ...written(parameters) }).methodStatus;
  const bands = "bands: 0.8/0.5/0, growth-bands: 0.03/0.01/0";
  // Half of the growth that was asked for; 1 % a year where nothing was.
  const half: Rest = { ...yearOn("105"), start: hundred };
  const slow: Rest = { ...growth, ...yearOn("101") };
  expect([word("cagr-ratio", bands, half), word("cagr-ratio", bands, slow)]).toEqual([
    "moderate_progress",
    "moderate_progress",
  ]);
  const european = `preset: eurostat, bands: 0.5/0.4/0, growth-bands: 0.03/0.02/0.01`;
  expect([word("cagr-ratio", european, half), word("cagr-ratio", european, slow)]).toEqual([
    "significant_progress",
    "moderate_movement_away",
  ]);
  expect(word("cagr-ratio", "growth-bands: 0.01/0.005/0", slow)).toBe("substantial_progress");
  expect(word("un-projection", "growth-bands: 0.01/0.005", slow)).toBe("met_or_on_track");
  expect(word("un-projection", "bands: 0.5/0.4", half)).toBe("met_or_on_track");
});

test("cagr-ratio within a window starts at its first value", () => {
  // Ten years from 1970; the window of one year begins with 100 on day 3287 (1979-01-01).
  const series = [seen("50", 365), seen("100", 3287), seen("105", 3652)];
  const rest = {
    series,
    value: seen("105", 3652),
    target: targetOf("110", { on: 3652 }),
    ...written("window: 1"),
  };
  const verdict = assessed("cagr-ratio", rest);
  expect([verdict.ratio?.round(9).toString(), verdict.basis]).toEqual(["0.5", "window"]);
  expect(named(verdict)).toEqual({ d: "1", passed: "1", b: "100", span: "1" });
  expect(assessed("cagr-ratio", { ...rest, ...written("window: 0.5") }).reason).toBe("too-few-values");
});

test("cagr-ratio of what is met or has no value", () => {
  const met = assessed("cagr-ratio", { meetsTarget: true, holds: true });
  expect([said(met), met.reason]).toEqual(["– target_achieved achieved, , score 5, 5", "hold"]);
  expect(assessed("cagr-ratio", { holds: true })).toMatchObject({
    methodStatus: "not_available",
    status: null,
    score: null,
  });
  const silent = (rest: Rest) => said(findMethod("cagr-ratio")?.withoutValue?.(inputOf(rest)));
  expect(silent({ meetsWord: true })).toBe("– target_achieved achieved, , score 5, 5");
  expect(silent({ meetsWord: false })).toBe("– not_available –, , score –");
  expect(silent({ meetsWord: true, ...written("preset: eurostat") })).toBe("– – –, , score –");
});

test("csi: half of the way scores 5; of an exact target too far is a distance", () => {
  const verdict = assessed("csi");
  expect(said(verdict)).toBe("0.5 – on-track, d × (v − b) ÷ |T − b|, score 5, 10 × ratio");
  expect(named(verdict)).toEqual({ d: "1" });
  const exact = assessed("csi", { target: targetOf("110", { relation: "=" }), ...at("130"), sign: 0 });
  // 1 − 20 ÷ 100.
  expect(said(exact)).toBe("0.8 – on-track, 1 − |T − v| ÷ |T − b|, score 8, 10 × ratio");
  expect(said(assessed("csi", { sign: 0 }))).toBe("– – on-track, , score –");
});

test("mid-term: the share of the way, judged by that of the time", () => {
  const verdict = assessed("mid-term");
  expect(said(verdict)).toBe("0.5 快于预期 ahead, attained");
  expect([verdict.scheduleRatio?.toString(), verdict.scheduleFormula]).toEqual([
    "1.25",
    "attained ÷ elapsed",
  ]);
  // 42 of a way of 100 at two fifths of the time is exactly 1.05, 32 exactly 0.8.
  const word = (value: string) => assessed("mid-term", at(value)).methodStatus;
  expect(["52", "51.9", "42", "41.9"].map(word)).toEqual([
    "快于预期",
    "基本符合预期",
    "基本符合预期",
    "滞后",
  ]);
  const cap = assessed("mid-term", { isCap: true, meetsTarget: true });
  expect([cap.scheduleFormula, cap.methodStatus]).toEqual(["elapsed ÷ attained", "基本符合预期"]);
  const begun = { schedule: { passed: 0, whole: 365 } };
  expect(["10", "9"].map((value) => assessed("mid-term", { ...begun, ...at(value) }).methodStatus)).toEqual([
    "基本符合预期",
    "滞后",
  ]);
});

test("schedule-points says its points, by the way and by the target", () => {
  const points = (rest: Rest) => {
    const { points: found, formula, methodStatus } = assessed("schedule-points", rest);
    return [formula, found?.value.round(6).toString(), found?.formula, methodStatus];
  };
  expect(points({})).toEqual(["attained ÷ elapsed", "-10", "(elapsed − attained) × 100", "green"]);
  expect(points({ isCap: true })).toEqual([
    "elapsed ÷ attained",
    "10",
    "(attained − elapsed) × 100",
    "yellow",
  ]);
  // 60 of 110 are 54.545455 %; on the way down 44 of 60 are 73.333333 %.
  const zero = { ...written("basis: zero"), start: null };
  expect(points(zero)).toEqual(["ofTarget ÷ elapsed", "-14.545455", "(elapsed − ofTarget) × 100", "green"]);
  expect(points({ ...zero, sign: 0 })[1]).toBe("-14.545455");
  expect(points({ ...zero, sign: -1, target: targetOf("44") })[1]).toBe("-33.333333");
  expect(points({ ...zero, sign: -1, isCap: true })).toEqual([
    "elapsed ÷ ofTarget",
    "14.545455",
    "(ofTarget − elapsed) × 100",
    "yellow",
  ]);
});

test("before any time has elapsed there is no ratio, and less than the baseline is behind", () => {
  const begun = { schedule: { passed: 0, whole: 365 } };
  const early = (value: string): string => said(assessed("schedule-relative", { ...begun, ...at(value) }));
  expect(["10", "9.9"].map(early)).toEqual([
    "– green on-track, attained ÷ elapsed",
    "– red off-track, attained ÷ elapsed",
  ]);
});

test.each([
  // 364 days from the second of January: 91 each.
  [0, 364, [91, 92, 182, 183, 273, 274], [1, 2, 2, 3, 3, 4]],
  // From the first of January to the thirtieth of December: 364 days as well, from the day before.
  [-1, 363, [90, 91, 181, 182, 272, 273], [1, 2, 2, 3, 3, 4]],
  // A whole year by its months: 31 March is day 89, 30 June 180, 30 September 272.
  [-1, 364, [89, 90, 180, 181, 272, 273], [1, 2, 2, 3, 3, 4]],
  // Half a year has no quarters of whole months: 181 days, 45.25 each.
  [-1, 180, [44, 45, 89, 90, 134, 135], [1, 2, 2, 3, 3, 4]],
])("the quarters of the span after day %i up to day %i", (begin, end, days, quarters) => {
  const rest: Rest = {
    ...written("preset: pepfar"),
    start: null,
    startOn: begin,
    target: targetOf("100", { on: end }),
    sign: 0,
  };
  expect(
    days.map((day) => named(assessed("schedule-points", { ...rest, ...at("50", day) })).quarter),
  ).toEqual(quarters.map(String));
});

test("pepfar rounds the share half-even and takes the quarter's share from it", () => {
  // 60 of 110 is 0.545…, in the second quarter of 365 days: 5 points ahead of 50.
  const verdict = assessed("schedule-points", written("preset: pepfar"));
  expect(said(verdict)).toBe("0.55 On Target on-track, round(v ÷ T, 2)");
  expect(verdict.points?.formula).toBe("(ratio − quarter ÷ 4) × 100");
  // 0.125 and 0.135 lie half-way: to the even 0.12 and 0.14. 1 counts all four quarters.
  const ratio = (value: string) =>
    assessed("schedule-points", {
      ...written("preset: pepfar, snapshot: true"),
      target: targetOf("1000"),
      ...at(value),
    });
  expect([ratio("125"), ratio("135")].map(({ ratio: rounded }) => rounded?.toString())).toEqual([
    "0.12",
    "0.14",
  ]);
  expect(named(ratio("125"))).toEqual({ quarter: "4" });
  const word = (value: string) => ratio(value).methodStatus;
  expect(["740", "750", "890", "900", "1100", "1110"].map(word)).toEqual([
    "Concerned",
    "At Risk",
    "At Risk",
    "On Target",
    "On Target",
    "Above Target",
  ]);
});

test("a bound has no share of a target either", () => {
  const is = `unit: 人, targets: [{ hold: ≥3, during: 2026 }], assess: achievement`;
  expect(rowOf({ is, seen: ["2026-05-26 4"] }).figures.ratio.reason).toBe("hold");
});

test("self-score by the share of the target", () => {
  const saidOf = (rest: Rest): string => said(assessed("self-score", rest));
  expect(saidOf({ target: targetOf("120") })).toBe(
    "0.5 not_met off-track, min(1, v ÷ T), score 5, marks × ratio",
  );
  expect(named(assessed("self-score"))).toEqual({ marks: "10" });
  expect(saidOf({ sign: -1, target: targetOf("45") })).toBe(
    "0.75 not_met off-track, min(1, T ÷ v), score 7.5, marks × ratio",
  );
  // Too much is nothing bad where more is better, and is where only the value itself will do.
  expect(saidOf({ target: targetOf("30") })).toContain("1 not_met off-track, min(1, v ÷ T)");
  expect(saidOf({ sign: 0, target: targetOf("30") })).toContain("0.5 not_met off-track, min(1, T ÷ v)");
  expect(saidOf({ sign: 0, target: targetOf("80") })).toContain("0.75 not_met off-track, min(1, v ÷ T)");
  expect(saidOf({ meetsTarget: true, target: targetOf("60") })).toContain("1 met achieved, min(1, v ÷ T)");
  expect(saidOf({ meetsTarget: true, target: targetOf("-5") })).toContain("1 met achieved, 1,");
});

const between = targetOf("100", { upper: new Big(120) });

test("self-score of a range counts from its nearer end", () => {
  const share = (value: string): string =>
    said(assessed("self-score", { target: between, sign: 0, ...at(value) }));
  expect(share("150")).toContain("0.8 not_met off-track, min(1, T ÷ v)");
  expect(share("90")).toContain("0.9 not_met off-track, min(1, v ÷ T)");
  const within = assessed("self-score", { target: between, sign: 0, ...at("110"), meetsTarget: true });
  expect(said(within)).toContain("1 met achieved, 1,");
});

test.each([
  // Each begun 5 costs one of ten marks.
  [{ target: between, sign: 0 }, "90", "0.8", "short"],
  [{ target: between, sign: 0 }, "131", "0.7", "short"],
  [{ target: between, sign: 1 }, "131", "0.7", "short"],
  [{ target: between, sign: 0 }, "110", "1", "short"],
  [{ target: targetOf("110"), sign: 0 }, "125", "0.7", "short"],
  [{ target: targetOf("110"), sign: 0 }, "95", "0.7", "short"],
  [{ target: targetOf("110"), sign: 1 }, "125", "1", "max(0, T − v)"],
  [{ target: targetOf("110"), sign: 1 }, "95", "0.7", "max(0, T − v)"],
  [{ target: targetOf("110"), sign: -1 }, "125", "0.7", "max(0, v − T)"],
  [{ target: targetOf("110"), sign: -1 }, "95", "1", "max(0, v − T)"],
  [{ target: targetOf("110"), sign: 1 }, "10", "0", "max(0, T − v)"],
] as const)("self-score by steps: %o at %s", (rest, value, ratio, short) => {
  const verdict = assessed("self-score", {
    ...written("steps: { every: 5, minus: 1 }"),
    ...rest,
    ...at(value),
  });
  expect([verdict.ratio?.toString(), verdict.formula, verdict.scoreFormula]).toEqual([
    ratio,
    "score ÷ marks",
    `max(0, marks − minus × ceil(${short} ÷ every))`,
  ]);
});

test("self-score by bands: the limit of a band is within it, beyond the widest there is nothing", () => {
  const bands = written("bands: [{ within: 5, marks: 10 }, { within: 10%, marks: 6 }]");
  const verdict = (value: string, target = targetOf("110"), sign: 1 | 0 = 1) =>
    assessed("self-score", { ...bands, ...at(value), target, sign });
  const near = verdict("104.9");
  expect([said(near), named(near)]).toEqual([
    "0.6 not_met off-track, score ÷ marks, score 6, band(|v − T|)",
    { score: "6", short: "5.1", marks: "10" },
  ]);
  // A tenth of 110 is 11, on either side.
  expect(["105", "99", "98.9", "115", "121", "121.1"].map((v) => verdict(v).ratio?.toString())).toEqual([
    "1",
    "0.6",
    "0",
    "1",
    "0.6",
    "0",
  ]);
  // 15 from the lower end of a range is no distance while the value lies in it.
  expect(verdict("115", between, 0).ratio?.toString()).toBe("1");
  expect(verdict("94", between, 0).ratio?.toString()).toBe("0.6");
  expect(verdict("94", between, 0).scoreFormula).toBe("band(short)");
});

test("self-score of a word", () => {
  const grades = written("grades: { 达成: 100%, 部分达成: 70% }");
  const of = (word: string, meetsWord: boolean, rest: Rest) =>
    findMethod("self-score")?.withoutValue?.(inputOf({ word, meetsWord, ...rest }));
  const partly = of("部分达成", false, grades);
  expect([said(partly), named(partly)]).toEqual([
    "0.7 partial at-risk, share, score 7, marks × ratio",
    { share: "0.7", marks: "10" },
  ]);
  expect(said(of("未达成", false, grades))).toContain("0 poor off-track");
  expect(said(of("done", true, {}))).toContain("1 met achieved");
  expect(said(of("not done", false, {}))).toContain("0 not_met off-track");
});

test("what has been completed to date", () => {
  const to = (targets: readonly DatedTarget[], rest: Rest = {}): string | null => {
    const done = toDate(inputOf({ targets, asOf: 130, ...rest }));
    return done === null
      ? null
      : `${done.actual} of ${done.target} by ${done.dueOn}${done.ended ? ", ended" : ""}`;
  };
  // Totals alone count where there are any; a total without begin, a bound or a range is none of either.
  expect(to([total("50", "40"), targetOf("99", { on: 120 })])).toBe("40 of 50 by 100, ended");
  expect(to([total("50", "40", { from: null })])).toBeNull();
  expect(to([targetOf("9", { role: "hold", from: 1, on: 100 })])).toBeNull();
  expect(to([targetOf("9", { upper: new Big(10), on: 100 })])).toBeNull();
  expect(to([targetOf("9", { on: null })])).toBeNull();
  // On its day a target is due; of several the latest, of one day the last that is written.
  const reach = (value: string, on: number) => targetOf(value, { on, doneBy: () => seen("7", on) });
  expect(to([reach("9", 131)])).toBeNull();
  expect(to([reach("9", 130)])).toBe("7 of 9 by 130");
  expect(to([reach("8", 120), reach("9", 100)])).toBe("7 of 8 by 120");
  expect(to([reach("8", 100), reach("9", 120)])).toBe("7 of 9 by 120");
  expect(to([reach("8", 120), reach("9", 120)])).toBe("7 of 9 by 120");
});

test("totals that lie in one another count once", () => {
  const to = (targets: readonly DatedTarget[], sign: 1 | -1 = 1): string =>
    toDate(inputOf({ targets, asOf: 200, sign }))?.target.toString() ?? "none";
  const [whole, half, rest] = [
    total("100", "1"),
    total("40", "1", { on: 50 }),
    total("60", "1", { from: 51 }),
  ];
  expect(to([half, whole])).toBe("100");
  expect(to([whole, half, rest])).toBe("100");
  expect(to([rest, half])).toBe("100");
  // Of one span asked for twice the stricter: the more, or of what must fall the less.
  expect([to([total("40", "1"), total("60", "1")]), to([total("60", "1"), total("40", "1")])]).toEqual([
    "60",
    "60",
  ]);
  expect([
    to([total("40", "1"), total("60", "1")], -1),
    to([total("60", "1"), total("40", "1")], -1),
  ]).toEqual(["40", "40"]);
});

test("where neither side is better the greater of two totals of one span counts", () => {
  const targets = [total("40", "1"), total("60", "1")];
  expect(toDate(inputOf({ targets, asOf: 200, sign: 0 }))?.target.toString()).toBe("60");
});

test("totals have ended when all are over and no value is awaited any more", () => {
  const ended = (targets: readonly DatedTarget[], asOf: number) => toDate(inputOf({ targets, asOf }))?.ended;
  const early = total("50", null, { doneBy: () => seen("40", 99) });
  const silent = total("50", null);
  // Day 100 and 30 days for reporting.
  expect([ended([early], 130), ended([early], 131)]).toEqual([false, true]);
  expect([ended([silent], 130), ended([silent], 131)]).toEqual([false, true]);
  expect(ended([total("50", "40")], 100)).toBe(true);
  expect(ended([total("50", "40"), total("9", null, { from: 101, on: 200 })], 199)).toBe(false);
  expect(ended([total("50", "40"), total("9", null, { from: 101, on: null })], 300)).toBe(false);
});

test("to-date-band: both ends of the band are on track, more is better unless less is", () => {
  const word = (done: string, sign: 1 | 0 | -1 = 1): string => {
    const targets = [total("100", done), total("9", null, { from: 101, on: 300 })];
    const { methodStatus, status } = assessed("to-date-band", { targets, sign });
    return `${methodStatus} ${status}`;
  };
  expect(["85", "84.9", "115", "115.1"].map((done) => word(done))).toEqual([
    "on_track on-track",
    "below off-track",
    "on_track on-track",
    "above ahead",
  ]);
  expect([word("116", 0), word("116", -1), word("84", -1)]).toEqual([
    "above ahead",
    "below off-track",
    "above ahead",
  ]);
});

test("to-date-band of what nobody reported says that it is not reported, without a figure", () => {
  const targets = [total("100", null)];
  expect(said(assessed("to-date-band", { targets, asOf: 130 }))).toBe("– not_reporting not-due, ");
  expect(said(assessed("to-date-band", { targets, asOf: 131 }))).toBe("– not_reporting no-data, ");
});

test("to-date-band has no ratio of a total of nothing", () => {
  const refusedAs = (value: string) => assessed("to-date-band", { targets: [total(value, "4")] });
  expect(["0", "-1"].map((value) => refusedAs(value).reason)).toEqual(["zero-target", "not-positive"]);
  expect(refusedAs("0").methodStatus).toBe("not_reporting");
});

test("un-projection: growth that goes on to the target's date", () => {
  // 100 → 200 in a year, another year to go: 400 of 500, (400 − 100) ÷ (500 − 100).
  const target = targetOf("500", { on: 730 });
  const one = { start: hundred, target, value: seen("200", 365), series: [seen("200", 365)] };
  const verdict = assessed("un-projection", one);
  expect(said(verdict)).toBe(
    "0.75 fair_progress_acceleration_needed at-risk, (projected − b) ÷ (T − b), score 2, band(ratio)",
  );
  expect(named(verdict)).toEqual({ passed: "1", left: "1", projected: "400" });
  expect(verdict.projection).toMatchObject({
    by: "cagr",
    formula: "v × (v ÷ b)^(left ÷ passed)",
    estimate: true,
  });
  // After the date the last value up to it is judged, and named since it is not the latest.
  const later = assessed("un-projection", {
    ...one,
    value: seen("900", 800),
    series: [seen("200", 365), seen("900", 800)],
  });
  expect([later.ratio?.toString(), named(later)]).toEqual([
    "0.75",
    { passed: "1", left: "1", v: "200", projected: "400" },
  ]);
});

test("un-projection without a target: growth a year, which is worse where less is better", () => {
  const grown = (value: string, rest: Rest = {}): string =>
    said(assessed("un-projection", { ...growth, ...yearOn(value), ...rest }));
  const formula = "d × ((v ÷ b)^(1 ÷ passed) − 1), score";
  expect(grown("102")).toBe(`0.02 met_or_on_track on-track, ${formula} 3, band(ratio)`);
  expect(grown("101.9")).toBe(`0.019 fair_progress_acceleration_needed at-risk, ${formula} 2, band(ratio)`);
  expect(grown("100.5")).toBe(`0.005 fair_progress_acceleration_needed at-risk, ${formula} 2, band(ratio)`);
  expect(grown("100.4")).toBe(`0.004 stagnation_or_regression off-track, ${formula} 1, band(ratio)`);
  expect(grown("100")).toBe(`0 stagnation_or_regression off-track, ${formula} 1, band(ratio)`);
  expect(grown("99")).toBe(`-0.01 stagnation_or_regression worsening, ${formula} 1, band(ratio)`);
  expect(grown("98", { sign: -1 })).toBe(`0.02 met_or_on_track on-track, ${formula} 3, band(ratio)`);
  expect(named(assessed("un-projection", { ...growth, ...yearOn("98"), sign: -1 }))).toEqual({
    d: "-1",
    passed: "1",
  });
  expect(assessed("un-projection", { ...growth, ...yearOn("-5") }).reason).toBe("sign-change");
});

test("un-projection of a word", () => {
  const of = (meetsWord: boolean | null) =>
    said(findMethod("un-projection")?.withoutValue?.(inputOf({ meetsWord })));
  expect([of(true), of(false), of(null)]).toEqual([
    "– met_or_on_track on-track, , score 3, 3",
    "– stagnation_or_regression off-track, , score 1, 1",
    "– – –, , score –",
  ]);
});

test("in percent the last point to 0 or 100 is as good as made, of nothing else", () => {
  const percent = parseQuantity("5%");
  const unit = percent.ok ? percent.quantity.unit : null;
  const word = (value: string, level: string, rest: Rest = {}) =>
    assessed("un-projection", {
      unit,
      start: { value: new Big(98), on: 0 },
      target: targetOf(level, { on: 400 }),
      ...yearOn(value),
      ...rest,
    }).methodStatus;
  // 98 → 99 and 98 → 98.9 both project a third of the way or so; only 99 is one point from 100.
  expect([word("98.99", "100"), word("99", "100"), word("99", "101")]).toEqual([
    "fair_progress_acceleration_needed",
    "met_or_on_track",
    "fair_progress_acceleration_needed",
  ]);
  expect(word("99", "100", { unit: null })).toBe("fair_progress_acceleration_needed");
  expect(word("99", "100", { target: targetOf("100", { on: 400, upper: new Big(110) }) })).toBeNull();
});

test("zones: each level belongs to what is reached, and levels may coincide", () => {
  const word = (value: string, parameters = "commit: 50, stretch: 150", rest: Rest = {}): string =>
    said(assessed("zones", { ...written(parameters), ...at(value), ...rest })).split(",")[0] ?? "";
  // (v − 10) ÷ 140.
  expect(["45", "50", "110", "150", "3"].map((value) => word(value))).toEqual([
    "0.25 fail off-track",
    "0.285714 commit at-risk",
    "0.714286 target on-track",
    "1 stretch ahead",
    "0 fail off-track",
  ]);
  expect(word("110", "commit: 110, stretch: 110")).toBe("1 stretch ahead");
  expect(word("10", "commit: 10, stretch: 150")).toBe("0 commit at-risk");
  const same = assessed("zones", { ...written("commit: 10, stretch: 10"), target: targetOf("10") });
  expect(same.reason).toBe("levels-out-of-order");
});

test("absolute-bands of equal limits follow the direction, else the limits do", () => {
  const word = (parameters: string, sign: 1 | 0 | -1, value: string): string =>
    said(assessed("absolute-bands", { ...written(parameters), sign, ...at(value) }));
  expect(word("red: 60, green: 60", 1, "60")).toBe("– green on-track, ");
  expect(word("red: 60, green: 60", 1, "59")).toBe("– red off-track, ");
  expect(word("red: 60, green: 60", -1, "61")).toBe("– red off-track, ");
  expect(word("red: 40, green: 60", 0, "40")).toBe("– yellow at-risk, ");
  expect(word("red: 60, green: 40", 0, "61")).toBe("– red off-track, ");
});
