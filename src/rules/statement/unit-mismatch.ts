/**
 * Statements of one fact must be in units that convert, and a weight must be a share.
 *
 * Looks at: weights of indicators and dimensions; amounts and other quantities stated more than once. Baselines and
 * targets are held against the unit of their indicator by rules of their own.
 * Reports: the value in the wrong unit; related: the first statement.
 * Source: DESIGN.md section 4 (wrong units), FORMAT.md section 5 (weights are shares).
 */
import type { Fact } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { onOneScale, quantityOf } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { pathWithNames } from "../entry-names.ts";
import { isShareUnit } from "../weights.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly field: string;
  readonly value: string;
  /** Unit of the first statement; null where a share is expected. */
  readonly expected: string | null;
};

export const statementUnitMismatch = defineRule<Args>({
  code: "statement/unit-mismatch",
  severity: "error",
  named: ["id"],
  text: {
    en: {
      title: "Wrong unit",
      message: (a) =>
        a.expected === null
          ? `${a.id}: ${fieldInEnglish(a.field)} ${a.value} is not a share; a percent is expected`
          : `${a.id}: ${fieldInEnglish(a.field)} ${a.value} cannot be compared with the value in ${a.expected}`,
      why: "Values in units that do not convert can be neither compared nor added up.",
      fix: "Write the value in the expected unit.",
    },
    zhHans: {
      title: "计量单位不符",
      message: (a) =>
        a.expected === null
          ? `“${a.id}”的${fieldInChinese(a.field)}“${a.value}”不是占比，应为百分比`
          : `“${a.id}”的${fieldInChinese(a.field)}“${a.value}”与以“${a.expected}”为单位的表述无法比较`,
      why: "计量单位不能换算的数值，既不能比较，也不能加总。",
      fix: "改用应有的计量单位。",
    },
  },
  check({ plan, report }) {
    for (const fact of plan.facts) {
      if (fact.name.startsWith("target") || fact.name === "baseline") continue;
      const quantities = quantitiesOf(fact);
      const first = quantities[0];
      const inChinese = () => ({ field: pathWithNames(fact.subject, fact.name) });
      for (const { quantity, span, shown, timed } of quantities) {
        const base = { id: fact.subject.id.value, field: fact.name, value: shown };
        if (fact.name === "weight") {
          if (!isShareUnit(quantity.unit))
            report(span, { ...base, expected: null }, { on: fact.subject, inChinese: inChinese() });
        } else if (first !== undefined && !areComparable(first.quantity, quantity, timed || first.timed)) {
          const related = [{ span: first.span, note: { en: "stated first", zhHans: "在前表述" } }];
          const expected = first.quantity.unit?.text ?? "";
          report(span, { ...base, expected }, { on: fact.subject, related, inChinese: inChinese() });
        }
      }
    }
  },
});

/** Hours of one head for a stated time (`during: 2026`) are those of that time: 学时/人 beside 学时/人·年. */
function areComparable(a: Quantity, b: Quantity, timed: boolean): boolean {
  const [left, right] = [a, b].map(({ unit }) => unit?.dimension ?? "");
  const areHours =
    timed && left?.startsWith("class-hours/") === true && right?.startsWith("class-hours/") === true;
  return areHours || onOneScale(a, b) !== null;
}

function quantitiesOf(fact: Fact) {
  return fact.statements.flatMap(({ is, shown, during }) => {
    const quantity: Quantity | null = quantityOf(is.value);
    return quantity === null ? [] : [{ quantity, span: is.span, shown, timed: during !== null }];
  });
}
