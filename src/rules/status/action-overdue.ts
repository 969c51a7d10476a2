/**
 * An action that is due is done.
 *
 * Looks at: every action with a date before the as-of date, against the latest progress entry; only where the plan
 * tracks any of them. Of several stated dates the last counts. An action without an entry of its own stands as the
 * actions below it do: it is done when they are, and one that is late is told there.
 * Reports: the action, at its id; related: its date and the latest entry.
 * Source: FORMAT.md section 8 (`progress`).
 */
import type { Action } from "../../plan/plan.ts";
import { defineStatusRule } from "../define-rule.ts";
import {
  doneItems,
  type OverdueArgs,
  overdueItems,
  reportOverdue,
  stateInChinese,
  stateInEnglish,
} from "./overdue.ts";

export const statusActionOverdue = defineStatusRule<OverdueArgs>({
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
    const late = overdueItems(plan.actions, (a) => a.period, records, results);
    const isLate = new Set<string>(late.map(({ item }) => item.id.value));
    const below = actionsBelow(plan.actions);
    const isDone = doneItems(records, results.asOf);
    for (const overdue of late) {
      const { item, latest } = overdue;
      const parts = below(item.id.value);
      if (latest === null && parts.length > 0) {
        if (parts.some((id) => isLate.has(id)) || parts.every((id) => isDone(id) || below(id).length > 0))
          continue;
      }
      reportOverdue(overdue, report);
    }
  },
});

/** Ids of all actions below one, at any depth; of a circle each once. */
function actionsBelow(actions: readonly Action[]): (id: string) => readonly string[] {
  const children = new Map<string, string[]>();
  for (const { id, parent } of actions) {
    if (parent === null) continue;
    const known = children.get(parent.value);
    if (known === undefined) children.set(parent.value, [id.value]);
    else known.push(id.value);
  }
  return (top) => {
    const found = new Set<string>();
    const open = [top];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const child of children.get(at) ?? []) {
        if (found.has(child) || child === top) continue;
        found.add(child);
        open.push(child);
      }
    }
    return [...found];
  };
}
