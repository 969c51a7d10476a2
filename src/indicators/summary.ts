/** Sums rows up to dimensions and the plan: status by worst, score by weight, counts by status (ENGINE.md section 7). */
import Big from "big.js";
import { divide, isZero, sumOf } from "../plan/decimal.ts";
import type { Plan } from "../plan/plan.ts";
import { entryOf } from "./readings.ts";
import type { IndicatorRow, RollUp, Status } from "./results.ts";
import { worstOf } from "./status.ts";

/** A plan-level row with the weight of its indicator. */
export interface WeighedRow {
  readonly row: IndicatorRow;
  readonly weight: Big | null;
}

/** The same where it counts. */
interface Weighted {
  readonly row: IndicatorRow;
  readonly weight: Big;
}

const zero = new Big(0);

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
  readonly #weighted: readonly Weighted[];
  readonly scoreReason: RollUp["scoreReason"];
  #score: Big | null = null;

  constructor(id: string | null, status: Status, statuses: RollUp["statuses"], rows: readonly WeighedRow[]) {
    this.id = id;
    this.status = status;
    this.statuses = statuses;
    this.#weighted = rows.flatMap(({ row, weight }) =>
      weight === null || isZero(weight) ? [] : [{ row, weight }],
    );
    this.scoreReason = whyNoScore(this.#weighted);
  }

  get score(): Big | null {
    if (this.scoreReason !== null) return null;
    this.#score ??= weightedScore(this.#weighted);
    return this.#score;
  }
}

/** Why weighted rows have no mean of scores: no weight, no score of one of them, methods that score on different scales. */
function whyNoScore(weighted: readonly Weighted[]): RollUp["scoreReason"] {
  if (weighted.some(({ row }) => row.figures.score.value === null)) return "no-score";
  // 3 of 3 and 0.8 of 1 have no mean.
  if (weighted.some(({ row }) => row.scoreScale !== weighted[0]?.row.scoreScale)) return "different-scales";
  return isZero(sumOf(weighted.map(({ weight }) => weight))) ? "no-weight" : null;
}

/** The weighted mean of scores that are all there. */
function weightedScore(weighted: readonly Weighted[]): Big {
  const sum = weighted.reduce(
    (all, { row, weight }) => all.plus(weight.times(row.figures.score.value ?? 0)),
    zero,
  );
  return divide(sum, sumOf(weighted.map(({ weight }) => weight)));
}
