import { expect, test } from "vitest";
import { isoDay } from "../../src/plan/days.ts";
import type { Period } from "../../src/plan/time.ts";
import { positionAt, spanText } from "../../src/text/source.ts";
import { bind, bindClean, places } from "./bound.ts";

/** A plan of one indicator with further keys. */
function withIndicator(keys: string, head = "period: 2026-01..2027-12"): string {
  return `format: 1\nid: p\n${head}\nindicators:\n  - id: rate\n    unit: "%"\n${keys.replace(/^/gm, "    ")}`;
}

function indicatorOf(keys: string, head?: string) {
  const [indicator] = bindClean(withIndicator(keys, head)).indicators;
  if (indicator === undefined) throw new Error("no indicator");
  return indicator;
}

/** `2026-01-01..2026-06-30`, an open side empty. */
function days(period: Period | null | undefined): string {
  if (period === null || period === undefined) return "none";
  const side = (day: number | null): string => (day === null ? "" : isoDay(day));
  return `${side(period.start)}..${side(period.end)}`;
}

test("a plain value is one statement that says nothing else", () => {
  const [statement, ...others] = indicatorOf("weight: 60%").weight;
  expect(others).toEqual([]);
  expect(statement?.is.value.value.toFixed()).toBe("60");
  expect(statement?.section).toBeNull();
  expect(statement && spanText(statement.span)).toBe("60%");
});

test("a map with `is` keeps all that stands beside the value", () => {
  const keys = `weight: { is: 70%, section: "6.2", source: s, wording: 七成, note: n, during: 2027, follows: "3.3", force: strive, also-called: w, place: 东区, scope: all }`;
  const [statement] = indicatorOf(keys).weight;
  const said = [
    statement?.section,
    statement?.source,
    statement?.wording,
    statement?.note,
    statement?.during,
    statement?.follows,
    statement?.alsoCalled,
    statement?.place,
    statement?.scope,
  ].map((given) => given?.value);
  expect(said).toEqual(["6.2", "s", "七成", "n", "2027", "3.3", "w", "东区", "all"]);
  expect(statement?.force).toBe("strive");
  expect(statement && spanText(statement.is.span)).toBe("70%");
});

test.each([
  ["survey", "survey", null, "survey"],
  ["table#D7", "table", "D7", "table"],
  ['"survey#Table 3"', "survey", "Table 3", "survey"],
  ["survey#", "survey", null, "survey"],
  ["'#3'", "#3", null, "'#3'"],
])("the source %s is the id %s, in it %s", (written, id, within, place) => {
  const [statement] = indicatorOf(`weight: { is: 70%, source: ${written} }`).weight;
  expect(statement?.source).toMatchObject({ value: id, within });
  expect(statement?.source && spanText(statement.source.span)).toBe(place);
});

test("a list gives its statements in the order of the document", () => {
  const weight = indicatorOf(
    `weight: [{ is: 60%, section: "3.3" }, { is: 70%, section: "6.2" }, 80%]`,
  ).weight;
  expect(weight.map((s) => [s.is.value.text, s.section?.value ?? null])).toEqual([
    ["60%", "3.3"],
    ["70%", "6.2"],
    ["80%", null],
  ]);
});

test("a section keeps its zero", () => {
  expect(indicatorOf("weight: { is: 60%, section: 3.10 }").weight[0]?.section?.value).toBe("3.10");
});

test("a baseline is dated behind @ or by `at`", () => {
  const dated = (keys: string): string => days(indicatorOf(keys).baseline[0]?.is.value.at?.value.period);
  expect(dated("baseline: 45% @ 2025-12")).toBe("2025-12-01..2025-12-31");
  expect(dated("baseline: { is: 45%, at: 2025-12 }")).toBe("2025-12-01..2025-12-31");
  expect(dated("baseline: 45%")).toBe("none");
});

test("an owner is an id or a map of roles, alone or in statements", () => {
  const [plain] = indicatorOf("owner: a").owner;
  expect(plain?.is.value.lead?.value).toBe("a");
  const [roles] = indicatorOf(
    'owner: { lead: a, with: [b, c], leader: 分管副区长, person: 张三, section: "4" }',
  ).owner;
  expect(roles?.is.value.with.map((w) => w.value)).toEqual(["b", "c"]);
  expect([roles?.is.value.leader?.value, roles?.is.value.person?.value]).toEqual(["分管副区长", "张三"]);
  expect(roles?.section?.value).toBe("4");
  const several = indicatorOf(`owner: [{ is: a, section: "1" }, { is: { lead: b }, section: "2" }]`).owner;
  expect(several.map((s) => s.is.value.lead?.value)).toEqual(["a", "b"]);
});

test("rhythms are words or periods", () => {
  expect(indicatorOf("frequency: quarterly").frequency[0]?.is.value).toBe("quarterly");
  const { collected, frequency } = indicatorOf(
    "frequency: 每季度\ncollected: { by: survey, every: half-year }",
  );
  expect([frequency[0]?.is.value, collected?.every?.value]).toEqual(["quarterly", "half-yearly"]);
});

test("an unknown rhythm is told and left out", () => {
  const bound = bind(withIndicator("frequency: quartely"));
  expect(places(bound)).toEqual(['time/unknown-rhythm 7:16 "quartely"']);
  expect(bound.findings[0]?.suggestion).toBe("quarterly");
  expect(bound.value.indicators[0]?.frequency).toEqual([]);
});

test("a month number counts from the plan's start, M0 is the day before it", () => {
  // The plan starts in January 2026, so M9 is September 2026.
  const by = (time: string) => indicatorOf(`targets: [{ reach: 60%, by: ${time} }]`).targets[0]?.by?.value;
  expect(days(by("M9")?.period)).toBe("2026-09-01..2026-09-30");
  expect(days(by("M0")?.period)).toBe("2025-12-31..2025-12-31");
  expect(days(by("M4..M9")?.period)).toBe("2026-04-01..2026-09-30");
  expect(days(by("2026..")?.period)).toBe("2026-01-01..");
});

test("a month number stays unresolved while the start is not known", () => {
  const [target] = indicatorOf("targets: [{ reach: 60%, by: M9 }]", "title: t").targets;
  expect(target?.by?.value.state).toBe("unresolved");
  expect(target?.by?.value.period).toBeNull();
});

test("`undated` and a phase are times too", () => {
  const head = "period: 2026-01..2027-12\nphases: [{ id: pilot, period: M1..M6 }]";
  const targets = indicatorOf(
    "targets: [{ reach: 60%, by: undated }, { reach: 60%, by: pilot }]",
    head,
  ).targets;
  expect(targets.map((t) => t.by?.value.state)).toEqual(["undated", "dated"]);
  expect(targets[1]?.by?.value.phase).toBe("pilot");
  expect(days(targets[1]?.by?.value.period)).toBe("2026-01-01..2026-06-30");
});

test("before a year is the last day of the year before it", () => {
  const [target] = indicatorOf("targets: [{ reach: 60%, by: { before: 2024 } }]").targets;
  expect(days(target?.by?.value.period)).toBe("2023-12-31..2023-12-31");
  expect(target?.by?.value.alternative).toBeNull();
});

test("a second reading is kept and told at its map", () => {
  const bound = bind(withIndicator("targets: [{ reach: 60%, by: { before: 2024, or: 2024-12 } }]"));
  expect(places(bound)).toEqual(['time/two-readings 7:33 "{ before: 2024, or: 2024-12 }"']);
  expect(bound.findings[0]?.severity).toBe("info");
  const by = bound.value.indicators[0]?.targets[0]?.by?.value;
  expect([days(by?.period), days(by?.alternative)]).toEqual([
    "2023-12-31..2023-12-31",
    "2024-12-01..2024-12-31",
  ]);
});

test("a date taken over from another place keeps the section, which is a mention", () => {
  const plan = bindClean(withIndicator(`targets: [{ reach: 60%, by: { date: 2024-12, inherited: "3.2" } }]`));
  const by = plan.indicators[0]?.targets[0]?.by?.value;
  expect([by?.inherited, days(by?.period)]).toEqual(["3.2", "2024-12-01..2024-12-31"]);
  expect(plan.references.map((r) => [r.field, r.name.value])).toEqual([["inherited", "3.2"]]);
});

test("a quantity that cannot be read is told at its place, and only the statement is lost", () => {
  const bound = bind(withIndicator("weight: [{ is: many }, 40%]"));
  // Four spaces of indentation, then `weight: [{ is: ` of 15.
  expect(places(bound)).toEqual(['statement/unreadable-quantity 7:20 "many"']);
  expect(bound.findings[0]?.severity).toBe("error");
  expect(bound.value.indicators[0]?.weight.map((s) => s.is.value.text)).toEqual(["40%"]);
});

test("the fault is shown at the part of the text that cannot be read", () => {
  const bound = bind(withIndicator('weight: "30,6%"\nbaseline: 45% @ 2025-13'));
  // The baseline stands before the weight in the binding, both at their own place.
  const found = [...places(bound)].sort();
  expect(found[0]).toMatch(/^statement\/unreadable-quantity 7:1[0-9] "30,6/);
  expect(found[1]).toBe('time/unreadable 8:21 "2025-13"');
});

test("a soft value is kept and told at the word", () => {
  const bound = bind(withIndicator("targets: [{ reach: 约85%, by: 2026 }]"));
  expect(places(bound)).toEqual(['statement/soft 7:24 "约"']);
  expect(bound.findings[0]?.severity).toBe("info");
  expect(bound.value.indicators[0]?.targets[0]?.quantity?.value.value.toFixed()).toBe("85");
});

test("full-width figures are read and told at the first of them", () => {
  const bound = bind(withIndicator("targets: [{ reach: ８５%, by: ２０２６ }]"));
  expect(
    places(bound)
      .map((p) => p.split(" ").slice(0, 2).join(" "))
      .sort(),
  ).toEqual(["statement/full-width 7:24", "statement/full-width 7:33"]);
});

test("an impossible date is told where it stands", () => {
  expect(places(bind(withIndicator("targets: [{ reach: 60%, by: 2026-02-30 }]")))).toEqual([
    'time/unreadable 7:33 "2026-02-30"',
  ]);
});

test("a value of the wrong shape is left out without a second finding", () => {
  const bound = bind(withIndicator("weight: [[1]]\nowner: []\nname: [a]\nsource: {}\nobjective: { x: 1 }"));
  expect(bound.findings).toEqual([]);
  expect(bound.value.indicators[0]?.weight).toEqual([]);
});

test("equal values in different notation have equal keys in the facts", () => {
  const head = "period: 2026-01..2027-12\nactors: [{ id: a }]";
  const keys = `weight: [60%, 百分之六十]\nbaseline: [{ is: 45 }, { is: 45% }]\nowner: [a, { lead: a, with: [b] }]\nfrequency: [quarterly, quarter]`;
  for (const fact of bindClean(withIndicator(keys, head)).facts) {
    expect([fact.name, new Set(fact.statements.map((s) => s.key)).size]).toEqual([fact.name, 1]);
    expect(fact.statements).toHaveLength(2);
  }
});

test("facts show the text as written", () => {
  const [fact] = bindClean(withIndicator("weight: [{ is: 百分之六十 }]")).facts;
  expect(fact?.statements[0]?.shown).toBe("百分之六十");
});

test("one deadline in two notations has one key, and two readings take the one that agrees", () => {
  const plan = bindClean(
    "format: 1\nid: p\nperiod: 2026-01..2027-12\nmilestones: [{ id: m, by: [2026年底, 2026-12, M12] }]",
  );
  expect(new Set(plan.facts[0]?.statements.map((s) => s.key)).size).toBe(1);
  const both = bind(
    "format: 1\nid: p\nmilestones: [{ id: m, by: [{ is: { before: 2024, or: 2024-12 } }, 2024-12] }]",
  );
  expect(new Set(both.value.facts[0]?.statements.map((s) => s.key)).size).toBe(1);
});

test("a name may be given by language and is shown in the plan's own", () => {
  const plan = bindClean(
    "format: 1\nid: p\nlanguage: en\nactors: [{ id: a, name: { zh-Hans: 民政局, en: Bureau } }, { id: b, name: 财政局 }]",
  );
  expect(plan.actors.map((a) => a.name?.text)).toEqual(["Bureau", "财政局"]);
  expect([...(plan.actors[0]?.name?.byLanguage ?? [])]).toEqual([
    ["zh-Hans", "民政局"],
    ["en", "Bureau"],
  ]);
});

test("places are right behind quotes and on later lines", () => {
  const plan = bindClean(withIndicator('source: "s-1"'));
  const [reference] = plan.references;
  expect(reference && positionAt(reference.name.span.file, reference.name.span.start).line).toBe(7);
});
