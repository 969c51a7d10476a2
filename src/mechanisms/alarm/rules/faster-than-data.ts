/**
 * What must last in a row is not shorter than the time between two values.
 *
 * Looks at: the length in a row of an alarm or of one of its levels, against the frequency of the indicators that it
 * watches (`of`) or that its condition names.
 * Reports: the length; related: the frequency. A note where the length is a quarter of the period or more: a state may be
 * taken to last from one value on.
 * Source: DESIGN.md section 4 (more frequent than its data).
 */
import { entriesAt, idsAt, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Indicator } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { lengthInChinese } from "../../../rules/words.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly streak: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly frequency: Rhythm;
};

export const alarmFasterThanData = defineRule<Args>({
  code: "alarm/faster-than-data",
  severity: "warning",
  text: {
    en: {
      title: "Time in a row shorter than the reporting period",
      message: (a) =>
        `${a.id}: "${a.streak}" in a row, but ${a.indicator} is reported only ${rhythmWords(a.frequency).en}`,
      why: "Nobody can see whether a state lasts between two values, so the alarm comes with the first or never.",
      fix: "Count in reporting periods, or report as often as the alarm counts.",
    },
    zhHans: {
      title: "预警连续时长短于报送周期",
      message: (a) =>
        `监测预警“${a.name}”要求连续${lengthInChinese(a.streak) ?? `“${a.streak}”`}，而“${a.indicatorName}”报送频次仅为${rhythmInChinese(a.frequency)}`,
      why: "两次数据之间是否持续无从得知，预警要么立即触发，要么永不触发。",
      fix: "按报送周期计算连续时长，或提高报送频次。",
    },
  },
  check({ plan, report }) {
    const alarms = ofType(plan, "alarm");
    if (alarms.length === 0) return;
    const byId = new Map(plan.indicators.map((one) => [one.id.value, one] as const));
    for (const alarm of alarms) {
      const { parameters } = alarm;
      const maps = [parameters, ...entriesAt(parameters, "levels")];
      const named = [
        ...maps.flatMap((map) => wordsAt(map, "when")).flatMap(({ value }) => namedIn(value, byId)),
        ...idsAt(parameters, "of").flatMap(({ value }) => byId.get(value) ?? []),
      ];
      for (const { is } of maps.flatMap((map) => quantitiesAt(map, "streak"))) {
        const slow = named.find(({ frequency }) => shareOfPeriod(is.value, frequency[0]?.is.value) < 1);
        const frequency = slow?.frequency[0]?.is;
        if (slow === undefined || frequency === undefined) continue;
        const args = {
          id: alarm.id.value,
          name: nameOf(alarm),
          streak: is.value.text.trim(),
          indicator: slow.id.value,
          indicatorName: nameOf(slow),
          frequency: frequency.value,
        };
        const related = [{ span: frequency.span, note: { en: "reported", zhHans: "报送频次" } }];
        const severity = shareOfPeriod(is.value, frequency.value) < 0.25 ? "warning" : "info";
        report(is.span, args, { on: alarm, related, severity });
      }
    }
  },
});

/** Longest condition that is read. */
const longest = 1000;

function namedIn(condition: string, byId: ReadonlyMap<string, Indicator>): readonly Indicator[] {
  return condition
    .slice(0, longest)
    .split(/[^\p{L}\p{N}._-]+/u)
    .flatMap((word) => byId.get(word) ?? []);
}

/** Days that the periods of a year have at least: a month may be written as 30 days, a quarter as 90. */
const daysOfYear = 330;

/** The length as a share of the time between two values; 1 where that cannot be told. */
function shareOfPeriod({ value, unit }: Quantity, frequency: Rhythm | undefined): number {
  const times = frequency === undefined ? null : perYear(frequency);
  if (times === null || unit === null) return 1;
  const length = Number(value.times(unit.factor));
  if (unit.dimension === "months") return (length * times) / 12;
  return unit.dimension === "time" ? ((length / 86_400) * times) / daysOfYear : 1;
}
