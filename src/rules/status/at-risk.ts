/**
 * An indicator is behind its path, or without a path short of its target, yet not far.
 *
 * Looks at: the status of every indicator of the plan that is judged.
 * Reports: the indicator, at its id, once; related: the target judged by, missed targets, the latest value.
 * Source: ENGINE.md section 6.
 */
import { defineStatusRule } from "../define-rule.ts";
import { type DoubtfulArgs, reportRows } from "./standing.ts";
import { figuresInChinese, figuresInEnglish } from "./standing-words.ts";

export const statusAtRisk = defineStatusRule<DoubtfulArgs>({
  code: "status/at-risk",
  severity: "warning",
  text: {
    en: {
      title: "At risk",
      message: (a) => `${a.id}: ${a.isBehind ? "behind its path" : "at risk"}: ${figuresInEnglish(a)}`,
      why: "A small delay grows when nothing is done.",
      fix: "Look at the actions that lead to it before the next report.",
    },
    zhHans: {
      title: "指标滞后预警",
      message: (a) => `指标“${a.name}”滞后预警：${figuresInChinese(a)}`,
      why: "小的滞后不处理，会越拖越大。",
      fix: "在下次报送前检查相关重点任务的推进情况。",
    },
  },
  check: (input) => reportRows(input, "at-risk", { graded: false }),
});
