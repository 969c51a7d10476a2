/**
 * One cause, one finding, where a plan lists no indicators: that nothing measures its objectives, that none is counted and
 * that ids of indicators lead nowhere only follows from it.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isMadeGraver, type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { Told } from "./open-names.ts";

const none = "indicator/none";

/** What was read and found, without what only follows from `indicator/none` where that is told. */
export function withoutIndicatorFollowers({ read, ruled }: Told, levels: Levels): Told {
  const cause = withoutOff(ruled, levels).find(({ code }) => code === none);
  if (cause === undefined) return { read, ruled };
  const isLeft = (finding: Diagnostic): boolean => !follows(finding) || isMadeGraver(finding, cause, levels);
  return { read: read.filter(isLeft), ruled: ruled.filter(isLeft) };
}

function follows({ code, args }: Diagnostic): boolean {
  if (code === "objective/no-indicator" || code === "data/unknown-indicator") return true;
  if (code === "count/announced") return args.kind === "indicator";
  // What something of another kind is called is a slip of its own.
  const isOpen = code === "reference/unknown" && args.meant === null && args.wrongKind === null;
  return isOpen && String(args.kinds).split("|").includes("indicator");
}
