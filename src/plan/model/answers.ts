/** Risks with their answers, and resources. */
import type { Span } from "../../text/source.ts";
import type { Given, Statements } from "../given.ts";
import type { Quantity } from "../quantity.ts";
import type { Item, Name } from "./item.ts";
import type { Owner } from "./people.ts";

export interface Risk extends Item {
  readonly kind: "risk";
  readonly name: Name | null;
  readonly owner: Statements<Owner>;
  readonly likelihood: Given<number> | null;
  readonly impact: Given<number> | null;
  readonly mitigations: readonly Mitigation[];
  readonly section: Given<string> | null;
}

/** An answer to a risk: an item of the plan, or a text. */
export interface Mitigation {
  readonly span: Span;
  readonly item: Given<string> | null;
  readonly text: Given<string> | null;
  /** `stated` unless the plan says the document only implies it. */
  readonly stated: "stated" | "implied" | "missing";
  readonly section: Given<string> | null;
}

export interface Resource extends Item {
  readonly kind: "resource";
  readonly kindOf: Given<"people" | "money" | "premises" | "equipment" | "technology"> | null;
  readonly name: Name | null;
  readonly amount: Statements<Quantity>;
  readonly norm: Given<string> | null;
  readonly section: Given<string> | null;
}
