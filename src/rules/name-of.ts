/** How an item is called in a message: by its name, else by its id. */
import type { Given } from "../plan/given.ts";
import { wordsAt } from "../plan/parameters.ts";
import type { Item, Mechanism, Name } from "../plan/plan.ts";

type Named = { readonly id: Given<string>; readonly name: Name | null } & Partial<
  Pick<Mechanism, "parameters">
>;

/** The item's name in the plan's own language; a provision without name is called by what it says, all else by its id. */
export function nameOf({ id, name, parameters }: Named): string {
  return name?.text ?? (parameters === undefined ? null : beginningOf(parameters)) ?? id.value;
}

/** Signs of a statement that stand for the whole. */
const mostSigns = 30;

function beginningOf(parameters: Mechanism["parameters"]): string | null {
  const [statement] = wordsAt(parameters, "statement");
  if (statement === undefined) return null;
  const words = statement.value.trim().replace(/[。.;；]$/u, "");
  if (words === "") return null;
  return words.length > mostSigns ? `${words.slice(0, mostSigns).trimEnd()}…` : words;
}

/** What an item of any kind is called: its name, the statement of an objective or problem, its title, else its id. */
export function wordsFor(item: Item): string {
  // Kinds that have no such key lack it.
  const { name, title, statement, parameters } = item as Item & {
    readonly name?: Name | null;
    readonly title?: Name | null;
    readonly statement?: Name | null;
    readonly parameters?: Mechanism["parameters"];
  };
  const words = name?.text ?? statement?.text ?? title?.text;
  return words ?? (parameters === undefined ? null : beginningOf(parameters)) ?? item.id.value;
}
