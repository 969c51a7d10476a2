/** The national five-year plans by which Chinese texts name times: “十四五”时期 are the five years to 2025. Not a rule. */
import { wholeNumber } from "../../plan/whole-number.ts";

/** “十四五”, without what follows. */
export const fiveYearPlan = '[“"]?十[一二三四五六七八九]五(?:规划)?[”"]?';

/** The last year of the one that the words name; the first of them were from 1953. */
export function lastYearOf(words: string): number {
  const [, number = ""] = /(十[一二三四五六七八九])五/u.exec(words) ?? [];
  return (wholeNumber(number) ?? 0) * 5 + 1955;
}
