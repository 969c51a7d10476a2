/**
 * A ranking must not be more frequent than its data.
 *
 * Looks at: the rhythm of a scorecard against that of everything its components name: the frequency of indicators, and for
 * `data-from` the cadence of mechanisms, of their rounds, and of the reviews that yield a deliverable. What has no rhythm
 * is left out; a rhythm for one group only (`scope`) is compared all the same. A `streak` of months or quarters in a
 * consequence is itself a rhythm: it must be counted in whole spans of the scorecard's own. A ranking that names no data is
 * held against the other scorecards of the same subjects: where all of them are slower, it is asked what is ranked.
 * Reports: the rhythm, or the streak; related: the slower rhythms (at most five), each with where the scorecard names it. A note where a ranking has components of
 * its own and only does not say what they are scored by.
 * Source: DESIGN.md section 4 (a ranking more frequent than its data).
 */
import type { Given } from "../../../plan/given.ts";
import { itemById } from "../../../plan/item-by-id.ts";
import { entriesAt, type ParameterMap, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { parseRank } from "../../../plan/rank.ts";
import { isRarer, perYear, rhythmInChinese, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import type { Span } from "../../../text/source.ts";
import { ofType } from "../../of-type.ts";
import { type DataRhythm, dataRhythmsIn } from "../rhythm-of-data.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** What the scorecard is held against: its data, its own rhythm (by a streak), or other scorecards of its subjects. */
  readonly by: "data" | "streak" | "others";
  readonly cadence: Rhythm;
  /** Id of the slower thing; for a streak its own words. */
  readonly slow: string;
  readonly slowName: string;
  readonly frequency: Rhythm;
  readonly slower: number;
};

export const scorecardFasterThanData = defineRule<Args>({
  code: "scorecard/faster-than-data",
  severity: "warning",
  text: {
    en: {
      title: "Ranking more frequent than its data",
      message: inEnglish,
      why: "Between two values the ranking repeats the last one, and rewards or blames twice for it.",
      fix: "Rank no more often than the slowest data come in, collect the data as often as you rank, or name with `data-from` what is ranked.",
    },
    zhHans: {
      title: "考核频次高于数据更新频次",
      message: inChinese,
      why: "两次数据之间的考核只能沿用旧数，同一结果被重复奖惩。",
      fix: "按数据更新频次考核，或按考核频次采集数据；数据另有来源的用 `data-from` 注明。",
    },
  },
  check({ plan, report }) {
    const dataOf = dataRhythmsIn(plan);
    const scorecards = ofType(plan, "scorecard");
    const assessing = bySubjects(scorecards);
    for (const scorecard of scorecards) {
      const id = scorecard.id.value;
      const name = nameOf(scorecard);
      const cadence = scorecard.cadence[0]?.is;
      if (cadence === undefined) continue;
      for (const streak of streaksOf(scorecard)) {
        if (isWhole(streak.value, cadence.value)) continue;
        const args = {
          id,
          name,
          cadence: cadence.value,
          by: "streak",
          frequency: cadence.value,
          slower: 1,
        } as const;
        const words = streak.value.text.trim();
        const related = [{ span: cadence.span, note: { en: "the rhythm", zhHans: "考核频次" } }];
        report(streak.span, { ...args, slow: words, slowName: words }, { on: scorecard, related });
      }
      const data = dataOf(scorecard);
      const by = data.length > 0 ? "data" : "others";
      const slower = by === "data" ? slowerOf(data, cadence) : slowerOthers(scorecard, assessing, cadence);
      const [first] = slower;
      if (first === undefined) continue;
      const isOwn = by === "others" && entriesAt(scorecard.parameters, "components").length > 0;
      report(
        cadence.span,
        {
          id,
          name,
          by,
          cadence: cadence.value,
          slow: first.id,
          slowName: nameOfSource(first.id, plan),
          frequency: first.rhythm.value,
          slower: slower.length,
        },
        { on: scorecard, severity: isOwn ? "info" : "warning", related: placesOf(slower) },
      );
    }
  },
});

function inEnglish({ id, by, cadence, slow, frequency, slower }: Args): string {
  const [own, other] = [rhythmWords(cadence).en, rhythmWords(frequency).en];
  if (by === "streak") return `${id} is only ${own}, but a consequence counts ${slow} in a row`;
  const more = slower > 1 ? ` (and ${slower - 1} more)` : "";
  if (by === "data") return `${id} is ${own}, but ${slow} is only ${other}${more}`;
  return `${id} is ${own} and does not say what it ranks; ${slow} assesses the same subjects only ${other}${more}: where do its data come from?`;
}

function inChinese({ name, by, cadence, slowName, frequency, slower }: Args): string {
  const [own, other] = [rhythmInChinese(cadence), rhythmInChinese(frequency)];
  if (by === "streak") return `考核评价“${name}”${own}，而结果运用以“${slowName}”连续计算`;
  if (by === "data")
    return `考核评价“${name}”${own}，而“${slowName}”的数据更新频次仅为${other}${slower > 1 ? `（共 ${slower} 项如此）` : ""}`;
  return `考核评价“${name}”${own}，未写明依据；同一对象的“${slowName}”考核频次仅为${other}${slower > 1 ? `（共 ${slower} 项如此）` : ""}，所用数据的来源未写明`;
}

/** What yields data is an indicator, a mechanism or what a review yields. */
function nameOfSource(id: string, { indicators, mechanisms, deliverables }: Plan): string {
  const item = itemById(indicators, id) ?? itemById(mechanisms, id) ?? itemById(deliverables, id);
  return item === undefined ? id : nameOf(item);
}

interface Slower {
  readonly id: string;
  readonly rhythm: Given<Rhythm>;
  /** Where the scorecard names it; null for another scorecard. */
  readonly named: Span | null;
}

function slowerOf(data: readonly DataRhythm[], cadence: Given<Rhythm>): readonly Slower[] {
  return data.flatMap(({ id, rhythm, named }) =>
    rhythm !== null && isRarer(rhythm.value, cadence.value) ? [{ id, rhythm, named }] : [],
  );
}

function placesOf(slower: readonly Slower[]) {
  const note = { en: "slower", zhHans: "较慢" };
  const here = { en: "named here", zhHans: "考核依据" };
  return slower
    .slice(0, 5)
    .flatMap(({ rhythm, named }) => [
      { span: rhythm.span, note },
      ...(named === null ? [] : [{ span: named, note: here }]),
    ]);
}

function streaksOf({ parameters }: Mechanism): readonly Given<Quantity>[] {
  return entriesAt(parameters, "consequences").flatMap((one) =>
    quantitiesAt(one, "streak").map(({ is }) => is),
  );
}

/** Two months in a row cannot be seen every quarter; six can, and two times can at any rhythm. */
function isWhole({ value, unit }: Quantity, cadence: Rhythm): boolean {
  const times = perYear(cadence);
  if (unit?.dimension !== "months" || times === null || times > 12) return true;
  return value.times(unit.factor).times(times).mod(12).eq(0);
}

/** Scorecards with components and a rhythm by their subjects; more than these of one kind are not held against each other. */
const mostOfOneKind = 50;

function bySubjects(scorecards: readonly Mechanism[]): ReadonlyMap<string, readonly Slower[]> {
  const groups = new Map<string, Slower[]>();
  for (const one of scorecards) {
    const rhythm = one.cadence[0]?.is;
    if (rhythm === undefined || entriesAt(one.parameters, "components").length === 0) continue;
    const group = groups.get(subjectsOf(one)) ?? [];
    groups.set(subjectsOf(one), group);
    if (group.length < mostOfOneKind) group.push({ id: one.id.value, rhythm, named: null });
  }
  return groups;
}

/** Assessments of the same subjects; none where one of them is quick enough to feed the ranking. */
function slowerOthers(
  scorecard: Mechanism,
  assessing: ReadonlyMap<string, readonly Slower[]>,
  cadence: Given<Rhythm>,
): readonly Slower[] {
  const subjects = subjectsOf(scorecard);
  if (subjects === "" || !ranks(scorecard)) return [];
  const others = (assessing.get(subjects) ?? []).filter(({ id }) => id !== scorecard.id.value);
  return others.every(({ rhythm }) => isRarer(rhythm.value, cadence.value)) ? others : [];
}

function subjectsOf({ parameters }: Mechanism): string {
  return wordsAt(parameters, "subjects")
    .map(({ value }) => value.trim())
    .sort()
    .join("\n");
}

/** It puts its subjects in an order: `rank: last 10%`, `if: last 10%`. */
function ranks({ parameters }: Mechanism): boolean {
  const isRank = (key: string) => (entry: ParameterMap) =>
    wordsAt(entry, key).some(({ value }) => parseRank(value) !== null);
  return (
    entriesAt(parameters, "bands").some(isRank("rank")) ||
    entriesAt(parameters, "consequences").some(isRank("if"))
  );
}
