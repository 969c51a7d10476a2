/**
 * A target that the baseline meets already asks for nothing.
 *
 * Looks at: levels to reach with a bound on one side, against the indicator's first baseline. A level to maintain, a
 * level due before the baseline, a figure that looks like a slip and a value on the wrong side of the baseline are left
 * to others.
 * Reports: the target at its value; related: the baseline.
 * Source: ENGINE.md sections 4 and 5 (met at the baseline).
 */
import type { Direction } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type BaselineLevel, figuresOf, type Level, statedDay } from "./levels.ts";
import { isImpossibleBaseline } from "./out-of-bounds.ts";
import { slipsOf } from "./slips.ts";

type Args = { readonly id: string; readonly name: string; readonly value: string; readonly baseline: string };

export const targetAlreadyMet = defineRule<Args>({
  code: "target/already-met",
  severity: "warning",
  text: {
    en: {
      title: "Target met at the baseline",
      message: (a) => `${a.id}: the target ${a.value} is met by the baseline ${a.baseline} already`,
      why: "A target no better than today's level is reached without doing anything.",
      fix: "Raise the target, correct the baseline, or state it as a bound to hold (`hold`).",
    },
    zhHans: {
      title: "目标值在基期已达到",
      message: (a) => `指标“${a.name}”的目标值“${a.value}”在基期（“${a.baseline}”）已经达到`,
      why: "目标不高于现有水平，不做任何工作也能完成。",
      fix: "提高目标值或更正基期值；意在保持现有水平的，改用 `hold`。",
    },
  },
  check({ plan, report }) {
    const slips = slipsOf(plan);
    for (const figures of figuresOf(plan)) {
      const { indicator, baselines, levels, direction } = figures;
      const [base] = baselines;
      if (base === undefined || !isFirm(base) || slips.has(base.span)) continue;
      if (isImpossibleBaseline(base, figures)) continue;
      for (const level of levels) {
        if (slips.has(level.quantity.span) || !isMetBy(level, base, direction)) continue;
        const related = [{ span: base.span, note: { en: "baseline", zhHans: "基期值" } }];
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: level.quantity.value.text,
          baseline: base.quantity.text,
        };
        report(level.quantity.span, args, { related, on: indicator });
      }
    }
  },
});

/** A baseline "under 15%" is no figure that could meet anything. */
function isFirm({ quantity }: BaselineLevel): boolean {
  return quantity.upper === null && (quantity.relation === null || quantity.relation === "=");
}

function isMetBy(level: Level, base: BaselineLevel, direction: Direction | null): boolean {
  const { target, value, exact, floor, ceiling } = level;
  if (
    target.kind !== "reach" ||
    direction === "maintain" ||
    exact ||
    target.place !== null ||
    target.scope !== null
  ) {
    return false;
  }
  const due = statedDay(target);
  if (due !== null && base.on !== null && due <= base.on) return false;
  if (floor !== null && ceiling !== null) return false;
  const { relation } = level.quantity.value;
  if (relation === null) return base.value.eq(value);
  if (base.value.eq(value)) return relation === ">=" || relation === "<=";
  return floor !== null
    ? direction !== "decrease" && base.value.gt(value)
    : direction !== "increase" && base.value.lt(value);
}
