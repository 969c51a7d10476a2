/**
 * A target and the baseline that it is measured from are of one scope, and what is held for a part fits what is held for all.
 *
 * Looks at: the last level to reach of an indicator that says of which place or scope it is, where the baselines are of the
 * whole or of other scopes; and amounts to hold for a scope that has a word of the indicator's name (集中培训 of 培训时长: a part
 * of what is counted, not of those who have it), beyond what is held for all.
 * Reports: the target's place or scope; related: the baseline, or the hold for all. A note that asks: the target may be meant
 * for a part alone.
 * Source: DESIGN.md section 4 (one quantity measured over two scopes; what only may be a conflict).
 */
import type { Given } from "../../plan/given.ts";
import type { Indicator } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { characterPairs } from "../../text/character-pairs.ts";
import { chinese } from "../../text/chinese.ts";
import { onOneScale } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { withoutTime } from "./history.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly scope: string;
  /** The baseline, or what is held for all. */
  readonly baseline: string;
  readonly against: "baseline" | "whole";
};

export const targetOtherScope = defineRule<Args>({
  code: "target/other-scope",
  severity: "info",
  text: {
    en: {
      title: "Target and baseline of two scopes",
      message: (a) =>
        a.against === "whole"
          ? `${a.id}: ${a.target} is for "${a.scope}", and for all only ${a.baseline}: is "${a.scope}" a part of it, or counted in another way?`
          : `${a.id}: ${a.target} is for "${a.scope}", but the baseline ${a.baseline} is not: where does "${a.scope}" start?`,
      why: "Progress from the level of all to a level of some is no progress of either.",
      fix: "State the baseline of that scope as well (`scope` or `place`), or make it an indicator of its own with `part-of`.",
      help: (a) =>
        a.against === "whole"
          ? `Say whether "${a.scope}" counts towards the whole: make it an indicator of its own with \`part-of\`, or state both in one way.`
          : null,
    },
    zhHans: {
      title: "目标值与基期值范围不同",
      message: (a) =>
        a.against === "whole"
          ? `指标“${a.name}”的“${a.target}”只就“${a.scope}”而言，整体却只要求“${a.baseline}”，“${a.scope}”是其中一部分还是另一口径须说明`
          : `指标“${a.name}”的目标值“${a.target}”只适用于“${a.scope}”，基期值“${a.baseline}”却不是该范围的数据，其起点须说明`,
      why: "从整体的水平算到部分的水平，两者的进展都反映不出来。",
      fix: "补列该范围的基期值（注明 `scope` 或 `place`），或单列为指标并注明 `part-of`。",
      help: (a) =>
        a.against === "whole"
          ? `写明“${a.scope}”是否计入整体：单列为指标并注明 \`part-of\`，或统一口径。`
          : null,
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      for (const found of partsBeyondWhole(indicator)) {
        const { part, scope, whole } = found;
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          target: part.value.text,
          scope: scope.value,
          baseline: whole.value.text,
          against: "whole",
        } as const;
        const related = [{ span: whole.span, note: { en: "for all", zhHans: "整体要求" } }];
        report(scope.span, args, { on: indicator, related });
      }
      const target = indicator.targets.findLast(({ kind }) => kind === "reach" || kind === "change");
      const said = target?.scope ?? target?.place ?? null;
      const [base] = indicator.baseline;
      if (target === undefined || target.quantity === null || said === null || base === undefined) continue;
      const isSame = indicator.baseline.some(({ place, scope }) =>
        [place, scope].some((own) => own?.value.trim() === said.value.trim()),
      );
      if (isSame) continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        target: target.quantity.value.text,
        scope: said.value,
        baseline: withoutTime(base.is.value.quantity.text),
        against: "baseline",
      } as const;
      const related = [{ span: base.is.span, note: { en: "baseline", zhHans: "基期值" } }];
      report(said.span, args, { on: indicator, related });
    }
  },
});

interface PartBeyondWhole {
  readonly part: Given<Quantity>;
  readonly scope: Given<string>;
  readonly whole: Given<Quantity>;
}

/** Least amounts to hold for a part of what is counted, each above the least amount for all in the same rhythm. */
function partsBeyondWhole(indicator: Indicator): readonly PartBeyondWhole[] {
  const least = indicator.targets.filter(
    ({ kind, quantity }) => kind === "hold" && isLeast(quantity?.value ?? null),
  );
  return least.flatMap(({ scope, quantity: part, every }) => {
    if (scope === null || part === null || !hasWordOf(nameOf(indicator), scope.value)) return [];
    for (const { scope: other, place, quantity: whole, every: rhythm } of least) {
      if (whole === null || other !== null || place !== null || rhythm?.value !== every?.value) continue;
      const both = onOneScale(part.value, whole.value);
      if (both?.a.low.gt(both.b.low)) return [{ part, scope, whole }];
    }
    return [];
  });
}

/** A share of a part may well be larger than that of all. */
function isLeast(quantity: Quantity | null): boolean {
  const { relation, unit } = quantity ?? { relation: null, unit: null };
  return (relation === ">=" || relation === ">") && unit !== null && unit.dimension !== "percent";
}

/** Words for those who have or do what is counted: a scope of them is a group, whose level may well be higher. */
const people =
  /[员人者师生工户村镇乡县区市队部校院]$|\b(?:staff|members?|workers?|teachers?|pupils?|students?|residents?|people|households?)\b/i;

function hasWordOf(name: string, scope: string): boolean {
  const words = scope.trim();
  if (people.test(words)) return false;
  const pieces = chinese.test(words)
    ? [...characterPairs(words)]
    : words
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word.length > 3);
  const whole = name.toLowerCase();
  return pieces.some((piece) => whole.includes(piece));
}
