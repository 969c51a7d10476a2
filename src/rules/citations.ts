/** Mentions that cite a section; which items stand in which section is in `plan/citations.ts`. */
import type { Reference } from "../plan/plan.ts";

export { countableKinds, makeIsWithin, sectionsOfItems } from "../plan/citations.ts";

/** True for a mention that can only name a section of the outline. */
export function isCitation(reference: Reference): boolean {
  return reference.kinds.length === 1 && reference.kinds[0] === "section";
}

/** True for a phase named where a time is expected; told by `time/unresolved`. */
export function isNameOfTime(reference: Reference): boolean {
  return reference.field === "time";
}
