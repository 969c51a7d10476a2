/** How `plan check` is called. */
import { checkFormats } from "../../findings-output/formats.ts";
import type { CommandForm } from "./form.ts";
import { exitCodes, joined } from "./program.ts";
import { asOf, entity, formatOption, plans } from "./shared.ts";

const examples = {
  en: `
Examples:
  plan check                              every plan below this folder
  plan check my.plan.yaml --only plan     the text only, as for a pull request
  plan check "plans/**/*.plan.yaml" --format json > findings.json
  plan check - < my.plan.yaml             from standard input
  plan check --changed --since main --format github --output-file sarif=plans.sarif
  plan check --write-baseline known.json  accept what is there now; later use --baseline known.json
`,
  zhHans: `
示例：
  plan check                                  当前文件夹下的全部方案
  plan check 我的方案.plan.yaml --only plan   只查方案文本
  plan check "方案/**/*.plan.yaml" --format json > findings.json
  plan check - < 我的方案.plan.yaml           从标准输入读取
  plan check --changed --since main --format github --output-file sarif=plans.sarif
  plan check --write-baseline known.json      先将现有问题项列为已知，以后用 --baseline known.json
`,
};

export const checkForm: CommandForm = {
  about: {
    en: "check plans: findings at their lines, then where each indicator stands",
    zhHans: "检查方案：逐行列出问题项，并给出各指标状态",
  },
  argument: plans,
  options: [
    asOf,
    entity,
    {
      flags: "--only <part>",
      help: {
        en: "plan: only faults of the plan text; status: only what the evaluation finds; default: both",
        zhHans: "plan 只查方案文本，status 只查执行情况；默认都查",
      },
      choices: ["plan", "status"],
    },
    { ...formatOption(checkFormats), isTold: true },
    {
      flags: "--output-file <format=file>",
      help: {
        en: "also write the output in a format to a file: sarif=plans.sarif; may be repeated",
        zhHans: "另将结果以某种格式写入文件，如 sarif=plans.sarif；可多次使用",
      },
      repeats: true,
    },
    {
      flags: "--fail-on <severity>",
      help: { en: "lowest severity that makes the exit code 1", zhHans: "问题项达到该级别时以退出码 1 结束" },
      choices: ["error", "warning", "info", "never"],
      usual: "error",
      isTold: true,
    },
    {
      flags: "--max-warnings <count>",
      help: {
        en: "exit with 1 if there are more warnings than this",
        zhHans: "警告数量上限，超过时以退出码 1 结束",
      },
    },
    {
      flags: "--rule <rule=level>",
      help: {
        en: "set the severity of a rule: target/conflict=warning, or off; may be repeated",
        zhHans: "设定规则的级别，如 target/conflict=warning；off 为关闭；可多次使用",
      },
      repeats: true,
    },
    {
      flags: "--baseline <file>",
      help: {
        en: "leave out the findings known to this file; report those that are gone",
        zhHans: "不列出该清单中的已知问题项，并提示其中已消除的",
      },
    },
    {
      flags: "--write-baseline <file>",
      help: {
        en: "write the findings to this file as known; with --baseline, only those still there",
        zhHans: "将现有问题项作为已知问题写入该文件；与 --baseline 同用时只保留仍存在的",
      },
    },
    {
      flags: "--changed",
      help: {
        en: "only plans that changed since the last git commit, or that use a file that changed",
        zhHans: "只检查自 git 最近一次提交以来有变动的方案，包括其所引用文件有变动的方案",
      },
    },
    {
      flags: "--since <reference>",
      help: {
        en: "with --changed: compare with the point at which the current branch left this branch or commit",
        zhHans: "与 --changed 同用：以该分支或提交与当前版本的共同起点为准",
      },
    },
    {
      flags: "--quiet",
      help: { en: "only errors and the summary line", zhHans: "只显示错误和汇总行" },
    },
    {
      flags: "--max-findings <count>",
      help: {
        en: "print at most this many findings; the counts include all",
        zhHans: "最多列出多少个问题项，计数不受影响",
      },
    },
    {
      flags: "--jobs <count>",
      help: {
        en: "number of threads that check plans in parallel; auto uses all processors; default: 1",
        zhHans: "同时检查多个方案的线程数；auto 为全部处理器；默认为 1",
      },
    },
    {
      flags: "--cache <folder>",
      help: {
        en: "folder in which results are kept, so that unchanged plans are not checked again",
        zhHans: "缓存文件夹；未变动的方案不再重复检查",
      },
    },
    {
      flags: "--fix",
      help: {
        en: "apply the fixes that are certain to the plan files, then check them",
        zhHans: "将确有把握的修改写入方案文件，然后再检查",
      },
    },
    {
      flags: "--fix-dry-run",
      help: {
        en: "show what --fix would change, without writing anything",
        zhHans: "只显示 --fix 将作的修改，不改写文件",
      },
    },
    {
      flags: "--watch",
      help: {
        en: "keep running and check again whatever changes; Ctrl-C ends it",
        zhHans: "持续运行，文件一有变动就重新检查；按 Ctrl-C 结束",
      },
    },
  ],
  below: joined(examples, exitCodes),
};
