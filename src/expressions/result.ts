/** How the result of a formula becomes a figure in the indicator's unit. */
import Big from "big.js";
import type { Unit } from "../plan/quantity.ts";
import { type Fault, faultAt } from "./fault.ts";
import { compare, type Fraction, over, whole } from "./fraction.ts";
import { isShareOfCounts, type Measure, measureOf, noDimensions, sameDimensions } from "./measure.ts";
import { partsOf, type Tree } from "./tree.ts";
import { type FigureType, typeText, type ValueType } from "./types.ts";

/** Base units in one of the figure's unit, or why the result has no such figure. */
export type ResultUnit = { readonly factor: Fraction } | { readonly fault: Fault };

const one = whole(new Big(1));

/** Settles the unit of a result. `unit` is the indicator's; null where it states none: then the formula's own is kept. */
export function resultUnit(tree: Tree, type: ValueType, unit: Unit | null): ResultUnit {
  if (type.kind === "condition") return { fault: faultAt("type", "gives-condition", tree) };
  if (type.kind === "text") return { fault: faultAt("type", "words", tree) };
  if (type.kind === "range") return { fault: faultAt("type", "range-place", tree) };
  if (type.kind === "any") return { factor: one };
  if (unit === null && tree.kind === "arithmetic" && tree.right.kind === "each")
    return { factor: over(one, whole(tree.right.count.value)) };
  if (unit === null) return { factor: type.unit === null ? one : measureOf(type.unit).factor };
  const measure = measureOf(unit);
  const { dimensions, share, factor } = measure;
  if (isShare(measure) && saysFigure(tree, over(one, factor))) return { factor: one };
  if (type.dimensions === null || type.bare) {
    return { factor: !type.bare && isShare(measure) && isQuotient(tree) ? factor : one };
  }
  if (dimensions === null) return { factor: type.unit === null ? one : measureOf(type.unit).factor };
  if (!fits(tree, type, measure)) return { fault: unlike(tree, type, unit, "result-unit") };
  const mixed = share === "points" ? type.share === "share" : share === "share" && type.share === "points";
  return mixed ? { fault: unlike(tree, type, unit, "percent-points") } : { factor };
}

function unlike(tree: Tree, type: FigureType, unit: Unit, code: "result-unit" | "percent-points"): Fault {
  const said = code === "percent-points" ? {} : { text: typeText(type), other: unit.text };
  return faultAt("units", code, tree, said);
}

function isShare({ dimensions }: Measure): boolean {
  return dimensions !== null && dimensions.size === 0;
}

function fits(tree: Tree, { dimensions }: FigureType, measure: Measure): boolean {
  const own = dimensions ?? noDimensions;
  const wanted = measure.dimensions ?? noDimensions;
  if (sameDimensions(own, wanted)) return true;
  if (wanted.size === 0) return isShareOfCounts(own);
  // So many periods or conditions are counted in whatever the indicator counts.
  return own.size === 0 && counts(tree);
}

/** Whether the figure is made by `count`. */
function counts(tree: Tree): boolean {
  if (tree.kind === "call") return tree.name.toLowerCase() === "count";
  return tree.kind === "arithmetic" && partsOf(tree).some(counts);
}

/** Divisions give shares: of figures without units too. */
function isQuotient(tree: Tree): boolean {
  if (tree.kind === "arithmetic")
    return tree.operator === "/" || tree.operator === "per" || partsOf(tree).some(isQuotient);
  return tree.kind === "call" ? tree.name.toLowerCase() === "share" : false;
}

/**
 * `served / total * 100` for an indicator in %: the factor says already that the figure is meant in the unit, and must not
 * be applied twice. So do 1000 for ‰ and 10,000 for an indicator per 10,000.
 */
function saysFigure(tree: Tree, factor: Fraction): boolean {
  if (compare(factor, one) === 0) return false;
  switch (tree.kind) {
    case "minus":
    case "lasting":
      return saysFigure(tree.of, factor);
    case "call":
      return tree.arguments.some((argument) => saysFigure(argument, factor));
    case "arithmetic": {
      const { operator, left, right } = tree;
      if (operator === "/" || operator === "per") return saysFigure(left, factor);
      if (operator === "*" && (isFactor(left, factor) || isFactor(right, factor))) return true;
      return saysFigure(left, factor) || saysFigure(right, factor);
    }
    default:
      return false;
  }
}

function isFactor(tree: Tree, factor: Fraction): boolean {
  return tree.kind === "literal" && tree.unit === null && compare(whole(tree.value), factor) === 0;
}
