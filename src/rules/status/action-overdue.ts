/**
 * An action that is due is done.
 *
 * Looks at: every action with a date before the as-of date, against the latest progress entry; only where the plan
 * tracks any of them. Of several stated dates the last counts.
 * Reports: the action, at its id; related: its date and the latest entry.
 * Source: FORMAT.md section 8 (`progress`).
 */
import { isoDay } from "../../plan/days.ts";
import type { ProgressState } from "../../records/records.ts";
import { defineStatusRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { overdueItems, stateInChinese, stateInEnglish, stateOf } from "./overdue.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly due: string;
  readonly state: ProgressState | "none";
};

export const statusActionOverdue = defineStatusRule<Args>({
  code: "status/action-overdue",
  severity: "warning",
  text: {
    en: {
      title: "Action overdue",
      message: (a) => `${a.id}: due on ${a.due} and not done (${stateInEnglish[a.state]})`,
      why: "What comes after it starts late, and nobody is told.",
      fix: "Report it as done if it is; otherwise say what holds it up and until when.",
    },
    zhHans: {
      title: "重点任务逾期",
      message: (a) => `重点任务“${a.name}”应于 ${a.due} 完成，尚未完成（${stateInChinese[a.state]}）`,
      why: "后续工作将随之延误。",
      fix: "已完成的，补报进展；未完成的，说明原因和预计完成时间。",
    },
  },
  check({ plan, records, results, report }) {
    for (const overdue of overdueItems(plan.actions, (a) => a.period, records, results)) {
      const { item, due, dateSpan, latest } = overdue;
      const related = [{ span: dateSpan, note: { en: "due", zhHans: "完成时限" } }];
      if (latest !== null)
        related.push({ span: latest.span, note: { en: "latest progress", zhHans: "最新进展" } });
      const name = nameOf(item);
      report(
        item.id.span,
        { id: item.id.value, name, due: isoDay(due), state: stateOf(overdue) },
        { related, on: item },
      );
    }
  },
});
