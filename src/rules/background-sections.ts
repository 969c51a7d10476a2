/** Which sections are background. Shared by rules; not a rule. */
import type { Plan } from "../plan/plan.ts";

/** Ids of the sections of background and of all below them; a section stands after the one above it. */
export function backgroundSections({ sections }: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, role, parent } of sections) {
    if (role?.value === "background" || (parent !== null && found.has(parent))) found.add(id.value);
  }
  return found;
}
