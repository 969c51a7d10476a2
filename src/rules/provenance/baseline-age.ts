/**
 * A baseline is of a time near the start of the plan, and was there when the plan was written.
 *
 * Looks at: the latest dated baseline of an indicator of the plan's own area: more than five years before the plan's start; or
 * begun after the plan's start, and perhaps after the day of issue. A plan that is still a draft may fix its baselines later.
 * Reports: the baseline; related: the period or the day of issue. What is too old, or measured when the plan had begun, is a note
 * (a first survey, or a first result); what did not exist on the day of issue a warning.
 * Source: DESIGN.md section 4 (a thing used before it exists; what only may be a fault).
 */
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { isoDay, yearsBetween } from "../../plan/days.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Given } from "../../plan/given.ts";
import type { Baseline, Indicator, Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { isContext } from "../indicator/required-facts.ts";
import { nameOf } from "../name-of.ts";
import { withoutTime, writtenBy } from "../target/history.ts";
import { lastDay, statedPeriod } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly date: string;
  readonly against: string;
  /** Years before the start; null for a baseline that is too late. */
  readonly years: string | null;
};

export const provenanceBaselineAge = defineRule<Args>({
  code: "provenance/baseline-age",
  severity: "info",
  text: {
    en: {
      title: "Baseline of another time",
      message: (a) =>
        a.years === null
          ? `${a.id}: the baseline ${a.value} dates from ${a.date}, later than ${a.against}, by when the plan had been issued or had begun`
          : `${a.id}: the baseline ${a.value} of ${a.date} is ${a.years} years older than the plan, which starts on ${a.against}`,
      why: "Progress of years before the plan is counted as its own, or the start is fixed when the work has begun.",
      fix: "Measure the baseline once more close to the start, or say in `note` why the old one still holds.",
    },
    zhHans: {
      title: "基期过早或晚于方案",
      message: (a) =>
        a.years === null
          ? `指标“${a.name}”的基期值“${a.value}”为 ${a.date} 的数据，而方案至迟 ${a.against} 已印发或开始实施`
          : `指标“${a.name}”的基期值“${a.value}”为 ${a.date} 的数据，距方案起始时间 ${a.against} 已有 ${a.years} 年`,
      why: "基期过早，方案实施前的变化会计入方案成效；基期晚于方案，起点就是开工后才定的。",
      fix: "按方案开始前的实际情况重新测定基期值；仍沿用旧数据的，在 `note` 中说明理由。",
    },
  },
  check({ plan, report }) {
    const start = plan.period?.start?.value ?? null;
    const issued = statedPeriod(plan.issuer?.date ?? null)?.end ?? null;
    const isDraft = writtenBy(plan) === Number.POSITIVE_INFINITY;
    for (const indicator of plan.indicators) {
      const found = isContext(indicator) ? null : latestBaseline(indicator);
      const period = statedPeriod(found?.value.at ?? null);
      const day = period?.end ?? null;
      if (found === null || period === null || day === null) continue;
      const args = () => ({
        id: indicator.id.value,
        name: nameOf(indicator),
        value: withoutTime(found.value.quantity.text),
        date: isoDay(day),
      });
      const began = period.start ?? day;
      if (start !== null && start - day > mostYears * 365 && yearsBetween(day, start).gt(mostYears)) {
        const years = formatDecimal(yearsBetween(day, start).round(1));
        const related = placesOf(plan, "period");
        report(found.span, { ...args(), against: isoDay(start), years }, { on: indicator, related });
      } else if (!isDraft) {
        // The day of issue is what the authors knew by; when the plan has only begun, a first survey may follow.
        const isIssued = issued !== null && began > issued;
        const after = isIssued ? issued : start;
        // Between the issue and the start of the plan is the time to measure.
        if (after === null || began <= after || (start !== null && began <= start)) continue;
        const related = placesOf(plan, isIssued ? "issue" : "period");
        const severity = isIssued ? "warning" : "info";
        report(
          found.span,
          { ...args(), against: isoDay(after), years: null },
          { on: indicator, related, severity },
        );
      }
    }
  },
});

const mostYears = 5;

function latestBaseline({ baseline }: Indicator): Given<Baseline> | null {
  const own = baseline.filter(({ place: at, scope }) => at === null && scope === null).map(({ is }) => is);
  return own.reduce<Given<Baseline> | null>((latest, one) => {
    const [day, before] = [lastDay(one.value.at), lastDay(latest?.value.at ?? null)];
    return day !== null && (before === null || day > before) ? one : latest;
  }, null);
}

function placesOf({ period, issuer }: Plan, of: "period" | "issue"): readonly RelatedPlace[] {
  const span = of === "issue" ? issuer?.date?.span : period?.span;
  const note =
    of === "issue" ? { en: "day of issue", zhHans: "印发日期" } : { en: "period", zhHans: "实施期限" };
  return span === undefined ? [] : [{ span, note }];
}
