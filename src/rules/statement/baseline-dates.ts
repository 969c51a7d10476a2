/**
 * One baseline has one date.
 *
 * Looks at: statements of an indicator's baseline from different sections that give one value and two dates. Those for another
 * place or scope, and what `follows` or holds for a time, are left alone.
 * Reports: the date of the later statement; related: the earlier one.
 * Source: FORMAT.md section 2, DESIGN.md section 4 (an unexplained difference).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given, Statement } from "../../plan/given.ts";
import type { Baseline } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { When } from "../../plan/time.ts";
import { convert } from "../../plan/units.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly date: string;
  readonly section: string;
  readonly otherDate: string;
  readonly otherSection: string;
};

export const statementBaselineDates = defineRule<Args>({
  code: "statement/baseline-dates",
  severity: "warning",
  text: {
    en: {
      title: "One baseline, two dates",
      message: (a) =>
        `${a.id}: the baseline ${a.value} is of ${a.date} in section ${a.section} and of ${a.otherDate} in section ${a.otherSection}`,
      why: "Pace and yearly rates are counted from the date of the baseline; with two dates there are two of each.",
      fix: "Keep one date; if the value stood still between the two, say so in a note.",
    },
    zhHans: {
      title: "同一基期值时间不一",
      message: (a) =>
        `指标“${a.name}”的基期值“${a.value}”，章节“${a.section}”为“${a.date}”的数据，章节“${a.otherSection}”为“${a.otherDate}”的数据`,
      why: "应达值和年均幅度从基期起算，时间不一，算出的结果就不一。",
      fix: "统一时间；其间数值确无变化的，加 `note` 说明。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      if (indicator.baseline.length < 2) continue;
      const stated = indicator.baseline.slice(0, mostCompared).flatMap(datedOf);
      for (const [i, one] of stated.entries()) {
        const other = stated.slice(0, i).find((earlier) => isSameElsewhere(earlier, one));
        if (other === undefined) continue;
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: one.quantity.text.replace(/\s*@.*$/u, ""),
          date: writtenOf(one),
          section: one.section,
          otherDate: writtenOf(other),
          otherSection: other.section,
        };
        const related = [{ span: other.at.span, note: { en: "the other date", zhHans: "另一时间" } }];
        report(one.at.span, args, { related, on: indicator });
      }
    }
  },
});

/** Statements of one baseline that are held against each other. */
const mostCompared = 50;

interface Dated {
  readonly quantity: Quantity;
  readonly at: Given<When>;
  readonly day: number;
  readonly section: string;
}

function datedOf({ is, ...said }: Statement<Baseline>): readonly Dated[] {
  const { quantity, at } = is.value;
  const day = at?.value.period?.end ?? null;
  const isOwn = said.place === null && said.scope === null && said.follows === null && said.during === null;
  if (
    !isOwn ||
    said.note !== null ||
    quantity === null ||
    at === null ||
    day === null ||
    said.section === null
  )
    return [];
  return [{ quantity, at, day, section: said.section.value }];
}

/** The date as the plan has it: 2024年底, 2025; the day where it stands nowhere by itself. */
function writtenOf({ at, day }: Dated): string {
  const text = spanText(at.span).trim();
  return text === "" || text.length > 30
    ? isoDay(day)
    : text.replace(/^.*@\s*/u, "").replace(/^(["'])(.*)\1$/u, "$2");
}

function isSameElsewhere(a: Dated, b: Dated): boolean {
  if (a.section === b.section || a.day === b.day) return false;
  return convert(a.quantity.value, a.quantity.unit, b.quantity.unit)?.eq(b.quantity.value) === true;
}
