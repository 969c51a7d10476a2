/** `plan explain` traces every figure of the JSON: whatever is not null there stands in the text, with formula and inputs. */
import { expect, test } from "vitest";
import { planJson } from "../../src/findings-output/json.ts";
import { type FigureName, figureNames } from "../../src/indicators/results.ts";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { parseIsoDay } from "../../src/plan/days.ts";
import { printDay } from "../../src/report/dates.ts";
import { figureWords } from "../../src/report/figure-words.ts";
import { formulaText } from "../../src/report/formula-words.ts";
import { examplePlan } from "../../src/report/method-guide/guide.ts";
import { methodGuides } from "../../src/report/method-guide/index.ts";
import { compileText } from "../kit/compile.ts";
import { explainText } from "../kit/explain.ts";

interface Traced {
  readonly plan: string;
  readonly asOf: string;
}

const rising = [
  "name: X",
  "unit: 个",
  "direction: increase",
  "frequency: monthly",
  "weight: 40%",
  "baseline: 10 @ 2025-12",
  "targets: [{ reach: 40, by: 2026-03 }, { reach: 110, by: 2026-12 }]",
];
const months = ["2025-05 5", "2026-01 30", "2026-02 112", "2026-03 41", "2026-04 45", "2026-05 60"];
const flow = ["name: X", "unit: 人", "value: flow", "direction: increase", "frequency: quarterly"];

const cases: readonly (readonly [name: string, one: Traced])[] = [
  ...methodGuides.map(({ name, example }) => [name, example] as const),
  ...methodGuides
    .filter(({ name }) => !["judgement", "absolute-bands", "zones"].includes(name))
    .map(
      ({ name }) =>
        [
          `${name}, six values`,
          { plan: examplePlan([...rising, `assess: ${name}`], months), asOf: "2026-06-20" },
        ] as const,
    ),
  [
    "six values on a geometric path",
    { plan: examplePlan([...rising, "trajectory: { kind: geometric }"], months), asOf: "2026-06-20" },
  ],
  [
    "six values on a path of steps",
    { plan: examplePlan([...rising, "trajectory: { kind: step }"], months), asOf: "2026-06-20" },
  ],
  [
    "a total",
    {
      plan: examplePlan([...flow, "targets: [{ total: 100, during: 2026 }]"], ["2026-Q1 20", "2026-Q2 25"]),
      asOf: "2026-07-10",
    },
  ],
  [
    "a total, what is due",
    {
      plan: examplePlan(
        [
          ...flow,
          "targets: [{ total: 30, during: 2026-Q1 }, { total: 30, during: 2026-Q2 }]",
          "assess: { method: achievement, against: due }",
        ],
        ["2026-Q1 20", "2026-Q2 25"],
      ),
      asOf: "2026-07-10",
    },
  ],
  [
    "a yearly amount",
    {
      plan: examplePlan(
        [...flow, "baseline: 80 @ 2025", "targets: [{ reach: 100, by: 2026 }]"],
        ["2025-Q3 19", "2025-Q4 20", "2026-Q1 20", "2026-Q2 25"],
      ),
      asOf: "2026-07-10",
    },
  ],
  [
    "a compound fall",
    {
      plan: examplePlan(
        [
          "name: X",
          'unit: "%"',
          "direction: decrease",
          "frequency: yearly",
          "targets: [{ compound: -5%, during: 2024..2026 }]",
        ],
        ["2024 2.7", "2025 0.1"],
        "2024..2026",
      ),
      asOf: "2026-02-01",
    },
  ],
  [
    "a bound",
    {
      plan: examplePlan(
        [
          "name: X",
          "unit: h",
          "direction: decrease",
          "frequency: monthly",
          "targets: [{ hold: ≤24h, from: 2026-01 }]",
        ],
        ["2026-01 20", "2026-02 30", "2026-03 22"],
      ),
      asOf: "2026-04-20",
    },
  ],
];

/** Lines of explain below the one that begins so, while they are indented further. */
function block(text: string, head: string): readonly string[] {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.startsWith(`  ${head} = `));
  if (at < 0) return [];
  const end = lines.findIndex((line, i) => i > at && !line.startsWith("      "));
  return lines.slice(at, end < 0 ? undefined : end);
}

/** Figures that are stated or reported, and stand with their place alone. */
const plain: ReadonlySet<FigureName> = new Set(["value", "baseline", "target", "previous"]);
const functions: ReadonlySet<string> = new Set([
  "max",
  "min",
  "round",
  "ceil",
  "band",
  "days",
  "roll-up",
  "step",
]);

function namesWithoutNumber(lines: readonly string[]): readonly string[] {
  const formula =
    lines.find((line) => line.startsWith("      formula: "))?.slice("      formula: ".length) ?? "";
  const names = formula.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  return names.filter(
    (name) =>
      !functions.has(name) && !lines.some((line) => new RegExp(`^ {6}${name}(?:\\(| .*= | = )`).test(line)),
  );
}

const days = {
  observedOn: "value of",
  baselineOn: "baseline of",
  targetOn: "due",
  firstMetOn: "first met",
  lostOn: "met no longer",
  reachedOn: "target reached about",
} as const;

test.each(cases)("%s: every figure and day of the JSON is traced", async (_name, { plan, asOf }) => {
  const compilation = compileText(plan, { asOf, trace: true });
  const speaker = await makeSpeaker("en");
  const [row] = planJson(compilation, speaker).indicators;
  const text = await explainText(compilation, "x");
  if (row === undefined) throw new Error("no row");
  for (const name of figureNames) {
    const value = row[name];
    const lines = block(text, figureWords[name].name.en);
    expect([name, lines.length > 0]).toEqual([name, value !== null]);
    if (value === null) continue;
    const isStated = plain.has(name) && /:\d+$|computed$/.test(lines[0] ?? "");
    const hasFormula = lines.some((line) => line.startsWith("      formula: "));
    expect([name, isStated || hasFormula]).toEqual([name, true]);
    expect([name, namesWithoutNumber(lines)]).toEqual([name, []]);
  }
  for (const [key, words] of Object.entries(days)) {
    const day = row[key as keyof typeof days];
    const printed = day === null ? null : printDay(parseIsoDay(day) ?? 0, speaker);
    const line = text.split("\n").find((one) => one.startsWith(`  ${words} = `)) ?? null;
    expect([key, line === null ? null : line.includes(printed ?? "?")]).toEqual([
      key,
      day === null ? null : true,
    ]);
  }
  // A word of the common scale is printed as the status.
  if (row.methodStatus !== null && row.methodStatus !== row.status) expect(text).toContain(row.methodStatus);
  if (row.projectedBy !== null) expect(text).toContain(`(${row.projectedBy})`);
  if (row.held !== null) expect(text).toContain(`${row.held} of ${row.periods}`);
});

/** The lines of the figures. */
function figureSection(text: string, heading: string): readonly string[] {
  const lines = text.split("\n");
  const at = lines.indexOf(heading);
  return lines.slice(at + 1, lines.indexOf("", at));
}

test.each(cases)(
  "%s: in Chinese every figure is traced as in English, in Chinese words",
  async (_name, { plan, asOf }) => {
    const compilation = compileText(plan, { asOf, trace: true });
    const english = figureSection(await explainText(compilation, "x"), "Figures");
    const chinese = figureSection(await explainText(compilation, "x", { language: "zh-Hans" }), "数据项");
    expect(chinese.length).toBe(english.length);
    const formulas = chinese.filter((line) => line.startsWith("      公式："));
    expect(formulas.length).toBe(english.filter((line) => line.startsWith("      formula: ")).length);
    const foreign = formulas.flatMap((line) => line.match(/[A-Za-z]{3,}/g) ?? []);
    expect(foreign.filter((word) => !["max", "min"].includes(word))).toEqual([]);
  },
);

test("the days of the sample cases are all there at least once, so that their lines are tried", async () => {
  const speaker = await makeSpeaker("en");
  const rows = cases.flatMap(
    ([, { plan, asOf }]) => planJson(compileText(plan, { asOf }), speaker).indicators,
  );
  for (const key of [...figureNames, ...(Object.keys(days) as (keyof typeof days)[])])
    expect([key, rows.some((row) => row[key] !== null)]).toEqual([key, true]);
});

test("a score that is held between 0 and 1 is told without the name of a function of programmers", () => {
  expect(formulaText("clamp(ratio, 0, 1)")).toEqual({
    en: "min(1, max(0, ratio))",
    zhHans: "评定比率（限于0至1）",
  });
  expect(formulaText("clamp((-0.43), 0, 1)")).toEqual({
    en: "min(1, max(0, (-0.43)))",
    zhHans: "(-0.43)（限于0至1）",
  });
});
