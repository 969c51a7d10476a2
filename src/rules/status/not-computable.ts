/**
 * An indicator has values and still cannot be judged.
 *
 * Looks at: indicators of status `not-computable` with observations. Where the plan itself lacks or contradicts
 * something (no target, no figure, a contradicted direction, a wrong unit, a base of nothing, a method that is not available), the rule of that fault
 * tells it.
 * Reports: the indicator, at its id (limits that do not fit it: at its `assess`), with the reason; related: the target, the latest value.
 * Source: ENGINE.md section 4.
 */

import type { IndicatorRow } from "../../indicators/results.ts";
import { itemById } from "../../plan/item-by-id.ts";
import { own } from "../../text/own.ts";
import { defineStatusRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placesOf, rowsOf } from "./standing.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly reason: string | null;
  /** Entities without a value: ids and names; how many have one, of how many. */
  readonly missing: string;
  readonly missingNames: string;
  readonly counted: number;
  readonly of: number;
};

/** Most missing entities that a message names. */
const mostNamed = 5;

/** Reasons that have a rule of their own. */
const toldElsewhere: ReadonlySet<string> = new Set([
  "context",
  "no-target",
  "no-level",
  "direction-contradicted",
  "unreadable-target",
  "unreadable-baseline",
  "contested-values",
  "impossible-value",
  "unit-mismatch",
  "unknown-grade",
  "no-baseline",
  "unknown-method",
  "bad-parameter",
  "no-date",
  "zero-baseline",
]);

/** Reasons that lie in what `assess` states. */
const ofLimits: ReadonlySet<string> = new Set(["levels-out-of-order", "limits-against-direction"]);

/** Words of the reasons; others are printed as they are. */
const inEnglish: Readonly<Record<string, string>> = {
  "no-direction": "neither a direction nor a relation says which way is better",
  "expected-equals-baseline": "nothing is expected to have changed yet",
  "zero-baseline": "the baseline is zero and growth cannot be measured from it",
  "zero-target": "the target is zero, and neither a share of it nor growth towards it can be measured",
  "zero-value": "the value is zero, and the target is no multiple of it",
  "not-positive": "values below zero have no share of the target",
  "only-increase": "the method judges only indicators that are to rise",
  "limits-against-direction": "the limits say that the other direction is better",
  "levels-out-of-order": "baseline, commit, target and stretch do not follow one another in this order",
  cap: "the method needs a level to reach, and the target is a cap on a sum",
  "sign-change": "growth cannot be measured between values below and above zero",
  "too-few-values": "it takes values of two different days",
  "target-equals-baseline": "the target equals the value that growth is measured from",
  "out-of-range": "the figures are beyond what can be computed",
  range: "the method needs one level, and the target is a range",
  "total-of-level": "a level cannot be added up to a total",
  "missing-reporter": "not all who report together have reported, and their sum is not complete",
};
const inChinese: Readonly<Record<string, string>> = {
  "no-direction": "未写明指标方向或数值的上下限关系",
  "expected-equals-baseline": "应达值与基期值相同",
  "zero-baseline": "基期值为零，无法计算增长",
  "zero-target": "目标值为零，无法计算完成率或者所需增速",
  "zero-value": "实际值为零，无法计算目标值与实际值之比",
  "not-positive": "数值为负，无法计算完成率",
  "only-increase": "该评定方法只适用于越高越好的指标",
  "limits-against-direction": "所设界限与指标方向相反",
  "levels-out-of-order": "基期值、承诺值、目标值、挑战值未依次递进",
  cap: "该评定方法要求目标为应达数值，而目标为累计控制上限",
  "sign-change": "数值有正有负，无法计算增速",
  "too-few-values": "至少需要两个不同日期的数值",
  "target-equals-baseline": "目标值与起算数值相同",
  "out-of-range": "数值超出可计算的范围",
  range: "该评定方法要求目标为单一数值，而目标为区间",
  "total-of-level": "时点值不能累计",
  "missing-reporter": "共同填报的单位未全部填报，合计数不完整",
};

export const statusNotComputable = defineStatusRule<Args>({
  code: "status/not-computable",
  severity: "warning",
  text: {
    en: {
      title: "Status not computable",
      message: (a) => `${a.id}: not computable: ${englishReason(a)}`,
      why: "The indicator has values, and nobody can say whether they are good.",
      fix: "Complete what is missing, or choose a method that can judge the indicator (`assess`).",
    },
    zhHans: {
      title: "指标无法评定",
      message: (a) => `指标“${a.name}”无法评定：${chineseReason(a)}`,
      why: "指标有实际值，却无法判断好坏。",
      fix: "补全所缺内容，或改用适合该指标的评定方法（`assess`）。",
    },
  },
  check({ results, plan, report }) {
    for (const row of rowsOf({ results, plan }, "not-computable")) {
      if (row.series().length === 0 || isToldElsewhere(row)) continue;
      const { indicator, reason } = row;
      const missing = row.coverage?.missing ?? [];
      const name = (id: string): string => itemById(plan.entities, id)?.name?.text ?? id;
      const more = missing.length > mostNamed;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        reason,
        missing: `${missing.slice(0, mostNamed).join(", ")}${more ? " …" : ""}`,
        missingNames: `${missing.slice(0, mostNamed).map(name).join("、")}${more ? "等" : ""}`,
        counted: row.coverage?.counted ?? 0,
        of: row.coverage?.of ?? 0,
      };
      const limits = ofLimits.has(reason ?? "") ? indicator.assess?.span : undefined;
      report(limits ?? indicator.id.span, args, { related: placesOf(row, { results, plan }), on: indicator });
    }
  },
});

/** A baseline of zero is told at a target that is relative to it; where a method stumbles over it, nobody else tells. */
function isToldElsewhere({ reason, decision }: IndicatorRow): boolean {
  if (reason === null || (reason === "zero-baseline" && decision.step === "method")) return false;
  return toldElsewhere.has(reason);
}

function englishReason({ reason, missing, counted, of }: Args): string {
  if (reason === "partial-sum") return `the sum covers ${counted} of ${of} entities; missing: ${missing}`;
  return own(inEnglish, reason ?? "") ?? reason ?? "the method gives no result";
}

function chineseReason({ reason, missingNames, counted, of }: Args): string {
  if (reason === "partial-sum") return `合计数仅覆盖${of}个实施单位中的${counted}个，缺“${missingNames}”`;
  if (reason === null) return "评定方法得不出结果";
  return own(inChinese, reason) ?? `“${reason}”`;
}
