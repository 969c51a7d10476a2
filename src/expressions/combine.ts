/** What comes of two figures, and what is wrong with putting them together. */
import type { FaultCode } from "./fault.ts";
import { type Dimensions, multiplied, type ShareKind, sameDimensions } from "./measure.ts";
import { anyFigure, type FigureType } from "./types.ts";

/** A type, or the fault of the pair. `adopts` is the side whose bare number takes the other's unit. */
export interface Combined {
  readonly type: FigureType;
  readonly adopts: "left" | "right" | null;
  readonly fault: FaultCode | null;
}

function combined(type: FigureType, adopts: Combined["adopts"] = null): Combined {
  return { type, adopts, fault: null };
}

function refused(fault: FaultCode): Combined {
  return { type: anyFigure, adopts: null, fault };
}

/** a + b, a − b. */
export function addFigures(a: FigureType, b: FigureType, sign: "+" | "-"): Combined {
  const constant = a.constant && b.constant;
  const pair = alike(a, b);
  if (pair !== null) return pair.fault === null ? { ...pair, type: { ...pair.type, constant } } : pair;
  if (a.share === null && b.share === null) return combined({ ...unitOfBoth(a, b), constant });
  const share = shareOfSum(a, b, sign);
  if (share === null) return refused("percent-points");
  const lead = a.unit === null || a.share === null ? b : a;
  return combined({ ...lead, share, bare: false, constant });
}

/** Comparing a with b gives a condition; the type is only of use for its fault. */
export function compareFigures(a: FigureType, b: FigureType): Combined {
  const pair = alike(a, b);
  if (pair !== null) return pair;
  return mixesPoints(a, b) || mixesPoints(b, a) ? refused("percent-points") : combined(a);
}

/** Points against a share, or the difference of two shares against a percent that is written down. */
function mixesPoints(a: FigureType, b: FigureType): boolean {
  if (a.share === "points") return b.share === "share";
  return a.share === "difference" && b.share === "share" && b.constant;
}

/** Settles all pairs but two shares: unknown, bare, unlike. Null where both are known and alike. */
function alike(a: FigureType, b: FigureType): Combined | null {
  if (a.bare && b.bare) return combined(a);
  if (a.bare) return adopted(b, "left");
  if (b.bare) return adopted(a, "right");
  if (a.dimensions === null || b.dimensions === null)
    return combined({ ...anyFigure, unit: a.unit ?? b.unit });
  return sameDimensions(a.dimensions, b.dimensions) ? null : refused("unlike-units");
}

/** A bare number takes the unit of what stands beside it; beside 元/m² that was computed there is none to take. */
function adopted(other: FigureType, side: "left" | "right"): Combined {
  if (other.unit === null && other.dimensions !== null && other.dimensions.size > 0)
    return refused("bare-number");
  return combined(other, other.unit === null ? null : side);
}

function unitOfBoth(a: FigureType, b: FigureType): FigureType {
  return a.unit === null ? b : a;
}

/** The whole of which a share is taken away: 100% − vacancy rate is a share. */
function isWhole({ constant, share }: FigureType): boolean {
  return constant && share === "share";
}

/** What the sum of two shares is; null for a percent where points are meant (rate − 5%). */
function shareOfSum(a: FigureType, b: FigureType, sign: "+" | "-"): ShareKind | null {
  const [left, right] = [a.share ?? "share", b.share ?? "share"];
  if (left === "share" && right === "share") {
    if (a.constant && b.constant) return "share";
    if (isWhole(b) || (sign === "+" && isWhole(a))) return null;
    return sign === "+" || isWhole(a) ? "share" : "difference";
  }
  if (left === "points" && right === "points") return "points";
  if (left === "share" || right === "share") return "share";
  return left === "difference" && right === "difference" ? "difference" : "points";
}

/** a × b. */
export function multiplyFigures(a: FigureType, b: FigureType): FigureType {
  const constant = a.constant && b.constant;
  if (a.dimensions === null || b.dimensions === null) return { ...anyFigure, constant };
  if (a.bare && b.bare) return a;
  if (a.bare || b.bare) return { ...(a.bare ? b : a), constant };
  if (a.dimensions.size === 0 && b.dimensions.size === 0) {
    return { ...(a.share === null ? b : a), bare: false, constant };
  }
  if (a.dimensions.size === 0) return { ...b, constant };
  if (b.dimensions.size === 0) return { ...a, constant };
  return figureOf(multiplied(a.dimensions, b.dimensions, 1), constant);
}

/** a ÷ b; `a per b` is the same. */
export function divideFigures(a: FigureType, b: FigureType): FigureType {
  const constant = a.constant && b.constant;
  if (a.dimensions === null || b.dimensions === null) return { ...anyFigure, constant };
  if (a.bare && b.bare) return { ...a, bare: false, constant };
  if (b.bare) return { ...a, constant };
  if (b.dimensions.size === 0 && a.dimensions.size > 0) return { ...a, constant };
  return figureOf(multiplied(a.dimensions, b.dimensions, -1), constant);
}

function figureOf(dimensions: Dimensions, constant: boolean): FigureType {
  return { kind: "figure", dimensions, share: null, unit: null, bare: false, constant };
}
