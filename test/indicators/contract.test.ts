/** Targets, their dates and which of them governs, where several rules meet. */
import { expect, test } from "vitest";
import { type Case, down, found, half, on, reach, to, up } from "./contract-cases.ts";

const twoSteps = to(reach(40, "2022-12-31"), reach(100));

const interims: readonly Case[] = [
  [
    "an interim target missed keeps the status at off track though the final one is met early",
    { is: `${up}, ${twoSteps}`, seen: ["2022-12-31 30", `${half} 100`] },
    { status: "off-track", targets: "missed not-due", firstMetOn: half },
  ],
  [
    // 40 + 60 × 183 ÷ 1096 = 50.0182…; 49 ÷ 50.0182… = 0.9796…
    "the path leads through the interim target",
    { is: `${up}, ${twoSteps}`, seen: ["2022-12-31 40", `${half} 49`] },
    { status: "at-risk", targets: "met not-due", expected: "50.01824817518248175182" },
  ],
  [
    "a missed interim target does not lift what is worse than off track",
    { is: `${up.replace("0,", "10,")}, ${twoSteps}`, seen: ["2022-12-31 5", `${half} 5`] },
    { status: "worsening", targets: "missed not-due" },
  ],
  [
    "no value at or before an interim target: no-data, and the status is the method's",
    { is: `${up}, ${twoSteps}`, seen: on(60) },
    { status: "on-track", targets: "no-data not-due" },
  ],
  [
    // 86 ÷ 100 lies in the band of 15 percent.
    "the method that judges due periods itself is not held back by a missed one",
    {
      is: `unit: km, value: flow, direction: increase, assess: to-date-band, ${to("{ total: 100, during: 2021 }", "{ total: 100, during: 2022 }")}`,
      seen: ["2021 86"],
      asOf: "2022-03-31",
    },
    { status: "on-track", methodStatus: "on_track", ratio: "0.86", targets: "missed not-due" },
  ],
  [
    // 39 ÷ 40 = 0.975 of what is due, 0.39 of the whole.
    "achievement of what is due, though the final target is far",
    {
      is: `${up}, assess: { method: achievement, against: due }, ${twoSteps}`,
      seen: ["2022-12-31 41", `${half} 39`],
    },
    { methodStatus: "green", ratio: "0.975" },
  ],
];

const dueDates: readonly Case[] = [
  [
    "a later value does not repair a missed target",
    { is: `${up}, ${to(reach(100))}`, seen: ["2025-12-31 99", "2026-03-31 101"], asOf: "2026-06-30" },
    { status: "missed", value: "101", targets: "missed" },
  ],
  [
    "a later value does not spoil a target met in time",
    { is: `${up}, ${to(reach(100))}`, seen: ["2025-12-31 100", "2026-03-31 90"], asOf: "2026-06-30" },
    { status: "achieved", value: "90", targets: "met" },
  ],
  [
    "within the report lag the last quarter may still come",
    { is: `${up}, frequency: quarterly, ${to(reach(100))}`, seen: ["2025-Q3 90"], asOf: "2026-01-30" },
    { targets: "not-due", status: "at-risk" },
  ],
  [
    "after the report lag the last value at or before the date decides",
    { is: `${up}, frequency: quarterly, ${to(reach(100))}`, seen: ["2025-Q3 90"], asOf: "2026-01-31" },
    { targets: "missed", status: "missed" },
  ],
  [
    "a value of the due date itself decides without lag",
    { is: `${up}, frequency: quarterly, ${to(reach(100))}`, seen: ["2025-Q4 90"], asOf: "2026-01-02" },
    { status: "missed" },
  ],
  [
    "the period after the last value, and thirty days: not yet stale",
    { is: `${up}, frequency: monthly, ${to(reach(100))}`, seen: ["2023-03 60"], asOf: "2023-05-30" },
    { status: "on-track" },
  ],
  [
    "a day later stale, before the met target counts",
    { is: `${up}, frequency: monthly, ${to(reach(100))}`, seen: ["2023-03 100"], asOf: "2023-05-31" },
    { status: "stale", firstMetOn: "2023-03-31" },
  ],
  [
    // (98 − 50) ÷ (100 − 50) = 0.96, above 0.95; the target was missed all the same.
    "the method's word stays beside a missed target",
    {
      is: `unit: km, direction: increase, assess: un-projection, baseline: { is: 50, at: 2015-12-31 }, ${to(reach(100, "2020-12-31"))}`,
      seen: ["2020-12-31 98"],
      period: "2016..2020",
      asOf: "2021-06-30",
    },
    { status: "missed", methodStatus: "met_or_on_track", ratio: "0.96", score: "3" },
  ],
];

const governing: readonly Case[] = [
  [
    "the strictest of one date governs and is marked",
    { is: `${down}, ${to(reach(120), reach(100))}`, seen: on(150) },
    { target: "100", contested: true, attained: "0.5", status: "on-track" },
  ],
  [
    "the same level twice is no contest",
    { is: `${up}, ${to(reach(70), reach(70))}`, seen: on(35) },
    { target: "70", contested: false },
  ],
  [
    // 200 − 30 % = 140; 200 → 140 at 170.
    "a relative change is measured from the baseline",
    { is: `${down}, ${to("{ relative: -30%, by: 2025-12-31 }")}`, seen: on(170) },
    { target: "140", attained: "0.5", status: "on-track" },
  ],
  [
    // 45 + 20 is stricter than 60.
    "a change and a level of one date are one contest",
    {
      is: `unit: "%", direction: increase, baseline: { is: 45%, at: 2020-12-31 }, ${to("{ change: +20pp, by: 2025-12-31 }", reach("60%"))}`,
      seen: on("55%"),
    },
    { target: "65", contested: true, attained: "0.5" },
  ],
  [
    // 100 × 1.1³ = 133.1; after two years 121 are expected.
    "a change in every year bends the path",
    {
      is: `unit: km, direction: increase, baseline: { is: 100, at: 2020-12-31 }, ${to("{ each: ≥10%/year, during: 2021..2023 }")}`,
      seen: ["2021-12-31 110", "2022-12-31 115"],
      asOf: "2022-12-31",
    },
    { target: "133.1", expected: "121" },
  ],
  [
    "a reach governs before a hold that ends later",
    {
      is: `${up}, ${to(reach(100), "{ hold: ≥10, during: 2021..2029 }")}`,
      seen: on(50),
      period: "2021..2029",
    },
    { target: "100", targetOn: "2025-12-31" },
  ],
  [
    // 100 of 2021, then 200 more: 100 + 200 × 181 ÷ 365 by mid-2022; 90 + 80 so far.
    "totals from one start are steps of one sum",
    {
      is: `unit: km, value: flow, direction: increase, ${to("{ total: 100, during: 2021 }", "{ total: 300, during: 2021..2022 }")}`,
      seen: ["2021 90", "2022-H1 80"],
      asOf: "2022-06-30",
    },
    { value: "170", target: "300", expected: "199.17808219178082191781", targets: "missed not-due" },
  ],
];

test.each([...interims, ...dueDates, ...governing])("%s", (_name, one, expected) => {
  expect(found(one, Object.keys(expected))).toEqual(expected);
});
