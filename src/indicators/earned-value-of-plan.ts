/**
 * Earned value of a plan's actions and funds, from its records on a day (`earned-value.ts` has the formulas).
 *
 * The day of an action is that of its latest progress, up to the as-of date, that says how much is done: a share, or a state that
 * is one (done: all of it; not started: nothing). What was planned counts where progress of that same day states it as a
 * share; what was spent counts where its period had ended by then, so that like is held against like. Amounts are in
 * the unit of the budget, without one in that of the first amount spent. Statements that the plan repeats count by the first.
 * Missing is never zero: no row of spending is no spending known.
 */
import Big from "big.js";
import { budgetHolder, budgetOf, fundsOf } from "../plan/budgets.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Given } from "../plan/given.ts";
import type { Action, Mechanism, Plan } from "../plan/plan.ts";
import type { Unit } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import { convert } from "../plan/units.ts";
import type { ProgressEntry, Records, Spending } from "../records/records.ts";
import { type EarnedFigures, earnedFigures } from "./earned-value.ts";
import { type FigureMaker, figureMaker, numberInput } from "./figures.ts";
import type { Figure } from "./results.ts";
import { isPercent } from "./shares.ts";

/** Earned value of one action or fund. */
export interface EarnedValue {
  readonly holder: Action | Mechanism;
  /** The day for which it stands; null where no progress says how much is done or planned. */
  readonly on: Day | null;
  /** Unit of the amounts; null where neither budget nor spending has one. */
  readonly unit: Unit | null;
  readonly figures: EarnedFigures;
}

/** Actions, then funds, in plan order: all of which something is planned as a share, or spent. */
export function earnedValues(
  plan: Plan,
  { progress, spending }: Records,
  asOf: Day,
  trace = false,
): readonly EarnedValue[] {
  if (spending.length === 0 && progress.every((entry) => entry.plannedShare === null)) return [];
  const make = figureMaker(trace);
  const seen = <T extends { readonly at: ProgressEntry["at"] }>(rows: readonly T[]) =>
    rows.filter(({ at }) => at.value.end <= asOf);
  const progressOf = byHolder(plan, seen(progress));
  const spendingOf = byHolder(plan, seen(spending));
  return [...plan.actions, ...fundsOf(plan)].flatMap((holder) => {
    const entries = progressOf.get(holder) ?? [];
    const spent = spendingOf.get(holder) ?? [];
    const isPlanned = entries.some((entry) => entry.plannedShare !== null);
    return isPlanned || spent.length > 0 ? [earnedValueOf(holder, entries, spent, make)] : [];
  });
}

type Row = Pick<ProgressEntry, "kind" | "id">;

/** The rows of each action and fund. */
function byHolder<T extends Row>(
  plan: Plan,
  rows: readonly T[],
): ReadonlyMap<Action | Mechanism, readonly T[]> {
  const found = new Map<Action | Mechanism, T[]>();
  for (const row of rows) {
    const kind = row.kind?.value ?? null;
    if (kind !== null && kind !== "action" && kind !== "fund") continue;
    const holder = budgetHolder(plan, kind, row.id.value);
    if (holder === null) continue;
    const own = found.get(holder);
    if (own === undefined) found.set(holder, [row]);
    else own.push(row);
  }
  return found;
}

function earnedValueOf(
  holder: Action | Mechanism,
  entries: readonly ProgressEntry[],
  spending: readonly Spending[],
  make: FigureMaker,
): EarnedValue {
  const done = latest(entries.filter((entry) => doneShare(entry) !== null));
  const planned = latest(
    entries.filter(
      (entry) => entry.plannedShare !== null && (done === null || entry.at.value.end === done.at.value.end),
    ),
  );
  const on = (done ?? planned)?.at.value.end ?? null;
  const stated = budgetOf(holder);
  const unit = stated?.value.unit ?? (stated === null ? unitOf(spending) : null);
  const spent = on === null ? spending : spending.filter(({ at }) => at.value.end <= on);
  const input = {
    budget: budgetFigure(stated, make),
    plannedShare: shareFigure("planned", planned?.plannedShare ?? null, make),
    doneShare: shareFigure("done", done === null ? null : doneShare(done), make),
    actualCost: costFigure(spent, unit, make),
  };
  return { holder, on, unit, figures: earnedFigures(input, make) };
}

function latest(entries: readonly ProgressEntry[]): ProgressEntry | null {
  return entries.reduce<ProgressEntry | null>(
    (found, entry) => (found === null || entry.at.value.end >= found.at.value.end ? entry : found),
    null,
  );
}

/** How much is done, stated as a share or by a state that is one. */
function doneShare({ share, state }: ProgressEntry): Given<Big> | null {
  if (share !== null || state === null) return share;
  if (state.value === "done") return { ...state, value: new Big(1) };
  return state.value === "not-started" ? { ...state, value: new Big(0) } : null;
}

function unitOf(spending: readonly Spending[]): Unit | null {
  return spending.find(({ amount }) => amount.value.unit !== null)?.amount.value.unit ?? null;
}

type Budget = ReturnType<typeof budgetOf>;

function budgetFigure(stated: Budget, make: FigureMaker): Figure {
  if (stated === null) return make.none("no-budget");
  const { value, upper, per, unit } = stated.value;
  // A rate (元/人·年), a percentage or a range is no amount of money.
  const isRate = per !== null || unit?.key.includes("/") === true;
  if (isRate || upper !== null || isPercent(unit)) return make.none("no-amount");
  return make.of(value, () => ({ formula: "BAC", inputs: [numberInput("BAC", value, stated.span)] }));
}

function shareFigure(name: "planned" | "done", share: Given<Big> | null, make: FigureMaker): Figure {
  if (share === null) return make.none(name === "done" ? "no-done-share" : "no-planned-share");
  return make.of(share.value, () => ({
    formula: name,
    inputs: [numberInput(name, share.value, share.span)],
  }));
}

function costFigure(spending: readonly Spending[], unit: Unit | null, make: FigureMaker): Figure {
  if (spending.length === 0) return make.none("no-spending");
  const amounts = spending.map(({ amount, at }) => ({
    value: convert(amount.value.value, amount.value.unit, unit),
    on: at.value.end,
    span: amount.span,
  }));
  let sum = new Big(0);
  for (const { value } of amounts) {
    if (value === null) return make.none("unit-mismatch");
    sum = sum.plus(value);
  }
  return make.of(sum, () => ({
    formula: "Σ v",
    substituted: amounts.map(({ value }) => (value === null ? "" : formatDecimal(value))).join(" + "),
    inputs: amounts.flatMap(({ value, on, span }) =>
      value === null ? [] : [numberInput(`v${on}`, value, span)],
    ),
  }));
}
