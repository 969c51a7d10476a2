/** Rows that a day does not see: who finds no value must not think that none was written down (ENGINE.md, input). */
import type { Day } from "../plan/time.ts";
import type { Records } from "../records/records.ts";
import { isSeen } from "./readings.ts";

/**
 * How many rows of each indicator, by its id, are dated or reported after a day; groups of a dimension make no headline, rows
 * without a value say nothing: neither counts. `entity` null: rows of the plan and of all its entities. An indicator without such a row has no entry.
 */
export function laterRows(records: Records, asOf: Day, entity: string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of records.observations) {
    const isOther = entity !== null && row.entity !== entity;
    if (isOther || row.missing !== null || row.slices.size > 0 || isSeen(row, asOf)) continue;
    counts.set(row.indicator, (counts.get(row.indicator) ?? 0) + 1);
  }
  return counts;
}
