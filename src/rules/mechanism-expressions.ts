/**
 * What the rules on conditions and norms of mechanisms share: the values that may hold an expression, read and checked. Such
 * values may be prose as well: one is held to the language where a comparison sign or a range stands in it, or where it can
 * be read as a whole. Not a rule.
 */
import { checkExpression } from "../expressions/check.ts";
import type { Checked } from "../expressions/checker.ts";
import type { Fault } from "../expressions/fault.ts";
import { faultWords } from "../expressions/fault-words.ts";
import { namedType, type PlanNames, planNames } from "../expressions/names.ts";
import { parseExpression } from "../expressions/parse.ts";
import type { NameTree } from "../expressions/tree.ts";
import type { Given } from "../plan/given.ts";
import { walkParameters } from "../plan/parameters.ts";
import type { Mechanism, Plan } from "../plan/plan.ts";

export interface MechanismExpression {
  readonly mechanism: Mechanism;
  /** The key under which it stands: `when`, `rule`. */
  readonly key: string;
  readonly text: Given<string>;
  readonly faults: readonly Fault[];
  /** Names that the plan does not know, but for words behind `=`. */
  readonly unknown: readonly NameTree[];
}

export interface MechanismExpressions {
  /** Null where there is no expression. */
  readonly names: PlanNames | null;
  readonly expressions: readonly MechanismExpression[];
}

/** What a message on an expression says; `fault` is the word of the fault, `text` and `other` what was found there. */
export type ExpressionArgs = {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly fault: string;
  readonly text: string;
  readonly other: string | null;
};

/** Messages of a fault in a mechanism's expression; its key stands in brackets, which the printed review leaves out. */
export const expressionMessages = {
  en: (a: ExpressionArgs): string => `${a.id} (\`${a.key}\`): ${faultWords(a.fault, a.text, a.other).en}`,
  zhHans: (a: ExpressionArgs): string =>
    `“${a.name}”（\`${a.key}\`）${faultWords(a.fault, a.text, a.other).zhHans}`,
};

const known = new WeakMap<Plan, MechanismExpressions>();

/** The expressions of a plan's mechanisms; prose is left out. Read once per plan. */
export function mechanismExpressions(plan: Plan): MechanismExpressions {
  const before = known.get(plan);
  if (before !== undefined) return before;
  let names: PlanNames | null = null;
  const expressions: MechanismExpression[] = [];
  for (const mechanism of plan.mechanisms) {
    walkParameters(mechanism.parameters, (path, value) => {
      if (value.kind !== "expression") return;
      for (const { is } of value.statements) {
        names ??= planNames(plan);
        const read = readOne(mechanism, path.at(-1) ?? "", is, names);
        if (read !== null) expressions.push(read);
      }
    });
  }
  const read = { names, expressions };
  known.set(plan, read);
  return read;
}

function readOne(
  mechanism: Mechanism,
  key: string,
  text: Given<string>,
  names: PlanNames,
): MechanismExpression | null {
  const parsed = parseExpression(text.value, names.has);
  const place = { mechanism, key, text };
  if (!parsed.ok) {
    const isMeant = parsed.compares || parsed.fault.kind === "size";
    return isMeant ? { ...place, faults: [parsed.fault], unknown: [] } : null;
  }
  const { checked, unknown } = check(parsed.tree, names);
  // A reversed range in a norm has a rule of its own.
  const faults = checked.faults.filter(
    ({ code }) => code !== "range-reversed" || mechanism.type.value !== "norm",
  );
  return { ...place, faults, unknown };
}

/** Names of things that no list of the plan has are known to whoever keeps the records; nothing is said of their units. */
function check(
  tree: Parameters<typeof checkExpression>[0],
  names: PlanNames,
): { readonly checked: Checked; readonly unknown: readonly NameTree[] } {
  const unknown: NameTree[] = [];
  const checked = checkExpression(tree, {
    resolve({ name }) {
      const named = names.find(name);
      return named === undefined ? null : { type: namedType(named), ref: null };
    },
    unknown(name) {
      if (!name.quoted) unknown.push(name);
      return null;
    },
  });
  return { checked, unknown };
}
