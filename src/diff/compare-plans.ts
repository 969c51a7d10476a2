/** Two states of one plan, compared in the terms of the plan. Pure; order and wording are for others. */
import type { Fact, Indicator, Item, Plan } from "../plan/plan.ts";
import type { Change, ChangeSubject } from "./change.ts";
import { type Difference, differences } from "./compare-parts.ts";
import { coverOf, newRevisions } from "./cover.ts";
import { type Draft, notRead, noValue, plain } from "./draft.ts";
import { indicatorChanges } from "./indicator-changes.ts";
import { factsOf, headParts, listsOf, type PlanItem, partsOf, titleOf } from "./item-parts.ts";
import { type Candidate, type Pair, pairItems } from "./pair-items.ts";
import { factsByItem, isCitation, type Part, type Parts, plainKey } from "./parts.ts";

/** What the comparison of one list needs. */
interface Comparison {
  readonly plans: { readonly before: Plan; readonly after: Plan };
  readonly facts: {
    readonly before: ReadonlyMap<Item, readonly Fact[]>;
    readonly after: ReadonlyMap<Item, readonly Fact[]>;
  };
  /** Id that an item has now, by the one it had. */
  readonly newIds: ReadonlyMap<string, string>;
  /** What items are called, by id. */
  readonly titles: {
    readonly before: ReadonlyMap<string, string>;
    readonly after: ReadonlyMap<string, string>;
  };
}

/** All changes from the one state of a plan to the other, in order of kind, then of the plan; none where both say the same. */
export function comparePlans(before: Plan, after: Plan): readonly Change[] {
  const facts = { before: factsByItem(before), after: factsByItem(after) };
  const former = new Map(listsOf(before));
  const pairs = listsOf(after).map(([list, items]) => {
    const [a, b] = [former.get(list) ?? [], items];
    return {
      list,
      pairs: pairItems(candidates(a, facts.before, listed(list)), candidates(b, facts.after, listed(list))),
    };
  });
  const comparison: Comparison = {
    plans: { before, after },
    facts,
    newIds: renamings(pairs.flatMap((one) => one.pairs)),
    titles: { before: titlesOf(before), after: titlesOf(after) },
  };
  const drafts = [
    ...headChanges(comparison),
    ...pairs.flatMap(({ list, pairs: ofList }) =>
      ofList.flatMap((pair) => pairChanges(list, pair, comparison)),
    ),
    ...textChanges(comparison),
  ];
  const revisions = newRevisions(before, after);
  return drafts.map(({ sought, ...change }) => ({
    ...change,
    revision: change.effect === "none" ? null : coverOf({ ...change, sought }, revisions),
  }));
}

/** The ids of items of every kind that were renamed: old id → new id. */
export function renamedIndicators(before: Plan, after: Plan): ReadonlyMap<string, string> {
  const [a, b] = [factsByItem(before), factsByItem(after)];
  return renamings(pairItems(candidates(before.indicators, a, true), candidates(after.indicators, b, true)));
}

function renamings(pairs: readonly Pair<PlanItem>[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.flatMap(({ before, after }) =>
      before !== null && after !== null && before.id.value !== after.id.value
        ? [[before.id.value, after.id.value] as const]
        : [],
    ),
  );
}

/** Sections are known by their number and title, entities by their id: equal names are common among them. */
function listed(list: string): boolean {
  return list !== "entities";
}

function candidates(
  items: readonly PlanItem[],
  facts: ReadonlyMap<Item, readonly Fact[]>,
  byName: boolean,
): readonly Candidate<PlanItem>[] {
  return items.map((item) => {
    const title = titleOf(item);
    return {
      item,
      id: item.id.value,
      name: title === null || !byName ? null : plainKey(title),
      content: contentOf(item, partsOf(item, factsOf(facts, item))),
    };
  });
}

/** All that an item says; an item that says nothing is like no other. */
function contentOf(item: PlanItem, parts: Parts): string {
  const fields = [...parts].flatMap(([field, { key }]) => (isCitation(field) ? [] : [`${field}: ${key}`]));
  const targets =
    item.kind === "indicator"
      ? item.targets.map(({ stated, by }) => `${stated.value} ${by?.value.text}`)
      : [];
  const text = item.kind === "section" ? (item.text?.text ?? "") : "";
  return [...fields, ...targets, text].filter((line) => line !== "").join("\n");
}

function pairChanges(list: string, pair: Pair<PlanItem>, comparison: Comparison): readonly Draft[] {
  const { before, after } = pair;
  if (after === null) return before === null ? [] : [droppedItem(list, before, comparison)];
  if (before === null) return [addedItem(list, after)];
  const subject = subjectOf(after, before);
  const newId = (id: string): string => comparison.newIds.get(id) ?? id;
  const found = differences(
    partsOf(before, factsOf(comparison.facts.before, before)),
    partsOf(after, factsOf(comparison.facts.after, after)),
    newId,
  ).map((difference) => {
    // Sections are cited by their numbers.
    const names = isCitation(difference.field) ? plain.names : namesOf(difference, comparison.titles);
    return [{ ...fieldDraft(list, subject, difference), names }, difference] as const;
  });
  const renamed: readonly Draft[] = subject.formerId === null ? [] : [renamedItem(subject, before, after)];
  if (before.kind === "indicator" && after.kind === "indicator") {
    const binding = isBinding(before);
    return [
      ...renamed,
      ...indicatorChanges({ before, after, plans: comparison.plans, subject, binding, newId }, found),
    ];
  }
  return [...renamed, ...found.map(([draft]) => draft)];
}

function titlesOf(plan: Plan): ReadonlyMap<string, string> {
  const items = listsOf(plan).flatMap(([, ofList]) => ofList);
  return new Map(items.map((item) => [item.id.value, titleOf(item) ?? item.id.value]));
}

/** Names in the place of ids, where ids are all that stands there. */
function namesOf({ before, after }: Difference, titles: Comparison["titles"]): Draft["names"] {
  const named = (part: Part | null, known: ReadonlyMap<string, string>): string | null =>
    part === null || part.ids.length === 0 || part.shown !== part.ids.join(", ")
      ? null
      : part.ids.map((id) => known.get(id) ?? id).join("、");
  return { from: named(before, titles.before), to: named(after, titles.after) };
}

function isBinding(indicator: Indicator): boolean {
  return indicator.attribute?.value === "binding";
}

function subjectOf(item: PlanItem, before: PlanItem | null = null): ChangeSubject {
  const formerId = before === null || before.id.value === item.id.value ? null : before.id.value;
  return { kind: item.kind, id: item.id.value, name: titleOf(item), formerId };
}

function renamedItem(subject: ChangeSubject, before: PlanItem, after: PlanItem): Draft {
  return {
    ...plain,
    kind: "renamed",
    field: null,
    subject,
    from: before.id.value,
    to: after.id.value,
    before: before.id.span,
    after: after.id.span,
  };
}

function addedItem(list: string, item: PlanItem): Draft {
  return {
    ...plain,
    kind: "added",
    field: null,
    subject: subjectOf(item),
    after: item.span,
    path: `${list}/${item.id.value}`,
  };
}

/** A binding indicator takes its targets with it. One that may stand where something cannot be read may not be gone. */
function droppedItem(list: string, item: PlanItem, { plans }: Comparison): Draft {
  const path = `${list}/${item.id.value}`;
  const isIndicator = item.kind === "indicator";
  const unread = plans.after.unusableKinds.includes(item.kind);
  return {
    ...plain,
    kind: "dropped",
    field: null,
    subject: subjectOf(item),
    effect: isIndicator ? (unread ? "unclear" : "weaker") : "none",
    binding: isIndicator && isBinding(item),
    before: item.span,
    path,
    note: unread ? notRead : null,
    sought: { ...plain.sought, paths: [path], from: noValue, to: noValue },
  };
}

function fieldDraft(list: string, subject: ChangeSubject, { field, kind, before, after }: Difference): Draft {
  return {
    ...plain,
    kind,
    field,
    subject,
    from: before?.shown ?? null,
    to: after?.shown ?? null,
    before: before?.span ?? null,
    after: after?.span ?? null,
    path: list === "" ? field : `${list}/${subject.id}/${field}`,
  };
}

function headChanges({ plans: { before, after } }: Comparison): readonly Draft[] {
  const id = after.id?.value ?? before.id?.value ?? "";
  const formerId = before.id?.value ?? null;
  const subject: ChangeSubject = {
    kind: "plan",
    id,
    name: after.title?.value ?? null,
    formerId: formerId === id ? null : formerId,
  };
  const renamed: readonly Draft[] =
    subject.formerId === null
      ? []
      : [
          {
            ...plain,
            kind: "renamed",
            field: null,
            subject,
            from: subject.formerId,
            to: id,
            before: before.id?.span ?? null,
            after: after.id?.span ?? null,
          },
        ];
  const found = differences(headParts(before), headParts(after), (one) => one);
  return [...renamed, ...found.map((difference) => fieldDraft("", subject, difference))];
}

/** Texts are only counted: what they say is for readers, and what they state as facts is told as facts. */
function textChanges({ plans: { before, after }, newIds }: Comparison): readonly Draft[] {
  const former = new Map(
    before.sections.map((section) => [newIds.get(section.id.value) ?? section.id.value, section]),
  );
  const changed = after.sections.filter(({ id, text }) => {
    const old = former.get(id.value);
    return old !== undefined && lines(old.text?.text) !== lines(text?.text);
  });
  const [first] = changed;
  if (first === undefined) return [];
  const ids = changed.map(({ id }) => id.value).join(", ");
  const subject: ChangeSubject = {
    kind: "plan",
    id: after.id?.value ?? "",
    name: after.title?.value ?? null,
    formerId: null,
  };
  const places = { before: former.get(first.id.value)?.span ?? null, after: first.text?.span ?? first.span };
  return [{ ...plain, ...places, kind: "texts", field: "sections", subject, to: ids, count: changed.length }];
}

function lines(text: string | undefined): string {
  return (text ?? "").replace(/[ \t]*\r?\n/g, "\n").trim();
}
