/** Words of the report `brief` that other reports do not need. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { StatusLabel } from "../status-labels.ts";

export const briefLabels = {
  keyIndicators: { en: "Key indicators", zhHans: "主要指标" },
  allIndicators: { en: "Indicators", zhHans: "各项指标" },
  courses: { en: "Course so far", zhHans: "指标走势" },
  behind: { en: "Behind, worst first", zhHans: "滞后事项（由差到好）" },
  movement: { en: "Change", zhHans: "较上期" },
  overdue: { en: "Overdue, or due without an entry", zhHans: "逾期或到期未报的任务" },
  upcoming: { en: "Due in the next 90 days", zhHans: "今后90天内到期" },
  nothingUpcoming: { en: "Nothing is due in the next 90 days.", zhHans: "今后90天内没有到期事项。" },
  days: { en: "Days left", zhHans: "剩余天数" },
} as const satisfies Readonly<Record<string, Localized>>;

export type BriefLabels = Readonly<Record<StatusLabel | keyof typeof briefLabels, string>>;
