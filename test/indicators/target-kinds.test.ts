/** Every kind of target turned into a level, judged on its own (FORMAT.md section 6). */
import { expect, test } from "vitest";
import { dayText, figureOf, rowOf, targetStatuses } from "./evaluate-text.ts";

const base = `unit: "%", baseline: 40% @ 2025-12`;

const levels: readonly (readonly [why: string, is: string, level: string | null, relation: string])[] = [
  [
    "a bare reach of an increase is a floor",
    `${base}, direction: increase, targets: [{ reach: 85%, by: 2026 }]`,
    "85",
    ">=",
  ],
  [
    "a bare reach of a decrease is a ceiling",
    `${base}, direction: decrease, targets: [{ reach: 20%, by: 2026 }]`,
    "20",
    "<=",
  ],
  [
    "a bare reach without direction follows the way from the baseline",
    `${base}, targets: [{ reach: 20%, by: 2026 }]`,
    "20",
    "<=",
  ],
  [
    "known units convert: 2 days are 48 hours",
    `unit: h, direction: decrease, targets: [{ reach: ≤2天, by: 2026 }]`,
    "48",
    "<=",
  ],
  [
    "40 % and 5 points are 45 %",
    `${base}, direction: increase, targets: [{ change: +5pp, by: 2026 }]`,
    "45",
    ">=",
  ],
  [
    "an unsigned change of a decrease is a fall: 40 − 5",
    `${base}, direction: decrease, targets: [{ change: 5pp, by: 2026 }]`,
    "35",
    "<=",
  ],
  [
    "30 % less than 40 is 28",
    `${base}, direction: decrease, targets: [{ relative: -30%, by: 2026 }]`,
    "28",
    "<=",
  ],
  [
    "half of 60 by name of the base",
    `${base}, direction: decrease, targets: [{ relative: -50%, of: 60%, by: 2026 }]`,
    "30",
    "<=",
  ],
  [
    "10 % above the 50 of 2022, another baseline statement",
    `unit: 件, baseline: [40 @ 2025, 50 @ 2022], direction: increase, targets: [{ relative: +10%, of: { at: 2022 }, by: 2026 }]`,
    "55",
    ">=",
  ],
  [
    "5 points a year over two years are 10",
    `${base}, targets: [{ rate: +5pp/year, during: 2026..2027 }]`,
    "50",
    ">=",
  ],
  [
    "5 points a year from the baseline to a year later",
    `${base}, targets: [{ rate: +5pp/year, by: 2026 }]`,
    "45",
    ">=",
  ],
  [
    "10 % a year on 100 for two years: 100 × 1.1²",
    `unit: 件, baseline: 100 @ 2025-12, direction: increase, targets: [{ rate: +10%/year, during: 2026..2027 }]`,
    "121",
    ">=",
  ],
  [
    "每年 10 %: the last year's end",
    `unit: 件, baseline: 100 @ 2025-12, direction: increase, targets: [{ each: ≥10%/year, during: 2026..2027 }]`,
    "121",
    ">=",
  ],
  [
    "an amount per year is added each year: 100 + 2 × 5",
    `unit: 万元, baseline: 100万元 @ 2025-12, direction: increase, targets: [{ rate: 5万元/年, during: 2026..2027 }]`,
    "110",
    ">=",
  ],
  [
    "the compound fall is applied to the baseline: 200 × 0.865",
    `unit: 吨, baseline: 200 @ 2020-12, direction: decrease, targets: [{ compound: -13.5%, during: 2021..2025 }]`,
    "173",
    "<=",
  ],
  [
    "a total is its own level",
    `unit: 人, value: flow, direction: increase, targets: [{ total: ≥1000, during: 2026 }]`,
    "1000",
    ">=",
  ],
  [
    "a percent where points are meant gives no level",
    `${base}, direction: increase, targets: [{ change: +5%, by: 2026 }]`,
    null,
    ">=",
  ],
  [
    "a change without baseline has no level",
    `unit: "%", direction: increase, targets: [{ change: +5pp, by: 2026 }]`,
    null,
    ">=",
  ],
];

test.each(levels)("%s", (_why, is, level, relation) => {
  const row = rowOf({ is });
  expect(figureOf(row, "target")).toBe(level);
  expect(row.targets[0]?.level?.toString() ?? null).toBe(level);
  expect(row.targets[0]?.relation).toBe(relation);
});

test("a rate that begins later goes on from the level that is due on the day before", () => {
  const levelsOf = (targets: string): readonly (string | undefined)[] =>
    rowOf({
      is: `unit: 吨, baseline: 40 @ 2020-12, direction: decrease, targets: [${targets}]`,
      period: "2021..2030",
    }).targets.map(({ level }) => level?.toFixed(4));
  const rate = "{ rate: -4%/year, during: 2026..2030 }";
  // 40 × 0.815 = 32.6; × 0.96⁵ (0.8153726976) = 26.5811
  expect(levelsOf(`{ compound: -18.5%, during: 2021..2025 }, ${rate}`)).toEqual(["32.6000", "26.5811"]);
  expect(levelsOf(`{ reach: ≤30, by: 2025 }, ${rate}`)).toEqual(["30.0000", "24.4612"]);
  // None is due on that day: from the baseline, as if nothing changed before. 40 × 0.8153726976 = 32.6149
  expect(levelsOf(`{ reach: ≤30, by: 2024 }, ${rate}`)).toEqual(["30.0000", "32.6149"]);
});

test("a rate over a part of a year compounds by that part: 100 × 1.21^(184/365)", () => {
  const row = rowOf({
    is: `unit: 件, baseline: 100 @ 2026-06-30, direction: increase, targets: [{ rate: +21%/year, by: 2026-12-31 }]`,
  });
  // 184/365 of a year; ln 1.21 = 0.190620359608650; × 184/365 = 0.096093… ; e^… = 1.100861834…
  expect(row.targets[0]?.level?.toNumber()).toBeCloseTo(100 * Math.exp((Math.log(1.21) * 184) / 365), 9);
});

test("reasons say why there is no level", () => {
  expect(
    rowOf({ is: `unit: "%", targets: [{ change: +5pp, by: 2026 }]`, seen: ["2026-03 41"] }),
  ).toMatchObject({
    status: "not-computable",
    reason: "no-baseline",
  });
  expect(rowOf({ is: `${base}, targets: [{ change: +5%, by: 2026 }]`, seen: ["2026-03 41"] }).reason).toBe(
    "unit-mismatch",
  );
  expect(rowOf({ is: `${base}, targets: []`, seen: ["2026-03 41"] })).toMatchObject({
    status: "not-computable",
    reason: "no-target",
  });
});

test("a done target is achieved by the word true, at its date missed without it", () => {
  const is = `targets: [{ done: true, by: 2026-04 }]`;
  expect(rowOf({ is, seen: ["2026-03 true"], asOf: "2026-03-31" }).status).toBe("achieved");
  expect(rowOf({ is, seen: ["2026-03 false"], asOf: "2026-03-31" }).status).toBe("not-due");
  expect(rowOf({ is, seen: ["2026-04 false"], asOf: "2026-04-30" }).status).toBe("missed");
  // The last word before the date counts once 30 days for reporting have passed: 30 April + 30 days = 30 May.
  expect(rowOf({ is, seen: ["2026-03 false"], asOf: "2026-05-30" }).status).toBe("not-due");
  expect(rowOf({ is, seen: ["2026-03 false"], asOf: "2026-05-31" }).status).toBe("missed");
});

test("a grade is reached by the wanted level or a better one", () => {
  const is = `targets: [{ grade: 良好, of: [差, 一般, 良好, 优秀], by: 2026-04 }]`;
  const statusOf = (word: string): string =>
    rowOf({ is, seen: [`2026-04 ${word}`], asOf: "2026-04-30" }).status;
  expect(["差", "一般", "良好", "优秀"].map(statusOf)).toEqual(["missed", "missed", "achieved", "achieved"]);
  const row = rowOf({ is, seen: ["2026-04 优秀"], asOf: "2026-04-30" });
  expect([row.word, figureOf(row, "attained"), row.targets[0]?.shown]).toEqual(["优秀", null, "良好"]);
});

test("a grade that its own scale lacks is neither reached nor missed", () => {
  const is = `targets: [{ grade: 甲, of: [差, 一般, 良好, 优秀], by: 2026-04 }]`;
  const row = rowOf({ is, seen: ["2026-04 优秀"], asOf: "2026-04-30" });
  expect(row).toMatchObject({ status: "not-computable", reason: "unknown-grade", word: "优秀" });
  expect(targetStatuses(row)).toEqual(["not-computable"]);
});

const versus = (own: readonly string[], other: string, asOf = "2026-05-26") =>
  rowOf({
    is: `unit: "%", frequency: monthly, targets: [{ versus: y, at-least: +1pp }]`,
    seen: own,
    asOf,
    plan: `  - { id: y, name: Y, unit: "%", frequency: monthly, role: context, observations: [${other}] }`,
  });

test("versus compares with the other indicator in the same period", () => {
  // April: 6.0 − 5.0 = 1.0, just enough; May of the other has no partner here.
  const row = versus(["2026-03 5", "2026-04 6"], "{ at: 2026-03, value: 5 }, { at: 2026-04, value: 5 }");
  expect(targetStatuses(row)).toEqual(["on-track"]);
  expect(row).toMatchObject({ status: "on-track", reason: "no-level", targetOn: null });
  expect(figureOf(row, "target")).toBeNull();
  expect(targetStatuses(versus(["2026-04 5.9"], "{ at: 2026-04, value: 5 }"))).toEqual(["off-track"]);
});

test("versus without a common period is no judgement", () => {
  const row = versus(["2026-04 6"], "{ at: 2026-02, value: 5 }");
  expect(targetStatuses(row)).toEqual(["no-data"]);
});

test("a comparison without a span is held over the whole plan", () => {
  // The plan is of 2026: the broken December of 2025 does not count, and the comparison ends with the year.
  const own = ["2025-12 1", "2026-01 6", "2026-12 6"];
  const other = "{ at: 2025-12, value: 5 }, { at: 2026-01, value: 5 }, { at: 2026-12, value: 5 }";
  const [judged] = versus(own, other).targets;
  expect([judged?.status, dayText(judged?.dueOn ?? null), dayText(judged?.judgedBy?.on ?? null)]).toEqual([
    "on-track",
    "2026-12-31",
    "2026-01-31",
  ]);
  // Ten months were never reported: nobody knows whether it was kept.
  expect(targetStatuses(versus(own, other, "2027-02-28"))).toEqual(["no-data"]);
});

test("trend compares the latest value with the baseline", () => {
  const is = `unit: 件, baseline: 100 @ 2025-12, targets: [{ trend: decrease, during: 2026 }]`;
  expect(targetStatuses(rowOf({ is, seen: ["2026-03 99"] }))).toEqual(["on-track"]);
  expect(targetStatuses(rowOf({ is, seen: ["2026-03 100"] }))).toEqual(["off-track"]);
  expect(targetStatuses(rowOf({ is, seen: ["2026-03 101"] }))).toEqual(["worsening"]);
  expect(targetStatuses(rowOf({ is, seen: ["2026-12 99"], asOf: "2026-12-31" }))).toEqual(["achieved"]);
  expect(targetStatuses(rowOf({ is, seen: [] }))).toEqual(["not-due"]);
});

test("an undated reach is due at the plan's end, and says so", () => {
  const row = rowOf({ is: `${base}, direction: increase, targets: [{ reach: 85% }]` });
  expect([dayText(row.targetOn), row.targets[0]?.assumed]).toEqual(["2026-12-31", true]);
});
