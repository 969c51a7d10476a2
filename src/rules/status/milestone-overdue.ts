/**
 * A milestone that is due is done.
 *
 * Looks at: every milestone with a date before the as-of date, against the latest progress entry; only where the plan
 * tracks any of them. Of several stated dates the last counts.
 * Reports: the milestone, at its id; related: its date and the latest entry.
 * Source: FORMAT.md section 8 (`progress`).
 */
import { defineStatusRule } from "../define-rule.ts";
import { type OverdueArgs, overdueItems, reportOverdue, stateInChinese, stateInEnglish } from "./overdue.ts";

export const statusMilestoneOverdue = defineStatusRule<OverdueArgs>({
  code: "status/milestone-overdue",
  severity: "warning",
  text: {
    en: {
      title: "Milestone overdue",
      message: (a) => `${a.id}: due on ${a.due} and not done (${stateInEnglish[a.state]})`,
      why: "What comes after it starts late, and nobody is told.",
      fix: "Report it as done if it is; otherwise say what holds it up and until when.",
    },
    zhHans: {
      title: "关键节点逾期",
      message: (a) => `关键节点“${a.name}”应于 ${a.due} 完成，尚未完成（${stateInChinese[a.state]}）`,
      why: "后续工作将随之延误。",
      fix: "已完成的，补报进展；未完成的，说明原因和预计完成时间。",
    },
  },
  check({ plan, records, results, report }) {
    for (const overdue of overdueItems(plan.milestones, (m) => m.by, records, results))
      reportOverdue(overdue, report);
  },
});
