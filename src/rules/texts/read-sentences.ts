/** The English sentences of a plan's sections with all figures and dates, and the one before in the same paragraph. Not a rule. */
import type { Plan, Section } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import type { Span } from "../../text/source.ts";
import { sentencesOf } from "../plan-words.ts";
import { calendarOf, datesIn, type TextDate } from "./dates.ts";
import { rangesIn } from "./ranges.ts";
import { type SaidFigure, saidFiguresIn } from "./said-figures.ts";
import { anyFigure, blot } from "./sentences.ts";
import { contentStems, speaksOn } from "./subjects.ts";

/** A date, and whether it is told as the one on which something begins or ends. */
export interface SaidDate extends TextDate {
  readonly side: "start" | "end" | null;
}

/** A sentence of a section, placeholders blotted out. */
export interface ReadSentence {
  readonly section: Section;
  /** The whole text that it belongs to, and where in it the sentence begins. */
  readonly span: Span;
  readonly at: number;
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly figures: readonly SaidFigure[];
  readonly dates: readonly SaidDate[];
  /** The words of the sentence before, of which it may speak on; null where it does not. */
  readonly before: ReadonlySet<string> | null;
  /** Its subject is that of what stands before: it begins with It or They, or behind a semicolon. */
  readonly isSequel: boolean;
}

/** Longer ones are no sentences, and longer texts are read no further. */
const longest = 600;
const longestText = 50_000;

/** Each is held against all that the plan states, which takes long where both are many: of plans with more none is read. */
const mostSentences = 2000;

/** All English sentences of the sections. */
export function readSentences(plan: Plan): readonly ReadSentence[] {
  const calendar = calendarOf(plan);
  let count = 0;
  const read = plan.sections.flatMap((section) => {
    if (count > mostSentences) return [];
    if (section.text === null || !/[a-z] [a-z]/.test(section.text.text) || chinese.test(section.text.text))
      return [];
    const { span } = section.text;
    const text = section.text.text
      .slice(0, longestText)
      .replace(/\{\{[^{}]{0,200}\}\}/g, (shown) => blot.repeat(shown.length));
    const sentences = sentencesOf(text);
    count += sentences.length;
    if (count > mostSentences) return [];
    return sentences.flatMap(({ text: words, at }): ReadSentence[] => {
      if (words.length > longest || words.trim() === "") return [];
      const dates = /\d/.test(words) ? datesIn(words, calendar) : [];
      const before = text[at - 1] === ";" || speaksOn(words) ? sentenceBefore(text, at) : "";
      return [
        {
          section,
          span,
          at,
          text: words,
          stems: new Set(contentStems(words)),
          figures: anyFigure.test(words) ? saidFiguresIn(words, dates) : [],
          dates: withSides(words, dates),
          isSequel: text[at - 1] === ";" || /^\s*(?:Its?|They|Their|This|These)\b/u.test(words),
          before: before === "" ? null : new Set(contentStems(before)),
        },
      ];
    });
  });
  return count > mostSentences ? [] : read;
}

/** What stands before an offset in the same paragraph: the last sentence, with those before it as far back as each speaks on itself. */
function sentenceBefore(text: string, at: number): string {
  const nearest = Math.max(0, at - longest);
  const from = nearest + text.slice(nearest, at).lastIndexOf("\n") + 1;
  const all = sentencesOf(text.slice(from, at).trimEnd());
  let first = all.length - 1;
  while (
    first > 0 &&
    all.length - first < mostBefore &&
    goesOn(text, from + (all[first]?.at ?? 0), all[first]?.text ?? "")
  )
    first -= 1;
  return all
    .slice(Math.max(0, first))
    .map((one) => one.text)
    .join(" ");
}

const mostBefore = 3;

function goesOn(text: string, at: number, sentence: string): boolean {
  return text[at - 1] === ";" || /^\s*(?:Chaired|Led|Headed)\b/u.test(sentence) || isPronoun.test(sentence);
}

const isPronoun = /\b(?:[Ii]ts?|[Tt]hey|[Tt]hem|[Tt]heir)\b|^\s*(?:This|These)\b/u;

const starting =
  /\b(?:from|since|as of|(?:begin|start|open|launch|commenc|takes? over|takes? effect|in force|kicks? off)[a-z]*(?: [^,.;]{0,30})?(?: in| on| from| at)?)(?: the)?(?: (?:start|beginning) of)?(?: \d{1,2})? ?$/iu;
const ending =
  /\b(?:until|till|through|(?:ends?|ending|clos|finish|complet|conclud|last|runs?|carries on|continu)[a-z]*(?: [^,.;]{0,30})?(?: in| by| until| to| through| on))(?: the)?(?: end of)?(?: \d{1,2})? ?$/iu;

function withSides(sentence: string, dates: readonly TextDate[]): readonly SaidDate[] {
  if (dates.length === 0) return [];
  const ranges = rangesIn(sentence, dates);
  return dates.map((date) => {
    const head = sentence.slice(Math.max(0, date.at - 60), date.at);
    const isFrom = ranges.some(({ from }) => from === date);
    const isTo = ranges.some(({ to }) => to === date) || ending.test(head);
    return { ...date, side: isTo ? "end" : isFrom || starting.test(head) ? "start" : null };
  });
}
