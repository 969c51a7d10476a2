/** Words that say that there is no value, and why. */
import { toSimplified } from "../plan/chinese-number.ts";

const missingWords: ReadonlySet<string> = new Set([
  "n/a",
  "na",
  "not available",
  "not reported",
  "—",
  "——",
  "–",
  "-",
  "--",
  "未报送",
  "未报",
  "缺报",
  "暂无",
  "无数据",
  "不适用",
]);

/** True for an empty cell and for the words of a missing value; never for zero and never for the word `null`. */
export function isMissing(text: string): boolean {
  return text === "" || missingWords.has(toSimplified(text.trim().toLowerCase()));
}
