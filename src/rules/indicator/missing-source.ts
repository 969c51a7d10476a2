/**
 * An indicator says where its values come from.
 *
 * Looks at: every indicator. A source, a deliverable that supplies the data, a formula, or a review of it (`of`) that says who
 * holds it (`by`) is an answer.
 * Reports: the indicator without source, at its id.
 * Source: DESIGN.md section 4 (missing source).
 */
import { ofType } from "../../mechanisms/of-type.ts";
import { entriesAt, idsAt, wordsAt } from "../../plan/parameters.ts";
import type { Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { someOf } from "../some-of.ts";
import { statesKey } from "./states-key.ts";

export const indicatorMissingSource = defineRule<{ id: string; name: string }>({
  code: "indicator/missing-source",
  severity: "info",
  text: {
    en: {
      title: "Indicator without source",
      message: (a) => `${a.id}: no source of its values is stated`,
      why: "A value without a source cannot be checked.",
      fix: "Name one of the plan's sources under `source`, or the deliverable that supplies the data under `data-from`.",
    },
    zhHans: {
      title: "指标缺少数据来源",
      message: (a) => `指标“${a.name}”未说明数据来源`,
      why: "没有来源的数据无法核实。",
      fix: "在 `source` 中引用方案所列来源，或在 `data-from` 中写明提供数据的成果。",
    },
  },
  together: {
    message: (many) => ({
      en: `${many.length} indicators state no source of their values: ${someOf(many).en}`,
      zhHans: `${many.length} 项指标未说明数据来源：${someOf(many).zhHans}`,
    }),
  },
  check({ plan, report }) {
    const reviewed = reviewedIndicators(plan);
    for (const indicator of plan.indicators) {
      if (reviewed.has(indicator.id.value)) continue;
      if (indicator.source !== null || indicator.dataFrom.length > 0 || indicator.formula !== null) continue;
      if (statesKey(indicator, "source")) continue;
      const args = { id: indicator.id.value, name: nameOf(indicator) };
      const note = { en: "a figure without source", zhHans: "无来源的数据" };
      const related = indicator.baseline
        .filter(({ source }) => source === null)
        .slice(0, mostRelated)
        .map(({ is }) => ({ span: is.span, note }));
      report(indicator.id.span, args, { on: indicator, related });
    }
  },
});

const mostRelated = 5;

/** Ids of what a named holder measures: a survey by a third party is where its values come from. */
function reviewedIndicators(plan: Plan): ReadonlySet<string> {
  const reviews = ofType(plan, "review").flatMap(({ parameters }) => [
    parameters,
    ...entriesAt(parameters, "rounds"),
  ]);
  const held = reviews.filter((one) => idsAt(one, "by").length > 0 || wordsAt(one, "by").length > 0);
  return new Set(held.flatMap((one) => idsAt(one, "of").map(({ value }) => value)));
}
