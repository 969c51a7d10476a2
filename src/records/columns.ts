/** Columns of the record kinds (FORMAT.md section 8). */
import { type Column, column, required } from "../tables/columns.ts";

export const indicatorColumn = required("indicator", "指标", ["指标编号", "指标名称"]);
export const atColumn = required("at", "时间", ["日期", "期间", "报告期", "date", "period"]);
export const valueColumn = column("value", "实际值", ["数值", "完成值"]);
export const itemColumn = required("id", "编号", ["事项编号"]);

/** `dimension:NAME` and `维度:NAME` columns come besides. `value` or `numerator` with `denominator` is required too. */
export const observationColumns: readonly Column[] = [
  indicatorColumn,
  column("entity", "实施单位", ["考核对象", "单位名称", "报送单位"]),
  atColumn,
  valueColumn,
  column("numerator", "分子"),
  column("denominator", "分母"),
  column("state", "状态", ["数据状态"]),
  column("reported", "报送日期", ["报送时间", "填报日期"]),
  column("reporter", "填报人", ["报送人"]),
  column("reason", "偏差原因", ["原因"]),
  column("action", "改进措施", ["措施"]),
  column("break", "口径变化"),
  column("source", "来源", ["数据来源"]),
  column("note", "备注"),
];

export const progressColumns: readonly Column[] = [
  column("kind", "类别"),
  itemColumn,
  atColumn,
  column("state", "状态", ["进度"]),
  column("share", "比例", ["完成比例"]),
  column("planned", "计划", ["计划安排"]),
  column("done", "进展", ["进展情况"]),
  column("problem", "问题", ["存在问题"]),
  column("next", "下一步", ["下一步安排", "下步打算"]),
  column("evidence", "佐证", ["佐证材料"]),
  column("filled-by", "填表人", ["填报人"]),
  column("checked-by", "审核人"),
  column("source", "来源", ["数据来源"]),
];

export const amountColumn = required("amount", "金额", ["支出金额", "支出"]);

export const spendingColumns: readonly Column[] = [
  column("kind", "类别"),
  itemColumn,
  atColumn,
  amountColumn,
  column("line", "支出科目", ["科目"]),
  column("source", "来源", ["凭证"]),
  column("note", "备注"),
];

/** Slice named by a heading `dimension:NAME` or `维度:NAME`; null for other headings. */
export function sliceOfHeading(heading: string): string | null {
  if (!/[:：]/.test(heading)) return null;
  const match = /^\s*(?:dimension|[维維]度)\s*[:：]\s*(\S.*)$/iu.exec(heading);
  return match?.[1]?.trim() ?? null;
}
