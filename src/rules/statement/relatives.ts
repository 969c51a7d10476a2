/** Whether two indicators say themselves how they belong together. */
import type { Indicator } from "../../plan/plan.ts";
import { plainName } from "../near-names.ts";

/** Both have the very same name, which `statement/same-name` tells. */
export function areNamesakes(a: Indicator, b: Indicator): boolean {
  return a.name !== null && b.name !== null && plainName(a.name.text) === plainName(b.name.text);
}

/** They name each other, or one third indicator, as the same quantity or as its whole. */
export function areRelated(a: Indicator, b: Indicator): boolean {
  return (
    isNamedBy(a.id.value, b) ||
    (a.sameAs !== null && isNamedBy(a.sameAs.value, b)) ||
    (a.partOf !== null && isNamedBy(a.partOf.value, b))
  );
}

function isNamedBy(name: string, { id, sameAs, partOf }: Indicator): boolean {
  return id.value === name || sameAs?.value === name || partOf?.value === name;
}
