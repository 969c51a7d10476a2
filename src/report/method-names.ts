/** What people call the assessment methods: readers of a report know no ids. */
import type { Localized } from "../diagnostics/diagnostic.ts";

export const methodNames = {
  "self-score": { en: "Self-assessment marks", zhHans: "绩效自评法" },
  judgement: { en: "A person's judgement", zhHans: "人工评定" },
  "linear-pace": { en: "Pace on the target path", zhHans: "线性进度法" },
  "schedule-points": { en: "Points behind schedule", zhHans: "时序百分点法" },
  "schedule-relative": { en: "Share behind schedule", zhHans: "时序比例法" },
  "mid-term": { en: "Mid-term evaluation", zhHans: "中期评估法" },
  "cagr-ratio": { en: "Growth beside the growth needed", zhHans: "年均增速比法" },
  "un-projection": { en: "Projection by growth", zhHans: "增速推算法" },
  "to-date-band": { en: "Actual to date within a band", zhHans: "累计偏差法" },
  achievement: { en: "Share of the way done", zhHans: "目标完成法" },
  "absolute-bands": { en: "Fixed limits", zhHans: "固定界限法" },
  zones: { en: "Committed, targeted, stretched", zhHans: "承诺、目标、挑战三级法" },
  csi: { en: "Current Status Index", zhHans: "现状指数法" },
  anticipated: { en: "Anticipated Progress Index", zhHans: "预期进展法" },
} as const satisfies Readonly<Record<string, Localized>>;
