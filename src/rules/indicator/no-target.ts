/**
 * An indicator needs something to be judged against.
 *
 * Looks at: indicators that are judged. Reference series (`role: context`), methods that need no target, twins
 * (`same-as`) that have one and indicators that open a phase gate are left alone.
 * Reports: the indicator without target, at its id.
 * Source: ENGINE.md section 4 (no target).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { needsTarget, twinsOf } from "./required-facts.ts";
import { statesKey } from "./states-key.ts";

export const indicatorNoTarget = defineRule<{ id: string; name: string }>({
  code: "indicator/no-target",
  severity: "warning",
  text: {
    en: {
      title: "Indicator without target",
      message: (a) => `${a.id}: no target is stated`,
      why: "Without a target its value can be shown and never judged.",
      fix: "State a target with its date, or set `role: context` if the indicator is a reference only.",
    },
    zhHans: {
      title: "指标缺少目标值",
      message: (a) => `指标“${a.name}”未列目标值`,
      why: "没有目标值，指标只能展示，无法评定。",
      fix: "补充目标值及时限；仅作参考的指标，标明 `role: context`。",
    },
  },
  check({ plan, report }) {
    const gated = new Set(
      plan.phases.flatMap((phase) =>
        phase.gates.flatMap((g) => (g.indicator === null ? [] : [g.indicator.value])),
      ),
    );
    for (const indicator of plan.indicators) {
      if (indicator.targets.length > 0 || gated.has(indicator.id.value) || !needsTarget(indicator, plan))
        continue;
      if (statesKey(indicator, "targets")) continue;
      if (twinsOf(indicator, plan).some((twin) => twin.targets.length > 0)) continue;
      const args = { id: indicator.id.value, name: nameOf(indicator) };
      report(indicator.id.span, args, { on: indicator });
    }
  },
});
