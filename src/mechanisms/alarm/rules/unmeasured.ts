/**
 * What an alarm watches is a figure that somebody reports.
 *
 * Looks at: the names in the condition of each alarm that the plan does not know; those that are nearly a known one are
 * `mechanism/expression-name`, and what the engine reckons of an indicator is known. A plan with records of spending may take its figures from there.
 * Reports: the first such name of a condition.
 * Source: DESIGN.md section 4 (unknown references, indicators without counterpart); a note, as it may be a fact of records.
 */
import { placeOf } from "../../../expressions/formulas.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { mechanismExpressions } from "../../../rules/mechanism-expressions.ts";
import { nameOf } from "../../../rules/name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly watched: string;
};

/** Prose without one is no name, though it is read as one. */
const comparison = /[<>=≤≥＜＞＝]/u;

/** What is reckoned for every indicator (ENGINE.md section 3) or stated for it. */
const reckoned: ReadonlySet<string> = new Set([
  ...["attained", "expected", "pace", "gap", "previous", "change", "projected", "score"],
  ...[
    "baseline",
    "target",
    "plan",
    "planned",
    "应达值",
    "目标进度",
    "时序进度",
    "基期值",
    "目标值",
    "计划值",
  ],
]);

export const alarmUnmeasured = defineRule<Args>({
  code: "alarm/unmeasured",
  severity: "info",
  text: {
    en: {
      title: "Alarm on a figure that the plan does not have",
      message: (a) =>
        `${a.id}: no indicator or fact of the plan is called "${a.watched}": where does it come from?`,
      why: "An alarm on a figure that nobody reports is never raised.",
      fix: "Name an indicator by its id, add the missing one, or state the figure under `facts` of the entities.",
    },
    zhHans: {
      title: "预警所依据的数据在方案中没有",
      message: (a) => `监测预警“${a.name}”以“${a.watched}”为条件，方案中没有这一指标或数据，来源须明确`,
      why: "条件所依据的数据无人报送，预警就不会触发。",
      fix: "改为方案中已有指标的编号；尚无该指标的，补充指标，或将该数据列入实施单位的基础数据（`facts`）。",
    },
  },
  check({ plan, report }) {
    if (plan.data.spending.length > 0) return;
    const { names, expressions } = mechanismExpressions(plan);
    for (const { mechanism, key, text, unknown } of expressions) {
      if (
        mechanism.type.value !== "alarm" ||
        mechanism.origin !== "plan" ||
        key !== "when" ||
        !comparison.test(text.value)
      )
        continue;
      const tree = unknown.find(({ name }) => !reckoned.has(name) && names?.near(name) === null);
      if (tree === undefined) continue;
      const args = { id: mechanism.id.value, name: nameOf(mechanism), watched: tree.name };
      report(placeOf(text, tree), args, { on: mechanism });
    }
  },
});
