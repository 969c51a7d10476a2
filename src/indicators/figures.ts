/** Makes figures: the value always; formula, numbers put in and inputs only when they are asked for (`plan explain`). */
import type Big from "big.js";
import { isoDay } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Day } from "../plan/time.ts";
import type { Span } from "../text/source.ts";
import type { Figure, FigureInput } from "./results.ts";

/** How a figure came to be. Names in `formula` are those of the inputs. */
export interface Derivation {
  readonly formula: string;
  readonly inputs: readonly FigureInput[];
  /** The formula with the numbers put in, where putting in the inputs by name does not give it. */
  readonly substituted?: string;
}

/** Makes the figures of one evaluation. */
export interface FigureMaker {
  /** A figure with a value. */
  of(value: Big, derive: () => Derivation, estimate?: boolean): Figure;
  /** A figure that cannot be computed, with the reason. */
  none(reason: string): Figure;
}

const noInputs: readonly FigureInput[] = [];

/** `trace` false leaves formulas and inputs out: they cost more than the figures. */
export function figureMaker(trace: boolean): FigureMaker {
  // A row of an entity has a dozen figures that cannot be computed: one of each reason serves all rows.
  const none = new Map<string, Figure>();
  return {
    of(value, derive, estimate = false) {
      if (!trace) return { value, reason: null, formula: "", substituted: "", inputs: noInputs, estimate };
      const { formula, inputs, substituted } = derive();
      return {
        value,
        reason: null,
        formula,
        substituted: substituted ?? putIn(formula, inputs),
        inputs,
        estimate,
      };
    },
    none: (reason) => {
      const known = none.get(reason);
      if (known !== undefined) return known;
      const figure = { value: null, reason, formula: "", substituted: "", inputs: noInputs, estimate: false };
      none.set(reason, figure);
      return figure;
    },
  };
}

const namePattern = /[A-Za-z][A-Za-z0-9]*/g;

function putIn(formula: string, inputs: readonly FigureInput[]): string {
  return formula.replace(namePattern, (name) => {
    const value = inputs.find((input) => input.name === name)?.value;
    if (value === undefined) return name;
    return value.startsWith("-") ? `(${value.replace("-", "−")})` : value;
  });
}

/** A number that went into a figure. */
export function numberInput(name: string, value: Big, span: Span | null): FigureInput {
  return { name, value: formatDecimal(value), span };
}

/** A day that went into a figure. */
export function dayInput(name: string, day: Day, span: Span | null): FigureInput {
  return { name, value: isoDay(day), span };
}
