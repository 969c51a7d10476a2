/**
 * A target that every value meets asks for nothing.
 *
 * Looks at: levels to reach, bounds and totals with a relation, against what the indicator can be: at least its lowest value,
 * or at most its highest. Where the plan states no `bounds`, percentages must be shares by their name (占比, 覆盖率, share), for rates of use, of
 * debt or of return pass 100% or fall below zero; and no baseline may miss the target.
 * Reports: the target at its value.
 * Source: DESIGN.md section 4 (a target weaker than today's level), FORMAT.md section 5 (`bounds`).
 */
import type { Target } from "../../plan/plan.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Figures, figuresOf, isPercent } from "./levels.ts";
import { isBeyond, type Limits, limitsOf } from "./limits.ts";

type Args = { readonly id: string; readonly name: string; readonly value: string };

export const targetAsksNothing = defineRule<Args>({
  code: "target/asks-nothing",
  severity: "warning",
  text: {
    en: {
      title: "Target that every value meets",
      message: (a) => `${a.id}: ${a.value} is met by every value that the indicator can have`,
      why: "What cannot be missed is no target, and the real one is probably a slip away.",
      fix: "State the level that is meant, or turn the relation round.",
    },
    zhHans: {
      title: "目标值形同虚设",
      message: (a) => `指标“${a.name}”的目标值“${a.value}”任何数值都能达到`,
      why: "不可能完不成的目标不起作用，多属笔误。",
      fix: "写明应达到的数值，或更正上下限关系。",
    },
  },
  check({ plan, report }) {
    for (const figures of figuresOf(plan)) {
      const { indicator } = figures;
      if (indicator.targets.length === 0) continue;
      const limits = limitsOf(figures);
      if (limits === null || !areSure(figures)) continue;
      for (const target of indicator.targets) {
        if (target.quantity === null || !isMetByAll(target, figures, limits)) continue;
        if (figures.baselines.some(({ value }) => isBeyond(value, limits))) continue;
        const { value, span } = target.quantity;
        const args = { id: indicator.id.value, name: nameOf(indicator), value: value.text.trim() };
        report(span, args, { on: indicator });
      }
    }
  },
});

const share =
  /占比|比例|比重|覆盖|满意|达标|合格|超时|知晓|参与|普及|\b(?:share|proportion|percentage|coverage|covered|satisfaction|refused|inspected)\b/i;

/** Assumed limits of a percentage are sure only of a share of a whole. */
function areSure({ indicator, unit }: Figures): boolean {
  if (indicator.bounds?.stated !== false || !isPercent(unit)) return true;
  return share.test(indicator.name?.text ?? "");
}

function isMetByAll({ kind, quantity }: Target, { unit }: Figures, { low, high }: Limits): boolean {
  if (quantity === null || (kind !== "reach" && kind !== "hold" && kind !== "total")) return false;
  const { value, unit: own, relation, upper } = quantity.value;
  const level = upper === null ? convert(value, own ?? unit, unit) : null;
  if (level === null) return false;
  if (relation === ">=") return level.eq(low);
  // Many can be more than all of one period; a total is no level.
  return relation === "<=" && kind !== "total" && high !== null && level.eq(high);
}
