/** The fields of one item on both sides: what was stated, what is stated now. */
import { compareDecimals } from "../plan/decimal.ts";
import type { Quantity } from "../plan/quantity.ts";
import type { When } from "../plan/time.ts";
import { convert } from "../plan/units.ts";
import type { ChangeKind } from "./change.ts";
import type { Part, Parts } from "./parts.ts";

/** A field that differs; null on the side that does not state it. */
export interface Difference {
  readonly field: string;
  readonly kind: ChangeKind;
  readonly before: Part | null;
  readonly after: Part | null;
}

/**
 * All fields that differ, in the order of the later side; what was dropped follows. What stands below an entry that only one
 * side has is told by the entry. `newId` gives the id that an item has now.
 */
export function differences(
  before: Parts,
  after: Parts,
  newId: (id: string) => string,
): readonly Difference[] {
  const found: Difference[] = [];
  for (const [field, part] of after) {
    const former = before.get(field);
    if (former === undefined) {
      if (!hasNewParent(field, after, before))
        found.push({ field, kind: "added", before: null, after: part });
    } else if (keyOf(former, newId) !== keyOf(part, (id) => id)) {
      found.push({ field, kind: kindOf(former, part), before: former, after: part });
    }
  }
  for (const [field, part] of before) {
    if (!after.has(field) && !hasNewParent(field, before, after))
      found.push({ field, kind: "dropped", before: part, after: null });
  }
  return found;
}

/** True where an entry above the field stands on the one side and not on the other. */
function hasNewParent(field: string, here: Parts, there: Parts): boolean {
  for (let at = field.lastIndexOf("/"); at > 0; at = field.lastIndexOf("/", at - 1)) {
    const above = field.slice(0, at);
    if (here.has(above) && !there.has(above)) return true;
  }
  return false;
}

function keyOf({ key, ids }: Part, newId: (id: string) => string): string {
  if (ids.length === 0) return key;
  const rest = ids.reduce((text, id) => text.replace(id, ""), key);
  return `${ids.map(newId).join("\n")}|${rest}`;
}

function kindOf(before: Part, after: Part): ChangeKind {
  if (before.measure === null || after.measure === null) return "changed";
  if (isQuantity(before.measure) && isQuantity(after.measure))
    return kindOfFigure(before.measure, after.measure);
  if (!isQuantity(before.measure) && !isQuantity(after.measure))
    return kindOfTime(before.measure, after.measure);
  return "changed";
}

function isQuantity(measure: Quantity | When): measure is Quantity {
  return "relation" in measure;
}

function kindOfFigure(a: Quantity, b: Quantity): ChangeKind {
  const value = convert(b.value, b.unit, a.unit);
  if (value === null || a.per !== b.per || a.signed !== b.signed) return "changed";
  const low = compareDecimals(value, a.value);
  const top = b.upper === null ? null : convert(b.upper, b.unit, a.unit);
  const high = a.upper === null || top === null ? low : compareDecimals(top, a.upper);
  if ((a.upper === null) !== (b.upper === null) || low * high < 0) return "changed";
  const way = low === 0 ? high : low;
  if (way === 0) return "changed";
  return way > 0 ? "raised" : "lowered";
}

/** By the last day; of equal ones by the first. */
function kindOfTime(a: When, b: When): ChangeKind {
  const last = moved(a.period?.end ?? null, b.period?.end ?? null);
  const first = moved(a.period?.start ?? null, b.period?.start ?? null);
  const way = last === 0 ? first : last;
  if (way === null || way === 0) return "changed";
  return way > 0 ? "later" : "earlier";
}

function moved(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : to - from;
}
