/** Of what an indicator is a share, by its definition. Shared by rules; not a rule. */
import type { Given } from "../plan/given.ts";
import type { Indicator } from "../plan/plan.ts";
import { nameKey } from "./near-names.ts";

/** A share as its definition says it. */
export interface Divided {
  readonly indicator: Indicator;
  readonly definition: Given<string>;
  readonly numerator: string;
  readonly denominator: string;
  /** Of the numerator. */
  readonly key: string;
  /** Of the denominator. */
  readonly whole: string;
}

const longestDefinition = 500;
/** What names a whole without changing it. */
const fillers = /全部|所有|全体|总数|总量|合计|\b(?:all|total|every|each|any)\b/gi;

/** 建有助餐点的社区占全部社区的比例 */
const shareOf = /^([^，。；占]{2,100})占([^，。；占]{2,100}?)的?(?:比例|比重|百分比)$/u;

/** What the definition of an indicator in percent divides by what (`A / B`, A占B的比例); null for all others. */
export function dividedOf(indicator: Indicator): Divided | null {
  const { definition, unit } = indicator;
  if (definition === null || definition.value.length > longestDefinition) return null;
  if (unit?.value?.dimension !== "percent") return null;
  const plain = definition.value.normalize("NFKC");
  const [, count, all] = shareOf.exec(plain.trim()) ?? [];
  const sides = count === undefined || all === undefined ? plain.split(/[/÷]/) : [count, all];
  const [numerator = "", denominator = ""] = sides.map((side) => side.trim());
  const [key, whole] = [numerator, denominator].map(
    (side) => nameKey(side.replace(fillers, "")) ?? side.replace(fillers, ""),
  );
  if (sides.length !== 2 || !key || !whole) return null;
  return { indicator, definition, numerator, denominator, key, whole };
}
