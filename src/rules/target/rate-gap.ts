/** What a yearly rate leads to, held against the levels that are asked for on that day. Not a rule. */
import type Big from "big.js";
import type { Target } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { type Figures, isPercent, type Level, statedDay, towards } from "./levels.ts";
import { speakOfOne } from "./one-scope.ts";
import { contradicts, isApart, shareOf } from "./precision.ts";
import { type Aim, aimsOf } from "./rate-aims.ts";
import {
  expectedAfter,
  type Followed,
  partYears,
  type Start,
  startBefore,
  startOf,
  wholeYears,
} from "./rates.ts";

/** Where a rate leads, and the levels that it does not lead to. */
export interface Mismatch {
  readonly first: Level;
  /** All statements of a level that disagrees, on the day of the first. */
  readonly levels: readonly Level[];
  readonly start: Start;
  readonly years: number;
  readonly expected: Followed;
  /** The rate is the least that is asked, and falls short of the level: more than it may be done. */
  readonly isFloor: boolean;
  /** The start lies before the span, and a year more or less of the rate would lead to the level. */
  readonly isNear: boolean;
}

/** The first level that a yearly rate must lead to and does not; null where it leads to all of them. */
export function findMismatch(target: Target, rate: Quantity, figures: Figures): Mismatch | null {
  if ((rate.per !== null && rate.per !== "year") || rate.upper !== null || rate.soft !== null) return null;
  const exact = startOf(target, figures);
  const start = exact ?? startBefore(target, figures);
  const end = statedDay(target);
  if (start === null || (target.over !== null && end === null)) return null;
  const isDue = ({ target: aim }: Level): boolean => {
    const day = statedDay(aim);
    if (day === null || day <= start.on || !speakOfOne(aim, target)) return false;
    return end === null || day === end || (target.kind === "each" && day < end);
  };
  const aims = aimsOf(figures).filter(isDue);
  for (const first of aims) {
    const due = statedDay(first.target) ?? start.on;
    const years = wholeYears(start.on, due) ?? partYears(start.on, due);
    const expected = years === null ? null : expectedAfter(years, start, rate, figures);
    if (years === null || expected === null) continue;
    const from = Math.floor(years);
    const to = exact === null ? from + 1 : Math.ceil(years);
    const around = from === to ? [expected] : yearsFrom(from, to, start, rate, figures);
    const isEarly = end !== null && due < end;
    const disagrees = ({ half, ...level }: Aim): boolean => {
      if (isEarly && !isBehind(level.value, expected, start)) return false;
      if (half === null)
        return (
          around.every((one) => contradicts(level, one, figures.unit)) && !liesBetween(level.value, around)
        );
      const isSum =
        level.target.kind !== "compound" && addsUp(level.value, half, start, rate, years, figures);
      return isApart(level.value, half, expected) && !isSum;
    };
    if (!disagrees(first)) {
      if (exact === null || isEarly || !fallsShort(first, start, expected)) continue;
      return { first, levels: [first], start, years, expected, isFloor: true, isNear: false };
    }
    const levels = aims.filter((l) => statedDay(l.target) === due && disagrees(l));
    const isNear = exact === null && liesBetween(first.value, yearsFrom(from - 1, to, start, rate, figures));
    return { first, levels, start, years, expected, isFloor: false, isNear };
  }
  return null;
}

/** Less of the way from the start than the yearly change has led to by then. */
function isBehind(level: Big, { value }: Followed, start: Start): boolean {
  return value.minus(level).times(value.minus(start.value)).gt(0);
}

/** A least rate (每年不少于10%) that leaves more than a tenth of the way to the level open. */
function fallsShort({ value, half }: Aim, start: Start, { value: led, relation, slack }: Followed): boolean {
  if (relation === null || relation === "=" || half !== null || start.bound !== null) return false;
  const [way, open] = [value.minus(start.value), value.minus(led)];
  return way.times(open).gt(0) && open.abs().gt(way.abs().times("0.1").plus(slack));
}

/** Where so many whole years lead, and so many more. */
function yearsFrom(
  from: number,
  to: number,
  start: Start,
  rate: Quantity,
  figures: Figures,
): readonly Followed[] {
  return [from, to].flatMap((whole) => expectedAfter(whole, start, rate, figures) ?? []);
}

function liesBetween(level: Big, around: readonly Followed[]): boolean {
  return around.some(({ value }) => value.lte(level)) && around.some(({ value }) => value.gte(level));
}

/** 每年降低6%, 五年降低30%: years added up, not multiplied. */
function addsUp(
  level: Big,
  half: Big,
  start: Start,
  rate: Quantity,
  years: number,
  figures: Figures,
): boolean {
  const share = shareOf(rate);
  if (share === null || !isPercent(rate.unit)) return false;
  const change = start.value.times(towards(share, rate, figures.direction)).times(years);
  return start.value.plus(change).minus(level).abs().lte(half);
}
