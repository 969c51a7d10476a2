/** Words of the reports that are not in the common vocabulary, in both languages. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { ProgressState } from "../records/records.ts";

/** What the report `status` is called, also where others refer to it. */
export const statusTitle: Localized = { en: "Where the plan stands", zhHans: "方案执行情况报告" };

/** Headings, column heads and short labels. */
export const statusLabels = {
  issuer: { en: "Issued by", zhHans: "印发单位" },
  number: { en: "Document number", zhHans: "文号" },
  period: { en: "Period", zhHans: "实施期限" },
  documentStatus: { en: "Document status", zhHans: "方案状态" },
  asOf: { en: "As of", zhHans: "数据截止日期" },
  nextReport: { en: "Next figures due", zhHans: "下次数据报送期限" },
  contact: { en: "Contact", zhHans: "联系方式" },
  version: { en: "Version of plan and data", zhHans: "方案及数据版本" },
  contents: { en: "Contents", zhHans: "目录" },
  planFile: { en: "Plan file", zhHans: "方案文件" },
  madeWith: { en: "Made with", zhHans: "生成工具" },
  summary: { en: "Summary", zhHans: "总体情况" },
  attention: { en: "Needs attention", zhHans: "需重点关注事项" },
  attentionIndicators: { en: "Indicators, worst first", zhHans: "指标（由差到好）" },
  attentionTasks: { en: "Overdue, longest first", zhHans: "逾期事项（按逾期时间由长到短）" },
  why: { en: "How far behind, and why", zhHans: "差距与原因" },
  task: { en: "Task", zhHans: "事项" },
  problemAndNext: { en: "Problem / next", zhHans: "存在问题／下一步" },
  late: { en: "Overdue by", zhHans: "逾期" },
  overview: { en: "Status at a glance", zhHans: "指标状态一览" },
  indicators: { en: "Indicators", zhHans: "指标完成情况" },
  details: { en: "Indicator by indicator", zhHans: "分项指标情况" },
  rollUp: { en: "By dimension", zhHans: "分维度汇总" },
  overTime: { en: "How the statuses changed", zhHans: "状态变化情况" },
  byEntity: { en: "By entity", zhHans: "各实施单位情况" },
  showAll: { en: "Show all", zhHans: "展开" },
  traces: { en: "How each figure came about", zhHans: "指标计算过程" },
  basis: { en: "Basis", zhHans: "评定依据" },
  legend: { en: "In formulas", zhHans: "公式中的符号" },
  rollUpTraces: { en: "The whole plan and its dimensions", zhHans: "方案总体和各维度" },
  traceLink: { en: "how the figures came about", zhHans: "计算过程" },
  traceNote: {
    en: "Formula, inserted values and source of every figure in the report. Line numbers refer to the plan file and the data files.",
    zhHans: "逐项列明报告所用数据的公式、代入数值和来源。行号为方案文件和数据文件中的行号。",
  },
  waiting: { en: "Indicators without data", zhHans: "尚无数据的指标" },
  targetsInBrief: { en: "Target (kind; due; section)", zhHans: "目标值（类别；完成时限；章节）" },
  actions: { en: "Actions", zhHans: "重点任务" },
  actionKind: { en: "Action", zhHans: "重点任务" },
  objective: { en: "Objective", zhHans: "目标任务" },
  actionPeriod: { en: "Period", zhHans: "起止时间" },
  milestones: { en: "Milestones", zhHans: "关键节点" },
  context: { en: "Reference indicators (shown, not judged)", zhHans: "参考指标（只列示，不评定）" },
  findings: { en: "Findings", zhHans: "问题项" },
  method: { en: "How the figures are made", zhHans: "评定方法与数据口径" },
  indicator: { en: "Indicator", zhHans: "指标" },
  unit: { en: "unit", zhHans: "单位" },
  baseline: { en: "Baseline", zhHans: "基期值" },
  value: { en: "Current value", zhHans: "实际值" },
  thisPeriod: { en: "This period", zhHans: "本期" },
  previous: { en: "Previous", zhHans: "上期" },
  change: { en: "Change", zhHans: "环比" },
  yearOnYear: { en: "Year on year", zhHans: "同比" },
  movement: { en: "Movement", zhHans: "上期与变动" },
  target: { en: "Target", zhHans: "目标值" },
  targets: { en: "Targets", zhHans: "目标值" },
  attained: { en: "Attained", zhHans: "目标进度" },
  elapsed: { en: "elapsed", zhHans: "时序进度" },
  progress: { en: "Attained / elapsed", zhHans: "目标进度／时序进度" },
  expected: { en: "expected", zhHans: "应达值" },
  gap: { en: "Gap", zhHans: "差距" },
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
  entities: { en: "By entity, furthest behind first", zhHans: "各实施单位（由差到好）" },
  reporter: { en: "Reported by", zhHans: "填报人" },
  dimension: { en: "Dimension", zhHans: "维度" },
  weight: { en: "Weight", zhHans: "权重" },
  weightTrait: { en: "weight", zhHans: "权重" },
  score: { en: "Score", zhHans: "得分" },
  count: { en: "Count", zhHans: "项数" },
  statuses: { en: "Indicators by status", zhHans: "各状态指标数" },
  wholePlan: { en: "Whole plan", zhHans: "方案总体" },
  milestone: { en: "Milestone", zhHans: "关键节点" },
  phase: { en: "Phase", zhHans: "阶段" },
  deliverable: { en: "Deliverable", zhHans: "成果" },
  state: { en: "Progress", zhHans: "进展" },
  remarks: { en: "Done / problem / next", zhHans: "完成情况／存在问题／下一步" },
  severity: { en: "Severity", zhHans: "级别" },
  finding: { en: "Finding", zhHans: "问题项" },
  place: { en: "Place", zhHans: "位置" },
  figure: { en: "Figure", zhHans: "数据项" },
  meaning: { en: "Meaning", zhHans: "含义" },
  filledBy: { en: "Filled in by", zhHans: "填报人" },
  checkedBy: { en: "Checked by", zhHans: "审核人" },
  date: { en: "Date", zhHans: "日期" },
  contested: { en: "contested", zhHans: "目标值不一致" },
  governing: { en: "governing", zhHans: "评定目标" },
  provisional: { en: "provisional", zhHans: "暂定" },
  assumed: { en: "assumed: end of the plan", zhHans: "未注明，按期末计" },
  assumedDay: { en: "assumed", zhHans: "推定" },
  undated: { en: "undated", zhHans: "未注明" },
  dimensionless: { en: "Without a dimension", zhHans: "未归入维度" },
  none: { en: "–", zhHans: "—" },
  colon: { en: ": ", zhHans: "：" },
  legendNote: {
    en: "What each status means, how it is judged and where each figure comes from: see the full report on where the plan stands.",
    zhHans: "各状态的含义、评定方法和数据来源，见方案执行情况报告。",
  },
  /** What `view/worst-first.ts` does, in words. */
  orderNote: {
    en: "Worst first: by status; within a status those whose attained share is furthest below the share expected by now (gap in points); where that cannot be computed, by share of the target, the lowest first; the others in the order of the plan.",
    zhHans:
      "“由差到好”的排列次序：先按状态；同一状态的，目标进度落后应达进度（进度差）多的在前；无法计算进度差的列后，按完成率由低到高；其余按方案次序。",
  },
  equals: { en: "=", zhHans: "＝" },
  open: { en: " (", zhHans: "（" },
  close: { en: ")", zhHans: "）" },
  listComma: { en: ", ", zhHans: "、" },
  /** Between words and the number after them. */
  numberGap: { en: " ", zhHans: "" },
  fieldGap: { en: " · ", zhHans: "　" },
  noFindings: { en: "No errors and no warnings.", zhHans: "未发现错误和警告。" },
  noIndicators: { en: "The plan has no indicators.", zhHans: "方案未设指标。" },
  noEntry: { en: "no entry", zhHans: "无进展记录" },
  overdueNoEntry: { en: "due, no entry", zhHans: "已到期，无进展记录" },
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
  consultation: { en: "draft for consultation", zhHans: "征求意见稿" },
  submitted: { en: "submitted for approval", zhHans: "送审稿" },
  trial: { en: "in trial use", zhHans: "试行" },
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
