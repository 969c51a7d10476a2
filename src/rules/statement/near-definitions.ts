/**
 * Two indicators with all but the same definition may be one quantity.
 *
 * Looks at: definitions of indicators in units that convert that do not name each other (`same-as`, `part-of`) and do not
 * have the same or a near name: equal without brackets, filler words (全部, 所有, at least) and signs, numerator and
 * denominator each for itself. In units that do not convert, definitions that are equal to the letter.
 * Reports: the later definition; related: the earlier. A note: only a reader can tell.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; what only may be a conflict).
 */
import type { Given } from "../../plan/given.ts";
import type { Indicator } from "../../plan/plan.ts";
import { sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { nameKey } from "../near-names.ts";
import { areNamesakes, areRelated } from "./relatives.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly definition: string;
  /** Their units, where they do not convert; else null. */
  readonly unit: string | null;
  readonly otherUnit: string | null;
};

export const statementNearDefinitions = defineRule<Args>({
  code: "statement/near-definitions",
  severity: "info",
  text: {
    en: {
      title: "Two indicators, perhaps one definition",
      message: (a) =>
        a.unit === null
          ? `${a.id} is defined as "${a.definition}", all but the same as ${a.other}: are they one quantity?`
          : `${a.id} (${a.unit}) and ${a.other} (${a.otherUnit}) are both defined as "${a.definition}": which of them is it?`,
      why: "One quantity under two names gets two targets, two series and two results.",
      fix: "Declare `same-as` if they are one; otherwise define them so that the difference shows.",
    },
    zhHans: {
      title: "指标定义近似",
      message: (a) =>
        a.unit === null
          ? `指标“${a.name}”的定义“${a.definition}”与“${a.otherName}”的定义近似，是否为同一指标须核实`
          : `指标“${a.name}”（“${a.unit}”）与“${a.otherName}”（“${a.otherUnit}”）计量单位不同，定义同为“${a.definition}”，须明确是哪一个的定义`,
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
      const other =
        others.find((one) => mayBeOne(one.indicator, indicator)) ??
        others.find((one) => isCopied(one, own) && areApart(one.indicator, indicator));
      if (others.length < mostAlike) others.push(own);
      if (other === undefined) continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        other: other.indicator.id.value,
        otherName: nameOf(other.indicator),
        definition: definition.value,
        ...unitsOf(indicator, other.indicator),
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
  return areApart(a, b) && areInOneUnit(a, b);
}

function areInOneUnit(a: Indicator, b: Indicator): boolean {
  return sameDimension(a.unit?.value ?? null, b.unit?.value ?? null);
}

function unitsOf(a: Indicator, b: Indicator): Pick<Args, "unit" | "otherUnit"> {
  if (areInOneUnit(a, b)) return { unit: null, otherUnit: null };
  return { unit: a.unit?.value.text ?? null, otherUnit: b.unit?.value.text ?? null };
}

/** Says where the figures come from, not what is counted. */
const ofOrigin =
  /统计|数据|口径|为准|台账|报表|年报|填报|系统|\b(?:reports?|register|records?|data|statistics|see|defined)\b/i;

/** The very same words, that say what is counted. */
function isCopied(a: Defined, b: Defined): boolean {
  const [one, other] = [a, b].map(({ definition }) => definition.value.normalize("NFKC").replace(/\s/g, ""));
  return (
    one === other && one !== undefined && one.length >= leastCopied && !ofOrigin.test(a.definition.value)
  );
}
const leastCopied = 6;

/** Two indicators that the plan does not relate or tell apart. */
function areApart(a: Indicator, b: Indicator): boolean {
  if (a === b || areRelated(a, b) || areNamesakes(a, b)) return false;
  const key = a.name === null ? null : nameKey(a.name.text);
  if (key !== null && b.name !== null && key === nameKey(b.name.text)) return false;
  // Slices of one quantity say in `counted` which part of it they count.
  return isSameBase(a.counted?.where, b.counted?.where) && isSameBase(a.counted?.of, b.counted?.of);
}

/** The same words, or only one says them: its base is the other's, too, where the definition is. */
function isSameBase(a: Given<string> | null | undefined, b: Given<string> | null | undefined): boolean {
  return (a ?? null) === null || (b ?? null) === null || a?.value === b?.value;
}
