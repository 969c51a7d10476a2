/** What differs between two states of one plan, in the terms of the plan. Types only. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { ItemKind, Revision } from "../plan/plan.ts";
import type { Span } from "../text/source.ts";

/**
 * What happened. `renamed`: the same item under another id; `weakened`, `strengthened`: what is asked for became less or
 * more; `earlier`, `later`: a date; `raised`, `lowered`: a figure that is no target; `added`, `dropped`: an item, a target or
 * a fact; `texts`: texts of sections, told together; `changed`: all else.
 */
export const changeKinds = [
  "dropped",
  "weakened",
  "later",
  "renamed",
  "strengthened",
  "earlier",
  "lowered",
  "raised",
  "changed",
  "added",
  "texts",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a change does to what the plan promises. `unclear`: two promises that cannot be compared. */
export type Effect = "weaker" | "unclear" | "stronger" | "none";

/** The item that changed; `formerId` is set where its id changed, too. */
export interface ChangeSubject {
  readonly kind: ItemKind | "plan";
  readonly id: string;
  readonly name: string | null;
  readonly formerId: string | null;
}

export interface Change {
  readonly kind: ChangeKind;
  /** What of the item: `target`, `baseline`, `weight`, `lines/training/share` …; null for the item itself. */
  readonly field: string | null;
  readonly subject: ChangeSubject;
  readonly effect: Effect;
  /** It is about an indicator that was binding. */
  readonly binding: boolean;
  /** Date of the target that it is about, as written; null where it has none, or it is about no target. */
  readonly when: string | null;
  /** What the target asks for, where only its date changed; else null. */
  readonly asked: string | null;
  /** As written; null where nothing is stated on that side. */
  readonly from: string | null;
  readonly to: string | null;
  /** What the ids in `from` and `to` are called; null where they hold none. */
  readonly names: { readonly from: string | null; readonly to: string | null };
  readonly before: Span | null;
  readonly after: Span | null;
  /** Path under which a revision names it: `indicators/coverage/targets/2027-12`; null where none is asked for. */
  readonly path: string | null;
  /** New revision of the plan that gives the reason. */
  readonly revision: Revision | null;
  /** How many, of what is told together; else 1. */
  readonly count: number;
  readonly note: Localized | null;
}

/** Something binding became weaker, or cannot be compared with what it was. */
export function isWeakening({ binding, effect }: Change): boolean {
  return binding && (effect === "weaker" || effect === "unclear");
}

/** A weakening for which no new revision gives a reason. */
export function isUnexplained(change: Change): boolean {
  return isWeakening(change) && change.revision === null;
}
