/** When the first value of an indicator is due, and silence a fault (ENGINE.md section 5, step 2): whose begin and whose rhythm counts. */
import { expect, test } from "vitest";
import { type OneIndicator, rowOf } from "./evaluate-text.ts";

/** The plan is of 2021–2025, and nothing has been observed. */
type Silent = readonly [
  name: string,
  is: string,
  notYet: string,
  overdue: string,
  more?: Partial<OneIndicator>,
];

const rise = `unit: "%", direction: increase`;
const inPlan = "baseline: { is: 5%, at: 2022-12-31 }";
const reach = "{ reach: 80%, by: 2025 }";

// A year and thirty days: 30 January is the last day on which its value may still come.
const silences: readonly Silent[] = [
  [
    "of a level the end of a year counts that has begun before the plan",
    `${rise}, frequency: yearly, baseline: 5% @ 2021-06, targets: [${reach}]`,
    "2022-01-30",
    "2022-01-31",
    { period: "2021-07..2025-12" },
  ],
  [
    "of a bound only a year counts that lies in the plan as a whole",
    `${rise}, frequency: yearly, targets: [{ hold: ≥3% }]`,
    "2023-01-30",
    "2023-01-31",
    { period: "2021-07..2025-12" },
  ],
  [
    "values are due from the day after a baseline that lies in the plan",
    `${rise}, frequency: yearly, ${inPlan}, targets: [${reach}]`,
    "2024-01-30",
    "2024-01-31",
  ],
  [
    "a baseline on the last day of a year asks for nothing of that year",
    `${rise}, frequency: yearly, baseline: { is: 5%, at: 2021-12-31 }, targets: [${reach}]`,
    "2023-01-30",
    "2023-01-31",
  ],
  [
    "a bound beside the goal that states no begin asks for values no earlier than the goal does",
    `${rise}, frequency: yearly, ${inPlan}, targets: [${reach}, { hold: ≥3% }]`,
    "2024-01-30",
    "2024-01-31",
  ],
  [
    "a bound beside the goal that states its span asks for values of that span",
    `${rise}, frequency: yearly, ${inPlan}, targets: [${reach}, { hold: ≥3%, during: 2021..2024 }]`,
    "2022-01-30",
    "2022-01-31",
  ],
  [
    "a comparison asks for no values, whatever span it states",
    `${rise}, frequency: yearly, ${inPlan}, targets: [${reach}, { versus: y, at-least: +0pp, during: 2021..2022 }]`,
    "2024-01-30",
    "2024-01-31",
    { plan: `  - { id: y, name: Y, unit: "%" }` },
  ],
  [
    "a direction asks for no values, whatever span it states",
    `${rise}, frequency: yearly, ${inPlan}, targets: [${reach}, { trend: increase, during: 2021..2022 }]`,
    "2024-01-30",
    "2024-01-31",
  ],
  [
    // A first quarter and thirty days; a whole year would be waited for only while amounts come in.
    "amounts that nobody reports are not waited for until they fill a year",
    `unit: t, value: flow, direction: increase, frequency: quarterly, baseline: 80 @ 2020, targets: [{ reach: 100, by: 2025 }]`,
    "2021-04-30",
    "2021-05-01",
  ],
];

test.each(silences.map((silent) => ({ name: silent[0], silent })))("$name", ({ silent }) => {
  const [, is, notYet, overdue, more] = silent;
  const on = (asOf: string) => rowOf({ is, period: "2021..2025", ...more, asOf }).status;
  expect([on(notYet), on(overdue)]).toEqual(["not-due", "no-data"]);
});

test("what cannot be read is told as the step that decides", () => {
  const row = rowOf({
    is: `${rise}, baseline: 5%, targets: [{ reach: abc, by: 2025 }]`,
    seen: ["2026-01-31 20%"],
  });
  expect([row.decision.step, row.reason]).toEqual(["unreadable", "unreadable-target"]);
});
