/** How `plan import` is called. */
import { languages } from "../../language/speaker.ts";
import type { CommandForm } from "./form.ts";

export const importForm: CommandForm = {
  about: {
    en: "take over a table as people keep it: figures, progress, or indicators as the draft of a plan",
    zhHans: "导入现有表格：实际值、任务进展，或者由指标表生成方案草稿",
  },
  argument: {
    form: "<file>",
    help: {
      en: "the table: XLSX or CSV, with --as plan also Word (.docx); headings in English or Chinese",
      zhHans: "表格文件：XLSX 或 CSV，与 --as plan 合用时还可为 Word 文档（.docx）；表头用中文或英文",
    },
  },
  options: [
    {
      flags: "--as <what>",
      help: {
        en: "what the table holds: reported figures, progress of tasks, or indicators from which the draft of a plan is made",
        zhHans: "表格内容：observations 为实际值，progress 为任务进展，plan 为指标表（据此生成方案草稿）",
      },
      choices: ["observations", "progress", "plan"],
      usual: "observations",
    },
    {
      flags: "--plan <plan>",
      help: {
        en: "the plan whose indicators or tasks the table speaks of; not with --as plan",
        zhHans: "表中指标或任务所属的方案；不与 --as plan 合用",
      },
    },
    {
      flags: "--at <date>",
      help: {
        en: "the day or period of all rows, where the table has no dates",
        zhHans: "表中没有日期时，指明各行所属的日期或期间",
      },
    },
    {
      flags: "--out <file>",
      help: {
        en: "file to write; default: data/observations.csv or data/progress.csv beside the plan; with --as plan the name of the table with .plan.yaml",
        zhHans:
          "写入的文件；默认为方案旁的 data/observations.csv 或 data/progress.csv；与 --as plan 合用时为“表格名.plan.yaml”",
      },
    },
    {
      flags: "--plan-lang <language>",
      help: {
        en: "with --as plan: language of the draft; default: that of the table",
        zhHans: "与 --as plan 同用：草稿所用语言；默认与表格相同",
      },
      choices: languages,
    },
  ],
  below: {
    en: `
Examples:
  plan import figures.xlsx --plan my.plan.yaml --out data/2026.csv
  plan import tasks.xlsx --as progress --plan my.plan.yaml --at 2026-06-30
  plan import indicators.docx --as plan      writes indicators.plan.yaml
  plan import indicators.xlsx --as plan --out my.plan.yaml

Each row or value names the cell it came from. What cannot be placed is told;
what is not sure is marked, in a draft by a comment "TODO". No file is overwritten.

Exit codes:
  0 all taken over, perhaps with marks    1 something was left out
`,
    zhHans: `
示例：
  plan import 台账.xlsx --plan 我的方案.plan.yaml --out data/2026.csv
  plan import 进展.xlsx --as progress --plan 我的方案.plan.yaml --at 2026-06-30
  plan import 指标表.docx --as plan          生成“指标表.plan.yaml”
  plan import 指标表.xlsx --as plan --out 我的方案.plan.yaml

每行或每个数值注明来自哪个单元格。无法对应的逐一列出；把握不准的加以标记，
草稿中以注释“待核”标出。已有文件绝不覆盖。

退出码：
  0 全部导入（可能有待核标记）    1 有内容未导入
`,
  },
};
