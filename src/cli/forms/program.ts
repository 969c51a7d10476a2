/** How the program itself is called, and what every command takes. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { languages } from "../../language/speaker.ts";
import type { OptionForm } from "./form.ts";

export const aboutProgram: Localized = {
  en: "Plans as programs: finds what is wrong with a written plan, shows where its indicators stand, prints the report.",
  zhHans: "让方案可检查、可评定、可打印：找出方案中的矛盾和缺漏，评定各项指标的进度，生成报告。",
};

export const versionHelp: Localized = { en: "print the version", zhHans: "显示版本号" };
export const helpHelp: Localized = { en: "show this help", zhHans: "显示帮助" };

/** Options that every command takes, before its name or after it. */
export const commonOptions: readonly OptionForm[] = [
  {
    flags: "--lang <language>",
    help: { en: "language of planwright's own words", zhHans: "提示和报告所用的语言" },
    choices: languages,
  },
  {
    flags: "--color <when>",
    help: { en: "colour the output; default: only on a terminal", zhHans: "是否着色；默认仅在终端着色" },
    choices: ["auto", "always", "never"],
  },
];

export const exitCodes: Localized = {
  en: `
Exit codes:
  0 nothing found at or above --fail-on    1 findings    2 could not run
  3 internal error
`,
  zhHans: `
退出码：
  0 没有达到 --fail-on 级别的问题项    1 有问题项    2 无法执行    3 内部错误
`,
};

/** What stands below the list of commands. */
export const belowCommands: Localized = joined(
  {
    en: `
A plan is a YAML file named NAME.plan.yaml (or plan.yaml).

Examples:
  plan init                             start a plan in this folder
  plan check                            check every plan below this folder
  plan check my.plan.yaml --as-of 2026-06-30
  plan status my.plan.yaml              where each indicator stands
  plan explain my.plan.yaml#coverage    how a status came about, figure by figure
  plan explain target/conflict          what a rule looks for, with an example
  plan report my.plan.yaml --to html,md --out out
  plan export my.plan.yaml --to xlsx,ics --out out

plan COMMAND --help shows the options of a command. 中文：plan --help --lang zh-Hans
`,
    zhHans: `
方案是名为“名称.plan.yaml”（或 plan.yaml）的 YAML 文件。

示例：
  plan init                               在当前文件夹新建方案
  plan check                              检查当前文件夹下的全部方案
  plan check 我的方案.plan.yaml --as-of 2026-06-30
  plan status 我的方案.plan.yaml          查看各项指标的进展
  plan explain 我的方案.plan.yaml#覆盖率  说明指标的状态及各个数字的来历
  plan explain target/conflict            说明一条规则，并附示例
  plan report 我的方案.plan.yaml --to html,md --out out
  plan export 我的方案.plan.yaml --to xlsx,ics --out out

各命令的选项见 plan <命令> --help。English: plan --help --lang en
`,
  },
  exitCodes,
);

/** One text behind another. */
export function joined(a: Localized, b: Localized): Localized {
  return { en: a.en + b.en, zhHans: a.zhHans + b.zhHans };
}
