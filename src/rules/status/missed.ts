/**
 * The due date of an indicator's target has passed and the target is not met.
 *
 * Looks at: the status of every indicator of the plan that is judged.
 * Reports: the indicator, at its id, once; related: the target judged by, missed targets, the latest value.
 * Source: ENGINE.md section 5, step 3.
 */
import { defineStatusRule } from "../define-rule.ts";
import { type DoubtfulArgs, reportRows } from "./standing.ts";
import { figuresInChinese, figuresInEnglish } from "./standing-words.ts";

export const statusMissed = defineStatusRule<DoubtfulArgs>({
  code: "status/missed",
  severity: "error",
  text: {
    en: {
      title: "Target missed",
      message: (a) => `${a.id}: the target is missed: ${figuresInEnglish(a)}`,
      why: "The date has passed; no later value can repair it.",
      fix: "Record the reason and the consequence; a new target needs a new date and a reason under `revisions`.",
    },
    zhHans: {
      title: "目标未达标",
      message: (a) => `指标“${a.name}”未达标：${figuresInChinese(a)}`,
      why: "时限已过，此后的数据不能补救。",
      fix: "写明原因和处理结果；另定目标的，须有新的时限，并在 `revisions` 中说明理由。",
    },
  },
  check: (input) => reportRows(input, "missed", { graded: true }),
});
