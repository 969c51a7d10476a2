/**
 * An indicator is far behind its path, breaks a bound that holds, or has missed a target on the way.
 *
 * Looks at: the status of every indicator of the plan that is judged.
 * Reports: the indicator, at its id, once; related: the target judged by, missed targets, the latest value.
 * Source: ENGINE.md sections 1, 5 and 6; DESIGN.md section 4 (a binding indicator: error).
 */
import { defineStatusRule } from "../define-rule.ts";
import { type DoubtfulArgs, reportRows } from "./standing.ts";
import { figuresInChinese, figuresInEnglish, missedInChinese, missedInEnglish } from "./standing-words.ts";

export const statusOffTrack = defineStatusRule<DoubtfulArgs>({
  code: "status/off-track",
  severity: "error",
  text: {
    en: {
      title: "Off track",
      message: (a) => `${a.id}: off track: ${missedInEnglish(a)}${figuresInEnglish(a)}`,
      why: "At this pace the target will not be met.",
      fix: "Find out why, and decide what to change; if the target is wrong, revise it with a reason under `revisions`.",
    },
    zhHans: {
      title: "指标严重滞后",
      message: (a) => `指标“${a.name}”严重滞后：${missedInChinese(a, figuresInChinese(a))}`,
      why: "按目前进度，目标无法实现。",
      fix: "查明原因，研究改进措施；目标确需调整的，在 `revisions` 中说明理由。",
    },
  },
  check: (input) => reportRows(input, "off-track", { graded: true }),
});
