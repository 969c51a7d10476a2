/** `plan export --to ics`: what falls due, read back by a strict reader. */
import { expect, test } from "vitest";
import { calendarText } from "../../src/export/calendar.ts";
import { recurrenceOf } from "../../src/export/recurrence.ts";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { addMonths, dateParts, isoDay, monthEnd, parseIsoDay, periodsBetween } from "../../src/plan/days.ts";
import type { Day, Frequency } from "../../src/plan/time.ts";
import { makeContext } from "../../src/report/view/context.ts";
import { compileText } from "../kit/compile.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { type Component, readCalendar, textOf } from "./read-calendar.ts";

const head = `format: 1
id: dates
title: Plan of dates
language: en
period: 2026-01..2027-12
actors: [{ id: office, name: The office }]
indicators:
  - id: coverage
    name: Coverage
    role: outcome
    unit: "%"
    direction: increase
    owner: office
    baseline: 45% @ 2025-12
    targets:
      - { reach: ≥60%, by: 2026-12, section: "2" }
      - { reach: ≥85% }
    frequency: quarterly
`;

const whole = `${head}phases: [{ id: first, name: First phase, period: M1..M6 }]
milestones: [{ id: rules, name: Rules issued, by: 2026-03-10, owner: office }, { id: open, name: No date, by: undated }]
deliverables: [{ id: book, name: Handbook, due: 2026Q2 }]
actions: [{ id: build, name: Build, period: M4..M8 }]
mechanisms:
  - { id: talks, type: review, name: Talks, cadence: quarterly, from: M4 }
  - { id: marks, type: scorecard, name: Marks, cadence: twice a year }
  - { id: elsewhere, type: review, name: Elsewhere, cadence: monthly, origin: cited }
  - { id: steady, type: review, name: Steady, cadence: continuous }
`;

async function calendar(text: string, language: "en" | "zh-Hans" = "en"): Promise<string> {
  const compilation = compileText(text);
  const context = makeContext({ compilation, asOf: compilation.asOf, speaker: await makeSpeaker(language) });
  return calendarText({ context, version: "1.2.3", digest: fakeHost().digest });
}

async function events(text: string, language: "en" | "zh-Hans" = "en"): Promise<readonly Component[]> {
  const written = await calendar(text, language);
  return readCalendar(new TextEncoder().encode(written)).components;
}

test("every deadline is one whole day, and every review recurs on the last day of its period", async () => {
  const found = (await events(whole)).map((event) =>
    ["DTSTART", "DTEND", "RRULE", "SUMMARY"].map((name) => textOf(event, name)),
  );
  expect(found).toEqual([
    ["20260310", "20260311", null, "Milestone: Rules issued"],
    // M6 of a plan from January is June; the second quarter ends with it. Half a year: twice a year.
    ["20260630", "20260701", null, "Deliverable due: Handbook"],
    ["20260630", "20260701", null, "Phase ends: First phase"],
    ["20260630", "20260701", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20271231", "Review: Talks"],
    ["20260630", "20260701", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1;UNTIL=20271231", "Assessment: Marks"],
    ["20260831", "20260901", null, "Action ends: Build"],
    ["20261231", "20270101", null, "Target due: Coverage ≥60%"],
  ]);
});

test("an entry tells status, owner, section and plan, in the language asked for", async () => {
  const english = (await events(whole)).at(-1);
  const chinese = (await events(whole, "zh-Hans")).at(-1);
  if (english === undefined || chinese === undefined) throw new Error("no target");
  expect(textOf(english, "DESCRIPTION")).toBe(
    "Status on 2026-06-30: not due\nOwner: The office\nSection: 2\nPlan: Plan of dates",
  );
  expect(textOf(chinese, "SUMMARY")).toBe("指标目标到期：Coverage ≥60%");
  expect(textOf(chinese, "DESCRIPTION")).toContain("状态（截至2026-06-30）：未到期\n责任单位：The office");
});

test("the stamp is the as-of date, and the same plan gives the same bytes", async () => {
  expect(await calendar(whole)).toBe(await calendar(whole));
  for (const event of await events(whole)) expect(textOf(event, "DTSTAMP")).toBe("20260630T000000Z");
});

test("an entry keeps its UID when its date and name change, and no two entries share one", async () => {
  const uids = async (text: string): Promise<readonly (string | null)[]> =>
    (await events(text)).map((event) => textOf(event, "UID")).sort();
  const before = await uids(whole);
  const moved = whole
    .replace("by: 2026-12,", "by: 2027-06,")
    .replace("Rules issued", "Rules in force")
    .replace("2026-03-10", "2026-04-10");
  expect(moved).not.toBe(whole);
  expect(await uids(moved)).toEqual(before);
  const twice = await uids(
    whole.replace("{ id: open, name: No date, by: undated }", "{ id: rules, name: Again, by: 2026-05 }"),
  );
  expect(twice).toHaveLength(before.length + 1);
  expect(new Set(twice).size).toBe(twice.length);
});

test("hostile texts stay texts: line ends, separators, controls, long names of four-octet signs", async () => {
  const name = `a,b;c\\\\d\\r\\nEND:VCALENDAR\\u0007${"\u{20000}".repeat(60)}"`;
  const text = `${head}milestones: [{ id: m, name: "${name.slice(0, -1)}", by: 2026-03 }]\n`;
  const [event] = await events(text);
  expect(event && textOf(event, "SUMMARY")).toBe(
    `Milestone: a,b;c\\d\nEND:VCALENDAR${"\u{20000}".repeat(60)}`,
  );
});

test("two dates of one milestone make one entry, which says so", async () => {
  const text = `${head}milestones: [{ id: m, name: Two, by: [{ is: 2026-03, section: "1" }, { is: 2026-04, section: "2" }] }]\n`;
  const found = await events(text);
  expect(found).toHaveLength(2);
  expect(found[0] && textOf(found[0], "DTSTART")).toBe("20260331");
  expect(found[0] && textOf(found[0], "DESCRIPTION")).toContain("more than one date");
});

const rhythms: readonly Frequency[] = [
  "daily",
  "weekly",
  "monthly",
  "quarterly",
  "half-yearly",
  "yearly",
  "every 10 days",
  "every 2 weeks",
  "every 2 months",
  "every 5 months",
  "every 2 years",
];

test.each(rhythms)("the rule of `%s` gives the last days of the calendar's own periods", (frequency) => {
  const [from, until] = [parseIsoDay("2023-02-10"), parseIsoDay("2028-11-30")];
  if (from === null || until === null) throw new Error("no days");
  const rule = recurrenceOf(frequency, from, until);
  if (rule === null) throw new Error("no rule");
  const expected = periodsBetween(from, until, frequency)
    .map(({ end }) => end)
    .filter((end) => end <= until);
  expect(expected.length).toBeGreaterThan(1);
  expect(expand(rule.first, rule.rule).map(isoDay)).toEqual(expected.map(isoDay));
});

test("a rhythm without length, and one whose first period ends after the plan, recur never", () => {
  expect(recurrenceOf("regular", 0, 1000)).toBeNull();
  expect(recurrenceOf("yearly", 0, 100)).toBeNull(); // 1970-01-01 to 1970-04-11
  expect(recurrenceOf("yearly", 0, null)?.rule).toBe("FREQ=YEARLY");
});

/** The days of a rule, worked out from the words of RFC 5545, 3.3.10. */
function expand(first: Day, rule: string): readonly Day[] {
  const parts = Object.fromEntries(rule.split(";").map((part) => part.split("=")));
  const step = Number(parts.INTERVAL ?? 1);
  const until = parseIsoDay(parts.UNTIL.replace(/(....)(..)(..)/, "$1-$2-$3")) ?? 0;
  const days: Day[] = [];
  const { day } = dateParts(first);
  for (let n = 0; ; n++) {
    const next = {
      DAILY: () => first + n * step,
      WEEKLY: () => first + n * step * 7,
      MONTHLY: () => monthEnd(addMonths(first - day + 1, n * step)),
      YEARLY: () => addMonths(first, n * step * 12),
    }[parts.FREQ as "DAILY"]();
    if (next > until) return days;
    days.push(next);
  }
}
