/** Words of the report `status` that are not in the common vocabulary, in both languages. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { ProgressState } from "../records/records.ts";

/** Headings, column heads and short labels. */
export const statusLabels = {
  report: { en: "Where the plan stands", zhHans: "方案执行情况报告" },
  issuer: { en: "Issued by", zhHans: "印发单位" },
  number: { en: "Document number", zhHans: "文号" },
  period: { en: "Period", zhHans: "实施期限" },
  documentStatus: { en: "Document status", zhHans: "方案状态" },
  asOf: { en: "As of", zhHans: "数据截止日期" },
  planFile: { en: "Plan file", zhHans: "方案文件" },
  madeWith: { en: "Made with", zhHans: "生成工具" },
  summary: { en: "Summary", zhHans: "总体情况" },
  overview: { en: "Status at a glance", zhHans: "指标状态一览" },
  indicators: { en: "Indicators", zhHans: "指标完成情况" },
  details: { en: "Indicator by indicator", zhHans: "分项指标情况" },
  rollUp: { en: "By dimension", zhHans: "分维度汇总" },
  milestones: { en: "Milestones", zhHans: "关键节点" },
  context: { en: "Reference indicators (shown, not judged)", zhHans: "参考指标（只列示，不评定）" },
  findings: { en: "Findings", zhHans: "问题项" },
  method: { en: "How the figures are made", zhHans: "评定方法与数据口径" },
  indicator: { en: "Indicator", zhHans: "指标" },
  unit: { en: "unit", zhHans: "单位" },
  baseline: { en: "Baseline", zhHans: "基期值" },
  value: { en: "Current value", zhHans: "实际值" },
  previous: { en: "previous", zhHans: "上期" },
  change: { en: "on previous", zhHans: "环比" },
  yearOnYear: { en: "year on year", zhHans: "同比" },
  movement: { en: "Movement", zhHans: "上期与变动" },
  target: { en: "Target", zhHans: "目标值" },
  targets: { en: "Targets", zhHans: "目标值" },
  attained: { en: "attained", zhHans: "目标进度" },
  elapsed: { en: "elapsed", zhHans: "时序进度" },
  progress: { en: "Attained / elapsed", zhHans: "目标进度／时序进度" },
  expected: { en: "expected", zhHans: "应达值" },
  gap: { en: "gap", zhHans: "差距" },
  expectedAndGap: { en: "Expected / gap", zhHans: "应达值／差距" },
  status: { en: "Status", zhHans: "状态" },
  owner: { en: "Owner", zhHans: "责任单位" },
  due: { en: "Due", zhHans: "完成时限" },
  kind: { en: "Kind", zhHans: "类别" },
  section: { en: "Section", zhHans: "章节" },
  judgedBy: { en: "Judged by", zhHans: "评定依据值" },
  trend: { en: "Trend", zhHans: "走势" },
  reportedFor: { en: "Reported for", zhHans: "所属期间" },
  reason: { en: "Reason for deviation", zhHans: "偏差原因" },
  action: { en: "Action taken", zhHans: "改进措施" },
  entity: { en: "Entity", zhHans: "实施单位" },
  entities: { en: "By entity, furthest behind first", zhHans: "各实施单位情况（由差到好）" },
  rank: { en: "No.", zhHans: "序号" },
  reporter: { en: "Reported by", zhHans: "填报人" },
  dimension: { en: "Dimension", zhHans: "维度" },
  weight: { en: "Weight", zhHans: "权重" },
  weightTrait: { en: "weight", zhHans: "权重" },
  score: { en: "Score", zhHans: "得分" },
  statuses: { en: "Indicators by status", zhHans: "各状态指标数" },
  wholePlan: { en: "Whole plan", zhHans: "方案总体" },
  milestone: { en: "Milestone", zhHans: "关键节点" },
  phase: { en: "Phase", zhHans: "阶段" },
  deliverable: { en: "Deliverable", zhHans: "成果" },
  state: { en: "Progress", zhHans: "进展" },
  remarks: { en: "Done / problem / next", zhHans: "完成情况／存在问题／下一步" },
  severity: { en: "Severity", zhHans: "级别" },
  finding: { en: "Finding", zhHans: "问题" },
  place: { en: "Place", zhHans: "位置" },
  figure: { en: "Figure", zhHans: "数据项" },
  meaning: { en: "Meaning", zhHans: "含义" },
  filledBy: { en: "Filled in by", zhHans: "填报人" },
  checkedBy: { en: "Checked by", zhHans: "审核人" },
  date: { en: "Date", zhHans: "日期" },
  contested: { en: "contested", zhHans: "目标有争议" },
  governing: { en: "governing", zhHans: "评定目标" },
  provisional: { en: "provisional", zhHans: "暂定" },
  assumed: { en: "assumed: end of the plan", zhHans: "未注明，按方案期末计" },
  undated: { en: "undated", zhHans: "未注明" },
  dimensionless: { en: "Without a dimension", zhHans: "未归入维度" },
  none: { en: "–", zhHans: "—" },
  colon: { en: ": ", zhHans: "：" },
  listComma: { en: ", ", zhHans: "、" },
  noFindings: { en: "No errors and no warnings.", zhHans: "未发现错误和警告。" },
  noIndicators: { en: "The plan has no indicators.", zhHans: "方案未设指标。" },
  noEntry: { en: "no entry", zhHans: "无进展记录" },
  overdueNoEntry: { en: "overdue, no entry", zhHans: "已到期，无进展记录" },
  overdue: { en: "overdue", zhHans: "已逾期" },
} as const satisfies Readonly<Record<string, Localized>>;

export type StatusLabel = keyof typeof statusLabels;

/** States of a progress entry. */
export const progressStateWords: Readonly<Record<ProgressState, Localized>> = {
  "not-started": { en: "not started", zhHans: "未启动" },
  "in-progress": { en: "in progress", zhHans: "推进中" },
  done: { en: "done", zhHans: "已完成" },
  overdue: { en: "overdue", zhHans: "逾期" },
  suspended: { en: "suspended", zhHans: "暂缓" },
};

/** Status of a plan document (FORMAT.md section 5). */
export const planStatusWords: Readonly<Record<string, Localized>> = {
  draft: { en: "draft", zhHans: "草案" },
  consultation: { en: "consultation", zhHans: "征求意见稿" },
  submitted: { en: "submitted", zhHans: "送审稿" },
  trial: { en: "trial", zhHans: "试行" },
  approved: { en: "approved", zhHans: "已批准" },
  closed: { en: "closed", zhHans: "已结束" },
};

/** 约束性 and 预期性 indicators. */
export const attributeWords: Readonly<Record<"binding" | "anticipatory", Localized>> = {
  binding: { en: "binding", zhHans: "约束性" },
  anticipatory: { en: "anticipatory", zhHans: "预期性" },
};

/** The banner of reports on made-up data, and its short form for captions and charts. */
export const demoWords = {
  banner: {
    en: "Demonstration data: the values in this report are made up and say nothing about any real place.",
    zhHans: "演示数据：本报告所用数据均为虚构，不反映任何地区、单位的实际情况。",
  },
  caption: { en: "demonstration data, made up", zhHans: "演示数据，非实际数据" },
  chart: { en: "DEMONSTRATION DATA", zhHans: "演示数据" },
} as const satisfies Readonly<Record<string, Localized>>;
