/**
 * A quantity has one value for one date.
 *
 * Looks at: the targets of an indicator and of those that are `same-as` it, by date; a level that follows from a change
 * on the baseline counts as a level. A floor and a ceiling (`≥2` and `≤3`) are a range, not a conflict; so is nothing
 * that speaks of another `place` or `scope`, or that `follows` the other's section, and more that is striven for (力争)
 * beside what is ensured (确保).
 * Reports: the later statement at its value; related: the earlier ones. When one of the two has no date of its own and
 * is taken as due at the plan's end, it may be a conflict: info. One value within the other bound (=3 and ≤5) is a
 * warning, because both can hold. When a date has two readings (`{ before: 2025, or:
 * 2025-12 }`) and only one of them makes a conflict, a warning tells both.
 * Source: DESIGN.md section 4 (two values, also two floors, for one date).
 */
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { isoDay } from "../../plan/days.ts";
import type { Force } from "../../plan/given.ts";
import type { Day } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Claim, isDeclaredStep, seriesOf } from "./claims.ts";
import { areDisjoint, disagree, isWeaker, sameBounds } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly other: string;
  readonly section: string | null;
  readonly otherSection: string | null;
  /** How each follows from the baseline, where it is a change on it. */
  readonly sum: string | null;
  readonly otherSum: string | null;
  readonly date: string | null;
  readonly sure: Sureness;
  /** Where it hangs on how a date is read: the reading that makes the conflict and the other; null for an open date. */
  readonly read: string | null;
  readonly otherwise: string | null;
};

/** `reading`: under one reading of a date only. `within`: the one value lies within the other bound, so both can hold. */
type Sureness = "yes" | "reading" | "within" | "perhaps";

export const targetConflict = defineRule<Args>({
  code: "target/conflict",
  severity: "error",
  text: {
    en: {
      title: "Two values for one date",
      message: (a) => {
        const values = `${a.value}${sumOf(a.sum)}${inSection(a.section)} and ${a.other}${sumOf(a.otherSum)}${inSection(a.otherSection)}`;
        if (a.sure === "within")
          return `${a.id}: ${values} are both asked${a.date === null ? "" : ` for ${a.date}`}; both can hold, but which is the target?`;
        if (a.sure === "perhaps")
          return `${a.id}: ${values} may contradict each other: only one of them is dated`;
        if (a.sure === "reading")
          return `${a.id}: ${values} are two values for one date if the date in doubt is read as ${a.read ?? "open"}, and none if it is read as ${a.otherwise ?? "open"}`;
        return `${a.id}: two values for ${a.date ?? "the same time"}: ${values}`;
      },
      why: "Two values for one date cannot both be the target, and each side will quote the one it likes.",
      fix: "Decide which value holds and correct the other; if it is a declared step up, add `follows: SECTION`.",
    },
    zhHans: {
      title: "同一时点目标值不一致",
      message: (a) => {
        const values = `“${a.value}”${sumInChinese(a.sum)}${inBrackets(a.section)}与“${a.other}”${sumInChinese(a.otherSum)}${inBrackets(a.otherSection)}`;
        if (a.sure === "within")
          return `指标“${a.name}”${a.date === null ? "" : `在 ${a.date} `}同时提出${values}，二者虽可同时成立，以哪个为目标值未明确`;
        if (a.sure === "perhaps") return `指标“${a.name}”的${values}可能不一致：其中一处未注明时限`;
        if (a.sure === "reading")
          return `指标“${a.name}”的${values}：存疑的时限按${dayInChinese(a.read)}理解，同一时点有两个目标值；按${dayInChinese(a.otherwise)}理解，则不矛盾`;
        return `指标“${a.name}”${a.date === null ? "同一时段" : `在 ${a.date} `}有两个目标值：${values}`;
      },
      why: "同一时点有两个目标值，执行和考核各引一个，无法认定是否完成。",
      fix: "确定以哪个值为准并改正另一处；确属分步提高的，注明 `follows: 章节编号`。",
    },
  },
  check({ plan, report }) {
    for (const series of seriesOf(plan)) {
      for (const [i, claim] of series.entries()) {
        const earlier = series.slice(0, i);
        if (earlier.some((e) => isSameStatement(e, claim))) continue;
        const against = earlier.filter((e) => contradict(e, claim) !== null);
        const sure = surest(against, claim);
        if (sure === null) continue;
        const related = against.filter((e) => contradict(e, claim) === sure);
        const [first] = related;
        if (first === undefined) continue;
        report(claim.span, argsOf(claim, first, sure), {
          severity: severities[sure],
          related: [
            ...related.map((e) => ({
              span: e.span,
              note: { en: "the other value", zhHans: "另一处目标值" },
            })),
            ...basesOf([claim, ...related]),
          ],
          on: claim.indicator,
        });
      }
    }
  },
});

const severities = { yes: "error", reading: "warning", within: "warning", perhaps: "info" } as const;

function surest(against: readonly Claim[], claim: Claim): Sureness | null {
  const found = against.map((e) => contradict(e, claim));
  return (["yes", "reading", "within", "perhaps"] as const).find((sure) => found.includes(sure)) ?? null;
}

function contradict(a: Claim, b: Claim): Sureness | null {
  if (isDeclaredStep(a.target, b.target) || isAspiration(a, b)) return null;
  const read = judge(a, b);
  const other = judgeOtherwise(a, b);
  if (other === undefined || isClash(read) === isClash(other)) return read;
  return "reading";
}

/** The judgement under the other readings of the dates; undefined where no date has another. */
function judgeOtherwise(a: Claim, b: Claim): ReturnType<typeof judge> | undefined {
  const [dayA, dayB] = [otherDay(a), otherDay(b)];
  if (dayA === null && dayB === null) return undefined;
  // Two dates in doubt stand for one habit of writing: both are read in the same way.
  return judge(readAs(a, dayA), readAs(b, dayB));
}

/** The other reading of a date; bounds and spans have none that would matter here. */
function otherDay({ kind, target }: Claim): Day | null {
  if (kind === "bound" || kind === "span") return null;
  return (target.by ?? target.over)?.value.alternative?.end ?? null;
}

function readAs(claim: Claim, day: Day | null): Claim {
  return day === null ? claim : { ...claim, day, dated: true };
}

function judge(a: Claim, b: Claim): "yes" | "within" | "perhaps" | null {
  if (a.dated === b.dated) {
    if (a.day !== b.day || !disagree(a, b)) return null;
    return liesWithin(a, b) || liesWithin(b, a) ? "within" : "yes";
  }
  if (a.kind === "span") return null;
  const [undated, dated] = a.dated ? [b, a] : [a, b];
  const apart = undated.day === dated.day ? disagree(a, b) : isWeaker(undated, dated, undated.direction);
  return apart ? "perhaps" : null;
}

function isClash(judgement: ReturnType<typeof judge>): boolean {
  return judgement === "yes" || judgement === "within";
}

/** A single value (=3) that keeps a bound (≤5). */
function liesWithin(single: Claim, bound: Claim): boolean {
  if (!single.exact || bound.exact || single.floor === null) return false;
  const { floor, ceiling } = bound;
  return (floor === null || single.floor.gte(floor)) && (ceiling === null || single.floor.lte(ceiling));
}

const aspirations: ReadonlySet<Force | null> = new Set<Force>(["strive", "expected", "recommend"]);

/** 确保85%、力争90%: what is striven for may be more than what is ensured, never less. */
function isAspiration(a: Claim, b: Claim): boolean {
  const [wished, owed] = aspirations.has(a.target.force) ? [a, b] : [b, a];
  if (!aspirations.has(wished.target.force) || aspirations.has(owed.target.force)) return false;
  return !isWeaker(wished, owed, owed.direction) && !areDisjoint(wished, owed);
}

/** The same value for the same date was told before; what contradicts it is told there. */
function isSameStatement(a: Claim, b: Claim): boolean {
  return a.day === b.day && a.dated === b.dated && sameBounds(a, b);
}

function argsOf(claim: Claim, other: Claim, sure: Sureness): Args {
  const isDue = claim.dated && claim.day !== null && claim.kind !== "bound" && claim.kind !== "span";
  const inDoubt = otherDay(claim) === null ? other : claim;
  const [stated, otherwise] = [inDoubt.dated ? inDoubt.day : null, otherDay(inDoubt)].map((day) =>
    day === null || day === undefined ? null : isoDay(day),
  );
  const strict = isClash(judge(other, claim));
  return {
    id: claim.indicator.id.value,
    name: nameOf(claim.indicator),
    value: claim.shown,
    other: other.shown,
    section: claim.target.section?.value ?? null,
    otherSection: other.target.section?.value ?? null,
    sum: claim.made?.sum ?? null,
    otherSum: other.made?.sum ?? null,
    date: isDue && claim.day !== null ? isoDay(claim.day) : null,
    sure,
    read: (strict ? stated : otherwise) ?? null,
    otherwise: (strict ? otherwise : stated) ?? null,
  };
}

/** The baselines from which changes among the claims start, each once. */
function basesOf(claims: readonly Claim[]): readonly RelatedPlace[] {
  const spans = new Map(
    claims.flatMap(({ made }) => (made === null ? [] : [[made.from.start, made.from] as const])),
  );
  return [...spans.values()].map((span) => ({ span, note: { en: "the baseline", zhHans: "基期值" } }));
}

function sumOf(sum: string | null): string {
  return sum === null ? "" : ` (${sum})`;
}

function sumInChinese(sum: string | null): string {
  return sum === null ? "" : `（${sum}）`;
}

function dayInChinese(day: string | null): string {
  return day === null ? "未注明时限" : ` ${day} `;
}

function inSection(section: string | null): string {
  return section === null ? "" : ` (section ${section})`;
}

function inBrackets(section: string | null): string {
  return section === null ? "" : `（章节“${section}”）`;
}
