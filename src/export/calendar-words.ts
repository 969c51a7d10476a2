/** Words of the calendar. */
import type { Localized } from "../diagnostics/diagnostic.ts";

/** What falls due; also the category of the entry. */
export type EntryKind = "target" | "milestone" | "phase" | "deliverable" | "action" | "review" | "scorecard";

export const categoryWords: Readonly<Record<EntryKind, Localized>> = {
  target: { en: "Target", zhHans: "指标目标" },
  milestone: { en: "Milestone", zhHans: "关键节点" },
  phase: { en: "Phase", zhHans: "阶段" },
  deliverable: { en: "Deliverable", zhHans: "成果" },
  action: { en: "Action", zhHans: "重点任务" },
  review: { en: "Review", zhHans: "督导评估" },
  scorecard: { en: "Assessment", zhHans: "考核评价" },
};

export const summaryWords: Readonly<Record<EntryKind, Localized>> = {
  target: { en: "Target due:", zhHans: "指标目标到期：" },
  milestone: { en: "Milestone:", zhHans: "关键节点：" },
  phase: { en: "Phase ends:", zhHans: "阶段结束：" },
  deliverable: { en: "Deliverable due:", zhHans: "成果到期：" },
  action: { en: "Action ends:", zhHans: "重点任务到期：" },
  review: { en: "Review:", zhHans: "督导评估：" },
  scorecard: { en: "Assessment:", zhHans: "考核评价：" },
};

export const noteWords = {
  plan: { en: "Plan: ", zhHans: "方案：" },
  owner: { en: "Owner: ", zhHans: "责任单位：" },
  section: { en: "Section: ", zhHans: "章节：" },
  rhythm: { en: "Rhythm: ", zhHans: "频次：" },
  lastDay: {
    en: "The plan names no day; the last day of each period is shown.",
    zhHans: "方案未写明具体日期，此处标注各期最后一天。",
  },
  severalDates: {
    en: "The plan gives more than one date; the first is shown.",
    zhHans: "方案对该日期有不同表述，此处取首次写明的日期。",
  },
} satisfies Readonly<Record<string, Localized>>;
