/** The project's vocabulary in both languages (DESIGN.md section 2): one word per concept, used by every output. */
import type { Localized, Severity } from "../diagnostics/diagnostic.ts";
import type { InterimStatus, Status } from "../indicators/results.ts";
import type { PlaceholderVerb } from "../plan/placeholder.ts";
import type { Direction, ItemKind, TargetKind } from "../plan/plan.ts";

export const statusWords: Readonly<Record<Status | InterimStatus, Localized>> = {
  achieved: { en: "achieved", zhHans: "已达标" },
  ahead: { en: "ahead", zhHans: "超前" },
  "on-track": { en: "on track", zhHans: "正常" },
  "at-risk": { en: "at risk", zhHans: "滞后预警" },
  "off-track": { en: "off track", zhHans: "严重滞后" },
  worsening: { en: "worsening", zhHans: "倒退" },
  missed: { en: "missed", zhHans: "未达标" },
  stale: { en: "stale", zhHans: "数据过期" },
  "no-data": { en: "no data", zhHans: "未报送" },
  "not-due": { en: "not due", zhHans: "未到期" },
  "not-computable": { en: "not computable", zhHans: "无法评定" },
  met: { en: "met", zhHans: "已实现" },
};

/** How many have a status: `4 on track`, 正常 4. */
export function statusCount(status: Status, count: number): Localized {
  const { en, zhHans } = statusWords[status];
  return { en: `${count} ${en}`, zhHans: `${zhHans} ${count}` };
}

/** Shape beside each status word, so that colour is never alone; all are in common CJK and Latin fonts. */
export const statusMarks: Readonly<Record<Status, string>> = {
  achieved: "✓",
  ahead: "▲",
  "on-track": "●",
  "at-risk": "◆",
  "off-track": "■",
  worsening: "▼",
  missed: "×",
  stale: "◇",
  "no-data": "○",
  "not-due": "·",
  "not-computable": "?",
};

export const severityWords: Readonly<Record<Severity, Localized>> = {
  error: { en: "error", zhHans: "错误" },
  warning: { en: "warning", zhHans: "警告" },
  info: { en: "info", zhHans: "提示" },
};

export const kindWords: Readonly<Record<ItemKind, Localized>> = {
  section: { en: "section", zhHans: "章节" },
  source: { en: "source", zhHans: "来源" },
  actor: { en: "actor", zhHans: "责任主体" },
  entity: { en: "entity", zhHans: "实施单位" },
  problem: { en: "problem", zhHans: "问题" },
  dimension: { en: "dimension", zhHans: "维度" },
  objective: { en: "objective", zhHans: "目标任务" },
  indicator: { en: "indicator", zhHans: "指标" },
  phase: { en: "phase", zhHans: "阶段" },
  milestone: { en: "milestone", zhHans: "关键节点" },
  deliverable: { en: "deliverable", zhHans: "成果" },
  action: { en: "action", zhHans: "重点任务" },
  risk: { en: "risk", zhHans: "风险" },
  evidence: { en: "evidence", zhHans: "例证" },
  resource: { en: "resource", zhHans: "资源" },
  mechanism: { en: "mechanism", zhHans: "工作机制" },
  figure: { en: "figure of a mechanism", zhHans: "机制数据" },
};

export const directionWords: Readonly<Record<Direction, Localized>> = {
  increase: { en: "increase", zhHans: "上升" },
  decrease: { en: "decrease", zhHans: "下降" },
  maintain: { en: "maintain", zhHans: "保持" },
};

export const targetKindWords: Readonly<Record<TargetKind, Localized>> = {
  reach: { en: "level to reach", zhHans: "到期达到" },
  hold: { en: "bound to hold", zhHans: "持续保持" },
  change: { en: "change on the baseline", zhHans: "较基期增减" },
  relative: { en: "relative change", zhHans: "较基期增减比例" },
  rate: { en: "average yearly change", zhHans: "年均增减" },
  each: { en: "change in every year", zhHans: "每年增减" },
  total: { en: "total over the span", zhHans: "累计总量" },
  compound: { en: "compound change over the span", zhHans: "累计增减（复合）" },
  versus: { en: "relation to another indicator", zhHans: "与另一指标比较" },
  done: { en: "state to reach", zhHans: "完成状态" },
  grade: { en: "grade to reach", zhHans: "达到等级" },
  trend: { en: "direction without figure", zhHans: "变化方向（未量化）" },
};

/** What a placeholder of a section text asks for. */
export const placeholderWords: Readonly<Record<PlaceholderVerb, Localized>> = {
  target: { en: "target", zhHans: "目标值" },
  baseline: { en: "baseline", zhHans: "基期值" },
  value: { en: "value", zhHans: "数值" },
  actual: { en: "current value", zhHans: "实际值" },
  unit: { en: "unit", zhHans: "计量单位" },
  status: { en: "status", zhHans: "评定状态" },
  name: { en: "name", zhHans: "名称" },
  title: { en: "title", zhHans: "标题" },
  count: { en: "number", zhHans: "数量" },
  weight: { en: "weight", zhHans: "权重" },
  owner: { en: "owner", zhHans: "责任单位" },
  date: { en: "date", zhHans: "时间" },
  period: { en: "period", zhHans: "起止时间" },
};
