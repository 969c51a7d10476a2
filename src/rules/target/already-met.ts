/**
 * A target that the baseline meets already asks for nothing.
 *
 * Looks at: levels to reach and totals of single years with a bound on one side, against the indicator's first baseline, and against the latest value
 * that was known when the plan was written: a later baseline, or an observation up to the plan's start or issue; and
 * grades, against the grade at which the indicator starts. A change
 * of nothing is met too. A level to maintain, a level due before the baseline, a figure that looks like a slip and a value
 * on the wrong side of the baseline are left to others.
 * Reports: the target at its value; related: the value that meets it, and for the latest value when the plan was written.
 * Source: ENGINE.md sections 4 and 5 (met at the baseline), DESIGN.md section 4 (weaker than today's level).
 */
import type Big from "big.js";
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import type { Direction, Indicator, Plan } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { Records } from "../../records/records.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { statedPeriod } from "../times-of.ts";
import { knownBefore, withoutTime, writtenBy } from "./history.ts";
import { type BaselineLevel, type Figures, figuresOf, type Level, statedDay } from "./levels.ts";
import { isImpossibleBaseline } from "./limits.ts";
import { totalsOfYears } from "./rate-aims.ts";
import { slipsOf } from "./slips.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly baseline: string;
  /** Day of the latest value known, where it is not the baseline that meets the target; else null. */
  readonly on: string | null;
};

export const targetAlreadyMet = defineRule<Args>({
  code: "target/already-met",
  severity: "warning",
  text: {
    en: {
      title: "Target met at the baseline",
      message: (a) =>
        a.on === null
          ? `${a.id}: the target ${a.value} is met by the baseline ${a.baseline} already`
          : `${a.id}: the target ${a.value} is met already by ${a.baseline}, the latest value known when the plan was written (${a.on})`,
      why: "A target no better than today's level is reached without doing anything.",
      fix: "Raise the target, correct the baseline, or state it as a bound to hold (`hold`).",
    },
    zhHans: {
      title: "目标值在基期已达到",
      message: (a) =>
        a.on === null
          ? `指标“${a.name}”的目标值“${a.value}”在基期（“${a.baseline}”）已经达到`
          : `指标“${a.name}”的目标值“${a.value}”，制定方案时的最新数值“${a.baseline}”（${a.on}）已经达到`,
      why: "目标不高于现有水平，不做任何工作也能完成。",
      fix: "提高目标值或更正基期值；意在保持现有水平的，改用 `hold`。",
    },
  },
  check({ plan, records, report }) {
    for (const { indicator, grade, start } of gradesMet(plan)) {
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        value: grade.value,
        baseline: start.value,
        on: null,
      };
      const related = [{ span: start.span, note: { en: "baseline", zhHans: "基期值" } }];
      report(grade.span, args, { related, on: indicator });
    }
    const slips = slipsOf(plan);
    for (const figures of figuresOf(plan)) {
      const { indicator, baselines, levels, direction } = figures;
      const [base] = baselines;
      if (base !== undefined && slips.has(base.span)) continue;
      const meeting = [...firstOf(base, figures), ...latestOf(figures, plan, records, base)];
      for (const level of [...levels, ...totalsOfYears(figures)]) {
        if (slips.has(level.quantity.span)) continue;
        const met = meeting.find((value) => isMetBy(level, value, direction));
        if (met === undefined) continue;
        const isBaseline = met.latest === null;
        const note = isBaseline
          ? { en: "baseline", zhHans: "基期值" }
          : { en: "latest value", zhHans: "最新数值" };
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: level.quantity.value.text,
          baseline: met.shown,
          on: met.latest === null ? null : isoDay(met.latest),
        };
        const written = isBaseline ? [] : timeOfPlan(plan);
        report(level.quantity.span, args, {
          related: [{ span: met.span, note }, ...written],
          on: indicator,
        });
      }
    }
  },
});

interface GradeMet {
  readonly indicator: Indicator;
  readonly grade: Given<string>;
  readonly start: Given<string>;
}

/** Grades to reach that are no better than the grade at the start. */
function gradesMet({ indicators }: Plan): readonly GradeMet[] {
  return indicators.flatMap((indicator) => {
    const start = indicator.startsAt;
    if (start === null || indicator.direction?.value === "maintain") return [];
    return indicator.targets.flatMap(({ grade, scope, place }) => {
      if (grade === null || scope !== null || place !== null) return [];
      const wanted = grade.levels.indexOf(grade.wanted.value);
      const isMet = wanted >= 0 && grade.levels.indexOf(start.value) >= wanted;
      return isMet ? [{ indicator, grade: grade.wanted, start }] : [];
    });
  });
}

/** Where the plan says when it was written: it is issued before it begins, or afterwards. Nothing for a plan that is not settled. */
function timeOfPlan(plan: Plan): readonly RelatedPlace[] {
  const written = writtenBy(plan);
  const issued = plan.issuer?.date ?? null;
  const isIssue = issued !== null && statedPeriod(issued)?.end === written;
  const span = isIssue ? issued.span : plan.period?.span;
  if (span === undefined || written === null || written === Number.POSITIVE_INFINITY) return [];
  return [{ span, note: { en: "time of the plan", zhHans: "方案时间" } }];
}

/** A value that was there before the plan. */
interface Before {
  readonly value: Big;
  readonly on: Day | null;
  readonly span: Span;
  readonly shown: string;
  /** Its day where it is the latest value known; null for the first baseline. */
  readonly latest: Day | null;
}

function firstOf(base: BaselineLevel | undefined, figures: Figures): readonly Before[] {
  if (base === undefined || !isFirm(base) || isImpossibleBaseline(base, figures)) return [];
  return [
    { value: base.value, on: base.on, span: base.span, shown: withoutTime(base.quantity.text), latest: null },
  ];
}

/** The latest baseline or observation after the first baseline; background figures are `indicator/evidence-doubt`. */
function latestOf(
  figures: Figures,
  plan: Plan,
  records: Records,
  base: BaselineLevel | undefined,
): readonly Before[] {
  const past = knownBefore(figures, plan, records).findLast(({ of }) => of !== "evidence");
  if (past === undefined || past.span === base?.span) return [];
  if (base !== undefined && base.on !== null && past.day <= base.on) return [];
  return [{ value: past.value, on: past.day, span: past.span, shown: past.shown, latest: past.day }];
}

/** A baseline "under 15%" is no figure that could meet anything. */
function isFirm({ quantity }: BaselineLevel): boolean {
  return quantity.upper === null && (quantity.relation === null || quantity.relation === "=");
}

function isMetBy(level: Level, base: Before, direction: Direction | null): boolean {
  const { target, value, exact, floor, ceiling } = level;
  if (target.place !== null || target.scope !== null || direction === "maintain") return false;
  const due = statedDay(target);
  if (due !== null && base.on !== null && due <= base.on) return false;
  if (target.kind === "change") return base.latest === null && base.value.eq(value);
  if ((target.kind !== "reach" && target.kind !== "total") || exact) return false;
  if (floor !== null && ceiling !== null) return false;
  const { relation } = level.quantity.value;
  // A bare level beyond the baseline goes against the direction, which is told; beyond today's value it is met.
  if (relation === null && base.latest === null) return base.value.eq(value);
  if (base.value.eq(value)) return relation !== ">" && relation !== "<";
  return floor !== null
    ? direction !== "decrease" && base.value.gt(value)
    : direction !== "increase" && base.value.lt(value);
}
