/** What happens when: phases, milestones, deliverables, actions. */
import type { Span } from "../../text/source.ts";
import type { Given, Statements } from "../given.ts";
import type { Quantity } from "../quantity.ts";
import type { When } from "../time.ts";
import type { Item, Name } from "./item.ts";
import type { Owner } from "./people.ts";

export interface Phase extends Item {
  readonly kind: "phase";
  readonly name: Name | null;
  readonly period: Statements<When>;
  readonly section: Given<string> | null;
  readonly gates: readonly Gate[];
}

/** A condition for leaving a phase. */
export interface Gate {
  readonly span: Span;
  readonly indicator: Given<string> | null;
  readonly reach: Given<Quantity> | null;
  readonly text: Given<string> | null;
}

export interface Milestone extends Item {
  readonly kind: "milestone";
  readonly name: Name | null;
  readonly phase: Given<string> | null;
  readonly by: Statements<When>;
  readonly owner: Statements<Owner>;
  readonly deliverable: Given<string> | null;
  readonly needs: readonly Given<string>[];
  readonly section: Given<string> | null;
}

export interface Deliverable extends Item {
  readonly kind: "deliverable";
  readonly name: Name | null;
  readonly kindOf: Given<string> | null;
  readonly due: Statements<When>;
  readonly owner: Statements<Owner>;
  readonly section: Given<string> | null;
}

export interface Action extends Item {
  readonly kind: "action";
  readonly name: Name | null;
  readonly objective: Given<string> | null;
  readonly parent: Given<string> | null;
  readonly owner: Statements<Owner>;
  readonly period: Statements<When>;
  /** What the whole action may cost. */
  readonly budget: Statements<Quantity>;
  readonly needs: readonly Given<string>[];
  readonly section: Given<string> | null;
}
