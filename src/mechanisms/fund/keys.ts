/** Keys of mechanism type `fund` (经费安排): where the money comes from, what it is for, its rates, cap and award. */
import { both, type Parts } from "../../schema/part.ts";
import { called, entries, expression, flag, quantity, text, time } from "../parts.ts";

/** The type as people call it. */
export const words = both("fund", "经费安排");

const part: Parts = {
  ...called,
  share: quantity(both("Share", "占比")),
  amount: quantity(both("Amount", "金额")),
  of: text(
    both("Base", "基数"),
    both("What the share is taken of; the fund itself where nothing is said", "占比的基数；不写即本经费总额"),
  ),
  by: time(both("By when", "时限")),
  where: expression(both("Applies where", "适用条件")),
};

/** Keys that only this type has. */
export const keys: Parts = {
  form: text(
    both("Form", "形式"),
    both("Earmarked fund, award in place of subsidy …", "如专项资金、以奖代补、政府购买服务"),
  ),
  amount: quantity(both("Amount", "总额")),
  sources: entries(part, both("Sources", "资金来源")),
  lines: entries(part, both("Budget lines", "支出科目")),
  complete: flag(
    both("List complete", "已列全"),
    both("true: the shares stated make up the whole", "true 表示所列占比构成全部，合计应为 100%"),
  ),
  "per-head": quantity(both("Per head", "人均标准")),
  growth: quantity(both("Growth", "增长幅度")),
  cap: quantity(both("Cap", "上限")),
  award: quantity(both("Award", "奖励额度")),
};
