/**
 * A bound either includes its own figure or does not.
 *
 * Looks at: the targets of an indicator, and of those that are `same-as` it, for one day: two bounds with one figure, of
 * which one excludes it (超40%, >40%) and the other includes it (达40%, ≥40%).
 * Reports: the later statement; related: the earlier. A note that asks: they differ at that figure alone.
 * Source: 民法典 art. 1259 (以上 includes the figure, 超过 excludes it), DESIGN.md section 4 (what only may be a conflict).
 */
import { isoDay } from "../../plan/days.ts";
import type { Relation } from "../../plan/quantity.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection, sectionInChinese, sectionInEnglish } from "../section-words.ts";
import { type Claim, isDeclaredStep, seriesOf } from "./claims.ts";
import { sameBounds } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly other: string;
  readonly section: string | null;
  readonly otherSection: string | null;
  /** The day for which both are asked; null where they hold throughout. */
  readonly date: string | null;
};

export const targetStrictOrNot = defineRule<Args>({
  code: "target/strict-or-not",
  severity: "info",
  text: {
    en: {
      title: "Is the figure itself enough?",
      message: (a) =>
        `${a.id}: ${a.value}${sectionInEnglish(a.section)} and ${a.other}${sectionInEnglish(a.otherSection)}${a.date === null ? "" : ` for ${a.date}`} differ on the figure itself: is it enough to reach it exactly?`,
      why: "Whoever ends exactly at the figure has met the one statement and missed the other.",
      fix: "Use one form in every place: at least (≥, 以上) or more than (>, 超过).",
    },
    zhHans: {
      title: "是否包含本数不一致",
      message: (a) =>
        `指标“${a.name}”${a.date === null ? "" : `在 ${a.date} 的目标值`}一处为“${a.value}”${sectionInChinese(a.section)}，一处为“${a.other}”${sectionInChinese(a.otherSection)}，恰好达到该数时算不算完成未写明`,
      why: "结果恰好等于该数时，按一处算完成，按另一处算未完成。",
      fix: "各处统一写法：包含本数的写“以上”“不低于”（≥），不包含的写“超过”（>）。",
    },
  },
  check({ plan, report }) {
    for (const series of seriesOf(plan)) {
      for (const [i, claim] of series.entries()) {
        const earlier = series.slice(0, i);
        const other = earlier.find((one) => differ(one, claim));
        if (other === undefined || earlier.some((one) => isSaidBefore(one, claim))) continue;
        const isDue = claim.kind !== "bound" && claim.dated && claim.day !== null;
        const args = {
          id: claim.indicator.id.value,
          name: nameOf(claim.indicator),
          value: claim.shown,
          other: other.shown,
          section: claim.target.section?.value ?? null,
          otherSection: other.target.section?.value ?? null,
          date: isDue && claim.day !== null ? isoDay(claim.day) : null,
        };
        const note = { en: "the other statement", zhHans: "另一处表述" };
        const related = [placeWithSection(other.span, note, other.target.section)];
        report(claim.span, args, { on: claim.indicator, related });
      }
    }
  },
});

function isStrict(relation: Relation | null | undefined): boolean {
  return relation === ">" || relation === "<";
}

/** Only what is written as a bound says whether it includes its figure. */
function boundOf({ target }: Claim): Relation | null {
  const relation = target.quantity?.value.relation ?? null;
  return relation === "=" ? null : relation;
}

function isOneBound(a: Claim, b: Claim): boolean {
  return a.day === b.day && a.dated === b.dated && !a.exact && !b.exact && sameBounds(a, b);
}

function differ(a: Claim, b: Claim): boolean {
  const [first, second] = [boundOf(a), boundOf(b)];
  if (first === null || second === null || !isOneBound(a, b)) return false;
  return isStrict(first) !== isStrict(second) && !isDeclaredStep(a.target, b.target);
}

/** The same words stood there before; the difference was told at them. */
function isSaidBefore(a: Claim, b: Claim): boolean {
  return isOneBound(a, b) && boundOf(a) !== null && isStrict(boundOf(a)) === isStrict(boundOf(b));
}
