/**
 * With how many decimals the levels of a row are printed: as many as the plan and its data write, more only where value
 * and expected value, or either and a target, would else seem to be alike.
 */
import Big from "big.js";
import { compareDecimals, isZero } from "../plan/decimal.ts";
import type { IndicatorRow } from "./results.ts";

export interface RowDecimals {
  /** Decimals of value, expected value and gap, which are compared with each other. */
  readonly places: number;
  /** Decimals of the other levels: as written. */
  readonly written: number;
  /** Print all of them, zeros too: the row is written with decimals. Of whole numbers none is padded. */
  readonly padded: boolean;
}

/** Of a long series the last values are looked at. */
const mostLooked = 24;
/** More decimals than these nobody writes: the figure is a quotient. */
const mostWritten = 6;
/** Decimals of a quotient where nothing says how fine the indicator is. */
const ofQuotient = 2;
const mostPlaces = 20;
/** What is short of the whole is never printed as the whole. */
const whole = new Big(100);
/** Values nearer than this are one value, rounded in different ways on its way here. */
const sameWithin = "1e-15";
/** Big.js rounding mode "half to even". */
const halfEven = 2;

/** Asked for at every figure of a row that is printed. */
const decimalsOfRow = new WeakMap<IndicatorRow, RowDecimals>();

/** The decimals of a row's levels and of the differences between them. */
export function rowDecimals(row: IndicatorRow): RowDecimals {
  const known = decimalsOfRow.get(row);
  if (known !== undefined) return known;
  const written = writtenDecimals(row);
  const least = written > 0 ? written : isOfWholes(row) ? 0 : decimalsOfSize(row.figures.gap.value);
  const places = distinctPlaces(row, least);
  const decimals = { places, written: written > 0 ? written : places, padded: written > 0 };
  decimalsOfRow.set(row, decimals);
  return decimals;
}

/** What English counts by a noun of its own (`crossings`), but for measures that the table of units does not know. */
const countedThings =
  /^(?!.*\b(?:acres|barrels|days|degrees|equivalents|gallons|inches|marks|miles|ounces|pounds|scores|stars|watts|yards)$|(?:(?:basis|index|percentage) )?points$)[a-z][a-z -]{2,}s$/i;

/** Counted in things of which there is no half: people, households, visits, crossings; not by ten thousands or for each of others. */
export function isOfWholes({ indicator }: IndicatorRow): boolean {
  const { unit } = indicator;
  if (unit === null) return false;
  const { dimension, factor } = unit.value;
  if (dimension.startsWith("text:")) return countedThings.test(unit.text) && !/ per /i.test(unit.text);
  return /^count(?::[^/]*)?$/.test(dimension) && factor.eq(1);
}

/**
 * The gap of a row, as the difference between its value and its expected value as both are printed, so that the three
 * add up; as it is where it is no such difference. Null where there is none.
 */
export function printedGap(row: IndicatorRow): Big | null {
  const { value, expected, gap } = row.figures;
  if (value.value === null || expected.value === null || gap.value === null) return gap.value;
  const apart = value.value.minus(expected.value).abs();
  if (apart.minus(gap.value.abs()).abs().gt(sameWithin)) return gap.value;
  const { places } = rowDecimals(row);
  const printed = value.value.round(places, halfEven).minus(expected.value.round(places, halfEven)).abs();
  return gap.value.lt(0) ? printed.times(-1) : printed;
}

/** Most decimals that baseline, targets and values have as written; 0 where all are whole. */
function writtenDecimals({ figures, targets, series }: IndicatorRow): number {
  let most = 0;
  // Yearly changes multiplied: each factor brings decimals of its own, which nobody wrote.
  const isProduct = targets.some(({ target }) => target.kind === "compound");
  const finest = isProduct ? ofQuotient : mostWritten;
  const look = (value: Big | null): void => {
    if (value === null) return;
    const decimals = decimalsIn(value);
    most = Math.max(most, decimals > finest ? ofQuotient : decimals);
  };
  look(figures.baseline.value);
  look(figures.value.value);
  for (const { target, level, upper } of targets) {
    if (target.kind === "reach" || target.kind === "hold" || target.kind === "total") {
      look(level);
      look(upper);
    }
  }
  for (const { value } of series().slice(-mostLooked)) look(value);
  return most;
}

function decimalsIn(value: Big): number {
  return Math.max(value.c.length - 1 - value.e, 0);
}

/** A path between whole numbers is not whole: as fine as the distance to it asks for; 2 where none is known. */
export function decimalsOfSize(distance: Big | null): number {
  const size = distance?.abs() ?? null;
  if (size === null || size.lt(10)) return 2;
  return size.lt(100) ? 1 : 0;
}

/** The least decimals with which no two different levels are printed alike, no gap as none and nothing as zero that is not. */
function distinctPlaces(row: IndicatorRow, least: number): number {
  const { value, expected, gap } = row.figures;
  const known = [value.value, expected.value].filter((one) => one !== null);
  const levels = row.targets.flatMap(({ level, upper }) => [level, upper]).filter((one) => one !== null);
  const limits = row.unit === "%" ? [...levels, whole] : levels;
  for (let places = least; places < mostPlaces; places++) {
    const round = (one: Big): Big => (decimalsIn(one) <= places ? one : one.round(places, halfEven));
    const keeps = (one: Big, limit: Big): boolean =>
      isSameOrder(round(one), limit, one, limit) || isOneValue(one, limit);
    const apart =
      value.value === null ||
      expected.value === null ||
      isSameOrder(round(value.value), round(expected.value), value.value, expected.value) ||
      isOneValue(value.value, expected.value);
    const hasGap = gap.value === null || !isZero(round(gap.value)) || gap.value.abs().lt(sameWithin);
    const hasSize = known.every((one) => isZero(one) || !isZero(round(one)));
    if (apart && hasGap && hasSize && known.every((one) => limits.every((limit) => keeps(one, limit))))
      return places;
  }
  return mostPlaces;
}

/** Whether two figures stand to each other as two others do: below, alike or above. */
function isSameOrder(a: Big, b: Big, otherA: Big, otherB: Big): boolean {
  return Math.sign(compareDecimals(a, b)) === Math.sign(compareDecimals(otherA, otherB));
}

function isOneValue(a: Big, b: Big): boolean {
  return a.minus(b).abs().lt(sameWithin);
}
