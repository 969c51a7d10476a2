/**
 * Earned value: what the work done was to cost, beside what it was planned to cost by now and what it has cost.
 *
 * BAC = the whole budget; PV = BAC × share planned; EV = BAC × share done; AC = what has been spent, all on one day.
 * SV = EV − PV, CV = EV − AC (in the unit of the budget, positive is better); SPI = EV ÷ PV (without a budget
 * share done ÷ share planned, which is the same), CPI = EV ÷ AC; EAC = BAC ÷ CPI = BAC × AC ÷ EV, what it will cost if it
 * goes on so; TCPI = (BAC − EV) ÷ (BAC − AC), the CPI that the rest must have to keep the budget.
 * Shares are of one. Quotients to 30 significant digits, all else exact. Whatever is missing leaves only what depends on it
 * without a value; a figure that would divide by nothing has none, with the reason: `zero-planned`, `zero-spending` (also where
 * more came back than was spent), `nothing-done`, `budget-spent` (what is left is nothing or less, so no CPI can keep the
 * budget), `zero-budget` (nothing or less is to be spent: all figures but the shares and the cost).
 * SPI goes to 1 at the end even of work that is late: it is never the only thing to look at.
 * Source: METHODS.md section 6.
 */
import type Big from "big.js";
import { divide } from "../plan/decimal.ts";
import { type FigureMaker, numberInput } from "./figures.ts";
import type { Figure, FigureInput } from "./results.ts";

/** The figures in the order in which they are shown. */
export const earnedFigureNames = [
  "budget",
  "plannedShare",
  "doneShare",
  "plannedValue",
  "earnedValue",
  "actualCost",
  "scheduleVariance",
  "costVariance",
  "spi",
  "cpi",
  "eac",
  "tcpi",
] as const;
export type EarnedFigureName = (typeof earnedFigureNames)[number];
export type EarnedFigures = Readonly<Record<EarnedFigureName, Figure>>;

/** What the figures are made of, each with its own trace or the reason why it is missing. */
export type EarnedInput = Pick<EarnedFigures, "budget" | "plannedShare" | "doneShare" | "actualCost">;

/** All figures of one action or fund. */
export function earnedFigures(input: EarnedInput, make: FigureMaker): EarnedFigures {
  const { budget, plannedShare, doneShare, actualCost } = input;
  const plannedValue = product(budget, plannedShare, "BAC × planned", make);
  const earnedValue = product(budget, doneShare, "BAC × done", make);
  const made = { ...input, plannedValue, earnedValue };
  return {
    budget,
    plannedShare,
    doneShare,
    plannedValue,
    earnedValue,
    actualCost,
    scheduleVariance: combine([earnedValue, plannedValue], (ev, pv) => ev.minus(pv), "EV − PV", made, make),
    costVariance: combine([earnedValue, actualCost], (ev, ac) => ev.minus(ac), "EV − AC", made, make),
    spi: spiOf(made, make),
    cpi: combine(
      [earnedValue, actualCost],
      (ev, ac) => (ac.lte(0) ? "zero-spending" : divide(ev, ac)),
      "EV ÷ AC",
      made,
      make,
    ),
    eac: eacOf(made, make),
    tcpi: tcpiOf(made, make),
  };
}

type Made = EarnedInput & Pick<EarnedFigures, "plannedValue" | "earnedValue">;

/** Work that is to cost nothing has no value to be earned, and no variance from it. */
const noBudget = "zero-budget";

function spiOf(made: Made, make: FigureMaker): Figure {
  const { budget, plannedShare, doneShare, plannedValue, earnedValue } = made;
  if (budget.value?.lte(0) === true) return make.none(noBudget);
  const hasValues = plannedValue.value !== null && earnedValue.value !== null && !plannedValue.value.eq(0);
  const ratio = (done: Big, planned: Big) => (planned.eq(0) ? "zero-planned" : divide(done, planned));
  return hasValues
    ? combine([earnedValue, plannedValue], ratio, "EV ÷ PV", made, make)
    : combine([doneShare, plannedShare], ratio, "done ÷ planned", made, make);
}

function eacOf(made: Made, make: FigureMaker): Figure {
  const { budget, actualCost, earnedValue } = made;
  const formula = "BAC × AC ÷ EV";
  if (actualCost.value?.lte(0) === true) return make.none("zero-spending");
  if (earnedValue.value?.eq(0) === true) return make.none("nothing-done");
  const whole = (bac: Big, ac: Big) =>
    earnedValue.value === null ? (earnedValue.reason ?? "") : divide(bac.times(ac), earnedValue.value);
  return combine([budget, actualCost], whole, formula, made, make, true);
}

function tcpiOf(made: Made, make: FigureMaker): Figure {
  const { budget, actualCost, earnedValue } = made;
  const rest = (ev: Big, ac: Big) => {
    if (budget.value === null) return budget.reason ?? "";
    const left = budget.value.minus(ac);
    return left.lte(0) ? "budget-spent" : divide(budget.value.minus(ev), left);
  };
  return combine([earnedValue, actualCost], rest, "(BAC − EV) ÷ (BAC − AC)", made, make);
}

function product(budget: Figure, share: Figure, formula: string, make: FigureMaker): Figure {
  if (budget.value === null || share.value === null) return make.none(reasonOf([budget, share]));
  if (budget.value.lte(0)) return make.none(noBudget);
  const { value } = share;
  const inputs = [numberInput("BAC", budget.value, spanOf(budget))];
  const name = formula.endsWith("done") ? "done" : "planned";
  return make.of(budget.value.times(value), () => ({
    formula,
    inputs: [...inputs, numberInput(name, value, spanOf(share))],
  }));
}

/** A figure of two others; a word in place of a number is the reason why there is none. */
function combine(
  [first, second]: readonly [Figure, Figure],
  compute: (first: Big, second: Big) => Big | string,
  formula: string,
  made: Made,
  make: FigureMaker,
  estimate = false,
): Figure {
  if (first.value === null || second.value === null) return make.none(reasonOf([first, second]));
  const result = compute(first.value, second.value);
  if (typeof result === "string") return make.none(result);
  return make.of(result, () => ({ formula, inputs: inputsOf(formula, made) }), estimate);
}

function reasonOf(figures: readonly Figure[]): string {
  return figures.find(({ value }) => value === null)?.reason ?? "no-budget";
}

const symbols: readonly (readonly [symbol: string, name: keyof Made])[] = [
  ["BAC", "budget"],
  ["EV", "earnedValue"],
  ["PV", "plannedValue"],
  ["AC", "actualCost"],
  ["done", "doneShare"],
  ["planned", "plannedShare"],
];

function inputsOf(formula: string, made: Made): readonly FigureInput[] {
  const named = new Set(formula.match(/[A-Za-z]+/g) ?? []);
  return symbols.flatMap(([symbol, name]) => {
    const { value } = made[name];
    return value === null || !named.has(symbol) ? [] : [numberInput(symbol, value, spanOf(made[name]))];
  });
}

/** Where a figure of one input is stated. */
function spanOf({ inputs }: Figure) {
  return inputs.length === 1 ? (inputs[0]?.span ?? null) : null;
}
