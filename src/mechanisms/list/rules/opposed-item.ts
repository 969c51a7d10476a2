/**
 * A matter must not stand in two lists that exclude each other.
 *
 * Looks at: items of a list and of the lists to which it is opposed (duty list and negative list), by id and by name.
 * Reports: the item; related: the item of the other list.
 * Source: FORMAT.md section 7 (list, `opposed-to`).
 */
import { entriesAt, idsAt, labelOf, type ParameterMap } from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly item: string;
  readonly other: string;
  readonly otherName: string;
};

export const listOpposedItem = defineRule<Args>({
  code: "list/opposed-item",
  severity: "error",
  text: {
    en: {
      title: "One matter in two opposed lists",
      message: (a) => `${a.id}: "${a.item}" is also in ${a.other}, which this list is opposed to`,
      why: "Whatever one does, one of the two lists is broken.",
      fix: "Take the matter out of one of the lists, or tell the two apart.",
    },
    zhHans: {
      title: "同一事项见于对立清单",
      message: (a) => `清单“${a.name}”的“${a.item}”又列入与之对立的清单“${a.otherName}”`,
      why: "一张清单要求的，另一张清单禁止，执行中无所适从。",
      fix: "从其中一张清单删去该事项，或把两者区别开来。",
    },
  },
  check({ plan, report }) {
    const lists = new Map(ofType(plan, "list").map((list) => [list.id.value, list]));
    for (const list of lists.values()) {
      for (const id of idsAt(list.parameters, "opposed-to")) {
        const other = lists.get(id.value);
        if (other === undefined || other === list) continue;
        const theirs = new Map(itemsOf(other).map((item) => [labelOf(item), item]));
        for (const [i, item] of itemsOf(list).entries()) {
          const label = labelOf(item);
          const twin = label === null ? undefined : theirs.get(label);
          if (twin === undefined) continue;
          const args = {
            id: list.id.value,
            name: nameOf(list),
            item: entryName(item, i),
            other: other.id.value,
            otherName: nameOf(other),
          };
          const related = [{ span: twin.span, note: { en: "also here", zhHans: "又见于此" } }];
          report(item.span, args, { on: list, related });
        }
      }
    }
  },
});

function itemsOf({ parameters }: Mechanism): readonly ParameterMap[] {
  return [
    ...entriesAt(parameters, "items"),
    ...entriesAt(parameters, "lists").flatMap((list) => entriesAt(list, "items")),
  ];
}
