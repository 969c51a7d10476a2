/** Keys of mechanism type `pilot` (试点推广): the stages by which it spreads. */
import { both, type Parts } from "../../schema/part.ts";
import { called, entries, quantity, text, time } from "../parts.ts";

/** The type as people call it. */
export const words = both("pilot", "试点推广");

/** Keys that only this type has. */
export const keys: Parts = {
  stages: entries(
    {
      ...called,
      share: quantity(both("Share", "占比")),
      count: quantity(both("Count", "数量")),
      of: text(
        both("Out of", "范围"),
        both("What the share or count is of: townships", "占比或数量的对象，如乡镇"),
      ),
      by: time(both("By when", "时限")),
    },
    both("Stages", "推广步骤"),
  ),
};
