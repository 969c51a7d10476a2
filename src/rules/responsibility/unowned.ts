/**
 * Work needs someone who answers for it.
 *
 * Looks at: actions and milestones. A part of an action is answered for by the owner of the action above it.
 * Reports: the id of the item; several in one plan get one note, at the first; related: the others.
 * Source: DESIGN.md section 4 (missing owner).
 */
import type { Action, Item, Milestone } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { statesKey } from "../indicator/states-key.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly kind: string;
  /** How many have no owner, of how many in all. */
  readonly count: number;
  readonly of: number;
  /** Which of the two the plan lists. */
  readonly work: "actions" | "milestones" | "both";
};

const works = {
  actions: { en: "actions", zhHans: "重点任务" },
  milestones: { en: "milestones", zhHans: "关键节点" },
  both: { en: "actions and milestones", zhHans: "重点任务、关键节点" },
};

export const responsibilityUnowned = defineRule<Args>({
  code: "responsibility/unowned",
  severity: "info",
  named: ["id"],
  text: {
    en: {
      title: "Nobody answers for it",
      message: (a) =>
        a.count > 1
          ? a.count === a.of
            ? `none of the ${a.count} ${works[a.work].en} has an owner`
            : `${a.count} of ${a.of} ${works[a.work].en} have no owner`
          : `${a.id}: this ${kindsInEnglish(a.kind)} has no owner`,
      why: "What nobody owns is done by nobody, and nobody can be asked about it.",
      fix: "Set `owner`.",
    },
    zhHans: {
      title: "未明确责任主体",
      message: (a) =>
        a.count > 1
          ? a.count === a.of
            ? `${a.count} 项${works[a.work].zhHans}均未明确责任主体`
            : `${a.of} 项${works[a.work].zhHans}中，${a.count} 项未明确责任主体`
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
    if (first === undefined) return;
    const listed =
      plan.milestones.length === 0 ? "actions" : plan.actions.length === 0 ? "milestones" : "both";
    report(
      first.id.span,
      { id: first.id.value, kind: first.kind, count: unowned.length, of: work.length, work: listed },
      {
        on: others.length === 0 ? first : null,
        related: others.map((item) => ({
          span: item.id.span,
          note: { en: "no owner either", zhHans: "同样未明确" },
        })),
      },
    );
  },
});
