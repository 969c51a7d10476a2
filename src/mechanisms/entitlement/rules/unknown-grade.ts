/**
 * An entitlement must hang on a grade that somebody can get.
 *
 * Looks at: grades and lists in the condition of an entitlement or of its cases (评为优秀, 列红榜, `grade = 优秀`, `band = Gold`),
 * where the plan has scorecards with bands or indicators with grades: no band, grade or list has that name. Where it has
 * neither, nothing says who gives the grade.
 * A grade that the indicator named in the condition does not list can never come.
 * Reports: the condition; related: the bands that there are. A warning; a note where there are none; an error where the
 * condition names the indicator.
 * Source: FORMAT.md section 7 (entitlement), DESIGN.md section 4 (unknown references; what only may be).
 */
import type { Given } from "../../../plan/given.ts";
import { itemById } from "../../../plan/item-by-id.ts";
import { entriesAt, labelOf, wordsAt } from "../../../plan/parameters.ts";
import type { Plan, Target } from "../../../plan/plan.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { joinList, listInEnglish, quotedList } from "../../../rules/words.ts";
import { late } from "../../../text/late.ts";
import { ofType } from "../../of-type.ts";

type Args = { readonly id: string; readonly name: string; readonly grade: string; readonly known: string };

export const entitlementUnknownGrade = defineRule<Args>({
  code: "entitlement/unknown-grade",
  severity: "warning",
  text: {
    en: {
      title: "Condition on a grade that nobody gives",
      message: (a) =>
        a.known === ""
          ? `${a.id}: hangs on "${a.grade}", and the plan sets no grades: who gives it, and for what?`
          : `${a.id}: hangs on "${a.grade}", but the grades of the plan are "${listInEnglish(a.known)}"`,
      why: "A benefit that hangs on a grade which no assessment gives is never due, or always disputed.",
      fix: "Name a grade of the assessment, or add it to its bands.",
    },
    zhHans: {
      title: "资格条件所指等次不存在",
      message: (a) =>
        a.known === ""
          ? `资格待遇“${a.name}”以“${a.grade}”为条件，而方案未规定等次，由谁评定、如何评定须明确`
          : `资格待遇“${a.name}”以“${a.grade}”为条件，而方案中的等次只有${quotedList(a.known)}`,
      why: "考核评价没有这一等次，待遇就永远无法兑现，或引起争议。",
      fix: "改用考核评价中的等次，或在等次中补列。",
    },
  },
  check({ plan, report }) {
    const entitlements = ofType(plan, "entitlement");
    if (entitlements.length === 0) return;
    const all = gradesOf(plan);
    const known = all.filter(({ isOwn }) => isOwn);
    const names = new Set(all.map(({ value }) => keyOf(value)));
    for (const entitlement of entitlements) {
      const { parameters } = entitlement;
      const maps = [parameters, ...entriesAt(parameters, "cases")];
      for (const condition of maps.flatMap((map) => wordsAt(map, "if"))) {
        const own = gradeOfIndicator(plan, condition.value);
        if (own !== null) {
          const { grade, scale } = own;
          const args = {
            id: entitlement.id.value,
            name: nameOf(entitlement),
            grade,
            known: joinList(scale.levels),
          };
          const related = [{ span: scale.wanted.span, note: { en: "its grades", zhHans: "所列等级" } }];
          report(condition.span, args, { on: entitlement, related, severity: "error" });
          continue;
        }
        const grade = gradesIn(condition.value).find((one) => !names.has(keyOf(one)));
        if (grade === undefined) continue;
        const shown = joinList(
          [...new Set(known.filter(({ isName }) => isName).map(({ value }) => value))].slice(0, 6),
        );
        const args = { id: entitlement.id.value, name: nameOf(entitlement), grade, known: shown };
        const related = known
          .filter(({ isName }) => isName)
          .slice(0, 6)
          .map(({ span }) => ({ span, note: { en: "a grade", zhHans: "等次" } }));
        const severity = known.length === 0 ? "info" : "warning";
        report(condition.span, args, { on: entitlement, related, severity });
      }
    }
  },
});

const compared = late(
  () =>
    /\b(?:grade|band|list|rating)\s?(?:==?|>=?|<=?|[≥≤＞＜]|\bis\b)\s?["“]?(\p{L}[\p{L}]{0,20})["”]?(?=\s+(?:for|in|and|or)\b|\s*$|[)）])/giu,
);
const chinese =
  /(?:评为|评定为|获评|列入?|进入|被评为?)[“"]?([红黑黄白蓝绿]榜|优秀|良好|合格|不合格|基本合格|先进|[一二三四五]星级?|[AB][+级])/gu;

/** 优秀且无安全事故: what more is asked. */
const further = /(?<=.)[且并或].*$/u;

function gradesIn(condition: string): readonly string[] {
  const text = condition.slice(0, 300);
  return [...text.matchAll(compared()), ...text.matchAll(chinese)].map(([, name = ""]) =>
    name.replace(further, "").trim(),
  );
}

type Scale = NonNullable<Target["grade"]>;

/** A grade that an indicator named in the condition (`care-grade = 优秀`) does not have among its levels. */
function gradeOfIndicator(
  { indicators }: Plan,
  condition: string,
): { readonly grade: string; readonly scale: Scale } | null {
  const text = condition.slice(0, 300);
  for (const { 0: shown, 1: id = "", index } of text.matchAll(comparedById())) {
    const targets = itemById(indicators, id)?.targets ?? [];
    const scales = targets.flatMap((target) => (target.grade === null ? [] : [target.grade]));
    const [scale] = scales.filter(({ levels }) => levels.length > 0);
    if (scale === undefined) continue;
    const rest = text.slice(index + shown.length);
    const key = keyOf(rest);
    const levels = scales.flatMap((one) => one.levels.map(keyOf));
    if (levels.some((level) => level !== "" && key.startsWith(level)) || /^not?\b/iu.test(key)) continue;
    const [, grade = null] = oneWord.exec(rest) ?? [];
    if (grade !== null) return { grade, scale };
  }
  return null;
}

/** An indicator and the sign behind it; what follows may be a level of several words. */
const comparedById = late(() => /([\p{L}\d][\p{L}\d._-]{0,60})\s?(?:==?|\bis\b)\s?["“]?(?=\p{L})/gu);
/** A word by itself, behind which the condition ends or goes on with another. */
const oneWord = /^(\p{L}[\p{L}+]{0,20})["”]?(?=\s+(?:for|in|and|or)\b|\s*$|[)）])/u;

/** A grade by its name, or by the id of its band. */
interface Grade extends Given<string> {
  readonly isName: boolean;
  /** Of the plan itself; what a mechanism of another place grades is no scale of its own. */
  readonly isOwn: boolean;
}

/** Bands of scorecards and levels of grades; also of other places, as the condition may mean these. */
function gradesOf(plan: Plan): readonly Grade[] {
  const bands = plan.mechanisms
    .filter(({ type }) => type.value === "scorecard")
    .flatMap(({ parameters, origin }) =>
      entriesAt(parameters, "bands").map((band) => ({ band, isOwn: origin !== "cited" })),
    )
    .flatMap(({ band, isOwn }): Grade[] => {
      const label = labelOf(band);
      const named: Grade[] =
        label === null ? [] : [{ value: label, span: band.span, origin: "given", isName: true, isOwn }];
      return [...named, ...wordsAt(band, "id").map((id) => ({ ...id, isName: label === null, isOwn }))];
    });
  const graded = plan.indicators.flatMap(({ targets }) =>
    targets.flatMap(({ grade }) =>
      grade === null
        ? []
        : grade.levels.map((value) => ({ ...grade.wanted, value, isName: true, isOwn: true })),
    ),
  );
  return [...bands, ...graded];
}

function keyOf(name: string): string {
  return name
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/(?:等次|等级|级|档| list| card| band)$/u, "");
}
