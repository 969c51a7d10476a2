/**
 * The first step of a path is not many times as steep as the rest, or the plan says why.
 *
 * Looks at: levels to reach by date with a dated baseline of the plan's own: the yearly change to a first level that is due
 * within half a year of the baseline, against the yearly change from there to the last level. Flows, bounds and targets for
 * one place or group are left alone.
 * Reports: the first level; related: the baseline and the last level. A warning from five times on.
 * Source: DESIGN.md section 4 (an unexplained difference), the achievable of SMART.
 */

import type Big from "big.js";
import { isoDay, yearsBetween } from "../../plan/days.ts";
import { divide, formatDecimal } from "../../plan/decimal.ts";
import { orderedBy } from "../../plan/ordered-by.ts";
import type { Day } from "../../plan/time.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { counted } from "../words.ts";
import { isFirm, withoutTime } from "./history.ts";
import { type BaselineLevel, type Figures, figuresOf, type Level, statedDay } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly baseline: string;
  readonly first: string;
  readonly firstOn: string;
  readonly last: string;
  readonly lastOn: string;
  readonly step: string;
  readonly days: number;
  readonly pace: string;
  readonly rest: string;
  readonly times: string;
  readonly unit: string;
};

const halfYear = 184;
const fewestTimes = 5;

export const targetUnevenPace = defineRule<Args>({
  code: "target/uneven-pace",
  severity: "warning",
  text: {
    en: {
      title: "First step far steeper than the rest",
      message: (a) =>
        `${a.id}: from ${a.baseline} to ${a.first} by ${a.firstOn} is ${a.step}${a.unit} in ${counted(a.days, "days")} (${a.pace}${a.unit} a year), ${a.times} times the pace asked for from there to ${a.last} by ${a.lastOn} (${a.rest}${a.unit} a year)`,
      why: "A plan that asks for most of the way in its first months has mistaken a date or a level, or will be behind from the start.",
      fix: "Move the first date, lower the first level, or say what makes the first months so much faster.",
    },
    zhHans: {
      title: "起步阶段进度要求明显偏快",
      message: (a) =>
        `指标“${a.name}”由“${a.baseline}”到 ${a.firstOn} 达到“${a.first}”，${a.days} 天内变动“${a.step}${a.unit}”（折合每年“${a.pace}${a.unit}”），为此后到 ${a.lastOn} 达到“${a.last}”所需进度（每年“${a.rest}${a.unit}”）的 ${a.times} 倍`,
      why: "大部分进度压在最初几个月，不是时限或数值写错，就是一开始便会滞后。",
      fix: "推后首个时限、调低首个目标值，或写明起步阶段依靠什么加快。",
    },
  },
  check({ plan, report }) {
    for (const figures of figuresOf(plan)) {
      const found = firstStepOf(figures);
      if (found === null) continue;
      const { base, on, first, firstOn, last, lastOn, step, pace, rest } = found;
      const sign = figures.direction === "decrease" ? -1 : 1;
      const args: Args = {
        id: figures.indicator.id.value,
        name: nameOf(figures.indicator),
        baseline: withoutTime(base.quantity.text),
        first: first.quantity.value.text,
        firstOn: isoDay(firstOn),
        last: last.quantity.value.text,
        lastOn: isoDay(lastOn),
        step: shown(step.times(sign)),
        days: firstOn - on,
        pace: shown(pace.times(sign)),
        rest: shown(rest.times(sign)),
        times: formatDecimal(divide(pace, rest).round(1)),
        unit: figures.unit?.key === "%" ? "pp" : unitBehind(figures.unit?.text ?? null),
      };
      const related = [
        { span: base.span, note: { en: "the start", zhHans: "起点" } },
        { span: last.quantity.span, note: { en: "the last level", zhHans: "最终目标值" } },
      ];
      const inChinese = args.unit === "pp" ? { unit: "个百分点" } : null;
      report(first.quantity.span, args, { on: figures.indicator, related, inChinese });
    }
  },
});

function shown(value: Big): string {
  const rounded = value.round(2);
  return `${rounded.gt(0) ? "+" : ""}${formatDecimal(rounded)}`;
}

interface FirstStep {
  readonly base: BaselineLevel;
  readonly on: Day;
  readonly first: Level;
  readonly firstOn: Day;
  readonly last: Level;
  readonly lastOn: Day;
  /** All positive towards the direction; the paces are changes a year. */
  readonly step: Big;
  readonly pace: Big;
  readonly rest: Big;
}

function firstStepOf({ indicator, baselines, levels, direction }: Figures): FirstStep | null {
  if (indicator.value.value === "flow" || direction === null || direction === "maintain") return null;
  const base = baselines.findLast(
    ({ on, narrowed, quantity }) => on !== null && !narrowed && isFirm(quantity),
  );
  const on = base?.on ?? null;
  if (base === undefined || on === null) return null;
  const own = levels.flatMap((level) => {
    const { kind, place, scope } = level.target;
    const day = statedDay(level.target);
    return kind === "reach" && place === null && scope === null && day !== null && day > on
      ? [{ level, day }]
      : [];
  });
  const dated = orderedBy(own, ({ day }) => day);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined || last.day === first.day || first.day - on > halfYear)
    return null;
  const way = (from: Big, to: Big): Big => (direction === "increase" ? to.minus(from) : from.minus(to));
  const step = way(base.value, first.level.value);
  const pace = divide(step, yearsBetween(on, first.day));
  const rest = divide(way(first.level.value, last.level.value), yearsBetween(first.day, last.day));
  if (rest.lte(0) || pace.lt(rest.times(fewestTimes))) return null;
  return {
    base,
    on,
    first: first.level,
    firstOn: first.day,
    last: last.level,
    lastOn: last.day,
    step,
    pace,
    rest,
  };
}
