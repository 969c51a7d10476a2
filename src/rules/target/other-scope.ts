/**
 * A target and the baseline that it is measured from are of one scope.
 *
 * Looks at: the last level to reach of an indicator that says of which place or scope it is, where the baselines are of the
 * whole or of other scopes.
 * Reports: the target's place or scope; related: the baseline. A note that asks: the target may be meant for a part alone.
 * Source: DESIGN.md section 4 (one quantity measured over two scopes; what only may be a conflict).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { withoutTime } from "./history.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly scope: string;
  readonly baseline: string;
};

export const targetOtherScope = defineRule<Args>({
  code: "target/other-scope",
  severity: "info",
  text: {
    en: {
      title: "Target and baseline of two scopes",
      message: (a) =>
        `${a.id}: ${a.target} is for "${a.scope}", but the baseline ${a.baseline} is not: where does "${a.scope}" start?`,
      why: "Progress from the level of all to a level of some is no progress of either.",
      fix: "State the baseline of that scope as well (`scope` or `place`), or make it an indicator of its own with `part-of`.",
    },
    zhHans: {
      title: "目标值与基期值范围不同",
      message: (a) =>
        `指标“${a.name}”的目标值“${a.target}”只适用于“${a.scope}”，基期值“${a.baseline}”却不是该范围的数据，其起点须说明`,
      why: "从整体的水平算到部分的水平，两者的进展都反映不出来。",
      fix: "补列该范围的基期值（注明 `scope` 或 `place`），或单列为指标并注明 `part-of`。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
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
      };
      const related = [{ span: base.is.span, note: { en: "baseline", zhHans: "基期值" } }];
      report(said.span, args, { on: indicator, related });
    }
  },
});
