/** Builder of the report `brief`: one page for a leader. What is left off is counted, never dropped in silence. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { drawStatusBar } from "../charts/status-bar.ts";
import type { ReportInput } from "../report-input.ts";
import type { StatusLabel } from "../status-labels.ts";
import { urgentRows } from "./attention.ts";
import { type Courses, chartsThatFit, coursesOf } from "./brief-charts.ts";
import { fitTitle, fitted, flowHeight, linesOf, mostLines, rowsThatFit } from "./brief-fit.ts";
import { briefLabels } from "./brief-labels.ts";
import { behindRows, type KeyRows, keyRows, overdueRows, upcomingRows } from "./brief-rows.ts";
import type { BriefCharts, BriefList, BriefView } from "./brief-view.ts";
import { makeContext, type ViewContext } from "./context.ts";
import { type DocumentFrame, makeFrame } from "./frame.ts";
import type { LabelledText, StatusCount } from "./printed-parts.ts";
import { spoken } from "./spoken.ts";
import { findingSentence, statusCounts, summarySentences } from "./summary.ts";
import { lateTasks } from "./task-rows.ts";

const briefTitle: Localized = { en: "Brief", zhHans: "执行情况简报" };

/** Most rows of each list, also where the page has room for more: a leader reads no further. */
const most = { key: 8, behind: 12, overdue: 6, upcoming: 8 } as const;

/** The view of one plan. The same input gives the same view. */
export function buildBriefView(input: ReportInput): BriefView {
  const context = makeContext(input);
  const { plan, speaker } = context;
  const labels = { ...context.labels, ...spoken(briefLabels, speaker) };
  const rows = context.compilation.results.rows.filter(
    ({ entity, indicator }) => entity === null && indicator.role?.value !== "context",
  );
  const counts = statusCounts(rows, context);
  const late = lateTasks([...plan.actions, ...plan.milestones], context);
  const sentences = summarySentences(rows, 0, late, context);
  // The last sentence, on the findings, stands at the foot of the page.
  const summary = sentences.slice(0, -1).join(speaker.chinese ? "" : " ");
  const frame = makeFrame(input, context, briefTitle);
  const head = { title: fitTitle(frame.title), facts: headFacts(frame, context) };
  const findings = findingSentence(context);
  const urgent = urgentRows(rows);
  const listsIn: ListMaker = (most, hasMovements) => ({
    key: keyRows(rows, { most, hasMovements }, context),
    behind: behindRows(urgent, most, context),
    overdue: overdueRows(late, most),
    upcoming: upcomingRows(rows, most, context),
  });
  const notes = [findings, labels.legendNote, ...(urgent.length > 0 ? [labels.orderNote] : [])];
  const hasUpcoming = upcomingRows(rows, mostLines.full, context).length > 0;
  const fixed = {
    title: head.title.height,
    facts: factsHeight(head.facts, labels.colon),
    demo: frame.demo === null ? 0 : 12 * linesOf(frame.demo, 8.5) + 13,
    summary: 14.5 * linesOf(summary, summaryFont),
    counts: legendHeight(counts),
    notes: 12 * notes.reduce((sum, note) => sum + linesOf(note, 8), 0),
    rest: hasUpcoming ? otherHeight : otherHeight + emptyHeight,
  };
  const taken = Object.values(fixed).reduce((sum, height) => sum + height, 0);
  return {
    ...frame,
    labels,
    title: head.title.title,
    titleSize: head.title.size,
    facts: head.facts,
    summary,
    summaryLines: String(linesOf(summary, summaryFont)),
    counts,
    statusBarHtml:
      rows.length === 0
        ? null
        : drawStatusBar(
            counts.map(({ key, mark, count }) => ({ status: key, mark, count })),
            sentences[0] ?? "",
          ),
    ...bestLists(listsIn, taken, context),
    findings,
  };
}

/** Size of the letters of the summary; its lines are 14.5 points high. */
const summaryFont = 10;

/** Points of what is the same on every page: line below the title, status bar, gaps, colophon. */
const otherHeight = 18 + 28 + 4 + 15 + 4;
/** Points of a heading with one line below it, where nothing is to come. */
const emptyHeight = 23 + 12;

interface Lists extends Pick<{ readonly [K in keyof typeof most]: BriefView[K]["rows"] }, Others> {
  readonly key: KeyRows;
}
type Others = "behind" | "overdue" | "upcoming";

type FittedLists = Pick<BriefView, keyof typeof most | "isRoomy" | keyof BriefCharts>;
type ListMaker = (mostLines: number, hasMovements: boolean) => Lists;

/** The lists with their texts uncut where the page holds as many rows so, and without a column of changes where no row that is shown has one. */
function bestLists(listsIn: ListMaker, taken: number, context: ViewContext): FittedLists {
  const shownRows = (lists: FittedLists): number =>
    [lists.key, lists.behind, lists.overdue, lists.upcoming].reduce((sum, { rows }) => sum + rows.length, 0);
  // The order of the indicators is the same in all of them.
  const courses = coursesOf(listsIn(mostLines.full, true).key.order, context);
  const bestOf = (hasMovements: boolean): FittedLists => {
    const within = (lines: number) => fittedLists(listsIn(lines, hasMovements), courses, taken, context);
    const { shown } = within(mostLines.full);
    // Texts that are not cut at all take no more lines where more are allowed.
    for (const lines of mostLines.withRoom) {
      const longer = within(lines);
      if (longer.left >= 0 && shownRows(longer.shown) >= shownRows(shown)) return longer.shown;
    }
    return shown;
  };
  const hasChange = ({ key }: FittedLists): boolean =>
    key.rows.some(({ movement }) => movement !== context.labels.none);
  const full = bestOf(true);
  if (hasChange(full)) return full;
  const narrow = bestOf(false);
  // With the room that the column leaves, a row that has a change may come in.
  return hasChange(narrow) ? full : narrow;
}

/** The lists as far as the page holds them; where it has room for all, the other indicators follow the key ones. */
function fittedLists(
  lists: Lists,
  courses: Courses,
  taken: number,
  context: ViewContext,
): {
  readonly shown: FittedLists;
  /** Points left on the page, negative where not even the first rows have room. */
  readonly left: number;
} {
  const { key, behind, overdue, upcoming } = lists;
  const all = [...key.chosen, ...key.others];
  const others = (
    [
      [behind, most.behind],
      [overdue, most.overdue],
      [upcoming, most.upcoming],
    ] as const
  ).map(([rows, limit]) => ({
    rows: rows.slice(0, limit).map(({ lines }) => Number(lines)),
    isCut: rows.length > limit,
  }));
  const fitting = (keys: number) => {
    const shown = all.slice(0, keys).map(({ lines }) => Number(lines));
    return rowsThatFit([{ rows: shown, isCut: keys < key.chosen.length }, ...others], taken);
  };
  const first = fitting(Math.min(key.chosen.length, most.key));
  const more = first.isWhole ? moreKeys(all.length, key.chosen.length, fitting) : null;
  const fit = more ?? first;
  const { counts, left } = fit;
  const [keys = 0, behinds = 0, overdues = 0, upcomings = 0] = counts;
  const shown = {
    ...roomOrCourses(fit, courses),
    key: {
      ...fittedList(keys > key.chosen.length ? all : key.chosen, keys, context),
      hasMovements: key.hasMovements,
      isAll: keys === all.length,
    },
    behind: {
      ...fittedList(behind, behinds, context),
      hasReasons: behind.slice(0, behinds).some(({ why }) => why !== context.labels.none),
    },
    overdue: fittedList(overdue, overdues, context),
    upcoming: fittedList(upcoming, upcomings, context),
  };
  return { shown, left };
}

type Fit = ReturnType<typeof rowsThatFit>;

/** Rows are set apart where the page has room for that and for courses besides; else courses come first. */
function roomOrCourses(
  { isRoomy, left, spare }: Fit,
  courses: Courses,
): Pick<FittedLists, "isRoomy" | keyof BriefCharts> {
  const besides = chartsThatFit(courses, isRoomy ? left : 0);
  if (!isRoomy || besides.charts.length > 0) return { isRoomy, ...besides };
  const instead = chartsThatFit(courses, spare);
  return { isRoomy: instead.charts.length === 0, ...instead };
}

/** As many of the indicators as stand on the page with nothing giving way to them; null where no more do. */
function moreKeys(all: number, chosen: number, fitting: (keys: number) => Fit): Fit | null {
  for (let keys = all; keys > Math.min(chosen, most.key); keys--) {
    const fit = fitting(keys);
    if (fit.counts[0] === keys && fit.isWhole) return fit;
  }
  return null;
}

function fittedList<Row extends { readonly lines: string; readonly owner?: string }>(
  rows: readonly Row[],
  count: number,
  { labels, speaker }: ViewContext,
): BriefList<Row> {
  const rest = rows.length - count;
  return {
    rows: rows.slice(0, count),
    hasOwners: rows.some(({ owner }) => owner !== undefined && owner !== labels.none),
    leftOff:
      rest <= 0
        ? null
        : speaker.say({
            en: `${rest} more: see the full report.`,
            zhHans: `另有${rest}项，见方案执行情况报告。`,
          }),
  };
}

/** What a leader asks of a page: as of when, what comes next, whose plan, for how long, which version, whom to call. */
const factsInHead: readonly StatusLabel[] = ["asOf", "nextReport", "issuer", "period", "version", "contact"];
/** Longest of them, and what a line of them holds, in points. */
const longestFact = 330;
const factsWidth = 500;

function headFacts({ facts }: DocumentFrame, { labels }: ViewContext): readonly LabelledText[] {
  return factsInHead.flatMap((name) =>
    facts
      .filter(({ label }) => label === labels[name])
      .map(({ label, text }) => ({ label, text: fitted(text, 8.5, 1, longestFact) })),
  );
}

function factsHeight(facts: readonly LabelledText[], colon: string): number {
  const texts = facts.map(({ label, text }) => `${label}${colon}${text}`);
  return flowHeight(texts, { font: 8.5, gap: 14, line: 12, width: factsWidth }) + 8;
}

function legendHeight(counts: readonly StatusCount[]): number {
  return flowHeight(
    counts.map(({ mark, word, count }) => `${mark} ${word} ${count}`),
    { font: 7, gap: 14, line: 14 },
  );
}
