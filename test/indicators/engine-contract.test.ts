/**
 * The rules of ENGINE.md sentence by sentence, sections 1 to 5, 7 and 8: the name of each test is the rule that it holds. The methods
 * of section 6 are in `methods/`; cases in which several rules meet in `contract.test.ts` and `contract-edges.test.ts`.
 * Expected values follow from the words; the plan is of 2021–2025, seen after half of its days.
 */
import { expect, test } from "vitest";
import { isoDay } from "../../src/plan/days.ts";
import { compileText } from "../kit/compile.ts";
import { type Case, down, found, half, on, reach, to, up } from "./contract-cases.ts";
import { evaluateText, figureOf, rowOf, rowsOf } from "./evaluate-text.ts";

const km = "unit: km, direction: increase";
const flow = `${km}, value: flow`;
const running = `${km}, value: running-total`;
const share = `unit: "%", direction: increase, baseline: { is: 50%, at: 2020-12-31 }`;

const governing: readonly Case[] = [
  [
    "the governing target is the last-dated one to reach",
    { is: `${up}, ${to(reach(90, "2024-12-31"), reach(70, "2023-12-31"))}`, seen: on(10) },
    { target: "90", targetOn: "2024-12-31", contested: false },
  ],
  ...(
    [
      ["a change", "{ change: +20pp, by: 2025-12-31 }", "70"],
      ["a relative change", "{ relative: +40%, by: 2025-12-31 }", "70"],
      // 50 + 4 × 5 years, both.
      ["an average change a year", "{ rate: +4pp/year, during: 2021..2025 }", "70"],
      ["a change in every year", "{ each: +4pp/year, during: 2021..2025 }", "70"],
    ] as const
  ).map(
    ([kind, target, level]): Case => [
      `${kind} is turned into a level to reach`,
      { is: `${share}, ${to(target)}`, seen: on("55%") },
      { target: level, targetOn: "2025-12-31" },
    ],
  ),
  [
    "without anything to reach the bound to hold governs, whatever total there is",
    {
      is: `${flow}, frequency: yearly, ${to("{ hold: ≥10, during: 2021..2023 }", "{ total: 100, during: 2021..2025 }")}`,
      seen: ["2021 12", "2022 9"],
    },
    { target: "10", targetOn: "2023-12-31", held: 1, periods: 2 },
  ],
  [
    "without a level and a bound a state governs",
    { is: `unit: km, ${to("{ done: true, by: 2025-12-31 }")}`, seen: on("true") },
    { target: null, targetOn: "2025-12-31", status: "achieved", attained: null },
  ],
  [
    "without a level and a bound a grade governs",
    {
      is: `unit: km, ${to("{ grade: 良好, of: [差, 一般, 良好, 优秀], by: 2025-12-31 }")}`,
      seen: on("优秀"),
    },
    { target: null, status: "achieved", attained: null, ratio: null },
  ],
  [
    "without a level and a bound a total governs",
    { is: `${flow}, ${to("{ total: 100, during: 2021..2025 }")}`, seen: ["2021 30"] },
    { target: "100", value: "30" },
  ],
  [
    "of a fall the strictest of one date is the lowest",
    { is: `${down}, ${to(reach(120), reach(100), reach(110))}`, seen: on(150) },
    { target: "100", contested: true },
  ],
  [
    // Through 60 on the first day of the second year, the stricter of two; from 60 to 100 on the rest.
    "the trajectory passes the strictest of each date",
    {
      is: `${up}, ${to(reach(50, "2021-12-31"), reach(60, "2021-12-31"), reach(100, "2025-12-31"))}`,
      seen: ["2021-12-31 60"],
      asOf: "2021-12-31",
    },
    { expected: "60", pace: "1", targets: "met met not-due" },
  ],
  [
    "an earlier target that is due and missed makes the status no better than off track",
    { is: `${up}, ${to(reach(40, "2022-12-31"), reach(100))}`, seen: ["2022-12-31 39", `${half} 90`] },
    { status: "off-track", targets: "missed not-due" },
  ],
  [
    "a bound beside the goal that is due and missed does so as well",
    {
      is: `${up}, frequency: yearly, ${to(reach(100), "{ hold: ≥10, during: 2021..2022 }")}`,
      seen: ["2021 5", "2022 90"],
    },
    { status: "off-track", targets: "not-due missed" },
  ],
  [
    "a target without a date is due at the plan's end",
    { is: `${up}, ${to("{ reach: 100 }")}`, seen: on(50) },
    { targetOn: "2025-12-31", pace: "1" },
  ],
  [
    "a bound without a span applies to the whole plan",
    { is: `${km}, frequency: yearly, ${to("{ hold: ≥10 }")}`, seen: ["2020 3", "2021 12", "2022 11"] },
    { held: 2, periods: 2, targetOn: "2025-12-31", status: "on-track" },
  ],
  [
    "where there is nothing but a direction, target is null for want of a level, and the direction is judged",
    {
      is: `unit: km, baseline: { is: 10, at: 2020-12-31 }, ${to("{ trend: decrease, during: 2021..2025 }")}`,
      seen: on(12),
    },
    { target: null, reason: "no-level", status: "worsening" },
  ],
];

const datesAndNumbers: readonly Case[] = [
  [
    "day counts leave the first day out and take the last one in: one day of 1826",
    { is: `${up}, ${to(reach(100))}`, seen: ["2021-01-01 1"], asOf: "2021-01-01" },
    // 1 ÷ 1826.
    { elapsed: "0.00054764512595837897" },
  ],
  [
    "elapsed is 0 before the first day",
    { is: `${up}, ${to(reach(100))}`, seen: ["2020-12-31 0"], asOf: "2020-12-31" },
    { elapsed: "0" },
  ],
  [
    "elapsed is 1 after the last day",
    { is: `${up}, ${to(reach(100))}`, seen: ["2025-12-31 100"], asOf: "2029-01-01" },
    { elapsed: "1" },
  ],
  [
    "without a baseline's date time begins on the day before the plan",
    { is: `${km}, ${to(reach(100))}`, seen: on(50) },
    { elapsed: "0.5", baselineOn: null },
  ],
  [
    // 100 ÷ (1 whole year + 184 days of the 365 that follow): 100 ÷ 1.504109… = 66.4845….
    "years are whole calendar years and the days that remain, of the days of the year after them",
    { is: `${up}, ${to(reach(100, "2022-12-31"))}`, seen: ["2021-06-30 0"], asOf: "2021-06-30" },
    { required: "66.48451730418943533698" },
  ],
  [
    "a third of the way has thirty digits and is printed with twenty, half-even",
    { is: `${up}, ${to(reach(3))}`, seen: on(1) },
    { attained: "0.33333333333333333333", pace: "0.66666666666666666667" },
  ],
  [
    "sums and levels are exact, however many digits they have",
    { is: `${flow}, ${to("{ total: 1, during: 2021..2025 }")}`, seen: ["2021 0.1", "2022 0.2"] },
    { value: "0.3", attained: "0.3" },
  ],
];

const figures: readonly Case[] = [
  [
    // v 52 of 45 → 85: (52 − 45) ÷ 40, not clamped below or above.
    "attained is the share of the way, and is not clamped",
    { is: `${up.replace("0,", "50,")}, ${to(reach(100))}`, seen: on(30) },
    { attained: "-0.4", ofTarget: "0.3", gap: "-45", gapPoints: "-90" },
  ],
  [
    "of the target is turned round where less is better",
    { is: `${down}, ${to(reach(100))}`, seen: on(125) },
    { ofTarget: "0.8", attained: "0.75", gap: "25", gapPoints: "25" },
  ],
  [
    // Day 365 of the 1826 to the end of 2025: 365 ÷ 1826 of the way were expected then, half of it on the day of judging.
    "what is expected is that of the value's day, not of the day of judging",
    { is: `${up}, ${to(reach(1826))}`, seen: ["2021-12-31 365"] },
    { expected: "365", pace: "1", gap: "0", elapsed: "0.5" },
  ],
  [
    "pace is null while what is expected equals the baseline",
    { is: `${up}, ${to(reach(100))}`, seen: ["2020-12-31 0"], asOf: "2021-01-31" },
    { expected: "0", pace: null },
  ],
  [
    "previous, change and year on year are those of the reporting rhythm",
    {
      is: `${up}, frequency: half-yearly, ${to(reach(100))}`,
      seen: ["2022-H1 20", "2022-H2 33", "2023-H1 45"],
      asOf: "2023-07-02",
    },
    { previous: "33", change: "12", yearOnYear: "25" },
  ],
  [
    "two values are no trend",
    { is: `${up}, ${to(reach(100))}`, seen: ["2021-12-31 20", `${half} 50`] },
    { projected: null, reachedOn: null },
  ],
  [
    "a method's own projection stands in place of the trend",
    {
      is: `unit: km, direction: increase, assess: un-projection, baseline: { is: 100, at: 2020-12-31 }, ${to(reach(200))}`,
      seen: ["2021-12-31 110"],
      asOf: "2021-12-31",
    },
    // 110 × 1.1⁴.
    { projected: "161.051", projectedBy: "cagr" },
  ],
  [
    "a score that the method does not define is its ratio within 0 and 1: above",
    { is: `${up}, weight: 40%, ${to(reach(100))}`, seen: on(70) },
    { ratio: "1.4", score: "1", weightedScore: "0.4" },
  ],
  [
    "a score that the method does not define is its ratio within 0 and 1: below",
    { is: `${up}, weight: 40%, ${to(reach(100))}`, seen: on(-5) },
    { ratio: "-0.1", score: "0", weightedScore: "0" },
  ],
  [
    "of a level and of a running total the latest value counts",
    { is: `${running}, ${to(reach(100))}`, seen: ["2021 10", "2022 30"] },
    { value: "30" },
  ],
  [
    "of a flow the sum over the governing target's span counts, so far",
    {
      is: `${flow}, ${to("{ total: 100, during: 2022..2025 }")}`,
      seen: ["2021 10", "2022 30", `${half} 20`],
    },
    { value: "50", baselineOn: "2021-12-31", attained: "0.5" },
  ],
];

const missing: readonly Case[] = [
  [
    "without a baseline a level has no attained, expected, pace and gap",
    { is: `${km}, ${to(reach(100))}`, seen: on(90) },
    { attained: null, expected: null, pace: null, gap: null, gapPoints: null },
  ],
  ...(
    [
      ["a value that meets the target is achieved", "100", half, "achieved", null],
      [
        "the share of the target decides: 1 belongs to nothing but the target itself",
        "99.9",
        half,
        "at-risk",
        "of-target",
      ],
      ["the share of the target decides: 0.8 is at risk", "80", half, "at-risk", "of-target"],
      ["the share of the target decides: less is off track", "79.9", half, "off-track", "of-target"],
      ["after the due date and its lag it is missed", "99", "2026-01-31", "missed", null],
    ] as const
  ).map(
    ([what, value, asOf, status, basis]): Case => [
      `without a baseline ${what}`,
      { is: `${km}, ${to(reach(100))}`, seen: on(value), asOf },
      { status, basis },
    ],
  ),
  [
    "a flow and a running total need no baseline: they start at 0 on the day before their span",
    { is: `${running}, ${to(reach(100))}`, seen: on(50) },
    { baseline: "0", baselineOn: "2020-12-31", pace: "1", status: "on-track", basis: null },
  ],
  ...(
    [
      ["hold", `${km}, frequency: yearly, ${to("{ hold: ≥10 }")}`, "2022 12", "on-track"],
      [
        "absolute-bands",
        `${km}, assess: { method: absolute-bands, red: 5, green: 10 }`,
        "2022 12",
        "on-track",
      ],
      ["self-score", `${km}, assess: self-score, ${to(reach(100))}`, "2022 50", "off-track"],
      [
        "to-date-band",
        `${km}, assess: to-date-band, ${to(reach(100, "2022-12-31"), reach(200))}`,
        "2022 100",
        "on-track",
      ],
      [
        "preset pepfar",
        `${km}, assess: { method: schedule-points, preset: pepfar }, ${to(reach(100))}`,
        "2021 25",
        "on-track",
      ],
      [
        "judgement",
        `${km}, assess: { method: judgement, status: ahead, person: Li, date: 2023-01-01, reason: r }, ${to(reach(100))}`,
        "2022 5",
        "ahead",
      ],
    ] as const
  ).map(
    ([method, is, seen, status]): Case => [
      `${method} needs no baseline`,
      { is, seen: [seen] },
      { status, basis: null },
    ],
  ),
  ...["cagr-ratio", "un-projection"].map(
    (method): Case => [
      `for ${method} the first observation from the plan's start on serves as baseline`,
      {
        is: `${km}, assess: ${method}, ${to(reach(400))}`,
        seen: ["2019 7", "2021 100", "2022 200"],
        asOf: "2022-12-31",
      },
      { baseline: "100", baselineOn: "2021-12-31", basis: "first-observation" },
    ],
  ),
  [
    "without a target nothing is judged, and the value is shown",
    { is: up, seen: on(50) },
    { status: "not-computable", reason: "no-target", value: "50", ratio: null, score: null },
  ],
  ...(
    [
      // (1.05)^(1 year) − 1 = 5% a year.
      ["cagr-ratio", "substantial_progress", "on-track"],
      ["un-projection", "met_or_on_track", "on-track"],
    ] as const
  ).map(
    ([method, methodStatus, status]): Case => [
      `without a target ${method} judges the growth itself`,
      {
        is: `unit: km, direction: increase, assess: ${method}, baseline: { is: 100, at: 2021-12-31 }`,
        seen: ["2022 105"],
        asOf: "2022-12-31",
      },
      { ratio: "0.05", methodStatus, status },
    ],
  ),
  [
    "without a direction and a baseline the relation tells it",
    { is: `unit: km, assess: self-score, ${to(reach("≤100"))}`, seen: on(125) },
    { ratio: "0.8", status: "off-track" },
  ],
  [
    "a target whose relation agrees and that the baseline meets already is judged as usual",
    { is: `${up.replace("0,", "120,")}, ${to(reach("≥100"))}`, seen: on(130) },
    { status: "achieved", reason: null },
  ],
  [
    "open-sdg says achieved of a target that equals the baseline whenever the value meets it",
    { is: `${up.replace("0,", "50,")}, assess: cagr-ratio, ${to(reach(50))}`, seen: on(60) },
    { methodStatus: "target_achieved", score: "5", status: "on-track" },
  ],
  [
    "a grade that is not reached is not achieved, and has no attained",
    { is: `unit: km, ${to("{ grade: 良好, of: [差, 一般, 良好, 优秀], by: 2022 }")}`, seen: ["2022 一般"] },
    { status: "missed", attained: null },
  ],
  [
    "a text among numbers leaves the rest as it is",
    { is: `${up}, ${to(reach(100))}`, seen: ["2022-12-31 40", `${half} good`] },
    { value: "40", observedOn: "2022-12-31" },
  ],
];

const judged = `assess: { method: judgement, status: ahead, person: Li, date: 2021-01-01, reason: known }`;

const steps: readonly Case[] = [
  [
    "a valid judgement stands before silence",
    { is: `${up}, frequency: yearly, ${judged}, ${to(reach(100))}`, seen: [], asOf: "2023-07-02" },
    { status: "ahead", computedStatus: "no-data" },
  ],
  [
    "a valid judgement stands before a missed due date",
    { is: `${up}, ${judged}, ${to(reach(100))}`, seen: ["2025-12-31 5"], asOf: "2026-06-30" },
    { status: "ahead", computedStatus: "missed" },
  ],
  [
    "silence is not due until the first reporting period and the time for reporting are over",
    { is: `${up}, frequency: yearly, ${to(reach(100))}`, seen: [], asOf: "2022-01-30" },
    { status: "not-due" },
  ],
  [
    "after them silence is no data",
    { is: `${up}, frequency: yearly, ${to(reach(100))}`, seen: [], asOf: "2022-01-31" },
    { status: "no-data" },
  ],
  [
    "on the due date itself the value decides: achieved",
    { is: `${up}, ${to(reach(100))}`, seen: ["2025-12-31 100"], asOf: "2025-12-31" },
    { status: "achieved", targets: "met" },
  ],
  [
    "on the due date itself the value decides: missed",
    { is: `${up}, ${to(reach(100))}`, seen: ["2025-12-31 99.999"], asOf: "2025-12-31" },
    { status: "missed", targets: "missed" },
  ],
  [
    "a due date that has passed stands before stale",
    { is: `${up}, frequency: monthly, ${to(reach(100))}`, seen: ["2025-01 100"], asOf: "2026-06-30" },
    { status: "achieved" },
  ],
  [
    "stale stands before a met target",
    { is: `${up}, frequency: monthly, ${to(reach(100))}`, seen: ["2022-01 100"] },
    { status: "stale" },
  ],
  [
    "without a frequency nothing is ever stale",
    { is: `${up}, ${to(reach(100))}`, seen: ["2021-01-31 100"] },
    { status: "achieved" },
  ],
  [
    "a plan may give more time for reporting before a value is stale",
    { is: `${up}, frequency: monthly, report-within: 600 days, ${to(reach(100))}`, seen: ["2022-01 100"] },
    { status: "achieved" },
  ],
  [
    "a met target stands before the method's word, which is kept beside it",
    { is: `${up}, assess: { method: zones, commit: 10, stretch: 300 }, ${to(reach(100))}`, seen: on(100) },
    { status: "achieved", methodStatus: "target" },
  ],
  [
    "worsening stands before the method's word, which is kept beside it",
    { is: `${up.replace("0,", "50,")}, assess: schedule-points, ${to(reach(100))}`, seen: on("49.9") },
    { status: "worsening", methodStatus: "red" },
  ],
  [
    "a bound to hold is judged by the last completed period",
    {
      is: `${km}, frequency: yearly, ${to("{ hold: ≥10, during: 2021..2025 }")}`,
      seen: ["2021 5", "2022 12"],
    },
    { status: "on-track", held: 1, periods: 2 },
  ],
  [
    "after its end a bound is achieved where every period held",
    {
      is: `${km}, frequency: yearly, ${to("{ hold: ≥10, during: 2021..2022 }")}`,
      seen: ["2021 10", "2022 12"],
    },
    { status: "achieved", held: 2, periods: 2 },
  ],
];

const periods: readonly Case[] = [
  [
    "dated amounts inside one period of a flow add up",
    {
      is: `${flow}, frequency: quarterly, ${to("{ total: 100, during: 2021..2025 }")}`,
      seen: ["2023-04-10 5", "2023-05-20 6", "2023-06-30 7"],
    },
    { value: "18" },
  ],
  [
    "of a revised level the one reported later counts",
    {
      is: `${up}, ${to(reach(100))}`,
      seen: [
        "{ at: 2022-12-31, value: 40 }",
        "{ at: 2022-12-31, value: 30, state: revised, reported: 2023-03-01 }",
      ],
    },
    { value: "30" },
  ],
  [
    "a revision that is reported after the day is undone",
    {
      is: `${up}, ${to(reach(100))}`,
      seen: [
        "{ at: 2022-12-31, value: 40 }",
        "{ at: 2022-12-31, value: 30, state: revised, reported: 2023-08-01 }",
      ],
    },
    { value: "40" },
  ],
  [
    "values of different reporters are combined as the plan declares",
    {
      is: `${up}, aggregation: sum, ${to(reach(100))}`,
      seen: ["{ at: 2022-12-31, value: 40, reporter: 甲 }", "{ at: 2022-12-31, value: 30, reporter: 乙 }"],
    },
    { value: "70" },
  ],
  [
    "values of a group make no headline",
    {
      is: `${up}, ${to(reach(100))}`,
      seen: ["2022-12-31 40", "{ at: 2022-12-31, value: 30, 'dimension:sex': f }"],
    },
    { value: "40" },
  ],
];

test.each([...governing, ...datesAndNumbers, ...figures, ...missing, ...steps, ...periods])(
  "%s",
  (_rule, one, expected) => {
    expect(found(one, Object.keys(expected))).toEqual(expected);
  },
);

test("every target is judged on its own, with kind, level, relation and date", () => {
  const row = rowOf({
    is: `${up}, frequency: yearly, ${to(reach(">40", "2022-12-31"), "{ hold: ≥10 }", "{ trend: increase, during: 2021..2025 }", reach(100))}`,
    seen: ["2021 20", "2022 45"],
    period: "2021..2025",
    asOf: half,
  });
  expect(
    row.targets.map((one) => [
      one.target.kind,
      one.shown,
      one.relation,
      one.dueOn === null ? null : isoDay(one.dueOn),
      one.status,
      one.governing,
    ]),
  ).toEqual([
    ["reach", "40", ">", "2022-12-31", "met", false],
    ["hold", "10", ">=", "2025-12-31", "on-track", false],
    ["trend", "increase", ">=", "2025-12-31", "on-track", false],
    ["reach", "100", ">=", "2025-12-31", "not-due", true],
  ]);
});

test("a figure as printed never contradicts its band: the pace of 0.99999… stays below 1", () => {
  // 49.99…9 with 29 digits of 50: unrounded just below 1, twenty places half-even would print 1.
  const row = rowOf({
    is: `${up}, ${to(reach(100))}`,
    seen: [`${half} 49.999999999999999999999999999`],
    period: "2021..2025",
    asOf: half,
  });
  expect([row.status, row.figures.pace.value?.lt(1)]).toEqual(["at-risk", true]);
});

test("what was reported after the day is not seen, nor what is dated after it", () => {
  const row = rowOf({
    is: `${up}, ${to(reach(100))}`,
    seen: [
      "{ at: 2022-12-31, value: 40 }",
      "{ at: 2023-03-31, value: 90, reported: 2023-08-01 }",
      "{ at: 2024-01-31, value: 95 }",
    ],
    period: "2021..2025",
    asOf: half,
  });
  expect(figureOf(row, "value")).toBe("40");
});

const twoEntities = "entities: [{ id: a, name: A }, { id: b, name: B }]";
const of = (entity: string, value: string | number, more = ""): string =>
  `{ at: ${half}, entity: ${entity}, value: ${value}${more} }`;
const rows = (is: string, seen: readonly string[]) =>
  rowsOf({ is, seen, plan: twoEntities, period: "2021..2025", asOf: half });

test("there is one row for the plan and one for each entity", () => {
  const all = rows(`${up}, aggregation: mean, ${to(reach(100))}`, [of("a", 40), of("b", 60)]);
  expect(all.map((row) => [row.entity, figureOf(row, "value")])).toEqual([
    [null, "50"],
    ["a", "40"],
    ["b", "60"],
  ]);
});

test("the plan's own observations stand before the roll-up", () => {
  const all = rows(`${up}, aggregation: mean, ${to(reach(100))}`, [`${half} 55`, of("a", 40), of("b", 60)]);
  expect(figureOf(all[0] ?? rowOf({ is: up }), "value")).toBe("55");
});

test("without a way to roll up the plan has no value, and the status of its worst entity", () => {
  const [whole, a, b] = rows(`${up}, ${to(reach(100))}`, [of("a", 20), of("b", 60)]);
  expect([whole?.figures.value.value, whole?.status, whole?.reason]).toEqual([
    null,
    "off-track",
    "no-aggregation",
  ]);
  expect([a?.status, b?.status]).toEqual(["off-track", "on-track"]);
});

test("percent rolls up as a mean only where the plan declares it", () => {
  const is = `${share}, ${to(reach("100%"))}`;
  const parts = [
    "{ at: 2022-12-31, entity: a, numerator: 9, denominator: 10 }",
    "{ at: 2022-12-31, entity: b, numerator: 10, denominator: 90 }",
  ];
  const value = (more: string) => figureOf(rows(`${is}${more}`, parts)[0] ?? rowOf({ is: up }), "value");
  expect(value("")).toBe("19");
  // (90 + 11.11…) ÷ 2.
  expect(value(", aggregation: mean")).toMatch(/^50\.5555/);
});

test("in a roll-up an entity's last running total carries forward; a level does not", () => {
  const seen = ["{ at: 2022-12-31, entity: a, value: 30 }", of("b", 50)];
  const value = (kind: string) =>
    figureOf(
      rows(`${km}, value: ${kind}, aggregation: sum, ${to(reach(100))}`, seen)[0] ?? rowOf({ is: up }),
      "value",
    );
  expect(value("running-total")).toBe("80");
  expect(value("level")).toBe("50");
});

test("dimensions and the plan take the worst status, the weighted score, and counts of their own indicators", () => {
  const one = (id: string, dimension: string, value: number): string =>
    `  - { id: ${id}, name: ${id}, dimension: ${dimension}, weight: 25%, ${up}, ${to(reach(100))}, observations: [{ at: ${half}, value: ${value} }] }`;
  const text = `format: 1\nid: p\nperiod: 2021..2025\ndimensions: [{ id: d, name: D }, { id: e, name: E }]\nindicators:\n${one("a", "d", 50)}\n${one("b", "d", 45)}\n${one("c", "e", 20)}\n`;
  const { dimensions, plan } = evaluateText(text, { asOf: half });
  expect(
    dimensions.map(({ id, status, score, statuses }) => [id, status, score?.toString(), statuses]),
  ).toEqual([
    // (1 + 0.9) ÷ 2; 0.4.
    ["d", "at-risk", "0.95", { "on-track": 1, "at-risk": 1 }],
    ["e", "off-track", "0.4", { "off-track": 1 }],
  ]);
  expect([plan.status, plan.statuses]).toEqual([
    "off-track",
    { "on-track": 1, "at-risk": 1, "off-track": 1 },
  ]);
});

test("two amounts of one day without reporter or note are a warning, with them none", () => {
  const severities = (more: string): readonly string[] =>
    compileText(
      `format: 1\nid: p\nperiod: 2021..2025\nindicators:\n  - { id: x, name: X, ${flow}, ${to("{ total: 100, during: 2021..2025 }")}, observations: [{ at: 2022-12-31, value: 40${more} }, { at: 2022-12-31, value: 44${more.replace("one", "two")} }] }\n`,
      { asOf: half },
    )
      .findings.filter(({ code }) => code.startsWith("data/"))
      .map(({ severity }) => severity);
  expect(severities("")).toContain("warning");
  expect(severities(", note: one")).toEqual([]);
  expect(severities(", reporter: one")).toEqual([]);
});
