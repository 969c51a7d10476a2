/** Words of the report `findings` that other reports do not need. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { StatusLabel } from "../status-labels.ts";

export const findingsLabels = {
  toMend: { en: "Errors and warnings, section by section", zhHans: "需修改的问题（按章节）" },
  toNote: { en: "Hints", zhHans: "提示事项" },
  smart: {
    en: "How well the indicators are made (SMART, of 5)",
    zhHans: "指标编制质量（SMART，满分5分）",
  },
  score: { en: "Score", zhHans: "得分" },
  missing: { en: "Missing", zhHans: "缺少的内容" },
  wording: { en: "Wording", zhHans: "原文表述" },
  opinion: { en: "Finding", zhHans: "审核意见" },
  suggestion: { en: "What to do", zhHans: "修改建议" },
  answer: { en: "Taken up? (reason, if not)", zhHans: "采纳情况（不采纳的说明理由）" },
  rule: { en: "Rule", zhHans: "检查项" },
  where: { en: "Where and what", zhHans: "所在位置与问题" },
  reviewer: { en: "Reviewed by", zhHans: "审核人" },
  author: { en: "Answered by", zhHans: "编制单位" },
  unplaced: { en: "No section named", zhHans: "未注明章节" },
  sequence: { en: "No.", zhHans: "序号" },
} as const satisfies Readonly<Record<string, Localized>>;

export type FindingsLabels = Readonly<Record<StatusLabel | keyof typeof findingsLabels, string>>;
