/**
 * A plan has indicators.
 *
 * Looks at: plans without `indicators`, or with an empty list. Where the file could not be read in full, that fault is
 * told instead.
 * Reports: the plan at its id.
 * Source: DESIGN.md section 4 (nothing to check is an error), FORMAT.md section 1 (the least that a plan carries).
 */
import { defineRule } from "../define-rule.ts";

type Args = { readonly plan: string };

export const indicatorNone = defineRule<Args>({
  code: "indicator/none",
  severity: "error",
  text: {
    en: {
      title: "Plan without indicators",
      message: (a) =>
        `the plan${a.plan === "" ? "" : ` "${a.plan}"`} states no indicators: there is nothing to check or to evaluate`,
      why: "A plan without indicators would pass every check, and nobody could tell whether it succeeds.",
      fix: "List the plan's indicators under `indicators`.",
    },
    zhHans: {
      title: "方案没有指标",
      message: (a) => `方案${a.plan === "" ? "" : `“${a.plan}”`}未列任何指标，无从检查和评定`,
      why: "没有指标的方案什么检查都能通过，是否完成却无从判断。",
      fix: "在 `indicators` 下列出方案的指标。",
    },
  },
  check({ plan, report }) {
    if (plan.indicators.length > 0 || plan.unusableKinds.includes("indicator")) return;
    const { id, title } = plan;
    report(id?.span ?? plan.span, { plan: title?.value ?? id?.value ?? "" });
  },
});
