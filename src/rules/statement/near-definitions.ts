/**
 * Two indicators with all but the same definition may be one quantity.
 *
 * Looks at: definitions of indicators in units that convert that do not name each other (`same-as`, `part-of`) and do not
 * have the same or a near name: equal without brackets, filler words (全部, 所有, at least) and signs, numerator and
 * denominator each for itself.
 * Reports: the later definition; related: the earlier. A note: only a reader can tell.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; what only may be a conflict).
 */
import type { Given } from "../../plan/given.ts";
import type { Indicator } from "../../plan/plan.ts";
import { sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { nameKey } from "../near-names.ts";
import { areNamesakes, areRelated } from "./near-names.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly definition: string;
};

export const statementNearDefinitions = defineRule<Args>({
  code: "statement/near-definitions",
  severity: "info",
  text: {
    en: {
      title: "Two indicators, perhaps one definition",
      message: (a) =>
        `${a.id} is defined as "${a.definition}", all but the same as ${a.other}: are they one quantity?`,
      why: "One quantity under two names gets two targets, two series and two results.",
      fix: "Declare `same-as` if they are one; otherwise define them so that the difference shows.",
    },
    zhHans: {
      title: "指标定义近似",
      message: (a) =>
        `指标“${a.name}”的定义“${a.definition}”与“${a.otherName}”的定义近似，是否为同一指标须核实`,
      why: "同一指标使用两个名称，会形成两套目标、两套数据、两种结论。",
      fix: "确为同一指标的用 `same-as` 注明；不是的，定义应体现区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Defined[]>();
    for (const indicator of plan.indicators) {
      const { definition } = indicator;
      const key = definition === null ? null : definitionKey(definition.value);
      if (definition === null || key === null) continue;
      const others = known.get(key);
      const own: Defined = { indicator, definition };
      if (others === undefined) {
        known.set(key, [own]);
        continue;
      }
      const other = others.find((one) => mayBeOne(one.indicator, indicator));
      if (others.length < mostAlike) others.push(own);
      if (other === undefined) continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        other: other.indicator.id.value,
        otherName: nameOf(other.indicator),
        definition: definition.value,
      };
      const related = [
        { span: other.definition.span, note: { en: "the other definition", zhHans: "另一定义" } },
      ];
      report(definition.span, args, { on: indicator, related });
    }
  },
});

interface Defined {
  readonly indicator: Indicator;
  readonly definition: Given<string>;
}

/** Definitions of one key that later ones are held against. */
const mostAlike = 50;
const longestDefinition = 500;
const fillers = /全部|所有|全体|总数|总量|合计|\b(?:all|at least|total|every|each|any)\b/gi;

/** Keys of what stands on the two sides of a division; null where too little is left. */
function definitionKey(definition: string): string | null {
  if (definition.length > longestDefinition) return null;
  const sides = definition.normalize("NFKC").split(/[/÷]/);
  if (sides.length > 2) return null;
  const keys = sides.map((side) => nameKey(side.replace(fillers, "")));
  return keys.includes(null) && sides.length === 1 ? null : keys.map((key) => key ?? "").join("/");
}

function mayBeOne(a: Indicator, b: Indicator): boolean {
  if (a === b || areRelated(a, b) || areNamesakes(a, b)) return false;
  if (a.name !== null && b.name !== null && nameKey(a.name.text) === nameKey(b.name.text)) return false;
  // Slices of one quantity say in `counted` which part of it they count.
  if (a.counted?.where?.value !== b.counted?.where?.value || a.counted?.of?.value !== b.counted?.of?.value)
    return false;
  return sameDimension(a.unit?.value ?? null, b.unit?.value ?? null);
}
