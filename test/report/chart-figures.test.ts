/** The charts of a plan as documents place them: what they show, in what order, and that hostile plans give sound pictures. */
import Handlebars from "handlebars/runtime";
import { expect, test } from "vitest";
import { partials } from "../../generated/templates.js";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { chartLabels } from "../../src/report/chart-words.ts";
import type { ChartFigure } from "../../src/report/charts/chart-figure.ts";
import { wrapText } from "../../src/report/charts/svg.ts";
import { makeContext, type ViewContext } from "../../src/report/view/context.ts";
import { entityStatusFigure } from "../../src/report/view/entity-figure.ts";
import { historyFigure } from "../../src/report/view/history-figure.ts";
import { indicatorChart } from "../../src/report/view/indicator-chart.ts";
import { pathFigure } from "../../src/report/view/path-figure.ts";
import { phaseFigure } from "../../src/report/view/phase-figure.ts";
import { riskFigure } from "../../src/report/view/risk-figure.ts";
import { fundFigure, scorecardFigure, weightFigure } from "../../src/report/view/share-figures.ts";
import { dimensionStatusFigure, judgedRows } from "../../src/report/view/status-figures.ts";
import { compileText } from "../kit/compile.ts";
import { hostileCompilation, hostileText } from "./sample-plans.ts";

const speakers = { "zh-Hans": await makeSpeaker("zh-Hans"), en: await makeSpeaker("en") };

function contextOf(
  yaml: string,
  language: "zh-Hans" | "en" = "en",
  files: Record<string, string> = {},
  asOf?: string,
): ViewContext {
  const compilation = compileText(yaml, { files, ...(asOf === undefined ? {} : { asOf }) });
  return makeContext({ compilation, speaker: speakers[language], asOf: compilation.asOf });
}

const head = "format: 1\nid: small\ntitle: Small plan\nlanguage: en\nperiod: 2026-01..2027-12\n";
const indicatorText = (id: string, more = ""): string =>
  `  - { id: ${id}, name: Name of ${id}, unit: "%", direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: ≥85%, by: 2027-12 }], frequency: quarterly${more} }\n`;

/** Rows of a table, with plain spaces for those at which no line ends. */
function rowsOf(figure: ChartFigure | null): readonly (readonly string[])[] {
  return (figure?.table?.rows ?? []).map((row) => row.map((cell) => cell.replaceAll("\u00a0", " ")));
}

/** A partial as documents include it. */
function partial(name: string): (figure: ChartFigure | null) => string {
  const engine = Handlebars.create();
  for (const [key, specification] of Object.entries(partials))
    engine.registerPartial(key, engine.template(specification));
  return engine.template(partials[name] ?? {});
}

const builders: Readonly<Record<string, (context: ViewContext) => ChartFigure | null>> = {
  phaseFigure,
  dimensionStatusFigure,
  entityStatusFigure,
  historyFigure,
  weightFigure,
  fundFigure,
  scorecardFigure,
  riskFigure,
};

interface PlacedText {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
  readonly size: number;
}

/** The picture for wide pages or for phones, and its texts that stand at a place of their own. */
function picture(figure: ChartFigure | null, layout: "wide" | "narrow"): string {
  const found = new RegExp(`<svg class="chart chart-${layout}"[\\s\\S]*?</svg>`).exec(figure?.svgHtml ?? "");
  return found?.[0] ?? "";
}

function textsOf(svg: string): readonly PlacedText[] {
  return [...svg.replace(/<g transform[\s\S]*?<\/g>/g, "").matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(
    ([, attributes = "", words = ""]) => {
      const read = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
      return {
        words,
        x: Number(read(" x") || read("x")),
        y: Number(read("y")),
        anchor: read("text-anchor"),
        size: Number(read("font-size")),
      };
    },
  );
}

/** Nothing lies outside the view box, no text is smaller than 11, every `<` begins a tag of ours. */
function expectSound(figure: ChartFigure): void {
  for (const layout of ["wide", "narrow"] as const) {
    const svg = picture(figure, layout);
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
    expect(svg).toMatch(
      /role="img" aria-labelledby="([\w-]+)-title \1-text"><title id="\1-title">[^<]+<\/title><desc/,
    );
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(svg.match(/<(?!\/?(svg|title|desc|g|text|rect|line|path|circle|defs|pattern)\b)/)).toBeNull();
    for (const { x, y, size } of textsOf(svg)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeLessThanOrEqual(height);
      expect(size).toBeGreaterThanOrEqual(11);
    }
    for (const [, x = "", y = "", w = "", h = ""] of svg
      .replace(/<g transform[\s\S]*?<\/g>|<defs>[\s\S]*?<\/defs>/g, "")
      .matchAll(/<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.-]+)" height="([\d.-]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(w)).toBeLessThanOrEqual(width + 1);
      expect(Number(y) + Number(h)).toBeLessThanOrEqual(height + 1);
    }
    // An A4 page is 178 × 259 mm inside its margins: 720 pixels wide, that is 1047 high, less heading and caption.
    if (layout === "wide") expect(height).toBeLessThanOrEqual(1000);
  }
  for (const row of figure.table?.rows ?? []) expect(row).toHaveLength(figure.table?.head.length ?? 0);
}

const phased = `${head}phases:
  - { id: a, name: First, period: 2026-01..2026-06 }
  - { id: b, name: Second, period: 2026-04..2026-12 }
  - { id: c, name: Third, period: 2027-01.. }
  - { id: d, name: Fourth }
milestones:
  - { id: late, name: Later step, phase: a, by: 2026-05-31 }
  - { id: soon, name: Sooner step, phase: a, by: 2026-02-28 }
  - { id: loose, name: Loose step, by: 2026-09-30 }
indicators: []
data: { progress: progress.csv }
`;
const progress = {
  "progress.csv": "kind,id,at,state\nmilestone,soon,2026-03-01,done\nmilestone,late,2026-06-01,in-progress\n",
};

test("without a word of progress the table has no column for it", () => {
  expect(phaseFigure(contextOf(phased, "en", progress))?.table?.head).toHaveLength(4);
  const onlyPhases = phased.slice(0, phased.indexOf("milestones:"));
  expect(phaseFigure(contextOf(onlyPhases, "en"))?.table?.head).toEqual(["Name", "Kind", "From, to / due"]);
});

test("phases stand in plan order on rows of their own, each with its milestones by date below it", () => {
  const figure = phaseFigure(contextOf(phased, "en", progress));
  expect(
    figure?.table?.rows.map(([name, kind, when, state]) => `${name} | ${kind} | ${when} | ${state}`),
  ).toEqual([
    "First | phase | Jan – Jun 2026 | –",
    "Sooner step | milestone | 28 Feb 2026 | done",
    "Later step | milestone | 31 May 2026 | overdue",
    "Second | phase | Apr – Dec 2026 | –",
    "Third | phase | from 2027 | –",
    "Fourth | phase | undated | –",
    "Loose step | milestone | 30 Sep 2026 | no entry",
  ]);
  const svg = picture(figure, "wide");
  const bars = [
    ...svg
      .replace(/<g transform[\s\S]*?<\/g>/g, "")
      .matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g),
  ].map((bar) => bar.slice(1).map(Number));
  expect(bars).toHaveLength(3);
  const [first = [], second = []] = bars;
  // They overlap in time, from April to June, and not on the page.
  expect(second[0]).toBeLessThan((first[0] ?? 0) + (first[2] ?? 0));
  expect(second[1]).toBeGreaterThanOrEqual((first[1] ?? 0) + (first[3] ?? 0));
});

test("done, overdue and open milestones differ in shape, not in colour alone", () => {
  const svg = picture(phaseFigure(contextOf(phased, "en", progress)), "wide").replace(
    /<g transform[\s\S]*?<\/g>/g,
    "",
  );
  const diamonds = [...svg.matchAll(/<path [^>]*fill="([^"]+)"[^>]*\/>(<line [^>]*stroke="#8a1c1c")?/g)];
  expect(
    diamonds.map(
      ([, fill, cross]) => `${fill === "#fff" ? "hollow" : "filled"}${cross === undefined ? "" : " crossed"}`,
    ),
  ).toEqual(["filled", "hollow crossed", "hollow"]);
});

test("the as-of day is drawn where it is near the plan, and left out where it would squeeze all else", () => {
  const plan = phased.replace("data: { progress: progress.csv }\n", "");
  const draw = (asOf: string): string => {
    const compilation = compileText(plan, { asOf });
    return picture(
      phaseFigure(makeContext({ compilation, speaker: speakers.en, asOf: compilation.asOf })),
      "wide",
    );
  };
  expect(draw("2026-06-30")).toContain("as of 30 June 2026");
  expect(draw("2099-06-30")).not.toContain("as of");
});

test("a phase that the plan dates twice has a row for each statement, with its section", () => {
  const twice = `${head}sections: [{ id: "1", title: A }, { id: "2", title: B }]\nphases:\n  - { id: a, name: First, period: [{ is: 2026-01..2026-06, section: "1" }, { is: 2026-01..2026-09, section: "2" }, { is: 2026-01..2026-06, section: "2" }] }\nindicators: []\n`;
  expect(phaseFigure(contextOf(twice))?.table?.rows.map(([name, , when]) => `${name}: ${when}`)).toEqual([
    "First (1): Jan – Jun 2026",
    "First (2): Jan – Sep 2026",
  ]);
});

test("without a date there is no phase chart", () => {
  expect(phaseFigure(contextOf(`${head}phases: [{ id: a, name: First }]\nindicators: []\n`))).toBeNull();
});

const risky = `${head}indicators: []
risks:
  - { id: r1, name: Small, likelihood: 1, impact: 2 }
  - { id: r2, name: Great, likelihood: 4, impact: 5 }
  - { id: r3, name: Half rated, likelihood: 4 }
  - { id: r4, name: Unrated }
`;

test("rated risks stand in their cell, gravest first; unrated ones are counted and never placed", () => {
  const figure = riskFigure(contextOf(risky));
  expect(figure?.table?.rows).toEqual([
    ["1. Great", "4", "5"],
    ["2. Small", "1", "2"],
  ]);
  expect(figure?.note).toBe("2 risks are not rated in the plan and not shown.");
  const numbers = textsOf(picture(figure, "wide")).filter(
    ({ x, words }) => /^[12]$/.test(words) && x > 45 && x < 330,
  );
  // Cells are 58 × 44 from (40, 4) on: impact 5 is the fifth column, likelihood 4 the second row; 40 + 4.5 × 58 = 301, 4 + 1.5 × 44 = 70.
  const bold = (words: string) => numbers.filter((text) => text.words === words && text.y < 224);
  expect(bold("1").map(({ x, y }) => [x, y])).toEqual([[301, 74.5]]);
  // Impact 2: 40 + 1.5 × 58 = 127; likelihood 1: 4 + 4.5 × 44 = 202.
  expect(bold("2").map(({ x, y }) => [x, y])).toEqual([[127, 206.5]]);
});

test("there is no matrix where no risk has both grades", () => {
  expect(riskFigure(contextOf(risky.replace(/ {2}- \{ id: r[12].*\n/g, "")))).toBeNull();
});

const weighed = `${head}dimensions:
  - { id: d1, name: Service, weight: 60% }
  - { id: d2, name: Trust, weight: 40% }
indicators:
${indicatorText("a", ", dimension: d1, weight: 45%")}${indicatorText("b", ", dimension: d1, weight: 15%")}${indicatorText("c", ", dimension: d2, weight: 40%")}`;

test("weights of indicators stand below their dimension, as long as they are great", () => {
  const figure = weightFigure(contextOf(weighed));
  expect(figure?.table?.rows.map((row) => row.join(" | "))).toEqual([
    "Service | Dimension | 60%",
    "Name of a | Indicator | 45%",
    "Name of b | Indicator | 15%",
    "Trust | Dimension | 40%",
    "Name of c | Indicator | 40%",
  ]);
  const widths = [...picture(figure, "wide").matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, width]) => Number(width),
  );
  const [service = 0, a = 0, b = 0] = widths;
  expect(service / b).toBeCloseTo(4, 1);
  expect(a / b).toBeCloseTo(3, 1);
});

const funded = `${head}indicators: []
mechanisms:
  - id: money
    type: fund
    name: Fund
    sources: [{ id: s1, name: Own budget, share: 70%, of: district revenue }, { id: s2, name: Grants, amount: 3万元 }]
    lines: [{ id: l1, name: Training, share: ≥15% }, { id: l2, name: Office, share: ≤10% }, { id: l3, name: Rest }]
  - { id: other, type: fund, name: Elsewhere, origin: cited, lines: [{ id: l4, name: Cited, share: 50% }] }
  - id: card
    type: scorecard
    name: Card
    components: [{ id: c1, name: Process, weight: 40分 }, { id: c2, name: Result, weight: 60分 }, { id: c3, name: Extra, weight: 5分, bonus: true }]
`;

test("shares of a fund are drawn against the whole; floors and caps differ from exact shares in their fill", () => {
  const figure = fundFigure(contextOf(funded));
  expect(figure?.table?.rows.map((row) => row.join(" | "))).toEqual([
    "Fund | sources | Own budget (of district revenue) | 70%",
    "Fund | sources | Grants | 3万元",
    "Fund | lines | Training | ≥15%",
    "Fund | lines | Office | ≤10%",
    "Fund | lines | Rest | not stated",
  ]);
  const bars = [
    ...picture(figure, "wide")
      .replace(/<g transform[\s\S]*?<\/g>|<defs>[\s\S]*?<\/defs>/g, "")
      .matchAll(
        /<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="13" fill="([^"]+)"[^>]*?(stroke-dasharray)?(?:="4 2")?\/>/g,
      ),
  ].map(([, width, fill, dash]) => ({ width: Number(width), fill, dash: dash !== undefined }));
  const whole = bars[0]?.width ?? 0;
  // A track, then the bar: 70 % of 100 %, an amount that cannot be compared with it, floor 15 %, cap 10 %.
  expect(bars.map(({ width }) => Math.round((width / whole) * 100))).toEqual([100, 70, 100, 15, 100, 10]);
  expect(bars[1]?.fill).toBe("#4a6a8a");
  expect(bars[3]?.fill).toBe("url(#chart-funds-wide-hatch)");
  expect(bars[5]).toMatchObject({ fill: "#fff", dash: true });
});

test("components in marks have one scale, and a bonus says so", () => {
  const figure = scorecardFigure(contextOf(funded, "zh-Hans"));
  expect(figure?.table?.rows).toEqual([
    ["Card", "Process", "40分"],
    ["Card", "Result", "60分"],
    ["Card", "Extra（加分项）", "5分"],
  ]);
});

const observed = `${head}entities: [{ id: east, name: East }, { id: west, name: West }]
dimensions: [{ id: d1, name: Service }, { id: d2, name: Trust }]
indicators:
${indicatorText("a", ", dimension: d1, aggregation: mean")}${indicatorText("b", ", dimension: d2")}${indicatorText("c")}data: { observations: o.csv }
`;
const observations = {
  "o.csv":
    "indicator,entity,at,value\na,east,2026-03,50\na,west,2026-03,40\na,east,2026-06,56\na,west,2026-06,56\nb,,2026-03,46\nb,,2026-06,60\n",
};

test("each indicator is a square beside its dimension, worst first, and the counts are in the table", () => {
  const figure = dimensionStatusFigure(contextOf(observed, "en", observations));
  // Elapsed a quarter: a stands at 56 and b at 60 where about 55 is expected; c has no value.
  expect(rowsOf(figure)).toEqual([
    ["Service", "● on track", "● on track 1"],
    ["Trust", "● on track", "● on track 1"],
    ["Without a dimension", "○ no data", "○ no data 1"],
    ["Whole plan", "● on track", "○ no data 1, ● on track 2"],
  ]);
  const svg = picture(figure, "narrow").replace(/<g transform[\s\S]*?<\/g>/g, "");
  expect(svg.match(/>○</g)).toHaveLength(1);
  expect(svg.match(/>●</g)).toHaveLength(2);
});

test("few entities have a column each, with mark and word", () => {
  const figure = entityStatusFigure(contextOf(observed, "zh-Hans", observations));
  expect(figure?.table?.head).toEqual(["指标", "East", "West"]);
  expect(rowsOf(figure)).toEqual([["Name of a", "● 正常", "● 正常"]]);
  expect(picture(figure, "wide").match(/>● 正常</g)).toHaveLength(2);
});

test("many entities are told by counts, the worst first, with a row for all", () => {
  const ids = Array.from({ length: 40 }, (_, i) => `e${i}`);
  const rows = ids.map((id, i) => `a,${id},2026-06,${i === 7 ? 10 : 60}`).join("\n");
  const yaml = observed.replace(
    /entities: .*/,
    `entities: [${ids.map((id) => `{ id: ${id}, name: N-${id} }`).join(", ")}]`,
  );
  const figure = entityStatusFigure(
    contextOf(yaml, "en", { "o.csv": `indicator,entity,at,value\n${rows}\n` }),
  );
  expect(figure?.table?.rows[0]?.[0]).toBe("All entities");
  expect(figure?.table?.rows[1]?.[0]).toBe("N-e7");
  expect(figure?.table?.rows).toHaveLength(41);
  expect(figure?.note).toBe("13 further rows are not in the picture.");
});

test("status over time is what was seen on each day, not what is known now", () => {
  const figure = historyFigure(contextOf(observed, "en", observations));
  expect(figure?.table?.head).toEqual(["Indicator", "30 Apr 2026", "30 Jun 2026"]);
  // a: (50 + 40) ÷ 2 = 45 in March is the baseline, no progress at all; b: 46 of about 49.9 expected, pace 0.2.
  expect(rowsOf(figure)).toEqual([
    ["Name of a", "■ off track", "● on track"],
    ["Name of b", "■ off track", "● on track"],
  ]);
});

/** One indicator that a rate of the time gone by judges: from 0 on 1 January to 100 on 31 December, behind by 10 points and more is yellow. */
const timed = (more = ""): string =>
  `${head.replace("2027-12", "2026-12")}indicators:
  - { id: t, name: Name of t, unit: km, direction: increase, baseline: 0 km @ 2025-12, assess: schedule-points, targets: [{ reach: 100 km, by: 2026-12 }], frequency: quarterly${more} }
data: { observations: o.csv }
`;
const reportedLate = {
  "o.csv": `indicator,entity,at,value,reported
t,,2026-03,24 km,2026-04-12
t,,2026-06,50 km,2026-07-12
`,
};

test("a past day is one by which figures were due: the last day of a period shows nothing that is not owed yet", () => {
  // On 30 June 24 km of March stand against half the year, which would be yellow; on 30 July 50 km against 211 of 365 days,
  // 50 − 57.8 = −7.8 points, are green, as 24 − 32.9 = −8.9 points of 30 April are.
  const figure = historyFigure(contextOf(timed(), "en", reportedLate, "2026-09-15"));
  expect(figure?.table?.head).toEqual(["Indicator", "30 Apr 2026", "30 Jul 2026", "15 Sep 2026"]);
  // 50 km against 258 of 365 days: −20.7 points.
  expect(rowsOf(figure)).toEqual([["Name of t", "● on track", "● on track", "◆ at risk"]]);
  expect(figure?.note).toBe("Past columns: days by which the figures of a period were due, as known then.");
});

test("the plan's own time for reports says by which day figures were due", () => {
  const figure = historyFigure(
    contextOf(timed(", report-within: 10 days"), "en", reportedLate, "2026-09-15"),
  );
  // Two days before the report: on 10 April nothing is known yet, on 10 July the 24 km of March.
  expect(figure?.table?.head).toEqual(["Indicator", "10 Apr 2026", "10 Jul 2026", "15 Sep 2026"]);
  expect(rowsOf(figure)[0]?.slice(1)).toEqual(["· not due", "◆ at risk", "◆ at risk"]);
});

test("a day of last week that shows what today's shows is left out", () => {
  const figure = historyFigure(contextOf(timed(), "zh-Hans", reportedLate, "2026-08-03"));
  expect(figure?.table?.head).toEqual(["指标", "2026年4月30日", "2026年8月3日"]);
  expect(figure?.note).toBe("以往各列为各期数据报送期限届满之日的状态。");
});

test("there is no history of a single day", () => {
  const yaml = observed.replace(/frequency: quarterly/g, "frequency: yearly");
  expect(
    historyFigure(contextOf(yaml, "en", { "o.csv": "indicator,entity,at,value\nb,,2026-06,60\n" })),
  ).toBeNull();
});

test("words stand in all cells of a grid or in none", () => {
  const ids = Array.from({ length: 8 }, (_, i) => `e${i}`);
  const rows = ids.map((id, i) => `a,${id},2026-06,${i % 2 === 0 ? 46 : 60}`).join("\n");
  const yaml = observed.replace(/entities: .*/, `entities: [${ids.map((id) => `{ id: ${id} }`).join(", ")}]`);
  const figure = entityStatusFigure(
    contextOf(yaml, "en", { "o.csv": `indicator,entity,at,value\n${rows}\n` }),
  );
  const cells = (layout: "wide" | "narrow") =>
    textsOf(picture(figure, layout))
      .filter(({ words }) => /^[■●]/.test(words))
      .map(({ words }) => words);
  expect(new Set(cells("wide"))).toEqual(new Set(["■ off track", "● on track"]));
  expect(new Set(cells("narrow"))).toEqual(new Set(["■", "●"]));
});

test("a plan with nothing gives no charts", () => {
  const context = contextOf(`${head}indicators: []\n`);
  for (const build of Object.values(builders)) expect(build(context)).toBeNull();
});

test("hostile words stay words, in pictures and in the text for those who cannot see them", () => {
  const compilation = hostileCompilation();
  for (const speaker of Object.values(speakers)) {
    const context = makeContext({ compilation, speaker, asOf: compilation.asOf });
    const figures = Object.values(builders)
      .map((build) => build(context))
      .filter((figure) => figure !== null);
    expect(figures.length).toBeGreaterThanOrEqual(3);
    for (const figure of figures) expectSound(figure);
  }
});

/** Five hundred indicators, sixty overlapping phases, titles of 300 characters, words from right to left. */
function greatPlan(): string {
  const names = [
    "长".repeat(300),
    "مؤشر الرضا عن الخدمات العامة ".repeat(10).trim(),
    "W".repeat(300),
    "a b ".repeat(75).trim(),
  ];
  const name = (i: number): string => JSON.stringify(names[i % names.length]);
  const list = <T>(count: number, line: (i: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, i) => line(i));
  const values = (i: number): string =>
    `[{ at: 2026-03, value: ${40 + (i % 30)}% }, { at: 2026-06, value: ${40 + (i % 37)}% }]`;
  return [
    head,
    "dimensions:\n",
    ...list(50, (i) => `  - { id: d${i}, name: ${name(i)}, weight: 2% }\n`),
    "phases:\n",
    ...list(60, (i) => `  - { id: p${i}, name: ${name(i)}, period: M${1 + (i % 20)}..M${4 + (i % 20)} }\n`),
    "milestones:\n",
    ...list(80, (i) => `  - { id: m${i}, name: ${name(i)}, phase: p${i % 60}, by: M${1 + (i % 24)} }\n`),
    "risks:\n",
    ...list(70, (i) => `  - { id: r${i}, name: ${name(i)}, likelihood: ${1 + (i % 2)}, impact: 3 }\n`),
    "indicators:\n",
    ...list(500, (i) =>
      indicatorText(`i${i}`, `, dimension: d${i % 7}, weight: 0.2%, observations: ${values(i)}`).replace(
        `Name of i${i}`,
        name(i),
      ),
    ),
    "mechanisms:\n  - id: f\n    type: fund\n    lines:\n",
    ...list(60, (i) => `      - { id: l${i}, name: ${name(i)}, share: ${i === 0 ? "900%" : "1%"} }\n`),
  ].join("");
}

test("a great plan gives sound pictures of a page, and says what they leave to the table", () => {
  const compilation = compileText(greatPlan());
  for (const speaker of Object.values(speakers)) {
    const context = makeContext({ compilation, speaker, asOf: compilation.asOf });
    for (const name of [
      "phaseFigure",
      "dimensionStatusFigure",
      "historyFigure",
      "weightFigure",
      "fundFigure",
      "riskFigure",
    ]) {
      const figure = builders[name]?.(context) ?? null;
      if (figure === null) throw new Error(`no ${name}`);
      expectSound(figure);
    }
    expect(phaseFigure(context)?.table?.rows).toHaveLength(140);
    expect(historyFigure(context)?.table?.rows).toHaveLength(500);
  }
}, 60_000);

test("the same plan gives the same bytes", () => {
  const build = (): string =>
    JSON.stringify(Object.values(builders).map((one) => one(contextOf(observed, "zh-Hans", observations))));
  expect(build()).toBe(build());
});

const trending = (values: string, more = ""): string =>
  `${head}indicators:\n  - { id: a, name: A, unit: h, direction: decrease, baseline: 72 @ 2025-12, targets: [{ reach: ≤24, by: 2027-12 }], frequency: monthly, observations: [${values}]${more} }\n`;
const valuesFrom = (all: readonly number[]): string =>
  all.map((value, i) => `{ at: 2026-${String(i + 1).padStart(2, "0")}, value: ${value} }`).join(", ");

function pathOf(yaml: string): ChartFigure | null {
  const context = contextOf(yaml);
  const [row] = judgedRows(context);
  return row === undefined ? null : pathFigure(row, "i1", "A", context);
}

test("the path chart shows the projection with its range, in the picture and in the table", () => {
  const figure = pathOf(trending(valuesFrom([70.5, 69, 67, 66, 63.5, 62])));
  const told = figure?.table?.rows.map(([, what]) => what);
  expect(told).toEqual([
    ...Array.from({ length: 6 }, () => "reported value"),
    "expected value",
    "target",
    "projection (estimate)",
    "80% range of the projection",
  ]);
  expect(figure?.svgHtml).toContain("projection (estimate)");
  expect(figure?.svgHtml).toContain("80% range");
  expect(figure?.svgHtml).toContain("Projected for 31 December 2027, an estimate:");
});

test("without a trend there is no projection", () => {
  const figure = pathOf(trending(valuesFrom([70, 68])));
  expect(figure?.svgHtml).not.toContain("projection");
  expect(figure?.table?.rows.some(([, what]) => what?.startsWith("projection"))).toBe(false);
});

test("a projection below zero of what was never negative is not shown", () => {
  // 8 hours less a month: 72 - 24 × 8 = -120 by the end of 2027.
  const figure = pathOf(trending(valuesFrom([64, 56, 48, 40, 32, 25])));
  expect(figure?.svgHtml).not.toContain("projection");
});

test("lines of a text end at words or between Chinese characters, never before a closing sign", () => {
  expect(wrapText("one two three", 10, 45, 2)).toEqual(["one two", "three"]);
  // Five characters of ten pixels fit; the sixth is a comma, which takes the character before it along.
  expect(wrapText("一二三四五，六", 10, 50, 3)).toEqual(["一二三四", "五，六"]);
  expect(wrapText("W".repeat(100), 10, 50, 2)).toHaveLength(2);
});

test("captions and heads of charts are said in both languages", () => {
  for (const { en, zhHans } of Object.values(chartLabels)) {
    expect(en).toMatch(/^[\x20-\x7e]+$/);
    expect(zhHans).toMatch(/\p{Script=Han}/u);
  }
  expect(hostileText).toContain("<script>");
});

test("the figures of a chart stand in its table in every format, with plan text escaped", () => {
  const figure = riskFigure(contextOf(risky.replace("name: Great", 'name: "<b>Great</b> | *most*"')));
  const html = partial("chart.html")(figure);
  expect(html).toContain('<figure class="chart-figure" id="chart-risks">');
  expect(html).toContain("<figcaption>Risks by likelihood and impact");
  expect(html).toContain("<summary>Figures of this chart</summary>");
  expect(html).toContain(
    '<th scope="row">1. &lt;b&gt;Great&lt;/b&gt; | *most*</th><td data-label="Likelihood">4</td>',
  );
  expect(html).not.toContain("<b>");
  expect(partial("chart.md")(figure)).toContain("| Risk | Likelihood | Impact |\n| --- | --- | --- |\n");
});

test("a target that two sections state for one day is one mark with one label", () => {
  const twice = `${head}sections: [{ id: "1", title: A }, { id: "2", title: B }]
indicators:
  - { id: x, name: X, unit: "%", direction: increase, baseline: 40% @ 2025-12, observations: [{ at: 2026-03, value: 50% }],
      targets: [{ reach: ≥70%, by: 2026-12, section: "1" }, { reach: ≥70%, by: 2026-12, section: "2" }, { reach: ≥60%, by: 2026-06 }] }
`;
  const context = contextOf(twice, "en");
  const [row] = context.compilation.results.rows;
  if (row === undefined) throw new Error("no row");
  expect(row.targets).toHaveLength(3);
  const { marks } = indicatorChart(row, "x", "X", context);
  expect(marks.map(({ label, governing }) => [label, governing])).toEqual([
    ["70%", true],
    ["60%", false],
  ]);
});

test("labels leave a unit of several letters to the axis, and keep signs and short units", () => {
  const labels = (unit: string): readonly (string | null)[] => {
    const context = contextOf(
      `${head}indicators:
  - { id: x, name: X, unit: "${unit}", direction: increase, baseline: 40 @ 2025-12, observations: [{ at: 2026-03, value: 50 }],
      targets: [{ reach: ≥70, by: 2026-12 }] }
`,
      "en",
    );
    const [row] = context.compilation.results.rows;
    if (row === undefined) throw new Error("no row");
    const { lastLabel, marks } = indicatorChart(row, "x", "X", context);
    return [lastLabel, ...marks.map(({ label }) => label)];
  };
  expect(labels("water points")).toEqual(["50", "70"]);
  expect(labels("km")).toEqual(["50 km", "70 km"]);
  expect(labels("%")).toEqual(["50%", "70%"]);
  expect(labels("万元")).toEqual(["50万元", "70万元"]);
});

test("a name takes a third line where all rows still stand on one page", () => {
  const long =
    "Number of people from all of the districts who were seriously injured at crossings of the city";
  const rows = (count: number): number => {
    const names = Array.from({ length: count }, (_, i) => indicatorText(`i${i}`, `, weight: 1%`));
    const figure = weightFigure(
      contextOf(`${head}indicators:\n${names.join("")}`.replaceAll("Name of i0,", `${long},`)),
    );
    const wide = /<svg class="chart chart-wide"[\s\S]*?<\/svg>/.exec(figure?.svgHtml ?? "")?.[0] ?? "";
    return [...wide.matchAll(/>([^<>]*(?:Number|people|districts|injured|crossings)[^<>]*)<\/text>/g)].length;
  };
  expect(rows(5)).toBe(3);
  expect(rows(36)).toBe(1);
});

test("of a grid that leaves rows out the table on paper has those rows only", () => {
  const many = `${head}indicators:\n${Array.from({ length: 30 }, (_, i) => indicatorText(`i${i}`)).join("")}data: { observations: o.csv }\n`;
  // Values of 60 % are on course, 41 % behind: the last two are on course and stand last of all.
  const rows = Array.from({ length: 30 }, (_, i) =>
    ["2026-03", "2026-06"].map((at) => `i${i},,${at},${i < 28 ? 41 : 60}`),
  ).flat();
  const figure = historyFigure(
    contextOf(many, "en", { "o.csv": `indicator,entity,at,value\n${rows.join("\n")}\n` }),
  );
  expect(figure?.note).toBe(
    "Past columns: days by which the figures of a period were due, as known then. 2 further rows are not in the picture.",
  );
  expect(figure?.table?.isDrawn?.flatMap((drawn, i) => (drawn ? [] : [figure.table?.rows[i]?.[0]]))).toEqual([
    "Name of i28",
    "Name of i29",
  ]);
});
