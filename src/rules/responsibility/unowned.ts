/**
 * Work needs someone who answers for it.
 *
 * Looks at: actions and milestones. A part of an action is answered for by the owner of the action above it.
 * Reports: the id of the item; a plan in which nobody owns any of them gets one note, at the first.
 * Source: DESIGN.md section 4 (missing owner).
 */
import type { Action, Item, Milestone } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { statesKey } from "../indicator/states-key.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = { readonly id: string; readonly kind: string; readonly count: number };

const mostRelated = 20;

export const responsibilityUnowned = defineRule<Args>({
  code: "responsibility/unowned",
  severity: "info",
  text: {
    en: {
      title: "Nobody answers for it",
      message: (a) =>
        a.count > 1
          ? `none of the ${a.count} actions and milestones has an owner`
          : `${a.id}: this ${kindsInEnglish(a.kind)} has no owner`,
      why: "What nobody owns is done by nobody, and nobody can be asked about it.",
      fix: "Set `owner`.",
    },
    zhHans: {
      title: "未明确责任主体",
      message: (a) =>
        a.count > 1
          ? `${a.count} 项重点任务、关键节点均未明确责任主体`
          : `${kindsInChinese(a.kind)}“${a.id}”未明确责任主体`,
      why: "没有责任主体的事项无人推进，也无从问责。",
      fix: "填写 `owner`。",
    },
  },
  check({ plan, report }) {
    const actions = new Map(plan.actions.map((action) => [action.id.value, action]));
    const isOwned = (item: Action | Milestone): boolean => {
      if (item.owner.length > 0 || statesKey(item, "owner")) return true;
      const above =
        item.kind === "action" && item.parent !== null ? actions.get(item.parent.value) : undefined;
      return above !== undefined && above.owner.length > 0;
    };
    const work = [...plan.actions, ...plan.milestones];
    const unowned: readonly Item[] = work.filter((item) => !isOwned(item));
    const [first, ...others] = unowned;
    if (first !== undefined && others.length > 0 && unowned.length === work.length) {
      const related = others
        .slice(0, mostRelated)
        .map((item) => ({ span: item.id.span, note: { en: "no owner either", zhHans: "同样未明确" } }));
      report(
        first.id.span,
        { id: first.id.value, kind: first.kind, count: unowned.length },
        { on: first, related },
      );
      return;
    }
    for (const item of unowned)
      report(item.id.span, { id: item.id.value, kind: item.kind, count: 1 }, { on: item });
  },
});
