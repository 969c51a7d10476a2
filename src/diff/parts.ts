/** What each item of a plan states, field by field, in a form in which two states of it compare. */
import { quantityKey } from "../plan/compare.ts";
import type { Given, Statements } from "../plan/given.ts";
import { entriesAt, labelOf, type Parameter, type ParameterMap, wordsAt } from "../plan/parameters.ts";
import type { Announcement, Assessment, Fact, Item, Name, Plan, WrittenValue } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import type { When } from "../plan/time.ts";
import { type Span, spanText } from "../text/source.ts";

/** One field of an item. Two with equal keys say the same; `shown` is what is printed. */
export interface Part {
  readonly key: string;
  readonly shown: string;
  readonly span: Span;
  /** The value where it is one that can be larger or smaller; null for all others. */
  readonly measure: Quantity | When | null;
  /** Ids that stand in it: where those items are renamed it stays the same. */
  readonly ids: readonly string[];
}

export type Parts = Map<string, Part>;

/** Field of the sections that a thing, or the field before it, cites. */
export const citedField = "section";

/** True for a field that only says where something is stated. */
export function isCitation(field: string): boolean {
  return field === citedField || field.endsWith(`/${citedField}`);
}

/** Blanks and width apart, what is written. */
export function plainKey(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim();
}

/** Adds fields to the parts of one item; what is not stated is not added. */
export interface PartWriter {
  readonly parts: Parts;
  text(field: string, value: Given<unknown> | null): void;
  name(field: string, value: Name | null): void;
  ids(field: string, values: readonly (Given<string> | null)[]): void;
  /** The sections that state it, under the field and `section`; what is taken over from elsewhere is not cited. */
  cited(above: string, sections: readonly (Given<string> | null)[]): void;
  quantity(field: string, value: Given<Quantity> | null): void;
  time(field: string, value: Given<When> | null): void;
  assess(value: Given<Assessment> | null): void;
  counts(field: string, counts: readonly Announcement[]): void;
}

export function partWriter(parts: Parts = new Map()): PartWriter {
  const put = (field: string, key: string, shown: string, span: Span, more: Partial<Part> = {}): void => {
    parts.set(field, { key, shown: oneLine(shown), span, measure: null, ids: [], ...more });
  };
  const ids: PartWriter["ids"] = (field, values) => {
    const stated = values.filter((value) => value !== null);
    const [first] = stated;
    if (first === undefined) return;
    const named = stated.map(({ value }) => value);
    put(field, named.join("\n"), named.join(", "), first.span, { ids: named });
  };
  return {
    parts,
    ids,
    cited: (above, sections) =>
      ids(
        `${above}${citedField}`,
        sections.filter((section) => section?.origin === "given"),
      ),
    text: (field, value) => {
      if (value === null || value.origin === "assumed") return;
      const text = String(value.value);
      if (text.trim() !== "") put(field, plainKey(text), text, value.span);
    },
    name: (field, value) => {
      if (value === null) return;
      const all = [...value.byLanguage].map(([tag, text]) => `${tag} ${plainKey(text)}`).join("\n");
      put(field, `${plainKey(value.text)}\n${all}`, value.text, value.span);
    },
    quantity: (field, value) => {
      if (value !== null)
        put(field, quantityKey(value.value), value.value.text, value.span, { measure: value.value });
    },
    time: (field, value) => {
      if (value !== null)
        put(field, whenKey(value.value), value.value.text, value.span, { measure: value.value });
    },
    assess: (value) => {
      if (value === null) return;
      const { method, parameters } = value.value;
      put("assess", method, method, value.span);
      for (const [name, written] of parameters)
        put(`assess/${name}`, writtenKey(written), spanText(written.span), written.span);
    },
    counts: (field, counts) => {
      for (const { of, count } of counts)
        put(`${field}/${of.value}`, String(count.value), String(count.value), count.span);
    },
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function whenKey({ period, state, text }: When): string {
  return period === null ? `${state} ${text}` : `${period.start}..${period.end}`;
}

function writtenKey({ shape, value, items, entries }: WrittenValue): string {
  if (shape === "list") return `[${items.map(writtenKey).join(",")}]`;
  if (shape === "map") return `{${[...entries].map(([key, one]) => `${key}:${writtenKey(one)}`).sort()}}`;
  return plainKey(value);
}

/** The stated facts of every item (weight, owner, dates, cadence, the values of mechanisms), by item. */
export function factsByItem({ facts }: Plan): ReadonlyMap<Item, readonly Fact[]> {
  const byItem = new Map<Item, Fact[]>();
  for (const fact of facts) {
    const known = byItem.get(fact.subject);
    if (known === undefined) byItem.set(fact.subject, [fact]);
    else known.push(fact);
  }
  return byItem;
}

/** A fact with all that it says, each once; it is larger or smaller where it says one thing. */
export function putFact(parts: Parts, { name, statements }: Fact): void {
  const [first] = statements;
  if (first === undefined) return;
  const keys = [...new Set(statements.map(({ key }) => key))];
  const shown = [...new Set(statements.map((s) => s.shown))].map(oneLine).join(" / ");
  const value = first.is.value;
  parts.set(name, {
    key: keys.join("\n"),
    shown,
    span: first.span,
    measure: keys.length === 1 ? measureOf(value) : null,
    ids: ownerIds(value),
  });
}

function measureOf(value: unknown): Quantity | When | null {
  if (typeof value !== "object" || value === null) return null;
  if ("relation" in value && "signed" in value) return value as Quantity;
  return "state" in value && "period" in value ? (value as When) : null;
}

function ownerIds(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null || !("lead" in value)) return [];
  const lead = value.lead as Given<string> | null;
  return lead === null ? [] : [lead.value];
}

/**
 * What a mechanism states under the keys of its type besides its facts: words, references, flags, counts. Every entry of a
 * list has a part of its own, so that one that is new is told once and not key by key.
 */
export function putParameters(writer: PartWriter, map: ParameterMap, above: readonly string[] = []): void {
  for (const [key, value] of map.values) {
    const field = [...above, key].join("/");
    if (value.kind === "map") putParameters(writer, value.map, [...above, key]);
    else if (value.kind === "list") putEntries(writer, map, key, above);
    else if (!writer.parts.has(field)) putOther(writer, field, value);
  }
}

function putEntries(writer: PartWriter, map: ParameterMap, key: string, above: readonly string[]): void {
  for (const [i, entry] of entriesAt(map, key).entries()) {
    const label = labelOf(entry);
    const path = [...above, key, wordsAt(entry, "id")[0]?.value ?? label ?? `${i + 1}`];
    const shown = label ?? spanText(entry.span).slice(0, 80);
    writer.parts.set(path.join("/"), {
      key: "",
      shown: oneLine(shown),
      span: entry.span,
      measure: null,
      ids: [],
    });
    putParameters(writer, entry, path);
  }
}

function putOther(writer: PartWriter, field: string, value: Parameter): void {
  if (value.kind === "reference") writer.ids(field, value.ids);
  else if (value.kind === "name") writer.name(field, value.name);
  else if (value.kind === "flag") writer.text(field, value.flag);
  else if (value.kind === "announced") writer.counts(field, value.counts);
  else if (value.kind === "text") writer.text(field, wordsOf(value.statements));
}

function wordsOf(statements: Statements<readonly Given<string>[]>): Given<string> | null {
  const [first] = statements;
  if (first === undefined) return null;
  const words = statements.flatMap(({ is }) => is.value.map(({ value }) => value));
  return { value: words.join(", "), span: first.is.span, origin: "given" };
}
