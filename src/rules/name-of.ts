/** How an item is called in a message: by its name, else by its id. */
import type { Given } from "../plan/given.ts";
import type { Name } from "../plan/plan.ts";

/** The item's name in the plan's own language; its id when it has none. */
export function nameOf({ id, name }: { readonly id: Given<string>; readonly name: Name | null }): string {
  return name?.text ?? id.value;
}
