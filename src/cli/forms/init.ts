/** How `plan init` is called. */
import type { CommandForm } from "./form.ts";
import { outFolder, planLang } from "./shared.ts";

export const initForm: CommandForm = {
  about: {
    en: "start a plan: asks a few questions, then writes the plan and the files that go with it",
    zhHans: "新建方案：回答几个问题，生成方案及配套文件",
  },
  argument: {
    form: "[folder]",
    help: {
      en: "folder of the new plan (created if missing; default: the current one); with --records, the plan file",
      zhHans: "新方案所在的文件夹，没有时自动新建，默认为当前文件夹；与 --records 同用时为方案文件",
    },
  },
  options: [
    {
      flags: "--yes",
      help: {
        en: "ask nothing; use default values for what is not given",
        zhHans: "不提问，未给出的一律采用默认内容",
      },
    },
    {
      flags: "--keep",
      help: { en: "keep files that exist and write only the others", zhHans: "保留已有文件，只写入其余文件" },
    },
    {
      flags: "--records",
      help: {
        en: "for the plan named: write the reporting sheets (XLSX, CSV) to be filled in",
        zhHans: "为所指方案生成填报表（XLSX 和 CSV）",
      },
    },
    {
      flags: "--as-of <date>",
      help: {
        en: "with --records: periods begun by this day; default: today",
        zhHans: "与 --records 同用：截至该日已开始的各期；默认为当天",
      },
    },
    outFolder,
    {
      flags: "--title <text>",
      help: { en: "title of the plan", zhHans: "方案名称" },
    },
    {
      flags: "--id <id>",
      help: {
        en: "id of the plan and name of its file; default: from the title",
        zhHans: "方案编号，亦作文件名；默认由名称得出",
      },
    },
    planLang,
    {
      flags: "--issuer <name>",
      help: { en: "who issues the plan", zhHans: "制发单位" },
    },
    {
      flags: "--period <months>",
      help: { en: "first and last month: 2026-01..2027-12", zhHans: "起止月份，如 2026-01..2027-12" },
    },
    {
      flags: "--indicator <name>",
      help: { en: "what is measured", zhHans: "指标名称" },
    },
    {
      flags: "--unit <unit>",
      help: { en: "unit of the indicator; default: %", zhHans: "指标的计量单位；默认为 %" },
    },
    {
      flags: "--baseline <number>",
      help: {
        en: "where the indicator stands now; - if not known yet",
        zhHans: "基期值（现状）；尚不清楚填 -",
      },
    },
    {
      flags: "--target <number>",
      help: { en: "where it is to stand at the end", zhHans: "到期末的目标值" },
    },
    {
      flags: "--owner <name>",
      help: {
        en: "who answers for the indicator; default: the issuer",
        zhHans: "指标的责任主体；默认为制发单位",
      },
    },
    {
      flags: "--frequency <how>",
      help: {
        en: "how often it is reported: weekly, monthly, quarterly, half-yearly, yearly",
        zhHans: "报送频次：每周、每月、每季度、每半年、每年",
      },
    },
  ],
  below: {
    en: `
Examples:
  plan init                               asks, then writes into this folder
  plan init meals --yes --title "Meals for the elderly" --period 2026-01..2027-12
  plan init meals --yes --plan-lang zh-Hans --indicator 覆盖率 --baseline 45 --target 85
  plan init --records my.plan.yaml        a sheet with a row for each figure due

Files that exist are never overwritten. All files are written, or none.
`,
    zhHans: `
示例：
  plan init                               回答问题后写入当前文件夹
  plan init 助餐 --yes --title 老年助餐服务工作方案 --period 2026-01..2027-12
  plan init 助餐 --yes --indicator 覆盖率 --baseline 45 --target 85
  plan init --records 我的方案.plan.yaml  生成填报表，每个应报数据一行

已有文件绝不覆盖。文件要么全部写入，要么一个也不写。
`,
  },
};
