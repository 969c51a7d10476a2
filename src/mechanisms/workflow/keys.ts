/** Keys of mechanism type `workflow` (流转办理): states, levels with time limits, the clock and what it feeds. */
import { both, type Parts } from "../../schema/part.ts";
import { called, choice, entries, expression, owner, quantity, reference, text } from "../parts.ts";

/** The type as people call it. */
export const words = both("workflow", "流转办理");

/** Keys that only this type has. */
export const keys: Parts = {
  states: text(both("Steps", "办理环节"), both("In their order", "按先后次序写")),
  levels: entries(
    {
      ...called,
      when: expression(both("Applies when", "适用情形")),
      limit: quantity(
        both("Time limit", "办理时限"),
        both("24h; null where the document gives none", "如 24h；原文未写的为 null"),
      ),
      route: text(both("Route", "办理渠道")),
      owner: owner(both("Owner", "责任主体")),
      then: text(both("Then", "措施")),
    },
    both("Levels", "分级办理"),
    both("From the simplest matter to the gravest", "由简到繁依次写"),
  ),
  clock: text(
    both("Time counted between", "计时起止"),
    both("State that starts the clock, and the one that stops it", "开始和停止计时的环节"),
  ),
  statistic: choice(
    ["each", "mean", "median", "share"],
    both("Counted by", "统计方式"),
    both(
      "How the limit is meant: for each case, on average …",
      "时限的口径：each 逐件、mean 平均、median 中位数、share 达标比例",
    ),
  ),
  feeds: reference(
    ["indicator"],
    both("Counts towards", "计入指标"),
    both("Ids of the indicators that its cases are counted in", "办理情况计入的指标编号"),
  ),
  fields: text(both("Fields", "登记要素"), both("What is recorded of each case", "每件事项登记的内容")),
  "data-from": text(both("Data from", "数据来自")),
};
