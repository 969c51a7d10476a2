/** Columns of tables and numbers in sentences, in every language: tables of cases. */
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { isoDay, parseIsoDay } from "../../src/plan/days.ts";
import { printDay, printMonth, printShortDay, printYear } from "../../src/report/dates.ts";
import { displayWidth } from "../../src/text/width.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { minimalPlan } from "../kit/plans.ts";

const names = [
  "Coverage",
  "助餐服务覆盖率",
  "覆盖率（含“特殊困难”）",
  "e\u0301ducation",
  "ｶﾊﾞﾚｯｼﾞ",
  "満足度か\u3099",
  "👍 rate",
  "❤\ufe0f 关爱率",
  "한국어 지표",
  "نسبة",
  "a\\tb",
  "超过三十四列的指标名称会被截断，后面的各列仍须对齐，不得错位",
];

/** A plan with one indicator of each name, with the same figures. */
function planOf(names: readonly string[]): string {
  const [head = "", indicator = ""] = minimalPlan.split("indicators:\n");
  const each = names.map((name, i) =>
    indicator.replace("id: coverage", `id: i${i}`).replace("name: Coverage", `name: "${name}"`),
  );
  return `${head}indicators:\n${each.join("")}`;
}

test.each(["zh-Hans", "zh-Hant", "en"])(
  "in %s every row of the status table has its figures in the same columns",
  async (language) => {
    const host = fakeHost({ files: { "/repo/p.plan.yaml": planOf(names) } });
    await run(["status", "p.plan.yaml", "--lang", language, "--color", "never"], host);
    const rows = host
      .stdout()
      .split("\n")
      .filter((line) => /2026-06-30 +≥85%/.test(line));
    expect(rows).toHaveLength(names.length);
    const columns = rows.map((row) => displayWidth(row.slice(0, row.indexOf("2026-06-30"))));
    expect(new Set(columns).size).toBe(1);
  },
);

test.each(["zh-Hans", "zh-Hant", "en"])(
  "in %s the list of rules has its titles in one column",
  async (language) => {
    const host = fakeHost();
    await run(["rules", "target", "--lang", language, "--color", "never"], host);
    const rows = host
      .stdout()
      .split("\n")
      .filter((line) => line.startsWith("target/"));
    expect(rows.length).toBeGreaterThan(10);
    const starts = rows.map((row) => displayWidth(/^\S+\s+\S+\s+/.exec(row)?.[0] ?? ""));
    expect(new Set(starts).size).toBe(1);
  },
);

test.each(["zh-Hans", "zh-Hant", "en"])(
  "in %s the help of options stands in one column, and within 80",
  async (language) => {
    const host = fakeHost({ columns: 80 });
    await run(["check", "--help", "--lang", language], host);
    const page = host.stdout().split(/\n(?:Examples?|示例|範例)/)[0] ?? "";
    const options = page.split("\n").filter((line) => /^ {2}--?\S/.test(line));
    expect(options.length).toBeGreaterThan(8);
    const starts = options.map((line) => displayWidth(/^ {2}.*? {2,}(?=\S)/.exec(line)?.[0] ?? ""));
    expect(new Set(starts).size).toBe(1);
    expect(page.split("\n").filter((line) => displayWidth(line) > 80)).toEqual([]);
  },
);

test.each([
  [1, "en", "1 plan in 1 file", "1 indicator checked"],
  [2, "en", "2 plans in 2 files", "2 indicators checked"],
  [1, "zh-Hans", "1 个文件、1 个方案", "指标 1 项"],
  [2, "zh-Hans", "2 个文件、2 个方案", "指标 2 项"],
  [2, "zh-Hant", "2 個檔案、2 個方案", "指標 2 項"],
] as const)("%i checked, in %s: %s", async (count, language, files, indicators) => {
  const plans = Array.from({ length: count }, (_, i) => [
    `/repo/p${i}.plan.yaml`,
    minimalPlan.replace("id: small", `id: small-${i}`),
  ]);
  const host = fakeHost({ files: Object.fromEntries(plans) });
  await run(["check", "--lang", language, "--color", "never"], host);
  const summary = host.stdout().trimEnd().split("\n").at(-1) ?? "";
  expect(summary).toContain(files);
  expect(summary).toContain(indicators);
});

test.each([
  ["en", 1, "1 more finding not shown"],
  ["en", 2, "2 more findings not shown"],
  ["zh-Hans", 1, "另有 1 个问题项未显示"],
  ["zh-Hans", 2, "另有 2 个问题项未显示"],
] as const)("in %s, %i not shown: %s", async (language, hidden, words) => {
  const broken = minimalPlan
    .replace("role: outcome", "rolle: outcome")
    .replace("period: 2026-01..2027-12", "perriod: 2026");
  const files = { "/repo/p.plan.yaml": broken };
  const all = fakeHost({ files });
  await run(["check", "--format", "json"], all);
  const { findings } = (JSON.parse(all.stdout()) as { plans: { findings: unknown[] }[] }).plans[0] ?? {
    findings: [],
  };
  const host = fakeHost({ files });
  const shown = String(findings.length - hidden);
  await run(["check", "--max-findings", shown, "--lang", language, "--color", "never"], host);
  expect(host.stdout()).toContain(words);
});

test.each([
  ["2026-06-30", "30 June 2026", "30 Jun 2026", "Jun 2026", "2026", "2026年6月30日", "2026年6月"],
  ["2026-01-01", "1 January 2026", "1 Jan 2026", "Jan 2026", "2026", "2026年1月1日", "2026年1月"],
  ["2024-02-29", "29 February 2024", "29 Feb 2024", "Feb 2024", "2024", "2024年2月29日", "2024年2月"],
  ["2026-12-31", "31 December 2026", "31 Dec 2026", "Dec 2026", "2026", "2026年12月31日", "2026年12月"],
  ["2026-09-05", "5 September 2026", "5 Sep 2026", "Sep 2026", "2026", "2026年9月5日", "2026年9月"],
])(
  "%s is %s in reports, %s in tables, %s on axes",
  async (iso, long, short, month, year, chinese, chineseMonth) => {
    const day = parseIsoDay(iso);
    if (day === null) throw new Error(iso);
    const [en, zh] = [await makeSpeaker("en"), await makeSpeaker("zh-Hans")];
    expect([
      isoDay(day),
      printDay(day, en),
      printShortDay(day, en),
      printMonth(day, en),
      printYear(day, en),
    ]).toEqual([iso, long, short, month, year]);
    expect([printDay(day, zh), printShortDay(day, zh), printMonth(day, zh), printYear(day, zh)]).toEqual([
      chinese,
      chinese,
      chineseMonth,
      `${year}年`,
    ]);
  },
);
