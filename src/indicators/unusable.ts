/**
 * A baseline or target that is written and cannot be used: it cannot be read, or its unit does not convert to the indicator's. What
 * is left of the statements is then not judged in its place (ENGINE.md section 4: a figure would lie).
 */
import type { Target } from "../plan/plan.ts";
import type { Position } from "./position.ts";
import type { MethodAnswer } from "./status.ts";
import { hasUnusablePoints } from "./terms.ts";

/** Why an indicator is not judged: `unreadable-target`, `unreadable-baseline`, `unit-mismatch`, `unknown-grade`; null where all can be used. */
export function whyUnusable(position: Position, answer: MethodAnswer): string | null {
  const { terms } = position.evidence;
  const { unreadable = null, baseline } = terms.indicator;
  if (unreadable === "target") return "unreadable-target";
  if (position.targets.some((target) => target.reason === "unit-mismatch")) return "unit-mismatch";
  if (position.targets.some(({ target }) => asksUnknownGrade(target))) return "unknown-grade";
  if (byPath.has(answer.method?.name ?? "") && !position.holds && hasUnusablePoints(terms))
    return "unit-mismatch";
  if (!needsBaseline(position, answer)) return null;
  if (unreadable === "baseline") return "unreadable-baseline";
  // A first observation in its place would be another baseline than the plan's.
  const isStated = baseline.length > 0 && (terms.baseline === null || terms.startsAtFirst);
  return isStated ? "unit-mismatch" : null;
}

/** A grade that its own scale lacks is neither better nor worse than any other. */
export function asksUnknownGrade({ grade }: Target): boolean {
  return grade !== null && grade.levels.length > 0 && !grade.levels.includes(grade.wanted.value);
}

/** Bounds, states and grades need none, nor do sums, which start at 0, nor some methods. */
function needsBaseline({ governing, goal, evidence }: Position, { method }: MethodAnswer): boolean {
  const { target } = governing;
  const { terms } = evidence;
  if (target !== null && target.role !== "reach" && target.role !== "total") return false;
  if (goal?.measure === "sum" || goal?.measure === "compound") return false;
  if (method === null) return true;
  const parameter = (name: string) => terms.computedBy.parameters.get(name)?.value;
  if (method.name === "schedule-points")
    return parameter("preset") !== "pepfar" && parameter("basis") !== "zero";
  return !needingNone.has(method.name);
}

/** Methods that hold the value against the trajectory. */
const byPath: ReadonlySet<string> = new Set(["linear-pace", "csi"]);

/** Methods that ask for no baseline. Source: ENGINE.md section 4. */
const needingNone: ReadonlySet<string> = new Set(["absolute-bands", "self-score", "to-date-band"]);
