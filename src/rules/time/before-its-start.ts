/**
 * What a mechanism brings is not due before the mechanism begins.
 *
 * Looks at: dated parts of a mechanism (a certificate, a stage, a line or source of money) against its `from` or `during`. The
 * last day of the one against the first of the other: 2026 is not before 2026-09. What a list asks for may be due before it.
 * Reports: the date of the part; related: the start.
 * Source: DESIGN.md section 4 (a deadline before its start).
 */
import { isoDay } from "../../plan/days.ts";
import { walkParameters } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { entryName } from "../entry-names.ts";
import { nameOf } from "../name-of.ts";
import { lastDay, statedPeriod } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** What is due: the name of the part, in both languages; null for one without name. */
  readonly part: string | null;
  readonly due: string;
  readonly start: string;
};

export const timeBeforeItsStart = defineRule<Args>({
  code: "time/before-its-start",
  severity: "warning",
  text: {
    en: {
      title: "Due before it begins",
      message: (a) =>
        `${a.id}: ${a.part === null ? "a part of it" : `"${a.part}"`} is due on ${a.due}, but it only begins on ${a.start}`,
      why: "What has not begun can bring nothing yet, so one of the two dates is wrong.",
      fix: "Correct the date, or when it begins.",
    },
    zhHans: {
      title: "完成时限早于起始时间",
      message: (a) =>
        `“${a.name}”自 ${a.start} 起实施，其中${a.part === null ? "一项" : `“${a.part}”`}的时限却为 ${a.due}`,
      why: "尚未实施就不会有结果，两个时间必有一误。",
      fix: "更正该项时限或起始时间。",
    },
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      const begins = mechanism.from ?? mechanism.during;
      const start = statedPeriod(begins)?.start ?? null;
      if (begins === null || start === null || mechanism.type.value === "list") continue;
      walkParameters(mechanism.parameters, (path, value) => {
        if (value.kind !== "time" || path.at(-1) !== "by") return;
        for (const { is } of value.statements) {
          const due = lastDay(is);
          if (due === null || due >= start) continue;
          report(is.span, argsOf(mechanism, path, due, start), {
            on: mechanism,
            related: [{ span: begins.span, note: { en: "begins here", zhHans: "起始时间" } }],
          });
        }
      });
    }
  },
});

function argsOf(mechanism: Mechanism, path: readonly string[], due: number, start: number): Args {
  const part = path.at(-2) ?? null;
  return {
    id: mechanism.id.value,
    name: nameOf(mechanism),
    part: part === null || /^\d+$/.test(part) ? null : entryName(mechanism, part),
    due: isoDay(due),
    start: isoDay(start),
  };
}
