/** What must not change a method's word: the size of the unit, the sign of the axis, values after the as-of date, figures of any size. */
import { expect, test } from "vitest";
import { methods } from "../../../src/indicators/methods/index.ts";
import { figureOf, rowOf } from "../evaluate-text.ts";

interface World {
  readonly factor: number;
  readonly direction: "increase" | "decrease";
}

/** Parameters in the unit, for methods that take levels; others take none. */
const levels: Readonly<Record<string, (level: (value: number) => string) => string>> = {
  "absolute-bands": (level) => `, red: ${level(60)}, green: ${level(80)}`,
  zones: (level) => `, commit: ${level(60)}, stretch: ${level(120)}`,
  "self-score": (level) =>
    `, bands: [{ within: ${level(10).replace("-", "")}, marks: 8 }, { within: ${level(30).replace("-", "")}, marks: 5 }]`,
};

const linear = [
  "linear-pace",
  "schedule-points",
  "schedule-relative",
  "achievement",
  "absolute-bands",
  "zones",
  "self-score",
  "mid-term",
];

function judged(method: string, value: number, { factor, direction }: World, later = ""): readonly unknown[] {
  const sign = direction === "increase" ? 1 : -1;
  const level = (plain: number): string => String(plain * factor * sign);
  const is = `unit: 个, direction: ${direction}, baseline: ${level(50)} @ 2025-12, targets: [{ reach: ${level(100)}, by: 2026 }], assess: { method: ${method}${levels[method]?.(level) ?? ""} }`;
  const row = rowOf({
    is,
    seen: [`2026-05-26 ${level(value)}`, ...(later === "" ? [] : [`2026-06-30 ${later}`])],
  });
  return [row.status, row.methodStatus, figureOf(row, "ratio"), figureOf(row, "score")];
}

const values = [40, 50, 55, 60, 65, 66, 70, 75, 80, 99, 100, 130];

test.each(linear)("%s: the unit may be a thousand times as large", (method) => {
  for (const value of values) {
    expect(judged(method, value, { factor: 1000, direction: "increase" })).toEqual(
      judged(method, value, { factor: 1, direction: "increase" }),
    );
  }
});

test.each(linear)("%s: a fall below zero is a rise seen in the mirror", (method) => {
  for (const value of values) {
    expect(judged(method, value, { factor: 1, direction: "decrease" })).toEqual(
      judged(method, value, { factor: 1, direction: "increase" }),
    );
  }
});

test.each(linear)("%s: a better value has no worse word and no lower ratio", (method) => {
  const rows = values.map((value) => judged(method, value, { factor: 1, direction: "increase" }));
  const order = ["worsening", "off-track", "at-risk", "on-track", "ahead", "achieved"];
  const ranks = rows.map(([status]) => order.indexOf(String(status)));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  const scoredByDistance = method === "self-score";
  const ratios = rows.flatMap(([, , ratio]) => (ratio === null || scoredByDistance ? [] : [Number(ratio)]));
  expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
});

test.each(linear)("%s: what comes after the as-of date changes nothing", (method) => {
  const world: World = { factor: 1, direction: "increase" };
  expect(judged(method, 66, world, "99")).toEqual(judged(method, 66, world));
});

// The largest and the smallest figures that are read; what lies beyond them is a finding at its place.
const huge = `1${"0".repeat(100)}`;
const tiny = `0.${"0".repeat(99)}1`;

test.each(methods.map(({ name }) => name))("%s judges figures of any size without failing", (method) => {
  const parameters = levels[method]?.(String) ?? "";
  for (const [b, target, value] of extremes) {
    for (const [baseline, kind] of kinds(b)) {
      const is = `unit: 个, value: ${kind}, ${baseline} targets: [{ reach: ${target}, by: 2026 }], assess: { method: ${method}${parameters} }`;
      const row = rowOf({ is, seen: [`2026-02-28 ${b}`, `2026-05-26 ${value}`] });
      expect(row.status).not.toBe("no-data");
      expect(row.figures.value.value?.eq(value)).toBe(true);
    }
  }
});

const extremes: readonly (readonly [baseline: string, target: string, value: string])[] = [
  [tiny, huge, huge],
  [huge, tiny, tiny],
  ["0", huge, tiny],
  ["0", tiny, huge],
  [`-${huge}`, "0", `-${tiny}`],
  ["0", "0", "0"],
];

function kinds(b: string): readonly (readonly [baseline: string, kind: string])[] {
  return [
    [`baseline: ${b} @ 2025-12,`, "level"],
    ["", "level"],
    ["", "running-total"],
  ];
}
