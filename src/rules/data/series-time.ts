/**
 * An observation belongs to the time of its plan.
 *
 * Looks at: observations that begin after the plan's end, and observations reported before their period was over.
 * Reports: the date, or the day of report; related: the plan's period, or the date.
 * Source: DESIGN.md section 4 (dates outside the period; a thing used before it exists), FORMAT.md section 8 (`reported`).
 */
import { isoDay } from "../../plan/days.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

type Args = {
  readonly indicator: string;
  readonly at: string;
  /** Day of the report where it came too early; null for an observation after the plan. */
  readonly reported: string | null;
  readonly end: string;
};

export const dataSeriesTime = defineRule<Args>({
  code: "data/series-time",
  severity: "warning",
  named: ["indicator"],
  text: {
    en: {
      title: "Observation of an impossible time",
      message: (a) =>
        a.reported === null
          ? `${a.indicator}: a value for ${a.at}, after the plan has ended on ${a.end}`
          : `${a.indicator}: the value for ${a.at} was reported on ${a.reported}, before that time was over (${a.end})`,
      why: "A value of a time to come is an estimate or a slip of the date, and is judged as if it were measured.",
      fix: "Correct the date, or mark an estimate as `provisional` and say so in `note`.",
    },
    zhHans: {
      title: "实际值时间有误",
      message: (a) =>
        a.reported === null
          ? `指标“${a.indicator}”填有“${a.at}”的数值，晚于方案结束之日 ${a.end}`
          : `指标“${a.indicator}”在“${a.at}”的数值于 ${a.reported} 报送，其时该期尚未结束（${a.end}）`,
      why: "尚未到来的时间不会有实际值，不是预计数就是日期笔误，却会按实测数据评定。",
      fix: "更正日期；属于预计数的，状态标为“初步”并在备注中说明。",
    },
  },
  check({ plan, records, report }) {
    const period = plan.period;
    // A reversed period is a fault of its own, and no end to hold the rows against.
    const last = period?.end?.value ?? null;
    const end = last !== null && last < (period?.start?.value ?? last) ? null : last;
    const known = new Map(plan.indicators.map((indicator) => [indicator.id.value, indicator] as const));
    let told = 0;
    for (const { indicator, at, reported, state } of records.observations) {
      const isLate = end !== null && at.value.start > end;
      const isEarly = reported !== null && reported.value < at.value.end && state !== "provisional";
      if (!isLate && !isEarly) continue;
      if (++told > mostTold) return;
      const on = known.get(indicator) ?? null;
      const args = { indicator, at: spanText(at.span) };
      if (isLate) {
        const related =
          period === null ? [] : [{ span: period.span, note: { en: "period", zhHans: "实施期限" } }];
        report(at.span, { ...args, reported: null, end: isoDay(end) }, { on, related });
      } else if (reported !== null) {
        const related = [{ span: at.span, note: { en: "date", zhHans: "数据时间" } }];
        report(
          reported.span,
          { ...args, reported: isoDay(reported.value), end: isoDay(at.value.end) },
          { on, related },
        );
      }
    }
  },
});

/** More rows are not told one by one. */
const mostTold = 100;
