/**
 * A level that was reached is kept, or the plan says that it is not.
 *
 * Looks at: the last level to reach of an indicator where it is due before the plan ends, against the bounds that hold for
 * the whole plan; of one that is to be kept, also a stricter bound for a stated time (≥15% in 2025 and 2026): after the day only a weaker bound is left. Nothing is asked where a later target or a bound with a start of its own
 * takes over, or where one of the two speaks of another place or group. A bound that starts after the day and is weaker is a later target
 * that is weaker.
 * Reports: the level; related: the bound. A note that asks, as the higher level may be meant for that time alone; a warning at the bound
 * where that starts afterwards.
 * Source: DESIGN.md section 4 (a later target weaker than an earlier one; what only may be a conflict).
 */
import { isoDay } from "../../plan/days.ts";
import type { Day } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection, sectionInChinese, sectionInEnglish } from "../section-words.ts";
import { isDeclaredStep } from "./claims.ts";
import { areDisjoint, type Figures, figuresOf, isWeaker, type Level, statedDay } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly on: string;
  readonly bound: string;
  readonly section: string | null;
  readonly end: string;
  /** The day from which the bound holds; null where it holds for the whole plan. */
  readonly from: string | null;
};

export const targetFallsBack = defineRule<Args>({
  code: "target/falls-back",
  severity: "info",
  text: {
    en: {
      title: "Nothing keeps the level that was reached",
      message: (a) =>
        a.from !== null
          ? `${a.id}: ${a.level} is asked by ${a.on}, and from ${a.from} only ${a.bound}${sectionInEnglish(a.section)}: is the higher level to be kept?`
          : `${a.id}: ${a.level} is asked by ${a.on}, and from then to ${a.end} only ${a.bound}${sectionInEnglish(a.section)}: is the higher level to be kept?`,
      why: "Where only the weaker bound is left, the level may be given up on the day after it was reached.",
      fix: "State what holds afterwards: a bound with `from`, or a later target; or say with `scope` that the level is for that time alone.",
    },
    zhHans: {
      title: "达标之后的要求反而降低",
      message: (a) =>
        a.from !== null
          ? `指标“${a.name}”要求 ${a.on} 达到“${a.level}”，自 ${a.from} 起却只要求“${a.bound}”${sectionInChinese(a.section)}，较高水平是否保持未写明`
          : `指标“${a.name}”要求 ${a.on} 达到“${a.level}”，此后到 ${a.end} 只有“${a.bound}”的要求${sectionInChinese(a.section)}，较高水平是否保持未写明`,
      why: "此后只剩较低的要求，达标之后即可回落。",
      fix: "写明此后的要求：注明起始时间（`from`）的持续要求，或更晚的目标值；仅限当期的，用 `scope` 注明。",
    },
  },
  check({ plan, report }) {
    const end = plan.period?.end?.value ?? null;
    if (end === null) return;
    for (const figures of figuresOf(plan)) {
      const found = fallOf(figures, end);
      if (found === null) continue;
      const { level, on, bound, from } = found;
      const args = {
        id: figures.indicator.id.value,
        name: nameOf(figures.indicator),
        level: level.quantity.value.text,
        on: isoDay(on),
        bound: bound.quantity.value.text,
        section: bound.target.section?.value ?? null,
        end: isoDay(end),
        from: from === null ? null : isoDay(from),
      };
      if (from !== null) {
        const note = { en: "what is asked before", zhHans: "此前要求" };
        const related = [placeWithSection(level.quantity.span, note, level.target.section)];
        report(bound.quantity.span, args, { on: figures.indicator, related, severity: "warning" });
        continue;
      }
      const note = { en: "what holds throughout", zhHans: "持续要求" };
      const related = [placeWithSection(bound.quantity.span, note, bound.target.section)];
      report(level.quantity.span, args, { on: figures.indicator, related });
    }
  },
});

interface Fall {
  readonly level: Level;
  readonly on: Day;
  readonly bound: Level;
  /** The day after the level's own from which the bound holds; null where it holds for the whole plan. */
  readonly from: Day | null;
}

function fallOf(figures: Figures, end: Day): Fall | null {
  const { levels } = figures;
  const direction = directionOf(figures);
  if (direction === null) return null;
  if (levels.some(({ target }) => target.place !== null || target.scope !== null)) return null;
  const reached = levels.filter(({ target }) => target.kind !== "hold" || target.over !== null);
  const bounds = levels.filter(({ target }) => target.kind === "hold" && target.over === null);
  const isOpen = ({ target }: Level): boolean =>
    target.from === null && target.over === null && target.by === null;
  const isAllOpen = bounds.every(isOpen);
  let latest: { readonly level: Level; readonly on: Day } | null = null;
  for (const level of reached) {
    const on = statedDay(level.target);
    if (on === null || (level.target.by?.value.alternative ?? null) !== null) return null;
    if (latest === null || on > latest.on) latest = { level, on };
  }
  if (latest === null || latest.on >= end) return null;
  const { level, on } = latest;
  // A bound that the level cannot meet is told by `target/hold-against-reach`, one as strict keeps the level.
  const isLeft = (bound: Level): boolean =>
    isWeaker(bound, level, direction) &&
    !areDisjoint(bound, level) &&
    !isDeclaredStep(bound.target, level.target);
  if (!isAllOpen) {
    const later = bounds.find((bound) => {
      const start = startOf(bound);
      return start !== null && start > on && bound.target.every === null && isLeft(bound);
    });
    return later === undefined ? null : { level, on, bound: later, from: startOf(later) };
  }
  const [first, ...others] = bounds;
  if (first === undefined || !bounds.every(isLeft)) return null;
  const bound = others.reduce((best, one) => (isWeaker(best, one, direction) ? one : best), first);
  return { level, on, bound, from: null };
}

/** The first day on which a bound holds that states one. */
function startOf({ target: { from } }: Level): Day | null {
  return from === null || from.value.state !== "dated" ? null : (from.value.period?.start ?? null);
}

/** The stated direction; of what is to be kept, the side on which all its figures are bounds. */
function directionOf({ direction, levels }: Figures): "increase" | "decrease" | null {
  if (direction === "increase" || direction === "decrease") return direction;
  if (levels.every(({ floor, ceiling }) => floor !== null && ceiling === null)) return "increase";
  return levels.every(({ floor, ceiling }) => floor === null && ceiling !== null) ? "decrease" : null;
}
