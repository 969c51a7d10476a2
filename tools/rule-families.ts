/** What the rules of each family look at: the tables of the READMEs. */
import { allCodes } from "../src/codes.ts";

type Words = readonly [en: string, zhHans: string];

const families: Readonly<Record<string, Words>> = {
  yaml: [
    "encodings, traps of the notation, limits of size and depth",
    "文件编码、书写格式中的常见陷阱、大小和层级限制",
  ],
  schema: ["unknown, missing and misplaced keys", "键名有误、缺失或放错位置"],
  reference: [
    "ids that nobody states, twice stated, unused or circular",
    "编号无对应、重复、未被使用或循环引用",
  ],
  statement: [
    "the same fact said differently; values and units that cannot be read",
    "同一事项前后表述不一；数值、单位无法识别",
  ],
  time: ["period, phases, deadlines, order of steps, cycles", "实施期限、阶段、时限、先后顺序、周期"],
  target: [
    "two values for one date, weakening, wrong direction, impossible or doubtful levels and paces",
    "同一时点两个目标值、目标倒退、方向不符、数值不可能或存疑",
  ],
  indicator: [
    "baseline, unit, source, owner, frequency, method, formula, parts and wholes",
    "基期值、计量单位、数据来源、责任主体、报送频次、评定方法、公式、部分与整体",
  ],
  count: ["announced numbers and weights against what is listed", "提出的数量、权重与实际列出的核对"],
  objective: [
    "problems, objectives, dimensions, actions and figures without counterpart",
    "问题、目标任务、维度、重点任务、数字目标缺少对应",
  ],
  mechanism: [
    "what all mechanisms share: parameters, rhythms, conditions",
    "各类工作机制共有的参数、周期、条件",
  ],
  scorecard: ["weights, bands, ranks, deductions, consequences", "考核权重、等次、排名、扣分、结果运用"],
  alarm: ["levels and thresholds of alarms", "预警级别和阈值"],
  review: ["rhythms and rounds of reviews", "督导评估的频次和轮次"],
  list: ["items and fields of lists", "清单事项和必填项"],
  matching: ["supply and demand", "供需对接"],
  workflow: ["states, limits and clocks", "流转状态、时限"],
  norm: ["staffing and equipment norms", "配置标准"],
  fund: ["shares, caps and awards", "经费比例、上限、奖补"],
  body: ["bodies and their meetings", "组织机构及其会议"],
  points: ["earning and exchange of points", "积分获取和兑换"],
  training: ["hours, modules and shares", "培训学时、模块、占比"],
  pilot: ["stages and coverage of pilots", "试点批次和覆盖面"],
  entitlement: ["conditions of entitlements", "资格待遇的条件"],
  link: ["numbers of links", "结对联系的数量"],
  responsibility: ["who leads, helps, and answers for too much", "牵头、配合、责任过于集中"],
  risk: ["risks without, or with a late or weak, answer", "风险缺少应对，或应对过晚、过弱"],
  narrative: [
    "texts: placeholders, drafts, numbering, figures against the model",
    "正文：占位符、未定稿、编号、与指标不一致的数字",
  ],
  provenance: ["origin and age of figures", "数字的来源和时效"],
  data: ["rows and cells of data files, series against the plan", "数据文件的行和单元格，序列与方案的核对"],
  status: [
    "what the evaluation found: behind, missed, stale, overdue",
    "评定结果：滞后、未达标、数据过期、逾期",
  ],
  suppression: ["accepted findings without reason or use", "忽略问题项未写理由或已无用"],
};

/** Families that belong to the call and not to a plan. */
const outside: ReadonlySet<string> = new Set(["input", "usage", "configuration", "output", "internal"]);

/** A table of the families with their number of rules. Throws for a family that has no words here. */
export function familyTable(language: "en" | "zhHans"): string {
  const counts = new Map<string, number>();
  for (const { code } of allCodes) {
    const family = code.slice(0, code.indexOf("/"));
    if (!outside.has(family)) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  const head = language === "en" ? "| family | rules | looks at |" : "| 类别 | 规则数 | 检查内容 |";
  const rows = [...counts].map(([family, count]) => {
    const words = families[family];
    if (words === undefined) throw new Error(`tools/rule-families.ts has no words for ${family}`);
    return `| \`${family}/\` | ${count} | ${words[language === "en" ? 0 : 1]} |`;
  });
  return [head, "|---|---|---|", ...rows, ""].join("\n");
}
