/** Rows of tables that people keep which hold no record: totals and remarks. */
import { toSimplified } from "../plan/chinese-number.ts";

const remark = /^(?:注|备注|说明|填表说明|填报说明|数据来源|notes?|remarks?|sources?)\s*\d*\s*[:：]/i;
const totals: ReadonlySet<string> = new Set([
  "合计",
  "总计",
  "小计",
  "总分",
  "合计得分",
  "total",
  "sum",
  "subtotal",
  "grand total",
]);

/** True for a text that begins a remark below a table. */
export function isRemark(text: string): boolean {
  return remark.test(text);
}

/** True for the name of a row that sums others up. */
export function isTotal(text: string): boolean {
  const plain = toSimplified(text)
    .replace(/(?<=\p{Script=Han})\s+|[:：]$/gu, "")
    .toLowerCase();
  return totals.has(plain);
}
