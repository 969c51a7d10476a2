/**
 * Values that do not count yet, because their period ends after the as-of date.
 *
 * Looks at: values dated after the as-of date: a year that is still running, a year mistyped. A row without a value, as a sheet
 * to fill in has it, says nothing. Told once for a plan, since whoever looks back on purpose sees them everywhere. What begins
 * after the plan's end is told by `data/series-time`.
 * Reports: the first of them, at its date.
 * Source: ENGINE.md, input (nothing dated after the as-of date is seen); METHODS.md 8.15.
 */
import { isoDay } from "../../plan/days.ts";
import { defineStatusRule } from "../define-rule.ts";

export const statusFutureValue = defineStatusRule<{
  readonly values: number;
  readonly asOf: string;
  readonly until: string;
}>({
  code: "status/future-value",
  severity: "info",
  text: {
    en: {
      title: "Value of a period that is not over",
      message: (a) =>
        `${a.values} ${a.values === 1 ? "value does" : "values do"} not count yet: ${a.values === 1 ? "its period ends" : "their periods end"} after ${a.asOf} (this one on ${a.until})`,
      why: "On any day only what is dated up to it is known; a value for a year still running would be taken for its result.",
      fix: "Nothing, if the as-of date is meant; otherwise correct the date, or give the period so far its own date.",
    },
    zhHans: {
      title: "数据所属期间尚未结束",
      message: (a) => `${a.values} 个数值所属期间在 ${a.asOf} 之后才结束（本条为 ${a.until}），暂不计入`,
      why: "评定只看数据截止日期以前的数据，尚未结束的年度不能当作全年结果。",
      fix: "截止日期无误的不必处理；日期填错的更正日期，属于阶段性数据的按实际日期填报。",
    },
  },
  check({ plan, records, results, report }) {
    const end = plan.period?.end?.value ?? Number.POSITIVE_INFINITY;
    const later = records.observations.filter(
      ({ at, missing }) => missing === null && at.value.end > results.asOf && at.value.start <= end,
    );
    const [first] = later;
    if (first === undefined) return;
    const until = isoDay(first.at.value.end);
    report(first.at.span, { values: later.length, asOf: isoDay(results.asOf), until });
  },
});
