/**
 * A deliverable that is due is handed over.
 *
 * Looks at: every deliverable with a date before the as-of date, against the latest progress entry; only where the plan
 * tracks any of them. Of several stated dates the last counts. What an overdue milestone is to bring is told there.
 * Reports: the deliverable, at its id; related: its date and the latest entry.
 * Source: FORMAT.md section 8 (`progress`).
 */
import { defineStatusRule } from "../define-rule.ts";
import { type OverdueArgs, overdueItems, reportOverdue, stateInChinese, stateInEnglish } from "./overdue.ts";

export const statusDeliverableOverdue = defineStatusRule<OverdueArgs>({
  code: "status/deliverable-overdue",
  severity: "warning",
  text: {
    en: {
      title: "Deliverable overdue",
      message: (a) => `${a.id}: due on ${a.due} and not handed over (${stateInEnglish[a.state]})`,
      why: "What builds on it has to wait, and nobody is told.",
      fix: "Report it as done if it is; otherwise say what holds it up and until when.",
    },
    zhHans: {
      title: "成果逾期未交付",
      message: (a) => `成果“${a.name}”应于 ${a.due} 交付，尚未交付（${stateInChinese[a.state]}）`,
      why: "以该成果为依据的工作将随之延误。",
      fix: "已交付的，补报进展；未交付的，说明原因和预计交付时间。",
    },
  },
  check({ plan, records, results, report }) {
    const late = overdueItems(plan.milestones, (m) => m.by, records, results);
    const told = new Set(late.map(({ item }) => item.deliverable?.value));
    for (const overdue of overdueItems(plan.deliverables, (d) => d.due, records, results)) {
      if (told.has(overdue.item.id.value)) continue;
      reportOverdue(overdue, report);
    }
  },
});
