/**
 * A level to reach is not behind a bound that already holds.
 *
 * Looks at: levels to reach against the bounds that hold on the day they are due, of one indicator, place and scope.
 * Bounds judged in a period of their own (`every`) are another figure.
 * Reports: the level; related: the bound. A level that cannot be reached within the bound is an error, one that the
 * bound already grants a warning.
 * Source: DESIGN.md section 4 (statements that cannot both hold; a weakening).
 */
import type { Target } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { isDeclaredStep } from "./claims.ts";
import { areDisjoint, figuresOf, isUnresolved, isWeaker, type Level, statedDay } from "./levels.ts";
import { speakOfOne } from "./one-scope.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly bound: string;
  readonly how: "weaker" | "impossible";
};

export const targetHoldAgainstReach = defineRule<Args>({
  code: "target/hold-against-reach",
  severity: "warning",
  text: {
    en: {
      title: "Level to reach against a bound to hold",
      message: (a) =>
        a.how === "weaker"
          ? `${a.id}: ${a.value} is to be reached while ${a.bound} has to be held already`
          : `${a.id}: ${a.value} cannot be reached while ${a.bound} has to be held`,
      why: "A bound that already holds makes a weaker level meaningless, and an opposite one impossible.",
      fix: "Correct one of the two, or say from when the bound holds (`from`).",
    },
    zhHans: {
      title: "到期目标与持续要求不一致",
      message: (a) =>
        a.how === "weaker"
          ? `指标“${a.name}”要求到期达到“${a.value}”，而同期已要求保持“${a.bound}”`
          : `指标“${a.name}”要求到期达到“${a.value}”，而同期要求保持“${a.bound}”，两者不能同时成立`,
      why: "已有更高的持续要求，较低的到期目标没有意义；两者相反的，则无法实现。",
      fix: "更正其中一处，或写明持续要求从何时起执行（`from`）。",
    },
  },
  check({ plan, report }) {
    for (const { indicator, levels, direction } of figuresOf(plan)) {
      const bounds = levels.filter(
        ({ target }) => target.kind === "hold" && target.every === null && target.by === null,
      );
      if (bounds.length === 0) continue;
      for (const level of levels) {
        if (level.target.kind === "hold" || isUnresolved(level.target)) continue;
        const day = statedDay(level.target) ?? plan.period?.end?.value ?? null;
        const bound = bounds.find((b) => isInForce(b.target, day) && isBehind(level, b));
        if (bound === undefined) continue;
        const how = areDisjoint(level, bound) ? "impossible" : "weaker";
        const related = [{ span: bound.quantity.span, note: { en: "the bound", zhHans: "持续要求" } }];
        const args: Args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: level.quantity.value.text,
          bound: bound.quantity.value.text,
          how,
        };
        report(level.quantity.span, args, {
          severity: how === "weaker" ? "warning" : "error",
          related,
          on: indicator,
        });
      }

      function isBehind(level: Level, bound: Level): boolean {
        if (!speakOfOne(level.target, bound.target) || isDeclaredStep(level.target, bound.target))
          return false;
        return areDisjoint(level, bound) || isWeaker(level, bound, direction);
      }
    }
  },
});

/** A bound without dates holds for the whole plan; a level without date is due at its end. */
function isInForce(hold: Target, day: Day | null): boolean {
  const when = hold.from ?? hold.over;
  if (when === null || when.value.state === "undated") return true;
  const period = when.value.period;
  if (period === null || day === null) return false;
  const end = hold.from === null ? period.end : null;
  return (period.start === null || period.start <= day) && (end === null || day <= end);
}
