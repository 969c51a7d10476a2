/**
 * What must be answered within a time cannot wait for a review that comes later.
 *
 * Looks at: reviews with a rhythm that govern (`governs`) an indicator whose target is a longest time in days, weeks or
 * months (≤1个月): the time between two reviews against that time.
 * Reports: the rhythm; related: the limit. A note, as the answer may start without the review.
 * Source: DESIGN.md section 4 (finer than its data; what only may be a conflict).
 */
import type { Given } from "../../../plan/given.ts";
import type { Indicator } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly rhythm: Rhythm;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly limit: string;
};

export const reviewSlowerThanLimit = defineRule<Args>({
  code: "review/slower-than-limit",
  severity: "info",
  text: {
    en: {
      title: "Review slower than the limit that it serves",
      message: (a) =>
        `${a.id} is ${rhythmWords(a.rhythm).en}, but ${a.indicator}, which it governs, allows only ${a.limit}: from when does that time run?`,
      why: "A need that arises right after one review is seen at the next, when its time is already over.",
      fix: "Review as often as the limit requires, or say from when the time runs (such as from the review).",
    },
    zhHans: {
      title: "督导评估频次跟不上办理时限",
      message: (a) =>
        `“${a.name}”${rhythmInChinese(a.rhythm)}，而由其落实的“${a.indicatorName}”要求“${a.limit}”，时限自何时起算未写明`,
      why: "两次之间出现的情况要到下一次才能发现，届时已超过时限。",
      fix: "按时限提高频次，或写明时限的起算点（如自研判之日起）。",
    },
  },
  check({ plan, report }) {
    const indicators = new Map(plan.indicators.map((one) => [one.id.value, one]));
    for (const review of ofType(plan, "review")) {
      const rhythm = review.cadence[0]?.is;
      const times = rhythm === undefined ? null : perYear(rhythm.value);
      if (rhythm === undefined || times === null) continue;
      for (const { value } of review.governs) {
        const indicator = indicators.get(value);
        const limit = indicator === undefined ? null : longestTime(indicator);
        const years = limit === null ? null : yearsOf(limit.value);
        if (indicator === undefined || limit === null || years === null || 1 / times <= years * shortMonth)
          continue;
        const args: Args = {
          id: review.id.value,
          name: nameOf(review),
          rhythm: rhythm.value,
          indicator: indicator.id.value,
          indicatorName: nameOf(indicator),
          limit: limit.value.text,
        };
        const related = [{ span: limit.span, note: { en: "the limit", zhHans: "时限" } }];
        report(rhythm.span, args, { on: review, related });
      }
    }
  },
});

/** Monthly reviews keep a limit of 28 days, quarterly ones one of 84. */
const shortMonth = 31 / 28;

const daysAYear = 365;
const secondsADay = 86_400;
const monthsAYear = 12;

/** The last target that sets a longest time. */
function longestTime({ targets }: Indicator): Given<Quantity> | null {
  const last = targets.findLast(
    ({ kind, quantity }) =>
      (kind === "hold" || kind === "reach") &&
      quantity !== null &&
      (quantity.value.relation === "<=" || quantity.value.relation === "<"),
  );
  return last?.quantity ?? null;
}

/** A length of time in years, near enough to compare it with a rhythm; null for other units. */
function yearsOf({ value, unit }: Quantity): number | null {
  if (unit === null) return null;
  const length = value.times(unit.factor).toNumber();
  if (unit.dimension === "time") return length / secondsADay / daysAYear;
  return unit.dimension === "months" ? length / monthsAYear : null;
}
