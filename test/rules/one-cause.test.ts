/** One cause, one finding: how a slip that goes wrong in many places is worded, and what stays when its finding is silenced. */
import { expect, test } from "vitest";
import { pairs } from "../../src/rules/one-cause/told-pairs/index.ts";
import { positionAt } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";

const head = `format: 1
id: small
title: Small plan
language: en
period: 2026-01..2026-12
`;

function told(body: string, files: Readonly<Record<string, string>> = {}) {
  return compileText(head + body, { asOf: "2026-03-01", only: "plan", files }).findings.filter(
    ({ severity }) => severity !== "info",
  );
}

function placesOf({ related }: ReturnType<typeof told>[number]): readonly string[] {
  return related.map(({ span }) => `${span.file.name}:${positionAt(span.file, span.start).line}`);
}

const actions = (ignored = ""): string => `indicators: [{ id: a, role: context, unit: 人 }]
actions:
  - { id: one, period: 2026-01..2027-03 }
  - { id: two, period: 2026-01..2027-06 }${ignored}
  - { id: three, period: 2025-06..2026-03 }
  - { id: four, period: 2026-01..2027-12 }
`;

test("four dates outside the period speak against the period, which is told with both ends", () => {
  const [finding, ...others] = told(actions());
  expect(others).toEqual([]);
  expect(finding?.message).toEqual({
    en: "one date lies before the start of the plan, 2026-01-01 (the first on 2025-06-01), and 3 dates lie after the end of the plan, 2026-12-31 (the last on 2027-12-31): is the period right?",
    zhHans:
      "有 1 处时间早于方案起始时间 2026-01-01（最早为 2025-06-01），3 处时间晚于实施期限截止时间 2026-12-31（最晚为 2027-12-31），实施期限是否有误须核实",
  });
  expect(finding?.span && positionAt(finding.span.file, finding.span.start).line).toBe(5);
  expect(finding && placesOf(finding)).toEqual([8, 9, 10, 11].map((line) => `test.plan.yaml:${line}`));
});

test("a date that was accepted at its line does not count against the period", () => {
  const left = told(actions(" # plan-ignore time/outside-period: agreed"));
  expect(left.map(({ code, subject }) => `${code} ${subject?.id}`)).toEqual([
    "time/outside-period one",
    "time/outside-period three",
    "time/outside-period four",
  ]);
});

test("an id that was renamed where it is declared is told once, with its places in the plan and in data", () => {
  const body = `objectives: [{ id: meals, statement: Meals nearby }]
indicators:
  - { id: covered, unit: "%", objective: meals, direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: ≥60%, by: 2026-12 }] }
problems: [{ id: far, statement: Meals are far away, objectives: [meals], evidence: [{ of: coverage, is: 45%, at: 2025-12 }] }]
data: { observations: o.csv }
`;
  const found = told(body, { "o.csv": "indicator,at,value\ncoverage,2026-02,50\n" });
  expect(found.map(({ code }) => code)).toEqual(["reference/unknown"]);
  expect(found.flatMap(placesOf)).toEqual(["o.csv:2"]);
});

test("a name that only data use is told in the words of the data", () => {
  const body = `indicators:
  - { id: covered, unit: "%", direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: ≥60%, by: 2026-12 }] }
data: { observations: o.csv }
`;
  const found = told(body, { "o.csv": "indicator,at,value\ncoverage,2026-02,50\n" });
  expect(found.map(({ code }) => code)).toEqual(["data/unknown-indicator"]);
});

test("of a unit that none of the figures has, neither values nor limits are blamed", () => {
  const body = (unit: string, target: string): string => `indicators:
  - id: covered
    unit: ${unit}
    direction: increase
    baseline: 45kt @ 2025-12
    targets: [{ reach: ${target}, by: 2026-12 }]
data: { observations: o.csv }
`;
  const files = { "o.csv": "indicator,at,value\ncovered,2026-01,150\ncovered,2026-02,155\n" };
  expect(told(body('"%"', "≥160kt"), files).map(({ code }) => code)).toEqual(["target/unit-mismatch"]);
  // With one figure that fits, the unit may be right, and values beyond it are a fault of their own.
  expect(told(body('"%"', "≥60%"), files).map(({ code, related }) => [code, related.length])).toEqual([
    ["data/out-of-bounds", 1],
    ["target/unit-mismatch", 1],
  ]);
});

test("evidence that lacks source and date lacks both in one finding", () => {
  const found = compileText(
    `${head}indicators: [{ id: a, role: context }]
evidence:
  - { id: one, kind: background, is: 10% }
  - { id: two, kind: background, is: 20% }
  - { id: three, kind: background, is: 30%, at: 2025 }
`,
    { asOf: "2026-03-01" },
  ).findings.filter(({ code }) => code === "provenance/evidence-origin");
  expect(found.map(({ message }) => message.en)).toEqual([
    "one: 10% is given without source or date, and so is 1 more",
    "three: 30% is given without a source",
  ]);
  expect(found[0]?.message.zhHans).toBe("例证“one”的“10%”未注明来源、时间，另有 1 项同样未注明");
});

test("a reversed period says what it is the period of, and what was known at its start is not judged by it", () => {
  const body = `indicators:
  - { id: covered, unit: "%", direction: increase, baseline: 45% @ 2024-12, targets: [{ reach: ≥60%, by: 2026-12 }] }
actions: [{ id: build, name: 建厨房, period: 2026-06..2026-03 }]
data: { observations: o.csv }
`;
  const files = { "o.csv": "indicator,at,value\ncovered,2025-12,61\n" };
  const [met, ends, ...others] = told(body, files);
  expect([met?.code, others]).toEqual(["target/already-met", []]);
  expect(ends?.message).toEqual({
    en: "build: its period ends on 2026-03-31, before it starts on 2026-06-01",
    zhHans: "“建厨房”的截止时间 2026-03-31 早于起始时间 2026-06-01",
  });
  const reversed = compileText(head.replace("2026-01..2026-12", "2026-12..2026-01") + body, {
    asOf: "2026-03-01",
    only: "plan",
    files,
  }).findings.filter(({ severity }) => severity !== "info");
  expect(reversed.map(({ code, message }) => [code, message.zhHans])).toEqual([
    ["time/reversed", "实施期限的截止时间 2026-01-31 早于起始时间 2026-12-01"],
  ]);
});

test("baselines taken from one source of a wider area are one finding, with the place of each", () => {
  const one = (id: string, from: number): string =>
    `  - { id: ${id}, name: ${id}, unit: "%", direction: increase, baseline: { is: ${from}%, at: 2025-12, source: census }, targets: [{ reach: ≥${from + 20}%, by: 2026-12 }] }\n`;
  const found = told(
    `sources: [{ id: census, title: Census, date: 2025-12, scope: wider }]\nindicators:\n${one("a", 10)}${one("b", 21)}${one("c", 33)}`,
  );
  expect(found.map(({ code, message }) => [code, message.en])).toEqual([
    [
      "indicator/borrowed-baseline",
      'a: the baseline 10% is that of a wider area ("Census"); 2 more such places',
    ],
  ]);
  expect(found[0] && placesOf(found[0])).toEqual([6, 9, 10].map((line) => `test.plan.yaml:${line}`));
});

test("what follows elsewhere from a fault is a further place of it, in its own words; a note stays apart", () => {
  const body = (target: string): string => `indicators:
  - id: a
    name: Cover
    objective: more
    unit: "%"
    direction: increase
    baseline: 65% @ 2025-12
    targets: [{ reach: ${target}, by: 2026-12 }]
objectives: [{ id: more, statement: More }]
problems: [{ id: few, statement: Few, objectives: [more], evidence: [{ of: a, is: 45%, at: 2025-12 }] }]
`;
  const [finding, ...others] = told(body("≥60%"));
  expect(others).toEqual([]);
  expect(finding?.code).toBe("indicator/evidence-conflict");
  expect(finding?.related.at(-1)?.note.en).toBe("a: the target ≥60% is met by the baseline 65% already");
  expect(told(body("≥80%")).map(({ related }) => related.length)).toEqual([1]);
});

test("an echo that is told at its cause is heard where the cause is off", () => {
  const body = `indicators:
  - { id: a, name: Cover, objective: more, unit: "%", direction: increase, baseline: 65% @ 2025-12, targets: [{ reach: ≥60%, by: 2026-12 }] }
objectives: [{ id: more, statement: More }]
problems: [{ id: few, statement: Few, objectives: [more], evidence: [{ of: a, is: 45%, at: 2025-12 }] }]
`;
  const codes = compileText(head + body, {
    asOf: "2026-03-01",
    only: "plan",
    levels: new Map([["indicator/evidence-conflict", "off"]]),
  }).findings.map(({ code }) => code);
  expect(codes).toContain("target/already-met");
  expect(codes).not.toContain("indicator/evidence-conflict");
});

test("no rule of the table of pairs is told, by way of others, by itself", () => {
  const by = new Map<string, Set<string>>();
  for (const { echo, of } of pairs) {
    const known = by.get(echo) ?? new Set<string>();
    by.set(echo, known);
    for (const code of of) if (code !== echo) known.add(code);
  }
  const tellers = (code: string, passed: ReadonlySet<string>): boolean =>
    [...(by.get(code) ?? [])].some((next) => passed.has(next) || tellers(next, new Set([...passed, next])));
  expect([...by.keys()].filter((code) => tellers(code, new Set([code])))).toEqual([]);
});
