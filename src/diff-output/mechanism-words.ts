/** What the keys of mechanisms are called in running text, and paths of keys and ids such as `lines/training/share`. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { own } from "../text/own.ts";

/** Keys under which entries with ids stand, each as one entry is called. */
const entries: Readonly<Record<string, Localized>> = {
  bands: { en: "band", zhHans: "等次" },
  cases: { en: "case", zhHans: "分类情形" },
  components: { en: "component", zhHans: "考核内容" },
  composition: { en: "part of the composition", zhHans: "构成" },
  consequences: { en: "consequence", zhHans: "结果运用" },
  deductions: { en: "deduction", zhHans: "扣分项" },
  earn: { en: "way of earning", zhHans: "积分获取项" },
  items: { en: "item", zhHans: "事项" },
  levels: { en: "level", zhHans: "分级" },
  lines: { en: "line", zhHans: "支出科目" },
  links: { en: "link", zhHans: "联系" },
  lists: { en: "list", zhHans: "分清单" },
  modules: { en: "module", zhHans: "培训模块" },
  rounds: { en: "round", zhHans: "轮次" },
  rules: { en: "rule", zhHans: "分项标准" },
  sources: { en: "source of money", zhHans: "资金来源" },
  stages: { en: "stage", zhHans: "推广步骤" },
  veto: { en: "veto", zhHans: "一票否决项" },
};

const keys: Readonly<Record<string, Localized>> = {
  "also-called": { en: "other names", zhHans: "别称" },
  "answer-within": { en: "time to answer", zhHans: "答复时限" },
  "at-least": { en: "smallest number", zhHans: "最低次数" },
  "data-from": { en: "source of data", zhHans: "数据来源" },
  "from-set": { en: "linking set", zhHans: "联系方" },
  "opposed-to": { en: "list that it is opposed to", zhHans: "对照清单" },
  "per-from": { en: "number for each that links", zhHans: "每个联系方联系数" },
  "per-head": { en: "rate per head", zhHans: "人均标准" },
  "per-to": { en: "number for each linked", zhHans: "每个被联系方对应数" },
  "test-after": { en: "time to the test", zhHans: "训后测试时间" },
  "to-set": { en: "linked set", zhHans: "被联系方" },
  amount: { en: "amount", zhHans: "金额" },
  announced: { en: "announced count", zhHans: "所述数量" },
  aspects: { en: "aspects", zhHans: "评估内容" },
  at: { en: "threshold", zhHans: "阈值" },
  award: { en: "award", zhHans: "奖励额度" },
  bonus: { en: "being a bonus", zhHans: "是否加分项" },
  by: { en: "who carries it out", zhHans: "实施者" },
  cadence: { en: "rhythm", zhHans: "频次" },
  cap: { en: "cap", zhHans: "上限" },
  category: { en: "category", zhHans: "所属类别" },
  certificate: { en: "certificate", zhHans: "持证要求" },
  clock: { en: "clock", zhHans: "计时起止" },
  cohort: { en: "cohort", zhHans: "培训对象" },
  complete: { en: "completeness", zhHans: "是否列全" },
  count: { en: "number", zhHans: "数量" },
  coverage: { en: "coverage", zhHans: "覆盖范围" },
  deliverable: { en: "deliverable", zhHans: "成果" },
  demand: { en: "demand", zhHans: "需求" },
  due: { en: "due date", zhHans: "完成时限" },
  duration: { en: "duration", zhHans: "时长" },
  during: { en: "period", zhHans: "适用时段" },
  effective: { en: "effective share", zhHans: "有效率" },
  escalate: { en: "next step up", zhHans: "升级至" },
  evidence: { en: "evidence", zhHans: "佐证材料" },
  exchange: { en: "exchange rate", zhHans: "兑换标准" },
  feeds: { en: "indicator that it feeds", zhHans: "计入指标" },
  fields: { en: "fields", zhHans: "登记要素" },
  follows: { en: "section that it steps up from", zhHans: "承接章节" },
  for: { en: "what earns it", zhHans: "得分事项" },
  force: { en: "force", zhHans: "约束力" },
  form: { en: "form", zhHans: "形式" },
  full: { en: "full marks", zhHans: "满分" },
  growth: { en: "growth", zhHans: "增长幅度" },
  hours: { en: "hours", zhHans: "学时" },
  id: { en: "id", zhHans: "编号" },
  if: { en: "condition", zhHans: "条件" },
  indicators: { en: "indicators", zhHans: "指标" },
  items: { en: "items", zhHans: "事项" },
  key: { en: "what is matched by", zhHans: "匹配依据" },
  kind: { en: "kind", zhHans: "类别" },
  lead: { en: "lead", zhHans: "牵头单位" },
  level: { en: "level", zhHans: "层级" },
  levels: { en: "levels", zhHans: "层级" },
  limit: { en: "time limit", zhHans: "办理时限" },
  list: { en: "items in words", zhHans: "考核内容" },
  means: { en: "meaning", zhHans: "含义" },
  meets: { en: "rhythm of meetings", zhHans: "会议频次" },
  members: { en: "members", zhHans: "成员" },
  name: { en: "name", zhHans: "名称" },
  note: { en: "note", zhHans: "备注" },
  of: { en: "subject", zhHans: "所涉对象" },
  office: { en: "office", zhHans: "办事机构" },
  open: { en: "openness of the list", zhHans: "是否未列全" },
  over: { en: "what it covers", zhHans: "适用对象" },
  owner: { en: "owner", zhHans: "责任单位" },
  parts: { en: "parts", zhHans: "构成" },
  place: { en: "place", zhHans: "地区" },
  points: { en: "points", zhHans: "分值" },
  publish: { en: "publication", zhHans: "公开方式" },
  rank: { en: "rank", zhHans: "名次" },
  rate: { en: "rate", zhHans: "对接率" },
  required: { en: "required fields", zhHans: "必填要素" },
  rewards: { en: "rewards", zhHans: "兑换内容" },
  role: { en: "role", zhHans: "人员或类别" },
  route: { en: "route", zhHans: "办理渠道" },
  rule: { en: "rule", zhHans: "标准" },
  scope: { en: "scope", zhHans: "范围" },
  score: { en: "score", zhHans: "得分" },
  section: { en: "section cited", zhHans: "出处章节" },
  share: { en: "share", zhHans: "占比" },
  source: { en: "source", zhHans: "来源" },
  statement: { en: "provision", zhHans: "规定内容" },
  states: { en: "states", zhHans: "办理环节" },
  statistic: { en: "statistic", zhHans: "统计方式" },
  streak: { en: "length in a row", zhHans: "连续时长" },
  subjects: { en: "subjects", zhHans: "考核对象" },
  supply: { en: "supply", zhHans: "供给" },
  tell: { en: "who is told", zhHans: "告知对象" },
  then: { en: "what follows", zhHans: "措施" },
  weight: { en: "weight", zhHans: "权重" },
  when: { en: "condition", zhHans: "适用情形" },
  where: { en: "condition", zhHans: "适用条件" },
  who: { en: "who is entitled", zhHans: "适用对象" },
  within: { en: "time to act", zhHans: "落实时限" },
  wording: { en: "printed words", zhHans: "原文表述" },
  yields: { en: "deliverables", zhHans: "形成成果" },
};

const dueDate: Localized = { en: "date", zhHans: "时限" };

/** The word of a key below the keys and ids of a mechanism; undefined for one that is none of its types'. */
function mechanismKeyWords(key: string, isNested = false): Localized | undefined {
  if (key === "by" && isNested) return dueDate;
  return own(keys, key) ?? own(entries, key);
}

/** A path in words: `lines/training/share` is the share of line `training`; null where a key of it has no word. */
export function mechanismFieldWords(field: string): Localized | null {
  const steps = field.split("/");
  const parts: Localized[] = [];
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] ?? "";
    const entry = own(entries, step);
    const id = steps[i + 1];
    if (entry !== undefined && id !== undefined) {
      parts.push({ en: `${entry.en} \`${id}\``, zhHans: `${entry.zhHans}“${id}”` });
      i++;
      continue;
    }
    const word = mechanismKeyWords(step, i > 0);
    if (word === undefined) return null;
    parts.push(word);
  }
  const last = parts.at(-1)?.zhHans ?? "";
  const above = parts.slice(0, -1).map(({ zhHans }) => zhHans);
  return {
    en: parts
      .map(({ en }) => en)
      .reverse()
      .join(" of "),
    zhHans: above.length === 0 ? last : `${above.join("")}的${last}`,
  };
}
