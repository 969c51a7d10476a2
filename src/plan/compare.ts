/** How values and bounds compare: whether a value meets a bound, which of several bounds is strictest, which disagree. */
import type Big from "big.js";
import { compareDecimals, formatDecimal } from "./decimal.ts";
import type { Direction } from "./plan.ts";
import type { Quantity, Relation } from "./quantity.ts";
import { convert, sameDimension } from "./units.ts";

/** A bound in some unit; with `upper`, the range from `value` to `upper`, ends included. */
export interface Bound {
  readonly relation: Relation | null;
  readonly value: Big;
  readonly upper: Big | null;
}

/**
 * Whether a value meets a bound; all in one unit. With `upper` the relation is not looked at: the value must lie in the
 * range, ends included.
 */
export function meets(value: Big, relation: Relation, bound: Big, upper: Big | null): boolean {
  const order = compareDecimals(value, bound);
  if (upper !== null) return order >= 0 && compareDecimals(value, upper) <= 0;
  switch (relation) {
    case ">=":
      return order >= 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    case "=":
      return order === 0;
  }
}

/** The relation seen from the other side, as where a fall is stated by its size. */
export const reversedRelation: Readonly<Record<Relation, Relation>> = {
  ">=": "<=",
  "<=": ">=",
  ">": "<",
  "<": ">",
  "=": "=",
};

/** The relation that a bare value has under a direction: at least, at most, or exactly it. */
export function relationOf(direction: Direction | null): Relation {
  if (direction === "increase") return ">=";
  return direction === "decrease" ? "<=" : "=";
}

/**
 * The strictest of several bounds for one date, all in one unit: the highest where more is better, the lowest where less
 * is; of equal ones an exclusive bound, then the first. Under `maintain` or without a direction the bounds' own relations
 * decide: a range or an exact value is stricter than a floor or a cap, among floors the highest counts, among caps the
 * lowest. Null for an empty list.
 */
export function strictest<T extends Bound>(bounds: readonly T[], direction: Direction | null): T | null {
  let best: T | null = null;
  for (const bound of bounds) if (best === null || isStricter(bound, best, direction)) best = bound;
  return best;
}

function isStricter(bound: Bound, than: Bound, direction: Direction | null): boolean {
  const way = wayOf(bound, than, direction);
  if (way === 0) return tightness(bound) > tightness(than);
  const order = edge(bound, way).cmp(edge(than, way)) * way;
  return order > 0 || (order === 0 && isExclusive(bound) && !isExclusive(than));
}

/** 1 where the higher bound is stricter, -1 where the lower is, 0 where neither can be said. */
function wayOf(bound: Bound, than: Bound, direction: Direction | null): 1 | -1 | 0 {
  if (direction === "increase") return 1;
  if (direction === "decrease") return -1;
  const side = sideOf(bound);
  return side === sideOf(than) ? side : 0;
}

function sideOf({ relation, upper }: Bound): 1 | -1 | 0 {
  if (upper !== null || relation === null || relation === "=") return 0;
  return relation.startsWith(">") ? 1 : -1;
}

function edge({ value, upper }: Bound, way: 1 | -1): Big {
  return way === -1 && upper !== null ? upper : value;
}

function isExclusive({ relation, upper }: Bound): boolean {
  return upper === null && (relation === ">" || relation === "<");
}

/** How little room a bound leaves, where sides differ: exact value, range, one-sided bound. */
function tightness(bound: Bound): number {
  if (bound.upper !== null) return 1;
  return sideOf(bound) === 0 ? 2 : 0;
}

/**
 * How two stated bounds of one fact disagree. `unit`: their units do not convert. `value`: different figures (also two
 * floors: ≥60% and ≥70%). `relation`: the same figure bounded from opposite sides, or a floor above a cap. `strictness`: the
 * same figure once included, once excluded.
 */
export type Contradiction = "unit" | "value" | "relation" | "strictness";

/**
 * Whether two stated bounds cannot both be meant for one fact at one date, and how; null when they agree. A floor and a cap
 * that leave room between them agree (they are a range); a bare value agrees with a bound of the same figure.
 */
export function contradict(a: Quantity, b: Quantity): Contradiction | null {
  if (!sameDimension(a.unit, b.unit) || a.per !== b.per) return "unit";
  const value = convert(b.value, b.unit, a.unit) ?? b.value;
  const upper = b.upper === null ? null : (convert(b.upper, b.unit, a.unit) ?? b.upper);
  if (a.upper !== null || upper !== null) return contradictRange(a, { relation: b.relation, value, upper });
  const sides = sideOf(a) * sideOf({ relation: b.relation, value, upper });
  const order = a.value.cmp(value);
  if (sides === -1) {
    const floorIsBelow = order * sideOf(a) < 0;
    return floorIsBelow ? null : "relation";
  }
  if (order !== 0) return "value";
  const bothStated = a.relation !== null && b.relation !== null;
  return bothStated && isExclusive(a) !== isExclusive(b) ? "strictness" : null;
}

/** A range agrees with the same range, and with a one-sided bound at its own end. */
function contradictRange(a: Bound, b: Bound): Contradiction | null {
  if (a.upper !== null && b.upper !== null)
    return a.value.eq(b.value) && a.upper.eq(b.upper) ? null : "value";
  const [range, single] = a.upper === null ? [b, a] : [a, b];
  const end = sideOf(single) === 1 ? range.value : range.upper;
  return sideOf(single) !== 0 && end?.eq(single.value) === true ? null : "value";
}

/**
 * A text that is equal for equal quantities, whatever their spelling: 85%, 85.0% and 百分之八十五; 24h, 24小时 and 1天.
 * Covers relation (an exact value is like none), figures in the base unit, dimension, `per` and whether it is a change; not
 * `at` and not `soft`. Bare numbers equal only bare numbers.
 */
export function quantityKey(quantity: Quantity): string {
  const { relation, value, upper, unit, per, signed } = quantity;
  const factor = unit?.factor ?? null;
  const low = formatDecimal(factor === null ? value : value.times(factor));
  const high = upper === null ? "" : `..${formatDecimal(factor === null ? upper : upper.times(factor))}`;
  const bound = relation === null || relation === "=" ? "" : relation;
  return `${bound}${signed ? "±" : ""}${low}${high} ${unit?.dimension ?? ""}${per === null ? "" : ` per ${per}`}`;
}
