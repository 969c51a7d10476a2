/** What rules compare across items: facts with all their statements, and mentions of ids. */
import type { Given, Statement } from "../given.ts";
import type { Item, ItemKind } from "./item.ts";

/**
 * One fact of one item, with all its statements and how two of its values compare.
 * `key` makes equal values equal texts, so that rules compare facts of any type.
 */
export interface Fact {
  readonly subject: Item;
  /** Name of the field: `weight`, `owner`, `by`, `period`, `frequency`, `baseline`, `amount` … */
  readonly name: string;
  readonly statements: readonly (Statement<unknown> & { readonly key: string; readonly shown: string })[];
}

/** A mention of an id. `kinds`: what it may name, in order of search. */
export interface Reference {
  readonly name: Given<string>;
  readonly kinds: readonly ItemKind[];
  /** Item that mentions it; null for the plan's own head. */
  readonly from: Item | null;
  readonly field: string;
}
