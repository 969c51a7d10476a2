/**
 * A name in a condition that is nearly that of an indicator is that indicator, misspelt; so is one that is nearly a fact of the entities.
 *
 * Looks at: names in expressions of mechanisms that the plan does not know. Most are facts of records and nobody's fault;
 * what a rate is counted over (`per 10,000 population`) is a name of facts too; short names (but for a plural) and words that are compared with (`kind = kitchen`), are not looked at.
 * Reports: the name, with the near one.
 * Source: FORMAT.md section 7 (names of facts, indicators, records and spans).
 */
import { placeOf } from "../../expressions/formulas.ts";
import type { PlanNames } from "../../expressions/names.ts";
import { findUnit } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { mechanismExpressions } from "../mechanism-expressions.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly text: string;
  readonly near: string;
};

/** Fewest letters of a name that is compared. */
const fewestLetters = 6;

/** What a rate is counted over, where the expression ends with it: 5..8 per 10,000 population. */
const perNoun = /\bper [\d,]{1,12} ([a-z][a-z_-]{2,40})$/i;

/** A word that the table of units has needs no fact. */
function isKnown(noun: string): boolean {
  return !findUnit(noun).dimension.startsWith("text:");
}

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
        const near = names === null ? null : nearName(tree.name, key, names);
        if (near === null) continue;
        const args = { id: mechanism.id.value, name: nameOf(mechanism), key, text: tree.name, near };
        report(placeOf(text, tree), args, { on: mechanism, suggestion: near });
      }
      const noun = perNoun.exec(text.value)?.[1] ?? "";
      const near = noun.length < fewestLetters || isKnown(noun) ? null : (names?.near(noun) ?? null);
      if (near === null || names?.has(noun) === true) continue;
      const args = { id: mechanism.id.value, name: nameOf(mechanism), key, text: noun, near };
      report(partSpan(text.span, noun), args, { on: mechanism, suggestion: near });
    }
  },
});

/** A name of the plan that may be meant; of short ones only the plural or singular, and not in a norm, which counts by the bed. */
function nearName(name: string, key: string, names: PlanNames): string | null {
  if (name.length >= fewestLetters) return names.near(name);
  if (key === "rule") return null;
  const other = name.endsWith("s") ? name.slice(0, -1) : `${name}s`;
  return name.length > 2 && names.has(other) ? other : null;
}
