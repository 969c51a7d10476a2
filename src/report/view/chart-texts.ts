/** What the builders of charts share: names, captions, periods in few words, rows left off. */
import { dateParts, monthEnd, monthStart } from "../../plan/days.ts";
import type { Name } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { type ChartLabel, chartLabels } from "../chart-words.ts";
import type { GridCell } from "../charts/cell-grid.ts";
import { printMonth, printShortDay, printYear } from "../dates.ts";
import { plainText } from "../escape.ts";
import { demoWords } from "../status-labels.ts";
import { nameText, type ViewContext } from "./context.ts";
import type { StatusMark } from "./printed-parts.ts";
import { worstFirst } from "./worst-first.ts";

/** A word of the charts in the language of the report. */
export function word(label: ChartLabel, { speaker }: ViewContext): string {
  return speaker.say(chartLabels[label]);
}

/** A name as it is measured and drawn: one line without control characters. */
export function chartName(name: Name | null, id: string, { speaker }: ViewContext): string {
  return plainText(nameText(name, id, speaker));
}

/** A text with a remark in brackets behind it; the text alone where there is none. */
export function remarked(text: string, remark: string | null, { labels }: ViewContext): string {
  return remark === null || remark === "" ? text : `${text}${labels.open}${remark}${labels.close}`;
}

/** The caption of a chart of data, which says when these are made up. */
export function dataCaption(caption: string, context: ViewContext): string {
  const isDemo = context.compilation.records.demo;
  return remarked(caption, isDemo ? context.speaker.say(demoWords.caption) : null, context);
}

/** How many rows only the table has; null when the picture has all. */
export function leftOffNote(count: number, { speaker }: ViewContext): string | null {
  if (count <= 0) return null;
  return speaker.say({
    en: `${count} further ${count === 1 ? "row is" : "rows are"} not in the picture.`,
    zhHans: `另有${count}项未在图中列出。`,
  });
}

/** From when to when, in as few words as say it: whole years, whole months, else days. Null sides are open. */
export function spanWords(from: Day | null, to: Day | null, { speaker }: ViewContext): string {
  const isYears = (from === null || isYearStart(from)) && (to === null || isYearStart(to + 1));
  const isMonths = (from === null || from === monthStart(from)) && (to === null || to === monthEnd(to));
  const print = isYears ? printYear : isMonths ? printMonth : printShortDay;
  const [start, end] = [from, to].map((day) => (day === null ? null : print(day, speaker)));
  if (start == null && end == null) return "";
  if (start == null) return speaker.say({ en: `until ${end}`, zhHans: `至${end}` });
  if (end == null) return speaker.say({ en: `from ${start}`, zhHans: `${start}起` });
  if (start === end) return start;
  if (!isYears && from !== null && to !== null && dateParts(from).year === dateParts(to).year) {
    // The year that both sides share is said once.
    const year = printYear(from, speaker);
    return speaker.say({
      en: `${start.replace(year, "").trim()} – ${end}`,
      zhHans: `${start}至${end.replace(year, "")}`,
    });
  }
  return speaker.say({ en: `${start} – ${end}`, zhHans: `${start}至${end}` });
}

function isYearStart(day: Day): boolean {
  const { month, day: ofMonth } = dateParts(day);
  return month === 1 && ofMonth === 1;
}

/** A status as a cell. */
export function cellOf({ key, mark, word: shown }: StatusMark): GridCell {
  return { key, mark, word: shown };
}

/** The distinct statuses of cells, worst first, for a legend. */
export function legendCells(cells: readonly (GridCell | null)[]): readonly GridCell[] {
  const seen = new Map(cells.flatMap((cell) => (cell === null ? [] : [[cell.key, cell] as const])));
  return worstFirst.flatMap((status) => seen.get(status) ?? []);
}
