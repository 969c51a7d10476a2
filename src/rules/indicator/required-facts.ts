/**
 * Which facts an indicator has to state, seen from its role, its targets and its method (ENGINE.md section 4).
 * Shared by the rules of this family; not a rule.
 */
import { itemById } from "../../plan/item-by-id.ts";
import {
  type Assessment,
  type Indicator,
  kindsFromBaseline,
  type Plan,
  type TargetKind,
} from "../../plan/plan.ts";

/** Kinds without a figure of the indicator's own. */
const figurelessKinds: ReadonlySet<TargetKind> = new Set(["done", "grade", "trend", "versus"]);

/** Methods that judge without a baseline, or take the first observation for it. */
const methodsWithoutBaseline: ReadonlySet<string> = new Set([
  "absolute-bands",
  "self-score",
  "to-date-band",
  "judgement",
  "cagr-ratio",
  "un-projection",
]);

/** Methods that judge without a target. */
const methodsWithoutTarget: ReadonlySet<string> = new Set([
  "absolute-bands",
  "cagr-ratio",
  "un-projection",
  "judgement",
]);

/** A reference series: shown, not judged. */
export function isContext(indicator: Indicator): boolean {
  return indicator.role?.value === "context";
}

/** True when the indicator's status is found on the way from a baseline to a level. */
export function needsBaseline(indicator: Indicator, plan: Plan): boolean {
  if (isContext(indicator) || indicator.value.value !== "level") return false;
  if (
    indicator.direction?.value === "maintain" ||
    !indicator.targets.some((t) => kindsFromBaseline.has(t.kind))
  )
    return false;
  const assessment = assessmentOf(indicator, plan);
  if (assessment === null) return true;
  if (methodsWithoutBaseline.has(assessment.method)) return false;
  const { parameters } = assessment;
  return parameters.get("preset")?.value !== "pepfar" && parameters.get("basis")?.value !== "zero";
}

/** True when the indicator can only be judged against a target. */
export function needsTarget(indicator: Indicator, plan: Plan): boolean {
  if (isContext(indicator)) return false;
  const assessment = assessmentOf(indicator, plan);
  return assessment === null || !methodsWithoutTarget.has(assessment.method);
}

/** True when all that is asked of the indicator is a state, a grade, a direction or a comparison. */
export function hasNoFigure(indicator: Indicator): boolean {
  return indicator.targets.length > 0 && indicator.targets.every((t) => figurelessKinds.has(t.kind));
}

function assessmentOf(indicator: Indicator, plan: Plan): Assessment | null {
  const id = indicator.dimension?.value;
  const dimension = itemById(plan.dimensions, id);
  return (indicator.assess ?? dimension?.assess ?? plan.assess)?.value ?? null;
}

const twinsOfPlan = new WeakMap<Plan, ReadonlyMap<string, readonly Indicator[]>>();
const none: readonly Indicator[] = [];

/** The indicators that name the same quantity as this one, over any number of `same-as` in either direction, itself excluded. */
export function twinsOf(indicator: Indicator, plan: Plan): readonly Indicator[] {
  const groups = twinsOfPlan.get(plan) ?? groupTwins(plan);
  twinsOfPlan.set(plan, groups);
  const group = groups.get(indicator.id.value) ?? none;
  return group.length === 0 ? none : group.filter((one) => one !== indicator);
}

/** Names of one quantity beyond this number are left out, so that hostile plans stay cheap. */
const mostTwins = 200;

/** Groups of indicators of one quantity, by the id of each member. */
function groupTwins({ indicators }: Plan): ReadonlyMap<string, readonly Indicator[]> {
  const groups = new Map<string, Indicator[]>();
  const byId = new Map(indicators.map((i) => [i.id.value, i] as const));
  const groupOf = (one: Indicator): Indicator[] => {
    const group = groups.get(one.id.value) ?? [one];
    groups.set(one.id.value, group);
    return group;
  };
  for (const indicator of indicators) {
    const other = indicator.sameAs === null ? undefined : byId.get(indicator.sameAs.value);
    if (other === undefined || other === indicator) continue;
    const [own, others] = [groupOf(indicator), groupOf(other)];
    if (own === others || own.length + others.length > mostTwins) continue;
    for (const member of own) groups.set(member.id.value, others);
    others.push(...own);
  }
  return groups;
}
