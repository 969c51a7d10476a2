/** Advice on data and on where the plan stands. */
import type { Localized } from "../../diagnostics/diagnostic.ts";

/** By code, for readers of the printed plan. */
export const adviceOnData: Readonly<Record<string, Localized>> = {
  "data/empty-file": {
    en: "Fill in the rows, or leave the file out until there are some.",
    zhHans: "补充数据行；暂无数据的，先不列入。",
  },
  "data/unknown-heading": { en: "Correct the heading of the column.", zhHans: "更正表头。" },
  "data/ragged-row": { en: "Complete the row.", zhHans: "补齐该行各栏。" },
  "data/unknown-entity": {
    en: "Write the name of a unit that the plan lists, or add the unit to the plan.",
    zhHans: "填写方案所列实施单位的名称，或将该单位补入方案。",
  },
  "data/unknown-budget": {
    en: "Name an action or a fund of the plan.",
    zhHans: "填写方案所列的重点任务或经费安排。",
  },
  "data/too-many-series": {
    en: "Check whether the column for the unit holds names of units, or split the plan by region or by group of indicators.",
    zhHans: "核对“实施单位”列是否填写有误；确有这么多的，按地区或指标类别拆分方案。",
  },
  "data/duplicate-observation": {
    en: "Remove one row, or mark the later one as a revision with the day on which it was reported. Where several report, say how their values combine.",
    zhHans:
      "删去其中一行；属于修订的，将后报的一行标为“修订”并填写报送日期；多个填报人分别报送的，明确合并方式。",
  },
  "data/same-day-amounts": {
    en: "Remove the row if it was entered twice; otherwise fill in who reported it, or a note.",
    zhHans: "属于重复录入的删去一行；确为两笔的，填写填报人或者备注。",
  },
  "data/out-of-bounds": {
    en: "Correct the value, or state the range in which the indicator may lie.",
    zhHans: "更正数值；范围有误的，写明指标的取值范围。",
  },
  "data/part-above-whole": {
    en: "Correct the counts; if the share may pass the whole, say so in the indicator's definition.",
    zhHans: "更正分子、分母；确可超过整体的，在指标定义中写明。",
  },
  "data/magnitude": {
    en: "Compare with the source; if the value is right, say so in a note.",
    zhHans: "与原始资料核对；数值无误的，在备注中说明。",
  },
  "data/series-time": {
    en: "Correct the date, or mark an estimate as provisional and say so in a note.",
    zhHans: "更正日期；属于预计数的，状态标为“初步”并在备注中说明。",
  },
  "data/part-of-larger": {
    en: "Correct one of the two values; if one is no part of the other, say so.",
    zhHans: "更正其中一处数值；并无从属关系的，予以说明。",
  },
  "data/running-total-falls": {
    en: "Correct the value; if the values are amounts of each period, or the way of counting changed, say so.",
    zhHans: "更正数值；属于当期值的，改按当期值统计；口径有变化的，予以说明。",
  },
  "data/negative-count": {
    en: "Correct the value; if the indicator is a balance, state its range.",
    zhHans: "更正数值；确为差额的，写明取值范围。",
  },
  "status/missed": {
    en: "Record the reason and the consequence; a new target needs a new date and a recorded reason.",
    zhHans: "写明原因和处理结果；另定目标的，须有新的时限，并记录理由。",
  },
  "status/off-track": {
    en: "Find out why, and decide what to change; if the target is wrong, revise it and record the reason.",
    zhHans: "查明原因，研究改进措施；目标确需调整的，按程序修订并记录理由。",
  },
  "status/no-data": {
    en: "Report the value; where it cannot be had, say why.",
    zhHans: "补报数据；确实无法取得的，说明原因。",
  },
  "status/not-computable": {
    en: "Complete what is missing, or choose a method that can judge the indicator.",
    zhHans: "补全所缺内容，或改用适合该指标的评定方法。",
  },
  "status/mixed-scales": {
    en: "Judge the indicators that carry weight by methods of one scale, or read their scores one by one.",
    zhHans: "对有权重的指标采用分制相同的评定方法，或分别查看各指标得分。",
  },
  "status/formula-not-computed": {
    en: "Check the values that the formula names.",
    zhHans: "核对公式所用的数据。",
  },
  "status/met-early": {
    en: "Set a further target or a bound to hold, and record the change; check the value if it surprises.",
    zhHans: "提高目标或改为保持要求，并记入调整记录；数值异常的先行核对。",
  },
  "status/demo-data": { en: "Replace the data by real ones.", zhHans: "换用真实数据。" },
  "data/unknown-indicator": {
    en: "Write the name of an indicator of the plan.",
    zhHans: "填写方案中指标的名称。",
  },
  "data/unknown-item": {
    en: "Write the name of an action, milestone, deliverable, phase or fund of the plan.",
    zhHans: "填写方案中重点任务、关键节点、成果、阶段或经费安排的名称。",
  },
  "data/half-share": {
    en: "Report the denominator or the value as well.",
    zhHans: "补填分母或数值。",
  },
  "data/other-kind": {
    en: "Correct which item the row is about, or of what kind it is.",
    zhHans: "更正该行所指事项或其类别。",
  },
};
