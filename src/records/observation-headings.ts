/** Headings of tables in which figures are kept, beside those of the format, in Chinese and English. */
import { findColumn } from "../tables/columns.ts";
import { observationColumns } from "./columns.ts";
import { foldedHeading } from "./import-heading.ts";

const words: Readonly<Record<string, string>> = {
  indicator: "考核指标|监测指标|评价指标|主要指标|指标项|指标内容|indicator-name|indicators|kpi|metric",
  entity: "填报单位|被考核单位|报送主体|reporting-unit|reporting-entity",
  at: "报告期间|统计时间|统计期|统计期间|填报期|数据时间|数据期|月份|季度|reporting-date|reporting-period|month|quarter|as-of",
  value:
    "实际完成值|实际完成|实际完成数|实际数|当期值|本期值|本期数|监测值|统计值|完成数|actual|actual-value|result|achieved|reported-value",
  numerator: "分子数",
  denominator: "分母数",
  reason: "偏差原因分析|未完成原因|reason-for-deviation|explanation",
  action: "整改措施|下一步措施|corrective-action",
  note: "说明|备注说明|notes|remark|remarks|comment|comments",
  reporter: "填写人|reported-by",
};

const columns = new Map(
  Object.entries(words).flatMap(([name, list]) => list.split("|").map((word) => [word, name] as const)),
);

/** The name of the column that a heading means; null for one that is not known. */
export function observationColumn(heading: string): string | null {
  return findColumn(observationColumns, heading)?.name ?? columns.get(foldedHeading(heading)) ?? null;
}

/** A running number of the rows: nothing is lost with it. */
export function isRowNumber(heading: string): boolean {
  return ["序号", "no", "no.", "#"].includes(foldedHeading(heading));
}
