/** Words that the messages of several rules share: names of fields, kinds and facts in both languages. */

import type { Localized } from "../diagnostics/diagnostic.ts";
import { kindWords } from "../language/words.ts";
import type { ItemKind } from "../plan/plan.ts";
import { own } from "../text/own.ts";

/** Names of stated facts and dated fields; a field that is not here is printed by its key. */
const fieldWords: Readonly<Record<string, Localized>> = {
  weight: { en: "weight", zhHans: "权重" },
  owner: { en: "owner", zhHans: "责任主体" },
  by: { en: "due date", zhHans: "完成时限" },
  due: { en: "due date", zhHans: "完成时限" },
  from: { en: "start date", zhHans: "起始时间" },
  period: { en: "period", zhHans: "起止时间" },
  during: { en: "period", zhHans: "适用时间" },
  at: { en: "date", zhHans: "时间" },
  date: { en: "date", zhHans: "日期" },
  frequency: { en: "frequency", zhHans: "报送频次" },
  cadence: { en: "rhythm", zhHans: "频次" },
  definition: { en: "definition", zhHans: "定义" },
  baseline: { en: "baseline", zhHans: "基期值" },
  target: { en: "target", zhHans: "目标值" },
  amount: { en: "amount", zhHans: "数量" },
  budget: { en: "budget", zhHans: "预算金额" },
  unit: { en: "unit", zhHans: "计量单位" },
  announces: { en: "announced count", zhHans: "所述数量" },
};

/** Values of mechanisms by the last key of their path. */
const parameterWords: Readonly<Record<string, Localized>> = {
  "at-least": { en: "smallest number", zhHans: "最低次数" },
  "answer-within": { en: "time to answer", zhHans: "答复时限" },
  "from-set": { en: "linking side", zhHans: "联系方" },
  "per-from": { en: "number for each that links", zhHans: "每个联系方联系数" },
  "per-head": { en: "rate per head", zhHans: "人均标准" },
  "per-to": { en: "number for each linked", zhHans: "每个被联系方对应数" },
  "test-after": { en: "time to the test", zhHans: "训后测试时间" },
  "to-set": { en: "linked side", zhHans: "被联系方" },
  award: { en: "award", zhHans: "奖励额度" },
  cap: { en: "cap", zhHans: "上限" },
  count: { en: "number", zhHans: "数量" },
  duration: { en: "duration", zhHans: "时长" },
  exchange: { en: "rate of exchange", zhHans: "兑换标准" },
  effective: { en: "effective share", zhHans: "有效率" },
  full: { en: "full marks", zhHans: "满分" },
  growth: { en: "growth", zhHans: "增长幅度" },
  "held-by": { en: "holder", zhHans: "组织单位" },
  hours: { en: "hours", zhHans: "学时" },
  if: { en: "condition", zhHans: "条件" },
  lead: { en: "lead", zhHans: "牵头单位" },
  limit: { en: "time limit", zhHans: "办理时限" },
  meets: { en: "rhythm of meetings", zhHans: "会议频次" },
  members: { en: "members", zhHans: "成员" },
  office: { en: "office", zhHans: "办事机构" },
  points: { en: "points", zhHans: "分值" },
  rate: { en: "rate", zhHans: "对接率" },
  rule: { en: "rule", zhHans: "标准" },
  score: { en: "score", zhHans: "得分" },
  share: { en: "share", zhHans: "占比" },
  states: { en: "states", zhHans: "办理环节" },
  statement: { en: "statement", zhHans: "规定内容" },
  streak: { en: "length in a row", zhHans: "连续时长" },
  then: { en: "consequence", zhHans: "措施" },
  when: { en: "condition", zhHans: "触发条件" },
  where: { en: "condition", zhHans: "适用条件" },
  within: { en: "time to act", zhHans: "落实时限" },
};

/** Facts that are figures of a mechanism are named by their id below this. */
const figurePrefix = "figures/";
/** Counts that a section or a mechanism announces. */
const announcedPrefix = /^announce[sd]\//;

/** A field's name in English. */
export function fieldInEnglish(field: string): string {
  if (field.startsWith(figurePrefix)) return `figure "${field.slice(figurePrefix.length)}"`;
  const counted = announcedPrefix.exec(field);
  if (counted !== null) return `announced number of ${field.slice(counted[0].length)}`;
  const { of, key } = pathOf(field);
  const word = own(fieldWords, key)?.en ?? own(parameterWords, key)?.en ?? key;
  if (of === null) return word;
  if (inOrder.test(of)) return `${word} of no. ${of}`;
  return key === "rule" ? `rule "${of}"` : `${word} of "${of}"`;
}

/** A field's name in Chinese; one without a Chinese name stands in quotation marks. */
export function fieldInChinese(field: string): string {
  if (field.startsWith(figurePrefix)) return `数据“${field.slice(figurePrefix.length)}”`;
  const counted = announcedPrefix.exec(field);
  if (counted !== null) {
    const of = field.slice(counted[0].length);
    const word = of === "items" ? "事项" : own(kindWords, of.replace(/s$/, ""))?.zhHans;
    return `${word ?? `“${of}”`}数量`;
  }
  const { of, key } = pathOf(field);
  const word = own(fieldWords, key)?.zhHans ?? own(parameterWords, key)?.zhHans ?? `“${key}”`;
  if (of === null) return word;
  return inOrder.test(of) ? `第 ${of} 项的${word}` : `“${of}”的${word}`;
}

/** An entry without a name is known by its number. */
const inOrder = /^\d{1,3}$/;

/** `lines/training/share` is the share of the line `training`. */
function pathOf(field: string): { readonly of: string | null; readonly key: string } {
  const parts = field.split("/");
  const [key = field, of = null] = [parts.at(-1), parts.at(-2)];
  return { of, key };
}

/** More kinds than this are not told one by one. */
const mostKindsTold = 5;

/** `action, milestone or phase`: the kinds written in `kinds`, joined with `|`. */
export function kindsInEnglish(kinds: string): string {
  const words = splitKinds(kinds).map((kind) => kindWords[kind].en);
  if (words.length > mostKindsTold) return "item";
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} or ${last}`;
}

/** The same in Chinese: 重点任务、关键节点或阶段. */
export function kindsInChinese(kinds: string): string {
  const words = splitKinds(kinds).map((kind) => kindWords[kind].zhHans);
  if (words.length > mostKindsTold) return "事项";
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join("、")}或${last}`;
}

function splitKinds(kinds: string): ItemKind[] {
  return kinds.split("|").filter((kind): kind is ItemKind => Object.hasOwn(kindWords, kind));
}

/** `3 indicators`, `1 indicator`: a count of things that are named in the plural, as the keys of `announces` are. */
export function counted(count: number, things: string): string {
  const one = things.endsWith("ies") ? `${things.slice(0, -3)}y` : things.replace(/s$/, "");
  return `${count} ${count === 1 ? one : things}`;
}

/** Between the texts of a list in one argument of a message: names may hold commas. */
const listMark = "\u001f";

/** Texts of the plan as one argument; read by the two functions below. */
export function joinList(texts: readonly string[]): string {
  return texts.join(listMark);
}

/** The texts of a joined list. */
export function listedIn(joined: string): readonly string[] {
  return joined.split(listMark);
}

/** A joined list with commas. */
export function listInEnglish(joined: string): string {
  return joined.replaceAll(listMark, ", ");
}

/** A joined list with each text between “ and ”, which need no 、 between them. */
export function quotedList(joined: string): string {
  return listedIn(joined)
    .map((text) => `“${text}”`)
    .join("");
}

/** `2026-01-01..2026-06-30` in words: from and to, or the one end that is stated. */
export function spanInEnglish(span: string): string {
  const [from = "", to = from] = span.split("..");
  if (from === "") return `until ${to}`;
  if (to === "") return `from ${from}`;
  return from === to ? from : `${from} to ${to}`;
}

/** The same in Chinese: 至, 截至 … or … 起. */
export function spanInChinese(span: string): string {
  const [from = "", to = from] = span.split("..");
  if (from === "") return `截至 ${to}`;
  if (to === "") return `${from} 起`;
  return from === to ? from : `${from} 至 ${to}`;
}

const lengthForm = /^(\d{1,4}) ?(hours?|h|days?|weeks?|months?|quarters?|years?)$/i;
const lengthWords: Readonly<Record<string, string>> = {
  h: "小时",
  hour: "小时",
  day: "天",
  week: "周",
  month: "个月",
  quarter: "个季度",
  year: "年",
};

/** A length of time that a key holds in English (`2 months`), in Chinese (` 2 个月`); null for what the plan words itself. */
export function lengthInChinese(text: string): string | null {
  const [, count, unit = ""] = lengthForm.exec(text.trim()) ?? [];
  const words = own(lengthWords, unit.toLowerCase().replace(/s$/, ""));
  return count === undefined || words === undefined ? null : ` ${count} ${words}`;
}
