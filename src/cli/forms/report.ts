/** How `plan report` is called. */
import type { CommandForm } from "./form.ts";
import { asOf, outFolder, plans } from "./shared.ts";

export const reportForm: CommandForm = {
  about: { en: "write the report of a plan", zhHans: "生成方案报告" },
  argument: plans,
  options: [
    asOf,
    {
      flags: "--template <name>",
      help: {
        en: "reports, separated by commas: plan, status, brief, responsibilities, findings",
        zhHans:
          "报告模板，多个用逗号隔开：plan 方案全文，status 执行情况报告，brief 一页简报，responsibilities 责任清单，findings 审核意见表",
      },
      usual: "status",
    },
    {
      flags: "--templates <folder>",
      help: {
        en: "folder of your own templates: FOLDER/REPORT/NAME.html.hbs",
        zhHans: "自有模板文件夹，其中模板为“文件夹/报告/名称.html.hbs”",
      },
    },
    {
      flags: "--by <what>",
      help: {
        en: "owner: a sheet of responsibilities for each owner",
        zhHans: "owner：责任清单每个责任主体一份",
      },
      choices: ["owner"],
    },
    {
      flags: "--to <formats>",
      help: {
        en: "formats, separated by commas: html, md, pdf (by an installed Chromium, Chrome or Edge), json (the data given to templates)",
        zhHans:
          "报告格式 html、md、pdf，多个格式用逗号隔开；pdf 由本机安装的 Chromium、Chrome 或 Edge 打印生成；json 为模板所用数据",
      },
      usual: "html",
    },
    { ...outFolder, usual: "." },
  ],
  below: {
    en: `
Example:
  plan report my.plan.yaml --to html,md --out out
  writes out/ID-status.html and out/ID-status.md, where ID is the id of the plan.
  plan report plans --template plan,status,brief --out out
  writes three documents for each plan, and out/index.html, which links to them.
`,
    zhHans: `
示例：
  plan report 我的方案.plan.yaml --to html,md --out out
  生成“out/编号-status.html”和“out/编号-status.md”，编号即方案的 id。
  plan report 方案 --template plan,status,brief --out out
  每个方案生成三份文件，另生成目录页“out/index.html”。
`,
  },
};
