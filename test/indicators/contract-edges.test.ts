/** Edges of methods, and what time does to a figure, where several rules meet. */
import { expect, test } from "vitest";
import { type Case, down, found, half, on, reach, to, up } from "./contract-cases.ts";

const edges: readonly Case[] = [
  [
    "exactly on the path",
    { is: `${up}, ${to(reach(100))}`, seen: on(50) },
    { pace: "1", status: "on-track" },
  ],
  [
    "a decrease a hair behind four fifths of the path",
    { is: `${down}, ${to(reach(100))}`, seen: on("160.001") },
    { pace: "0.79998", status: "off-track" },
  ],
  [
    "eleven points behind are yellow for schedule-points",
    { is: `${up}, assess: schedule-points, ${to(reach(100))}`, seen: on(39) },
    { ratio: "0.78", methodStatus: "yellow", status: "at-risk" },
  ],
  [
    "the same 22 percent behind are yellow for schedule-relative",
    { is: `${up}, assess: schedule-relative, ${to(reach(100))}`, seen: on(39) },
    { ratio: "0.78", methodStatus: "yellow" },
  ],
  [
    "a T equal to b is kept, not reached",
    { is: `${up.replace("0,", "50,")}, ${to(reach(50))}`, seen: on(50) },
    { status: "on-track", attained: null, held: 1, periods: 1 },
  ],
  [
    "open-sdg says of a T equal to b that it is achieved, with the full score",
    { is: `${up.replace("0,", "50,")}, assess: cagr-ratio, ${to(reach(50))}`, seen: on(50) },
    { methodStatus: "target_achieved", score: "5", status: "on-track" },
  ],
  [
    "more than 100 is not met by 100",
    { is: `${up}, ${to(reach('">100"'))}`, seen: on(100) },
    { status: "on-track", firstMetOn: null },
  ],
  [
    // 0.45 of the way in 0.5 of the time: 0.9.
    "the mid-term word goes by the share of time, not by the share of the way",
    { is: `${up}, assess: mid-term, ${to(reach(100))}`, seen: on(45) },
    { ratio: "0.45", scheduleRatio: "0.9", methodStatus: "基本符合预期" },
  ],
  [
    "the method's yellow stays beside an achieved target",
    { is: `${up}, assess: { method: absolute-bands, red: 5, green: 8 }, ${to(reach(6))}`, seen: on(7) },
    { methodStatus: "yellow", status: "achieved", score: null },
  ],
  [
    "the method's green stays beside a worsening value",
    {
      is: `${up.replace("0,", "9,")}, assess: { method: absolute-bands, red: 5, green: 8 }, ${to(reach(10))}`,
      seen: on("8.5"),
    },
    { methodStatus: "green", status: "worsening" },
  ],
  [
    // 90 − 88 = 2 is one begun step of 5.
    "each begun step takes its mark",
    {
      is: `unit: "%", direction: increase, assess: { method: self-score, steps: { every: 5, minus: 1 } }, ${to(reach("90%"))}`,
      seen: on("88%"),
    },
    { score: "9", ratio: "0.9" },
  ],
  [
    // 100 (2021-12-31) → 121 (2023-12-31) at 106: 6 % of the 10 % a year.
    "without a baseline growth starts from the first value of the plan's time",
    {
      is: `unit: km, direction: increase, assess: cagr-ratio, ${to(reach(121, "2023-12-31"))}`,
      seen: ["2020-06-30 7", "2021-12-31 100", "2022-12-31 106"],
      asOf: "2022-12-31",
    },
    { ratio: "0.6", methodStatus: "moderate_progress", basis: "first-observation" },
  ],
  [
    "a quarter of a year that does not begin in January",
    {
      is: `unit: 人, direction: increase, assess: { method: schedule-points, preset: pepfar }, ${to(reach(1000, "2025-09-30"))}`,
      seen: ["2024-12-31 250"],
      period: "2024-10..2025-09",
      asOf: "2024-12-31",
    },
    { ratio: "0.25", methodStatus: "On Target" },
  ],
];

const time: readonly Case[] = [
  [
    // 0.1 a day: 36.5, 73, 91.3 on days 365, 730, 913; 182.6 on day 1826, 150 on day 1500.
    "the trend tells the value at the due date and the day of the target",
    { is: `${up}, ${to(reach(150))}`, seen: ["2021-12-31 36.5", "2022-12-31 73", `${half} 91.3`] },
    { projected: "182.6", projectedBy: "theil-sen", reachedOn: "2025-02-08" },
  ],
  [
    "met, lost, and judged by the latest value",
    { is: `${down}, ${to(reach(100))}`, seen: ["2021-12-31 100", `${half} 160`] },
    { firstMetOn: "2021-12-31", lostOn: half, status: "at-risk" },
  ],
  [
    // Sum 83 of the span; 26 in the quarter, 20 in the one before, 10 a year before.
    "a flow is the sum of its span, and compared by periods",
    {
      is: `unit: km, value: flow, direction: increase, frequency: quarterly, ${to("{ total: 100, during: 2021..2022 }")}`,
      seen: ["2021-Q1 10", "2021-Q2 12", "2021-Q3 15", "2021-Q4 20", "2022-Q1 26"],
      asOf: "2022-03-31",
    },
    { value: "83", previous: "20", change: "6", yearOnYear: "16" },
  ],
  [
    "a judgement stands on its last day, the computed status beside it",
    {
      is: `${up}, assess: { method: judgement, status: at-risk, person: Li, date: 2023-06-01, reason: known, expires: 2023-12-31 }, ${to(reach(100))}`,
      seen: on(100),
      asOf: "2023-12-31",
    },
    { status: "at-risk", computedStatus: "achieved", methodStatus: "at-risk" },
  ],
  [
    "a judgement of a later day is not seen yet",
    {
      is: `${up}, assess: { method: judgement, status: at-risk, person: Li, date: 2023-07-03, reason: known }, ${to(reach(100))}`,
      seen: on(100),
    },
    { status: "achieved" },
  ],
  [
    // 33 ÷ (1 + 184 ÷ 366): the year that follows 2026-06-30 + 1 year has a leap day.
    "a year that holds a leap day has 366 days",
    {
      is: `unit: "%", direction: increase, baseline: 45% @ 2025-12, ${to(reach("85%", "2027-12-31"))}`,
      seen: on("52%", "2026-06-30"),
      period: "2026..2027",
      asOf: "2026-06-30",
    },
    { required: "21.96", elapsed: "0.24794520547945205479" },
  ],
];

test.each([...edges, ...time])("%s", (_name, one, expected) => {
  expect(found(one, Object.keys(expected))).toEqual(expected);
});
