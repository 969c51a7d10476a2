/** Whole numbers as texts write them: in digits, in English words or in Chinese characters. */
import { chineseInteger } from "./chinese-number.ts";
import { englishNumber } from "./english-number.ts";

/** The number that a word found by an expression says (12, twelve, 十二); null for any other word. */
export function wholeNumber(word: string): number | null {
  return /^\d+$/.test(word) ? Number(word) : (englishNumber(word) ?? chineseInteger(word));
}
