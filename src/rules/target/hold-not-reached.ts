/**
 * A bound to hold is reached by the day from which it holds.
 *
 * Looks at: bounds to hold that begin after the plan does, against the last level that is due before: where that level is weaker, and no
 * level on the way leads to the bound, something is missing between. A bound that begins more than a year into the plan without any level
 * before, which no baseline meets, has nothing that leads there; nor has one for a stated time that begins with the plan, or ends on a
 * stated day, where every baseline is below it: what is not yet reached cannot be kept. Flows (yearly growth) begin anew in every
 * period and are left out.
 * Reports: the bound; related: the last level before. A warning, as any gap in a chain; a note where nothing stands before.
 * Source: DESIGN.md section 4 (a gap in a chain).
 */
import { isoDay } from "../../plan/days.ts";
import type { Direction } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { isFirm, withoutTime } from "./history.ts";
import { type Figures, figuresOf, isWeaker, type Level, statedDay } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly bound: string;
  readonly from: string;
  /** The last level before; null where nothing is due before. */
  readonly level: string | null;
  readonly by: string;
  /** The baseline that a bound from the start of the plan is beyond; null for a later bound. */
  readonly below: string | null;
};

export const targetHoldNotReached = defineRule<Args>({
  code: "target/hold-not-reached",
  severity: "warning",
  text: {
    en: {
      title: "Bound to hold that no target leads to",
      message: (a) => {
        if (a.below !== null)
          return `${a.id}: ${a.bound} is to be held for a time that begins with the plan, but the baseline is ${a.below}: by when is ${a.bound} to be reached?`;
        return a.level === null
          ? `${a.id}: ${a.bound} is to be held from ${a.from}, and no target before it leads there: how is it reached?`
          : `${a.id}: ${a.bound} is to be held from ${a.from}, but the last target before is ${a.level} by ${a.by}: when is ${a.bound} to be reached?`;
      },
      why: "What was never to be reached cannot be held; the step between is left to nobody.",
      fix: "Add the level to reach before the bound begins, or correct one of the two.",
    },
    zhHans: {
      title: "持续要求之前无相应目标",
      message: (a) => {
        if (a.below !== null)
          return `指标“${a.name}”自方案开始即要求保持“${a.bound}”，而基期值为“${a.below}”，何时达到未写明`;
        return a.level === null
          ? `指标“${a.name}”自 ${a.from} 起要求保持“${a.bound}”，此前没有目标值，如何达到未写明`
          : `指标“${a.name}”自 ${a.from} 起要求保持“${a.bound}”，而此前最后一个目标值为 ${a.by} 的“${a.level}”，何时达到“${a.bound}”未写明`;
      },
      why: "此前没有要求达到的水平无从保持，中间一步无人负责。",
      fix: "补充起始时间前应达到的目标值，或更正其中一处。",
    },
  },
  check({ plan, report }) {
    const start = plan.period?.start?.value ?? null;
    for (const figures of figuresOf(plan)) {
      const { indicator } = figures;
      // What is counted anew in every period leads nowhere.
      if (indicator.value?.value === "flow") continue;
      for (const bound of figures.levels) {
        const known = {
          id: indicator.id.value,
          name: nameOf(indicator),
          bound: bound.quantity.value.text.trim(),
        };
        const kept = keptFromStart(figures, bound, start);
        if (kept !== null) {
          const args = { ...known, from: "", level: null, by: "", below: kept.shown };
          const related = [{ span: kept.span, note: { en: "the baseline", zhHans: "基期值" } }];
          report(bound.quantity.span, args, { on: indicator, severity: "info", related });
        }
        const from = startOf(bound);
        if (from === null || (start !== null && from <= start)) continue;
        const last = lastBefore(figures, from);
        if (last === null) {
          if (start === null || from - start <= year || isMetToday(figures, bound)) continue;
          const args = { ...known, from: isoDay(from), level: null, by: "", below: null };
          report(bound.quantity.span, args, { on: indicator, severity: "info" });
          continue;
        }
        if (!isWeaker(last.level, bound, directionOf(figures, bound))) continue;
        const args = {
          ...known,
          from: isoDay(from),
          level: last.level.quantity.value.text.trim(),
          by: isoDay(last.day),
          below: null,
        };
        const related = [
          {
            span: last.level.quantity.span,
            note: { en: "the last target before", zhHans: "此前最后的目标值" },
          },
        ];
        report(bound.quantity.span, args, { on: indicator, related });
      }
    }
  },
});

const year = 366;

/** The baseline is at the bound already: it is to be kept. */
function isMetToday({ baselines }: Figures, { floor, ceiling }: Level): boolean {
  return baselines.some(
    ({ value }) => (floor === null || value.gte(floor)) && (ceiling === null || value.lte(ceiling)),
  );
}

/** The day from which a bound holds, as stated. */
function startOf({ target }: Level): Day | null {
  if (target.kind !== "hold" || target.every !== null) return null;
  const from = target.from;
  return from === null || from.origin === "assumed" || from.value.state !== "dated"
    ? null
    : (from.value.period?.start ?? null);
}

/** The baseline nearest to a bound that is to be kept from the start for a stated time and that none meets; null where it is met or open. */
function keptFromStart(figures: Figures, bound: Level, start: Day | null) {
  const { kind, every, over, by, from } = bound.target;
  const when = over ?? by;
  const isStated = when !== null && when.origin !== "assumed" && when.value.state === "dated";
  if (start === null || kind !== "hold" || every !== null || from !== null || !isStated) return null;
  const begins = over === null ? start : (over.value.period?.start ?? null);
  const [base] = figures.baselines;
  if (begins === null || begins > start || base === undefined || isMetToday(figures, bound)) return null;
  if (figures.baselines.some(({ narrowed, quantity }) => narrowed || !isFirm(quantity))) return null;
  return { span: base.span, shown: withoutTime(base.quantity.text).trim() };
}

/** The last level due before the bound begins; a level due the day before it counts. */
function lastBefore({ levels }: Figures, from: Day): { readonly level: Level; readonly day: Day } | null {
  let last: { readonly level: Level; readonly day: Day } | null = null;
  for (const level of levels) {
    const day = level.target.kind === "hold" ? null : statedDay(level.target);
    if (day !== null && day < from && (last === null || day >= last.day)) last = { level, day };
  }
  return last;
}

function directionOf({ direction }: Figures, { floor, exact }: Level): Direction | null {
  if (direction !== null && direction !== "maintain") return direction;
  return exact ? null : floor !== null ? "increase" : "decrease";
}
