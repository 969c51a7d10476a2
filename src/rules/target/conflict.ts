/**
 * A quantity has one value for one date.
 *
 * Looks at: the targets of an indicator and of those that are `same-as` it, by date; a level that follows from a change
 * on the baseline counts as a level. A floor and a ceiling (`≥2` and `≤3`) are a range, not a conflict; so is nothing
 * that speaks of another `place` or `scope`, or that `follows` the other's section, and more that is striven for (力争)
 * beside what is ensured (确保).
 * Reports: the later statement at its value; related: the earlier ones, and every further one that contradicts the same
 * earlier one: three values are one fault. When one of the two has no date of its own and
 * is taken as due at the plan's end, it may be a conflict: info. One value within the other bound (=3 and ≤5) is a
 * warning, because both can hold. When a date has two readings (`{ before: 2025, or:
 * 2025-12 }`) and only one of them makes a conflict, a warning tells both.
 * Source: DESIGN.md section 4 (two values, also two floors, for one date).
 */
import { plural } from "../../diagnostics/counts.ts";
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { isoDay } from "../../plan/days.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Claim, seriesOf } from "./claims.ts";
import { clashesOf, isClash, judge, otherDay, type Sureness } from "./clashes.ts";

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
  /** Further values of the same time, each with its sum and section as told; empty for none. */
  readonly further: string;
  /** How many values there are. */
  readonly count: number;
  readonly date: string | null;
  readonly sure: Sureness;
  /** Where it hangs on how a date is read: the reading that makes the conflict and the other; null for an open date. */
  readonly read: string | null;
  readonly otherwise: string | null;
};

export const targetConflict = defineRule<Args>({
  code: "target/conflict",
  severity: "error",
  text: {
    en: {
      title: "Two values for one date",
      message: (a) => {
        const values = `${a.value}${sumOf(a.sum)}${inSection(a.section)}${a.further} and ${a.other}${sumOf(a.otherSum)}${inSection(a.otherSection)}`;
        if (a.sure === "within")
          return `${a.id}: ${values} are both asked${a.date === null ? "" : ` for ${a.date}`}; both can hold, but which is the target?`;
        if (a.sure === "perhaps")
          return `${a.id}: ${values} may contradict each other: only one of them is dated`;
        if (a.sure === "reading")
          return `${a.id}: ${values} are two values for one date if the date in doubt is ${a.read === null ? "left open" : `read as ${a.read}`}, ${a.otherwise === null ? "and no conflict if it is left open" : `and no conflict if it is read as ${a.otherwise}`}`;
        return `${a.id}: ${a.count === 2 ? "two values" : plural(a.count, "value")} for ${a.date ?? "the same time"}: ${values}`;
      },
      why: "Two values for one date cannot both be the target, and each side will quote the one it likes.",
      fix: "Decide which value holds and correct the other; if it is a declared step up, add `follows: SECTION`.",
    },
    zhHans: {
      title: "同一时点目标值不一致",
      message: (a) => {
        const values = `“${a.value}”${sumInChinese(a.sum)}${inBrackets(a.section)}${a.further}与“${a.other}”${sumInChinese(a.otherSum)}${inBrackets(a.otherSection)}`;
        if (a.sure === "within")
          return `指标“${a.name}”${a.date === null ? "" : `在 ${a.date} `}同时提出${values}，二者虽可同时成立，以哪个为目标值未明确`;
        if (a.sure === "perhaps") return `指标“${a.name}”的${values}可能不一致：其中一处未注明时限`;
        if (a.sure === "reading")
          return `指标“${a.name}”的${values}：存疑的时限按${dayInChinese(a.read)}理解，同一时点有两个目标值；按${dayInChinese(a.otherwise)}理解，则不矛盾`;
        return `指标“${a.name}”${a.date === null ? "同一时段" : `在 ${a.date} `}有${a.count === 2 ? "两" : ` ${a.count} `}个目标值：${values}`;
      },
      why: "同一时点有两个目标值，执行和考核各引一个，无法认定是否完成。",
      fix: "确定以哪个值为准并改正另一处；确属分步提高的，注明 `follows: 章节编号`。",
    },
  },
  check({ plan, report }) {
    for (const series of seriesOf(plan)) {
      for (const { claim, sure, against, further } of clashesOf(series)) {
        const [first] = against;
        if (first === undefined) continue;
        const note = { en: "the other value", zhHans: "另一处目标值" };
        const others = [...against, ...further];
        report(claim.span, argsOf(claim, first, sure, further), {
          severity: severities[sure],
          related: [...others.map(({ span }) => ({ span, note })), ...basesOf([claim, ...others])],
          on: claim.indicator,
          faults: 1 + further.length,
          inChinese: { further: furtherInChinese(further) },
        });
      }
    }
  },
});

const severities = { yes: "error", reading: "warning", within: "warning", perhaps: "info" } as const;

function argsOf(claim: Claim, other: Claim, sure: Sureness, further: readonly Claim[]): Args {
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
    section: sectionOf(claim),
    otherSection: sectionOf(other),
    sum: claim.made?.sum ?? null,
    otherSum: other.made?.sum ?? null,
    further: further
      .map((f) => `, ${f.shown}${sumOf(f.made?.sum ?? null)}${inSection(sectionOf(f))}`)
      .join(""),
    count: 2 + further.length,
    date: isDue && claim.day !== null ? isoDay(claim.day) : null,
    sure,
    read: (strict ? stated : otherwise) ?? null,
    otherwise: (strict ? otherwise : stated) ?? null,
  };
}

function furtherInChinese(further: readonly Claim[]): string {
  return further
    .map((f) => `、“${f.shown}”${sumInChinese(f.made?.sum ?? null)}${inBrackets(sectionOf(f))}`)
    .join("");
}

/** The baselines from which changes among the claims start, each once. */
function basesOf(claims: readonly Claim[]): readonly RelatedPlace[] {
  const spans = new Map(
    claims.flatMap(({ made }) => (made === null ? [] : [[made.from.start, made.from] as const])),
  );
  return [...spans.values()].map((span) => ({ span, note: { en: "the baseline", zhHans: "基期值" } }));
}

function sectionOf({ target }: Claim): string | null {
  return target.section?.value ?? null;
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
