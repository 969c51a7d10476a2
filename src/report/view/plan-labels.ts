/** Words of the report `plan` that other reports do not need. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { StatusLabel } from "../status-labels.ts";

export const planLabels = {
  recipients: { en: "To", zhHans: "主送" },
  annex: { en: "Annex", zhHans: "附件" },
  annexes: { en: "Annexes", zhHans: "附件" },
  indicatorTable: { en: "Indicators", zhHans: "指标表" },
  taskTable: { en: "Allocation of tasks", zhHans: "任务分工表" },
  phaseTable: { en: "Phases and milestones", zhHans: "实施阶段与关键节点" },
  logicTable: { en: "From problems to results", zhHans: "问题、目标任务、指标和重点任务对应表" },
  actorTable: { en: "Who answers for what", zhHans: "责任主体" },
  riskTable: { en: "Risks and answers", zhHans: "风险与应对" },
  resourceTable: { en: "Resources", zhHans: "资源保障" },
  mechanismTable: { en: "Mechanisms", zhHans: "工作机制" },
  sourceTable: { en: "Sources, cases and revisions", zhHans: "来源、例证与调整记录" },
  deliverables: { en: "Deliverables", zhHans: "成果" },
  sequence: { en: "No.", zhHans: "序号" },
  unitHead: { en: "Unit", zhHans: "单位" },
  attribute: { en: "Nature", zhHans: "属性" },
  definition: { en: "Definition", zhHans: "指标解释" },
  source: { en: "Source", zhHans: "数据来源" },
  frequency: { en: "Reported", zhHans: "报送频次" },
  sourceAndFrequency: { en: "Source, how often", zhHans: "数据来源、报送频次" },
  otherTargets: { en: "Other targets", zhHans: "其他要求" },
  lead: { en: "Lead", zhHans: "牵头单位" },
  support: { en: "With", zhHans: "配合单位" },
  leads: { en: "Leads", zhHans: "牵头事项" },
  supports: { en: "Supports", zhHans: "配合事项" },
  takesPart: { en: "Takes part in", zhHans: "参与的工作机制" },
  semicolon: { en: "; ", zhHans: "；" },
  actor: { en: "Actor", zhHans: "责任主体" },
  level: { en: "Level", zhHans: "层级" },
  timing: { en: "When", zhHans: "起止时间或时限" },
  needs: { en: "Needs first", zhHans: "前置条件" },
  gates: { en: "To be met before the next phase", zhHans: "转段条件" },
  problem: { en: "Problem", zhHans: "问题" },
  risk: { en: "Risk", zhHans: "风险" },
  likelihood: { en: "Likelihood", zhHans: "可能性" },
  impact: { en: "Impact", zhHans: "影响程度" },
  answers: { en: "Answers", zhHans: "应对措施" },
  noAnswers: { en: "The plan names no answers to these risks.", zhHans: "原文未列应对措施。" },
  resource: { en: "Resource", zhHans: "资源" },
  amount: { en: "Amount", zhHans: "数量" },
  norm: { en: "Norm", zhHans: "配置标准" },
  title: { en: "Title", zhHans: "名称" },
  scope: { en: "Scope", zhHans: "适用范围" },
  evidence: {
    en: "Evidence (background and cases, never targets)",
    zhHans: "例证（背景与案例，不作为目标值）",
  },
  evidenceOf: { en: "What", zhHans: "事项" },
  evidenceValue: { en: "Figure", zhHans: "数值" },
  evidenceNote: { en: "Note", zhHans: "说明" },
  revisions: { en: "Revisions", zhHans: "调整记录" },
  what: { en: "What", zhHans: "调整事项" },
  before: { en: "Before", zhHans: "调整前" },
  after: { en: "After", zhHans: "调整后" },
  why: { en: "Reason", zhHans: "调整原因" },
  approvedBy: { en: "Approved by", zhHans: "批准单位" },
  implied: { en: "implied, not stated", zhHans: "原文未明示" },
  allImplied: {
    en: "That these measures answer these risks is implied, not stated.",
    zhHans: "应对措施与风险的对应关系，原文均未明示。",
  },
  noText: { en: "(no text yet)", zhHans: "（本部分无正文）" },
  goals: { en: "Objectives", zhHans: "目标任务" },
} as const satisfies Readonly<Record<string, Localized>>;

export type PlanLabel = keyof typeof planLabels;

/** What a resource is. */
export const resourceWords: Readonly<Record<string, Localized>> = {
  people: { en: "people", zhHans: "人员" },
  money: { en: "money", zhHans: "资金" },
  premises: { en: "premises", zhHans: "场所" },
  equipment: { en: "equipment", zhHans: "设备" },
  technology: { en: "technology", zhHans: "技术" },
};

/** For which place a source holds. */
export const scopeWords: Readonly<Record<string, Localized>> = {
  "this-plan": { en: "the area of this plan", zhHans: "本方案范围" },
  wider: { en: "a wider area", zhHans: "更大范围" },
  "other-place": { en: "another place", zhHans: "其他地区" },
};

/** Labels of the plan document: the common ones and its own. */
export type PlanLabels = Readonly<Record<StatusLabel | PlanLabel, string>>;
