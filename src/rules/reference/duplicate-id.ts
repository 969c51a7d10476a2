/**
 * An id names one item of its kind.
 *
 * Looks at: all items; actions, milestones, deliverables and phases share one id space.
 * Reports: the later id; related: the first item that has it.
 * Source: FORMAT.md section 1.
 */
import type { Item } from "../../plan/plan.ts";
import { sharedIdKinds } from "../../plan/plan-index.ts";
import { defineRule } from "../define-rule.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = { readonly id: string; readonly kind: string; readonly first: string };

export const referenceDuplicateId = defineRule<Args>({
  code: "reference/duplicate-id",
  severity: "error",
  text: {
    en: {
      title: "Id used twice",
      message: (a) =>
        a.kind === a.first
          ? `"${a.id}" already names another ${kindsInEnglish(a.kind)}`
          : `"${a.id}" already names another item (${kindsInEnglish(a.first)}); actions, milestones, deliverables and phases share their ids`,
      why: "References, data files and reports name items by id; an id that names two leaves open which is meant.",
      fix: "Give one of the two another id and correct what refers to it.",
    },
    zhHans: {
      title: "编号重复",
      message: (a) =>
        a.kind === a.first
          ? `“${a.id}”已是另一${kindsInChinese(a.kind)}的编号`
          : `“${a.id}”已是一项${kindsInChinese(a.first)}的编号；重点任务、关键节点、成果、阶段的编号不得相互重复`,
      why: "引用、数据表和报告都以编号指认对象，一个编号对应两项时无法确定所指。",
      fix: "更改其中一项的编号，并同步更正对它的引用。",
    },
  },
  check({ index, report }) {
    const firsts = new Map<string, Item>();
    for (const item of index.items) {
      const space = sharedIdKinds.includes(item.kind) ? "shared" : item.kind;
      const key = `${space}\n${item.id.value}`;
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, item);
        continue;
      }
      const [earlier, later] = isBefore(first, item) ? [first, item] : [item, first];
      report(
        later.id.span,
        { id: later.id.value, kind: later.kind, first: earlier.kind },
        {
          on: later,
          related: [{ span: earlier.id.span, note: { en: "first used here", zhHans: "首次使用" } }],
        },
      );
    }
  },
});

/** Items come in order of kind, not of the file; the later one in the file is the one to blame. */
function isBefore(a: Item, b: Item): boolean {
  return a.id.span.file !== b.id.span.file || a.id.span.start <= b.id.span.start;
}
