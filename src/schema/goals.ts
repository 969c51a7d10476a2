/** Schema of what a plan wants: problems, dimensions, objectives, indicators, targets, evidence (FORMAT.md 5, 6). */
import { targetKinds } from "../plan/plan.ts";
import {
  both,
  choice,
  flag,
  list,
  map,
  open,
  optionalMap,
  ownId,
  type Part,
  type Parts,
  shared,
  value,
  valueOrList,
  valueOrMap,
} from "./part.ts";
import { citing, saying } from "./shared.ts";

const evidenceKeys: Parts = {
  kind: choice(
    ["background", "case", "standard"],
    both("Kind", "类别"),
    both(
      "background figure, case of another place, or standard",
      "background 背景、case 案例、standard 标准",
    ),
  ),
  of: value(
    both("About", "涉及指标"),
    both(
      "Id of the indicator, or of the standing figure of a mechanism, that it is about",
      "所涉指标或机制数据的编号",
    ),
  ),
  is: value(both("Value", "值")),
  from: value(both("From", "变化前")),
  to: value(both("To", "变化后")),
  at: shared("time", both("Date", "时间")),
  cause: value(
    both("Cause", "原因"),
    both("Action or mechanism to which the change is attributed", "变化所归因的重点任务或工作机制"),
  ),
  text: value(both("Text", "文字说明")),
  name: shared("name", both("Name", "名称")),
  ...saying,
};

/** Background and case figures; `id` is needed only in the plan's own list. */
export const evidence = list(
  map({ id: ownId(both("Id", "编号")), ...evidenceKeys }, ["id"], both("Evidence", "例证")),
  both("Evidence", "例证"),
  both(
    "Background and case figures, kept apart from targets and baselines",
    "背景和案例数据，与目标值、基期值分开",
  ),
);

export const problems = list(
  map(
    {
      id: ownId(both("Id", "编号")),
      statement: shared("name", both("Problem", "问题表述")),
      objectives: shared("ids", both("Objectives that answer it", "对应的目标任务")),
      evidence: list(
        map({ id: ownId(both("Id", "编号")), ...evidenceKeys }, [], both("Evidence", "例证")),
        both("Evidence", "例证"),
      ),
      ...citing,
    },
    ["id"],
    both("Problem", "问题"),
  ),
  both("Problems", "问题"),
);

export const dimensions = list(
  map(
    {
      id: ownId(both("Id", "编号")),
      name: shared("name", both("Name", "名称")),
      weight: shared("statement", both("Weight", "权重"), both("Share of the whole plan", "占全方案的比重")),
      assess: shared("assessment", both("Assessment method", "评定方法")),
      ...citing,
    },
    ["id"],
    both("Dimension", "维度"),
  ),
  both("Dimensions", "维度"),
);

export const objectives = list(
  map(
    {
      id: ownId(both("Id", "编号")),
      statement: shared("name", both("Objective", "目标任务表述")),
      dimension: value(both("Dimension", "维度"), both("Id of a dimension", "维度的编号")),
      ...citing,
    },
    ["id"],
    both("Objective", "目标任务"),
  ),
  both("Objectives", "目标任务"),
);

const targetWords: Readonly<Record<(typeof targetKinds)[number], Part>> = {
  reach: value(
    both("Level to reach", "到期达到"),
    both("A level at a date: ≥85%", "某一时点应达到的水平，如 ≥85%"),
  ),
  hold: value(
    both("Bound to hold", "持续保持"),
    both("A bound or range in every period: ≤24h, 5..8", "各期均须满足的界限或区间，如 ≤24h、5..8"),
  ),
  change: value(
    both("Change", "较基期增减"),
    both("Absolute change on the baseline: +5pp", "较基期的绝对变化，如 +5pp"),
  ),
  relative: value(
    both("Relative change", "较基期增减比例"),
    both("Relative change on the baseline: -30%", "较基期的相对变化，如 -30%"),
  ),
  rate: value(both("Average change a year", "年均增减"), both("For example +5pp/year", "如 +5pp/year")),
  each: value(both("Change in every year", "每年增减"), both("For example ≥10%/year", "如 ≥10%/year")),
  total: value(
    both("Total over a span", "累计总量"),
    both("Sum of a flow: ≥1000", "一段时间的合计，如 ≥1000"),
  ),
  compound: value(
    both("Compound change", "累计增减（复合）"),
    both("Change over the whole span, from yearly rates", "由各年变化率连乘得出的累计变化"),
  ),
  versus: value(
    both("Against another indicator", "与另一指标比较"),
    both("Id of the other indicator", "另一指标的编号"),
  ),
  done: { title: both("State to reach", "完成状态"), type: ["boolean", "string", "null"] },
  grade: value(
    both("Grade to reach", "达到等级"),
    both("At least this one of the ordered levels in `of`", "不低于 `of` 所列等级中的该级"),
  ),
  trend: choice(["increase", "decrease", "maintain"], both("Direction without figure", "变化方向（未量化）")),
};

const target: Part = {
  title: both("Target", "目标值"),
  description: both(
    "Exactly one kind, such as `reach` or `hold`, and when",
    "只写一种目标类型（如 `reach`、`hold`）并写明时间",
  ),
  type: ["object"],
  properties: {
    ...targetWords,
    by: shared("time", both("By", "完成时限")),
    from: shared("time", both("From", "起始时间")),
    every: value(
      both("Every", "判定周期"),
      both(
        "Period in which a `hold` is judged: quarter, year, 2 years",
        "`hold` 的判定周期，如 quarter、year、两年",
      ),
    ),
    of: {
      title: both("Of", "比较基准或等级"),
      description: both(
        "relative: the base; grade: the levels, worst first",
        "relative 写比较基准；grade 写由低到高的等级",
      ),
      type: ["string", "number", "null", "object", "array"],
      properties: { at: shared("time", both("Date of the base", "基准时间")) },
      items: value(both("Level", "等级")),
    },
    "at-least": value(both("At least", "至少高出"), both("versus: smallest margin", "versus 的最小差值")),
    "at-most": value(both("At most", "至多高出"), both("versus: largest margin", "versus 的最大差值")),
    "more-than": value(
      both("More than", "高出超过"),
      both("versus: margin that must be passed", "versus 须超过的差值"),
    ),
    "less-than": value(
      both("Less than", "高出不足"),
      both("versus: margin that must not be met", "versus 须低于的差值"),
    ),
    ...saying,
    during: shared(
      "time",
      both("During", "时段"),
      both("Span of the target, or when it applies", "目标所涉时段或适用时段"),
    ),
  },
  oneOfKeys: targetKinds,
};

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
  targets: list(target, both("Targets", "目标值")),
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
      value(both("Value of the column", "列值")),
      both("Observation", "实际值"),
      both("Keys as the columns of the observations file", "键与实际值数据文件的列名一致"),
    ),
    both("Observations", "实际值"),
  ),
};

export const indicators = list(
  map(
    {
      id: ownId(both("Id", "编号")),
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
      owner: shared("ownerStatement", both("Owner", "责任主体")),
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

/** A condition for leaving a phase. */
export const gates = list(
  valueOrMap(
    {
      indicator: value(both("Indicator", "指标"), both("Id of an indicator", "指标的编号")),
      reach: value(both("Level to reach", "应达到")),
      text: value(both("Text", "文字说明")),
      ...citing,
    },
    both("Gate", "转段条件"),
  ),
  both("Gates", "转段条件"),
);
