/**
 * The levels of an alarm are of one scale.
 *
 * Looks at: the thresholds of the levels (`at`) of each alarm, against its condition, or the first of them.
 * Reports: a threshold in a unit that does not convert to the others; related: what it is held against. Bare figures are left out.
 * Source: DESIGN.md section 4 (wrong units).
 */
import { entriesAt, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { sameDimension } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import type { Span } from "../../../text/source.ts";
import { entryName, ofType } from "../../of-type.ts";
import { readCondition } from "../condition.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly value: string;
  readonly other: string;
};

export const alarmForeignUnit = defineRule<Args>({
  code: "alarm/foreign-unit",
  severity: "error",
  text: {
    en: {
      title: "Alarm level in another unit",
      message: (a) =>
        `${a.id}: the level "${a.level}" begins at ${a.value}, which cannot be compared with ${a.other}`,
      why: "A level on another scale than the condition is never raised, or always.",
      fix: "Write all thresholds in the unit of what the alarm watches.",
    },
    zhHans: {
      title: "预警等级计量单位不一致",
      message: (a) => `监测预警“${a.name}”的“${a.level}”阈值为“${a.value}”，与“${a.other}”的计量单位不能换算`,
      why: "阈值与触发条件不在同一尺度，该级预警要么永不触发，要么一直触发。",
      fix: "各级阈值统一用监测对象的计量单位。",
    },
  },
  check({ plan, report }) {
    for (const alarm of ofType(plan, "alarm")) {
      const levels = entriesAt(alarm.parameters, "levels").flatMap((entry, i) =>
        quantitiesAt(entry, "at").map(({ is }) => ({ is, name: entryName(entry, i) })),
      );
      const [when] = wordsAt(alarm.parameters, "when");
      const condition = when === undefined ? null : (readCondition(when)?.threshold ?? null);
      let scale: { readonly value: Quantity; readonly span: Span } | null =
        condition?.value.unit == null ? null : condition;
      for (const { is, name } of levels) {
        if (is.value.unit === null) continue;
        if (scale === null) scale = is;
        if (sameDimension(is.value.unit, scale.value.unit) || areShares(is.value, scale.value)) continue;
        const args = {
          id: alarm.id.value,
          name: nameOf(alarm),
          level: name,
          value: is.value.text.trim(),
          other: scale.value.text.trim(),
        };
        const related = [{ span: scale.span, note: { en: "the other unit", zhHans: "另一计量单位" } }];
        report(is.span, args, { on: alarm, related });
      }
    }
  },
});

/** A distance in points from a share in percent is of one scale with it. */
function areShares(a: Quantity, b: Quantity): boolean {
  return [a, b].every(({ unit }) => unit?.dimension === "percent" || unit?.dimension === "points");
}
