/**
 * The months or days that a text gives a phase must be those of the phase.
 *
 * Looks at: titles and sentences of sections with the name of one phase and right behind it its months (试点阶段为第1至9个月, months 1 to
 * 9), its years (试点阶段（2026—2027年）), its days (2026年1月至9月), when it begins or ends, or how long it lasts.
 * Reports: the words of the text; related: the stated period. An error: both cannot hold.
 * Source: DESIGN.md section 4 (two values for one thing).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import { orderedBy } from "../../plan/ordered-by.ts";
import type { PlanCalendar } from "../../plan/parse-time.ts";
import type { Name, Phase, Plan, Section } from "../../plan/plan.ts";
import type { Period, When } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, type Sentence, sentencesOf } from "../plan-words.ts";
import { calendarOf } from "../texts/dates.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { namedThings, placesIn } from "../texts/named-things.ts";
import { lengthTold, type PhaseTold, phaseTold } from "../texts/phase-words.ts";
import { statedPeriod } from "../times-of.ts";
import { spanInChinese, spanInEnglish } from "../words.ts";

type Args = {
  readonly section: string;
  readonly id: string;
  readonly said: string;
  readonly stated: string;
};

export const narrativePhaseConflict = defineRule<Args>({
  code: "narrative/phase-conflict",
  severity: "error",
  named: ["id"],
  text: {
    en: {
      title: "Time of a phase in the text against the schedule",
      message: (a) =>
        `section ${a.section} says "${a.said}" of phase ${a.id}, which is set for ${spanInEnglish(a.stated)}`,
      why: "Whoever reads the text works to other dates than whoever reads the schedule.",
      fix: "Correct the text or the period of the phase.",
    },
    zhHans: {
      title: "正文所写阶段时间与安排不符",
      message: (a) =>
        `章节“${a.section}”写阶段“${a.id}”为“${a.said}”，而该阶段安排在 ${spanInChinese(a.stated)}`,
      why: "看正文的与看进度表的按不同时间推进。",
      fix: "更正正文或阶段的起止时间。",
    },
  },
  check({ plan, report }) {
    const dated = phasesOf(plan);
    const phases = namedThings(dated);
    if (phases.size === 0) return;
    const calendar = calendarOf(plan);
    for (const section of plan.sections) {
      for (const { sentence, span } of sentencesAndTitle(section)) {
        if (!anyTime.test(sentence.text) || ofElsewhere.test(sentence.text)) continue;
        const named = placesIn(sentence.text, phases);
        const places = [...named, ...byNumber(sentence.text, dated, plan), ...byTerm(sentence.text, dated)];
        for (const place of places.length > 0 ? places : atHead(sentence.text, dated)) {
          const told = toldOtherwise(sentence.text, place, calendar);
          if (told === null) continue;
          const { periods, phase, when } = place.item;
          const args = {
            section: section.id.value,
            id: phase.id.value,
            said: told.shown,
            stated: periods.map(print).join(", "),
          };
          const related = [{ span: when.span, note: { en: "the schedule", zhHans: "进度安排" } }];
          report(partSpan(span, told.shown, sentence.at + told.at), args, {
            on: section,
            related,
          });
        }
      }
    }
  },
});

interface PhasePlace {
  readonly item: DatedPhase;
  readonly end: number;
}

/** What is told of the phase behind its name, where it is not as stated: its days, or how long it lasts behind them. */
function toldOtherwise(
  sentence: string,
  { item: { periods }, end }: PhasePlace,
  calendar: PlanCalendar,
): PhaseTold | null {
  const told = phaseTold(sentence, end, calendar);
  if (told === null || !periods.some((one) => agrees(told, one))) return told;
  const lasts = told.months === null ? lengthTold(sentence, told.at + told.shown.length) : null;
  return lasts === null || periods.some((one) => agrees(lasts, one)) ? null : lasts;
}

/** 第二阶段（第4—9个月）: the phases in their order, where their names tell none of it. */
function byNumber(sentence: string, phases: readonly DatedPhase[], plan: Plan): readonly PhasePlace[] {
  if (!/第[一二三四五六]阶段/u.test(sentence) || phases.some(({ name }) => /第.阶段/u.test(name?.text ?? "")))
    return [];
  // One that is left out or without a start moves the others.
  const begun = phases.flatMap((phase) => {
    const start = phase.periods[0]?.start ?? null;
    return start === null ? [] : [{ phase, start }];
  });
  if (begun.length !== plan.phases.length) return [];
  const inOrder = orderedBy(begun, ({ start }) => start);
  return [...sentence.matchAll(/第([一二三四五六])阶段/gu)].flatMap(({ 0: words, 1: digit = "", index }) => {
    const item = inOrder["一二三四五六".indexOf(digit)]?.phase;
    return item === undefined ? [] : [{ item, end: index + words.length }];
  });
}

/** 近期（2026—2027年）, of the one phase whose name begins so. */
function byTerm(sentence: string, phases: readonly DatedPhase[]): readonly PhasePlace[] {
  if (!/[近中远]期[（(]/u.test(sentence)) return [];
  // Months within it may be those of a step.
  return [...sentence.matchAll(/([近中远]期)(?=[（(]20\d\d年?[至到—–~－-]{1,2}20\d\d年?[）)])/gu)].flatMap(
    ({ 1: term = "", index }) => {
      const [item, other] = phases.filter(({ name }) => name?.text.startsWith(term) === true);
      return item === undefined || other !== undefined ? [] : [{ item, end: index + term.length }];
    },
  );
}

/** Implementation takes 30 months: the bare name of a phase at the head of an English sentence, with a verb of time behind it. */
function atHead(sentence: string, phases: readonly DatedPhase[]): readonly PhasePlace[] {
  // The first, Getting ready, lasts …
  const [indent = ""] =
    /^\s*(?:(?:[Tt]he |Phase |Stage |Years? )[a-z\d ]{1,16}, |[Tt]he )?/u.exec(sentence) ?? [];
  return phases.flatMap((item) => {
    const name = item.name?.text.replace(/ phase$/iu, "") ?? "";
    if (name === "" || chinese.test(name)) return [];
    const named = indent.length + name.length;
    // Held in the letters of the sentence: small letters may be more or fewer of them (İ).
    if (sentence.slice(indent.length, named).toLowerCase() !== name.toLowerCase()) return [];
    const end = indent.endsWith(", ") && sentence.startsWith(", ", named) ? named + 1 : named;
    return timeBehind.test(sentence.slice(end)) ? [{ item, end }] : [];
  });
}

const timeBehind =
  /^ (?:takes|lasts|runs|covers|begins|starts|ends|closes|finishes|concludes|is over|(?:will|shall|must) (?:take|last|run|begin|start|end|close|finish)) |^(?:, from | \(|: )(?=[A-Z(\d]|the )/u;

const anyTime = /\d|个月| months\b/;

/** The title of a section stands for a sentence: 试点阶段（2026—2027年）. */
function* sentencesAndTitle({ title, text }: Section): Generator<{ sentence: Sentence; span: Span }> {
  if (title !== null) yield { sentence: { text: title.text, at: 0 }, span: title.span };
  if (text === null || !anyTime.test(text.text)) return;
  for (const sentence of sentencesOf(text.text)) yield { sentence, span: text.span };
}

interface DatedPhase {
  readonly phase: Phase;
  readonly name: Name | null;
  readonly when: Given<When>;
  readonly periods: readonly Period[];
}

/** A phase is named in texts as the phase of its name: the design phase, 试点阶段. */
function phasesOf({ phases }: Plan): readonly DatedPhase[] {
  return phases.flatMap((phase) => {
    const { name } = phase;
    const periods = phase.period.flatMap(({ is }) => statedPeriod(is) ?? []);
    const [first] = phase.period;
    const plain = name?.text.replace(/[（(][^（）()]{0,60}[）)]$/u, "").trim() ?? "";
    if (name === null || plain === "" || first === undefined || periods.length === 0 || /[（(\d]/.test(plain))
      return [];
    const text = chinese.test(plain)
      ? plain.endsWith("期")
        ? plain
        : `${plain.replace(/阶段$/u, "")}阶段`
      : `${plain.replace(/ phase$/i, "")} phase`;
    return [{ phase, name: { ...name, text }, when: first.is, periods }];
  });
}

const daysOfMonth = 30.44;

function agrees(told: PhaseTold, { start, end }: Period): boolean {
  if (told.months !== null)
    return start === null || end === null || Math.round((end - start + 1) / daysOfMonth) === told.months;
  const begins = told.from === null || start === null || within(start, told.from);
  return begins && (told.to === null || end === null || within(end, told.to));
}

function within(day: number, { start, end }: Period): boolean {
  return (start === null || day >= start) && (end === null || day <= end);
}

function print({ start, end }: Period): string {
  return `${start === null ? "" : isoDay(start)}..${end === null ? "" : isoDay(end)}`;
}
