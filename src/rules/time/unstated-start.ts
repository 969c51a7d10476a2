/**
 * A plan that counts in months says when its first month is.
 *
 * Looks at: a period marked `stated: false`, in a plan with times counted from its start (M9) or in phases of such times.
 * Reports: the period, once; related: the first such time. A note: the plan itself marks that the start is assumed.
 * Source: FORMAT.md section 4 (M1 is the calendar month of the start); DESIGN.md section 4 (a missing date).
 */
import { isoDay } from "../../plan/days.ts";
import { defineRule } from "../define-rule.ts";
import { timesOf } from "../times-of.ts";

type Args = { readonly start: string; readonly first: string; readonly count: number };

export const timeUnstatedStart = defineRule<Args>({
  code: "time/unstated-start",
  severity: "info",
  text: {
    en: {
      title: "Start not stated",
      message: (a) =>
        `the document does not say when it starts, and ${a.count === 1 ? `the time "${a.first}" is` : `${a.count} times such as "${a.first}" are`} counted from the start: ${a.count === 1 ? "its date rests" : "all these dates rest"} on an assumed start of ${a.start}`,
      why: "Until the start is known nobody can say what is overdue; a start one month later moves every deadline.",
      fix: "Have the start stated (the day of issue, a month), enter it under `period`, and remove `stated: false`.",
    },
    zhHans: {
      title: "未写明起始日期",
      message: (a) =>
        `原文未写明起始日期，而${a.count === 1 ? `“${a.first}”` : `“${a.first}”等 ${a.count} 处时间`}从起始月份算起，其日期均以推定的 ${a.start} 为准`,
      why: "起始日期不明，就无法认定哪一项逾期；起始推后一个月，所有时限随之推后。",
      fix: "由制定单位明确起始日期（如印发之日），填入 `period`，并删去 `stated: false`。",
    },
  },
  check({ plan, report }) {
    const { period } = plan;
    const start = period?.start ?? null;
    if (period === null || period.stated || start === null) return;
    const counted = timesOf(plan).filter(({ when }) => countsMonths.test(when.value.text.trim()));
    const [first] = counted;
    if (first === undefined) return;
    const args = { start: isoDay(start.value), first: first.when.value.text.trim(), count: counted.length };
    const related = [
      { span: first.when.span, note: { en: "counted from the start", zhHans: "从起始月份算起" } },
    ];
    report(period.span, args, { related });
  },
});

const countsMonths = /^M\d/;
