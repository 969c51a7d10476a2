/** A quantity of a number that no text writes as one: no relation, no change, no rate, no date. */
import type Big from "big.js";
import type { Quantity, Unit } from "./quantity.ts";

/** `text` is what a message quotes for it; `unit` null for a bare number. */
export function plainQuantity(value: Big, unit: Unit | null, text: string): Quantity {
  return {
    text,
    relation: null,
    value,
    upper: null,
    unit,
    signed: false,
    level: false,
    per: null,
    soft: null,
    at: null,
  };
}
