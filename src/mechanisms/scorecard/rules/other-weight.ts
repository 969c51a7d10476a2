/**
 * A scorecard weighs what the plan weighs alike.
 *
 * Looks at: components whose id or name is that of a weighted dimension, or (where each scores one indicator alone) the
 * weighted indicator, in scorecards that are a scheme of their own (not `complete: false`), by the weights that hold in general.
 * Reports: the component's weight; related: the weight in the plan. A dimension is a warning; an indicator a note, for a
 * scheme may weigh its indicators among themselves.
 * Source: DESIGN.md section 4 (a weight stated twice; what only may be a conflict).
 */
import { entriesAt, flagAt, idsAt, labelOf, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Dimension, Indicator, Plan } from "../../../plan/plan.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { isShareUnit } from "../../../rules/weights.ts";
import { ofType } from "../../of-type.ts";
import { general, shareOf } from "../../shares.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly otherName: string;
  readonly component: string;
  readonly weight: string;
  readonly other: string;
  readonly otherWeight: string;
};

export const scorecardOtherWeight = defineRule<Args>({
  code: "scorecard/other-weight",
  severity: "warning",
  text: {
    en: {
      title: "Scorecard and plan weigh differently",
      message: (a) =>
        `${a.id}: "${a.component}" weighs ${a.weight} here, but ${a.other} weighs ${a.otherWeight} in the plan: which holds?`,
      why: "Units are ranked by one weight while the plan is judged by another.",
      fix: "Use one weight in both places, or say with `complete: false` or another name that they are not one scheme.",
    },
    zhHans: {
      title: "考核权重与方案权重不一致",
      message: (a) =>
        `考核评价“${a.name}”中“${a.component}”的权重为“${a.weight}”，方案中“${a.otherName}”的权重为“${a.otherWeight}”，以哪一个为准须明确`,
      why: "单位按一套权重考核，方案按另一套权重评定，结论会不一致。",
      fix: "统一两处权重；确属不同体系的，用 `complete: false` 注明或改换名称。",
    },
  },
  check({ plan, report }) {
    for (const scorecard of ofType(plan, "scorecard")) {
      const { parameters, id, origin } = scorecard;
      if (origin !== "plan" || flagAt(parameters, "complete") === false) continue;
      const components = entriesAt(parameters, "components");
      const isByIndicator = components.every(
        (one) => flagAt(one, "bonus") === true || idsAt(one, "indicators").length === 1,
      );
      for (const component of components) {
        const weight = general(quantitiesAt(component, "weight"));
        const share = shareOf(weight);
        const weighed = weighedIn(
          plan,
          wordsAt(component, "id")[0]?.value,
          labelOf(component),
          isByIndicator ? idsAt(component, "indicators") : [],
        );
        const other =
          weighed === null ? null : (weighed.weight.find(({ during }) => during === null)?.is ?? null);
        const otherShare = other !== null && isShareUnit(other.value.unit) ? shareOf(other) : null;
        if (weight === null || weighed === null || other === null || share === null || otherShare === null)
          continue;
        if (share.percent.eq(otherShare.percent)) continue;
        const args = {
          id: id.value,
          name: nameOf(scorecard),
          component: labelOf(component) ?? "",
          weight: weight.value.text,
          other: weighed.id.value,
          otherName: nameOf(weighed),
          otherWeight: other.value.text,
        };
        const related = [{ span: other.span, note: { en: "weight in the plan", zhHans: "方案中的权重" } }];
        const severity = weighed.kind === "dimension" ? "warning" : "info";
        report(weight.span, args, { on: scorecard, related, severity });
      }
    }
  },
});

function weighedIn(
  { dimensions, indicators }: Plan,
  id: string | undefined,
  label: string | null,
  scored: readonly { readonly value: string }[],
): Dimension | Indicator | null {
  const dimension = dimensions.find(
    (one) => one.id.value === id || (label !== null && one.name?.text.trim() === label.trim()),
  );
  if (dimension !== undefined) return dimension;
  const [only, ...others] = scored;
  if (only === undefined || others.length > 0) return null;
  return indicators.find((one) => one.id.value === only.value) ?? null;
}
