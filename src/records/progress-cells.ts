/** Cells that say how far a task is: states, shares, and words that are neither. */
import { toSimplified } from "../plan/chinese-number.ts";
import { toHalfWidth } from "../plan/half-width.ts";
import { progressWords, shareOf } from "./progress.ts";

/** The column that a cell goes to, what stands in it, and what is doubtful. */
export interface ReadCell {
  readonly column: "state" | "share" | "done";
  readonly text: string;
  readonly doubt: "state-as" | "share-as" | "no-state" | "no-share" | null;
}

/** Words for states beside those of the format; what they are taken for. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ...[
    "正常推进",
    "正在推进",
    "有序推进",
    "持续推进",
    "按计划推进",
    "按序时推进",
    "稳步推进",
    "加快推进",
    "推进",
    "实施中",
    "正在实施",
    "在建",
    "已启动",
    "已开工",
  ].map((word) => [word, "推进中"] as const),
  ...["已完工", "完工", "已办结", "办结", "已落实", "全部完成", "已竣工"].map(
    (word) => [word, "已完成"] as const,
  ),
  ...["未开展", "尚未启动", "尚未开始", "待启动", "未开工"].map((word) => [word, "未启动"] as const),
  ...["暂停", "已暂停", "中止", "停工"].map((word) => [word, "暂缓"] as const),
  ...["超期", "已超期", "逾期未完成"].map((word) => [word, "逾期"] as const),
  ...["on track", "started"].map((word) => [word, "in-progress"] as const),
  ...["pending", "to do", "not begun"].map((word) => [word, "not-started"] as const),
  ...["on hold", "paused"].map((word) => [word, "suspended"] as const),
  ...["late", "past due"].map((word) => [word, "overdue"] as const),
]);

/** Reads a cell under 状态: a word of the format stays, another known one is put into it, the rest are words. */
export function readStateCell(text: string): ReadCell {
  const state = stateOf(text);
  return state ?? { column: "done", text, doubt: "no-state" };
}

function stateOf(text: string): ReadCell | null {
  const folded = toSimplified(text).trim().toLowerCase();
  if (progressWords.has(folded)) return { column: "state", text, doubt: null };
  const other = otherWords.get(folded);
  return other === undefined ? null : { column: "state", text: other, doubt: "state-as" };
}

/** Reads a cell under 完成比例; `unit` is that of its heading, so that 1 under (%) is 1% and not the whole. */
export function readShareCell(text: string, unit: string | null): ReadCell {
  return shareCell(text, unit) ?? stateOf(text) ?? { column: "done", text, doubt: "no-share" };
}

function shareCell(text: string, unit: string | null): ReadCell | null {
  const isBare = /^\d+(?:\.\d+)?$/.test(toHalfWidth(text).trim());
  const written = isBare && unit !== null && toHalfWidth(unit) === "%" ? `${text}%` : text;
  const share = shareOf(written);
  return share?.gte(0) && share.lte(1) ? { column: "share", text: written, doubt: null } : null;
}

/** Reads a cell under 完成情况 or a period: a share, a state, or words. A bare number up to 100 is taken for percent, which is told. */
export function readMixed(text: string, unit: string | null = null): ReadCell {
  const isBare = /^\d{1,3}(?:\.\d+)?$/.test(toHalfWidth(text).trim());
  const share = isBare || /[%％‰]/.test(text) ? shareCell(text, unit) : null;
  if (share !== null) return isBare && unit === null ? { ...share, doubt: "share-as" } : share;
  return stateOf(text) ?? { column: "done", text, doubt: null };
}
