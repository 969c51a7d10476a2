/**
 * Entries of one list must be told apart.
 *
 * Looks at: every list of entries of every mechanism (components, bands, rounds, items, levels, sources …): two entries with
 * one id, or with one name.
 * Reports: the later entry's id or name; related: the earlier one.
 * Source: FORMAT.md section 7; DESIGN.md section 4 (duplicates).
 */
import { type ParameterMap, walkParameters, wordsAt } from "../../plan/parameters.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = { readonly id: string; readonly name: string; readonly entry: string; readonly isId: boolean };

export const mechanismDuplicateEntry = defineRule<Args>({
  code: "mechanism/duplicate-entry",
  severity: "error",
  text: {
    en: {
      title: "Entry listed twice",
      message: (a) => `${a.id}: two entries have the ${a.isId ? "id" : "name"} "${a.entry}"`,
      why: "What is listed twice is counted twice, and two values for it can contradict each other unnoticed.",
      fix: "Remove one entry, or give it an id and name of its own; two statements of one value go into one entry as a list.",
    },
    zhHans: {
      title: "条目重复",
      message: (a) => `工作机制“${a.name}”中有两项的${a.isId ? "编号" : "名称"}同为“${a.entry}”`,
      why: "重复的条目会被计算两次，两处数值不一致也无从发现。",
      fix: "删去一项，或另取编号和名称；同一数值的两处表述应写在同一项内。",
    },
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      walkParameters(mechanism.parameters, (_, value) => {
        if (value.kind !== "list" || value.entries.length < 2) return;
        for (const { isId, entry, span, first } of repeated(value.entries)) {
          const related = [{ span: first, note: { en: "the first", zhHans: "首次出现" } }];
          report(
            span,
            { id: mechanism.id.value, name: nameOf(mechanism), entry, isId },
            { on: mechanism, related },
          );
        }
      });
    }
  },
});

function repeated(entries: readonly ParameterMap[]) {
  const seen = new Map<string, Span>();
  return entries.flatMap((entry) => {
    const [id] = wordsAt(entry, "id");
    const name = entry.get("name");
    const keys = [
      ...(id === undefined ? [] : [{ isId: true, entry: id.value, span: id.span }]),
      ...(name?.kind === "name" ? [{ isId: false, entry: name.name.text, span: name.span }] : []),
    ];
    const found = keys.flatMap((key) => {
      const mark = `${key.isId}\n${key.entry}`;
      const first = seen.get(mark);
      if (first === undefined) seen.set(mark, key.span);
      return first === undefined ? [] : [{ ...key, first }];
    });
    return found.slice(0, 1);
  });
}
