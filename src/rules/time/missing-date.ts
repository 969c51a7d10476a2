/**
 * What a plan schedules needs a date.
 *
 * Looks at: phases, milestones, deliverables and actions. A deliverable that a dated milestone brings has that date; an
 * action has the time of the action that it belongs to. `undated` counts as no date.
 * Reports: the id of the item, or the `undated`.
 * Source: DESIGN.md section 4 (a missing date), FORMAT.md sections 4 and 6.
 */
import type { Statements } from "../../plan/given.ts";
import type { Item } from "../../plan/plan.ts";
import type { When } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { statesKey } from "../indicator/states-key.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = { readonly id: string; readonly kind: string; readonly undated: number };

export const timeMissingDate = defineRule<Args>({
  code: "time/missing-date",
  severity: "warning",
  named: ["id"],
  text: {
    en: {
      title: "No date",
      message: (a) =>
        a.undated > 0
          ? `${a.id}: the document gives no date for this ${kindsInEnglish(a.kind)}`
          : `${a.id}: this ${kindsInEnglish(a.kind)} has no date`,
      why: "Without a date nothing falls due, and nobody can say that it is late.",
      fix: "State `by`, `due` or `period`.",
    },
    zhHans: {
      title: "未注明时间",
      message: (a) =>
        a.undated > 0
          ? `方案文本未给出${kindsInChinese(a.kind)}“${a.id}”的时间`
          : `${kindsInChinese(a.kind)}“${a.id}”未注明时间`,
      why: "没有时间就无从到期，也无法判断是否逾期。",
      fix: "填写 `by`、`due` 或 `period`。",
    },
  },
  check({ plan, report }) {
    const blame = (item: Item, key: string, statements: Statements<When>): void => {
      // A date that is written but could not be read is told where it stands.
      if (!lacksDate(statements) || (statements.length === 0 && statesKey(item, key))) return;
      const args = { id: item.id.value, kind: item.kind, undated: statements.length };
      report(statements[0]?.is.span ?? item.id.span, args, { on: item });
    };
    for (const phase of plan.phases) blame(phase, "period", phase.period);
    for (const milestone of plan.milestones) blame(milestone, "by", milestone.by);
    const brought = new Set(
      plan.milestones.flatMap(({ deliverable, by }) => (lacksDate(by) ? [] : (deliverable?.value ?? []))),
    );
    for (const deliverable of plan.deliverables) {
      if (!brought.has(deliverable.id.value)) blame(deliverable, "due", deliverable.due);
    }
    const actions = new Map(plan.actions.map((action) => [action.id.value, action]));
    for (const action of plan.actions) {
      const parent = action.parent === null ? undefined : actions.get(action.parent.value);
      if (parent === undefined || lacksDate(parent.period)) blame(action, "period", action.period);
    }
  },
});

/** True without a statement and when every statement is `undated`; a date that cannot be read is told elsewhere. */
function lacksDate(statements: Statements<When>): boolean {
  return statements.every(({ is }) => is.value.state === "undated");
}
