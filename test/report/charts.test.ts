import { expect, test } from "vitest";
import { makeSpeaker } from "../../src/language/speaker.ts";
import type { PathChart } from "../../src/report/charts/chart-data.ts";
import { drawPathChart } from "../../src/report/charts/path-chart.ts";
import { drawStatusBar } from "../../src/report/charts/status-bar.ts";
import { fitText, textWidth } from "../../src/report/charts/svg.ts";
import { timeTicks } from "../../src/report/charts/time-axis.ts";
import { trendLine } from "../../src/report/charts/trend-line.ts";
import { day } from "./hand-made.ts";

const zh = await makeSpeaker("zh-Hans");
const en = await makeSpeaker("en");

function chart(parts: Partial<PathChart> = {}): PathChart {
  return {
    id: "i1",
    title: "覆盖率",
    description: "一段文字",
    unit: "%",
    series: [
      { on: day("2025-12-31"), value: 45, provisional: false },
      { on: day("2026-06-30"), value: 52, provisional: true },
    ],
    path: [
      { on: day("2025-12-31"), value: 45 },
      { on: day("2027-12-31"), value: 85 },
    ],
    pathKind: "linear",
    marks: [{ on: day("2027-12-31"), value: 85, label: "85%", sign: null, governing: true }],
    bounds: [],
    forecast: null,
    asOf: day("2026-06-30"),
    demo: null,
    lastLabel: "52%",
    ...parts,
  };
}

/** Numbers of an attribute in all elements that have it. */
function numbersOf(svg: string, attribute: string): number[] {
  return [...svg.matchAll(new RegExp(`\\s${attribute}="(-?[\\d.]+)"`, "g"))].map((match) => Number(match[1]));
}

test("there is no chart when there is nothing to draw", () => {
  expect(drawPathChart(chart({ series: [], path: [], marks: [] }), zh)).toBeNull();
});

test("one value beside its target on one day is no course; a second day or a range to hold makes one", () => {
  const value = { on: day("2026-12-31"), value: 98.4, provisional: false };
  const target = { on: day("2026-12-31"), value: 98, label: "98%", sign: "✓", governing: true };
  const lone = { series: [value], path: [], marks: [target] };
  expect(drawPathChart(chart(lone), zh)).toBeNull();
  expect(drawPathChart(chart({ ...lone, marks: [{ ...target, on: day("2027-12-31") }] }), zh)).not.toBeNull();
  const held = { from: day("2026-01-01"), to: day("2027-12-31"), lower: 98, upper: null, label: "≥98%" };
  expect(drawPathChart(chart({ ...lone, marks: [], bounds: [held] }), zh)).not.toBeNull();
});

test("title and description name the chart for those who cannot see it", () => {
  const svg = drawPathChart(chart(), zh) ?? "";
  expect(svg).toContain('role="img" aria-labelledby="i1-title i1-text"');
  expect(svg).toContain('<title id="i1-title">覆盖率</title><desc id="i1-text">一段文字</desc>');
});

test("everything lies within the view box", () => {
  for (const parts of [
    {},
    { series: [{ on: day("1999-01-01"), value: -1e9, provisional: false }] },
    { asOf: day("2040-01-01") },
  ]) {
    const svg = drawPathChart(chart(parts), zh) ?? "";
    for (const x of ["x", "x1", "x2", "cx"].flatMap((name) => numbersOf(svg, name))) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(360);
    }
    for (const y of ["y", "y1", "y2", "cy"].flatMap((name) => numbersOf(svg, name))) {
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(250);
    }
    expect(svg).not.toContain("NaN");
  }
});

test("a provisional value is hollow, a final one filled", () => {
  const svg = (drawPathChart(chart(), zh) ?? "").replace(/<g [\s\S]*?<\/g>/g, "");
  const fills = [...svg.matchAll(/<circle[^>]* fill="([^"]+)"/g)].map((match) => match[1]);
  expect(fills).toEqual(["#174a86", "#fff"]);
});

test("a stepped path keeps its level until the next date", () => {
  const svg = drawPathChart(chart({ pathKind: "step" }), zh) ?? "";
  const [, route = ""] = /<path d="([^"]+)" fill="none" stroke="#8f3f00"/.exec(svg) ?? [];
  const points = route
    .split(/[ML]/)
    .filter(Boolean)
    .map((pair) => pair.split(",").map(Number));
  // Start, along the start's level to the due date, then up.
  expect(points).toHaveLength(3);
  expect(points[1]?.[1]).toBe(points[0]?.[1]);
  expect(points[1]?.[0]).toBe(points[2]?.[0]);
});

test("an end-only target has a marker and no path", () => {
  const svg = drawPathChart(chart({ pathKind: "end-only", series: [] }), zh) ?? "";
  expect(svg).not.toContain("应达轨迹");
  expect(svg).toContain("目标值");
});

test("a range to hold is drawn between its bounds", () => {
  const bounds = [{ from: day("2026-01-01"), to: day("2026-12-31"), lower: 40, upper: 60, label: "40..60%" }];
  const svg = drawPathChart(chart({ bounds }), en) ?? "";
  expect(svg).toContain("range to hold");
  expect(svg.match(/stroke-dasharray="8 3 2 3"/g)).toHaveLength(2);
});

test("labels of targets do not lie on each other", () => {
  const marks = [80, 80.5].map((value) => ({
    on: day("2027-12-31"),
    value,
    label: `${value}%`,
    sign: null,
    governing: false,
  }));
  const svg = drawPathChart(chart({ marks, lastLabel: null }), en) ?? "";
  const at = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>80(?:\.5)?%</g)].map((match) =>
    Number(match[1]),
  );
  for (const [i, y] of at.entries())
    for (const other of at.slice(i + 1)) expect(Math.abs(y - other)).toBeGreaterThan(11);
});

test("the label of the last value leaves the course free, and the axis where it finds other room", () => {
  const on = ["2025-12-31", "2026-12-31"].map(day);
  const falling = [500, 465].map((value, i) => ({ on: on[i] ?? 0, value, provisional: false }));
  const drawn = { series: falling, path: [], marks: [], bounds: [], lastLabel: "465人次", unit: "人次" };
  const svg = drawPathChart(chart({ ...drawn, asOf: day("2027-06-30") }), zh) ?? "";
  const [x, y] = [...(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>465人次</.exec(svg) ?? [])].slice(1).map(Number);
  const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, cx, cy]) => [
    Number(cx),
    Number(cy),
  ]);
  const [from = [0, 0], to = [0, 0]] = dots;
  const [fromX = 0, fromY = 0] = from;
  const [toX = 0, toY = 0] = to;
  // Under the falling line, beside its end: no part of the words is as high as the line above them.
  const half = textWidth("465人次", 12) / 2;
  const lineAt = (at: number): number =>
    fromY + ((Math.min(Math.max(at, fromX), toX) - fromX) / (toX - fromX)) * (toY - fromY);
  expect((y ?? 0) - 11).toBeGreaterThan(lineAt((x ?? 0) - half));
});

test("hostile words in a chart stay words", () => {
  const svg = drawPathChart(chart({ title: "</title><script>", unit: '"><x' }), zh) ?? "";
  expect(svg).not.toMatch(/<script|<x/);
});

test("time ticks are firsts of months, no more than fit", () => {
  expect(timeTicks(day("2025-12-31"), day("2027-12-31"), 4, zh).map((tick) => tick.label)).toEqual([
    "2026年1月",
    "2026年7月",
    "2027年1月",
    "2027年7月",
  ]);
  expect(timeTicks(day("2020-01-01"), day("2030-12-31"), 4, en).map((tick) => tick.label)).toEqual([
    "2020",
    "2025",
    "2030",
  ]);
});

test("the status bar is as wide as its counts", () => {
  const shares = [
    { status: "achieved", mark: "✓", count: 3 },
    { status: "missed", mark: "×", count: 1 },
  ];
  const svg = drawStatusBar(shares, "3 achieved, 1 missed") ?? "";
  const [first = 0, second = 0] = [...svg.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map((match) =>
    Number(match[1]),
  );
  expect(first / second).toBeCloseTo(3, 1);
  expect(svg).toContain("✓ 3");
  expect(drawStatusBar([], "")).toBeNull();
});

test("a trend line rises with its values", () => {
  expect(trendLine([1, 2, 3])).toBe("▁▅█");
  expect(trendLine([2, 2])).toBe("▄▄");
  expect(trendLine([1])).toBeNull();
});

test("text is measured with full-width characters twice as wide", () => {
  expect(textWidth("长", 10)).toBe(10);
  expect(fitText("很长的标题", 10, 35)).toBe("很长…");
});

test("the words that data are made up lie on no label, no point and no course where there is room", () => {
  const svg = drawPathChart(chart({ demo: "DEMONSTRATION DATA" }), en) ?? "";
  const texts = [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, given = "", words = ""]) => {
    const of = (name: string): number => Number(new RegExp(`\\b${name}="([-\\d.]+)"`).exec(given)?.[1]);
    const half = textWidth(words, of("font-size")) / 2;
    return { words, left: of("x") - half, right: of("x") + half, y: of("y") };
  });
  const demo = texts.find(({ words }) => words === "DEMONSTRATION DATA");
  const labels = texts.filter(({ words }) => words === "52%" || words === "85%");
  expect(labels).toHaveLength(2);
  const apart = ({ left, right, y }: (typeof texts)[number]): boolean =>
    demo !== undefined && (right < demo.left || left > demo.right || Math.abs(y - demo.y) > 12);
  expect(labels.every(apart)).toBe(true);
  // Values rise from the lower left to the upper right: the room is above them.
  const middle = texts.filter(({ words }) => /^\d+$/.test(words)).map(({ y }) => y);
  expect(demo?.y).toBeLessThan((Math.min(...middle) + Math.max(...middle)) / 2);
});
