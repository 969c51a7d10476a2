/**
 * Mechanism types (FORMAT.md section 7), in the order of the format: the keys of each, the parts that it must state, the
 * lists that its announced count is held against, and its rules. A new type: a folder and one entry here. Evaluation
 * from records will stand beside `rules` as `evaluate`, in the same folders.
 */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { PlanRule } from "../rules/define-rule.ts";
import type { Parts } from "../schema/part.ts";
import { alarmNeeded } from "./alarm/needed.ts";
import { alarmFasterThanData } from "./alarm/rules/faster-than-data.ts";
import { alarmForeignUnit } from "./alarm/rules/foreign-unit.ts";
import { alarmLevelOrder } from "./alarm/rules/level-order.ts";
import { alarmMisdirected } from "./alarm/rules/misdirected.ts";
import { alarmUnmeasured } from "./alarm/rules/unmeasured.ts";
import { bodyNeeded } from "./body/needed.ts";
import { bodyMeetsConflict } from "./body/rules/meets-conflict.ts";
import { entitlementNeeded } from "./entitlement/needed.ts";
import { entitlementUnknownGrade } from "./entitlement/rules/unknown-grade.ts";
import { fundNeeded } from "./fund/needed.ts";
import { fundAboveMeans } from "./fund/rules/above-means.ts";
import { fundAmountSum } from "./fund/rules/amount-sum.ts";
import { fundCapBelowAward } from "./fund/rules/cap-below-award.ts";
import { fundGrowthShort } from "./fund/rules/growth-short.ts";
import { fundOtherMoney } from "./fund/rules/other-money.ts";
import { fundShareSum } from "./fund/rules/share-sum.ts";
import { linkNeeded } from "./link/needed.ts";
import { linkImpossibleNumbers } from "./link/rules/impossible-numbers.ts";
import { linkNamedNumber } from "./link/rules/named-number.ts";
import { listNeeded } from "./list/needed.ts";
import { listOpposedItem } from "./list/rules/opposed-item.ts";
import { listRequiredField } from "./list/rules/required-field.ts";
import { matchingNeeded } from "./matching/needed.ts";
import { matchingUnfitRate } from "./matching/rules/unfit-rate.ts";
import type { NeededPart } from "./needed.ts";
import { normNeeded } from "./norm/needed.ts";
import { normCompositionShare } from "./norm/rules/composition-share.ts";
import { normMissingFact } from "./norm/rules/missing-fact.ts";
import { normRangeReversed } from "./norm/rules/range-reversed.ts";
import { normResourceMismatch } from "./norm/rules/resource-mismatch.ts";
import { normResourceShort } from "./norm/rules/resource-short.ts";
import { normTwoBases } from "./norm/rules/two-bases.ts";
import { normTwoNorms } from "./norm/rules/two-norms.ts";
import { pilotNeeded } from "./pilot/needed.ts";
import { pilotStageFit } from "./pilot/rules/stage-fit.ts";
import { pilotStageOrder } from "./pilot/rules/stage-order.ts";
import { pilotTargetMismatch } from "./pilot/rules/target-mismatch.ts";
import { pointsNeeded } from "./points/needed.ts";
import { pointsEarnConflict } from "./points/rules/earn-conflict.ts";
import { pointsExchange } from "./points/rules/exchange.ts";
import { pointsNegativeEarn } from "./points/rules/negative-earn.ts";
import { provisionNeeded } from "./provision/needed.ts";
import { reviewNeeded } from "./review/needed.ts";
import { reviewAtLeast } from "./review/rules/at-least.ts";
import { reviewFasterThanData } from "./review/rules/faster-than-data.ts";
import { reviewSlowerThanLimit } from "./review/rules/slower-than-limit.ts";
import { reviewTwoRhythms } from "./review/rules/two-rhythms.ts";
import { scorecardNeeded } from "./scorecard/needed.ts";
import { scorecardBandGap } from "./scorecard/rules/band-gap.ts";
import { scorecardBandOverlap } from "./scorecard/rules/band-overlap.ts";
import { scorecardConsequenceBand } from "./scorecard/rules/consequence-band.ts";
import { scorecardDeductionLimit } from "./scorecard/rules/deduction-limit.ts";
import { scorecardFasterThanData } from "./scorecard/rules/faster-than-data.ts";
import { scorecardOtherWeight } from "./scorecard/rules/other-weight.ts";
import { scorecardRankTooFew } from "./scorecard/rules/rank-too-few.ts";
import { scorecardWeightSum } from "./scorecard/rules/weight-sum.ts";
import { trainingNeeded } from "./training/needed.ts";
import { trainingHoursSum } from "./training/rules/hours-sum.ts";
import { trainingModuleShare } from "./training/rules/module-share.ts";
import { workflowNeeded } from "./workflow/needed.ts";
import { workflowFeedsUnit } from "./workflow/rules/feeds-unit.ts";
import { workflowLimitOrder } from "./workflow/rules/limit-order.ts";
import { workflowLimitWeaker } from "./workflow/rules/limit-weaker.ts";
import { workflowStateOrder } from "./workflow/rules/state-order.ts";
import { workflowUnknownState } from "./workflow/rules/unknown-state.ts";

/** A type as people call it, and its keys beside those that all types share. */
export interface MechanismKeys {
  readonly words: Localized;
  readonly keys: Parts;
}

/** One type. */
export interface MechanismType {
  /** Its word and its keys, with their texts; loaded when the schema is made, and by `explain`. */
  readonly keys: () => Promise<MechanismKeys>;
  readonly needed: readonly NeededPart[];
  /** Keys of lists; a bare announced count is that of the first that the mechanism has. */
  readonly counted: readonly string[];
  /** Keys that hold a share of one whole, in entries `list/key`; none can be more than 100%. */
  readonly shares?: readonly string[];
  readonly rules: readonly PlanRule[];
}

export const mechanismTypes: ReadonlyMap<string, MechanismType> = new Map<string, MechanismType>([
  [
    "scorecard",
    {
      keys: () => import("./scorecard/keys.ts"),
      needed: scorecardNeeded,
      counted: ["components"],
      rules: [
        scorecardWeightSum,
        scorecardOtherWeight,
        scorecardBandOverlap,
        scorecardConsequenceBand,
        scorecardFasterThanData,
        scorecardBandGap,
        scorecardRankTooFew,
        scorecardDeductionLimit,
      ],
    },
  ],
  [
    "alarm",
    {
      keys: () => import("./alarm/keys.ts"),
      needed: alarmNeeded,
      counted: ["levels"],
      rules: [alarmLevelOrder, alarmForeignUnit, alarmMisdirected, alarmFasterThanData, alarmUnmeasured],
    },
  ],
  [
    "review",
    {
      keys: () => import("./review/keys.ts"),
      needed: reviewNeeded,
      counted: ["rounds", "aspects"],
      shares: ["effective"],
      rules: [reviewAtLeast, reviewFasterThanData, reviewSlowerThanLimit, reviewTwoRhythms],
    },
  ],
  [
    "list",
    {
      keys: () => import("./list/keys.ts"),
      needed: listNeeded,
      counted: ["items", "lists"],
      rules: [listOpposedItem, listRequiredField],
    },
  ],
  [
    "matching",
    {
      keys: () => import("./matching/keys.ts"),
      needed: matchingNeeded,
      counted: [],
      shares: ["rate"],
      rules: [matchingUnfitRate],
    },
  ],
  [
    "workflow",
    {
      keys: () => import("./workflow/keys.ts"),
      needed: workflowNeeded,
      counted: ["states", "levels"],
      rules: [
        workflowUnknownState,
        workflowLimitOrder,
        workflowFeedsUnit,
        workflowLimitWeaker,
        workflowStateOrder,
      ],
    },
  ],
  [
    "norm",
    {
      keys: () => import("./norm/keys.ts"),
      needed: normNeeded,
      counted: ["rules", "composition"],
      rules: [
        normCompositionShare,
        normRangeReversed,
        normTwoNorms,
        normTwoBases,
        normResourceMismatch,
        normResourceShort,
        normMissingFact,
      ],
    },
  ],
  [
    "fund",
    {
      keys: () => import("./fund/keys.ts"),
      needed: fundNeeded,
      counted: ["sources", "lines"],
      rules: [
        fundShareSum,
        fundCapBelowAward,
        fundAmountSum,
        fundAboveMeans,
        fundOtherMoney,
        fundGrowthShort,
      ],
    },
  ],
  [
    "body",
    {
      keys: () => import("./body/keys.ts"),
      needed: bodyNeeded,
      counted: ["members"],
      rules: [bodyMeetsConflict],
    },
  ],
  [
    "points",
    {
      keys: () => import("./points/keys.ts"),
      needed: pointsNeeded,
      counted: ["earn"],
      rules: [pointsExchange, pointsEarnConflict, pointsNegativeEarn],
    },
  ],
  [
    "training",
    {
      keys: () => import("./training/keys.ts"),
      needed: trainingNeeded,
      counted: ["modules"],
      shares: ["certificate/share"],
      rules: [trainingModuleShare, trainingHoursSum],
    },
  ],
  [
    "pilot",
    {
      keys: () => import("./pilot/keys.ts"),
      needed: pilotNeeded,
      counted: ["stages"],
      shares: ["stages/share"],
      rules: [pilotStageOrder, pilotTargetMismatch, pilotStageFit],
    },
  ],
  [
    "entitlement",
    {
      keys: () => import("./entitlement/keys.ts"),
      needed: entitlementNeeded,
      counted: ["cases", "parts"],
      rules: [entitlementUnknownGrade],
    },
  ],
  [
    "link",
    {
      keys: () => import("./link/keys.ts"),
      needed: linkNeeded,
      counted: ["links"],
      rules: [linkImpossibleNumbers, linkNamedNumber],
    },
  ],
  [
    "provision",
    { keys: () => import("./provision/keys.ts"), needed: provisionNeeded, counted: [], rules: [] },
  ],
]);

/** The rules of all types, in order. */
export const mechanismRules: readonly PlanRule[] = [...mechanismTypes.values()].flatMap(({ rules }) => rules);

/** Word and keys of every type. */
export async function loadMechanismKeys(): Promise<ReadonlyMap<string, MechanismKeys>> {
  const loaded = [...mechanismTypes].map(async ([type, { keys }]) => [type, await keys()] as const);
  return new Map(await Promise.all(loaded));
}
