/**
 * A scorecard weighs what the plan weighs alike.
 *
 * Looks at: components whose id or name is that of a weighted dimension, or (where each scores one indicator alone) the
 * weighted indicator, in scorecards that are a scheme of their own (not `complete: false`), by the weights that hold in general.
 * Of several components one alone that shares a name with the plan makes no scheme in common.
 * Reports: the component's weight; related: the weight in the plan. A dimension is a warning; an indicator a note, for a
 * scheme may weigh its indicators among themselves.
 * Source: DESIGN.md section 4 (a weight stated twice; what only may be a conflict).
 */
import type { Given } from "../../../plan/given.ts";
import {
  entriesAt,
  flagAt,
  idsAt,
  labelOf,
  type ParameterMap,
  quantitiesAt,
  wordsAt,
} from "../../../plan/parameters.ts";
import type { Dimension, Indicator, Plan } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
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
      const { parameters, origin } = scorecard;
      if (origin !== "plan" || flagAt(parameters, "complete") === false) continue;
      const weighed = weighedTwice(parameters, plan);
      // One name in common makes no scheme in common.
      const own = entriesAt(parameters, "components").filter((one) => flagAt(one, "bonus") !== true);
      if (weighed.length === 1 && own.length > 1) continue;
      for (const { component, item, weight, other } of weighed) {
        if (weight.share.percent.eq(other.share.percent)) continue;
        const args = {
          id: scorecard.id.value,
          name: nameOf(scorecard),
          component: labelOf(component) ?? "",
          weight: weight.given.value.text,
          other: item.id.value,
          otherName: nameOf(item),
          otherWeight: other.given.value.text,
        };
        const related = [
          { span: other.given.span, note: { en: "weight in the plan", zhHans: "方案中的权重" } },
        ];
        const severity = item.kind === "dimension" ? "warning" : "info";
        report(weight.given.span, args, { on: scorecard, related, severity });
      }
    }
  },
});

interface Weighed {
  readonly given: Given<Quantity>;
  readonly share: NonNullable<ReturnType<typeof shareOf>>;
}

interface WeighedTwice {
  readonly component: ParameterMap;
  readonly item: Dimension | Indicator;
  readonly weight: Weighed;
  readonly other: Weighed;
}

/** The components that are a weighted dimension or indicator of the plan as well. */
function weighedTwice(parameters: ParameterMap, plan: Plan): readonly WeighedTwice[] {
  const components = entriesAt(parameters, "components");
  const isByIndicator = components.every(
    (one) => flagAt(one, "bonus") === true || idsAt(one, "indicators").length === 1,
  );
  return components.flatMap((component) => {
    const scored = isByIndicator ? idsAt(component, "indicators") : [];
    const id = wordsAt(component, "id")[0]?.value;
    const item = weighedIn(plan, id, labelOf(component), scored);
    const weight = weighedBy(general(quantitiesAt(component, "weight")));
    const stated = item?.weight.find(({ during }) => during === null)?.is ?? null;
    const other = stated !== null && isShareUnit(stated.value.unit) ? weighedBy(stated) : null;
    return item === null || weight === null || other === null ? [] : [{ component, item, weight, other }];
  });
}

function weighedBy(given: Given<Quantity> | null): Weighed | null {
  const share = shareOf(given);
  return given === null || share === null ? null : { given, share };
}

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
