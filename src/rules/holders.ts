/** Who holds something, where a mechanism names one (lead, office, by): two different ones cannot both hold it. Not a rule. */
import type { Fact, Plan } from "../plan/plan.ts";
import type { FactStatement } from "./compare-statements.ts";

/** Keys of mechanisms under which one answers; `by` only of reviews, elsewhere it is a date. */
const holderKeys: ReadonlySet<string> = new Set(["lead", "office", "by"]);

/** True for a fact that names who holds a mechanism. */
export function isHolder({ name, statements }: Fact): boolean {
  return holderKeys.has(name) && statements.every(({ is }) => Array.isArray(is.value));
}

/**
 * Whether two statements name one holder: `same` by id or name, `other` where neither is a part of the other (区民政局,
 * 区民政局局长); null where they name several, or for any other fact.
 */
export function compareHolders(
  fact: Fact,
  a: FactStatement,
  b: FactStatement,
  plan: Plan,
): "same" | "other" | null {
  if (!isHolder(fact)) return null;
  const [left, right] = [a, b].map(({ is }) => oneOf(is.value, plan));
  if (!left || !right) return null;
  if (left === right) return "same";
  return left.includes(right) || right.includes(left) ? null : "other";
}

function oneOf(value: unknown, plan: Plan): string | null {
  if (!Array.isArray(value) || value.length !== 1) return null;
  const [only]: readonly unknown[] = value;
  const words = wordsOf(only);
  if (words === null) return null;
  // 区民政局、区财政局 in one text are two.
  if (/[、,，;；]|和|与|\band\b/u.test(words)) return null;
  const actor = plan.actors.find(({ id, name }) => id.value === words || name?.text === words);
  return (actor?.name?.text ?? words).toLowerCase();
}

function wordsOf(one: unknown): string | null {
  if (typeof one === "string") return one.trim();
  const given = typeof one === "object" && one !== null && "value" in one ? one.value : null;
  return typeof given === "string" ? given.trim() : null;
}
