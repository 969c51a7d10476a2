/** Schema of the plan's own head: period, issuer, data files, revisions. */
import {
  both,
  flag,
  list,
  map,
  optionalMap,
  type Part,
  shared,
  value,
  valueOrList,
  valueOrMap,
} from "./part.ts";
import { citing } from "./shared.ts";

export const period = valueOrMap(
  {
    start: shared("time", both("Start", "开始")),
    end: shared("time", both("End", "结束")),
    stated: flag(
      both("Stated", "原文写明"),
      both("false when the document does not state the period", "原文未写明实施期限的写 false"),
    ),
    months: value(both("Months", "月份"), both("For example M0..M36", "如 M0..M36")),
    ...citing,
  },
  both("Period", "实施期限"),
  both("2026-01..2027-12, or a map with start and end", "如 2026-01..2027-12，或写明 start、end"),
);

export const issuer = optionalMap(
  {
    name: value(both("Name", "发文机关")),
    number: value(both("Document number", "发文字号")),
    date: shared("time", both("Date", "成文日期")),
    to: valueOrList(both("To", "主送机关")),
    secrecy: value(both("Secrecy", "密级")),
    signed: value(both("Signed", "落款")),
    contact: value(both("Contact", "联系人")),
  },
  both("Issuer", "发文信息"),
);

/** A data file: its path, or a map that says more of it. */
export const dataFile = valueOrMap(
  {
    file: value(both("File", "文件"), both("Path relative to the plan", "相对于方案文件的路径")),
    demo: flag(
      both("Made-up data", "演示数据"),
      both("Reports say that the data are made up", "报告中注明数据为演示用"),
    ),
  },
  both("Data file", "数据文件"),
);

/** The data files that belong to the plan. */
export const data = optionalMap(
  {
    observations: dataFiles(both("Observations", "实际值")),
    progress: dataFiles(both("Progress", "进展")),
    spending: dataFiles(both("Spending", "支出")),
  },
  both("Data files", "数据文件"),
);

function dataFiles(...words: Parameters<typeof value>): Part {
  return {
    ...valueOrMap(dataFile.properties ?? {}, ...words),
    type: ["string", "object", "array", "null"],
    items: dataFile,
  };
}

export const revisions = list(
  map(
    {
      date: shared("time", both("Date", "日期")),
      what: value(
        both("What", "调整内容"),
        both(
          "Path to the value: indicators/ID/targets/2027-12",
          "被调整值的路径，如 indicators/编号/targets/2027-12",
        ),
      ),
      from: value(both("From", "调整前")),
      to: value(both("To", "调整后")),
      reason: value(both("Reason", "调整原因")),
      "approved-by": value(both("Approved by", "批准单位")),
      ...citing,
    },
    [],
    both("Revision", "调整记录"),
  ),
  both("Revisions", "调整记录"),
);
