/** Quantities as the format writes them (FORMAT.md section 3): relation, exact decimal, unit. Types only. */
import type Big from "big.js";
import type { TimeExpression } from "./time.ts";

/** How a value bounds: 以上/不低于 are `>=`, 超过 is `>`, 以内 is `<=`, 不足 is `<`. */
export type Relation = ">=" | "<=" | ">" | "<" | "=";

/**
 * A unit of measurement. `key` is canonical (`%`, `pp`, `h`, `元`, `m²`, or the text itself when unknown);
 * two units convert when `dimension` is equal: value × factor is in the dimension's base unit.
 * Unknown units have dimension `text:<key>` and factor 1, so they match as text only.
 */
export interface Unit {
  readonly key: string;
  readonly text: string;
  readonly dimension: string;
  readonly factor: Big;
}

/** A quantity. Bare numbers have `unit` null; they are in the unit of the indicator that they belong to. */
export interface Quantity {
  /** As written in the source. */
  readonly text: string;
  /** Null when the text states none; the direction of the indicator decides then. */
  readonly relation: Relation | null;
  readonly value: Big;
  /** Upper end of a range `5..8` (inclusive; `value` is the lower end); null otherwise. */
  readonly upper: Big | null;
  readonly unit: Unit | null;
  /** The number carries an explicit sign or a word of change (`+5pp`, `-30%`, 增长…): a change, not a level. */
  readonly signed: boolean;
  /** The words say where a move ends (增至, 降到, reduce to): the figure is the new level, not the size of the move. */
  readonly level: boolean;
  /** `/year`: the time unit of a rate (`year`, `half-year`, `quarter`, `month`, `week`, `day`), else null. */
  readonly per: string | null;
  /** The word that makes the value soft (约, 左右, 近, 原则上, about); null when it is firm. */
  readonly soft: string | null;
  /** `@ TIME` as written after the quantity; null when absent. */
  readonly at: TimeExpression | null;
}
