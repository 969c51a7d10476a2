import { expect, test } from "vitest";
import { makeSpeaker, speakerOf } from "../../src/language/speaker.ts";
import { renderReport } from "../../src/report/render.ts";
import { buildBriefView } from "../../src/report/view/brief.ts";
import { flowHeight, linesOf, rowHeight, rowsThatFit } from "../../src/report/view/brief-fit.ts";
import type { BriefView } from "../../src/report/view/brief-view.ts";
import { compileText } from "../kit/compile.ts";
import { crowdedCompilation, longTexts } from "./brief-worst.ts";
import { asOf, compilation, given, indicator, plan, row } from "./hand-made.ts";
import { fullCompilation } from "./sample-plans.ts";

const english = speakerOf("en");

async function brief(text: string, language: "en" | "zh-Hans" = "zh-Hans"): Promise<BriefView> {
  const speaker = await makeSpeaker(language);
  return buildBriefView({
    compilation: crowdedCompilation(text),
    speaker,
    asOf,
    version: "0.0.0",
    inputsDigest: "88fd50921b9d0000",
  });
}

test("what the page has no room for is counted in every list", async () => {
  for (const text of Object.values(longTexts)) {
    const { key, behind, overdue, upcoming } = await brief(text);
    // Fifty binding indicators, twenty overdue milestones, of the coming ones those of twenty days and fifty targets.
    expect(key.rows.length + Number(/\d+/.exec(key.leftOff ?? "")?.[0])).toBe(50);
    expect(overdue.rows.length + Number(/\d+/.exec(overdue.leftOff ?? "")?.[0])).toBe(20);
    for (const list of [key, behind, overdue, upcoming]) {
      expect(list.rows.length).toBeGreaterThan(0);
      expect(list.leftOff).toMatch(/^另有\d+项/);
    }
  }
});

test("longer texts leave room for fewer rows", async () => {
  const count = ({ key, behind, overdue, upcoming }: BriefView): number =>
    [key, behind, overdue, upcoming].reduce((sum, { rows }) => sum + rows.length, 0);
  const short = await brief("覆盖率");
  const long = await brief("持续提升基层治理和公共服务水平的工作任务".repeat(15));
  expect(count(long)).toBeLessThan(count(short));
});

test("a title of 300 characters stands whole, in small letters; a longer one is cut where it is seen", async () => {
  const whole = "老".repeat(300);
  expect(await brief(whole)).toMatchObject({ title: whole, titleSize: "small" });
  const { title } = await brief("老".repeat(3000));
  expect(title.endsWith("…")).toBe(true);
  // Eight lines of 515 points hold 8 × 515 ÷ 10.5 = 392 characters, a little less for what lines leave empty.
  expect([...title].length).toBeGreaterThan(360);
  expect([...title].length).toBeLessThan(393);
});

test("a name that is cut ends with …", async () => {
  const { key } = await brief("持续提升基层治理和公共服务水平的工作任务".repeat(15));
  expect(key.rows[0]?.name).toMatch(/^持续提升.*…$/);
  expect(key.rows[0]?.lines).toBe("3");
});

test("the head has what a leader asks of it, and no file", async () => {
  const { facts } = await brief("覆盖率");
  expect(facts.map(({ label }) => label)).toEqual([
    "数据截止日期",
    "印发单位",
    "实施期限",
    "方案及数据版本",
    "联系方式",
  ]);
});

test("where nobody is named there is no column for owners", () => {
  const of = indicator("a", { name: null });
  const made = compilation({
    plan: plan({ title: given("A"), indicators: [of] }),
    rows: [row(of, "missed")],
  });
  const view = buildBriefView({ compilation: made, speaker: english, asOf, version: "0.0.0" });
  expect(view.behind).toMatchObject({ hasOwners: false, leftOff: null });
  const owned = buildBriefView({ compilation: fullCompilation(), speaker: english, asOf, version: "0.0.0" });
  expect(owned.behind.hasOwners).toBe(true);
});

test("lists give way one row at a time, the longest first, and keep their first row", () => {
  const rows = (count: number) => ({ rows: Array.from({ length: count }, () => 2) });
  expect(rowsThatFit([rows(3), rows(2)], 0)).toMatchObject({ counts: [3, 2], isWhole: true, isRoomy: true });
  // A page holds 757 points; a list takes 39 besides its rows and 12 more where one is left off, a row of two lines 2 × 11.7 + 3.5 = 26.9.
  expect(rowHeight(2)).toBeCloseTo(26.9);
  const both = 2 * 39 + 5 * 26.9;
  expect(rowsThatFit([rows(3), rows(2)], 757 - both).counts).toEqual([3, 2]);
  expect(rowsThatFit([rows(3), rows(2)], 757 - both + 1).counts).toEqual([2, 2]);
  expect(rowsThatFit([rows(3), rows(2)], 757 - both + 27).counts).toEqual([2, 1]);
  expect(rowsThatFit([rows(3), rows(0)], 2000).counts).toEqual([1, 0]);
});

test("a full-width character takes a whole em of its line", () => {
  // 50 characters of 10 points are 500 points, 515 with what lines leave empty.
  expect(linesOf("老".repeat(50), 10, 516)).toBe(1);
  expect(linesOf("老".repeat(50), 10, 514)).toBe(2);
});

/** Indicators of which only the first is binding, each with as many values a quarter as asked for. */
function plainPlan(indicators: number, values: number): string {
  const one = (i: number): string =>
    [
      `  - { id: x${i}, name: Indicator ${i}, unit: 个, direction: increase, frequency: quarterly, ${i === 0 ? "attribute: binding, " : ""}baseline: 0 @ 2025-12,`,
      `      targets: [{ reach: 100, by: 2027 }], observations: [${["2026-03", "2026-06"]
        .slice(0, values)
        .map((at, j) => `{ at: ${at}, value: ${10 + 10 * j} }`)
        .join(", ")}] }`,
    ].join("\n");
  return `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: 2026..2027\nindicators:\n${Array.from({ length: indicators }, (_, i) => one(i)).join("\n")}\n`;
}

function briefOf(indicators: number, values: number) {
  const compilation = compileText(plainPlan(indicators, values), { asOf: "2026-06-30" });
  return buildBriefView({ compilation, speaker: english, asOf: compilation.asOf, version: "0" });
}

test("where no indicator has a previous value, the column for it is left out", () => {
  const [without, having] = [briefOf(2, 1), briefOf(2, 2)];
  expect([without.key.hasMovements, having.key.hasMovements]).toEqual([false, true]);
  expect(renderReport(without, "brief", "html")).not.toContain('class="c-movement"');
  expect(renderReport(having, "brief", "html")).toContain('class="c-movement"');
});

test("a column of changes that only rows off the page have is left out", () => {
  const one = (i: number, attribute: string, observations: string): string =>
    `  - { id: x${i}, name: Indicator ${i}, unit: 个, direction: increase, frequency: quarterly, ${attribute}baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2027 }], observations: [${observations}] }\n`;
  // The page has no room for sixty binding indicators, so that it shows no other.
  const binding = Array.from({ length: 60 }, (_, i) =>
    one(i, "attribute: binding, ", "{ at: 2026-06, value: 10 }"),
  );
  const other = one(60, "", "{ at: 2026-03, value: 10 }, { at: 2026-06, value: 20 }");
  const text = `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: 2026..2027\nindicators:\n${binding.join("")}${other}`;
  const compilation = compileText(text, { asOf: "2026-06-30" });
  const { key } = buildBriefView({ compilation, speaker: english, asOf: compilation.asOf, version: "0" });
  expect(key.rows.length).toBeLessThan(60);
  expect(key.hasMovements).toBe(false);
});

test("no text is cut where the page has room for it", () => {
  const wording =
    "every household of the river towns within thirty minutes of a safe water point, in all seasons of the year";
  const worded = (indicators: number): BriefView => {
    const text = plainPlan(indicators, 1).replaceAll("by: 2027 ", `by: 2027, wording: "${wording}" `);
    const compilation = compileText(text, { asOf: "2026-06-30" });
    return buildBriefView({ compilation, speaker: english, asOf: compilation.asOf, version: "0" });
  };
  // More lines than a row of a full page has, and the page has room for two such rows, not for sixty.
  expect(worded(2).key.rows.map(({ target }) => target)).toEqual([
    expect.stringContaining(wording),
    expect.stringContaining(wording),
  ]);
  expect(Number(worded(2).key.rows[0]?.lines)).toBeGreaterThan(3);
  expect(worded(60).key.rows.every(({ target, lines }) => target.endsWith("…") && Number(lines) <= 3)).toBe(
    true,
  );
});

test("a page with room lists the other indicators behind the key ones, and then draws courses", () => {
  const few = briefOf(3, 2);
  expect(few.key).toMatchObject({ isAll: true, leftOff: null });
  expect(few.key.rows.map(({ name }) => name)).toEqual(["Indicator 0", "Indicator 1", "Indicator 2"]);
  // Whole rows of two.
  expect(few.charts.map(({ name }) => name)).toEqual(["Indicator 0", "Indicator 1"]);
  const many = briefOf(60, 2);
  expect(many.key.isAll).toBe(false);
  expect(many.key.rows.length).toBeGreaterThan(12);
  expect(many.key.leftOff).toMatch(/^\d+ more: see the full report\.$/);
  expect(many.charts).toEqual([]);
});

test("courses share one legend, which names each sign once, and stand before room between the rows", () => {
  const few = briefOf(3, 2);
  expect(few.chartLegend.map(({ label }) => label)).toEqual([
    "reported value",
    "target path",
    "target",
    "as of 30 June 2026",
  ]);
  expect(few.charts.every(({ svgHtml }) => !svgHtml.includes("reported value</text>"))).toBe(true);
  expect(few.isRoomy).toBe(true);
  // Seven rows, all of them behind as well, leave room for courses or for space between them, not for both.
  const more = briefOf(7, 2);
  expect([more.key.rows.length, more.charts.length, more.isRoomy]).toEqual([7, 2, false]);
  expect(briefOf(60, 2)).toMatchObject({ charts: [], chartLegend: [] });
});

test("the change of a sum is what the last period added; of the amount of one period it is the change on the one before", () => {
  const of = (targets: string, observations: string): string | undefined => {
    const text = `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: 2026\nindicators:\n  - { id: x, name: X, unit: 个, direction: increase, value: flow, frequency: quarterly, targets: [${targets}], observations: [${observations}] }\n`;
    const compilation = compileText(text, { asOf: "2026-09-30" });
    const view = buildBriefView({ compilation, speaker: english, asOf: compilation.asOf, version: "0" });
    return view.key.rows[0]?.movement;
  };
  const amounts = "{ at: 2026-Q1, value: 5 }, { at: 2026-Q2, value: 29 }, { at: 2026-Q3, value: 12 }";
  // 46 so far, 34 before.
  expect(of("{ total: ≥60, during: 2026 }", amounts)).toBe("+12个");
  // 12 in the third quarter, 29 in the second.
  expect(of("{ hold: ≥10, every: quarter, from: 2026-01 }", amounts)).toMatch(/^[-−]17个$/);
});

test("a Chinese day takes one line of its column, so that no row is thought higher than it is", () => {
  const compilation = compileText(plainPlan(2, 1).replace("by: 2027 ", "by: 2027-12-31 "), {
    asOf: "2026-06-30",
  });
  const view = buildBriefView({
    compilation,
    speaker: speakerOf("zh-Hans"),
    asOf: compilation.asOf,
    version: "0",
  });
  expect(view.key.rows.map(({ due, lines }) => [due, lines])).toEqual([
    ["2027年12月31日", "1"],
    ["2027年12月31日", "1"],
  ]);
});

test("texts that stand in a row begin a new line where the next does not fit", () => {
  // 20, 20 and 30 points with 5 between them: 20 + 5 + 20 = 45 of 50, the third begins the second line.
  const texts = ["老".repeat(2), "老".repeat(2), "老".repeat(3)];
  expect(flowHeight(texts, { font: 10, gap: 5, line: 12, width: 50 })).toBe(24);
  // 20 + 5 + 20 + 5 + 30 = 80.
  expect(flowHeight(texts, { font: 10, gap: 5, line: 12, width: 80 })).toBe(12);
  expect(flowHeight(texts, { font: 10, gap: 5, line: 12, width: 79.9 })).toBe(24);
  expect(flowHeight([], { font: 10, gap: 5, line: 12 })).toBe(0);
});

test("a period that is only assumed is told whole in the head of the brief", () => {
  const compilation = compileText(
    "format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: { start: 2024-01, end: 2024-12, stated: false }\nindicators: []\n",
    { asOf: "2024-06-30" },
  );
  const { facts } = buildBriefView({ compilation, speaker: english, asOf: compilation.asOf, version: "0" });
  expect(facts.find(({ label }) => label === "Period")?.text).toBe(
    "1 January 2024 to 31 December 2024 (not stated; assumed)",
  );
});

test("the order is told where something is behind, and only there", () => {
  const made = (status: "missed" | "on-track"): string => {
    const of = indicator("a");
    const one = compilation({ plan: plan({ indicators: [of] }), rows: [row(of, status)], status });
    return renderReport(
      buildBriefView({ compilation: one, speaker: english, asOf, version: "0" }),
      "brief",
      "md",
    );
  };
  expect(made("missed")).toContain("Worst first: by status; within a status");
  expect(made("on-track")).not.toContain("Worst first");
});
