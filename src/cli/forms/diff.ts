/** How `plan diff` is called. */
import type { CommandForm } from "./form.ts";
import { asOf, formatOption } from "./shared.ts";

export const diffForm: CommandForm = {
  about: {
    en: "compare two states of plans: what changed, and whether a binding target was weakened",
    zhHans: "比较方案的两个版本：列出变化，指出约束性要求有无放宽",
  },
  argument: {
    form: "[sides...]",
    help: {
      en: "two files, two folders, or git revisions (HEAD~1 HEAD, v1 -- plans/, v1:plans/my.plan.yaml); a revision alone is compared with the files as they are",
      zhHans:
        "两个文件、两个文件夹，或 git 版本（如 `HEAD~1 HEAD`、`v1 -- 方案/`、`v1:方案/我的方案.plan.yaml`）；只写一个版本时与当前文件比较",
    },
  },
  options: [
    asOf,
    formatOption(["text", "json", "markdown"]),
    {
      flags: "--fail-on <what>",
      help: {
        en: "what makes the exit code 1: weakened: a binding target weakened without a reason; any: any change",
        zhHans: "以退出码 1 结束的条件：weakened 为无理由放宽约束性要求，any 为有任何变化，never 为从不",
      },
      choices: ["weakened", "any", "never"],
      usual: "weakened",
    },
  ],
  below: {
    en: `
Examples:
  plan diff old.plan.yaml new.plan.yaml
  plan diff HEAD~1 HEAD                   every plan below this folder, two commits
  plan diff v1 -- plans/                  a tag against the files as they are
  plan diff origin/main...HEAD --format markdown > comment.md
  plan diff v1:my.plan.yaml my.plan.yaml  one file, also under another name

A revision with a reason explains a weakened binding target (exit code 0):
  revisions:
    - { date: 2026-04-01, what: indicators/coverage/targets/2027-12,
        from: ≥85%, to: ≥80%, reason: …, approved-by: … }
`,
    zhHans: `
示例：
  plan diff 原方案.plan.yaml 新方案.plan.yaml
  plan diff HEAD~1 HEAD                   比较两次提交中的全部方案
  plan diff v1 -- 方案/                   某一版本与当前文件
  plan diff main...HEAD --format markdown > 意见.md
  plan diff v1:原方案.plan.yaml 新方案.plan.yaml   文件已改名

约束性要求确需放宽的，在 revisions 中说明理由，即不计为问题（退出码 0）：
  revisions:
    - { date: 2026-04-01, what: indicators/覆盖率/targets/2027-12,
        from: ≥85%, to: ≥80%, reason: 说明理由, approved-by: 批准单位 }
`,
  },
};
