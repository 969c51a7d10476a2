/** How `plan import` is called. */
import type { CommandForm } from "./form.ts";

export const importForm: CommandForm = {
  about: {
    en: "take over the figures of a table as people keep it (XLSX or CSV)",
    zhHans: "导入现有表格（XLSX 或 CSV）中的实际值",
  },
  argument: {
    form: "<file>",
    help: {
      en: "the table: one figure a row, or periods side by side; headings in English or Chinese",
      zhHans: "表格文件：每行一个数，或各期并列；表头用中文或英文",
    },
  },
  options: [
    {
      flags: "--plan <plan>",
      help: { en: "the plan whose indicators the table speaks of", zhHans: "表中指标所属的方案" },
    },
    {
      flags: "--out <file>",
      help: {
        en: "file to write; default: data/observations.csv beside the plan",
        zhHans: "写入的文件；默认为方案旁的 data/observations.csv",
      },
    },
  ],
  below: {
    en: `
Example:
  plan import figures.xlsx --plan my.plan.yaml --out data/2026.csv
  Each row names the cell it came from; what cannot be placed is told and left out.
`,
    zhHans: `
示例：
  plan import 台账.xlsx --plan 我的方案.plan.yaml --out data/2026.csv
  每行注明来自哪个单元格；无法对应的逐一列出，不予导入。
`,
  },
};
