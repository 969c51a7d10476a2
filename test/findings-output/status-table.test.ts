import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { displayWidth } from "../../src/text/width.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { minimalPlan } from "../kit/plans.ts";

const longName = minimalPlan.replace(
  "name: Coverage",
  "name: 困难老年人家庭适老化改造完成比例（含分散供养）",
);

async function table(columns: number | null, language = "zh-Hans"): Promise<readonly string[]> {
  const host = fakeHost({ files: { "/repo/p.plan.yaml": longName }, columns });
  await run(["status", "p.plan.yaml", "--lang", language, "--color", "never"], host);
  const lines = host.stdout().split("\n");
  const head = lines.findIndex((line) => /^ {2}(?:状态|status)/.test(line));
  return lines.slice(head, lines.indexOf("", head));
}

test("where the width is not known the table is whole", async () => {
  const [head, row] = await table(null);
  expect(head).toMatch(/差距$/);
  // 34 columns are the most that a name takes.
  expect(row).toContain("困难老年人家庭适老化改造完成比例…");
});

test.each([120, 100, 80, 60, 40])("no line is wider than a terminal of %i columns", async (columns) => {
  for (const language of ["en", "zh-Hans"]) {
    for (const line of await table(columns, language))
      expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  }
});

test("a narrow terminal cuts the name before it leaves out columns from the right, and says which", async () => {
  const wide = await table(105);
  expect(wide).toHaveLength(2);
  expect(wide[0]).toMatch(/差距$/);
  expect(wide[1]).not.toContain("困难老年人家庭适老化改造完成比例…");
  const narrow = await table(80);
  expect(narrow[0]).toMatch(/^ {2}状态 .*目标值/);
  expect(narrow.at(-1)).toMatch(/^ {2}窗口较窄，未显示：.*差距。$/);
});

test("columns stand below each other at display width, in Chinese too", async () => {
  const [head = "", row = ""] = await table(null);
  const at = (line: string, text: string): number => displayWidth(line.slice(0, line.indexOf(text)));
  expect(at(row, "2026-06-30")).toBe(at(head, "日期"));
  // Right-aligned: the ends agree.
  expect(at(row, "56%") + 3).toBe(at(head, "实际值") + 6);
});

test("a reference series is listed as such and counted as not judged, not as what could not be computed", async () => {
  const reference = `  - { id: growth, name: Growth, role: context, unit: "%", observations: [{ at: 2026-05, value: 6% }] }\n`;
  const files = { "/repo/p.plan.yaml": minimalPlan.replace(/^indicators:\n/m, `$&${reference}`) };
  const host = fakeHost({ files });
  await run(["check", "p.plan.yaml", "--lang", "en", "--color", "never"], host);
  expect(host.stdout()).toMatch(/^ {2}– reference +growth +6%/m);
  expect(host.stdout()).toContain("1 indicator checked, 1 not judged");
  expect(host.stdout()).not.toContain("not computable");
});
