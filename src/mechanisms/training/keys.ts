/** Keys of mechanism type `training` (教育培训): hours, modules, for whom, how it is tested. */
import { both, type Parts } from "../../schema/part.ts";
import { called, entries, group, quantity, rhythm, text, time } from "../parts.ts";

/** The type as people call it. */
export const words = both("training", "教育培训");

const hours = quantity(both("Hours", "学时"), both("For example ≥40学时/人·年", "如 ≥40学时/人·年"));
const cohort = text(both("Who is trained", "培训对象"));

/** Keys that only this type has. */
export const keys: Parts = {
  hours,
  cohort,
  modules: entries(
    {
      ...called,
      share: quantity(both("Share", "占比"), both("Share of the hours", "占学时的比重")),
      hours,
      cohort,
      cadence: rhythm(both("Rhythm", "频次")),
    },
    both("Modules", "培训模块"),
  ),
  "test-after": quantity(both("Test after", "训后测试时间"), both("For example 3 months", "如 3 months")),
  certificate: group(
    { share: quantity(both("Share", "占比")), by: time(both("By when", "时限")) },
    both("Certificate", "持证要求"),
    both("Share of the cohort that must hold it, and by when", "须持证的比例和时限"),
  ),
};
