/** What lay between the first value and the latest, in `plan explain` (METHODS.md section 8, edge 7). */
import { expect, test } from "vitest";
import { planOf } from "../indicators/evaluate-text.ts";
import { compileText } from "../kit/compile.ts";
import { explainText } from "../kit/explain.ts";

// A way of one a day: 31 are expected on 31 January, 59 on 28 February, 90 on 31 March, 120 on 30 April.
const rise = "unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 365, by: 2026 }]";

async function explained(is: string, seen: readonly string[], language: "en" | "zh-Hans" = "en") {
  const compilation = compileText(planOf({ is, seen }), { asOf: "2026-05-26", trace: true });
  return explainText(compilation, "x", { language });
}

test("of values that went up and down the lowest and the highest are told, and how often the path was left", async () => {
  const seen = ["2026-01 40", "2026-02 50", "2026-03 30", "2026-04 130"];
  expect(await explained(rise, seen)).toContain(`
  30 April 2026  130个  :7
  lowest 30个 on 31 March 2026, highest 130个 on 30 April 2026
  worse than the target path 2 of 4 times, first on 28 February 2026
`);
  expect(await explained(rise, seen, "zh-Hans")).toContain(`
  最低为30个（2026年3月31日），最高为130个（2026年4月30日）
  4次实际值中有2次差于应达值，首次为2026年2月28日
`);
});

test("a way that was never left is told as such", async () => {
  expect(await explained(rise, ["2026-01 40", "2026-02 99", "2026-03 95"])).toContain(
    "  lowest 40个 on 31 January 2026, highest 99个 on 28 February 2026\n  never worse than the target path\n",
  );
});

test("of a fall more is worse than the path", async () => {
  const fall = "unit: 个, direction: decrease, baseline: 365 @ 2025-12, targets: [{ reach: 0, by: 2026 }]";
  // 334 are expected on 31 January, 306 on 28 February, 275 on 31 March.
  expect(await explained(fall, ["2026-01 340", "2026-02 300", "2026-03 310"])).toContain(
    "worse than the target path 2 of 3 times, first on 31 January 2026",
  );
});

test("values that only rise have their extremes at their ends, and nothing more is told", async () => {
  expect(await explained(rise, ["2026-01 30", "2026-02 30", "2026-03 31"])).not.toMatch(/lowest|worse than/);
});

test("where no path leads to the target none was left", async () => {
  const text = await explained("unit: 个, direction: increase, targets: [{ reach: 100, by: 2026 }]", [
    "2026-01 40",
    "2026-02 50",
    "2026-03 30",
  ]);
  expect(text).toContain("lowest 30个 on 31 March 2026, highest 50个 on 28 February 2026\n");
  expect(text).not.toContain("worse than the target path");
});
