/**
 * Entries of one list must be told apart.
 *
 * Looks at: every list of entries of every mechanism (components, bands, rounds, items, levels, sources …): two entries with
 * one id, or with one name; and every list of names (members, whom to tell, what is reviewed): one that stands in it twice.
 * Reports: the later entry's id or name; related: the earlier one. A warning for one in a list of names, which nobody counts.
 * Source: FORMAT.md section 7; DESIGN.md section 4 (duplicates).
 */
import type { Given } from "../../plan/given.ts";
import { type Parameter, type ParameterMap, walkParameters, wordsAt } from "../../plan/parameters.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  /** What the two have in common. */
  readonly same: "id" | "name" | "named";
  /** The entry where it is a name in a list of names; else null. */
  readonly member: string | null;
};

export const mechanismDuplicateEntry = defineRule<Args>({
  code: "mechanism/duplicate-entry",
  severity: "error",
  named: ["member"],
  text: {
    en: {
      title: "Entry listed twice",
      message: (a) =>
        a.member !== null
          ? `${a.id}: "${a.member}" stands in one list twice`
          : `${a.id}: two entries have the ${a.same === "id" ? "id" : "name"} "${a.entry}"`,
      why: "What is listed twice is counted twice, and two values for it can contradict each other unnoticed.",
      fix: "Remove one entry, or give it an id and name of its own; two statements of one value go into one entry as a list.",
    },
    zhHans: {
      title: "条目重复",
      message: (a) =>
        a.member !== null
          ? `工作机制“${a.name}”的同一名单中“${a.member}”出现两次`
          : `工作机制“${a.name}”中有两项的${a.same === "id" ? "编号" : "名称"}同为“${a.entry}”`,
      why: "重复的条目会被计算两次，两处数值不一致也无从发现。",
      fix: "删去一项，或另取编号和名称；同一数值的两处表述应写在同一项内。",
    },
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      walkParameters(mechanism.parameters, (path, value) => {
        for (const { same, entry, span, first } of repeatedIn(path.at(-1) ?? "", value)) {
          const related = [{ span: first, note: { en: "the first", zhHans: "首次出现" } }];
          const args = {
            id: mechanism.id.value,
            name: nameOf(mechanism),
            entry,
            same,
            member: same === "named" ? entry : null,
          };
          const severity = same === "named" ? "warning" : "error";
          report(span, args, { on: mechanism, related, severity });
        }
      });
    }
  },
});

interface Repeated {
  readonly same: Args["same"];
  readonly entry: string;
  readonly span: Span;
  readonly first: Span;
}

/** Keys whose words name somebody or something, each once. */
const namesSomebody: ReadonlySet<string> = new Set(["members", "tell", "by", "of", "with"]);

function repeatedIn(key: string, value: Parameter): readonly Repeated[] {
  if (value.kind === "list") return value.entries.length < 2 ? [] : repeated(value.entries);
  if (value.kind === "reference") return repeatedNames(value.ids);
  if (value.kind !== "text" || !namesSomebody.has(key)) return [];
  return value.statements.flatMap(({ is }) => repeatedNames(is.value));
}

function repeatedNames(names: readonly Given<string>[]): readonly Repeated[] {
  const seen = new Map<string, Span>();
  return names.flatMap(({ value: entry, span }): Repeated[] => {
    const first = seen.get(entry);
    if (first === undefined) seen.set(entry, span);
    return first === undefined ? [] : [{ same: "named", entry, span, first }];
  });
}

function repeated(entries: readonly ParameterMap[]): readonly Repeated[] {
  const seen = new Map<string, Span>();
  return entries.flatMap((entry) => {
    const [id] = wordsAt(entry, "id");
    const name = entry.get("name");
    const keys = [
      ...(id === undefined ? [] : [{ same: "id" as const, entry: id.value, span: id.span }]),
      ...(name?.kind === "name" ? [{ same: "name" as const, entry: name.name.text, span: name.span }] : []),
    ];
    const found = keys.flatMap((key) => {
      const mark = `${key.same}\n${key.entry}`;
      const first = seen.get(mark);
      if (first === undefined) seen.set(mark, key.span);
      return first === undefined ? [] : [{ ...key, first }];
    });
    return found.slice(0, 1);
  });
}
