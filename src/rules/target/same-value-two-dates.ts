/**
 * One level has one deadline.
 *
 * Looks at: dated levels and states of one quantity, stated in different sections. An indicator to be maintained is
 * left alone, and so is what `follows` the other's section.
 * Reports: the later date, once however often it is stated; related: the earliest statement of the same value. Where the two deadlines differ only by one
 * reading of a date in doubt (`{ date: undated, or: 2024-12 }`), a note tells both readings.
 * Source: DESIGN.md section 4 (an unexplained difference between two statements).
 */

import { isoDay } from "../../plan/days.ts";
import { orderedBy } from "../../plan/ordered-by.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Claim, isDeclaredStep, seriesOf } from "./claims.ts";
import { otherDay } from "./clashes.ts";
import { sameBounds } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly date: string;
  /** Sections that state this date, joined by `|`. */
  readonly section: string;
  readonly otherDate: string;
  readonly otherSection: string;
  /** The reading of the date in doubt under which the deadlines differ; null where no date is in doubt. */
  readonly read: string | null;
  /** The other reading of one of the dates (`{ before: 2025, or: 2025-12 }`) by which both are one; null where there is none. */
  readonly agree: string | null;
};

export const targetSameValueTwoDates = defineRule<Args>({
  code: "target/same-value-two-dates",
  severity: "warning",
  text: {
    en: {
      title: "One value, two deadlines",
      message: (a) =>
        a.read === null
          ? `${a.id}: ${a.value} is due on ${a.date} in ${sectionsInEnglish(a.section)} and already on ${a.otherDate} in section ${a.otherSection}${a.agree === null ? "" : `; by the other reading of its date both are due on ${a.agree}`}`
          : `${a.id}: ${a.value} has two deadlines if the date in doubt is read as ${a.read}: ${a.date} in section ${a.section}, ${a.otherDate} in section ${a.otherSection}; which reading is meant?`,
      why: "Two deadlines for one level leave open when it is missed.",
      fix: "Keep one deadline, or say that the level is to be kept from then on (`hold`); a declared step takes `follows`.",
    },
    zhHans: {
      title: "同一目标值时限不一",
      message: (a) =>
        a.read === null
          ? `指标“${a.name}”的目标值“${a.value}”，${sectionsInChinese(a.section)}要求 ${a.date} 达到，章节“${a.otherSection}”要求 ${a.otherDate} 达到${a.agree === null ? "" : `；存疑的时限按 ${a.agree} 理解，则不矛盾`}`
          : `指标“${a.name}”的目标值“${a.value}”：存疑的时限按 ${a.read} 理解，则有两个时限，章节“${a.section}”为 ${a.date}，章节“${a.otherSection}”为 ${a.otherDate}，应按哪一种理解须明确`,
      why: "同一目标值有两个时限，何时算未完成说不清。",
      fix: "统一时限；达到后需保持的，改用 `hold`；确属分步安排的，注明 `follows`。",
    },
  },
  check({ plan, report }) {
    for (const series of seriesOf(plan)) {
      const dated = orderedBy(series.filter(isDated), ({ day }) => day);
      const told = new Map<string, Told>();
      for (const [i, claim] of dated.entries()) {
        if (claim.direction === "maintain") continue;
        const first = dated.slice(0, i).find((e) => statesSame(e, claim));
        if (first === undefined) continue;
        const key = `${dated.indexOf(first)} ${claim.day}`;
        const known = told.get(key);
        if (known === undefined) told.set(key, { claim, first, repeats: [] });
        else known.repeats.push(claim);
      }
      for (const { claim, first, repeats } of told.values()) {
        const note = { en: "the earlier date", zhHans: "较早的时限" };
        const again = { en: "the later date once more", zhHans: "同为较晚的时限" };
        const args = argsOf(claim, first, null);
        const sections = [claim, ...repeats].map(({ target }) => target.section?.value ?? "");
        report(
          placeOf(claim),
          { ...args, section: [...new Set(sections)].join("|") },
          {
            related: [
              { span: placeOf(first), note },
              ...repeats.map((one) => ({ span: placeOf(one), note: again })),
            ],
            on: claim.indicator,
          },
        );
      }
      const open = inDoubt(series);
      if (open !== null)
        report(placeOf(open.claim), argsOf(open.claim, open.first, open.read), {
          severity: "info",
          related: [{ span: placeOf(open.first), note: { en: "the other deadline", zhHans: "另一时限" } }],
          on: open.claim.indicator,
        });
    }
  },
});

/** A later deadline, stated once or several times, with the earlier one. */
interface Told {
  readonly claim: Dated;
  readonly first: Dated;
  readonly repeats: Dated[];
}

interface InDoubt {
  readonly claim: Dated;
  readonly first: Dated;
  readonly read: string;
}

function sectionsInEnglish(sections: string): string {
  const all = sections.split("|");
  return `${all.length === 1 ? "section" : "sections"} ${all.join(", ")}`;
}

function sectionsInChinese(sections: string): string {
  return `章节${sections
    .split("|")
    .map((section) => `“${section}”`)
    .join("")}`;
}

/** The first statement whose other reading gives its value a second deadline, where the stated reading gives none. */
function inDoubt(series: readonly Claim[]): InDoubt | null {
  for (const one of series) {
    const day = (one.target.by ?? one.target.over)?.value.alternative?.end ?? null;
    if (day === null || one.direction === "maintain") continue;
    const read: Dated = { ...one, day, dated: true };
    if (!isDated(read)) continue;
    for (const other of series) {
      if (other === one || !isDated(other)) continue;
      const [first, claim] = other.day < day ? [other, read] : [read, other];
      const isToldAlready = isDated(one) && (statesSame(one, other) || statesSame(other, one));
      if (!isToldAlready && statesSame(first, claim)) return { claim, first, read: isoDay(day) };
    }
  }
  return null;
}

type Dated = Claim & { readonly day: number };

function isDated(claim: Claim): claim is Dated {
  return claim.dated && claim.day !== null && claim.kind !== "bound" && claim.kind !== "span";
}

function statesSame(earlier: Dated, later: Dated): boolean {
  const sections = [earlier.target.section?.value, later.target.section?.value];
  if (sections.includes(undefined) || sections[0] === sections[1]) return false;
  return (
    earlier.day < later.day && sameBounds(earlier, later) && !isDeclaredStep(earlier.target, later.target)
  );
}

function placeOf(claim: Claim) {
  return (claim.target.by ?? claim.target.over)?.span ?? claim.span;
}

function argsOf(claim: Dated, first: Dated, read: string | null): Args {
  return {
    id: claim.indicator.id.value,
    name: nameOf(claim.indicator),
    value: claim.shown,
    date: isoDay(claim.day),
    section: claim.target.section?.value ?? "",
    otherDate: isoDay(first.day),
    otherSection: first.target.section?.value ?? "",
    read,
    agree: read === null ? agreedDay(claim, first) : null,
  };
}

/** The day on which both are due by the other reading of one date. */
function agreedDay(a: Dated, b: Dated): string | null {
  const [ofA, ofB] = [otherDay(a), otherDay(b)];
  if (ofB === a.day) return isoDay(a.day);
  return ofA === b.day ? isoDay(b.day) : null;
}
