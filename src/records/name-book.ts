/** Items by id or by name: people who fill in tables write either. */
import {
  type CodeDefinition,
  type Diagnostic,
  makeDiagnostic,
  type Severity,
} from "../diagnostics/diagnostic.ts";
import { mostOfOneCode } from "../diagnostics/finding-list.ts";
import { makeSuggester } from "../diagnostics/suggest.ts";
import type { Given } from "../plan/given.ts";
import type { Item, Name } from "../plan/plan.ts";

/** Finds the id that a text means, and keeps those that mean none. */
export interface NameBook {
  readonly size: number;
  /** The id; null for a text that is neither an id nor the name of one item only. */
  find(written: string): string | null;
  /** Notes a name that was not found; `unknown` gives each once, at its first place, with its rows. Only as many as are told. */
  miss(written: Given<string>): void;
  unknown(): readonly { readonly name: Given<string>; readonly rows: number }[];
  /** Ids and names, for suggestions. */
  known(): readonly string[];
}

type Named = Item & { readonly name?: Name | null; readonly alsoCalled?: readonly Given<string>[] };

/** Makes the book of some items. */
export function makeNameBook(items: readonly Named[]): NameBook {
  // Written at the first question: a plan without data files asks none.
  let written: Entries | null = null;
  const entries = (): Entries => {
    written ??= entriesOf(items);
    return written;
  };
  const missed = new Map<string, { name: Given<string>; rows: number }>();
  return {
    size: items.length,
    find: (name) => (entries().ids.has(name) ? name : (entries().byName.get(name) ?? null)),
    miss: (written) => {
      const key = `${written.span.file.name}\n${written.value}`;
      const before = missed.get(key);
      if (before !== undefined) before.rows++;
      else if (missed.size <= mostOfOneCode) missed.set(key, { name: written, rows: 1 });
    },
    unknown: () => [...missed.values()],
    known: () => [...entries().ids, ...entries().byName.keys()],
  };
}

interface Entries {
  readonly ids: ReadonlySet<string>;
  /** Null for the name of several items. */
  readonly byName: ReadonlyMap<string, string | null>;
}

function entriesOf(items: readonly Named[]): Entries {
  const ids = new Set(items.map((item) => item.id.value));
  const byName = new Map<string, string | null>();
  for (const item of items) {
    for (const name of namesOf(item)) {
      const other = byName.get(name);
      byName.set(name, other === undefined || other === item.id.value ? item.id.value : null);
    }
  }
  return { ids, byName };
}

function namesOf({ name, alsoCalled }: Named): readonly string[] {
  const names = name === null || name === undefined ? [] : [name.text, ...name.byLanguage.values()];
  return [...names, ...(alsoCalled ?? []).map((other) => other.value)];
}

/** Arguments of a finding about a name that the plan does not know. */
export type UnknownNameArgs = {
  readonly name: string;
  readonly rows: number;
  readonly nearest: string | null;
  /** How many items of the kind the plan declares. */
  readonly declared: number;
};

/** Further unknown names get no suggestion: a table of another plan would be compared with every name of this one. */
const mostSuggested = 100;

/** One finding for each name that was not found. */
export function unknownNames(
  book: NameBook,
  code: CodeDefinition<UnknownNameArgs>,
  severity: Severity = code.severity,
): readonly Diagnostic[] {
  const nearest = makeSuggester(() => book.known());
  const listed = book.unknown();
  return listed.map(({ name, rows }, i) => {
    const near = i < mostSuggested ? nearest(name.value) : null;
    const args = { name: name.value.slice(0, 80), rows, nearest: near, declared: book.size };
    return makeDiagnostic(code, name.span, args, { suggestion: near, severity });
  });
}
