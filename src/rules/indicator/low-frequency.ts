/**
 * A bound is judged no more often than the indicator is reported, and reported no more often than it is collected.
 *
 * Looks at: targets `hold` with `every`, against every stated `frequency` of the indicator; the frequency, against
 * `every` of `collected`.
 * Reports: the shorter rhythm; related: the longer.
 * Source: DESIGN.md section 4 (judged more often than its data come in).
 */
import { isRarer, rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly every: Rhythm;
  readonly frequency: Rhythm;
  /** The bound is judged more often than reported, or the value reported more often than collected. */
  readonly how: "judged" | "reported";
};

export const indicatorLowFrequency = defineRule<Args>({
  code: "indicator/low-frequency",
  severity: "warning",
  text: {
    en: {
      title: "Judged more often than reported",
      message: (a) =>
        a.how === "judged"
          ? `${a.id}: judged ${rhythmWords(a.every).en}, but reported only ${rhythmWords(a.frequency).en}`
          : `${a.id}: reported ${rhythmWords(a.every).en}, but collected only ${rhythmWords(a.frequency).en}`,
      why: "A period without a value of its own cannot be judged.",
      fix: "Report at least as often as the bound is judged, or judge it in the reporting period.",
    },
    zhHans: {
      title: "评定频次高于报送频次",
      message: (a) =>
        a.how === "judged"
          ? `指标“${a.name}”要求${rhythmWords(a.every).zhHans}评定，而报送频次为${rhythmInChinese(a.frequency)}`
          : `指标“${a.name}”要求${rhythmWords(a.every).zhHans}报送，而采集频次为${rhythmInChinese(a.frequency)}`,
      why: "没有当期数据，就无法评定当期。",
      fix: "提高报送频次，或改为按报送周期评定。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      const common = { id: indicator.id.value, name: nameOf(indicator) };
      for (const { every } of indicator.targets) {
        if (every === null) continue;
        const rarer = indicator.frequency.find((f) => isRarer(f.is.value, every.value));
        if (rarer === undefined) continue;
        const related = [{ span: rarer.is.span, note: { en: "reported", zhHans: "报送频次" } }];
        const args = { ...common, every: every.value, frequency: rarer.is.value, how: "judged" as const };
        report(every.span, args, { related, on: indicator });
      }
      const collected = indicator.collected?.every ?? null;
      for (const { is } of indicator.frequency.slice(0, 1)) {
        if (collected === null || !isRarer(collected.value, is.value)) continue;
        const related = [{ span: collected.span, note: { en: "collected", zhHans: "采集频次" } }];
        const args = { ...common, every: is.value, frequency: collected.value, how: "reported" as const };
        report(is.span, args, { related, on: indicator });
      }
    }
  },
});
