/** Words of the help, in every language. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { Speaker } from "../language/speaker.ts";

export const commandHelp = {
  plan: {
    en: "Plans as programs: finds what is wrong with a written plan, shows where its indicators stand, prints the report.",
    zhHans: "让方案可检查、可评定、可打印：找出方案中的矛盾和缺漏，评定各项指标的进度，生成报告。",
  },
  check: {
    en: "check plans: findings at their lines, then where each indicator stands",
    zhHans: "检查方案：逐行列出问题项，并给出各指标状态",
  },
  status: { en: "show where the indicators of a plan stand", zhHans: "查看方案各项指标的进展状态" },
  explain: {
    en: "explain a rule, or how the status of an indicator came about",
    zhHans: "说明某条规则，或说明某项指标的状态是如何得出的",
  },
  report: { en: "write the report of a plan", zhHans: "生成方案报告" },
  rules: { en: "list the rules", zhHans: "列出全部规则" },
  schema: {
    en: "print the JSON Schema of the plan format, for editors",
    zhHans: "输出方案格式的 JSON Schema，供编辑器使用",
  },
} satisfies Record<string, Localized>;

export const optionHelp: Readonly<Record<string, Localized>> & { readonly [K in RequiredOption]: Localized } =
  {
    version: { en: "print the version", zhHans: "显示版本号" },
    help: { en: "show this help", zhHans: "显示帮助" },
    paths: {
      en: "plan files, folders or globs; - reads standard input; default: the current folder",
      zhHans: "方案文件、文件夹或通配符；- 表示标准输入；默认为当前文件夹",
    },
    explainArgument: {
      en: "a rule (target/conflict), or a plan and an id (my.plan.yaml#coverage-rate)",
      zhHans: "规则名（如 target/conflict），或“方案文件#编号”（如 my.plan.yaml#coverage-rate）",
    },
    rulesArgument: {
      en: "only the rules of this family (target, time …)",
      zhHans: "只列出某一类规则（如 target、time）",
    },
    schemaArgument: {
      en: "plan (the format) or check-output (the JSON of check)",
      zhHans: "plan（方案格式）或 check-output（check 的 JSON 输出）",
    },
    lang: { en: "language of planwright's own words", zhHans: "提示与报告用语" },
    color: { en: "colour the output", zhHans: "是否着色" },
    asOf: {
      en: "the day on which the plan is judged, such as 2026-06-30; default: planwright.yaml, else today",
      zhHans: "评定所依据的日期，如 2026-06-30；默认取 planwright.yaml 中的设置，否则为今天",
    },
    entity: {
      en: "show the rows of this entity too; all shows every one",
      zhHans: "同时显示该实施单位的各行；all 表示全部",
    },
    only: {
      en: "plan: what is wrong with the text; status: what the evaluation found",
      zhHans: "plan 只查方案文本，status 只查执行情况",
    },
    format: { en: "form of the output", zhHans: "输出格式" },
    failOn: { en: "least severity that ends with exit code 1", zhHans: "达到何种严重程度时以退出码 1 结束" },
    rule: {
      en: "set the severity of a rule: target/conflict=warning, or off",
      zhHans: "设定规则级别，如 target/conflict=warning；off 为关闭",
    },
    quiet: { en: "only errors and the summary line", zhHans: "只显示错误和汇总行" },
    maxFindings: {
      en: "print at most this many findings; all are counted",
      zhHans: "最多显示多少个问题项（计数不受影响）",
    },
    template: { en: "which report: status", zhHans: "报告模板：status（进展情况）" },
    to: { en: "formats, separated by commas: html, md", zhHans: "格式，可用逗号分隔：html、md" },
    out: { en: "folder to write into", zhHans: "输出文件夹" },
  };
type RequiredOption =
  | "version"
  | "help"
  | "paths"
  | "lang"
  | "color"
  | "asOf"
  | "entity"
  | "only"
  | "format"
  | "failOn"
  | "rule"
  | "quiet"
  | "maxFindings"
  | "template"
  | "to"
  | "out";

/** Titles that the library sets above the parts of a help page. */
export const helpTitles: Readonly<Record<string, Localized>> = {
  "Usage:": { en: "Usage:", zhHans: "用法：" },
  "Arguments:": { en: "Arguments:", zhHans: "参数：" },
  "Options:": { en: "Options:", zhHans: "选项：" },
  "Commands:": { en: "Commands:", zhHans: "命令：" },
};

const examples: Localized = {
  en: `
Examples:
  plan check                             check every plan below this folder
  plan check my.plan.yaml --as-of 2026-06-30
  plan status my.plan.yaml               where each indicator stands
  plan explain my.plan.yaml#coverage     how a status came about, with every figure
  plan explain target/conflict           what a rule looks for, with an example
  plan report my.plan.yaml --to html,md --out out

Exit codes: 0 nothing found at --fail-on or above, 1 findings, 2 could not run, 3 internal error.
`,
  zhHans: `
示例：
  plan check                             检查当前文件夹下的全部方案
  plan check 我的方案.plan.yaml --as-of 2026-06-30
  plan status 我的方案.plan.yaml         查看各项指标的进展
  plan explain 我的方案.plan.yaml#覆盖率 说明某项指标的状态及每个数字的来历
  plan explain target/conflict           说明一条规则，并附示例
  plan report 我的方案.plan.yaml --to html,md --out out

退出码：0 无达到 --fail-on 级别的问题；1 有问题项；2 无法执行；3 内部错误。
`,
};

/** What stands below the list of commands. */
export function rootHelp(speaker: Speaker): string {
  return speaker.say(examples);
}
