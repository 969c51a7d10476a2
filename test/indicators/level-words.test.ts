import { expect, test } from "vitest";
import { rowsOf } from "./evaluate-text.ts";

function levelOf(unit: string, direction: string, baseline: string, target: string): string | undefined {
  const is = `unit: "${unit}", direction: ${direction}, baseline: "${baseline} @ 2025-12", targets: [{ ${target}, by: 2026-12 }]`;
  return rowsOf({ is })[0]?.targets[0]?.level?.toString();
}

// Base 100: 增至1.2倍 is 100 × 1.2, 增长1.2倍 is 100 + 100 × 1.2, 降至80% is 100 × 0.8, a bare 30% of a fall is 100 − 30.
test.each([
  ["increase", "relative: 增至1.2倍", "120"],
  ["increase", "relative: 增长到1.2倍", "120"],
  ["increase", "relative: 增长1.2倍", "220"],
  ["increase", "change: 增至1.2倍", "120"],
  ["increase", "reach: 增至1.2倍", "120"],
  ["increase", "relative: 提高到150", "150"],
  ["decrease", "relative: 降至80%", "80"],
  ["decrease", "relative: reduce to 80%", "80"],
  ["decrease", "relative: 30%", "70"],
  ["decrease", "relative: 降幅达到30%", "70"],
])("from 100, %s, %s leads to %s", (direction, target, level) => {
  expect(levelOf("家", direction, "100", target)).toBe(level);
});

test("a percent that an indicator in percent is raised to is its level, a multiple is not", () => {
  expect(levelOf("%", "increase", "40%", "relative: 提高到85%")).toBe("85");
  expect(levelOf("%", "increase", "40%", "relative: 增至1.5倍")).toBe("60");
});

test("a bound beside a level word stays on its side", () => {
  const is = `unit: 件, direction: decrease, baseline: 100 @ 2025-12, targets: [{ relative: 降至80%以下, by: 2026-12 }]`;
  expect(rowsOf({ is })[0]?.targets[0]?.relation).toBe("<=");
});

test("a share of nothing leads nowhere: the indicator is not judged", () => {
  const is = `unit: 家, direction: increase, baseline: 0 @ 2025-12, targets: [{ relative: +30%, by: 2026-12 }]`;
  const [row] = rowsOf({ is, seen: ["2026-03 5"] });
  expect(row?.targets[0]?.level).toBeNull();
  expect(row?.status).toBe("not-computable");
});
