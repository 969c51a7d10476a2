/**
 * Progress is told of an item of the kind that the row names.
 *
 * Looks at: progress rows that state a kind. An id that stands for items of several kinds (a fund and an action) is looked for in
 * the kind of the row.
 * Reports: the kind; related: the item that has the id.
 * Source: FORMAT.md section 8 (progress: kind, id), DESIGN.md section 4 (unknown references).
 */

import { kindWords } from "../../language/words.ts";
import { fundsOf } from "../../plan/budgets.ts";
import { itemById } from "../../plan/item-by-id.ts";
import type { Item, ItemKind, Plan } from "../../plan/plan.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

type Args = {
  readonly item: string;
  /** As the row has it. */
  readonly kind: string;
  /** What the item is. */
  readonly own: ItemKind;
};

export const dataOtherKind = defineRule<Args>({
  code: "data/other-kind",
  severity: "error",
  named: ["item"],
  text: {
    en: {
      title: "Progress of another kind of item",
      message: (a) => `${a.item} is of the kind ${kindWords[a.own].en}, but the row says "${a.kind}"`,
      why: "The row says something of one item and names another: which of them has come so far is open.",
      fix: "Correct the kind or the id.",
    },
    zhHans: {
      title: "进展所填类别与事项不符",
      message: (a) => `“${a.item}”是${kindWords[a.own].zhHans}，而所填类别为“${a.kind}”`,
      why: "类别与编号指向不同的事项，进展属于哪一项无从判断。",
      fix: "更正类别或编号。",
    },
  },
  check({ plan, records, report }) {
    if (records.progress.every(({ kind }) => kind === null)) return;
    const byKind = listsOf(plan);
    const all = [...byKind.values()];
    for (const { kind, id } of records.progress) {
      const own = kind === null ? undefined : byKind.get(kind.value);
      if (kind === null || own === undefined || itemById(own, id.value) !== undefined) continue;
      const item = all.flatMap((items) => itemById(items, id.value) ?? [])[0];
      if (item === undefined) continue;
      const related = [{ span: item.id.span, note: { en: "the item", zhHans: "该事项" } }];
      report(kind.span, { item: id.value, kind: spanText(kind.span), own: item.kind }, { related });
    }
  },
});

function listsOf(plan: Plan): ReadonlyMap<string, readonly Item[]> {
  return new Map<string, readonly Item[]>([
    ["action", plan.actions],
    ["milestone", plan.milestones],
    ["deliverable", plan.deliverables],
    ["phase", plan.phases],
    ["fund", fundsOf(plan)],
  ]);
}
