/** Mechanisms and their standing figures. */
import type { Given, Statements } from "../given.ts";
import type { ParameterMap } from "../parameters.ts";
import type { Quantity } from "../quantity.ts";
import type { Rhythm, When } from "../time.ts";
import type { Item, Name } from "./item.ts";
import type { Announcement } from "./outline.ts";
import type { Owner } from "./people.ts";

/** A mechanism: what all types share (FORMAT.md section 7), and under `parameters` what its own type states. */
export interface Mechanism extends Item {
  readonly kind: "mechanism";
  readonly type: Given<string>;
  readonly name: Name | null;
  readonly purpose: Given<string> | null;
  readonly owner: Statements<Owner>;
  readonly section: Given<string> | null;
  /** Further sections that tell of it. */
  readonly alsoIn: readonly Given<string>[];
  readonly origin: "plan" | "cited" | "implied";
  readonly from: Given<When> | null;
  readonly during: Given<When> | null;
  readonly needs: readonly Given<string>[];
  readonly cadence: Statements<Rhythm>;
  readonly announced: readonly Announcement[];
  readonly open: boolean;
  /** Ids of the indicators and other items on which it works. */
  readonly governs: readonly Given<string>[];
  /** Figures that no key of its type takes, under ids of their own. */
  readonly figures: readonly Figure[];
  readonly parameters: ParameterMap;
}

/** A standing figure kept with a mechanism: a norm, a list length, a parameter of a scheme, a rhythm. */
export interface Figure extends Item {
  readonly kind: "figure";
  readonly name: Name | null;
  readonly values: Statements<Quantity>;
}
