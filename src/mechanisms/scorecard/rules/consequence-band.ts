/**
 * A consequence must fall on a band that there is.
 *
 * Looks at: the conditions of a scorecard's consequences that are a rank (`last 20%`), against its bands by rank from the same
 * end; and those that are the name of a grade or list (黑榜, 不合格, `black list`, `poor` where the bands have such names, or a
 * band's name misspelt), against the bands of all scorecards.
 * Conditions in other words, and ranks where no band goes by rank from that end, are left alone.
 * Reports: the condition; related: the nearest thing there is, the first band from the same end.
 * Source: FORMAT.md section 7 (scorecard).
 */
import { nearest } from "../../../diagnostics/suggest.ts";
import type { Given } from "../../../plan/given.ts";
import { entriesAt, labelOf, type ParameterMap, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import { parseRank, type Rank } from "../../../plan/rank.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { stemOf } from "../../../rules/texts/word-stems.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly condition: string;
  /** Rank of the band from the same end; null where a name has no band. */
  readonly rank: string | null;
};

export const scorecardConsequenceBand = defineRule<Args>({
  code: "scorecard/consequence-band",
  severity: "warning",
  text: {
    en: {
      title: "Consequence without its band",
      message: (a) =>
        a.rank === null
          ? `${a.id}: a consequence applies to "${a.condition}", but no band has that name`
          : `${a.id}: a consequence applies to "${a.condition}", but the band is "${a.rank}"`,
      why: "Whoever falls between the two, or into a band that is not drawn, cannot tell what follows.",
      fix: "Let condition and band agree, or add the band that is meant.",
    },
    zhHans: {
      title: "结果运用与等次不对应",
      message: (a) =>
        a.rank === null
          ? `考核评价“${a.name}”的结果运用以“${a.condition}”为条件，但没有这一等次`
          : `考核评价“${a.name}”的结果运用以“${a.condition}”为条件，而所列等次为“${a.rank}”`,
      why: "条件与等次对不上，处于两者之间或未划定等次的单位无从适用。",
      fix: "统一条件与等次，或补列所指等次。",
    },
  },
  check({ plan, report }) {
    const scorecards = ofType(plan, "scorecard");
    const names = new Set(plan.mechanisms.flatMap(bandNames));
    for (const scorecard of scorecards) {
      const id = scorecard.id.value;
      const name = nameOf(scorecard);
      const ranks = ranksOf(scorecard);
      for (const condition of entriesAt(scorecard.parameters, "consequences").flatMap(conditionsOf)) {
        const rank = parseRank(condition.value);
        const other = rank === null ? undefined : otherBand(rank, ranks);
        if (other !== undefined) {
          const related = [{ span: other.word.span, note: { en: "the band", zhHans: "所列等次" } }];
          const args = { id, name, condition: condition.value, rank: other.word.value };
          report(condition.span, args, { on: scorecard, related });
        }
        const own = bandNames(scorecard);
        const grade = rank === null ? (gradeIn(condition.value) ?? plainGrade(condition.value, own)) : null;
        if (grade === null || names.has(keyOf(grade))) continue;
        report(condition.span, { id, name, condition: grade, rank: null }, { on: scorecard });
      }
    }
  },
});

function conditionsOf(consequence: ParameterMap): readonly Given<string>[] {
  return wordsAt(consequence, "if");
}

interface RankedBand {
  readonly word: Given<string>;
  readonly rank: Rank;
}

function ranksOf({ parameters }: Mechanism): readonly RankedBand[] {
  return entriesAt(parameters, "bands").flatMap((band) => {
    const [word] = wordsAt(band, "rank");
    const rank = word === undefined ? null : parseRank(word.value);
    return word === undefined || rank === null ? [] : [{ word, rank }];
  });
}

/** The first band from the same end, where none has the rank. */
function otherBand(rank: Rank, bands: readonly RankedBand[]): RankedBand | undefined {
  const alike = bands.filter((band) => band.rank.end === rank.end && isShare(band.rank) === isShare(rank));
  const isSame = alike.some(({ rank: { quantity } }) => quantity.value.eq(rank.quantity.value));
  return isSame ? undefined : alike[0];
}

function isShare({ quantity }: Rank): boolean {
  return quantity.unit?.dimension === "percent";
}

const before = /^(?:连续)?(?:被)?(?:列入|进入|纳入|评为|评定为|定为|获评)/u;
const after = /(?:的)?(?:单位|对象|个人|者)?$/u;
const grade =
  /^(?:[红黑黄白蓝绿橙灰]榜|[红黑黄蓝绿橙]牌|(?:优秀|优|良好|良|较好|一般|合格|不合格|基本合格|较差|差|不达标)(?:等次|等级|档)?|(?:the )?(?:red|black|yellow|white|blue|green|grey) (?:list|card|band))$/iu;

/** A condition that is no more than the name of a grade. */
function gradeIn(condition: string): string | null {
  const text = condition.normalize("NFKC").trim();
  const name = text.length > 40 ? text : text.replace(before, "").replace(after, "");
  return grade.test(name) ? name : null;
}

const english =
  /^(?:excellent|outstanding|very good|good|satisfactory|sufficient|adequate|fair|average|basic|poor|weak|strong|unsatisfactory|inadequate|insufficient|critical|gold|silver|bronze)$/i;

/** An English word of grading where the bands are called by such words, or one of the bands misspelt. */
function plainGrade(condition: string, bands: readonly string[]): string | null {
  const name = condition.trim();
  if (!/^[a-z][a-z -]{2,20}$/i.test(name) || bands.includes(keyOf(name))) return null;
  const isGrade = english.test(name) && bands.some((band) => english.test(band));
  const near = name.length > 4 ? nearest(keyOf(name), bands) : null;
  // Fails, of the band Failed, is the same word.
  return isGrade || (near !== null && stemOf(near) !== stemOf(keyOf(name))) ? name : null;
}

function bandNames({ type, parameters }: Mechanism): readonly string[] {
  if (type.value !== "scorecard") return [];
  return entriesAt(parameters, "bands").flatMap((band) =>
    [labelOf(band), wordsAt(band, "id")[0]?.value ?? null].flatMap((name) =>
      name === null ? [] : [keyOf(gradeIn(name) ?? name)],
    ),
  );
}

/** 合格等次 and 合格, `Black list` and `black` are one name. */
function keyOf(name: string): string {
  return name
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/(?:等次|等级|档| list| card| band)$/u, "");
}
