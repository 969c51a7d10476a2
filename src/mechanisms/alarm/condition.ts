/** What the condition of an alarm says: from where it is raised, on which side matters grow worse, and whether it holds a value against its own course. */
import type { Given } from "../../plan/given.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { late } from "../../text/late.ts";

/** The threshold in a condition; `worse`: 1 where a greater figure is graver, -1 where a smaller one is. */
export interface ConditionThreshold {
  readonly threshold: Given<Quantity>;
  readonly worse: 1 | -1;
}

const oneComparison = /^[^<>=≤≥]{1,200}(<=|>=|<|>|≤|≥)\s*([^<>=≤≥]{1,200})$/u;
/** A name may hold a hyphen and a figure (`rule-2`), so only a blank, a bracket or a Chinese word ends one before the sign. */
const distance = late(() => /^.*(?:\s|[\p{Script=Han})])([-−+])\s*(\d[\d.,]{0,20}\s?[^\s\d+*/()−-]{0,12})$/u);

/**
 * Reads `rate < elapsed - 15pp` (a lag of 15: more is worse), `rate > plan + 10%`, `rate < 60%` (less is worse). Null for
 * all that compares more than once or ends in no figure.
 */
export function readCondition({ value, ...place }: Given<string>): ConditionThreshold | null {
  const text = value.normalize("NFKC").trim();
  const [, relation = "", right = ""] = oneComparison.exec(text) ?? [];
  const isBelow = relation.startsWith("<") || relation === "≤";
  const [, sign = "", figure = right] = distance().exec(right) ?? [];
  const reading = parseQuantity(figure.trim());
  if (relation === "" || !reading.ok || reading.quantity.upper !== null) return null;
  // Below what should be less a margin, or above it and a margin: the margin is how far off it is.
  if (sign !== "" && isBelow === (sign === "+")) return null;
  return {
    threshold: { ...place, value: reading.quantity },
    worse: sign !== "" || !isBelow ? 1 : -1,
  };
}

const againstCourse =
  /^[^<>=≤≥]{1,200}(<=|>=|<|>|≤|≥)\s*(?:expected|elapsed|planned|plan|target|应达值|时序进度|序时进度|计划进度|目标值)(\s*[-−+]\s*\d[\d.]{0,20}\s?\S{0,6})?$/u;

/** How a condition holds a value against its own course: `lifts-built < expected`, `coverage > expected + 5pp`. Null for all other conditions. */
export function readCourse(
  condition: string,
): { readonly isAbove: boolean; readonly hasMargin: boolean } | null {
  const [, relation, margin] = againstCourse.exec(condition.normalize("NFKC").trim()) ?? [];
  if (relation === undefined) return null;
  return { isAbove: relation.startsWith(">") || relation === "≥", hasMargin: margin !== undefined };
}
