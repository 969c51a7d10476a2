/** What the fields of a plan are called in running text. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { parseRhythm } from "../plan/parse-rhythm.ts";
import { rhythmInChinese } from "../plan/rhythm.ts";
import { own } from "../text/own.ts";
import { mechanismFieldWords } from "./mechanism-words.ts";

const words: Readonly<Record<string, Localized>> = {
  "also-called": { en: "other names", zhHans: "别称" },
  "data-from": { en: "source of data", zhHans: "数据来源" },
  "issuer/date": { en: "date of issue", zhHans: "印发日期" },
  "issuer/name": { en: "issuer", zhHans: "印发机关" },
  "issuer/number": { en: "document number", zhHans: "发文字号" },
  "issuer/secrecy": { en: "secrecy", zhHans: "密级" },
  "part-of": { en: "whole that it is part of", zhHans: "所属整体" },
  "report-within": { en: "days for reporting", zhHans: "报送期限" },
  "same-as": { en: "equal indicator", zhHans: "同一指标" },
  aggregation: { en: "way of adding up", zhHans: "汇总方式" },
  amount: { en: "amount", zhHans: "数量" },
  announced: { en: "announced count", zhHans: "所述数量" },
  announces: { en: "announced count", zhHans: "所述数量" },
  assess: { en: "assessment method", zhHans: "评定方法" },
  at: { en: "date", zhHans: "时间" },
  attribute: { en: "attribute", zhHans: "指标属性" },
  baseline: { en: "baseline", zhHans: "基期值" },
  bounds: { en: "bounds", zhHans: "取值范围" },
  budget: { en: "budget", zhHans: "预算" },
  by: { en: "date", zhHans: "时限" },
  cadence: { en: "rhythm", zhHans: "频次" },
  cap: { en: "cap", zhHans: "上限" },
  cause: { en: "cause", zhHans: "原因" },
  collected: { en: "collection of data", zhHans: "数据采集" },
  counted: { en: "way of counting", zhHans: "统计口径" },
  date: { en: "date", zhHans: "日期" },
  definition: { en: "definition", zhHans: "指标定义" },
  deliverable: { en: "deliverable", zhHans: "成果" },
  dimension: { en: "dimension", zhHans: "维度" },
  direction: { en: "direction", zhHans: "方向" },
  due: { en: "due date", zhHans: "时限" },
  during: { en: "period", zhHans: "适用时段" },
  facts: { en: "fact", zhHans: "基本情况" },
  figures: { en: "figure", zhHans: "数据" },
  formula: { en: "formula", zhHans: "计算公式" },
  frequency: { en: "frequency", zhHans: "报送频次" },
  from: { en: "start", zhHans: "开始时间" },
  gates: { en: "gate", zhHans: "转段条件" },
  governs: { en: "items that it governs", zhHans: "适用对象" },
  impact: { en: "impact", zhHans: "影响程度" },
  is: { en: "value", zhHans: "数值" },
  kind: { en: "kind", zhHans: "类别" },
  language: { en: "language", zhHans: "语言" },
  level: { en: "level", zhHans: "层级" },
  likelihood: { en: "likelihood", zhHans: "可能性" },
  mitigations: { en: "answers to the risk", zhHans: "应对措施" },
  name: { en: "name", zhHans: "名称" },
  needs: { en: "needs", zhHans: "前置条件" },
  norm: { en: "norm", zhHans: "配置标准" },
  objective: { en: "objective", zhHans: "目标任务" },
  objectives: { en: "objectives", zhHans: "目标任务" },
  of: { en: "subject", zhHans: "所指指标" },
  owner: { en: "owner", zhHans: "责任单位" },
  parent: { en: "parent", zhHans: "上级" },
  performance: { en: "kind of performance", zhHans: "绩效类型" },
  period: { en: "period", zhHans: "起止时间" },
  phase: { en: "phase", zhHans: "阶段" },
  place: { en: "place", zhHans: "地点" },
  purpose: { en: "purpose", zhHans: "目的" },
  role: { en: "role", zhHans: "类型" },
  section: { en: "section cited", zhHans: "出处章节" },
  target: { en: "target", zhHans: "目标值" },
  scope: { en: "scope", zhHans: "范围" },
  serves: { en: "objectives that it serves", zhHans: "服务的目标任务" },
  source: { en: "source", zhHans: "来源" },
  statement: { en: "statement", zhHans: "表述" },
  status: { en: "status of the document", zhHans: "文件状态" },
  text: { en: "text", zhHans: "文字" },
  title: { en: "title", zhHans: "标题" },
  to: { en: "end value", zhHans: "期末数值" },
  trajectory: { en: "trajectory", zhHans: "应达轨迹" },
  type: { en: "type", zhHans: "类型" },
  unit: { en: "unit", zhHans: "计量单位" },
  value: { en: "kind of value", zhHans: "数值类型" },
  weight: { en: "weight", zhHans: "权重" },
};

/**
 * A field in words: by its whole path, else by its first part with the rest behind it, else as the plan writes it. The keys of
 * mechanisms have words of their own.
 */
export function fieldWords(field: string, of?: string): Localized {
  const cited = /^(.+)\/section$/.exec(field)?.[1];
  if (cited !== undefined) {
    const stated = fieldWords(cited, of);
    return { en: `section cited for the ${stated.en}`, zhHans: `${stated.zhHans}的出处章节` };
  }
  const ofMechanism = of === "mechanism" ? mechanismFieldWords(field) : null;
  if (ofMechanism !== null) return ofMechanism;
  const whole = own(words, field);
  if (whole !== undefined) return whole;
  const at = field.indexOf("/");
  const first = at < 0 ? undefined : own(words, field.slice(0, at));
  if (first === undefined) return { en: `\`${field}\``, zhHans: `“${field}”` };
  const rest = field.slice(at + 1);
  return { en: `${first.en} \`${rest}\``, zhHans: `${first.zhHans}“${rest}”` };
}

/** Words of the format that stand as values, in Chinese; English has them as they are. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aggregation: {
    sum: "合计",
    mean: "平均",
    weighted: "加权平均",
    "ratio-of-sums": "按合计数计算比例",
    latest: "取最新值",
    min: "取最小值",
    max: "取最大值",
    none: "不汇总",
  },
  attribute: { binding: "约束性", anticipatory: "预期性" },
  direction: { increase: "上升", decrease: "下降", maintain: "保持" },
  performance: {
    cost: "成本指标",
    quantity: "数量指标",
    quality: "质量指标",
    timeliness: "时效指标",
    benefit: "效益指标",
    satisfaction: "满意度指标",
  },
  role: { outcome: "效果", output: "产出", process: "过程", input: "投入", context: "参考" },
  status: {
    draft: "草案",
    consultation: "征求意见",
    submitted: "送审",
    trial: "试行",
    approved: "已批准",
    closed: "已结束",
  },
  value: { level: "时点值", flow: "当期值", "running-total": "累计值" },
};

/** A value of a field in Chinese: the word of the format, else the text of the plan in quotes. */
export function chineseValue(field: string, text: string): string {
  if (/(?:^|\/)(?:frequency|cadence)$/.test(field) && /^[a-z\d -]+$/i.test(text)) {
    const rhythm = parseRhythm(text);
    if (rhythm !== null) return rhythmInChinese(rhythm);
  }
  const words = own(values, field);
  return (words === undefined ? undefined : own(words, text)) ?? `“${text}”`;
}
