/** The canonical spelling of a quantity: reading it gives the same quantity again. */
import Big from "big.js";
import { divide, formatDecimal } from "./decimal.ts";
import type { Quantity, Relation } from "./quantity.ts";

const signs: Readonly<Record<Relation, string>> = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=" };

/** `≥85%`, `5..8 人`, `+5pp/year @ 2025-12`: relation, figures to 20 decimal places, unit as the plan writes it, time; 增至 stands for all words of a level that is moved to. */
export function printQuantity(quantity: Quantity): string {
  const { relation, value, upper, unit, signed, level, per, soft, at } = quantity;
  const words = [
    soft === null ? "" : "约",
    level ? "增至" : "",
    relation === null ? "" : signs[relation],
  ].join("");
  const time = at === null ? "" : ` @ ${at.text.trim()}`;
  if (unit?.key === "1:1") return words + ratioText(value) + time;
  const low = `${signed && value.gte(0) ? "+" : ""}${formatDecimal(value)}`;
  const figures = upper === null ? low : `${low}..${formatDecimal(upper)}`;
  const shown = unit === null ? "" : spaced(unit.text);
  return `${words}${figures}${shown}${per === null ? "" : `/${per}`}${time}`;
}

/** `1:350`, as staffing ratios are written; the quotient is turned back. */
function ratioText(value: Big): string {
  return value.eq(0) ? "0:1" : `1:${formatDecimal(divide(new Big(1), value))}`;
}

/** Units in words stand apart from the figure; signs and Chinese units do not. */
function spaced(unit: string): string {
  return /^[a-z]{3}/i.test(unit) ? ` ${unit}` : unit;
}
