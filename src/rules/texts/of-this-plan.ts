/** Whether an English sentence says when the plan itself runs: the programme runs, our reading programme lasts. Not a rule. */
import type { Plan } from "../../plan/plan.ts";
import { stemsIn } from "./word-stems.ts";

const runs =
  /\b(?:the|this|our) ((?:[a-z-]+ ){0,3})(plan|programme|program|project|strategy|scheme|initiative) (?:(?:will|shall|is to) (?:run|last|cover|span|extend|take)|runs|lasts|covers|spans|extends|takes|is set)\b(?! (?:part|stage|phase))/iu;

/** A cheap sign of it. */
export const tellsPlan: RegExp =
  /\b(?:plan|programme|program|project|strategy|scheme|initiative) (?:will|shall|is|runs|lasts|covers|spans|extends|takes)\b/iu;

/** The offset behind the verb; null where the sentence says it of another plan (the national programme), or of none. */
export function planRunsAt(sentence: string, { title }: Plan): number | null {
  const match = runs.exec(sentence);
  if (match === null) return null;
  const own = new Set(stemsIn(title?.value ?? ""));
  const [, adjectives = ""] = match;
  return stemsIn(adjectives).every((stem) => own.has(stem)) ? match.index + match[0].length : null;
}
