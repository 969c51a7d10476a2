/**
 * The grade to reach is one of the ordered levels.
 *
 * Looks at: targets `grade`.
 * Reports: the grade that its own list of levels lacks; suggests the nearest.
 * Source: FORMAT.md section 6 (`grade`).
 */
import { nearest } from "../../diagnostics/suggest.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { joinList, listInEnglish, quotedList } from "../words.ts";

type Args = { readonly id: string; readonly name: string; readonly grade: string; readonly levels: string };

export const targetGradeUnknown = defineRule<Args>({
  code: "target/grade-unknown",
  severity: "error",
  text: {
    en: {
      title: "Unknown grade",
      message: (a) => `${a.id}: the grade "${a.grade}" is none of the levels ${listInEnglish(a.levels)}`,
      why: "Only a grade of the ordered list can be compared.",
      fix: "Use one of the levels, or add the grade to the list in its order, worst first.",
    },
    zhHans: {
      title: "等级不在所列范围",
      message: (a) => `指标“${a.name}”要求的等级“${a.grade}”不在所列等级（${quotedList(a.levels)}）之中`,
      why: "只有列入排序的等级才能比较高低。",
      fix: "改用所列等级，或将该等级按由低到高的次序补入。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      for (const { grade } of indicator.targets) {
        if (grade === null || grade.levels.length === 0 || grade.levels.includes(grade.wanted.value))
          continue;
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          grade: grade.wanted.value,
          levels: joinList(grade.levels),
        };
        const suggestion = nearest(grade.wanted.value, grade.levels) ?? null;
        report(grade.wanted.span, args, { suggestion, on: indicator });
      }
    }
  },
});
