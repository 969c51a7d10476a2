/** How `plan fmt` is called. */
import type { CommandForm } from "./form.ts";
import { plans } from "./shared.ts";

export const fmtForm: CommandForm = {
  about: {
    en: "rewrite plan files in one standard layout; what they say stays the same",
    zhHans: "统一方案文件的排版，内容不变",
  },
  argument: plans,
  options: [
    {
      flags: "--check",
      help: {
        en: "write nothing: list the files that would change, and exit with 1 if there are any",
        zhHans: "不改写文件，只列出需要整理的文件；有此类文件时退出码为 1",
      },
    },
  ],
  below: {
    en: `
Examples:
  plan fmt                      every plan below this folder
  plan fmt my.plan.yaml --check
  plan fmt - < my.plan.yaml     from standard input to standard output
`,
    zhHans: `
示例：
  plan fmt                          当前文件夹下的全部方案
  plan fmt 我的方案.plan.yaml --check
  plan fmt - < 我的方案.plan.yaml   从标准输入读取，写到标准输出
`,
  },
};
