/**
 * Baselines and targets lie within what the indicator can be.
 *
 * Looks at: baselines, levels and the levels that follow from changes, relative changes and yearly rates over whole years, against the
 * indicator's bounds (0..100 for a percent unless the plan states others); a relative cut of more than 100%; numbers of
 * people or things below zero, and so lengths of time, ways, areas, weights. A rate that must lead to a stated level is `target/rate-mismatch`.
 * Reports: the value; related: the bounds, where the plan states them.
 * Source: DESIGN.md section 4 (beyond 0–100%), FORMAT.md section 5 (`bounds`).
 */
import type Big from "big.js";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Indicator, Target } from "../../plan/plan.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { expectedBy } from "./expected.ts";
import { withoutTime } from "./history.ts";
import { type Figures, figuresOf, isPercent, type Level } from "./levels.ts";
import { isBeyond, type Limits, limitsOf } from "./limits.ts";
import type { Expected } from "./precision.ts";
import { levelAfterRate } from "./rates.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** The level that the value leads to, when it is a change; else null. */
  readonly level: string | null;
  readonly low: string;
  readonly high: string | null;
  readonly unit: string;
};

export const targetOutOfBounds = defineRule<Args>({
  code: "target/out-of-bounds",
  severity: "error",
  text: {
    en: {
      title: "Impossible value",
      message: (a) => {
        const led = a.level === null ? "" : ` leads to ${a.level}${a.unit} and`;
        return `${a.id}: ${a.value}${led} is ${a.high === null ? `below ${a.low}${a.unit}` : `outside ${a.low}..${a.high}${a.unit}`}`;
      },
      why: "A value that the indicator can never take is a slip, or the indicator means something else.",
      fix: "Correct the figure, or state the indicator's own limits (`bounds: 0..150`).",
    },
    zhHans: {
      title: "数值超出可能范围",
      message: (a) => {
        const led = a.level === null ? "" : `（即达到“${a.level}${a.unit}”）`;
        const limit =
          a.high === null ? `低于下限“${a.low}${a.unit}”` : `超出范围“${a.low}～${a.high}${a.unit}”`;
        return `指标“${a.name}”的“${a.value}”${led}${limit}`;
      },
      why: "指标不可能取到的数值，要么是笔误，要么是指标含义有误。",
      fix: "更正数值；确可超出的，写明指标的取值范围（如 `bounds: 0..150`）。",
    },
  },
  check({ plan, report }) {
    for (const figures of figuresOf(plan)) {
      const { indicator } = figures;
      const limits = limitsOf(figures);
      const say = (span: Span, value: string, level: Big | null): void => {
        if (limits === null) return;
        report(span, argsOf(indicator, limits, value, level), {
          related: statedBounds(indicator),
          on: indicator,
        });
      };
      for (const { span, value, quantity } of figures.baselines) {
        if (isBeyond(value, limits)) say(span, withoutTime(quantity.text), null);
      }
      // What a change makes of an impossible baseline is no fault of the change.
      const isBaseImpossible = figures.baselines.some(({ value }) => isBeyond(value, limits));
      for (const level of figures.levels) {
        const isMade = level.target.kind === "change";
        if (!leavesBounds(level, limits) || (isMade && isBaseImpossible)) continue;
        say(level.quantity.span, level.quantity.value.text, isMade ? level.value : null);
      }
      for (const target of indicator.targets) {
        const led = levelAfterRate(target, figures, plan) ?? raisedBy(target, figures);
        if (target.quantity === null || led === null || isBaseImpossible) continue;
        // Beyond by more than the rounding of the change explains.
        const ends = [led.value.minus(led.slack), led.value.plus(led.slack)];
        if (ends.every((end) => isBeyond(end, limits)))
          say(target.quantity.span, target.quantity.value.text, led.value);
      }
      for (const { kind, quantity } of indicator.targets) {
        if (quantity === null || (kind !== "relative" && kind !== "compound")) continue;
        const { value, unit, text } = quantity.value;
        if (!isPercent(unit) || unit === null || value.times(unit.factor).gte(-100)) continue;
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: text,
          level: null,
          low: "-100",
          high: null,
          unit: "%",
        };
        report(quantity.span, args, { on: indicator });
      }
    }
  },
});

/** What a relative rise leads to; a cut of more than all is told by itself. */
function raisedBy(target: Target, figures: Figures): Expected | null {
  const led = expectedBy(target, figures);
  return led?.value.lt(0) === true ? null : led;
}

/** True when a level of the indicator, or a level that a change leads to, lies outside of what it can be. */
export function isImpossible(target: Target, figures: Figures): boolean {
  const level = figures.levels.find((l) => l.target === target);
  return level !== undefined && leavesBounds(level, limitsOf(figures));
}

function leavesBounds(level: Level, limits: Limits | null): boolean {
  return (
    isBeyond(level.value, limits) ||
    asksForMore(level, limits) ||
    (level.floor !== null && level.ceiling !== null && isBeyond(level.ceiling, limits))
  );
}

/** More than all, or less than none. */
function asksForMore({ value, quantity, target }: Level, limits: Limits | null): boolean {
  if (limits === null || target.kind === "change") return false;
  const { relation } = quantity.value;
  if (relation === ">") return limits.high !== null && value.gte(limits.high);
  return relation === "<" && value.lte(limits.low);
}

function statedBounds({ bounds }: Indicator) {
  return bounds?.stated === true ? [{ span: bounds.span, note: { en: "bounds", zhHans: "取值范围" } }] : [];
}

function argsOf(indicator: Indicator, { low, high }: Limits, value: string, level: Big | null): Args {
  return {
    id: indicator.id.value,
    name: nameOf(indicator),
    value,
    level: level === null ? null : formatDecimal(level),
    low: formatDecimal(low),
    high: high === null ? null : formatDecimal(high),
    unit: unitBehind(indicator.unit?.value.text ?? null),
  };
}
