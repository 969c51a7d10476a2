/** Actors and entities: who answers, and who carries out and reports. */
import type { Given } from "../given.ts";
import type { Item, Name } from "./item.ts";

export interface Actor extends Item {
  readonly kind: "actor";
  readonly name: Name | null;
  readonly level: Given<string> | null;
}

export interface Entity extends Item {
  readonly kind: "entity";
  readonly name: Name | null;
  readonly level: Given<string> | null;
  readonly parent: Given<string> | null;
  /** Further facts by name (population, area …), as written. */
  readonly facts: ReadonlyMap<string, Given<string>>;
}

/** Who answers for an item. */
export interface Owner {
  readonly lead: Given<string> | null;
  readonly with: readonly Given<string>[];
  /** Title of the leader in charge. */
  readonly leader: Given<string> | null;
  readonly person: Given<string> | null;
}
