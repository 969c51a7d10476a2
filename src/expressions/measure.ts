/**
 * What units measure, in a form that can be multiplied and divided: base dimensions with their powers, and how many base
 * units one of the unit is. Percent, points, permille and `per 10,000` measure nothing but a share: 1 % is 0.01.
 */
import Big from "big.js";
import type { Unit } from "../plan/quantity.ts";
import { findUnit, isCount } from "../plan/units.ts";
import { type Fraction, over, whole } from "./fraction.ts";

/** Base dimension → power, without zeros; empty for a plain number or share. */
export type Dimensions = ReadonlyMap<string, number>;

/** `share` for percent, `points` for percentage points; null for all else. */
export type ShareKind = "share" | "points" | "difference";

export interface Measure {
  /** Null where the unit says nothing that can be reckoned with. */
  readonly dimensions: Dimensions | null;
  readonly share: "share" | "points" | null;
  /** Base units in one of the unit. */
  readonly factor: Fraction;
}

export const noDimensions: Dimensions = new Map();

const known = new WeakMap<Unit, Measure>();

/** What a unit measures; asked for every value of every entity. */
export function measureOf(unit: Unit): Measure {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const measure = readMeasure(unit);
  known.set(unit, measure);
  return measure;
}

function readMeasure(unit: Unit): Measure {
  const { dimension, factor } = unit;
  const own = whole(factor);
  if (dimension === "percent" || dimension === "points") {
    const share = dimension === "points" ? "points" : "share";
    return { dimensions: noDimensions, share, factor: whole(factor.times("0.01")) };
  }
  if (dimension === "ratio") return { dimensions: noDimensions, share: null, factor: own };
  if (!dimension.includes("/") || dimension.startsWith("text:"))
    return { dimensions: new Map([[dimension, 1]]), share: null, factor: own };
  return compoundMeasure(unit);
}

/** `元/人·年`: what it is counted over is named by dimension where it is a count, else by its unit (`units.ts`). */
function compoundMeasure({ dimension, factor }: Unit): Measure {
  const [top = "", below = "", more] = dimension.split("/");
  const unknown: Measure = { dimensions: null, share: null, factor: whole(factor) };
  if (more !== undefined || top === "percent" || top === "points" || top === "ratio") return unknown;
  let dimensions: Dimensions = new Map([[top, 1]]);
  let size = whole(factor);
  for (const part of below.split("·")) {
    const [, figure = "", name = part] = /^(\d{1,9})(\D.*)$/.exec(part) ?? [];
    if (isCount(part)) {
      dimensions = multiplied(dimensions, new Map([[part, 1]]), -1);
      continue;
    }
    const unit = findUnit(name);
    if (unit.dimension.includes("/")) return unknown;
    dimensions = multiplied(dimensions, new Map([[unit.dimension, 1]]), -1);
    size = over(size, whole(unit.factor.times(figure === "" ? new Big(1) : new Big(figure))));
  }
  return { dimensions, share: null, factor: size };
}

/** a × b, or a ÷ b with power −1. */
export function multiplied(a: Dimensions, b: Dimensions, power: 1 | -1): Dimensions {
  if (b.size === 0) return a;
  const product = new Map(a);
  for (const [name, own] of b) {
    const sum = (product.get(name) ?? 0) + own * power;
    if (sum === 0) product.delete(name);
    else product.set(name, sum);
  }
  return product;
}

/** Whether two can be added and compared: a bare count (个) goes with every kind of count, persons not with households. */
export function sameDimensions(a: Dimensions, b: Dimensions): boolean {
  const generic = a.has("count") || b.has("count");
  return keyOf(a, generic) === keyOf(b, generic);
}

/** Whether only counts are left that make a share: communities served ÷ communities in all, households ÷ persons. */
export function isShareOfCounts(dimensions: Dimensions): boolean {
  let sum = 0;
  for (const [name, power] of dimensions) {
    if (!isCount(name)) return false;
    sum += power;
  }
  return sum === 0;
}

function keyOf(dimensions: Dimensions, generic: boolean): string {
  const powers = new Map<string, number>();
  for (const [name, power] of dimensions) {
    const key = generic && isCount(name) ? "count" : name;
    powers.set(key, (powers.get(key) ?? 0) + power);
  }
  return [...powers]
    .filter(([, power]) => power !== 0)
    .map(([name, power]) => `${name}^${power}`)
    .sort()
    .join(" ");
}

const baseNames: Readonly<Record<string, string>> = {
  time: "h",
  months: "月",
  "working-days": "工作日",
  "class-hours": "学时",
  lessons: "课时",
  marks: "分",
  money: "元",
  count: "个",
  "count:person": "人",
  "count:visit": "人次",
  "count:time": "次",
  "count:household": "户",
  area: "m²",
  length: "m",
  mass: "kg",
  volume: "L",
  energy: "kWh",
  power: "kW",
  "standard-coal": "tce",
  temperature: "℃",
};

/** Dimensions in words of units, for a message: `元/人`. */
export function dimensionsText(dimensions: Dimensions): string {
  const named = (wanted: 1 | -1): string =>
    [...dimensions]
      .filter(([, power]) => Math.sign(power) === wanted)
      .map(([name, power]) => `${baseName(name)}${Math.abs(power) > 1 ? `^${Math.abs(power)}` : ""}`)
      .join("·");
  const [top, below] = [named(1), named(-1)];
  if (top === "" && below === "") return "%";
  return below === "" ? top : `${top === "" ? "1" : top}/${below}`;
}

function baseName(dimension: string): string {
  if (Object.hasOwn(baseNames, dimension)) return baseNames[dimension] ?? dimension;
  return dimension.replace(/^(?:text|money):/, "");
}
