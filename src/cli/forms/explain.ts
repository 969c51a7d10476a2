/** How `plan explain` is called. */
import type { CommandForm } from "./form.ts";
import { asOf } from "./shared.ts";

export const explainForm: CommandForm = {
  about: {
    en: "explain a rule, an assessment method, or how the status of an indicator came about",
    zhHans: "说明某条规则、某种评定方法，或说明某项指标的状态是如何得出的",
  },
  argument: {
    form: "<what>",
    help: {
      en: "a rule (target/conflict), a method (mid-term), or a plan and an id (my.plan.yaml#coverage-rate)",
      zhHans:
        "规则名（如 target/conflict）、评定方法名（如 mid-term），或“方案文件#编号”（如 my.plan.yaml#coverage-rate）",
    },
  },
  options: [
    asOf,
    {
      flags: "--entity <id>",
      help: { en: "explain the status of this entity", zhHans: "说明该实施单位的状态" },
    },
  ],
  below: {
    en: `
Examples:
  plan explain target/conflict
  plan explain mid-term
  plan explain my.plan.yaml#coverage
  plan explain my.plan.yaml#coverage --entity north --as-of 2026-06-30
  plan explain my.plan.yaml#mechanism/pay    where two kinds share an id
`,
    zhHans: `
示例：
  plan explain target/conflict
  plan explain mid-term
  plan explain 我的方案.plan.yaml#覆盖率
  plan explain 我的方案.plan.yaml#覆盖率 --entity 城北街道 --as-of 2026-06-30
  plan explain 我的方案.plan.yaml#mechanism/津贴   编号相同时注明种类
`,
  },
};
