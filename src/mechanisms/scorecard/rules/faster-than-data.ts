/**
 * A ranking must not be more frequent than its data.
 *
 * Looks at: the rhythm of a scorecard against the frequency of every indicator that its components score. A rhythm for one
 * group only (`scope`) is held against them all the same; indicators without a frequency are left out.
 * Reports: the rhythm; related: the slower indicators' frequencies (at most five).
 * Source: DESIGN.md section 4 (a ranking more frequent than its data).
 */
import { entriesAt, idsAt } from "../../../plan/parameters.ts";
import { isRarer, rhythmInChinese, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly cadence: Rhythm;
  readonly indicator: string;
  readonly frequency: Rhythm;
  readonly slower: number;
};

export const scorecardFasterThanData = defineRule<Args>({
  code: "scorecard/faster-than-data",
  severity: "warning",
  text: {
    en: {
      title: "Ranking more frequent than its data",
      message: (a) =>
        `${a.id} is ${rhythmWords(a.cadence).en}, but ${a.indicator} is only ${rhythmWords(a.frequency).en}${a.slower > 1 ? ` (and ${a.slower - 1} more)` : ""}`,
      why: "Between two values the ranking repeats the last one, and rewards or blames twice for it.",
      fix: "Rank as often as the slowest data come, or collect them as often as is ranked.",
    },
    zhHans: {
      title: "考核频次高于数据更新频次",
      message: (a) =>
        `考核评价“${a.id}”的频次为${rhythmInChinese(a.cadence)}，而“${a.indicator}”的数据频次为${rhythmInChinese(a.frequency)}${a.slower > 1 ? `（共 ${a.slower} 项指标如此）` : ""}`,
      why: "两次数据之间的考核只能沿用旧数，同一结果被重复奖惩。",
      fix: "按数据更新频次考核，或按考核频次采集数据。",
    },
  },
  check({ plan, report }) {
    const indicators = new Map(plan.indicators.map((one) => [one.id.value, one]));
    for (const scorecard of ofType(plan, "scorecard")) {
      const [cadence] = scorecard.cadence;
      if (cadence === undefined) continue;
      const scored = entriesAt(scorecard.parameters, "components").flatMap((one) => idsAt(one, "indicators"));
      const slower = [...new Set(scored.map(({ value }) => value))].flatMap((id) => {
        const [frequency] = indicators.get(id)?.frequency ?? [];
        if (frequency === undefined || !isRarer(frequency.is.value, cadence.is.value)) return [];
        return [{ id, frequency: frequency.is }];
      });
      const [first] = slower;
      if (first === undefined) continue;
      const args = {
        id: scorecard.id.value,
        cadence: cadence.is.value,
        indicator: first.id,
        frequency: first.frequency.value,
        slower: slower.length,
      };
      const related = slower
        .slice(0, 5)
        .map(({ frequency }) => ({ span: frequency.span, note: { en: "slower", zhHans: "较慢" } }));
      report(cadence.is.span, args, { on: scorecard, related });
    }
  },
});
