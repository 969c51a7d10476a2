/** Codes for what a record names and for records against each other. */
import { grouped, inWan } from "../diagnostics/counts.ts";
import { defineCode } from "../diagnostics/diagnostic.ts";
import type { UnknownNameArgs } from "./name-book.ts";

const near = {
  en: (nearest: string | null) => (nearest === null ? "" : `; the nearest is "${nearest}"`),
  zhHans: (nearest: string | null) => (nearest === null ? "" : `，最接近的是“${nearest}”`),
};

/** Told at the first row of the first series that is not read. */
export const tooManySeries = defineCode({
  code: "data/too-many-series",
  severity: "error",
  text: {
    en: {
      title: "Too many indicators times entities",
      message: (a: { most: number }) =>
        `with this row more than ${grouped(a.most)} pairs of indicator and entity have values; rows of further pairs are not read`,
      why: "Every pair is judged by itself; beyond that a check would need more memory than many machines have.",
      fix: "Check whether `entity` holds what it should (names of units, not numbers that differ in each row), or split the plan by region or by group of indicators.",
    },
    zhHans: {
      title: "指标与单位的组合过多",
      message: (a) => `自此行起，指标与实施单位的组合超过 ${inWan(a.most, "个")}，其余组合的数据未读取`,
      why: "每个组合均须单独评定，数量再多，检查所需内存会超出一般计算机的容量。",
      fix: "核对“实施单位”列是否填写有误（应填单位名称，不应是每行不同的序号）；确有这么多的，按地区或指标类别拆分方案。",
    },
  },
});

export const unknownIndicator = defineCode({
  code: "data/unknown-indicator",
  severity: "error",
  text: {
    en: {
      title: "Observation of an unknown indicator",
      message: (a: UnknownNameArgs) =>
        `the plan has no indicator "${a.name}" (${a.rows} ${a.rows === 1 ? "row" : "rows"})${near.en(a.nearest)}`,
      why: "Values under a name that is not in the plan are lost.",
      fix: "Write the id or the name of an indicator of the plan.",
    },
    zhHans: {
      title: "指标不存在",
      message: (a) => `方案中没有指标“${a.name}”（共 ${a.rows} 行）${near.zhHans(a.nearest)}`,
      why: "指标名称与方案不符，这些数据将不被采用。",
      fix: "填写方案中指标的编号或者名称。",
    },
  },
});

export const unknownEntity = defineCode({
  code: "data/unknown-entity",
  severity: "error",
  text: {
    en: {
      title: "Record of an unknown entity",
      message: (a: UnknownNameArgs) =>
        a.declared === 0
          ? `entity "${a.name}" is not declared; the plan declares no entities`
          : `the plan has no entity "${a.name}" (${a.rows} ${a.rows === 1 ? "row" : "rows"})${near.en(a.nearest)}`,
      why: "A misspelt entity would be judged and ranked as an entity of its own.",
      fix: "Write the id or the name of an entity of the plan, or add it to `entities`.",
    },
    zhHans: {
      title: "实施单位不存在",
      message: (a) =>
        a.declared === 0
          ? `实施单位“${a.name}”未登记，方案未列实施单位`
          : `方案中没有实施单位“${a.name}”（共 ${a.rows} 行）${near.zhHans(a.nearest)}`,
      why: "单位名称写错，会被当作另一单位评定和排名。",
      fix: "填写方案中实施单位的编号或者名称，或者将其补入 `entities`。",
    },
  },
});

export const unknownItem = defineCode({
  code: "data/unknown-item",
  severity: "error",
  text: {
    en: {
      title: "Progress of an unknown item",
      message: (a: UnknownNameArgs) =>
        `the plan has no action, milestone, deliverable, phase or fund "${a.name}" (${a.rows} ${a.rows === 1 ? "row" : "rows"})${near.en(a.nearest)}`,
      why: "Progress under a name that is not in the plan is lost.",
      fix: "Write the id of an action, milestone, deliverable, phase or fund.",
    },
    zhHans: {
      title: "进展对应的事项不存在",
      message: (a) =>
        `方案中没有编号为“${a.name}”的重点任务、关键节点、成果、阶段或经费安排（共 ${a.rows} 行）${near.zhHans(a.nearest)}`,
      why: "编号与方案不符，这些进展将不被采用。",
      fix: "填写方案中重点任务、关键节点、成果、阶段或经费安排的编号。",
    },
  },
});

export const unknownBudget = defineCode({
  code: "data/unknown-budget",
  severity: "error",
  text: {
    en: {
      title: "Spending of an unknown item",
      message: (a: UnknownNameArgs) =>
        `the plan has no action or fund "${a.name}" (${a.rows} ${a.rows === 1 ? "row" : "rows"})${near.en(a.nearest)}`,
      why: "Money that belongs to nothing in the plan is missing from every cost.",
      fix: "Write the id of an action or of a mechanism of type `fund`.",
    },
    zhHans: {
      title: "支出对应的事项不存在",
      message: (a) =>
        `方案中没有编号为“${a.name}”的重点任务或经费安排（共 ${a.rows} 行）${near.zhHans(a.nearest)}`,
      why: "编号与方案不符，这些支出不会计入任何事项。",
      fix: "填写方案中重点任务或经费安排（`type: fund`）的编号。",
    },
  },
});

interface DuplicateArgs extends Record<string, string | null> {
  readonly indicator: string;
  readonly at: string;
  readonly value: string;
  readonly first: string;
  /** Both null unless two reporters differ. */
  readonly reporter: string | null;
  readonly firstReporter: string | null;
}

export const duplicateObservation = defineCode({
  code: "data/duplicate-observation",
  severity: "error",
  text: {
    en: {
      title: "Two observations for one period",
      message: (a: DuplicateArgs) =>
        a.reporter !== null
          ? `${a.indicator}: ${a.at} is reported by "${a.firstReporter}" with ${a.first} and by "${a.reporter}" with ${a.value}, and no declared aggregation combines them`
          : a.value === a.first
            ? `${a.indicator}: ${a.at} is already reported, with the same value ${a.first}`
            : `${a.indicator}: ${a.at} has the value ${a.value} here and ${a.first} before`,
      why: "One period has one value; which of the two counts cannot be guessed. Where the values differ none is used, and what depends on them is not computable.",
      fix: "Remove one row, or mark the later one as `revised` with the day on which it was reported. Where several reporters report, declare with `aggregation` how their values combine.",
    },
    zhHans: {
      title: "同一期间重复报送",
      message: (a) =>
        a.reporter !== null
          ? `指标“${a.indicator}”在“${a.at}”由“${a.firstReporter}”报送“${a.first}”，由“${a.reporter}”报送“${a.value}”，方案未规定可行的合并方式（\`aggregation\`）`
          : a.value === a.first
            ? `指标“${a.indicator}”在“${a.at}”已报送过相同的数值“${a.first}”`
            : `指标“${a.indicator}”在“${a.at}”的数值，此处为“${a.value}”，前面为“${a.first}”`,
      why: "同一期间只能有一个数值，以哪个为准无法推断；数值不一致的均不采用，据以评定的指标无法评定。",
      fix: "删去其中一行；属于修订的，将后报的一行标为“修订”并填写报送日期；多个填报人分别报送的，用 `aggregation` 规定合并方式。",
    },
  },
});

export const sameDayAmounts = defineCode({
  code: "data/same-day-amounts",
  severity: "warning",
  text: {
    en: {
      title: "Two amounts for one day or period",
      message: (a: { indicator: string; at: string }) =>
        `${a.indicator}: a second amount for ${a.at}; both are added up`,
      why: "Amounts for one day or period are added up, which is wrong if a row was entered twice, or a month beside its quarter.",
      fix: "Remove the row if it was entered twice; otherwise fill in `reporter` or `note`.",
    },
    zhHans: {
      title: "同日或同期两笔数据",
      message: (a) => `指标“${a.indicator}”在“${a.at}”有第二笔数据，两笔累加计算`,
      why: "当期值同日、同期多笔按累加处理，重复录入或者季度数之外又报其中的月份数，会造成虚增。",
      fix: "属于重复录入的删去一行；确为两笔的，填写填报人或者备注。",
    },
  },
});

export const outOfBounds = defineCode({
  code: "data/out-of-bounds",
  severity: "error",
  text: {
    en: {
      title: "Value outside its natural limits",
      message: (a: { indicator: string; value: string; bounds: string }) =>
        `${a.indicator}: ${a.value} is outside ${a.bounds}`,
      why: "A value beyond the limits of its indicator is a slip, or the limits are wrong.",
      fix: "Correct the value, or state `bounds` of the indicator.",
    },
    zhHans: {
      title: "数值超出取值范围",
      message: (a) => `指标“${a.indicator}”的“${a.value}”超出取值范围“${a.bounds.replace("..", "～")}”`,
      why: "超出取值范围的，不是数值填错，就是范围设置有误。",
      fix: "更正数值；范围有误的，在指标中写明 `bounds`。",
    },
  },
});

/** `10` is `10 times`, `1/10` stays. */
const timesOf = (factor: string): string => (factor.startsWith("1/") ? `${factor} of` : `${factor} times`);

/** `factor`: `10`, `100` … or `1/10`, `1/100` … */
export const magnitude = defineCode({
  code: "data/magnitude",
  severity: "warning",
  text: {
    en: {
      title: "Value looks like a slip of magnitude",
      message: (a: { indicator: string; value: string; usual: string; factor: string }) =>
        `${a.indicator}: ${a.value} is about ${timesOf(a.factor)} the usual ${a.usual}`,
      why: "A slip of the decimal point or of 万 and 亿 changes a value by a power of ten.",
      fix: "Compare with the source; if the value is right, say so in `note` and suppress this finding.",
    },
    zhHans: {
      title: "疑似数量级差错",
      message: (a) =>
        `指标“${a.indicator}”的“${a.value}”约为通常水平“${a.usual.replace("..", "～")}”的 ${a.factor.startsWith("1/") ? a.factor : `${a.factor} 倍`}`,
      why: "小数点错位或者万、亿单位填错，数值会相差十的整数次方。",
      fix: "与原始资料核对；数值无误的，在备注中说明并忽略本问题项。",
    },
  },
});

export const partAboveWhole = defineCode({
  code: "data/part-above-whole",
  severity: "error",
  text: {
    en: {
      title: "Numerator above its denominator",
      message: (a: { indicator: string; numerator: string; denominator: string }) =>
        `${a.indicator}: the numerator ${a.numerator} is above the denominator ${a.denominator}`,
      why: "A part cannot be larger than its whole; one of the two counts is wrong, or they are exchanged. No share is computed from them.",
      fix: "Correct the counts; if the share may pass the whole, state `bounds` of the indicator.",
    },
    zhHans: {
      title: "分子大于分母",
      message: (a) => `指标“${a.indicator}”的分子“${a.numerator}”大于分母“${a.denominator}”`,
      why: "部分不能大于整体，不是其中一个填错，就是分子、分母填反，不据以计算比例。",
      fix: "更正分子、分母；确可超过整体的，在指标中写明 `bounds`。",
    },
  },
});

export const halfShare = defineCode({
  code: "data/half-share",
  severity: "warning",
  text: {
    en: {
      title: "Numerator without denominator",
      message: (a: { indicator: string; valued: boolean }) =>
        a.valued
          ? `${a.indicator}: a numerator is given without a denominator; the value cannot be checked by it, and no roll-up can use it`
          : `${a.indicator}: a numerator is given, but neither a denominator nor a value; the row counts as not reported`,
      why: "A share needs both counts; with one of them none can be computed, and what was reported is not used.",
      fix: "Add the denominator or the value; where the count itself is the value, write it into `value`.",
    },
    zhHans: {
      title: "有分子而无分母",
      message: (a) =>
        a.valued
          ? `指标“${a.indicator}”填了分子而未填分母，数值无从核对，也无法按分子、分母汇总`
          : `指标“${a.indicator}”只填了分子，未填分母和数值，该行按未报送处理`,
      why: "缺少分母无法计算比例，已报的数据等于未报。",
      fix: "补填分母或数值；分子本身就是指标值的，填入“数值”列。",
    },
  },
});

export const shareMismatch = defineCode({
  code: "data/share-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Value differs from its numerator and denominator",
      message: (a: { indicator: string; value: string; share: string; counts: string }) =>
        `${a.indicator}: ${a.value} is reported, but ${a.counts} is ${a.share}`,
      why: "The value and its counts cannot both be right, and a roll-up uses the counts.",
      fix: "Correct the value, or the numerator and denominator.",
    },
    zhHans: {
      title: "数值与分子、分母不符",
      message: (a) => `指标“${a.indicator}”填报为“${a.value}”，而按“${a.counts}”计算为“${a.share}”`,
      why: "数值与分子、分母不能同时成立，而汇总以分子、分母计算。",
      fix: "更正数值，或更正分子、分母。",
    },
  },
});
