/**
 * An indicator says how often it is reported.
 *
 * Looks at: indicators that are judged and have a figure.
 * Reports: the indicator without `frequency`, at its id.
 * Source: DESIGN.md section 4 (missing frequency); ENGINE.md section 5 (without it no value is ever stale).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { hasNoFigure, isContext } from "./required-facts.ts";
import { statesKey } from "./states-key.ts";

export const indicatorMissingFrequency = defineRule<{ id: string; name: string }>({
  code: "indicator/missing-frequency",
  severity: "info",
  text: {
    en: {
      title: "Indicator without reporting frequency",
      message: (a) => `${a.id}: it is not said how often it is reported`,
      why: "Without a rhythm nobody notices that a value has become old or has not come in.",
      fix: "State `frequency`: monthly, quarterly, half-yearly or yearly.",
    },
    zhHans: {
      title: "指标缺少报送频次",
      message: (a) => `指标“${a.name}”未列报送频次`,
      why: "没有报送频次，数据过期或漏报都无从发现。",
      fix: "写明 `frequency`：monthly（月）、quarterly（季）、half-yearly（半年）或 yearly（年）。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      if (indicator.frequency.length > 0 || isContext(indicator) || hasNoFigure(indicator)) continue;
      if (statesKey(indicator, "frequency")) continue;
      const args = { id: indicator.id.value, name: nameOf(indicator) };
      report(indicator.id.span, args, { on: indicator });
    }
  },
});
