/** Words of the report `responsibilities` that other reports do not need. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { ItemKind } from "../../plan/plan.ts";
import type { StatusLabel } from "../status-labels.ts";

export const responsibilitiesLabels = {
  sequence: { en: "No.", zhHans: "序号" },
  duty: { en: "What", zhHans: "责任事项" },
  lead: { en: "Lead", zhHans: "牵头单位" },
  support: { en: "With", zhHans: "配合单位" },
  deadline: { en: "By when", zhHans: "完成时限" },
  evidence: { en: "Shown by", zhHans: "佐证材料" },
  leads: { en: "Leads", zhHans: "牵头事项" },
  supports: { en: "Supports", zhHans: "配合事项" },
  unowned: { en: "Nobody named", zhHans: "未明确责任主体的事项" },
  standing: { en: "throughout", zhHans: "长期" },
  reportedEvery: { en: "reported", zhHans: "报送" },
  noDuties: { en: "The plan lists nothing that anybody answers for.", zhHans: "方案未列需明确责任的事项。" },
  dueNote: {
    en: "Days marked as assumed are not stated in the plan: they are its end.",
    zhHans: "标注“推定”的时限，方案未写明，按期末计。",
  },
  received: { en: "Received by", zhHans: "责任主体签收" },
} as const satisfies Readonly<Record<string, Localized>>;

export type ResponsibilitiesLabels = Readonly<
  Record<StatusLabel | keyof typeof responsibilitiesLabels, string>
>;

/** Kinds of items that somebody answers for, in the order in which they are listed. */
export const dutyKinds = [
  "indicator",
  "action",
  "milestone",
  "deliverable",
  "mechanism",
  "risk",
] as const satisfies readonly ItemKind[];
