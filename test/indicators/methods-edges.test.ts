/**
 * The edges that a specification of indicators has to settle (METHODS.md section 8, 1 to 20), one after the other; what the
 * engine says of each, worked out by hand. The plan is of 2021–2025, seen after half of its days (see contract-cases.ts).
 */
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";
import { type Case, down, found, half, on, reach, to, up } from "./contract-cases.ts";
import { evaluateText, figureOf, rowOf, rowsOf } from "./evaluate-text.ts";

const level = (more: string): string => `unit: km, ${more}`;
const percent = `unit: "%", direction: increase`;

const edges: readonly Case[] = [
  [
    "1 a zero is a value: nothing of the way is done",
    { is: `${up}, ${to(reach(100))}`, seen: on(0) },
    { value: "0", attained: "0", status: "off-track" },
  ],
  [
    "1 N/A is missing with a reason, and no zero",
    { is: `${up}, ${to(reach(100))}`, seen: ["2022-12-31 40", `${half} N/A`] },
    { value: "40", observedOn: "2022-12-31" },
  ],
  [
    "1 an empty value is missing, and no zero",
    { is: `${up}, ${to(reach(100))}`, seen: ["2022-12-31 40", `{ at: ${half}, value: null }`] },
    { value: "40" },
  ],
  [
    "2 without a direction a target above the baseline is to be reached by rising",
    { is: level(`baseline: { is: 0, at: 2020-12-31 }, ${to(reach(100))}`), seen: on(50) },
    { pace: "1", status: "on-track", gap: "0" },
  ],
  [
    "2 without a direction a target below the baseline is to be reached by falling",
    { is: level(`baseline: { is: 200, at: 2020-12-31 }, ${to(reach(100))}`), seen: on(140) },
    { pace: "1.2", gap: "10", status: "on-track" },
  ],
  [
    "2 a declared rise with a bare target below the baseline is a contradiction: not computable",
    {
      is: level(`direction: increase, baseline: { is: 200, at: 2020-12-31 }, ${to(reach(100))}`),
      seen: on(150),
    },
    { status: "not-computable", reason: "direction-contradicted", ratio: null, value: "150" },
  ],
  [
    "2 a declared rise with a relation that wants less is a contradiction: not computable",
    {
      is: level(`direction: increase, baseline: { is: 50, at: 2020-12-31 }, ${to(reach("≤100"))}`),
      seen: on(60),
    },
    { status: "not-computable", reason: "direction-contradicted" },
  ],
  [
    "2 neither baseline nor direction nor relation: not computable",
    { is: level(to(reach(100))), seen: on(60) },
    { status: "not-computable", reason: "no-direction", value: "60" },
  ],
  [
    "3 a target that equals the baseline is a bound to keep: kept",
    { is: `${up.replace("0,", "50,")}, ${to(reach(50))}`, seen: on(55) },
    { status: "on-track", attained: null, held: 1, periods: 1 },
  ],
  [
    "3 a target that equals the baseline is a bound to keep: broken",
    { is: `${up.replace("0,", "50,")}, ${to(reach(50))}`, seen: on(45) },
    { status: "off-track", attained: null, held: 0, periods: 1 },
  ],
  [
    "4 from zero a straight way is measured, growth is not",
    { is: `${up}, assess: cagr-ratio, ${to(reach(100))}`, seen: on(50) },
    { attained: "0.5", pace: "1", ratio: null, status: "not-computable", reason: "zero-baseline" },
  ],
  [
    "4 to zero a straight way is measured, growth is not",
    { is: `${down}, assess: cagr-ratio, ${to(reach(0))}`, seen: on(100) },
    { attained: "0.5", pace: "1", ratio: null, status: "not-computable", reason: "zero-target" },
  ],
  [
    "5 a target met at the baseline is judged as usual: met",
    { is: `${up.replace("0,", "95,")}, ${to(reach("≥90"))}`, seen: on(96) },
    { status: "achieved" },
  ],
  [
    "5 a target met at the baseline and lost later is worsening",
    { is: `${up.replace("0,", "95,")}, ${to(reach("≥90"))}`, seen: on(88) },
    { status: "worsening", firstMetOn: null },
  ],
  [
    "6 met once and lost now: the latest value decides, the first day is kept",
    { is: `${up}, ${to(reach(100))}`, seen: ["2021-12-31 100", "2022-12-31 70", `${half} 45`] },
    { status: "at-risk", pace: "0.9", firstMetOn: "2021-12-31", lostOn: "2022-12-31" },
  ],
  [
    "7 up and down: the latest value decides, whatever lay between",
    { is: `${up}, ${to(reach(100))}`, seen: ["2021-06-30 90", "2021-12-31 5", `${half} 50`] },
    { pace: "1", status: "on-track" },
  ],
  [
    "7 a bound looks at every period, not at the end points alone",
    {
      is: level(`direction: decrease, frequency: yearly, ${to("{ hold: ≤24, during: 2021..2022 }")}`),
      seen: ["2021 30", "2022 20"],
    },
    { status: "missed", held: 1, periods: 2 },
  ],
  [
    "8 a passed interim target is judged by the value up to its day, with the lag as grace: not yet",
    {
      is: `${up}, frequency: quarterly, ${to(reach(40, "2022-12-31"), reach(100))}`,
      seen: ["2022-Q3 30"],
      asOf: "2023-01-30",
    },
    { targets: "not-due not-due" },
  ],
  [
    "8 and after the grace it is missed, which no later value repairs",
    {
      is: `${up}, frequency: quarterly, ${to(reach(40, "2022-12-31"), reach(100))}`,
      seen: ["2022-Q3 30", "2023-Q1 60"],
      asOf: "2023-04-20",
    },
    { targets: "missed not-due", status: "off-track" },
  ],
  [
    // (90 + 80) ÷ (100 + 100); 40 of the running third.
    "9 to date like is compared with like: completed periods only, the running one apart",
    {
      is: level(
        `value: flow, direction: increase, assess: to-date-band, ${to("{ total: 100, during: 2021 }", "{ total: 100, during: 2022 }", "{ total: 100, during: 2023 }")}`,
      ),
      seen: ["2021 90", "2022 80", "2023-03 40"],
    },
    { ratio: "0.85", methodStatus: "on_track", value: "40", attained: "0.4" },
  ],
  [
    // Both begin on the first day: 300 is the whole, not 100 + 300.
    "10 overlapping periods from one start are steps of one sum, never added up",
    {
      is: level(
        `value: flow, direction: increase, ${to("{ total: 100, during: 2021 }", "{ total: 300, during: 2021..2022 }")}`,
      ),
      seen: ["2021 110", "2022 200"],
      asOf: "2022-12-31",
    },
    { target: "300", value: "310", targets: "met met", status: "achieved" },
  ],
  [
    // 1 − (1 − 2.7%)(1 − 0.1%).
    "13 reductions compound, they do not add up",
    {
      is: `unit: "%", value: flow, direction: decrease, ${to("{ compound: -13.5%, during: 2021..2025 }")}`,
      seen: ["2021 2.7", "2022 0.1"],
    },
    { value: "-2.7973" },
  ],
  [
    "14 a band compares the unrounded figure: 0.9999995 of the way is not all of it",
    { is: `${up}, ${to(reach(100))}`, seen: on("49.999975") },
    { pace: "0.9999995", status: "at-risk" },
  ],
  [
    "14 a boundary belongs to the better band, at its upper end",
    { is: `${up}, ${to(reach(100))}`, seen: on(50) },
    { pace: "1", status: "on-track" },
  ],
  [
    "14 a boundary belongs to the better band, at its lower end",
    { is: `${up}, ${to(reach(100))}`, seen: on(40) },
    { pace: "0.8", status: "at-risk" },
  ],
  [
    "15 what is dated after the day is not seen",
    { is: `${up}, ${to(reach(100))}`, seen: [`${half} 50`, "2023-07-03 100"] },
    { value: "50", status: "on-track" },
  ],
  [
    "15 what was observed before the baseline is shown beside it and judges nothing",
    {
      is: `${up}, frequency: yearly, ${to(reach(100))}`,
      seen: ["2019 90", "2020 0", "2021 20"],
      asOf: "2021-12-31",
    },
    { value: "20", previous: "0", change: "20", status: "on-track", firstMetOn: null },
  ],
  [
    "15 a value older than its period's successor and the lag is stale",
    { is: `${up}, frequency: yearly, ${to(reach(100))}`, seen: ["2021 90"], asOf: "2023-01-31" },
    { status: "stale" },
  ],
  [
    // 2020-12-31 → 2023-07-02 is 913 of 1826 days, the leap day of 2024 among them.
    "16 the share of time counts days with the leap day, from the day before to the due day",
    { is: `${up}, ${to(reach(100))}`, seen: on(50) },
    { elapsed: "0.5" },
  ],
  [
    "16 after the due date the share of time stays 1, and the status says that it has passed",
    { is: `${up}, ${to(reach(100))}`, seen: ["2025-12-31 90"], asOf: "2027-01-01" },
    { elapsed: "1", status: "missed" },
  ],
  [
    "18 a judgement stands while it has a name, a date, a reason and has not expired",
    {
      is: `${up}, assess: { method: judgement, status: on-track, person: Li, date: 2023-06-01, reason: known, expires: ${half} }, ${to(reach(100))}`,
      seen: on(10),
    },
    { status: "on-track", computedStatus: "off-track", methodStatus: "on-track", ratio: null },
  ],
  ...["person: Li, ", "date: 2023-06-01, ", "reason: known, "].map(
    (part): Case => [
      `18 a judgement without its ${part.split(":")[0]} does not override`,
      {
        is: `${up}, assess: { method: judgement, status: on-track, ${"person: Li, date: 2023-06-01, reason: known, ".replace(part, "")}expires: 2024-01-01 }, ${to(reach(100))}`,
        seen: on(10),
      },
      { status: "off-track", computedStatus: null },
    ],
  ),
  [
    "18 a judgement that has expired does not override",
    {
      is: `${up}, assess: { method: judgement, status: on-track, person: Li, date: 2023-06-01, reason: known, expires: 2023-07-01 }, ${to(reach(100))}`,
      seen: on(10),
    },
    { status: "off-track", computedStatus: null },
  ],
  [
    "19 two amounts of one period of a flow add up",
    {
      is: level(`value: flow, direction: increase, ${to("{ total: 100, during: 2021..2025 }")}`),
      seen: ["2021-03-01 10", "2021-03-20 15"],
    },
    { value: "25" },
  ],
  [
    "19 of a level that was revised the later report counts",
    {
      is: `${up}, ${to(reach(100))}`,
      seen: [
        `{ at: 2022-12-31, value: 40, reported: 2023-01-10 }`,
        `{ at: 2022-12-31, value: 44, state: revised, reported: 2023-02-10 }`,
      ],
    },
    { value: "44" },
  ],
  [
    "20 across zero a straight way is measured, growth is not",
    {
      is: `${up.replace("0,", "-50,")}, assess: un-projection, ${to(reach(50))}`,
      seen: on(0),
    },
    { attained: "0.5", pace: "1", ratio: null, status: "not-computable", reason: "sign-change" },
  ],
];

test.each(edges)("%s", (_name, one, expected) => {
  expect(found(one, Object.keys(expected))).toEqual(expected);
});

// What is wrong is told at its line, and the rest is still computed.
const told: readonly (readonly [name: string, is: string, value: string, code: string])[] = [
  ["1 a decimal comma is no number", `${up}, ${to(reach(100))}`, '"30,6"', "error data/unreadable-value"],
  ["1 a bound is no value", `${up}, ${to(reach(100))}`, '"<14"', "error data/unreadable-value"],
  [
    "2 a declared direction that the figures contradict is an error",
    up.replace("0,", "200,"),
    "150",
    "error target/wrong-direction",
  ],
  [
    "5 a target that was met at the baseline is a warning",
    `${up.replace("0,", "95,")}`,
    "96",
    "warning target/already-met",
  ],
];

function codesOf(is: string, value: string): readonly string[] {
  const targets = is.includes("targets") ? "" : `, ${to(reach(is.includes("95") ? "≥90" : 100))}`;
  const text = `format: 1\nid: p\nperiod: 2021..2025\nindicators:\n  - { id: x, name: X, ${is}${targets}, observations: [{ at: 2022-12-31, value: 40 }, { at: ${half}, value: ${value} }] }\n`;
  return compileText(text, { asOf: half }).findings.map(({ code, severity }) => `${severity} ${code}`);
}

test.each(told)("%s", (_name, is, value, code) => {
  expect(codesOf(is, value)).toContain(code);
});

const twoEntities = "entities: [{ id: a, name: A }, { id: b, name: B }]";
const of = (entity: string, value: string): string => `{ at: ${half}, entity: ${entity}, ${value} }`;
const whole = (is: string, seen: readonly string[]) =>
  rowsOf({ is, seen, plan: twoEntities, period: "2021..2025", asOf: half })[0];

test("11 percent is never summed, and rolls up as a ratio of sums", () => {
  const is = `${percent}, baseline: { is: 0%, at: 2020-12-31 }, ${to(reach("100%"))}`;
  const parts = [of("a", "numerator: 9, denominator: 10"), of("b", "numerator: 10, denominator: 90")];
  // 19 of 100, not the mean of 90% and 11%.
  const row = whole(is, parts);
  expect(row === undefined ? null : figureOf(row, "value")).toBe("19");
  const summed = whole(`${is}, aggregation: sum`, parts);
  expect([summed?.figures.value.value, summed?.reason]).toEqual([null, "percent-not-summed"]);
});

test.each(["分", "指数"])("11 what is counted in %s is never summed", (unit) => {
  const row = whole(`unit: ${unit}, direction: increase, aggregation: sum, ${to(reach(100))}`, [
    of("a", "value: 40"),
    of("b", "value: 50"),
  ]);
  expect([row?.figures.value.value, row?.reason]).toEqual([null, "index-not-summed"]);
});

test("11 a partial sum names what is missing, how much it covers, and is not judged", () => {
  const row = whole(`unit: 个, direction: increase, aggregation: sum, ${to(reach(100))}`, [
    of("a", "value: 40"),
  ]);
  expect(row?.coverage).toMatchObject({ counted: 1, of: 2, missing: ["b"] });
  expect([row?.status, row?.reason]).toEqual(["not-computable", "partial-sum"]);
});

test.each([
  [40, 20, "0.6", "partial"],
  [60, 40, "1", "complete"],
  [90, 60, "1.5", "overlap"],
] as const)(
  "12 groups of %i and %i beside a whole of 100 cover %s: %s, and the headline stays its own",
  (men, women, coverage, kind) => {
    const row = rowOf({
      is: `unit: 人, direction: increase, baseline: 0 @ 2020-12, ${to(reach(200))}`,
      seen: [
        `${half} 100`,
        `{ at: ${half}, value: ${men}, 'dimension:sex': men }`,
        `{ at: ${half}, value: ${women}, 'dimension:sex': women }`,
      ],
      period: "2021..2025",
      asOf: half,
    });
    expect([figureOf(row, "value"), row.status]).toEqual(["100", "on-track"]);
    expect([row.slices[0]?.coverage?.toString(), row.slices[0]?.kind]).toEqual([coverage, kind]);
  },
);

test("12 groups without a headline make none", () => {
  const row = rowOf({
    is: `unit: 人, direction: increase, baseline: 0 @ 2020-12, ${to(reach(100))}`,
    seen: [
      `{ at: ${half}, value: 40, 'dimension:sex': men }`,
      `{ at: ${half}, value: 60, 'dimension:sex': women }`,
    ],
    period: "2021..2025",
    asOf: half,
  });
  expect([figureOf(row, "value"), row.status]).toEqual([null, "not-due"]);
});

test("17 the whole takes the worst status, the weighted mean of the scores, and counts that add up", () => {
  const one = (id: string, value: string, weight: string): string =>
    `  - { id: ${id}, name: ${id}, ${up}, weight: ${weight}, frequency: yearly, ${to(reach(100))}, observations: [${value}] }`;
  const at = (value: number): string => `{ at: ${half}, value: ${value} }`;
  const text = (last: string): string =>
    `format: 1\nid: p\nperiod: 2021..2025\nindicators:\n${one("a", at(50), "50%")}\n${one("b", at(20), "30%")}\n${one("c", last, "20%")}\n`;
  // 1 × 0.5 + 0.4 × 0.3 + 0.9 × 0.2.
  const full = evaluateText(text(at(45)), { asOf: half }).plan;
  expect([full.status, full.score?.toString()]).toEqual(["off-track", "0.8"]);
  expect(full.statuses).toEqual({ "on-track": 1, "off-track": 1, "at-risk": 1 });
  // Silence is counted, is not green, and leaves the score open.
  const silent = evaluateText(text(""), { asOf: half }).plan;
  expect(silent.statuses).toEqual({ "on-track": 1, "off-track": 1, "no-data": 1 });
  expect([silent.score, silent.scoreReason]).toEqual([null, "no-score"]);
});

test("19 two values of a level for one day are an error unless revised or from different reporters", () => {
  const codes = (more: string, value = "level"): readonly string[] =>
    compileText(
      `format: 1\nid: p\nperiod: 2021..2025\nindicators:\n  - { id: x, name: X, unit: 个, value: ${value}, direction: increase, aggregation: sum, baseline: 0 @ 2020-12, ${to(reach(100))}, observations: [{ at: 2022-12-31, value: 40${more} }, { at: 2022-12-31, value: 44${more === "" ? "" : more.replace("甲", "乙")} }] }\n`,
      { asOf: half },
    )
      .findings.filter(({ code }) => code.startsWith("data/"))
      .map(({ severity }) => severity);
  expect(codes("")).toContain("error");
  expect(codes("", "running-total")).toContain("error");
  expect(codes(", reporter: 甲")).not.toContain("error");
});
