/** What an indicator that is not well made lacks, in words. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { SmartPart } from "../plan/smart.ts";

/** What each missing part is called. */
const smartWords: Readonly<Record<SmartPart, Localized>> = {
  definition: { en: "a definition", zhHans: "定义" },
  unit: { en: "a unit", zhHans: "计量单位" },
  baseline: { en: "a baseline", zhHans: "基期值" },
  source: { en: "a source", zhHans: "数据来源" },
  target: { en: "a target with a figure", zhHans: "有数值的目标值" },
  pace: { en: "a pace that was reached before", zhHans: "有先例的进度" },
  objective: { en: "an objective", zhHans: "目标任务" },
  date: { en: "a date", zhHans: "时限" },
};

/** The parts in a row; `counts` tells beside each how many indicators lack it. */
export function missingWords(
  missing: readonly SmartPart[],
  counts?: ReadonlyMap<SmartPart, number>,
): Localized {
  const count = (part: SmartPart): number => counts?.get(part) ?? 0;
  return {
    en: missing
      .map((part) => `${smartWords[part].en}${counts === undefined ? "" : ` (${count(part)})`}`)
      .join(", "),
    zhHans: missing
      .map((part) => `${smartWords[part].zhHans}${counts === undefined ? "" : ` ${count(part)} 项`}`)
      .join("、"),
  };
}
