/** Units of measurement told from other words. */
import { toHalfWidth } from "../plan/half-width.ts";
import { findPlainUnit, findUnit } from "../plan/units.ts";

const multiple = /^(?:十|百|千|万|亿|十万|百万|千万|thousand |million |billion )/;

/** True for a unit that the format knows, also in multiples (万元) and per something (件/万人); a name of two characters may hold a unit by chance. */
export function isKnownUnit(text: string): boolean {
  if (text === "" || text.length > 20 || /^\d/.test(text)) return false;
  const plain = toHalfWidth(text).trim().toLowerCase();
  if (findPlainUnit(text) !== undefined || findPlainUnit(plain.replace(multiple, "")) !== undefined)
    return true;
  return /[/·]/.test(plain) && !findUnit(text).dimension.startsWith("text:");
}
