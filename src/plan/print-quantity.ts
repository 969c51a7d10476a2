/** The canonical spelling of a quantity: reading it gives the same quantity again. */
import { formatDecimal } from "./decimal.ts";
import type { Quantity, Relation } from "./quantity.ts";

const signs: Readonly<Record<Relation, string>> = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=" };

/** `≥85%`, `5..8 人`, `+5pp/year @ 2025-12`: relation, figures to 20 decimal places, unit as the plan writes it, time. */
export function printQuantity(quantity: Quantity): string {
  const { relation, value, upper, unit, signed, per, soft, at } = quantity;
  const low = `${signed && value.gte(0) ? "+" : ""}${formatDecimal(value)}`;
  const figures = upper === null ? low : `${low}..${formatDecimal(upper)}`;
  const words = [soft === null ? "" : "约", relation === null ? "" : signs[relation]].join("");
  const shown = unit === null ? "" : spaced(unit.text);
  return `${words}${figures}${shown}${per === null ? "" : `/${per}`}${at === null ? "" : ` @ ${at.text.trim()}`}`;
}

/** Units in words stand apart from the figure; signs and Chinese units do not. */
function spaced(unit: string): string {
  return /^[a-z]{3}/i.test(unit) ? ` ${unit}` : unit;
}
