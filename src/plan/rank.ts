/** `first 10%`, `last 3`, 前10%, 后三名: a place in a ranking. */
import { parseQuantity } from "./parse-quantity.ts";
import type { Quantity } from "./quantity.ts";

export interface Rank {
  readonly end: "first" | "last";
  readonly quantity: Quantity;
}

const rankWords = /^\s*(first|top|last|bottom|排名前|排名后|前|后|末)\s*(.{1,40})$/i;
const lastWords: ReadonlySet<string> = new Set(["last", "bottom", "排名后", "后", "末"]);

/** Reads a rank; null where the words are no rank. */
export function parseRank(text: string): Rank | null {
  const [, word = "", rest = ""] = rankWords.exec(text) ?? [];
  const reading = parseQuantity(rest);
  if (word === "" || !reading.ok) return null;
  return { end: lastWords.has(word.toLowerCase()) ? "last" : "first", quantity: reading.quantity };
}
