/**
 * Points of a trajectory are used only where it is `custom`.
 *
 * Looks at: trajectories of another kind that list points.
 * Reports: the kind.
 * Source: FORMAT.md section 5 (`trajectory`).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = { readonly id: string; readonly name: string; readonly kind: string; readonly count: number };

export const indicatorUnusedPoints = defineRule<Args>({
  code: "indicator/unused-points",
  severity: "warning",
  text: {
    en: {
      title: "Points of the trajectory not used",
      message: (a) => `${a.id}: the trajectory is ${a.kind}, so its points (${a.count}) are not used`,
      why: "The indicator is judged by another path than the one that is written down.",
      fix: "Write `kind: custom`, or remove the points.",
    },
    zhHans: {
      title: "应达轨迹的轨迹点未采用",
      message: (a) => `指标“${a.name}”的应达轨迹为 \`${a.kind}\`，所列 ${a.count} 个轨迹点未采用`,
      why: "评定所依的轨迹与方案所列轨迹点不一致。",
      fix: "改为 `kind: custom`，或删去轨迹点。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      const { trajectory } = indicator;
      if (trajectory === null || trajectory.kind.value === "custom" || trajectory.points.length === 0)
        continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        kind: trajectory.kind.value,
        count: trajectory.points.length,
      };
      report(trajectory.kind.span, args, { on: indicator });
    }
  },
});
