/**
 * Time limits can only feed an indicator of time, or a share or number of cases.
 *
 * Looks at: workflows with time limits and the units of the indicators that they feed.
 * Reports: the id under `feeds`; related: the indicator.
 * Source: FORMAT.md section 7 (workflow).
 */
import { itemById } from "../../../plan/item-by-id.ts";
import { idsAt } from "../../../plan/parameters.ts";
import { isCount } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";
import { limitsOf, timeDimensions } from "../limits.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly unit: string;
};

export const workflowFeedsUnit = defineRule<Args>({
  code: "workflow/feeds-unit",
  severity: "warning",
  text: {
    en: {
      title: "Time limits feed an indicator of another kind",
      message: (a) => `${a.id} feeds ${a.indicator}, whose unit ${a.unit} measures neither time nor cases`,
      why: "The time of a case cannot become a value in that unit.",
      fix: "Correct the id, or the unit of the indicator.",
    },
    zhHans: {
      title: "办理时限计入的指标计量单位不符",
      message: (a) =>
        `流转办理“${a.name}”计入指标“${a.indicatorName}”，其计量单位“${a.unit}”既不是时间，也不是件数或占比`,
      why: "办理时间无法折算成该单位的数值。",
      fix: "更正指标编号或指标的计量单位。",
    },
  },
  check({ plan, report }) {
    for (const workflow of ofType(plan, "workflow")) {
      if (limitsOf(workflow).length === 0) continue;
      for (const id of idsAt(workflow.parameters, "feeds")) {
        const indicator = itemById(plan.indicators, id.value);
        const unit = indicator?.unit ?? null;
        if (indicator === undefined || unit === null || isFedByTime(unit.value.dimension)) continue;
        const related = [{ span: indicator.id.span, note: { en: "the indicator", zhHans: "该指标" } }];
        const args = {
          id: workflow.id.value,
          name: nameOf(workflow),
          indicator: id.value,
          indicatorName: nameOf(indicator),
          unit: unit.text,
        };
        report(id.span, args, { on: workflow, related });
      }
    }
  },
});

/** Times, shares, points, scores and counts may all come of cases that are timed; money, lengths and the like may not. */
function isFedByTime(dimension: string): boolean {
  return (
    timeDimensions.has(dimension) ||
    isCount(dimension) ||
    dimension.startsWith("text:") ||
    ["percent", "points", "ratio", "marks"].some((known) => dimension.startsWith(known))
  );
}
