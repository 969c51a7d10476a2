/** Placeholders of all section texts with what they resolve to, for the rules that judge them. */
import type { Localized } from "../diagnostics/diagnostic.ts";
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

/** Several statements as the plan writes them, at most five; `from` adds the sections that state them. */
export function shownValues(values: readonly PlacedValue[], from: "sections" | null): Localized {
  const shown = [...new Map(values.map((one) => [one.key, one])).values()];
  const texts = shown.slice(0, 5).map(({ key, sections }) => {
    const text = key.replace(/^[a-z]+: /, "");
    if (from === null || sections.length === 0) return { en: text, zhHans: text };
    return { en: `${text} (${sections.join(", ")})`, zhHans: `${text}（${sections.join("、")}）` };
  });
  const more = shown.length > 5;
  return {
    en: `${texts.map(({ en }) => en).join(", ")}${more ? ", …" : ""}`,
    zhHans: `${texts.map(({ zhHans }) => zhHans).join("、")}${more ? "等" : ""}`,
  };
}
