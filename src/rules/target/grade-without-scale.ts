/**
 * A grade to reach has its scale.
 *
 * Looks at: targets `grade`.
 * Reports: the grade of which no levels are listed (`of`). Where there is a list that lacks it, `target/grade-unknown` tells.
 * Source: FORMAT.md section 6 (`grade`: at least an ordered level).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = { readonly id: string; readonly name: string; readonly grade: string };

export const targetGradeWithoutScale = defineRule<Args>({
  code: "target/grade-without-scale",
  severity: "warning",
  text: {
    en: {
      title: "Grade without its scale",
      message: (a) => `${a.id}: the grade "${a.grade}" is to be reached, but no levels are listed`,
      why: "Without the ordered levels nobody can say whether another grade is better or worse, and no reported grade is read.",
      fix: "List the levels under `of`, worst first.",
    },
    zhHans: {
      title: "等级目标未列等级次序",
      message: (a) => `指标“${a.name}”要求达到“${a.grade}”，但未列出等级次序`,
      why: "未列出等级次序，无法比较高低，填报的等级也无法读取。",
      fix: "在 `of` 中由低到高列出各等级。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      for (const { grade } of indicator.targets) {
        if (grade === null || grade.levels.length > 0) continue;
        const args = { id: indicator.id.value, name: nameOf(indicator), grade: grade.wanted.value };
        report(grade.wanted.span, args, { on: indicator });
      }
    }
  },
});
