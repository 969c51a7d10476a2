/**
 * A time limit ends within the plan.
 *
 * Looks at: time limits of mechanisms (to answer, to act, of the levels of a workflow, until a test) against the time from
 * the start of the mechanism to the end of the plan.
 * Reports: the limit; related: the period. A warning: longer than the plan lasts, it is kept by doing nothing.
 * Source: DESIGN.md section 4 (dates outside the plan's period; impossible values).
 */
import { isoDay } from "../../plan/days.ts";
import { walkParameters } from "../../plan/parameters.ts";
import type { Unit } from "../../plan/quantity.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { statedPeriod } from "../times-of.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly field: string;
  readonly limit: string;
  /** First day of a mechanism that begins later than the plan; null for the whole plan. */
  readonly from: string | null;
  /** Last day of the plan. */
  readonly end: string;
};

export const mechanismLimitBeyondPlan = defineRule<Args>({
  code: "mechanism/limit-beyond-plan",
  severity: "warning",
  text: {
    en: {
      title: "Time limit longer than the plan",
      message: (a) =>
        a.from === null
          ? `${a.id}: ${fieldInEnglish(a.field)} ${a.limit} is longer than the plan lasts, to ${a.end}`
          : `${a.id}: ${fieldInEnglish(a.field)} ${a.limit}, from ${a.from} on, ends after the plan, which ends on ${a.end}`,
      why: "A limit that ends after the plan is kept by doing nothing.",
      fix: "Correct the figure or its unit.",
    },
    zhHans: {
      title: "时限超过实施期限",
      message: (a) =>
        a.from === null
          ? `“${a.name}”的${fieldInChinese(a.field)}“${a.limit}”超过方案实施期限（至 ${a.end}）`
          : `“${a.name}”的${fieldInChinese(a.field)}“${a.limit}”自 ${a.from} 起算，已超出方案截止日 ${a.end}`,
      why: "时限超过实施期限，期内不办也不算逾期。",
      fix: "更正数值或计量单位。",
    },
  },
  check({ plan, report }) {
    const { period } = plan;
    const start = period?.start?.value ?? null;
    const end = period?.end?.value ?? null;
    if (period === null || start === null || end === null) return;
    const related = [{ span: period.span, note: { en: "period of the plan", zhHans: "实施期限" } }];
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin !== "plan") continue;
      const from = Math.max(start, statedPeriod(mechanism.from)?.start ?? start);
      // One that begins after the plan is told so.
      if (from > end) continue;
      walkParameters(mechanism.parameters, (path, value) => {
        const field = path.at(-1) ?? "";
        if (value.kind !== "quantity" || !limits.has(field)) return;
        for (const { is } of value.statements) {
          const days = daysIn(is.value.unit);
          if (days === null || Number(is.value.value) * days <= end - from + 1) continue;
          const args = {
            id: mechanism.id.value,
            name: nameOf(mechanism),
            field,
            limit: is.value.text.trim(),
            from: from > start ? isoDay(from) : null,
            end: isoDay(end),
          };
          report(is.span, args, { on: mechanism, related });
        }
      });
    }
  },
});

const limits: ReadonlySet<string> = new Set(["limit", "within", "answer-within", "test-after"]);

/** The fewest days that one of a unit of time takes; null for any other unit. */
function daysIn(unit: Unit | null): number | null {
  if (unit === null) return null;
  if (unit.dimension === "time") return Number(unit.factor) / 86_400;
  if (unit.dimension === "months") return Number(unit.factor) * 28;
  return unit.dimension === "working-days" ? 1 : null;
}
