/** Advice on statements, targets, indicators and where figures come from. */
import type { Localized } from "../../diagnostics/diagnostic.ts";

/** By code, for readers of the printed plan. */
export const adviceOnFigures: Readonly<Record<string, Localized>> = {
  "statement/unreadable-quantity": {
    en: "State a figure with its unit, such as “at least 85%”.",
    zhHans: "写明数值和计量单位，如“不低于85%”。",
  },
  "statement/soft": { en: "State the firm value.", zhHans: "写明确数。" },
  "statement/conflict": {
    en: "Keep one value; where a step up is meant, or each holds at another time, for others or elsewhere, say so.",
    zhHans: "保留一个数值；确属逐步提高的，或适用时间、范围、地点不同的，分别注明。",
  },
  "statement/same-as-conflict": {
    en: "Correct the value that is wrong; if they are two quantities, name them apart.",
    zhHans: "更正有误的一处；确为两项指标的，名称应体现区别。",
  },
  "statement/wording": { en: "Correct the value or the wording.", zhHans: "更正数值或印发文字。" },
  "statement/evidence-differs": {
    en: "Correct one of the two, or say of which time, place or scope each is.",
    zhHans: "更正其中一处；时间、地点或口径不同的，分别注明。",
  },
  "statement/near-names": {
    en: "Say so if they are one indicator; otherwise name them so that the difference shows.",
    zhHans: "确为同一指标的予以注明；不是的，名称应体现区别。",
  },
  "statement/near-definitions": {
    en: "Say so if they are one indicator; otherwise define them so that the difference shows.",
    zhHans: "确为同一指标的予以注明；不是的，定义应体现区别。",
  },
  "statement/same-name": {
    en: "Say so if they are one indicator; otherwise name them so that the difference shows.",
    zhHans: "确为同一指标的予以注明；不是的，名称应体现区别。",
  },
  "statement/counted-per": {
    en: "State for what each of the two is counted; if they are two quantities, name them apart.",
    zhHans: "两处均写明计数口径；确为两项指标的，名称应体现区别。",
  },
  "statement/two-denominators": {
    en: "Keep one whole, or name the two so that each shows its whole.",
    zhHans: "统一分母；确需两项的，名称中应写明各自的基数。",
  },
  "statement/total-or-yearly": {
    en: "Ask which is meant and correct the other; if they are two quantities, name them apart.",
    zhHans: "核实以哪一种口径为准并更正另一处；确为两项指标的，名称应体现区别。",
  },
  "target/conflict": {
    en: "Decide which value holds and correct the other; if a step up is meant, say so.",
    zhHans: "确定以哪个值为准并改正另一处；确属分步提高的，予以写明。",
  },
  "target/each-or-average": {
    en: "Say the same in both places: in every year, or on average over the years.",
    zhHans: "统一表述：逐年都要达到的写“每年”，按平均计算的写“年均”。",
  },
  "target/hold-against-reach": {
    en: "Correct one of the two, or say from when the bound holds.",
    zhHans: "更正其中一处，或写明持续要求从何时起执行。",
  },
  "target/falls-back": {
    en: "State what holds afterwards; if the level is for that time alone, say so.",
    zhHans: "写明此后的要求；仅限当期的，予以注明。",
  },
  "target/same-value-two-dates": {
    en: "Keep one deadline; if the level is to be kept from then on, or a step is meant, say so.",
    zhHans: "统一时限；达到后需保持的，或确属分步安排的，予以写明。",
  },
  "target/already-met": {
    en: "Raise the target or correct the baseline; if the level is to be kept, say so.",
    zhHans: "提高目标值或更正基期值；意在保持现有水平的，写明“保持”。",
  },
  "target/path-back": {
    en: "Correct the point of the path or its date; where a setback is expected, say so in the plan.",
    zhHans: "更正应达轨迹中该时点的数值或时间；确有回落安排的，在方案中说明。",
  },
  "target/percent-points": {
    en: "Give the change of a percentage in points; percent is for levels and relative changes.",
    zhHans: "百分比的增减写百分点，水平值和相对增减写百分比。",
  },
  "target/in-background": {
    en: "State it where the goals are, or use it as background only.",
    zhHans: "在目标章节写明，或仅作背景情况引用。",
  },
  "target/unclear-unit": {
    en: "Say whether percentage points or a relative change is meant.",
    zhHans: "写明是百分点，还是相对增减的百分比。",
  },
  "target/no-share": {
    en: "Say whether a level, an amount or a share of the base is meant.",
    zhHans: "写明是应达到的水平值、增减量，还是相对基期的增减比例。",
  },
  "target/out-of-bounds": {
    en: "Correct the figure, or state the range in which the indicator may lie.",
    zhHans: "更正数值；确可超出的，写明指标的取值范围。",
  },
  "target/missing-date": {
    en: "Add the date that the document gives; for a standing requirement, say from when it applies.",
    zhHans: "补充完成时限；属长期要求的，写明起始时间。",
  },
  "target/inherited-date": {
    en: "State the date where the target stands.",
    zhHans: "在提出目标之处写明时限。",
  },
  "target/no-base": {
    en: "State the baseline with its date, or what the change is measured from; from 0, state the level or the amount.",
    zhHans: "补充基期值及时间，或写明增减的基数；基数为 0 的，改写应达到的水平值或增减量。",
  },
  "target/grade-without-scale": { en: "List the levels, worst first.", zhHans: "由低到高列出各等级。" },
  "target/vague": { en: "State a figure and a date.", zhHans: "补充数值和时限。" },
  "target/other-scope": {
    en: "State the baseline of that scope as well, or make it an indicator of its own.",
    zhHans: "补列该范围的基期值，或单列为指标。",
  },
  "indicator/none": { en: "List the plan's indicators.", zhHans: "列出方案的指标。" },
  "indicator/missing-baseline": {
    en: "State the baseline with its date and source.",
    zhHans: "补充基期值及其时间、来源。",
  },
  "indicator/baseline-undated": { en: "Add the date of the baseline.", zhHans: "补充基期值的时间。" },
  "indicator/borrowed-baseline": {
    en: "Measure the baseline in the plan's own area, and use the borrowed figure as background only.",
    zhHans: "在本方案范围内实测基期值，借用的数据仅作背景情况引用。",
  },
  "indicator/evidence-conflict": {
    en: "Correct one of the two, or say of which place or scope the background figure is.",
    zhHans: "更正其中一处；背景数据属其他地区或范围的，予以注明。",
  },
  "indicator/evidence-impossible": {
    en: "Correct the figure or its unit, or say which indicator it is about.",
    zhHans: "更正数值或计量单位，或注明所说的指标。",
  },
  "indicator/evidence-unit": {
    en: "State both in one unit, or tell the evidence of the indicator that it is about.",
    zhHans: "统一单位；例证说的是其他指标的，移至相应指标。",
  },
  "indicator/missing-unit": { en: "State the unit.", zhHans: "写明计量单位。" },
  "indicator/no-target": {
    en: "State a target with its date; if the indicator is a reference only, say so.",
    zhHans: "补充目标值及时限；仅作参考的指标，予以注明。",
  },
  "indicator/part-of-larger": {
    en: "Correct one of the two values; if one is no part of the other, say so.",
    zhHans: "更正其中一处数值；并无从属关系的，予以说明。",
  },
  "indicator/part-other-whole": {
    en: "Give both one whole, or let the whole of the part be what the other counts; if one is no part of the other, say so.",
    zhHans: "统一分母，或以整体的分子作部分的分母；并无包含关系的，予以说明。",
  },
  "indicator/parts-sum": {
    en: "Correct the value that is wrong; if the parts overlap, say so in their definitions.",
    zhHans: "更正有误的数值；各部分有交叉的，在定义中说明。",
  },
  "indicator/like-targets": {
    en: "Say whether they are one indicator, or one a part of the other; otherwise define how they differ.",
    zhHans: "确为同一指标或有包含关系的，予以注明；不是的，在定义中写明区别。",
  },
  "indicator/two-counts": {
    en: "Say that one is a part of the other, or keep one of them.",
    zhHans: "有包含关系的予以注明，否则只保留一个。",
  },
  "indicator/missing-owner": { en: "Name who answers for it.", zhHans: "写明责任主体。" },
  "indicator/missing-source": { en: "Name where the figures come from.", zhHans: "写明数据来源。" },
  "indicator/missing-frequency": {
    en: "State how often it is reported: monthly, quarterly, half-yearly, yearly.",
    zhHans: "写明报送频次，如每月、每季度、每半年、每年。",
  },
  "indicator/missing-section": { en: "Say in which section it stands.", zhHans: "注明所在章节。" },
  "indicator/method-parameter": {
    en: "Correct the figures by which the indicator is judged.",
    zhHans: "更正评定方法所用的数值。",
  },
  "indicator/formula-syntax": {
    en: "Write the formula with names, figures and arithmetic signs only.",
    zhHans: "公式只用名称、数值和运算符号书写。",
  },
  "indicator/formula-type": {
    en: "Compute with figures only; conditions can be counted.",
    zhHans: "只对数值作运算；条件只能计数或求占比。",
  },
  "indicator/part-unit": {
    en: "Correct the unit of one of the two, or do not treat the one as a part of the other.",
    zhHans: "更正其中一项的计量单位；并无从属关系的，不作为其中的一部分。",
  },
  "indicator/sum-of-shares": {
    en: "Shares cannot be added up: report the counts behind them; marks are averaged. Where things are counted, name the unit after them.",
    zhHans: "比率不能相加，应报送分子、分母；评分应取平均。实为计数的，单位写明所计事物。",
  },
  "indicator/unused-points": {
    en: "Follow the points of the path, or remove them.",
    zhHans: "按所列轨迹点执行，或予以删去。",
  },
  "provenance/undated-source": {
    en: "Add when the source was published, or the day of its data.",
    zhHans: "补充来源的发布日期或数据截止日期。",
  },
  "provenance/uncited-source": {
    en: "Cite it at the figure that it backs, or take it out.",
    zhHans: "在所依据的数据处引用，或者删去。",
  },
  "provenance/baseline-age": {
    en: "Measure the baseline once more close to the start, or say why the old one still holds.",
    zhHans: "按方案开始前的实际情况重新测定基期值；仍沿用旧数据的，说明理由。",
  },
  "provenance/evidence-origin": {
    en: "Add the source and the date, and for a case the place.",
    zhHans: "补充出处和时间，案例还应补充地点。",
  },
  "provenance/two-origins": {
    en: "Look the figure up, and keep the origin (or the indicator) to which it belongs.",
    zhHans: "查对原始出处，只保留正确的一处。",
  },
  "indicator/formula-unknown-name": {
    en: "Name in the formula only what the plan has: an indicator, a figure of a mechanism or a fact of the entities.",
    zhHans: "公式只引用方案所列指标、工作机制的数值或实施单位的属性。",
  },
  "indicator/formula-units": {
    en: "Bring both sides to one kind of unit; differences of percents are in points.",
    zhHans: "将两边统一为同类单位；百分比之差以百分点计。",
  },
  "statement/baseline-dates": {
    en: "Keep one date; if the value stood still between the two, say so.",
    zhHans: "统一时间；其间数值确无变化的，予以注明。",
  },
  "target/total-of-level": {
    en: "Where so many more are meant, state the change; where amounts are added up, say that the indicator counts by period; else state the level to reach.",
    zhHans:
      "指新增数量的，写明增加多少；按期发生并相加的，注明为当期值；要求达到某一水平的，写明应达到的数值。",
  },
};
