/** Keys of mechanism type `norm` (配置标准): what each of a set must have, and of what it is made up. */
import { both, type Parts } from "../../schema/part.ts";
import { called, entries, expression, quantity, text } from "../parts.ts";

/** The type as people call it. */
export const words = both("norm", "配置标准");

const over = text(
  both("Applies to", "适用对象"),
  both("Set to which it applies: entities, premises …", "适用的对象集合，如 entities、premises"),
);
const where = expression(
  both("Applies where", "适用条件"),
  both("For example kind = kitchen", "如 kind = kitchen"),
);
const rule = expression(
  both("Rule", "标准"),
  both("area >= 80 m², 5..8 per 10,000 population", "如 area >= 80 m²、5..8 per 10,000 population"),
);

/** Keys that only this type has. */
export const keys: Parts = {
  over,
  where,
  rule,
  rules: entries(
    { ...called, over, where, rule },
    both("Rules", "分项标准"),
    both("Several rules under one norm", "一项标准中的几条规定"),
  ),
  composition: entries(
    {
      ...called,
      role: text(both("Role", "人员或类别")),
      share: quantity(both("Share", "占比")),
      count: quantity(
        both("Count", "数量"),
        both("A number; N where the document leaves it open", "数量；原文未定的写 N"),
      ),
      rule,
    },
    both("Composition", "构成"),
  ),
};
