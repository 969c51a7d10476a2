/** Earned value for `docs/methods.md`: definitions, what is missing when, and an example that a test recomputes. */
import type { Localized } from "../../diagnostics/diagnostic.ts";

type Definition = readonly [field: string, formula: string, meaning: Localized];

const definitions: readonly Definition[] = [
  [
    "budget",
    "BAC",
    { en: "`budget` of an action, `amount` of a fund", zhHans: "重点任务的 `budget`，经费安排的 `amount`" },
  ],
  [
    "plannedValue",
    "PV = BAC × planned",
    { en: "what the work planned by now was to cost", zhHans: "截至当日计划完成部分的预算" },
  ],
  [
    "earnedValue",
    "EV = BAC × done",
    { en: "what the work done by now was to cost", zhHans: "截至当日实际完成部分的预算" },
  ],
  ["actualCost", "AC = Σ v", { en: "what has been spent by now", zhHans: "截至当日的累计支出" }],
  [
    "scheduleVariance",
    "SV = EV − PV",
    { en: "positive: more done than planned", zhHans: "正数表示快于计划" },
  ],
  ["costVariance", "CV = EV − AC", { en: "positive: cheaper than planned", zhHans: "正数表示节约" }],
  [
    "spi",
    "SPI = EV ÷ PV",
    {
      en: "without a budget done ÷ planned. It goes to 1 at the end even of work that is late: look at the dates, too",
      zhHans: "没有预算的为实际完成比例÷计划完成比例。逾期的任务完工时该指数也会趋于 1，须同时核对时限",
    },
  ],
  ["cpi", "CPI = EV ÷ AC", { en: "below 1: dearer than planned", zhHans: "低于 1 表示超支" }],
  [
    "eac",
    "EAC = BAC ÷ CPI",
    { en: "cost of the whole if it goes on so (an estimate)", zhHans: "按现有水平推算的总支出（估计值）" },
  ],
  [
    "tcpi",
    "TCPI = (BAC − EV) ÷ (BAC − AC)",
    { en: "CPI that the rest needs to keep the budget", zhHans: "余下部分为不超预算须达到的费用绩效指数" },
  ],
];

/** The example: a plan, its data files, and the earned value of its one action as in the JSON output. */
export const earnedValueExample = {
  asOf: "2026-06-30",
  plan: `format: 1
id: example
title: Example
language: en
period: 2026-01..2026-12
indicators:
  - { id: meals, name: Meals, unit: 份, role: context }
actions:
  - { id: kitchens, name: Kitchens, period: 2026-01..2026-12, budget: 100000元 }
data: { progress: progress.csv, spending: spending.csv }
`,
  files: {
    "progress.csv": "kind,id,at,planned,share\naction,kitchens,2026-06-30,40%,35%\n",
    "spending.csv":
      "kind,id,at,amount\naction,kitchens,2026-03-31,30000元\naction,kitchens,2026-06-30,0.8万元\n",
  },
  result: {
    plannedValue: "40000",
    earnedValue: "35000",
    actualCost: "38000",
    scheduleVariance: "-5000",
    costVariance: "-3000",
    spi: "0.875",
    cpi: "0.92105263157894736842",
    eac: "108571.42857142857142857143",
    tcpi: "1.04838709677419354839",
  },
} as const;

const words = {
  title: { en: "Earned value of actions and funds", zhHans: "重点任务与经费安排的挣值分析" },
  text: {
    en: "`plan explain PLAN#ACTION` and `actions`, `funds` in the JSON, for all of which a share is planned or money is spent. Shares come from `data: { progress: … }` (columns `planned` and `share`, or the states done and not started), amounts from `data: { spending: … }` (columns `kind`, `id`, `at`, `amount`, `line`, `source`, `note`; a bare amount is in the unit of the budget). The day is that of the latest progress that says how much is done; what was planned must be stated for the same day, and spending counts where its period had ended by then. Nothing recorded is not zero: a figure that lacks something, or would divide by nothing, is null and has its word under `reasons`.",
    zhHans:
      "见 `plan explain 方案#重点任务` 和 JSON 的 `actions`、`funds`，只列有计划完成比例或者支出记录的事项。比例取自 `data: { progress: … }`（“计划”“比例”两列，或者“已完成”“未启动”状态），金额取自 `data: { spending: … }`（类别、编号、时间、金额、支出科目、来源、备注；未写单位的按预算的计量单位）。以最近一次填报完成比例的日期为准；计划完成比例须为同一日期，支出只计到该日已结束的期间。未登记不等于零：缺少数据或者分母为零的，数值为空，原因列于 `reasons`。",
  },
  field: { en: "Field", zhHans: "字段" },
  formula: { en: "Formula", zhHans: "公式" },
  meaning: { en: "Meaning", zhHans: "含义" },
  example: { en: "Example", zhHans: "示例" },
} as const;

/** The section as lines of Markdown. */
export function earnedValueSection(language: keyof Localized): readonly string[] {
  const say = (text: Localized): string => text[language];
  const { plan, files, result, asOf } = earnedValueExample;
  const shown = Object.entries(result).map(([name, value]) => `\`${name}\` \`${value}\``);
  const fences = Object.entries(files).flatMap(([name, text]) => [
    `\`${name}\`:`,
    "",
    "```csv",
    text.trimEnd(),
    "```",
    "",
  ]);
  return [
    `## ${say(words.title)}`,
    "",
    say(words.text),
    "",
    `| ${say(words.field)} | ${say(words.formula)} | ${say(words.meaning)} |`,
    "| --- | --- | --- |",
    ...definitions.map(([field, formula, meaning]) => `| \`${field}\` | ${formula} | ${say(meaning)} |`),
    "",
    language === "en"
      ? `${say(words.example)} (as of ${asOf}):`
      : `${say(words.example)}（数据截止日期 ${asOf}）：`,
    "",
    "```yaml",
    plan.trimEnd(),
    "```",
    "",
    ...fences,
    `→ ${shown.join(", ")}`,
    "",
  ];
}
