/**
 * A target asks for a pace that was reached before, or gives a reason.
 *
 * Looks at: levels with a baseline and a date: the yearly change from baseline to the last target, against the quickest
 * change a year between two values known before the plan was written (baselines, observations, background figures of half
 * a year apart or more) and in the cases cited that tell their span of time. Nothing is said where only one value is known.
 * Reports: the target; related: the two values of the quickest change. More than three times that pace is a warning (five
 * times where a single interval is known), more than twice a note; where several intervals are known and none went the
 * right way, a warning.
 * Source: DESIGN.md section 4 (an unexplained difference), the achievable of SMART.
 */
import Big from "big.js";
import { isoDay, yearsBetween } from "../../plan/days.ts";
import { divide, formatDecimal } from "../../plan/decimal.ts";
import type { Evidence, Plan } from "../../plan/plan.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import { convert } from "../../plan/units.ts";
import type { Records } from "../../records/records.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { statedPeriod } from "../times-of.ts";
import { isFirm, knownBefore, type PastValue, withoutTime } from "./history.ts";
import { type Figures, figuresOf, type Level, statedDay } from "./levels.ts";
import { slipsOf } from "./slips.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly baseline: string;
  readonly years: string;
  readonly required: string;
  /** The quickest change a year; null where none went the right way. */
  readonly best: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly times: string | null;
  readonly unit: string;
};

const yearsOf = ({ years }: Args): string => `${years} ${years === "1" ? "year" : "years"}`;

export const targetPace = defineRule<Args>({
  code: "target/pace",
  severity: "warning",
  text: {
    en: {
      title: "Pace never reached before",
      message: (a) =>
        a.best === null
          ? `${a.id}: from ${a.baseline} to ${a.target} in ${yearsOf(a)} asks for ${a.required}${a.unit} a year, and no value known so far moved that way`
          : `${a.id}: from ${a.baseline} to ${a.target} in ${yearsOf(a)} asks for ${a.required}${a.unit} a year, ${a.times} times the quickest so far (${a.from} on ${a.fromOn} to ${a.to} on ${a.toOn}: ${a.best}${a.unit} a year)`,
      why: "A target far beyond all that was ever achieved is missed, unless something new carries it.",
      fix: "Say what makes the new pace possible (an action, a fund, a case that reached it), or lower the target or move its date.",
    },
    zhHans: {
      title: "所需进度超出以往最快进度",
      message: (a) =>
        a.best === null
          ? `指标“${a.name}”由“${a.baseline}”到“${a.target}”，${a.years} 年内年均须变动“${a.required}${a.unit}”，而已知数据从未朝这一方向变动`
          : `指标“${a.name}”由“${a.baseline}”到“${a.target}”，${a.years} 年内年均须变动“${a.required}${a.unit}”，为以往最快（${a.fromOn} 至 ${a.toOn} 由“${a.from}”到“${a.to}”，年均“${a.best}${a.unit}”）的 ${a.times} 倍`,
      why: "远超以往最快进度的目标，没有新的支撑难以实现。",
      fix: "说明依靠什么实现（新增举措、经费或同类案例），或者调低目标值、推后时限。",
    },
  },
  check({ plan, records, report }) {
    const slips = slipsOf(plan);
    for (const figures of figuresOf(plan)) {
      // One value makes no pace.
      if (knownBefore(figures, plan, records).length < 2) continue;
      const asked = askedOf(figures);
      if (asked === null || slips.has(asked.level.quantity.span)) continue;
      const found = bestOf(figures, plan, records);
      if (found === null) continue;
      const { pace, from, to, intervals } = found;
      const ratio = pace.gt(0) ? divide(asked.required, pace) : null;
      if (ratio === null ? intervals < 2 : ratio.lte(2)) continue;
      const isGrave = ratio === null || ratio.gt(intervals < 2 ? 5 : 3);
      const sign = figures.direction === "decrease" ? -1 : 1;
      const args: Args = {
        id: figures.indicator.id.value,
        name: nameOf(figures.indicator),
        target: asked.level.quantity.value.text,
        baseline: asked.baseline,
        years: shown(asked.years),
        required: shown(asked.required.times(sign)),
        best: ratio === null ? null : shown(pace.times(sign)),
        from: ratio === null ? null : from.shown,
        to: ratio === null ? null : to.shown,
        fromOn: ratio === null ? null : isoDay(from.day),
        toOn: ratio === null ? null : isoDay(to.day),
        times: ratio === null ? null : shown(ratio),
        unit: figures.unit?.key === "%" ? "pp" : unitBehind(figures.unit?.text ?? null),
      };
      const note = { en: "the quickest so far", zhHans: "以往最快的一段" };
      const related = [from, to].map(({ span }) => ({ span, note }));
      const severity = isGrave ? "warning" : "info";
      report(asked.level.quantity.span, args, {
        on: figures.indicator,
        related,
        severity,
        inChinese: pointsInChinese(args.unit),
      });
    }
  },
});

function pointsInChinese(unit: string): { readonly unit: string } | null {
  return unit === "pp" ? { unit: "个百分点" } : null;
}

function shown(value: Big): string {
  return formatDecimal(value.round(2));
}

interface Asked {
  readonly level: Level;
  readonly baseline: string;
  readonly years: Big;
  /** Positive towards the direction. */
  readonly required: Big;
}

function askedOf({ indicator, baselines, levels, direction }: Figures): Asked | null {
  if (indicator.value.value === "flow" || direction === null || direction === "maintain") return null;
  const dated = baselines.filter(
    ({ on, narrowed, quantity }) => on !== null && !narrowed && isFirm(quantity),
  );
  const base = dated.reduce<(typeof dated)[number] | null>(
    (latest, one) => (latest === null || (one.on ?? 0) > (latest.on ?? 0) ? one : latest),
    null,
  );
  const level = levels.findLast(
    ({ target }) =>
      (target.kind === "reach" || target.kind === "change") &&
      statedDay(target) !== null &&
      target.place === null &&
      target.scope === null,
  );
  const due = level === undefined ? null : statedDay(level.target);
  if (base === null || base.on === null || level === undefined || due === null || due <= base.on) return null;
  const way = direction === "increase" ? level.value.minus(base.value) : base.value.minus(level.value);
  const years = yearsBetween(base.on, due);
  if (way.lte(0) || years.lte(0)) return null;
  return { level, baseline: withoutTime(base.quantity.text), years, required: divide(way, years) };
}

interface Best {
  readonly pace: Big;
  readonly from: PastValue;
  readonly to: PastValue;
  readonly intervals: number;
}

const halfYear = new Big("0.5");

/** The quickest change a year between neighbours half a year apart or more, and of the cases; null without an interval. */
function bestOf(figures: Figures, plan: Plan, records: Records): Best | null {
  const { direction, unit, indicator } = figures;
  const found: { best: Best | null; intervals: number } = { best: null, intervals: 0 };
  const see = (from: PastValue, to: PastValue): void => {
    const years = yearsBetween(from.day, to.day);
    if (years.lt(halfYear)) return;
    const way = direction === "increase" ? to.value.minus(from.value) : from.value.minus(to.value);
    const pace = divide(way, years);
    found.intervals++;
    if (found.best === null || pace.gt(found.best.pace)) found.best = { pace, from, to, intervals: 0 };
  };
  const known = knownBefore(figures, plan, records);
  for (const [i, to] of known.entries()) {
    const from = known[i - 1];
    if (from !== undefined) see(from, to);
  }
  // What others achieved tells of the pace only beside what was achieved here.
  if (found.best === null) return null;
  for (const evidence of plan.evidence) {
    if (evidence.of?.value === indicator.id.value) seeCase(evidence, unit, see);
  }
  return { ...found.best, intervals: found.intervals };
}

function seeCase(
  { kindOf, at, from, to }: Evidence,
  unit: Figures["unit"],
  see: (from: PastValue, to: PastValue) => void,
): void {
  const period = statedPeriod(at);
  if (kindOf?.value !== "case" || from === null || to === null || period === null) return;
  if (at?.value.expression?.kind !== "range" || period.start === null || period.end === null) return;
  const [low, high] = [from, to].map(({ value }) => convert(value.value, value.unit, unit));
  if (low === undefined || low === null || high === undefined || high === null) return;
  const past = (value: Big, day: number, given: typeof from): PastValue => ({
    value,
    day,
    span: given.span,
    shown: given.value.text,
    of: "evidence",
  });
  see(past(low, period.start, from), past(high, period.end, to));
}
