/**
 * A figure in a text that names an indicator must agree with the indicator.
 *
 * Looks at: sentences of section texts (files included) and of the statements of problems and objectives that hold the name
 * of an indicator, what it is also called, or a short form that no other indicator can be meant by (覆盖率, 排口 for 排口数,
 * clinics for `Number of clinics`), and beside it a figure in its unit, or say the same in other words (75% of pupils read at
 * grade level, 95%的社区建有助餐点); and names of milestones and actions, whose date is theirs. A figure with a date is held against
 * the levels that the targets ask, the baselines and the observations of that date; one without date against all figures of the
 * indicator. Where totals are asked, against those and what they come to so far. 全覆盖 is 100%, 过半 more than 50%.
 * Sizes of moves (提高5%), sentences about other places, what somebody else demands or forecasts, soft figures and
 * placeholders are left out, and so is what stood at a date before the plan that the indicator says nothing of.
 * Reports: the figure; related: the statement of the plan. An error where the plan states another value for that date, where the section that
 * a target cites promises another undated, where a way from the baseline leads to another than the only target, or where both are the one bound that always
 * holds; a warning where it has the figure as the target of another date, or a section other than of background promises it undated (达到90%); else a note that asks.
 * Source: DESIGN.md section 4 (one quantity with two values for one date), FORMAT.md section 5 (`text`).
 */
import { entriesAt, labelOf } from "../../plan/parameters.ts";
import type { Action, Item, Milestone, Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { placeWithSection } from "../section-words.ts";
import type { Figures } from "../target/levels.ts";
import { withTwins } from "../target/twins.ts";
import { calendarOf, type TextDate } from "../texts/dates.ts";
import { ofElsewhere, type TextFigure } from "../texts/figures.ts";
import { isAtUnknownPlace } from "../texts/not-of-plan.ts";
import { isOfOtherSource } from "../texts/of-other-sources.ts";
import { isException } from "../texts/of-others.ts";
import { namesTold, type ToldSentence, toldSentences } from "../texts/sentences.ts";
import { stemsIn } from "../texts/word-stems.ts";
import { firstDated, statedPeriod } from "../times-of.ts";
import { dateOfRow, isOfOtherTime, isTrigger, levelsToldIn } from "../told/figures.ts";
import { agreeing, type Fault, judge, sharpened, type Verdict } from "../told/level-verdict.ts";
import { isSameFigure, levelOfChange } from "../told/measured-figures.ts";
import { isOfOtherMeasure } from "../told/other-measures.ts";
import { isPromised, isToldOfStart, standsNow } from "../told/promised-levels.ts";
import { inUnitOf, statedBy } from "../told/stated-figures.ts";
import { asksTotals, isOfPart } from "../told/summed-targets.ts";

type Args = {
  /** Null for the statement of an item. */
  readonly section: string | null;
  /** The item whose text it is. */
  readonly of: string;
  readonly id: string;
  readonly name: string;
  readonly figure: string;
  /** The date in the words of the text; null for none. */
  readonly date: string | null;
  /** What the plan states, as written. */
  readonly stated: string;
  readonly on: string | null;
  readonly fault: Fault;
};

export const narrativeFigureConflict = defineRule<Args>({
  code: "narrative/figure-conflict",
  severity: "error",
  named: ["id", "of"],
  text: {
    en: {
      title: "Figure in the text against the indicator",
      message: (a) => {
        const head = `${a.section === null ? a.of : `section ${a.section}`} says ${a.figure} for "${a.name}"${a.date === null ? "" : ` ("${a.date}")`}`;
        if (a.fault === "conflict")
          return `${head}, but ${a.id} states ${a.stated}${a.on === null ? "" : ` on ${a.on}`}`;
        return `${head}; ${a.id} states ${a.stated}${a.fault === "other-date" ? ", and nothing for that date" : ""}: which is meant?`;
      },
      why: "Readers go by the text and the assessment by the indicator; both cannot hold.",
      fix: "Correct one of them, or draw the figure with a placeholder such as `{{target coverage-rate}}`.",
    },
    zhHans: {
      title: "正文数值与指标不符",
      message: (a) => {
        const head = `${a.section === null ? `“${a.of}”` : `章节“${a.section}”`}写“${a.name}”为“${a.figure}”${a.date === null ? "" : `（“${a.date}”）`}`;
        if (a.fault === "conflict")
          return `${head}，而指标“${a.id}”${a.on === null ? "" : `在 ${a.on} `}为“${a.stated.replaceAll(", ", "”“")}”`;
        return `${head}，指标“${a.id}”所列为“${a.stated.replaceAll(", ", "”“")}”${a.fault === "other-date" ? "，该时间没有数值" : ""}，以哪一个为准不明`;
      },
      why: "读者看正文，考核看指标，两者不一致就无所适从。",
      fix: "更正其中一处，或改用占位符取数，如 `{{target coverage-rate}}`。",
    },
  },
  check({ plan, report }) {
    if (plan.indicators.length === 0) return;
    const calendar = calendarOf(plan);
    let last: ToldSentence | null = null;
    for (const told of [...toldSentences(plan), ...namesTold(plan)]) {
      const ofName = dueOf(told.item);
      const before = last?.span === told.span ? last.plain : "";
      last = told;
      if (ofElsewhere.test(told.plain)) continue;
      for (const { figures, figure, date: own, to, from } of levelsToldIn(
        told.plain,
        before,
        plan,
        calendar,
      )) {
        const date = own ?? ofName ?? (to === undefined ? dateOfRow(told, calendar) : null);
        if (isException(told.plain, figure.at)) continue;
        if (isOfOtherMeasure(told.plain, figure, figures.indicator)) continue;
        if (asksTotals(figures) && isOfPart(told, figure)) continue;
        if (date !== null && isOfOtherTime(told.plain, figures, figure, date, plan)) continue;
        const found = sharpened(judge(figures, figure, date, { to, from }), told, figure, figures);
        // A step on the way says more than the targets do.
        if (ofName !== null && found?.fault !== "conflict") continue;
        if (found === null || isOfOtherSource(told.plain.slice(0, figure.at), plan)) continue;
        if (found.fault !== "conflict" && isTrigger(told.plain, figure)) continue;
        if (found.fault !== "conflict" && isWeight(told.plain, figure, plan)) continue;
        if (found.fault !== "conflict" && isOfTwin(figures, figure, plan)) continue;
        if (found.fault !== "conflict" && isLevelOfChange(figure, figures, plan)) continue;
        // 2026年底预计为26: what is expected on the way is no target of another date.
        if (found.fault === "other-date" && expected.test(told.plain.slice(0, figure.at))) continue;
        if (found.fault === "other-date" && isPast(figure, figures, found, plan)) continue;
        // A figure told as evidence is no doubt of the indicator; what an objective promises is `objective/unmeasured-figure`.
        const isKnown = told.item.kind === "objective" || isEvidence(figure, figures, plan);
        if (found.fault !== "conflict" && isKnown) continue;
        report(...findingOf(told, figure, figures, found, plan));
      }
    }
  },
});

/** The day on which what a milestone or an action is called shall be so; null for all else. */
function dueOf(item: Item): TextDate | null {
  if (item.kind !== "milestone" && item.kind !== "action") return null;
  const when = item.kind === "milestone" ? (item as Milestone).by : (item as Action).period;
  const { start = null, end = null } = statedPeriod(firstDated(when)) ?? {};
  const shown = firstDated(when)?.value.text.trim() ?? "";
  if (end === null) return null;
  return { shown, at: 0, end: 0, start: item.kind === "milestone" ? (start ?? end) : end, last: end };
}

const expected = /(?:预计|预期|有望)[^，。；\d]{0,6}$/u;
const weighsBefore = /\b(?:counts? for|accounts? for|makes? up|weighs?|carr(?:y|ies)) (?:at least )?$/iu;

/** Completion counts for half of the score: of a component that is named as its indicator is. */
function isWeight(sentence: string, { at }: TextFigure, { mechanisms }: Plan): boolean {
  if (!weighsBefore.test(sentence.slice(Math.max(0, at - 30), at))) return false;
  const said = new Set(stemsIn(sentence));
  return mechanisms.some(({ parameters }) =>
    entriesAt(parameters, "components").some((entry) => {
      const stems = stemsIn(labelOf(entry) ?? "");
      return stems.length > 0 && stems.every((stem) => said.has(stem));
    }),
  );
}

/** Told as evidence of this indicator, or of none by id; that another's has the same value is chance. */
function isEvidence({ quantity }: TextFigure, { indicator }: Figures, plan: Plan): boolean {
  const told = [...plan.evidence, ...plan.problems.flatMap(({ evidence }) => evidence)];
  return told.some(
    ({ of, is, from, to }) =>
      (of === null || of.value === indicator.id.value) &&
      [is, from, to].some((one) => one !== null && isSameFigure(one.value, quantity)),
  );
}

/** Stated of the same quantity under another name (`same-as`): what disagrees there is told of the two. */
function isOfTwin(figures: Figures, figure: TextFigure, plan: Plan): boolean {
  const { levels, ...rest } = withTwins(figures, plan);
  const others = levels.slice(figures.levels.length);
  return (
    others.length > 0 && statedBy({ ...rest, levels: others, baselines: [] }).some(agreeing(figures, figure))
  );
}

/** 2022年为80%: where it stood before the plan, which states that figure for no other date. */
function isPast(figure: TextFigure, figures: Figures, { date }: Verdict, { period }: Plan): boolean {
  const start = period?.start?.value ?? null;
  if (date === null || start === null || date.last >= start) return false;
  return !statedBy(figures).some(agreeing(figures, figure));
}

/** Cut by 20%, from 390 kg to 312 kg: the level to which a change leads, as exact as it is written. */
function isLevelOfChange(figure: TextFigure, figures: Figures, plan: Plan): boolean {
  const said = inUnitOf(figure, figures.unit, figures.indicator);
  const places = /\.(\d+)/.exec(figure.shown)?.[1]?.length ?? 0;
  return (
    said !== null &&
    figures.indicator.targets.some((target) => {
      if (!ofChange.has(target.kind)) return false;
      return levelOfChange(target, figures, plan)?.round(places).eq(said.round(places)) === true;
    })
  );
}

const ofChange: ReadonlySet<string> = new Set(["change", "relative", "rate", "each", "compound"]);

/** A target under another date: the text tells when it shall be reached, and the plan has that figure for another day. */
function isOtherDue(
  told: ToldSentence,
  figure: TextFigure,
  { date, isTarget }: Verdict,
  plan: Plan,
): boolean {
  const start = plan.period?.start?.value ?? null;
  if (!isTarget || date === null || (start !== null && date.last < start)) return false;
  return !standsNow.test(told.plain.slice(Math.max(0, figure.at - 40), figure.at));
}

function findingOf(told: ToldSentence, figure: TextFigure, figures: Figures, found: Verdict, plan: Plan) {
  const { indicator } = figures;
  const args: Args = {
    section: told.section?.id.value ?? null,
    of: told.item.id.value,
    id: indicator.id.value,
    name: nameOf(indicator),
    figure: figure.shown.trim(),
    date: found.date?.shown ?? null,
    stated: found.stated,
    on: found.on,
    fault: found.fault,
  };
  const related = [placeWithSection(found.span, { en: "stated here", zhHans: "此处写明" }, found.section)];
  const span = partSpan(told.span, figure.shown.trim(), told.sentence.at + figure.at);
  const isDoubt =
    (found.fault === "unclear" && (isPromised(told, figure, figures, plan) || isToldOfStart(told, figure))) ||
    found.isWay === true ||
    found.isStart === true ||
    (found.fault === "other-date" && isOtherDue(told, figure, found, plan));
  // In another place it may be otherwise.
  const isNote = !isDoubt && found.fault !== "conflict";
  const severity =
    isNote || isAtUnknownPlace(told.plain, plan) ? "info" : found.fault === "conflict" ? "error" : "warning";
  return [span, args, { on: told.item, related, severity }] as const;
}
