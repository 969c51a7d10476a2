/**
 * A bound is judged no more often than the indicator is reported.
 *
 * Looks at: targets `hold` with `every`, against every stated `frequency` of the indicator.
 * Reports: the `every` that is shorter than the reporting period; related: the frequency.
 * Source: DESIGN.md section 4 (judged more often than its data come in).
 */
import { type Frequency, frequencies } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly every: Frequency;
  readonly frequency: Frequency;
};

const inChinese: Readonly<Record<Frequency, string>> = {
  daily: "每日",
  weekly: "每周",
  monthly: "每月",
  quarterly: "每季度",
  "half-yearly": "每半年",
  yearly: "每年",
};

export const indicatorLowFrequency = defineRule<Args>({
  code: "indicator/low-frequency",
  severity: "warning",
  text: {
    en: {
      title: "Judged more often than reported",
      message: (a) => `${a.id}: judged ${a.every}, reported ${a.frequency} only`,
      why: "A period without a value of its own cannot be judged.",
      fix: "Report at least as often as the bound is judged, or judge it in the reporting period.",
    },
    zhHans: {
      title: "评定频次高于报送频次",
      message: (a) =>
        `指标“${a.name}”要求${inChinese[a.every]}评定，而数据${inChinese[a.frequency]}才报送一次`,
      why: "没有当期数据，就无法评定当期。",
      fix: "提高报送频次，或改为按报送周期评定。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      for (const { every } of indicator.targets) {
        if (every === null) continue;
        const rarer = indicator.frequency.find(
          (f) => frequencies.indexOf(f.is.value) > frequencies.indexOf(every.value),
        );
        if (rarer === undefined) continue;
        const related = [{ span: rarer.is.span, note: { en: "reported", zhHans: "报送频次" } }];
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          every: every.value,
          frequency: rarer.is.value,
        };
        report(every.span, args, { related, on: indicator });
      }
    }
  },
});
