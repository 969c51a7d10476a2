/** Schema of indicators (FORMAT.md section 6). */
import {
  both,
  choice,
  flag,
  list,
  map,
  open,
  optionalMap,
  type Parts,
  shared,
  value,
  valueOrList,
} from "./part.ts";
import { citing, id, owner } from "./shared.ts";
import { targets } from "./targets.ts";

/** What is measured and how: unit, definition, baseline, targets, trajectory. */
const measured: Parts = {
  unit: value(both("Unit", "计量单位")),
  direction: choice(
    ["increase", "decrease", "maintain"],
    both("Direction", "方向"),
    both("Which way is better", "数值向哪个方向变化为好"),
  ),
  value: choice(
    ["level", "flow", "running-total"],
    both("Kind of value", "数值类型"),
    both(
      "level at a date, flow of a period, running total",
      "level 时点值、flow 当期值、running-total 累计值",
    ),
  ),
  definition: shared("statement", both("Definition", "指标定义")),
  counted: optionalMap(
    {
      per: value(both("Per", "统计单元")),
      of: value(both("Of", "统计范围")),
      where: value(both("Where", "条件")),
      window: value(both("Window", "统计时段")),
    },
    both("Base of the count", "统计口径"),
  ),
  collected: optionalMap(
    {
      by: value(both("By", "采集方式")),
      every: value(both("Every", "采集频次")),
      method: value(both("Method", "采集方法")),
      sample: value(both("Sample", "样本")),
    },
    both("How it is collected", "数据采集"),
  ),
  baseline: shared(
    "baseline",
    both("Baseline", "基期值"),
    both("45% @ 2025-12, or a map with `is` and `at`", "如 45% @ 2025-12，或写明 `is`、`at`"),
  ),
  targets,
  frequency: shared(
    "statement",
    both("Frequency", "报送频次"),
    both(
      "daily, weekly, monthly, quarterly, half-yearly, yearly, every 2 years, 2 per year; regular or continuous where no number is stated",
      "daily 每日、weekly 每周、monthly 每月、quarterly 每季、half-yearly 每半年、yearly 每年，或“每两年”“每年两次”；未写明次数的写“定期”“常态化”",
    ),
  ),
  "report-within": value(both("Reported within", "报送时限"), both("For example 30 days", "如 30 days")),
  bounds: value(both("Natural bounds", "取值范围"), both("For example 0..100", "如 0..100")),
  formula: value(
    both("Formula", "计算公式"),
    both("Computed from other indicators: served / total", "由其他指标计算得出，如 served / total"),
  ),
  aggregation: choice(
    ["sum", "mean", "weighted", "ratio-of-sums", "latest", "min", "max", "none"],
    both("Aggregation", "汇总方式"),
    both("How values of entities make the plan's value", "由各实施单位的值汇总为全方案的值"),
  ),
  trajectory: optionalMap(
    {
      kind: choice(
        ["linear", "step", "geometric", "equal-split", "custom", "end-only"],
        both("Kind", "类型"),
      ),
      points: list(
        map(
          { at: shared("time", both("Date", "时间")), is: value(both("Value", "值")), ...citing },
          ["at", "is"],
          both("Point", "轨迹点"),
        ),
        both("Points", "轨迹点"),
      ),
    },
    both("Trajectory", "应达轨迹"),
  ),
  observations: list(
    open(
      { title: both("Value of the column", "列值"), type: ["string", "number", "boolean", "null"] },
      both("Observation", "实际值"),
      both("Keys as the columns of the observations file", "键与实际值数据文件的列名一致"),
    ),
    both("Observations", "实际值"),
  ),
};

export const indicators = list(
  map(
    {
      id,
      name: shared("name", both("Name", "指标名称")),
      objective: value(
        both("Objective", "目标任务"),
        both("Id of the objective that it measures", "所衡量目标任务的编号"),
      ),
      serves: shared("ids", both("Also serves", "兼顾的目标任务")),
      dimension: value(both("Dimension", "维度"), both("Id of a dimension", "维度的编号")),
      role: choice(
        ["outcome", "output", "process", "input", "context"],
        both("Role", "指标类型"),
        both(
          "outcome, output, process, input or context (a reference series, not judged)",
          "outcome 结果、output 产出、process 过程、input 投入、context 参考（不评定）",
        ),
      ),
      attribute: choice(
        ["binding", "anticipatory"],
        both("Attribute", "指标属性"),
        both("binding or anticipatory", "binding 约束性、anticipatory 预期性"),
      ),
      headline: flag(both("Headline", "主要指标")),
      performance: choice(
        ["cost", "quantity", "quality", "timeliness", "benefit", "satisfaction"],
        both("Performance class", "绩效指标类别"),
      ),
      ...measured,
      weight: shared("statement", both("Weight", "权重"), both("Share of the whole plan", "占全方案的比重")),
      owner,
      "same-as": value(
        both("Same as", "同一指标"),
        both("Id of the indicator that is the same quantity", "同一数量的另一指标编号"),
      ),
      "part-of": value(
        both("Part of", "从属于"),
        both("Id of the indicator of which this is a part", "所从属指标的编号"),
      ),
      "also-called": valueOrList(both("Also called", "又称")),
      "data-from": valueOrList(
        both("Data from", "数据来自"),
        both("Deliverables that yield the data", "提供数据的成果"),
      ),
      assess: shared("assessment", both("Assessment method", "评定方法")),
      ...citing,
    },
    ["id"],
    both("Indicator", "指标"),
  ),
  both("Indicators", "指标"),
);
