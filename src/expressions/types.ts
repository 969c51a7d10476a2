/** What the parts of an expression are: figures with what they measure, conditions, texts, ranges. */
import type { Unit } from "../plan/quantity.ts";
import { type Dimensions, dimensionsText, measureOf, noDimensions, type ShareKind } from "./measure.ts";

/** A figure. */
export interface FigureType {
  readonly kind: "figure";
  /** What it measures; null where that is not known, which goes with everything. */
  readonly dimensions: Dimensions | null;
  /** Percent, points or the difference of two percents (which is both); null for all else. */
  readonly share: ShareKind | null;
  /** The unit in which a bare number beside it is read; null where there is none. */
  readonly unit: Unit | null;
  /** A number without unit, which takes that of what stands beside it. */
  readonly bare: boolean;
  /** Nothing but literals. */
  readonly constant: boolean;
}

export type ValueType =
  | FigureType
  | { readonly kind: "range"; readonly of: FigureType }
  | { readonly kind: "condition" }
  | { readonly kind: "text" }
  /** A name of which nothing is known. */
  | { readonly kind: "any" };

/** A figure of which nothing is known. */
export const anyFigure: FigureType = {
  kind: "figure",
  dimensions: null,
  share: null,
  unit: null,
  bare: false,
  constant: false,
};

/** A plain number that is no literal: a share by division, a number of periods. */
export const plainFigure: FigureType = { ...anyFigure, dimensions: noDimensions };

/** A figure in a unit; a bare number (or one of which no unit is known) where it is null. */
export function figureIn(unit: Unit | null, constant = false): FigureType {
  if (unit === null) return constant ? { ...plainFigure, bare: true, constant } : anyFigure;
  const { dimensions, share } = measureOf(unit);
  return { kind: "figure", dimensions, share, unit, bare: false, constant };
}

/** What a figure measures, for a message; empty where it is not known. */
export function typeText(type: FigureType): string {
  if (type.unit !== null) return type.unit.text;
  if (type.share === "points") return "pp";
  return type.dimensions === null ? "" : dimensionsText(type.dimensions);
}
