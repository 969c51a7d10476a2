/**
 * An indicator stands in the dimension of its objective.
 *
 * Looks at: indicators and objectives that both name a dimension. Where dimensions are levels of results (output, outcome),
 * many indicators stand in another one than their objective: told are the indicator that, moved back, makes the weights of both
 * dimensions right, and the only one among several that is apart.
 * Reports: the indicator's dimension; related: the objective's, and the two weights. With the weights it is an error, and their
 * sums are not told besides; else a note.
 * Source: FORMAT.md section 5 (`dimension`, weights), DESIGN.md section 4 (statements that cannot both hold; what only may be).
 */
import type Big from "big.js";
import type { Given } from "../../plan/given.ts";
import { itemById } from "../../plan/item-by-id.ts";
import type { Indicator, Objective, Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf, wordsFor } from "../name-of.ts";
import { type WeightGroup, weightGroups } from "../weights.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly dimension: string;
  readonly dimensionName: string;
  readonly objective: string;
  readonly objectiveName: string;
  readonly other: string;
  readonly otherName: string;
  /** Moved into the objective's dimension the indicator makes both sums of weights right. */
  readonly sums: boolean;
};

export const objectiveOtherDimension = defineRule<Args>({
  code: "objective/other-dimension",
  severity: "error",
  text: {
    en: {
      title: "Indicator in another dimension than its objective",
      message: (a) =>
        `${a.id} stands in the dimension ${a.dimension}, and its objective ${a.objective} in ${a.other}${a.sums ? "; with it in the latter the weights of both dimensions add up" : ""}`,
      why: "What an indicator shows is counted for one dimension and promised in another.",
      fix: "Correct the dimension, or the objective that the indicator serves.",
    },
    zhHans: {
      title: "指标与目标任务不属同一维度",
      message: (a) =>
        `指标“${a.name}”列在维度“${a.dimensionName}”，所属目标任务“${a.objectiveName}”却在维度“${a.otherName}”${a.sums ? "；归入后者，两个维度的权重合计均相符" : ""}`,
      why: "指标结果计入一个维度，目标却在另一维度提出，分维度评定时归属不清，结果失真。",
      fix: "更正指标的维度，或更正所属目标任务。",
    },
  },
  check({ plan, report }) {
    const placed = plan.indicators.flatMap((indicator) => placeOf(indicator, plan));
    const apart = placed.filter(({ own, other }) => own.value !== other.value);
    const isOdd = apart.length === 1 && placed.length >= leastPlaced;
    if (apart.length === 0 || apart.length > mostApart) return;
    const groups = weightGroups(plan);
    for (const { indicator, objective, own, other } of apart) {
      const weights = weightsOf(indicator, [own, other], groups);
      if (weights.length === 0 && !isOdd) continue;
      const [ownName, otherName] = [own, other].map(({ value }) => dimensionName(plan, value));
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        dimension: own.value,
        dimensionName: ownName ?? own.value,
        objective: objective.id.value,
        objectiveName: wordsFor(objective),
        other: other.value,
        otherName: otherName ?? other.value,
        sums: weights.length > 0,
      };
      const related = [
        { span: other.span, note: { en: "the objective's dimension", zhHans: "目标任务所在维度" } },
        ...weights.map(({ span }) => ({ span, note: { en: "weight of a dimension", zhHans: "维度权重" } })),
      ];
      const severity = weights.length > 0 ? "error" : "info";
      report(own.span, args, { related, on: indicator, severity });
    }
  },
});

/** So many others agree with their objectives before one that does not is odd. */
const leastPlaced = 4;
const mostApart = 100;

interface Placed {
  readonly indicator: Indicator;
  readonly objective: Objective;
  readonly own: Given<string>;
  readonly other: Given<string>;
}

/** An indicator with its dimension and that of its objective, where both are dimensions of the plan. */
function placeOf(indicator: Indicator, { objectives, dimensions }: Plan): readonly Placed[] {
  const objective = itemById(objectives, indicator.objective?.value);
  const [own, other] = [indicator.dimension, objective?.dimension ?? null];
  if (objective === undefined || own === null || other === null) return [];
  // It serves an objective of its own dimension as well.
  if (indicator.serves.some(({ value }) => itemById(objectives, value)?.dimension?.value === own.value))
    return [];
  const areKnown = [own, other].every(({ value }) => itemById(dimensions, value) !== undefined);
  return areKnown ? [{ indicator, objective, own, other }] : [];
}

function dimensionName({ dimensions }: Plan, id: string): string {
  const dimension = itemById(dimensions, id);
  return dimension === undefined ? id : nameOf(dimension);
}

/** The weights of the two dimensions where the indicator is just what the one has too much and the other too little; else none. */
function weightsOf(
  indicator: Indicator,
  dimensions: readonly Given<string>[],
  groups: readonly WeightGroup[],
): readonly { readonly span: Given<string>["span"] }[] {
  const found = dimensions.map(({ value }) =>
    groups.find(({ dimension, during }) => during === null && dimension?.item.id.value === value),
  );
  const [mine, other] = found;
  const share = mine?.weights.find(({ item }) => item === indicator)?.share;
  if (mine === undefined || other === undefined || share === undefined) return [];
  const fits = (group: WeightGroup, change: Big): boolean => group.sum.plus(change).eq(group.expected);
  if (!fits(mine, share.times(-1)) || !fits(other, share)) return [];
  return [mine, other].flatMap(({ dimension }) => (dimension === null ? [] : [dimension.given]));
}
