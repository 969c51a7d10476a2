/**
 * An indicator says how often it is reported.
 *
 * Looks at: indicators that are judged and have a figure, and whose targets do not all say themselves in which period they are judged (`every`).
 * Reports: the indicator without `frequency`, at its id; 定期 (`regular`), which leaves open how often, at the word.
 * Source: DESIGN.md section 4 (missing frequency); ENGINE.md section 5 (without it no value is ever stale).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { someOf } from "../some-of.ts";
import { hasNoFigure, isContext } from "./required-facts.ts";
import { statesKey } from "./states-key.ts";

export const indicatorMissingFrequency = defineRule<{ id: string; name: string; vague: boolean }>({
  code: "indicator/missing-frequency",
  severity: "info",
  text: {
    en: {
      title: "Indicator without reporting frequency",
      message: (a) =>
        `${a.id}: ${a.vague ? "reported regularly, but how often is not stated" : "no reporting frequency is stated"}`,
      why: "Without a rhythm nobody notices that a value has become old or has not come in.",
      fix: "State `frequency`: monthly, quarterly, half-yearly, yearly, every 2 years, 2 per year.",
    },
    zhHans: {
      title: "指标缺少报送频次",
      message: (a) => (a.vague ? `指标“${a.name}”只写定期报送，未明确频次` : `指标“${a.name}”未列报送频次`),
      why: "没有报送频次，数据过期或漏报都无从发现。",
      fix: "写明 `frequency`：monthly（月）、quarterly（季）、half-yearly（半年）、yearly（年），或“每两年”“每年两次”。",
    },
  },
  together: {
    message: (many) => ({
      en: `${many.length} indicators state no reporting frequency: ${someOf(many).en}`,
      zhHans: `${many.length} 项指标未列报送频次：${someOf(many).zhHans}`,
    }),
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      if (isContext(indicator) || hasNoFigure(indicator)) continue;
      if (indicator.targets.length > 0 && indicator.targets.every(({ every }) => every !== null)) continue;
      const [first] = indicator.frequency;
      const vague = first !== undefined && indicator.frequency.every(({ is }) => is.value === "regular");
      if (!vague && (first !== undefined || statesKey(indicator, "frequency"))) continue;
      const args = { id: indicator.id.value, name: nameOf(indicator), vague };
      report(vague ? first.is.span : indicator.id.span, args, { on: indicator });
    }
  },
});
