/**
 * A level that is to be reached needs a level to start from.
 *
 * Looks at: indicators of value `level` with a target to reach, judged by a method that measures from the baseline.
 * Holds, states, grades, flows, running totals, reference series and what is to be maintained need none; neither does an
 * indicator whose twin (`same-as`) states one, or whose formula is over indicators that all do. Norms and other standing figures stand in mechanisms. Targets that are themselves a change on the missing baseline are told by `target/no-base`.
 * Reports: the indicator, at its id, once for all names of a quantity; related: the other names, its first target, and what the plan tells of the quantity as background, which may be
 * the baseline or show which one is wanted.
 * Source: ENGINE.md section 4 (no baseline), DESIGN.md section 4.
 */

import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { derivesBaseline } from "../../expressions/formulas.ts";
import type { Indicator, Plan, Target } from "../../plan/plan.ts";
import { sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection } from "../section-words.ts";
import { needsBaseline, twinsOf } from "./required-facts.ts";
import { statesKey } from "./states-key.ts";

export const indicatorMissingBaseline = defineRule<{ id: string; name: string }>({
  code: "indicator/missing-baseline",
  severity: "warning",
  text: {
    en: {
      title: "Indicator without baseline",
      message: (a) => `${a.id}: a level is to be reached, but no baseline is stated`,
      why: "Without the starting level nobody can say how far the plan has come or how fast it has to go.",
      fix: "State the baseline with its date and source: `baseline: { is: 45%, at: 2025-12, source: … }`.",
    },
    zhHans: {
      title: "指标缺少基期值",
      message: (a) => `指标“${a.name}”设有目标值，但未列基期值`,
      why: "没有基期值，就无法计算进度，也看不出目标高低。",
      fix: "补充基期值及其时间、来源：`baseline: { is: 45%, at: 2025-12, source: … }`。",
    },
  },
  check({ plan, report }) {
    const told = new Set<Indicator>();
    for (const indicator of plan.indicators) {
      if (told.has(indicator) || indicator.baseline.length > 0 || !needsBaseline(indicator, plan)) continue;
      const level = indicator.targets.find(asksForLevel);
      if (level === undefined || statesKey(indicator, "baseline")) continue;
      if (derivesBaseline(plan, indicator)) continue;
      const twins = twinsOf(indicator, plan);
      if (twins.some((twin) => twin.baseline.length > 0)) continue;
      for (const twin of twins) told.add(twin);
      const related = [
        { span: level.stated.span, note: { en: "the level to reach", zhHans: "目标值" } },
        ...toldAsBackground(indicator, plan),
        ...twins
          .filter((twin) => needsBaseline(twin, plan))
          .map(({ id }) => ({ span: id.span, note: underOtherName })),
      ];
      const args = { id: indicator.id.value, name: nameOf(indicator) };
      report(indicator.id.span, args, { related, on: indicator });
    }
  },
});

const underOtherName = { en: "the same quantity under another name", zhHans: "同一数量的另一名称" };

/** The kinds that `target/no-base` does not cover. */
function asksForLevel(target: Target): boolean {
  return target.kind === "reach";
}

/** Most background figures that are shown beside one indicator. */
const mostFigures = 3;

/** Levels that the plan tells of the indicator without calling them its baseline; cases of other places are none. */
function toldAsBackground(indicator: Indicator, plan: Plan): readonly RelatedPlace[] {
  const unit = indicator.unit?.value ?? null;
  const note = { en: "stated as background: is this the baseline?", zhHans: "背景所述数值，是否为基期值" };
  return plan.evidence
    .filter(
      ({ of, kindOf, is }) =>
        of?.value === indicator.id.value &&
        kindOf?.value === "background" &&
        is !== null &&
        !is.value.signed &&
        sameDimension(is.value.unit, unit),
    )
    .slice(0, mostFigures)
    .map(({ is, id, section }) => placeWithSection((is ?? id).span, note, section));
}
