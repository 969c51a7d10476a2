/**
 * The figures of one quantity that goes by several names (`same-as`), gathered in the unit of one of them. Shared by the
 * rules that hold a change against levels; not a rule.
 */
import type { Plan } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { twinsOf } from "../indicator/required-facts.ts";
import { type BaselineLevel, type Figures, figuresOf, type Level, mostFigures } from "./levels.ts";

const byIdOfPlan = new WeakMap<Plan, ReadonlyMap<string, Figures>>();

/** The figures of an indicator and of all that are `same-as` it, its own first; values that do not convert are left out. */
export function withTwins(own: Figures, plan: Plan): Figures {
  const twins = twinsOf(own.indicator, plan);
  if (twins.length === 0) return own;
  const all = byIdOfPlan.get(plan) ?? new Map(figuresOf(plan).map((f) => [f.indicator.id.value, f] as const));
  byIdOfPlan.set(plan, all);
  const others = twins.flatMap((twin) => all.get(twin.id.value) ?? []);
  // Where the name with the change states no unit, that of the name with the levels is meant.
  const unit = own.unit ?? others.find((other) => other.unit !== null)?.unit ?? null;
  return {
    indicator: own.indicator,
    unit,
    direction: own.direction ?? others.find((other) => other.direction !== null)?.direction ?? null,
    baselines: [...own.baselines, ...others.flatMap((other) => baselinesIn(unit, other))],
    levels: [...own.levels, ...others.flatMap((other) => levelsIn(unit, other))].slice(0, mostFigures),
  };
}

function baselinesIn(unit: Unit | null, { unit: from, baselines }: Figures): readonly BaselineLevel[] {
  return baselines.flatMap((baseline) => {
    const value = convert(baseline.value, from, unit);
    return value === null ? [] : [{ ...baseline, value }];
  });
}

function levelsIn(unit: Unit | null, { unit: from, levels }: Figures): readonly Level[] {
  return levels.flatMap((level) => {
    const value = convert(level.value, from, unit);
    const floor = level.floor === null ? null : convert(level.floor, from, unit);
    const ceiling = level.ceiling === null ? null : convert(level.ceiling, from, unit);
    if (value === null || (level.floor !== null && floor === null)) return [];
    if (level.ceiling !== null && ceiling === null) return [];
    return [{ ...level, value, floor, ceiling }];
  });
}
