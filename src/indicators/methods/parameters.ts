/** Reads the parameters of `assess: { method: NAME, … }`. */
import Big from "big.js";
import { parseDecimal } from "../../plan/decimal.ts";
import type { Assessment } from "../../plan/plan.ts";
import type { ParameterReader } from "./method.ts";

const hundredth = new Big("0.01");

/** A number as a parameter states it: `0.8` or `80%`; null when it is none. */
export function parameterNumber(text: string): Big | null {
  const percent = /[%％]\s*$/.test(text);
  const value = parseDecimal(percent ? text.replace(/[%％]\s*$/, "") : text);
  return value !== null && percent ? value.times(hundredth) : value;
}

/** The reader of an assessment, and the names of parameters that could not be read once it has been used. */
export function parameterReader(
  assessment: Assessment,
): ParameterReader & { readonly unreadable: readonly string[] } {
  const unreadable: string[] = [];
  const optionalNumber = (name: string): Big | null => {
    const given = assessment.parameters.get(name);
    if (given === undefined || given.value === "none") return null;
    const value = parameterNumber(given.value);
    if (value === null) unreadable.push(name);
    return value;
  };
  return {
    unreadable,
    optionalNumber,
    number: (name, otherwise) => optionalNumber(name) ?? otherwise,
    word: (name) => assessment.parameters.get(name)?.value ?? null,
  };
}
