/** What the outputs of `diff` are made from. Types, and the one order of what is told. */
import type { Compilation } from "../compile.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Change, changeKinds, isUnexplained, isWeakening } from "../diff/change.ts";
import type { StatusChange } from "../diff/statuses.ts";
import type { Day } from "../plan/time.ts";

/** One side of the comparison, as the user named it. */
export interface SideName {
  readonly name: string;
  /** Full id of the commit; null for files on the disk. */
  readonly commit: string | null;
}

/** `same`: nothing changed in the terms of the plan; `added`, `dropped`: only one side has it; `unreadable`: one side could not be read. */
export type PlanState = "same" | "changed" | "added" | "dropped" | "unreadable";

/** One plan on both sides. */
export interface PlanDiff {
  readonly state: PlanState;
  /** File on the later side, else on the earlier one; with the revision before it where it stands in one. */
  readonly name: string;
  /** The path it had, where the file was renamed between the sides. */
  readonly formerName: string | null;
  readonly before: Compilation | null;
  readonly after: Compilation | null;
  readonly asOf: Day;
  /** Items and targets of either side that could not be read, and so were not compared. */
  readonly unusable: { readonly before: number; readonly after: number };
  readonly changes: readonly Change[];
  readonly statuses: readonly StatusChange[];
  /** What keeps a side from being read. */
  readonly findings: readonly Diagnostic[];
}

export interface DiffTotals {
  readonly plans: number;
  readonly same: number;
  readonly changes: number;
  /** Changes that weaken something binding without a reason, and with one. */
  readonly unexplained: number;
  readonly explained: number;
  readonly unreadable: number;
}

export interface DiffRun {
  readonly version: string;
  readonly before: SideName;
  readonly after: SideName;
  /** Faults of the call, of paths and settings. */
  readonly findings: readonly Diagnostic[];
  readonly plans: readonly PlanDiff[];
}

/** Counts over a run. */
export function totalsOf({ plans }: DiffRun): DiffTotals {
  const changes = plans.flatMap((plan) => plan.changes);
  const unexplained = changes.filter(isUnexplained).length;
  return {
    plans: plans.length,
    same: plans.filter(({ state }) => state === "same").length,
    changes: changes.length,
    unexplained,
    explained: changes.filter(isWeakening).length - unexplained,
    unreadable: plans.filter(({ state }) => state === "unreadable").length,
  };
}

/** What matters first: weakened without a reason, with one, what is not binding; then by what happened, as they stand. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort(
    (a, b) => rank(a) - rank(b) || changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind),
  );
}

function rank(change: Change): number {
  if (isUnexplained(change)) return 0;
  if (isWeakening(change)) return 1;
  if (change.effect === "weaker" || change.effect === "unclear") return 2;
  if (change.effect === "stronger") return 3;
  return change.subject.kind === "indicator" ? 4 : 5;
}

/** A plan that stayed as it is, under its name, is only counted. */
export function isTold({ state, formerName }: PlanDiff): boolean {
  return state !== "same" || formerName !== null;
}

/** Plans with weakenings without a reason first, then those that could not be read, then the rest; else by name. */
export function plansInOrder(plans: readonly PlanDiff[]): readonly PlanDiff[] {
  const weight = ({ state, changes }: PlanDiff): number => {
    if (changes.some(isUnexplained)) return 0;
    if (state === "unreadable") return 1;
    if (changes.some(isWeakening)) return 2;
    return state === "same" ? 4 : 3;
  };
  return [...plans].sort((a, b) => weight(a) - weight(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
