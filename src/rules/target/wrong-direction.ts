/**
 * Direction, relation and figures of an indicator agree.
 *
 * Looks at: the stated direction, against the relation of each level (`≤` where it shall increase), against each level
 * without relation on the wrong side of the baseline, against the sign of each change, and against each `trend`.
 * `maintain` agrees with every relation, whether the baseline meets the level or not (FORMAT.md section 6); a bound that is
 * the other half of a range for the same date (`≥2` and `≤3`) is no contradiction.
 * Reports: the value; related: what it contradicts. Where every figure goes the other way, the direction itself;
 * related: the baseline too, where all depart from it.
 * Source: ENGINE.md section 4 (contradicted direction).
 */

import type { Given } from "../../plan/given.ts";
import { asChange } from "../../plan/level-words.ts";
import type { Direction, Target } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { own } from "../../text/own.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { withoutTime } from "./history.ts";
import { areDisjoint, type BaselineLevel, type Figures, figuresOf, type Level, statedDay } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly direction: Direction;
  readonly baseline: string | null;
  /** How many values contradict the direction, when it is the direction that is blamed; else 0. */
  readonly all: number;
};

const directionWords: Readonly<Record<Direction, string>> = {
  increase: "上升",
  decrease: "下降",
  maintain: "保持",
};

export const targetWrongDirection = defineRule<Args>({
  code: "target/wrong-direction",
  severity: "error",
  text: {
    en: {
      title: "Direction contradicted",
      message: (a) =>
        a.all > 0
          ? a.baseline === null
            ? `${a.id}: every target (${a.all} in all) contradicts the direction "${a.direction}"`
            : `${a.id}: from the baseline ${a.baseline} every target (${a.all} in all) contradicts the direction "${a.direction}": one of the two is wrong`
          : a.baseline === null
            ? `${a.id}: ${a.value} contradicts the direction "${a.direction}"`
            : `${a.id}: from the baseline ${a.baseline} to ${a.value} contradicts the direction "${a.direction}"`,
      why: "When the figures go one way and the direction the other, progress cannot be told from decline.",
      fix: "Correct the direction, the relation or the figure.",
    },
    zhHans: {
      title: "目标值与指标方向相反",
      message: (a) => {
        const way = own(directionWords, a.direction);
        if (a.all > 0)
          return a.baseline === null
            ? `指标“${a.name}”的 ${a.all} 个目标值均与指标方向“${way}”相反`
            : `指标“${a.name}”从基期值“${a.baseline}”到 ${a.all} 个目标值，均与指标方向“${way}”相反，基期值和指标方向必有一处有误`;
        if (a.baseline === null) return `指标“${a.name}”的“${a.value}”与指标方向“${way}”相反`;
        return `指标“${a.name}”从基期值“${a.baseline}”到“${a.value}”，与指标方向“${way}”相反`;
      },
      why: "数值与方向相反，进展还是倒退无从判断。",
      fix: "更正指标方向、数值的上下限关系或数值本身。",
    },
  },
  check({ plan, report }) {
    for (const figures of figuresOf(plan)) {
      const { indicator } = figures;
      const stated = indicator.direction;
      if (stated === null) continue;
      const faults = indicator.targets.flatMap((target) => findFault(target, figures, stated.value) ?? []);
      const common = { id: indicator.id.value, name: nameOf(indicator), direction: stated.value };
      if (faults.length > 1 && faults.length === indicator.targets.length) {
        const bases = new Set(faults.map(({ base }) => base));
        // Where all goes wrong from one baseline, it may be the slip.
        const base = bases.size === 1 ? (faults[0]?.base ?? null) : null;
        const related = [
          ...(base === null ? [] : [{ span: base.span, note: { en: "baseline", zhHans: "基期值" } }]),
          ...faults.map(({ span }) => ({ span, note: { en: "target", zhHans: "目标值" } })),
        ];
        const from = base === null ? null : withoutTime(base.quantity.text);
        const args = { ...common, value: "", baseline: from, all: faults.length };
        report(stated.span, args, { related, on: indicator });
        continue;
      }
      for (const { base, shown, inChinese, span } of faults) {
        const related = [{ span: stated.span, note: { en: "direction", zhHans: "指标方向" } }];
        if (base !== null) related.push({ span: base.span, note: { en: "baseline", zhHans: "基期值" } });
        const args = {
          ...common,
          value: shown,
          baseline: base === null || base === undefined ? null : withoutTime(base.quantity.text),
          all: 0,
        };
        report(span, args, {
          related,
          on: indicator,
          inChinese: inChinese === null ? null : { value: inChinese },
        });
      }
    }
  },
});

/** True when a target goes the other way than the indicator's stated direction. */
export function isAgainstDirection(target: Target, figures: Figures): boolean {
  const stated = figures.indicator.direction;
  return stated !== null && findFault(target, figures, stated.value) !== null;
}

interface Fault {
  readonly span: Span;
  readonly shown: string;
  /** The same in Chinese, where it is a word of the format. */
  readonly inChinese: string | null;
  readonly base: BaselineLevel | null;
}

function findFault(target: Target, figures: Figures, direction: Direction): Fault | null {
  const { kind, quantity, trend } = target;
  if (direction === "maintain") return null;
  if (trend !== null)
    return trend.value === opposite(direction)
      ? { span: trend.span, ...trendWords(target, trend.value), base: null }
      : null;
  if (quantity === null) return null;
  const fault = { span: quantity.span, shown: quantity.value.text, inChinese: null, base: null };
  if (kind === "reach" || kind === "hold") return levelFault(target, quantity, figures, direction);
  if (kind === "change" || kind === "relative" || kind === "rate" || kind === "each" || kind === "compound") {
    return isAgainst(asChange(quantity.value, figures.unit), direction) ? fault : null;
  }
  return null;
}

/** A trend by its printed words, else by the word of the format. */
function trendWords({ wording }: Target, trend: Direction): Pick<Fault, "shown" | "inChinese"> {
  return wording === null
    ? { shown: trend, inChinese: directionWords[trend] }
    : { shown: wording.value, inChinese: null };
}

function levelFault(
  target: Target,
  quantity: Given<Quantity>,
  figures: Figures,
  direction: Direction,
): Fault | null {
  const { relation, upper, text } = quantity.value;
  const level = figures.levels.find((l) => l.target === target);
  if (upper !== null) return null;
  const wrong = direction === "increase" ? ["<=", "<"] : [">=", ">"];
  if (relation !== null && wrong.includes(relation)) {
    return level !== undefined && isHalfOfRange(level, figures)
      ? null
      : { span: quantity.span, shown: text, inChinese: null, base: null };
  }
  const [base] = figures.baselines;
  if (target.kind !== "reach" || base === undefined || level === undefined) return null;
  if (relation !== null && relation !== "=") return null;
  if (target.place !== null || target.scope !== null) return null;
  const onWrongSide = direction === "increase" ? level.value.lt(base.value) : level.value.gt(base.value);
  return onWrongSide ? { span: quantity.span, shown: text, inChinese: null, base } : null;
}

/** Another bound of the indicator for the same date limits the other side, and both can hold. */
function isHalfOfRange(level: Level, { levels }: Figures): boolean {
  return levels.some(
    (other) =>
      other !== level &&
      other.target.kind === level.target.kind &&
      statedDay(other.target) === statedDay(level.target) &&
      !areDisjoint(other, level) &&
      (level.floor === null ? other.floor !== null : other.ceiling !== null),
  );
}

function isAgainst({ value, signed }: Quantity, direction: Direction): boolean {
  if (!signed || value.eq(0)) return false;
  return direction === "increase" ? value.lt(0) : value.gt(0);
}

function opposite(direction: Direction): Direction {
  return direction === "increase" ? "decrease" : "increase";
}
