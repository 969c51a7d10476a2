/** Keys of mechanism type `scorecard` (考核评价): weighted components, bands of results and what follows from them. */
import { both, type Parts } from "../../schema/part.ts";
import {
  announced,
  called,
  choice,
  consequences,
  entries,
  expression,
  flag,
  group,
  quantity,
  reference,
  text,
} from "../parts.ts";

/** The type as people call it. */
export const words = both("scorecard", "考核评价");

/** Keys that only this type has. */
export const keys: Parts = {
  subjects: text(
    both("Who is assessed", "考核对象"),
    both("Who is scored: entities, or in words", "被考核的对象：entities，或用文字写明"),
  ),
  complete: flag(
    both("A scheme of its own", "单独考核"),
    both(
      "false: the components are a share of somebody else's scheme, so their weights need not sum to 100%",
      "false 表示只是他方考核中的一部分，权重合计不必为 100%",
    ),
  ),
  full: quantity(
    both("Full marks", "满分"),
    both("Sum of weights given in marks; 100 unless stated", "以分值计权时的满分，未写明的为 100 分"),
  ),
  components: entries(
    {
      ...called,
      weight: quantity(
        both("Weight", "权重"),
        both("A share or marks: 40%, 40分", "占比或分值，如 40%、40分"),
      ),
      items: group(
        {
          announced: announced(both("Announced count", "所述数量")),
          list: text(both("Items", "考核内容"), both("Names of the items", "各项考核内容的名称")),
        },
        both("Items", "考核内容"),
      ),
      indicators: reference(
        ["indicator"],
        both("Indicators", "指标"),
        both("Ids of the indicators that are scored", "计入得分的指标编号"),
      ),
      "data-from": reference(
        ["deliverable", "mechanism", "indicator", "action", "source"],
        both("Data from", "数据来自"),
        both("Ids of what yields the data", "提供数据的成果、机制等的编号"),
      ),
      bonus: flag(both("Bonus", "加分项"), both("true: on top of the 100%", "true 表示在 100% 之外另行加分")),
      evidence: text(both("Evidence", "佐证材料")),
    },
    both("Components", "考核内容构成"),
  ),
  deductions: entries(
    {
      ...called,
      if: expression(both("If", "条件")),
      points: quantity(both("Deducted", "扣减分值")),
      cap: quantity(both("At most", "扣减上限")),
    },
    both("Deductions", "扣分项"),
  ),
  veto: entries(
    { ...called, if: expression(both("If", "条件")), then: text(both("Then", "处理")) },
    both("Vetoes", "一票否决"),
  ),
  bands: entries(
    {
      ...called,
      means: choice(
        ["praise", "neutral", "warning", "sanction"],
        both("Meaning", "含义"),
        both(
          "praise, neutral, warning or sanction; never taken from the colour",
          "praise 表扬、neutral 一般、warning 警示、sanction 惩戒；不从颜色推断",
        ),
      ),
      rank: text(
        both("Rank", "名次"),
        both("first 10%, last 10%, first 3", "如 first 10%、last 10%、first 3，或前10%、后10%"),
      ),
      score: quantity(both("Score", "得分"), both("≥90分, 80..90分", "如 ≥90分、80..90分")),
      then: text(both("Then", "措施")),
    },
    both("Bands", "等次"),
    both("In order, best first or worst first", "按由高到低或由低到高的次序写"),
  ),
  consequences,
  publish: text(
    both("Published", "公开方式"),
    both("Where or how the results are made public", "结果公开的范围或方式"),
  ),
};
