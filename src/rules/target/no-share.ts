/**
 * A relative change is a share, a change is an amount: a level stands under `reach`.
 *
 * Looks at: `change`, `relative` and `compound` worded as a level in the indicator's unit (提高到150, 提高到85% of an
 * indicator in percent), and `relative` figures that are no share at all. A share of the base (增至1.2倍, 降至80%) is
 * understood as such. Points have a rule of their own.
 * Reports: the value.
 * Source: FORMAT.md sections 3 and 6 (增长1.2倍 and 增至1.2倍; kinds of target).
 */
import { isOwnLevel } from "../../plan/level-words.ts";
import type { Target } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { figuresOf, isPoints } from "./levels.ts";

type Args = { readonly id: string; readonly name: string; readonly value: string; readonly isLevel: boolean };

export const targetNoShare = defineRule<Args>({
  code: "target/no-share",
  severity: "error",
  text: {
    en: {
      title: "Level or amount in place of a change",
      message: (a) =>
        a.isLevel
          ? `${a.id}: ${a.value} is a level to reach, not a change; it belongs under \`reach\``
          : `${a.id}: ${a.value} is no share, and a relative change is one`,
      why: "Up to 150 and up by 150 are different targets.",
      fix: "Write a level under `reach`, an amount under `change`, a share of the base (`+30%`) under `relative`.",
    },
    zhHans: {
      title: "增减幅度误填",
      message: (a) =>
        a.isLevel
          ? `指标“${a.name}”的“${a.value}”是应达到的水平值，不是增减幅度，应写在 \`reach\` 下`
          : `指标“${a.name}”的“${a.value}”不是比例，而相对增减须以比例表示`,
      why: "“提高到150”与“提高150”是两个不同的目标。",
      fix: "水平值写在 `reach` 下，增减量写在 `change` 下，相对基期的增减比例（如 `+30%`）写在 `relative` 下。",
    },
  },
  check({ plan, report }) {
    for (const { indicator, unit } of figuresOf(plan)) {
      for (const target of indicator.targets) {
        const { quantity } = target;
        if (quantity === null) continue;
        const isLevel = isLevelUnderChange(target, unit);
        if (!isLevel && !isNoShare(target)) continue;
        const args = { id: indicator.id.value, name: nameOf(indicator), value: quantity.value.text, isLevel };
        report(quantity.span, args, { on: indicator });
      }
    }
  },
});

function isLevelUnderChange({ kind, quantity }: Target, unit: Unit | null): boolean {
  const isChange = kind === "change" || kind === "relative" || kind === "compound";
  return isChange && quantity !== null && isOwnLevel(quantity.value, unit);
}

function isNoShare({ kind, quantity }: Target): boolean {
  if (kind !== "relative" || quantity === null) return false;
  const { unit } = quantity.value;
  return !isPoints(unit) && unit?.dimension !== "percent";
}
