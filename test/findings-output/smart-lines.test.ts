/** How well the indicators are made stands below the table of a check: named where they are few, summed up where many. */
import { expect, test } from "vitest";
import { smartLines } from "../../src/findings-output/smart-lines.ts";
import { type Language, speakerOf } from "../../src/language/speaker.ts";
import { compileText } from "../kit/compile.ts";

const same = (text: string): string => text;
const paint = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };

function lines(indicators: string, language: Exclude<Language, "zh-Hant">): string {
  const compilation = compileText(
    `format: 1\nid: small\ntitle: 小方案\nlanguage: zh-Hans\nperiod: 2026-01..2027-12\nobjectives: [{ id: o, statement: 全覆盖 }]\nsources: [{ id: s, title: 调查 }]\nindicators:\n${indicators}`,
  );
  if (compilation.plan === null) throw new Error("no plan");
  return smartLines(compilation, compilation.plan, {
    speaker: speakerOf(language),
    paint,
    columns: 80,
    tableColumns: null,
    entity: null,
    maxFindings: null,
    quiet: false,
  });
}

const whole = (id: string, without: RegExp = /^$/): string =>
  `  - { id: ${id}, name: 覆盖率${id}, objective: o, definition: 甲/乙, unit: "%", direction: increase, baseline: 45% @ 2025-12, source: s, targets: [{ reach: ≥60%, by: 2026-12 }] }\n`.replace(
    without,
    "",
  );

test("a plan whose indicators lack nothing says so in a line", () => {
  expect(lines(whole("a") + whole("b"), "zh-Hans")).toBe("  SMART：2 项指标均为 5/5\n");
  expect(lines(whole("a") + whole("b"), "en")).toBe("  SMART: all 2 indicators 5/5\n");
});

test("few indicators that lack something are named with what is missing", () => {
  // Definition: specific. Unit is stated; baseline and source belong to measurable, one point together: 5 − 1 − 1 = 3.
  const one = whole("a")
    .replace("definition: 甲/乙, ", "")
    .replace("baseline: 45% @ 2025-12, source: s, ", "");
  expect(lines(one + whole("b"), "zh-Hans")).toBe("  SMART 3/5：“覆盖率a”缺少定义、基期值、数据来源\n");
  expect(lines(one + whole("b"), "en")).toBe("  SMART 3/5: a: no definition, baseline, source\n");
});

test("many are summed up, the most frequent lack first", () => {
  const lacking = ["a", "b", "c"].map((id) => whole(id, /definition: 甲\/乙, /)).join("");
  const last = whole("d", /objective: o, definition: 甲\/乙, /);
  // Four lack a definition, one of them the objective as well: 4, 4, 4, 3.
  expect(lines(lacking + last + whole("e"), "zh-Hans")).toBe(
    "  SMART：5/5 的 1 项、4/5 的 3 项、3/5 的 1 项；缺少定义 4 项、目标任务 1 项\n",
  );
  expect(lines(lacking + last + whole("e"), "en")).toBe(
    "  SMART: 1 at 5/5, 3 at 4/5, 1 at 3/5; missing: a definition (4), an objective (1)\n",
  );
});
