/**
 * A name in a condition that is nearly that of an indicator is that indicator, misspelt.
 *
 * Looks at: names in expressions of mechanisms that the plan does not know. Most are facts of records and nobody's fault;
 * short names, and words that are compared with (`kind = kitchen`), are not looked at.
 * Reports: the name, with the near one.
 * Source: FORMAT.md section 7 (names of facts, indicators, records and spans).
 */
import { placeOf } from "../../expressions/formulas.ts";
import { defineRule } from "../define-rule.ts";
import { mechanismExpressions } from "../mechanism-expressions.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly text: string;
  readonly near: string;
};

/** Fewest letters of a name that is compared. */
const fewestLetters = 6;

export const mechanismExpressionName = defineRule<Args>({
  code: "mechanism/expression-name",
  severity: "error",
  text: {
    en: {
      title: "Misspelt name in a condition",
      message: (a) => `${a.id}: \`${a.key}\`: the plan has no "${a.text}"; "${a.near}" may be meant`,
      why: "A condition on a name that nothing has is never met.",
      fix: "Write the name as the plan has it, unless something else is meant.",
    },
    zhHans: {
      title: "条件中的名称写错",
      message: (a) => `“${a.name}”的 \`${a.key}\` 引用了方案中没有的“${a.text}”，是否应为“${a.near}”`,
      why: "名称写错，条件永远不会成立。",
      fix: "如系笔误，改为方案中的名称。",
    },
  },
  check({ plan, report }) {
    const { names, expressions } = mechanismExpressions(plan);
    for (const { mechanism, key, text, unknown } of expressions) {
      for (const tree of unknown) {
        const near = tree.name.length < fewestLetters ? null : (names?.near(tree.name) ?? null);
        if (near === null) continue;
        const args = { id: mechanism.id.value, name: nameOf(mechanism), key, text: tree.name, near };
        report(placeOf(text, tree), args, { on: mechanism, suggestion: near });
      }
    }
  },
});
