/** Headings of tables that are imported: their units, and the periods that they name. */
import { parseTime, resolveTime } from "../plan/parse-time.ts";
import type { RecordReader } from "./record-reader.ts";

/** `实际值（%）`, `Value (%)`, `数值（单位：人）`: the heading and its unit. */
export function withoutUnit(heading: string): { readonly text: string; readonly unit: string | null } {
  const match = /^([^()（）]{1,100})[(（](?:单位|單位|unit)?[:：]?\s*([^()（）]{1,30})[)）]$/i.exec(
    heading.trim(),
  );
  return match === null
    ? { text: heading.trim(), unit: null }
    : { text: (match[1] ?? "").trim(), unit: (match[2] ?? "").trim() };
}

/** True for a day or period with both ends; phases and open spans are none. */
export function isPeriod(text: string, { calendar }: RecordReader): boolean {
  if (!/\d/.test(text)) return false;
  const reading = parseTime(text);
  if (!reading.ok || reading.expression.kind === "name") return false;
  const period = resolveTime(reading.expression, calendar);
  return period !== null && period.start !== null && period.end !== null;
}
