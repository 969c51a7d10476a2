import { expect, test } from "vitest";
import { type StatedBar, scaledBars } from "../../src/report/view/stated-bars.ts";

const bar = (value: number, unit: string): StatedBar => ({
  label: unit,
  level: 0,
  text: `${value}${unit}`,
  kind: "exact",
  measured: { value, unit },
});
const lengths = (...bars: StatedBar[]): readonly (number | null | undefined)[] =>
  scaledBars([bars], false)[0]?.bars.map(({ value }) => value) ?? [];

test("amounts of one unit have lengths, an amount alone in its unit has none", () => {
  expect(lengths(bar(50, "万元"), bar(20, "万元"))).toEqual([50, 20]);
  expect(lengths(bar(50, "元/人·年"))).toEqual([null]);
  expect(lengths(bar(50, "元/人·年"), bar(30000, "元"))).toEqual([null, null]);
});

test("a share alone has a length, for its scale is the whole", () => {
  expect(lengths(bar(2, "%"), bar(50, "元"))).toEqual([2, null]);
});
