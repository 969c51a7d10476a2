/** Keys of mechanism type `points` (积分): what earns points, what they buy. */
import { both, type Parts } from "../../schema/part.ts";
import { called, entries, expression, quantity, text } from "../parts.ts";

/** The type as people call it. */
export const words = both("points", "积分");

/** Keys that only this type has. */
export const keys: Parts = {
  earn: entries(
    {
      ...called,
      for: text(both("For", "得分事项")),
      points: quantity(both("Points", "分值")),
      cap: quantity(both("At most", "上限")),
    },
    both("Earned by", "积分获取"),
  ),
  exchange: expression(both("Exchange", "兑换标准"), both("1 point = 0.1元", "如 1分 = 0.1元")),
  rewards: text(both("Rewards", "兑换内容")),
};
