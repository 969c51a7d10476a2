/**
 * What is checked of each mechanism type without any records, in the order of the format: the parts that it must state, the
 * lists that its announced count is held against, and its rules. A new type: one line here beside the one in `mechanism-types.ts`.
 * Evaluation from records will stand beside `rules` as `evaluate`, in the same folders.
 */
import type { PlanRule } from "../rules/define-rule.ts";
import { alarmNeeded } from "./alarm/needed.ts";
import { alarmLevelOrder } from "./alarm/rules/level-order.ts";
import { bodyNeeded } from "./body/needed.ts";
import { entitlementNeeded } from "./entitlement/needed.ts";
import { fundNeeded } from "./fund/needed.ts";
import { fundCapBelowAward } from "./fund/rules/cap-below-award.ts";
import { fundShareSum } from "./fund/rules/share-sum.ts";
import { linkNeeded } from "./link/needed.ts";
import { listNeeded } from "./list/needed.ts";
import { listOpposedItem } from "./list/rules/opposed-item.ts";
import { listRequiredField } from "./list/rules/required-field.ts";
import { matchingNeeded } from "./matching/needed.ts";
import type { NeededPart } from "./needed.ts";
import { normNeeded } from "./norm/needed.ts";
import { normCompositionShare } from "./norm/rules/composition-share.ts";
import { normRangeReversed } from "./norm/rules/range-reversed.ts";
import { normResourceMismatch } from "./norm/rules/resource-mismatch.ts";
import { normTwoNorms } from "./norm/rules/two-norms.ts";
import { pilotNeeded } from "./pilot/needed.ts";
import { pilotStageOrder } from "./pilot/rules/stage-order.ts";
import { pointsNeeded } from "./points/needed.ts";
import { pointsExchange } from "./points/rules/exchange.ts";
import { provisionNeeded } from "./provision/needed.ts";
import { reviewNeeded } from "./review/needed.ts";
import { reviewAtLeast } from "./review/rules/at-least.ts";
import { scorecardNeeded } from "./scorecard/needed.ts";
import { scorecardBandOverlap } from "./scorecard/rules/band-overlap.ts";
import { scorecardConsequenceBand } from "./scorecard/rules/consequence-band.ts";
import { scorecardFasterThanData } from "./scorecard/rules/faster-than-data.ts";
import { scorecardWeightSum } from "./scorecard/rules/weight-sum.ts";
import { trainingNeeded } from "./training/needed.ts";
import { trainingModuleShare } from "./training/rules/module-share.ts";
import { workflowNeeded } from "./workflow/needed.ts";
import { workflowFeedsUnit } from "./workflow/rules/feeds-unit.ts";
import { workflowLimitOrder } from "./workflow/rules/limit-order.ts";
import { workflowLimitWeaker } from "./workflow/rules/limit-weaker.ts";
import { workflowUnknownState } from "./workflow/rules/unknown-state.ts";

/** Checks of one type. */
export interface MechanismChecks {
  readonly needed: readonly NeededPart[];
  /** Keys of lists; a bare announced count is that of the first that the mechanism has. */
  readonly counted: readonly string[];
  /** Keys that hold a share of one whole, in entries `list/key`; none can be more than 100%. */
  readonly shares?: readonly string[];
  readonly rules: readonly PlanRule[];
}

export const mechanismChecks: ReadonlyMap<string, MechanismChecks> = new Map<string, MechanismChecks>([
  [
    "scorecard",
    {
      needed: scorecardNeeded,
      counted: ["components"],
      rules: [scorecardWeightSum, scorecardBandOverlap, scorecardConsequenceBand, scorecardFasterThanData],
    },
  ],
  ["alarm", { needed: alarmNeeded, counted: ["levels"], rules: [alarmLevelOrder] }],
  [
    "review",
    { needed: reviewNeeded, counted: ["rounds", "aspects"], shares: ["effective"], rules: [reviewAtLeast] },
  ],
  ["list", { needed: listNeeded, counted: ["items", "lists"], rules: [listOpposedItem, listRequiredField] }],
  ["matching", { needed: matchingNeeded, counted: [], shares: ["rate"], rules: [] }],
  [
    "workflow",
    {
      needed: workflowNeeded,
      counted: ["states", "levels"],
      rules: [workflowUnknownState, workflowLimitOrder, workflowFeedsUnit, workflowLimitWeaker],
    },
  ],
  [
    "norm",
    {
      needed: normNeeded,
      counted: ["rules", "composition"],
      rules: [normCompositionShare, normRangeReversed, normTwoNorms, normResourceMismatch],
    },
  ],
  ["fund", { needed: fundNeeded, counted: ["sources", "lines"], rules: [fundShareSum, fundCapBelowAward] }],
  ["body", { needed: bodyNeeded, counted: ["members"], rules: [] }],
  ["points", { needed: pointsNeeded, counted: ["earn"], rules: [pointsExchange] }],
  [
    "training",
    {
      needed: trainingNeeded,
      counted: ["modules"],
      shares: ["certificate/share"],
      rules: [trainingModuleShare],
    },
  ],
  ["pilot", { needed: pilotNeeded, counted: ["stages"], shares: ["stages/share"], rules: [pilotStageOrder] }],
  ["entitlement", { needed: entitlementNeeded, counted: ["cases", "parts"], rules: [] }],
  ["link", { needed: linkNeeded, counted: ["links"], rules: [] }],
  ["provision", { needed: provisionNeeded, counted: [], rules: [] }],
]);

/** The rules of all types, in order. */
export const mechanismRules: readonly PlanRule[] = [...mechanismChecks.values()].flatMap(
  ({ rules }) => rules,
);
