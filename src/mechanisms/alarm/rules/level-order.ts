/**
 * Levels of an alarm must lie in one order.
 *
 * Looks at: the thresholds of the levels in the order in which they are written: each must go on in the direction of the first
 * step, and no two may be equal. Thresholds whose units do not convert are left out.
 * Reports: the threshold that breaks the order; related: the one before it.
 * Source: FORMAT.md section 7 (alarm).
 */
import type Big from "big.js";
import { entriesAt, quantitiesAt } from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import type { Unit } from "../../../plan/quantity.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import type { Span } from "../../../text/source.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = { readonly id: string; readonly level: string; readonly other: string; readonly equal: boolean };

export const alarmLevelOrder = defineRule<Args>({
  code: "alarm/level-order",
  severity: "error",
  text: {
    en: {
      title: "Alarm levels out of order",
      message: (a) =>
        a.equal
          ? `${a.id}: the levels "${a.other}" and "${a.level}" have one threshold`
          : `${a.id}: the threshold of "${a.level}" turns back behind that of "${a.other}"`,
      why: "Nobody can tell which level is raised.",
      fix: "Correct the thresholds, or write the levels in their order.",
    },
    zhHans: {
      title: "预警等级次序有误",
      message: (a) =>
        a.equal
          ? `监测预警“${a.id}”的“${a.other}”与“${a.level}”阈值相同`
          : `监测预警“${a.id}”中“${a.level}”的阈值与“${a.other}”的次序相反`,
      why: "阈值相同或次序相反，无法判断应发哪一级预警。",
      fix: "更正阈值，或按严重程度依次书写各级。",
    },
  },
  check({ plan, report }) {
    for (const alarm of ofType(plan, "alarm")) {
      const levels = thresholdsOf(alarm);
      let way = 0;
      for (const [i, level] of levels.entries()) {
        const before = levels[i - 1];
        if (before === undefined) continue;
        const step = level.value.cmp(before.value);
        if (step !== 0 && way === 0) way = step;
        if (step !== 0 && step === way) continue;
        const args = { id: alarm.id.value, level: level.name, other: before.name, equal: step === 0 };
        const related = [{ span: before.span, note: { en: "the level before", zhHans: "前一级" } }];
        report(level.span, args, { on: alarm, related });
      }
    }
  },
});

interface Threshold {
  readonly name: string;
  readonly value: Big;
  readonly span: Span;
}

function thresholdsOf({ parameters }: Mechanism): readonly Threshold[] {
  let unit: Unit | null | undefined;
  return entriesAt(parameters, "levels").flatMap((level, i) => {
    const [at] = quantitiesAt(level, "at");
    if (at === undefined) return [];
    if (unit === undefined) unit = at.is.value.unit;
    const value = convert(at.is.value.value, at.is.value.unit, unit);
    return value === null ? [] : [{ name: entryName(level, i), value, span: at.is.span }];
  });
}
