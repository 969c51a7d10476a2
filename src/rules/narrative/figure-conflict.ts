/**
 * A figure in a text that names an indicator must agree with the indicator.
 *
 * Looks at: sentences of section texts (files included) that hold the name of an indicator, or what it is also called, and behind it a figure in
 * its unit. A figure with a date is held against the levels that the targets ask, the baselines and the observations of that
 * date; one without date against all figures of the indicator. Sizes of moves (提高5%), sentences about other places, soft figures
 * and placeholders are left out.
 * Reports: the figure; related: the statement of the plan. An error where the plan states another value for that date; a note
 * that asks, where it states none for it.
 * Source: DESIGN.md section 4 (one quantity with two values for one date), FORMAT.md section 5 (`text`).
 */
import type Big from "big.js";
import { isoDay } from "../../plan/days.ts";
import type { Indicator, Plan, Section } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import { convert, isCount } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { isSameFigure } from "../measured-figures.ts";
import { nameOf } from "../name-of.ts";
import { partSpan, type Sentence, sentencesOf } from "../plan-words.ts";
import { placeWithSection } from "../section-words.ts";
import { type Figures, figuresOf, isPercent, statedDay } from "../target/levels.ts";
import { calendarOf, datesIn, type TextDate } from "../text-dates.ts";
import { figuresIn, isMove, isSoft, ofElsewhere, type TextFigure } from "../text-figures.ts";

type Args = {
  readonly section: string;
  readonly id: string;
  readonly name: string;
  readonly figure: string;
  /** The date in the words of the text; null for none. */
  readonly date: string | null;
  /** What the plan states, as written. */
  readonly stated: string;
  readonly on: string | null;
  readonly fault: "conflict" | "other-date" | "unclear";
};

export const narrativeFigureConflict = defineRule<Args>({
  code: "narrative/figure-conflict",
  severity: "error",
  named: ["id"],
  text: {
    en: {
      title: "Figure in the text against the indicator",
      message: (a) => {
        const head = `section ${a.section} says ${a.figure}${a.date === null ? "" : ` for "${a.date}"`} of "${a.name}"`;
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
        const head = `章节“${a.section}”写“${a.name}”${a.date === null ? "" : `“${a.date}”`}为“${a.figure}”`;
        if (a.fault === "conflict")
          return `${head}，而指标“${a.id}”${a.on === null ? "" : `在 ${a.on} `}为“${a.stated}”`;
        return `${head}，指标“${a.id}”所列为“${a.stated}”${a.fault === "other-date" ? "，该时间没有数值" : ""}，以哪一个为准不明`;
      },
      why: "读者看正文，考核看指标，两者不一致就无所适从。",
      fix: "更正其中一处，或改用占位符取数，如 `{{target coverage-rate}}`。",
    },
  },
  check({ plan, report }) {
    const texts = plan.sections.filter(({ text }) => text !== null && /\d|百分之/.test(text.text));
    if (texts.length === 0 || plan.indicators.length === 0) return;
    const named = namesOf(plan);
    const calendar = calendarOf(plan);
    for (const section of texts) {
      for (const sentence of sentencesOf(section.text?.text ?? "")) {
        if (!/\d|百分之/.test(sentence.text) || ofElsewhere.test(sentence.text)) continue;
        const plain = sentence.text.replace(/\{\{[^{}]{0,200}\}\}/g, (shown) => "＿".repeat(shown.length));
        for (const { figures, at, end, next } of mentionsIn(plain, named)) {
          const dates = datesIn(plain, calendar);
          const told = figuresIn(plain).filter(
            (one) =>
              one.at >= end &&
              one.at < next &&
              !dates.some((d) => d.at < one.end && one.at < d.end) &&
              isLevelOf(one, plain, figures),
          );
          const [first, second] = told;
          if (first === undefined || plain.slice(at, first.at).includes("＿")) continue;
          // 由72.6%提高到90%: the date is that of the level reached, not of the one where it starts.
          const starts = isStart(plain, first);
          tell(
            section,
            sentence,
            first,
            figures,
            judge(figures, first, starts ? null : dateOf(first, dates, plain)),
          );
          if (!starts || second === undefined || plain.slice(first.end, second.at).includes("＿")) continue;
          tell(section, sentence, second, figures, judge(figures, second, dateOf(second, dates, plain)));
        }
      }
    }
    function tell(
      section: Section,
      sentence: Sentence,
      figure: TextFigure,
      figures: Figures,
      found: Verdict | null,
    ): void {
      // A figure that is told as evidence is no doubt of the indicator.
      const isKnown = found?.fault !== "conflict" && isEvidence(figure, plan);
      if (found !== null && !isKnown) report(...findingOf(section, sentence, figure, figures, found));
    }
  },
});

const startBefore = /(?:由|从|自|在|\bfrom)\s?[^，。；,;\d]{0,8}$/iu;
const startBehind = /^(?:的?基础上|(?:\s?[^，。；,;\d]{0,10}(?:到|至|为|达)|[^.;]{0,20}\bto\b))/iu;

/** Where a movement begins: `由72.6%提高到…`, `在72.6%的基础上`, `from 72.6% to …`. */
function isStart(sentence: string, { at, end }: TextFigure): boolean {
  return (
    startBefore.test(sentence.slice(Math.max(0, at - 12), at)) &&
    startBehind.test(sentence.slice(end, end + 24))
  );
}

function isEvidence({ quantity }: TextFigure, plan: Plan): boolean {
  const told = [...plan.evidence, ...plan.problems.flatMap(({ evidence }) => evidence)];
  return told.some(({ is, from, to }) =>
    [is, from, to].some((one) => one !== null && isSameFigure(one.value, quantity)),
  );
}

interface Named {
  readonly name: string;
  readonly figures: Figures;
}

/** Longest names first, so that 服务满意度 is not found in 助餐服务满意度. More names are not looked for. */
const mostNames = 400;

function namesOf(plan: Plan): readonly Named[] {
  const named = figuresOf(plan).flatMap((figures) => {
    const { indicator } = figures;
    const names = [
      ...(indicator.name === null ? [] : [...indicator.name.byLanguage.values(), indicator.name.text]),
      ...indicator.alsoCalled.map(({ value }) => value),
    ];
    return [...new Set(names.map((name) => name.trim().toLowerCase()))]
      .filter((name) => (/\p{Script=Han}/u.test(name) ? name.length >= 4 : name.length >= 8))
      .map((name) => ({ name, figures }));
  });
  return named.sort((a, b) => b.name.length - a.name.length).slice(0, mostNames);
}

interface Mention {
  readonly figures: Figures;
  readonly at: number;
  readonly end: number;
  readonly next: number;
}

function mentionsIn(sentence: string, named: readonly Named[]): readonly Mention[] {
  const text = sentence.toLowerCase();
  const taken: { at: number; end: number; figures: Figures }[] = [];
  for (const { name, figures } of named) {
    const at = text.indexOf(name);
    if (at < 0 || taken.some((one) => one.at < at + name.length && at < one.end)) continue;
    taken.push({ at, end: at + name.length, figures });
  }
  taken.sort((a, b) => a.at - b.at);
  return taken.map((one, i) => ({
    ...one,
    next: Math.min(taken[i + 1]?.at ?? sentence.length, one.end + reach),
  }));
}

/** A figure further behind the name than this speaks of something else. */
const reach = 60;

/** It is in the unit of the indicator, and says where it stands. */
function isLevelOf(figure: TextFigure, sentence: string, { unit, indicator }: Figures): boolean {
  if (
    figure.quantity.soft !== null ||
    figure.quantity.upper !== null ||
    isMove(sentence, figure) ||
    isSoft(sentence, figure)
  )
    return false;
  return inUnitOf(figure, unit, indicator) !== null;
}

function inUnitOf({ quantity }: TextFigure, unit: Unit | null, indicator: Indicator): Big | null {
  if (quantity.unit === null)
    return unit !== null && (isPercent(unit) || indicator.unit === null) ? null : quantity.value;
  if (unit === null) return null;
  if (
    isCount(unit.dimension) &&
    isCount(quantity.unit.dimension) &&
    unit.dimension !== quantity.unit.dimension
  )
    return null;
  return convert(quantity.value, quantity.unit, unit);
}

/** The date nearest to the figure; one behind it where both are as near, in English. */
function dateOf({ at, end }: TextFigure, dates: readonly TextDate[], sentence: string): TextDate | null {
  let best: TextDate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    const isBefore = date.end <= at;
    const between = isBefore ? sentence.slice(date.end, at) : sentence.slice(end, date.at);
    // A date behind the figure belongs to it only where a word joins them.
    if (
      !isBefore &&
      !/^\s?(?:or (?:more|less) )?(?:by|in|at|on|until|before|of)? ?(?:the )?(?:end of )?$/iu.test(between)
    )
      continue;
    const distance = between.length - (isBefore ? 0 : 6);
    if (distance < least) [best, least] = [date, distance];
  }
  return best;
}

interface Verdict {
  readonly fault: Args["fault"];
  readonly stated: string;
  readonly on: string | null;
  readonly span: Span;
  readonly section: Section["id"] | null;
  readonly date: TextDate | null;
}

interface Stated {
  readonly value: Big;
  readonly high: Big | null;
  readonly shown: string;
  readonly day: number | null;
  readonly span: Span;
  readonly section: Section["id"] | null;
}

function statedBy({ indicator, levels, baselines, unit }: Figures): readonly Stated[] {
  const targets = levels.map(({ target, quantity, value }): Stated => {
    const upper = quantity.value.upper;
    return {
      value,
      high: upper === null ? null : convert(upper, quantity.value.unit, unit),
      shown: quantity.value.text.trim(),
      day: target.kind === "hold" ? null : statedDay(target),
      span: target.stated.span,
      section: target.section ?? indicator.section,
    };
  });
  const bases = baselines.map(
    ({ value, on, span, quantity }): Stated => ({
      value,
      high: null,
      shown: (quantity.text.split("@")[0] ?? "").trim(),
      day: on,
      span,
      section: null,
    }),
  );
  const points = (indicator.trajectory?.points ?? []).flatMap(({ is, at }): Stated[] => {
    const value = convert(is.value.value, is.value.unit, unit);
    return value === null
      ? []
      : [
          {
            value,
            high: null,
            shown: is.value.text.trim(),
            day: at.value.period?.end ?? null,
            span: is.span,
            section: null,
          },
        ];
  });
  return [...targets, ...bases, ...points];
}

function judge(figures: Figures, figure: TextFigure, date: TextDate | null): Verdict | null {
  const value = inUnitOf(figure, figures.unit, figures.indicator);
  const stated = statedBy(figures);
  if (value === null || stated.length === 0) return null;
  const agrees = (one: Stated): boolean => one.value.eq(value) || one.high?.eq(value) === true;
  if (date === null) {
    const [first] = stated;
    return first === undefined || stated.some(agrees) || isObserved(figures.indicator)
      ? null
      : verdict("unclear", stated, first, null);
  }
  const then = stated.filter(({ day }) => day !== null && day >= date.start && day <= date.last);
  if (then.some(agrees)) return null;
  const [same] = then.filter(({ day }) => day === date.last || then.length === 1);
  if (same !== undefined) return verdict("conflict", [same], same, date);
  // Values reported since then are told in texts as well.
  const [first] = stated;
  if (
    first === undefined ||
    stated.some((one) => one.day === null && agrees(one)) ||
    isObserved(figures.indicator)
  )
    return null;
  return verdict("other-date", stated, first, date);
}

function isObserved({ observations }: Indicator): boolean {
  return observations.length > 0;
}

function verdict(
  fault: Args["fault"],
  stated: readonly Stated[],
  { span, section, day }: Stated,
  date: TextDate | null,
): Verdict {
  const shown = [...new Set(stated.slice(0, 4).map((one) => one.shown))].join(", ");
  return {
    fault,
    stated: shown,
    on: fault === "conflict" && day !== null ? isoDay(day) : null,
    span,
    section,
    date,
  };
}

function findingOf(
  section: Section,
  sentence: Sentence,
  figure: TextFigure,
  { indicator }: Figures,
  found: Verdict,
) {
  const args: Args = {
    section: section.id.value,
    id: indicator.id.value,
    name: nameOf(indicator),
    figure: figure.shown.trim(),
    date: found.date?.shown ?? null,
    stated: found.stated,
    on: found.on,
    fault: found.fault,
  };
  const related = [placeWithSection(found.span, { en: "stated here", zhHans: "此处写明" }, found.section)];
  const span = partSpan(section.text?.span ?? section.span, figure.shown.trim(), sentence.at + figure.at);
  const severity: "error" | "info" = found.fault === "conflict" ? "error" : "info";
  return [span, args, { on: section, related, severity }] as const;
}
