/**
 * A target lies after the baseline.
 *
 * Looks at: every dated target of an indicator with a dated baseline, by their last days; equal days are a fault.
 * A target before the plan's start is `time/outside-period`.
 * Bounds to hold have no due date. A baseline of a whole year within which the target is due may be older than the target: that
 * is a warning, which asks.
 * Reports: the target's date; related: the baseline.
 * Source: ENGINE.md section 2 (elapsed time counts from baseline to target).
 */
import { isoDay } from "../../plan/days.ts";
import type { Indicator, Target } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { figuresOf, statedDay } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly baseline: string;
  /** The year that the baseline is of, in which the target is due; null where the baseline is no earlier for sure. */
  readonly year: string | null;
};

export const targetBeforeBaseline = defineRule<Args>({
  code: "target/before-baseline",
  severity: "error",
  text: {
    en: {
      title: "Target not later than the baseline",
      message: (a) =>
        a.year === null
          ? `${a.id}: the target is due on ${a.date}, not later than the baseline of ${a.baseline}`
          : `${a.id}: the target is due on ${a.date}, within ${a.year}, of which the baseline is: was it measured before?`,
      why: "Progress runs from baseline to target, so the target has to come later.",
      fix: "Correct one of the two dates.",
    },
    zhHans: {
      title: "目标时限不晚于基期",
      message: (a) =>
        a.year === null
          ? `指标“${a.name}”的目标时限 ${a.date} 不晚于基期 ${a.baseline}`
          : `指标“${a.name}”的目标时限 ${a.date} 在基期 ${a.year} 年之内，基期值是否在此之前测得须核实`,
      why: "进度从基期算到目标时限，目标时限必须在基期之后。",
      fix: "更正其中一处时间。",
    },
  },
  check({ plan, report }) {
    const start = plan.period?.start?.value ?? null;
    for (const { indicator, baselines } of figuresOf(plan)) {
      const base = baselines.find((b) => b.on !== null);
      if (base === undefined || base.on === null) continue;
      for (const target of indicator.targets) {
        const due = target.kind === "hold" ? null : statedDay(target);
        if (due === null || due > base.on || (start !== null && due < start)) continue;
        const place = (target.by ?? target.over)?.span ?? target.stated.span;
        const related = [{ span: base.span, note: { en: "baseline", zhHans: "基期值" } }];
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          date: isoDay(due),
          baseline: isoDay(base.on),
          year: yearAround(indicator, base.on, target),
        };
        const severity = args.year === null ? "error" : "warning";
        report(place, args, { related, on: indicator, severity });
      }
    }
  },
});

/** The year of the baseline, where its day is not known and the target is due by a month or day in it. */
function yearAround({ baseline }: Indicator, on: Day, { by, over }: Target): string | null {
  const stated = baseline.find(({ is }) => is.value.at?.value.period?.end === on)?.is.value.at ?? null;
  const year = stated === null ? null : yearAlone.exec(stated.value.text.trim());
  const due = (by ?? over)?.value.text.trim() ?? "";
  return year === null || yearAlone.test(due) || !due.startsWith(year[0]) ? null : year[0];
}

const yearAlone = /^\d{4}$/;
