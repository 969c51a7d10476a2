/**
 * What a plan sets up is used somewhere in it.
 *
 * Looks at: actors, deliverables without owner, bodies and lists that nothing names, by id or in words; and sections without
 * subsections, role, placeholder or announced count, which no item cites. What stands under a background section need
 * state no fact; a section without text, where most have one, is `narrative/empty-section`.
 * Reports: one note per kind, at the first; related: the others. Sources are `provenance/uncited-source`.
 * Source: DESIGN.md section 4 (bodies, lists, sections without counterpart; missing section).
 */
import type { Item, Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { textsOf } from "../plan-words.ts";
import { backgroundSections } from "../texts/background-sections.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly kind: string;
  readonly type: string | null;
  readonly count: number;
};

const typesInEnglish: Readonly<Record<string, string>> = { body: "body", list: "list" };
const typesInChinese: Readonly<Record<string, string>> = { body: "组织机构", list: "清单" };

export const referenceUnused = defineRule<Args>({
  code: "reference/unused",
  severity: "info",
  named: ["id"],
  text: {
    en: {
      title: "Set up and never used",
      message: (a) =>
        `${a.kind === "section" ? "section " : ""}${a.id}: ${a.kind === "section" ? "nothing in the plan cites it" : `nothing in the plan names this ${a.type === null ? kindsInEnglish(a.kind) : (typesInEnglish[a.type] ?? a.type)}`}${a.count > 1 ? ` (and ${a.count - 1} more)` : ""}`,
      why: "What is set up and never used has no task, or its task was forgotten.",
      fix: "Name it where it acts or is used, or take it out; give a section an item that cites it, or `role: background`.",
    },
    zhHans: {
      title: "列出而未使用",
      message: (a) =>
        `${a.type === null ? kindsInChinese(a.kind) : (typesInChinese[a.type] ?? "工作机制")}“${a.id}”${a.kind === "section" ? "没有任何目标、指标、任务或机制与之对应" : "未见方案其他内容引用"}${a.count > 1 ? `（另有 ${a.count - 1} 处）` : ""}`,
      why: "设立而无人使用，要么没有任务，要么漏写了任务。",
      fix: "在其发挥作用之处写明，或予以删去；章节应有事项与之对应，属于背景的注明 `role: background`。",
    },
  },
  check({ plan, report }) {
    const named = namesIn(plan);
    for (const group of groupsOf(plan, named)) {
      const [first, ...others] = group.items;
      if (first === undefined) continue;
      const args = { id: first.id.value, kind: first.kind, type: group.type, count: group.items.length };
      const related = others.map((item) => ({
        span: item.id.span,
        note: { en: "not used either", zhHans: "同样未引用" },
      }));
      report(first.id.span, args, { on: first, related });
    }
  },
});

interface Group {
  readonly type: string | null;
  readonly items: readonly Item[];
}

/** Whether anything mentions an id (but for an item that mentions itself), and whether the texts hold a name. */
interface Names {
  readonly mentioned: (id: string) => boolean;
  readonly inWords: (word: string) => boolean;
}

/** Longer plans are not searched: all that they name counts as used. */
const mostWords = 1_000_000;

function namesIn(plan: Plan): Names {
  const ids = new Set(
    plan.references.filter(({ from, name }) => from?.id.value !== name.value).map(({ name }) => name.value),
  );
  const texts = textsOf(plan);
  let trimmed: ReadonlySet<string> | null = null;
  const isText = (id: string): boolean => {
    trimmed ??= new Set(
      texts.filter(({ text, item }) => item?.id.value !== text).map(({ text }) => text.trim()),
    );
    return trimmed.has(id);
  };
  let joined: string | null = null;
  // Its own name is one of the texts: it is used where the name stands once more.
  const inWords = (word: string): boolean => {
    joined ??= texts
      .map(({ text }) => text)
      .join("\n")
      .slice(0, mostWords);
    const all = joined;
    const at = word.length < 2 ? 0 : all.indexOf(word);
    return (
      word.length < 2 || all.length === mostWords || (at >= 0 && all.indexOf(word, at + word.length) >= 0)
    );
  };
  return { mentioned: (id) => ids.has(id) || isText(id), inWords };
}

function groupsOf(plan: Plan, { mentioned, inWords }: Names): readonly Group[] {
  const isUnused = (item: Item, name: string | null): boolean =>
    !mentioned(item.id.value) && !(name !== null && inWords(name));
  const brought = new Set(plan.milestones.map(({ deliverable }) => deliverable?.value));
  const ofType = (type: string): readonly Item[] =>
    plan.mechanisms.filter(
      (one) =>
        one.type.value === type &&
        one.origin === "plan" &&
        !does(one) &&
        isUnused(one, one.name?.text ?? null),
    );
  return [
    { type: null, items: plan.actors.filter((one) => isUnused(one, one.name?.text ?? null)) },
    {
      type: null,
      items: plan.deliverables.filter(
        (one) =>
          one.owner.length === 0 && !brought.has(one.id.value) && isUnused(one, one.name?.text ?? null),
      ),
    },
    { type: "body", items: ofType("body") },
    { type: "list", items: ofType("list") },
    { type: null, items: unusedSections(plan) },
  ];
}

/** It meets, governs or makes something, comes up in another section, or its own items have owners: it works by itself. */
function does({ cadence, governs, alsoIn, parameters, type }: Plan["mechanisms"][number]): boolean {
  if (cadence.length > 0 || governs.length > 0 || alsoIn.length > 0) return true;
  if (parameters.get("meets") !== undefined || parameters.get("yields") !== undefined) return true;
  return (
    type.value === "list" && (parameters.get("items") !== undefined || parameters.get("lists") !== undefined)
  );
}

function unusedSections(plan: Plan): readonly Item[] {
  const cited = new Set(
    plan.references.filter(({ kinds }) => kinds.includes("section")).map(({ name }) => name.value),
  );
  // A plan that cites no sections at all does without them.
  if (cited.size === 0) return [];
  const above = new Set(plan.sections.map(({ parent }) => parent));
  const background = backgroundSections(plan);
  const lowest = plan.sections.filter(({ id }) => !above.has(id.value));
  const mostHaveText = lowest.filter(({ text }) => text !== null).length * 2 >= lowest.length;
  return lowest.filter(
    ({ id, role, announces, text }) =>
      role === null &&
      (text !== null || !mostHaveText) &&
      !background.has(id.value) &&
      announces.length === 0 &&
      !cited.has(id.value) &&
      (text?.placeholders.length ?? 0) === 0,
  );
}
