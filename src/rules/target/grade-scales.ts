/**
 * The targets of one indicator share one scale of grades.
 *
 * Looks at: the ordered levels (`of`) of the grade targets of an indicator, each against the first.
 * Reports: the later target; related: the first. Two levels that stand the other way round are an error, for one of the
 * orders must be wrong; levels that only the one scale has are a warning, but for a run of the other's levels.
 * Source: FORMAT.md section 6 (`grade`: at least an ordered level), DESIGN.md section 4 (statements that cannot both hold).
 */
import type { Target } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { joinList, listInEnglish, quotedList } from "../words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly levels: string;
  readonly others: string;
  /** The levels stand in another order; else the one scale has levels that the other lacks. */
  readonly turned: boolean;
};

export const targetGradeScales = defineRule<Args>({
  code: "target/grade-scales",
  severity: "error",
  text: {
    en: {
      title: "Two scales of grades",
      message: (a) =>
        `${a.id}: the levels are ${listInEnglish(a.levels)} here, and ${listInEnglish(a.others)} at an earlier target: ${a.turned ? "which order is right?" : "which scale holds?"}`,
      why: "Whether a grade is better than another hangs on one order; with two, one result is both reached and missed.",
      fix: "Write the same levels in the same order, worst first.",
    },
    zhHans: {
      title: "等级划分前后不一",
      message: (a) =>
        `指标“${a.name}”的等级此处为${quotedList(a.levels)}，前一目标的等级为${quotedList(a.others)}，${a.turned ? "高低次序相反" : "以哪一种为准须明确"}`,
      why: "等级高低只能有一种次序；两种并存，同一结果既算达标又算不达标。",
      fix: "统一等级及其次序，由低到高列出。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      if (indicator.targets.length < 2) continue;
      const graded = indicator.targets.flatMap(scaleOf);
      const [first, ...rest] = graded;
      for (const one of rest) {
        if (first === undefined) continue;
        const turned = areTurned(first.keys, one.keys);
        if (!turned && (isPartOf(first.keys, one.keys) || isPartOf(one.keys, first.keys))) continue;
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          levels: joinList(one.levels),
          others: joinList(first.levels),
          turned,
        };
        const related = [
          { span: first.target.stated.span, note: { en: "the earlier target", zhHans: "前一目标值" } },
        ];
        const severity = turned ? "error" : "warning";
        report(one.target.stated.span, args, { related, on: indicator, severity });
      }
    }
  },
});

interface Scale {
  readonly target: Target;
  readonly levels: readonly string[];
  /** The levels as they are compared. */
  readonly keys: readonly string[];
}

function scaleOf(target: Target): readonly Scale[] {
  const levels = (target.grade?.levels ?? []).map((level) => level.trim());
  const keys = levels.map(keyOf);
  // A scale that lacks the grade itself is told as that.
  const isWhole = target.grade !== null && keys.includes(keyOf(target.grade.wanted.value));
  return isWhole ? [{ target, levels, keys }] : [];
}

function keyOf(level: string): string {
  return level.normalize("NFKC").trim().toLowerCase();
}

/** All levels or a run of them: no scale against the other. One that skips a level between two is. */
function isPartOf(levels: readonly string[], scale: readonly string[]): boolean {
  const from = scale.indexOf(levels[0] ?? "");
  return from >= 0 && levels.every((level, i) => level === scale[from + i]);
}

/** Two levels that both scales have, in the other order. */
function areTurned(a: readonly string[], b: readonly string[]): boolean {
  const places = b.flatMap((level) => {
    const place = a.indexOf(level);
    return place < 0 ? [] : [place];
  });
  return places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0));
}
