/** Words of the report `brief` that other reports do not need. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { StatusLabel } from "../status-labels.ts";

export const briefLabels = {
  keyIndicators: { en: "Key indicators", zhHans: "主要指标" },
  behind: { en: "Behind, worst first", zhHans: "滞后事项（由差到好）" },
  overdue: { en: "Overdue tasks", zhHans: "逾期任务" },
  upcoming: { en: "Due in the next 90 days", zhHans: "今后90天内到期" },
  nothingUpcoming: { en: "Nothing is due in the next 90 days.", zhHans: "今后90天内没有到期事项。" },
  days: { en: "Days left", zhHans: "剩余天数" },
} as const satisfies Readonly<Record<string, Localized>>;

export type BriefLabels = Readonly<Record<StatusLabel | keyof typeof briefLabels, string>>;
