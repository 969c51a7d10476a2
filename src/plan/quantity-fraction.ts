/** Figures that the words behind them change: ratios, halves that are added, tenths. */
import Big from "big.js";
import { divide } from "./decimal.ts";
import type { Unit } from "./quantity.ts";
import type { Figures } from "./quantity-figures.ts";
import { type BodyFault, type BodyText, bodyFault } from "./quantity-reading.ts";
import { findUnit } from "./units.ts";

/** Unit of the whole; `first`: unit of a range's lower end where it differs; `scale`: power of ten of a bare 万. */
export interface RestUnit {
  readonly ok: true;
  readonly unit: Unit | null;
  readonly first: Unit | null;
  readonly scale: number;
  /** The figure of a ratio or fraction, divided out; null for all others. */
  readonly quotient: Big | null;
}

/** A unit that was found. */
export function found(unit: Unit | null, first: Unit | null = null, scale = 0): RestUnit {
  return { ok: true, unit, first, scale, quotient: null };
}

const ratioRest = /^(?::|比) ?(\d[\d,]*(?:\.\d+)?)$/;
const fractionRest = /^\/ ?(\d{1,9})$/;

/** `1:350` → the figure is divided; `1/3` → a share in percent. */
export function ratioUnit(figures: Figures, spelling: string): RestUnit | BodyFault | null {
  const match = ratioRest.exec(spelling) ?? fractionRest.exec(spelling);
  if (match === null || figures.first === null || figures.second !== null) return null;
  const below = new Big((match[1] ?? "").replaceAll(",", ""));
  const { value, next } = figures.first;
  if (below.eq(0)) return bodyFault("zero-denominator", next, next + spelling.length);
  const isShare = spelling.startsWith("/");
  const quotient = divide(isShare ? value.times(100) : value, below);
  return { ...found(isShare ? findUnit("%") : proportion), quotient };
}

const proportion: Unit = { key: "1:1", text: "1:1", dimension: "ratio", factor: new Big(1) };

const halfForm = /^(?:个半(小时|钟头|月|季度)|(年|天|日|周|星期)半)$/;

/** 一个半小时 is 1.5 hours, 一年半 1.5 years. */
export function andHalf(body: BodyText, figures: Figures, spelling: string): RestUnit | BodyFault | null {
  const match = halfForm.exec(spelling);
  if (match === null || figures.first === null) return null;
  if (figures.isRange) return bodyFault("unreadable", figures.rest, body.end);
  return { ...found(findUnit(match[1] ?? match[2] ?? "")), quotient: figures.first.value.plus("0.5") };
}

/** 三成, 八成五, 五至八成, 八折: said in percent. */
export function tenthsFault(figures: Figures, spelling: string): BodyFault | null {
  const { start, first, second, isRange, firstUnit, rest } = figures;
  const word = spelling === "" ? firstUnit : spelling;
  const match = /^(?:成([一二三四五六七八九半])?|折)$/.exec(word);
  if (match === null || !["", word].includes(firstUnit)) return null;
  const more =
    match[1] === undefined ? 0 : match[1] === "半" ? 5 : "一二三四五六七八九".indexOf(match[1]) + 1;
  const ends = [first, second].map((end) =>
    end === null ? "" : `${end.value.times(10).plus(more).toFixed()}%`,
  );
  // Of 五至八成半 nobody can tell whether the half belongs to both.
  const hint = !isRange ? (ends[0] ?? null) : more === 0 ? ends.join("..") : null;
  return bodyFault("tenths", start, rest + spelling.length, hint);
}
