/**
 * A yearly change is due in every year or on average, not both.
 *
 * Looks at: the yearly changes of an indicator, and of those that are `same-as` it: one for each year (`each`, 每年) and one
 * on average (`rate`, 年均) with one figure, over one span of time or none.
 * Reports: the later statement; related: the earlier. A note that asks: the first is the stricter, so that both can hold.
 * Source: FORMAT.md section 6 (`each`, `rate`), DESIGN.md section 4 (what only may be a conflict).
 */
import type { Indicator, Plan, Target } from "../../plan/plan.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { twinsOf } from "../indicator/required-facts.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection, sectionInChinese, sectionInEnglish } from "../section-words.ts";
import { statedDay } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** The change in each year and the section that asks for it; the section with the average. */
  readonly value: string;
  readonly each: string | null;
  readonly average: string | null;
};

export const targetEachOrAverage = defineRule<Args>({
  code: "target/each-or-average",
  severity: "info",
  text: {
    en: {
      title: "Every year, or on average?",
      message: (a) =>
        `${a.id}: ${a.value} is asked in every year${sectionInEnglish(a.each)} and on average${sectionInEnglish(a.average)}: may one year fall short if another makes up for it?`,
      why: "One weak year breaks the one statement and leaves the other intact, so the two sides will disagree about it.",
      fix: "Say the same in both places: `each` for every year (每年), `rate` for the average (年均).",
    },
    zhHans: {
      title: "“每年”与“年均”表述不一",
      message: (a) =>
        `指标“${a.name}”的“${a.value}”一处按每年要求${sectionInChinese(a.each)}，一处按年均要求${sectionInChinese(a.average)}，个别年份不足、以其他年份弥补是否允许未写明`,
      why: "个别年份达不到时，按“每年”为未完成，按“年均”仍可完成，认定口径不一。",
      fix: "统一表述：逐年都要达到的用 `each`（每年），按平均计算的用 `rate`（年均）。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      const earlier = [...twinTargets(indicator, plan)];
      for (const target of indicator.targets) {
        const other = earlier.find((one) => isOneFigure(one, target));
        earlier.push(target);
        if (other === undefined || target.quantity === null) continue;
        const [each, average] = target.kind === "each" ? [target, other] : [other, target];
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: target.quantity.value.text.trim(),
          each: each.section?.value ?? null,
          average: average.section?.value ?? null,
        };
        const note = { en: "the other statement", zhHans: "另一处表述" };
        const related = [placeWithSection(other.stated.span, note, other.section)];
        report(target.quantity.span, args, { on: indicator, related });
      }
    }
  },
});

/** Targets of the twins that stand before the indicator. */
function twinTargets(indicator: Indicator, plan: Plan): readonly Target[] {
  const before = twinsOf(indicator, plan).filter((twin) => twin.span.start < indicator.span.start);
  return before.flatMap(({ targets }) => targets);
}

function isOneFigure(a: Target, b: Target): boolean {
  if (a.quantity === null || b.quantity === null) return false;
  const kinds = [a.kind, b.kind];
  if (!kinds.includes("each") || !kinds.includes("rate")) return false;
  if (a.place?.value !== b.place?.value || a.scope?.value !== b.scope?.value) return false;
  if (statedDay(a) !== statedDay(b)) return false;
  const value = convert(b.quantity.value.value, b.quantity.value.unit, a.quantity.value.unit);
  return value?.eq(a.quantity.value.value) === true;
}
