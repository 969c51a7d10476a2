/**
 * An indicator stands on the wrong side of its baseline.
 *
 * Looks at: the status of every indicator of the plan that is judged.
 * Reports: the indicator, at its id, once; related: the target judged by, missed targets, the latest value.
 * Source: ENGINE.md section 5, step 6.
 */
import { defineStatusRule } from "../define-rule.ts";
import { type DoubtfulArgs, reportRows } from "./standing.ts";
import { figuresInChinese, figuresInEnglish } from "./standing-words.ts";

export const statusWorsening = defineStatusRule<DoubtfulArgs>({
  code: "status/worsening",
  severity: "error",
  text: {
    en: {
      title: "Worse than at the start",
      message: (a) => `${a.id}: worse than at the baseline: ${figuresInEnglish(a)}`,
      why: "The indicator moves away from its target.",
      fix: "Check the value; if it is right, find the cause and change course.",
    },
    zhHans: {
      title: "指标倒退",
      message: (a) => `指标“${a.name}”较基期倒退：${figuresInChinese(a)}`,
      why: "指标正朝与目标相反的方向变化。",
      fix: "核实数据；数据无误的，查明原因并调整举措。",
    },
  },
  check: (input) => reportRows(input, "worsening", { graded: true }),
});
