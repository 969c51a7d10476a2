/** Times back from a day: `3 years`, `4 periods`, 2个季度. */
import type Big from "big.js";
import type { Unit } from "../plan/quantity.ts";
import type { Span } from "./tree.ts";

/** Most of one unit: a century of months. */
const longest = 1200;

const monthsOf: ReadonlyMap<string, number> = new Map([
  ["月", 1],
  ["季度", 3],
  ["半年", 6],
]);
const periodWords: ReadonlySet<string> = new Set(["period", "periods", "期", "个报告期", "报告期"]);

/** The span that a literal states; null where it is none (no unit of time, no whole number of at least one). */
export function spanOfLiteral({
  value,
  unit,
}: {
  readonly value: Big;
  readonly unit: Unit | null;
}): Span | null {
  const count = Number(value.toFixed());
  if (unit === null || !Number.isInteger(count) || count < 1 || count > longest) return null;
  if (unit.key === "年") return { count, unit: "years" };
  const months = monthsOf.get(unit.key);
  if (months !== undefined) return { count: count * months, unit: "months" };
  if (unit.key === "d") return { count, unit: "days" };
  if (unit.key === "周") return { count, unit: "weeks" };
  return periodWords.has(unit.text.trim()) ? { count, unit: "periods" } : null;
}
