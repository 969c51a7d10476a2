/**
 * A stated path to a target goes the target's way.
 *
 * Looks at: the points of custom trajectories, in order of their dates with the first baseline and the levels to reach of the
 * plan's own place and scope: none is worse than what stands before it, nor than the target of its own day.
 * Reports: the first point that breaks the row; related: what it is held against. Two values for one day are an error.
 * Source: ENGINE.md section 1 (the trajectory passes all dated targets), DESIGN.md section 4 (a later target weaker than an
 * earlier one, or than today's level).
 */
import type Big from "big.js";
import { isoDay } from "../../plan/days.ts";
import type { Target } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { convert } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { lastDay } from "../times-of.ts";
import { withoutTime } from "./history.ts";
import { type Figures, figuresOf, statedDay } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly on: string;
  readonly other: string;
  readonly otherOn: string;
  readonly against: "before" | "after" | "target";
};

export const targetPathBack = defineRule<Args>({
  code: "target/path-back",
  severity: "warning",
  text: {
    en: {
      title: "Path leads away from its target",
      message: (a) =>
        a.against === "target"
          ? `${a.id}: the path comes only to ${a.value} by ${a.on}, when the target ${a.other} is due`
          : a.against === "after"
            ? `${a.id}: the path is at ${a.value} by ${a.on}, and back at ${a.other} by ${a.otherOn}`
            : `${a.id}: the path is at ${a.other} by ${a.otherOn}, and back at ${a.value} by ${a.on}`,
      why: "Values are judged against the path: one that leads the other way calls a setback progress.",
      fix: "Correct the point or its date; if the setback is expected, say so in `note` and suppress this finding.",
    },
    zhHans: {
      title: "应达轨迹与目标值不一致",
      message: (a) =>
        a.against === "target"
          ? `指标“${a.name}”的应达轨迹在 ${a.on} 仅为“${a.value}”，而届时目标值为“${a.other}”`
          : a.against === "after"
            ? `指标“${a.name}”的应达轨迹在 ${a.on} 为“${a.value}”，到 ${a.otherOn} 又退回“${a.other}”`
            : `指标“${a.name}”的应达轨迹在 ${a.otherOn} 为“${a.other}”，到 ${a.on} 又退回“${a.value}”`,
      why: "实际值按应达轨迹评定，轨迹方向有误，倒退也会评为进展。",
      fix: "更正该轨迹点的数值或时间；确有回落安排的，在 `note` 中说明并忽略本问题项。",
    },
  },
  check({ plan, report }) {
    for (const figures of figuresOf(plan)) {
      const { indicator } = figures;
      if (indicator.trajectory === null || indicator.trajectory.kind.value !== "custom") continue;
      const broken = firstBreak(figures);
      if (broken === null) continue;
      const { point, other, against } = broken;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        value: point.shown,
        on: isoDay(point.day),
        other: other.shown,
        otherOn: isoDay(other.day),
        against,
      };
      const note = { en: "held against this", zhHans: "对照数值" };
      // A path and a target of one day are two values for it.
      const severity = against === "target" && !other.inDoubt ? "error" : "warning";
      report(point.span, args, { on: indicator, severity, related: [{ span: other.span, note }] });
    }
  },
});

interface Step {
  readonly of: "baseline" | "point" | "target";
  readonly value: Big;
  readonly day: Day;
  readonly span: Span;
  readonly shown: string;
  /** The date has two readings. */
  readonly inDoubt?: boolean;
}

interface Break {
  readonly point: Step;
  readonly other: Step;
  readonly against: Args["against"];
}

function firstBreak(figures: Figures): Break | null {
  const { direction } = figures;
  if (direction !== "increase" && direction !== "decrease") return null;
  const isWorse = (a: Step, b: Step): boolean =>
    direction === "increase" ? a.value.lt(b.value) : a.value.gt(b.value);
  const steps = [...stepsOf(figures)].sort((a, b) => a.day - b.day);
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1];
    if (before === undefined || (step.of !== "point" && before.of !== "point")) continue;
    if (before.day === step.day) {
      const [point, target] = step.of === "point" ? [step, before] : [before, step];
      if (target.of === "target" && isWorse(point, target))
        return { point, other: target, against: "target" };
    } else if (isWorse(step, before)) {
      return step.of === "point"
        ? { point: step, other: before, against: "before" }
        : { point: before, other: step, against: "after" };
    }
  }
  return null;
}

function hasTwoReadings({ by, over }: Target): boolean {
  return ((by ?? over)?.value.alternative ?? null) !== null;
}

function stepsOf({ indicator, baselines, levels, unit }: Figures): readonly Step[] {
  const [base] = baselines;
  const start: readonly Step[] =
    base === undefined || base.on === null || base.narrowed
      ? []
      : [
          {
            of: "baseline",
            value: base.value,
            day: base.on,
            span: base.span,
            shown: withoutTime(base.quantity.text),
          },
        ];
  const points = (indicator.trajectory?.points ?? []).flatMap(({ at, is }): readonly Step[] => {
    const day = lastDay(at);
    const value = convert(is.value.value, is.value.unit, unit);
    return day === null || value === null
      ? []
      : [{ of: "point", value, day, span: is.span, shown: is.value.text }];
  });
  const targets = levels.flatMap(({ target, quantity, value }): readonly Step[] => {
    const day =
      target.kind === "reach" && target.place === null && target.scope === null ? statedDay(target) : null;
    return day === null
      ? []
      : [
          {
            of: "target",
            value,
            day,
            span: quantity.span,
            shown: quantity.value.text,
            inDoubt: hasTwoReadings(target),
          },
        ];
  });
  // Of one day the point stands last: what follows is held against it.
  return [...start, ...targets, ...points];
}
