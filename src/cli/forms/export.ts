/** How `plan export` is called. */
import type { CommandForm } from "./form.ts";
import { asOf, plans } from "./shared.ts";

export const exportForm: CommandForm = {
  about: {
    en: "write the compiled plan, its results as a table, or its dates as a calendar",
    zhHans: "导出方案数据、指标评定结果表或日程",
  },
  argument: plans,
  options: [
    asOf,
    {
      flags: "--to <formats>",
      help: {
        en: "formats, separated by commas: json (compiled plan), csv, xlsx (results), ics (calendar)",
        zhHans: "导出格式，多个用逗号隔开：json 方案数据，csv、xlsx 评定结果表，ics 日程",
      },
      usual: "json",
    },
    {
      flags: "--out <folder>",
      help: {
        en: "folder to write into; created if it does not exist",
        zhHans: "存放导出文件的文件夹，没有时自动新建",
      },
      usual: ".",
    },
  ],
  below: {
    en: `
Example:
  plan export my.plan.yaml --to json,csv,xlsx,ics --out out
  writes out/ID-plan.json, out/ID-results.csv, out/ID-results.xlsx and
  out/ID-calendar.ics, where ID is the id of the plan.
`,
    zhHans: `
示例：
  plan export 我的方案.plan.yaml --to json,csv,xlsx,ics --out out
  生成“out/编号-plan.json”“out/编号-results.csv”“out/编号-results.xlsx”
  和“out/编号-calendar.ics”，编号即方案的 id。
`,
  },
};
