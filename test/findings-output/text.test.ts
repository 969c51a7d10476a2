import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { displayWidth } from "../../src/text/width.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { expectGolden } from "../report/golden.ts";

/**
 * A plan with what the text output has to show: an error with a related place, a suggestion, a suppressed finding, infos
 * of one rule beyond the two shown in full (in the plan and in a data file), made-up data, entities, several statuses.
 */
const plan = `format: 1
id: 助餐
title: 老年助餐服务方案
language: zh-Hans
period: 2026-01..2027-12
entities:
  - { id: north, name: 城北街道 }
indicators:
  - id: coverage
    name: 助餐服务覆盖率（含特殊困难老年人）
    role: outcome
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets:
      - { reach: ≥85%, by: 2027-12, section: "2" }
      - { reach: ≥80%, by: 2027-12, section: "3" }
    frequency: quarterly
  - { id: meals, name: 日均就餐人次, role: output, unit: 人次, direction: increase, baseline: 100人次 @ 2025-12, targets: [{ reach: ≥200人次, by: 2027-12 }], frequency: quarterly }
  - { id: sites, name: 助餐点, role: output, unit: 个, direction: increase, baseline: 3个 @ 2025-12, targets: [{ reach: ≥9个, by: 2027-12 }], frequency: quarterly }
  - { id: visits, name: 走访, role: output, unit: 次, targets: [{ reach: 多少, by: 2027-12 }], frequncy: yearly }
phases:
  - { id: p1, name: 第一阶段, period: M1..M6 }
  - { id: p2, name: 第二阶段, period: M8..M24 } # plan-ignore time/phase-gap: 暑期停办
data:
  observations: { file: data/values.csv, demo: true }
`;

const values = `指标;时间;实际值;实施单位
助餐服务覆盖率（含特殊困难老年人）;2026-03;约51%;
助餐服务覆盖率（含特殊困难老年人）;2026-06;52%;
meals;2026-06;150;
meals;2026-06;140;north
sites;2026-06;３;
`;

async function checked(...args: readonly string[]): Promise<string> {
  const files = { "/repo/方案.plan.yaml": plan, "/repo/data/values.csv": values };
  const host = fakeHost({ files });
  expect(await run(["check", "方案.plan.yaml", "missing.plan.yaml", ...args], host)).toBe(2);
  expect(host.stderr()).toBe("");
  return host.stdout();
}

test.each(["en", "zh-Hans"])("the whole text of a run, in %s", async (language) => {
  const text = await checked("--lang", language);
  // How many rules there are is no matter of this test.
  expectGolden(`../findings-output/text.${language}.txt`, text.replace(/\d+(?= rules)|(?<=规则 )\d+/, "N"));
});

test("what four indicators lack is told once, with all places", async () => {
  const text = await checked();
  expect(text.match(/^info indicator\/missing-owner: /gm)).toHaveLength(1);
  expect(text).toContain(
    "info indicator/missing-owner: 4 indicators have nobody who answers for them: coverage, meals, sites …\n",
  );
  for (const line of [19, 20, 21]) expect(text).toContain(`  note: the same here (line ${line})\n`);
});

test.each([
  ["en", "  note: without dates as well, 2 more, at lines 11, 12\n"],
  ["zh-Hans", "  参见：同样未注明起止时间，另有 2 处，见第 11、12 行\n"],
])("related places of one note beyond four are one line, in %s", async (lang, line) => {
  const bound = (id: number) =>
    `  - { id: i${id}, name: 指标${id}, unit: 个, direction: increase, targets: [{ hold: ≥5个 }] }`;
  const head = "format: 1\nid: p\ntitle: 方案\nperiod: 2026-01..2027-12\nindicators:";
  const text = `${[head, ...[1, 2, 3, 4, 5, 6, 7].map(bound)].join("\n")}\n`;
  const host = fakeHost({ files: { "/repo/a.plan.yaml": text } });
  await run(["check", "a.plan.yaml", "--lang", lang], host);
  expect(host.stdout()).toContain(line);
});

test.each([
  ["en", "info risk/half-rated: 3 more, at lines 9 (2), 10\n"],
  ["zh-Hans", "提示 risk/half-rated：另有 3 处，见第 9（2 处）、10 行\n"],
])(
  "a line that holds several of the further infos is named once with their number, in %s",
  async (lang, line) => {
    const entry = (id: string) => `{ id: ${id}, name: 风险${id}, likelihood: 3 }`;
    const text = [
      "format: 1\nid: p\ntitle: 方案\nlanguage: zh-Hans\nperiod: 2026-01..2027-12",
      `risks: [\n  ${entry("a")},\n  ${entry("b")},`,
      `  ${entry("c")}, ${entry("d")},\n  ${entry("e")} ]\n`,
    ].join("\n");
    const host = fakeHost({ files: { "/repo/a.plan.yaml": text } });
    await run(["check", "a.plan.yaml", "--lang", lang], host);
    expect(host.stdout()).toContain(line);
  },
);

test.each([
  [
    "en",
    "warning indicator/missing-baseline: d: a level is to be reached, but no baseline is stated (line 10, section 4)\n",
  ],
  ["zh-Hans", "警告 indicator/missing-baseline：指标“指标d”设有目标值，但未列基期值（第 10 行，章节“4”）\n"],
])("warnings beyond three of a rule are a line each with line and section, in %s", async (lang, line) => {
  const entry = (id: string, at: number) =>
    `  - { id: ${id}, name: 指标${id}, section: "${at}", unit: 个, direction: increase, targets: [{ reach: ≥5个, by: 2027-12 }] }`;
  const head = "format: 1\nid: p\ntitle: 方案\nlanguage: zh-Hans\nperiod: 2026-01..2027-12\nindicators:";
  const text = `${[head, entry("a", 1), entry("b", 2), entry("c", 3), entry("d", 4)].join("\n")}\n`;
  const host = fakeHost({ files: { "/repo/a.plan.yaml": text } });
  await run(["check", "a.plan.yaml", "--lang", lang], host);
  expect(host.stdout()).toContain(line);
  expect(host.stdout().match(/missing-baseline/g)).toHaveLength(4);
});

test("--max-findings says how many are not shown, and every one is counted", async () => {
  const all = await checked();
  const some = await checked("--max-findings", "1");
  const count = (text: string): number => text.match(/^(?:error|warning|info) \S+:/gm)?.length ?? 0;
  expect(count(some)).toBeLessThan(count(all));
  expect(some).toMatch(/^\d+ more findings not shown \(--max-findings\)$/m);
  expect(some.trimEnd().split("\n").at(-1)).toBe(all.trimEnd().split("\n").at(-1));
});

test("--quiet shows errors and the last line", async () => {
  const text = await checked("--quiet");
  expect(text).toContain("error target/conflict");
  expect(text).not.toMatch(/^(?:warning|info) /m);
  expect(text).not.toContain("attained");
});

test("full-width parentheses of a plan stay as they are in English, so that the carets stand right", async () => {
  const source = "2 | 助餐服务覆盖率（含特殊困难老年人）;2026-03;约51%;";
  // Chinese characters and full-width signs take two columns: 17 of them, then 9 signs, before four columns of 约51%.
  expect(await checked()).toContain(`${source}\n  | ${" ".repeat(17 * 2 + 9)}^^^^^\n`);
});

test("on a terminal long messages, notes and help are wrapped to its width; in a pipe each stays on its line", async () => {
  const files = { "/repo/a.plan.yaml": plan };
  const lines = async (columns: number | null, lang: string): Promise<readonly string[]> => {
    const host = fakeHost({ files, columns });
    await run(["check", "a.plan.yaml", "--lang", lang, "--color", "never", "--only", "plan"], host);
    return host.stdout().split("\n");
  };
  for (const lang of ["en", "zh-Hans"]) {
    const whole = await lines(null, lang);
    const wrapped = await lines(60, lang);
    expect(whole.some((line) => displayWidth(line) > 100)).toBe(true);
    expect(wrapped.filter((line) => displayWidth(line) > 60)).toEqual([]);
    expect(wrapped.filter((line) => /^\s*[，。、）”]/.test(line))).toEqual([]);
    const together = (of: readonly string[]): string => of.join("").replace(/\s/g, "");
    const summary = lang === "en" ? "indicators checked" : "指标 4 项";
    expect(together(wrapped)).toContain(together([whole.find((line) => line.includes(summary)) ?? "-"]));
  }
});

test("two places on one line are both marked in its frame, which is shown once", async () => {
  const text = plan.replace(
    "targets: [{ reach: ≥9个, by: 2027-12 }]",
    "targets: [{ reach: ≥9个, by: 2027-12 }, { reach: ≥7个, by: 2027-12 }]",
  );
  const host = fakeHost({ files: { "/repo/a.plan.yaml": text } });
  await run(["check", "a.plan.yaml", "--lang", "en", "--only", "plan"], host);
  const lines = host.stdout().split("\n");
  const at = lines.findIndex((line) => line.startsWith("error target/conflict: sites"));
  expect(lines.slice(at + 1, at + 5)).toEqual([
    "   → a.plan.yaml:20:145",
    "20 | …≥9个, by: 2027-12 }, { reach: ≥7个, by: 2027-12 }], frequency: quarterly }",
    "   |  ----                          ^^^^",
    "  note: the other value (line 20)",
  ]);
});
