/**
 * A background figure of the plan's own area agrees with the baseline of the same date.
 *
 * Looks at: evidence about an indicator, of the plan and of its problems, without `place` or `scope` and not a case or a
 * standard of others, against the baseline statements of the same date.
 * Reports: the figure of the evidence; related: the baseline. A soft figure is a warning.
 * Source: DESIGN.md section 4 (one quantity with two values for one date).
 */
import { meets } from "../../plan/compare.ts";
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import type { Baseline, Evidence, Indicator, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { withoutTime } from "../target/history.ts";
import { figuresOf } from "../target/levels.ts";
import { isImpossibleBaseline } from "../target/limits.ts";
import { lastDay } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly baseline: string;
  readonly date: string;
};

export const indicatorEvidenceConflict = defineRule<Args>({
  code: "indicator/evidence-conflict",
  severity: "error",
  text: {
    en: {
      title: "Background figure contradicts the baseline",
      message: (a) => `${a.id}: ${a.value} as background, but the baseline of ${a.date} is ${a.baseline}`,
      why: "One quantity has one value on one day; whoever reads the background starts from another point.",
      fix: "Correct one of the two, or say of which `place` or `scope` the background figure is.",
    },
    zhHans: {
      title: "背景数据与基期值不一致",
      message: (a) => `指标“${a.name}”的背景数据为“${a.value}”，而 ${a.date} 的基期值为“${a.baseline}”`,
      why: "同一数量在同一日只有一个数值，背景与基期不一致，起点就说不清。",
      fix: "更正其中一处；背景数据属其他地区或范围的，用 `place`、`scope` 注明。",
    },
  },
  check({ plan, report }) {
    for (const evidence of [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence]) {
      const { is } = evidence;
      const indicator = plan.indicators.find(({ id }) => id.value === evidence.of?.value);
      if (indicator === undefined || is === null || !isOwn(evidence)) continue;
      if (hasImpossibleBaseline(plan, indicator)) continue;
      const against = baselineAgainst(indicator, is, lastDay(evidence.at));
      if (against === null) continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        value: is.value.text,
        baseline: withoutTime(against.value.quantity.text),
        date: isoDay(lastDay(evidence.at) ?? 0),
      };
      const severity = is.value.soft === null && against.value.quantity.soft === null ? "error" : "warning";
      const related = [{ span: against.span, note: { en: "baseline", zhHans: "基期值" } }];
      report(is.span, args, { on: indicator, related, severity });
    }
  },
});

/** Told by `target/out-of-bounds`. */
function hasImpossibleBaseline(plan: Plan, indicator: Indicator): boolean {
  const figures = figuresOf(plan).find((one) => one.indicator === indicator);
  return figures?.baselines.some((base) => isImpossibleBaseline(base, figures)) === true;
}

function isOwn({ kindOf, place, scope }: Evidence): boolean {
  return place === null && scope === null && (kindOf === null || kindOf.value === "background");
}

/** The baseline of that day that the figure cannot stand beside; null without such a baseline, or when one agrees. */
function baselineAgainst(
  indicator: Indicator,
  figure: Given<Quantity>,
  day: number | null,
): Given<Baseline> | null {
  if (day === null) return null;
  const own = indicator.baseline.filter(
    ({ is, place, scope }) => place === null && scope === null && lastDay(is.value.at) === day,
  );
  if (own.some(({ is }) => agrees(figure.value, is.value.quantity))) return null;
  return own[0]?.is ?? null;
}

/** Units that do not convert are told elsewhere. */
function agrees(figure: Quantity, baseline: Quantity): boolean {
  const value = convert(baseline.value, baseline.unit, figure.unit);
  if (value === null || baseline.upper !== null) return true;
  if (baseline.relation !== null && baseline.relation !== "=") return true;
  return meets(value, figure.relation ?? "=", figure.value, figure.upper);
}
