/**
 * The last value of an indicator is older than its reporting frequency allows.
 *
 * Looks at: the status of every indicator of the plan that is judged.
 * Reports: the indicator, at its id, once; related: the target judged by, missed targets, the latest value.
 * Source: ENGINE.md section 5, step 4.
 */
import { defineStatusRule } from "../define-rule.ts";
import { reportRows, type StandingArgs } from "./standing.ts";
import { figuresInChinese, figuresInEnglish } from "./standing-words.ts";

export const statusStale = defineStatusRule<StandingArgs>({
  code: "status/stale",
  severity: "warning",
  text: {
    en: {
      title: "Value out of date",
      message: (a) => `${a.id}: the latest value is out of date: ${figuresInEnglish(a)}`,
      why: "Nobody knows where the indicator stands today.",
      fix: "Report the value of the last completed period, or say why there is none.",
    },
    zhHans: {
      title: "数据过期",
      message: (a) => `指标“${a.name}”数据过期：${figuresInChinese(a)}`,
      why: "指标现状不明。",
      fix: "补报上一周期的数据；无法报送的，说明原因。",
    },
  },
  check: (input) => reportRows(input, "stale", { graded: false }),
});
