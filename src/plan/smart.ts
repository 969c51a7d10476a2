/**
 * How well an indicator is made: one point each for specific, measurable, achievable, relevant and time-bound, with what is
 * missing. Told below the table of `check`, in its JSON, in the review sheet and by `explain`, not as a finding: whatever is missing where it is needed is a
 * finding of its own already, and a sum of them would tell each cause twice.
 */
import { type Indicator, kindsFromBaseline, type Plan, type TargetKind } from "./plan.ts";

/** What may be missing, in the order of the five. */
export const smartParts = [
  "definition",
  "unit",
  "baseline",
  "source",
  "target",
  "pace",
  "objective",
  "date",
] as const;
export type SmartPart = (typeof smartParts)[number];

export interface Smart {
  /** Criteria met, 0 to 5. */
  readonly score: number;
  readonly missing: readonly SmartPart[];
}

/** Which of the five each part belongs to: a criterion with nothing missing counts one point. */
const criteria: Readonly<Record<SmartPart, number>> = {
  definition: 0,
  unit: 1,
  baseline: 1,
  source: 1,
  target: 2,
  pace: 2,
  objective: 3,
  date: 4,
};

/** Kinds of target that need no unit. */
const withoutUnit: ReadonlySet<TargetKind> = new Set(["done", "grade", "versus"]);

/** The findings that speak against a target being achievable. */
export const doubts: ReadonlySet<string> = new Set(["target/pace", "target/out-of-bounds"]);

/**
 * The score of an indicator; null for a reference series (`role: context`), which sets out to achieve nothing. `doubted`: a
 * finding says that its target lies beyond what was ever achieved, or can be.
 */
export function smartOf(indicator: Indicator, { period }: Plan, doubted: boolean): Smart | null {
  if (indicator.role?.value === "context") return null;
  const missing = smartParts.filter((part) => lacks[part](indicator, period !== null, doubted));
  const failed = new Set(missing.map((part) => criteria[part]));
  return { score: 5 - failed.size, missing };
}

type Lacks = (indicator: Indicator, hasPeriod: boolean, doubted: boolean) => boolean;

const lacks: Readonly<Record<SmartPart, Lacks>> = {
  definition: ({ definition, counted, formula, targets }) =>
    definition === null &&
    (counted?.of ?? null) === null &&
    formula === null &&
    (targets.length === 0 || !targets.every(({ kind }) => withoutUnit.has(kind))),
  unit: ({ unit, targets }) =>
    unit === null && (targets.length === 0 || !targets.every(({ kind }) => withoutUnit.has(kind))),
  baseline: ({ baseline, direction, value, targets }) =>
    baseline.length === 0 &&
    value.value === "level" &&
    direction?.value !== "maintain" &&
    targets.some(({ kind }) => kindsFromBaseline.has(kind)),
  source: ({ source, collected, dataFrom, formula }) =>
    source === null && collected === null && dataFrom.length === 0 && formula === null,
  // A direction without a figure is reached by any change.
  target: ({ targets }) => targets.every(({ kind }) => kind === "trend"),
  pace: (_, __, doubted) => doubted,
  objective: ({ objective, serves }) => objective === null && serves.length === 0,
  date: ({ targets }, hasPeriod) =>
    targets.length === 0 ||
    !targets.some(({ kind, by, from, over, every }) =>
      kind === "hold" ? hasPeriod || every !== null || from !== null : isDated(by) || isDated(over),
    ),
};

function isDated(when: Indicator["targets"][number]["by"]): boolean {
  return when !== null && when.origin !== "assumed" && when.value.state === "dated";
}
