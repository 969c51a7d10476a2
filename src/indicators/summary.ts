/** Sums rows up to dimensions and the plan: status by worst, score by weight, counts by status (ENGINE.md section 7). */
import Big from "big.js";
import { divide } from "../plan/decimal.ts";
import type { Plan } from "../plan/plan.ts";
import { entryOf } from "./readings.ts";
import type { IndicatorRow, RollUp, Status } from "./results.ts";
import { worstOf } from "./status.ts";

/** A plan-level row with the weight of its indicator. */
export interface WeighedRow {
  readonly row: IndicatorRow;
  readonly weight: Big | null;
}

/** One roll-up per dimension, in plan order. `rows` are plan-level rows that are judged. */
export function sumUpDimensions(plan: Plan, rows: readonly WeighedRow[]): readonly RollUp[] {
  const byDimension = new Map<string, WeighedRow[]>();
  for (const row of rows) {
    const dimension = row.row.indicator.dimension?.value;
    if (dimension !== undefined) entryOf<string, WeighedRow[]>(byDimension, dimension, () => []).push(row);
  }
  return plan.dimensions.map(({ id }) => sumUp(id.value, byDimension.get(id.value) ?? []));
}

/** The roll-up of a set of rows; `id` null for the whole plan. */
export function sumUp(id: string | null, rows: readonly WeighedRow[]): RollUp {
  const statuses: Partial<Record<Status, number>> = {};
  for (const { row } of rows) statuses[row.status] = (statuses[row.status] ?? 0) + 1;
  const status = worstOf(rows.map(({ row }) => row.status)) ?? "not-computable";
  return new SummedUp(id, status, statuses, rows);
}

/** The score, whose sums are long, is made when it is first asked for: a check asks for none. */
class SummedUp implements RollUp {
  readonly id: string | null;
  readonly status: Status;
  readonly statuses: RollUp["statuses"];
  readonly #rows: readonly WeighedRow[];
  #scored: Scored | null = null;

  constructor(id: string | null, status: Status, statuses: RollUp["statuses"], rows: readonly WeighedRow[]) {
    this.id = id;
    this.status = status;
    this.statuses = statuses;
    this.#rows = rows;
  }

  get score(): Scored["score"] {
    this.#scored ??= weightedScore(this.#rows);
    return this.#scored.score;
  }

  get scoreReason(): Scored["scoreReason"] {
    this.#scored ??= weightedScore(this.#rows);
    return this.#scored.scoreReason;
  }
}

type Scored = Pick<RollUp, "score" | "scoreReason">;

/**
 * Weighted mean of the scores. Null, with the reason, when nothing is weighted, when a weighted member has no score, and when
 * the methods score on different scales: 3 of 3 and 0.8 of 1 have no mean.
 */
function weightedScore(rows: readonly WeighedRow[]): Scored {
  let weights = new Big(0);
  let sum = new Big(0);
  const scales = new Set<string | null>();
  for (const { row, weight } of rows) {
    if (weight === null || weight.eq(0)) continue;
    const score = row.figures.score.value;
    if (score === null) return { score: null, scoreReason: "no-score" };
    weights = weights.plus(weight);
    sum = sum.plus(weight.times(score));
    scales.add(row.scoreScale);
  }
  if (scales.size > 1) return { score: null, scoreReason: "different-scales" };
  return weights.eq(0)
    ? { score: null, scoreReason: "no-weight" }
    : { score: divide(sum, weights), scoreReason: null };
}
