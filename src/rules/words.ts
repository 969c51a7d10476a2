/** Words that the messages of several rules share: names of fields, kinds and facts in both languages. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { kindWords } from "../language/words.ts";
import type { ItemKind } from "../plan/plan.ts";

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
  baseline: { en: "baseline", zhHans: "基期值" },
  target: { en: "target", zhHans: "目标值" },
  amount: { en: "amount", zhHans: "数量" },
  unit: { en: "unit", zhHans: "计量单位" },
  announces: { en: "announced count", zhHans: "所列数量" },
};

/** Facts that are figures of a mechanism are named by their id below this. */
const figurePrefix = "figures/";

/** A field's name in English. */
export function fieldInEnglish(field: string): string {
  if (field.startsWith(figurePrefix)) return `figure "${field.slice(figurePrefix.length)}"`;
  return fieldWords[field]?.en ?? field;
}

/** A field's name in Chinese; one without a Chinese name stands in quotation marks. */
export function fieldInChinese(field: string): string {
  if (field.startsWith(figurePrefix)) return `数据“${field.slice(figurePrefix.length)}”`;
  return fieldWords[field]?.zhHans ?? `“${field}”`;
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
