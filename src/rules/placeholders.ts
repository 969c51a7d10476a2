/** Placeholders of all section texts with what they resolve to, for the rules that judge them. */
import type { Localized, RelatedPlace } from "../diagnostics/diagnostic.ts";
import { placeholderWords } from "../language/words.ts";
import { type PlacedValue, placeholderVerbs } from "../plan/placeholder.ts";
import { makeResolve, type Resolution } from "../plan/placeholders.ts";
import type { Item, Name, Placeholder, Plan, Section } from "../plan/plan.ts";
import type { PlanIndex } from "../plan/plan-index.ts";

export interface ResolvedPlaceholder extends Resolution {
  readonly section: Section;
  readonly placeholder: Placeholder;
  readonly id: string;
}

const known = new WeakMap<Plan, readonly ResolvedPlaceholder[]>();

/** All placeholders that name something, in the order of the texts. */
export function resolvedPlaceholders(plan: Plan, index: PlanIndex): readonly ResolvedPlaceholder[] {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const resolve = makeResolve(plan, index);
  const found = plan.sections.flatMap((section) =>
    (section.text?.placeholders ?? []).flatMap((placeholder) =>
      placeholder.id === null
        ? []
        : [{ section, placeholder, id: placeholder.id, ...resolve(section, placeholder) }],
    ),
  );
  known.set(plan, found);
  return found;
}

/** What is asked for, in words. */
export function askedWord({ verb }: Placeholder): Localized {
  const found = placeholderVerbs.find((one) => one === verb);
  return found === undefined ? { en: verb, zhHans: verb } : placeholderWords[found];
}

/** How the thing is called that a placeholder names; its id where it has no name. */
export function namedBy(index: PlanIndex, id: string): string {
  const item: (Item & { readonly name?: Name | null }) | undefined =
    index.items.find((one) => one.kind === "indicator" && one.id.value === id) ??
    index.items.find((one) => one.id.value === id);
  return item?.name?.text ?? id;
}

/** Statements as the plan writes them, as a message carries them: at most five. */
type ShownValues = {
  /** Joined by `|`. */
  readonly values: string;
  /** For each value the sections that state it, joined by `,`; the values joined by `|`. Empty where they are not told. */
  readonly cited: string;
  /** True for more than are shown. */
  readonly more: boolean;
};

/** What a message on the values of a placeholder says. */
export type PlaceholderArgs = ShownValues & {
  /** What is asked of the item, in both languages. */
  readonly asked: string;
  readonly askedInChinese: string;
  /** How the item is called. */
  readonly name: string;
  /** Id of the section that holds the placeholder. */
  readonly section: string;
};

/** The arguments for a placeholder, and the places of its values; `from` as in `shownValues`. */
export function placeholderFinding(
  { section, placeholder, id, values }: ResolvedPlaceholder,
  index: PlanIndex,
  from: "sections" | null,
): { readonly args: PlaceholderArgs; readonly related: readonly RelatedPlace[] } {
  const { en, zhHans } = askedWord(placeholder);
  return {
    args: {
      asked: en,
      askedInChinese: zhHans,
      name: namedBy(index, id),
      section: section.id.value,
      ...shownValues(values, from),
    },
    related: values.map(({ span }) => ({ span, note: { en: "stated here", zhHans: "此处写明" } })),
  };
}

/** The values of a placeholder; `from` adds the sections that state them. */
function shownValues(found: readonly PlacedValue[], from: "sections" | null): ShownValues {
  const all = [...new Map(found.map((one) => [one.key, one])).values()];
  const shown = all.slice(0, 5);
  return {
    values: shown.map(({ key }) => key.replace(/^[a-z]+: /, "")).join("|"),
    cited: from === null ? "" : shown.map(({ sections }) => sections.join(",")).join("|"),
    more: all.length > shown.length,
  };
}

/** `≥60% (section 2), ≥85% (section 3)` */
export function valuesInEnglish({ values, cited, more }: ShownValues): string {
  const sections = cited.split("|");
  const texts = values.split("|").map((value, i) => {
    const own = sections[i] ?? "";
    if (own === "") return value;
    return `${value} (${own.includes(",") ? "sections" : "section"} ${own.replaceAll(",", ", ")})`;
  });
  return `${texts.join(", ")}${more ? ", …" : ""}`;
}

/** `“≥60%”（章节“2”）、“≥85%”（章节“3”）` */
export function valuesInChinese({ values, cited, more }: ShownValues): string {
  const sections = cited.split("|");
  const texts = values.split("|").map((value, i) => {
    const own = (sections[i] ?? "").split(",").map((section) => `“${section}”`);
    return (sections[i] ?? "") === "" ? `“${value}”` : `“${value}”（章节${own.join("")}）`;
  });
  return `${texts.join("、").replaceAll("”、“", "”“")}${more ? "等" : ""}`;
}
