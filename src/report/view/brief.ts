/** Builder of the report `brief`: one page for a leader. What is left off is counted, never dropped in silence. */
import type Big from "big.js";
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { IndicatorRow } from "../../indicators/results.ts";
import type { Day } from "../../plan/time.ts";
import { drawStatusBar } from "../charts/status-bar.ts";
import { printShortDay } from "../dates.ts";
import type { ReportInput } from "../report-input.ts";
import { reasonsOf, urgentRows } from "./attention.ts";
import { briefLabels } from "./brief-labels.ts";
import type { BehindRow, BriefView, KeyRow, UpcomingRow } from "./brief-view.ts";
import { makeContext, nameText, ownerText, statusMark, type ViewContext } from "./context.ts";
import { currentValue, differenceText } from "./figure-text.ts";
import { makeFrame } from "./frame.ts";
import { governingTarget } from "./indicator-view.ts";
import { itemTitle } from "./item-text.ts";
import { spoken } from "./spoken.ts";
import { findingSentence, statusCounts, summarySentences } from "./summary.ts";
import { dueDay, isOpen, lateTasks } from "./task-rows.ts";

const briefTitle: Localized = { en: "Brief", zhHans: "执行情况简报" };

/** Rows of each list: with names of two lines the page holds just these. */
const most = { key: 6, behind: 5, overdue: 3, upcoming: 4 } as const;
/** Longest name and reason, in characters; Chinese ones are twice as wide. */
const longest = { latin: 76, chinese: 38 } as const;
/** How far ahead a leader looks. */
const horizon = 90;

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
  const behind = urgentRows(rows);
  const upcoming = upcomingRows(rows, context);
  return {
    ...makeFrame(input, context, briefTitle),
    labels,
    // The last sentence, on the findings, stands at the foot of the page.
    summary: sentences.slice(0, -1).join(speaker.chinese ? "" : " "),
    counts,
    statusBarHtml:
      rows.length === 0
        ? null
        : drawStatusBar(
            counts.map(({ key, mark, count }) => ({ status: key, mark, count })),
            sentences[0] ?? "",
          ),
    key: keyRows(rows, context),
    behind: behind.slice(0, most.behind).map((row) => behindRow(row, context)),
    behindLeftOff: leftOff(behind.length - most.behind, context),
    overdue: late.slice(0, most.overdue).map(({ name, due, late: days, owner }) => ({
      name: short(name, context),
      due,
      late: days,
      owner: short(owner, context),
    })),
    overdueLeftOff: leftOff(late.length - most.overdue, context),
    upcoming: upcoming.slice(0, most.upcoming),
    upcomingLeftOff: leftOff(upcoming.length - most.upcoming, context),
    findings: findingSentence(context),
  };
}

function leftOff(count: number, { speaker }: ViewContext): string | null {
  if (count <= 0) return null;
  return speaker.say({
    en: `${count} more: see the full report.`,
    zhHans: `另有${count}项，见执行情况报告。`,
  });
}

/** A text that takes at most two lines of its column. */
function short(text: string, { speaker }: ViewContext): string {
  const characters = [...text];
  const limit = speaker.chinese || /\p{Script=Han}/u.test(text) ? longest.chinese : longest.latin;
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join("")}…`;
}

/** The indicators that a leader is asked about. */
function keyRows(rows: readonly IndicatorRow[], context: ViewContext): readonly KeyRow[] {
  const headline = rows.filter(({ indicator }) => indicator.headline);
  const binding = rows.filter(({ indicator }) => indicator.attribute?.value === "binding");
  const weightOf = ({ indicator }: IndicatorRow): Big | null => indicator.weight[0]?.is.value.value ?? null;
  const weighed = rows.flatMap((row) => {
    const weight = weightOf(row);
    return weight === null ? [] : [{ row, weight }];
  });
  const byWeight = weighed.sort((a, b) => b.weight.cmp(a.weight)).map(({ row }) => row);
  const chosen = [headline, binding, byWeight, rows].find((some) => some.length > 0) ?? [];
  return chosen.slice(0, most.key).map((row) => {
    const target = governingTarget(row, context);
    const { change } = row.figures;
    return {
      name: short(nameText(row.indicator.name, row.indicator.id.value, context.speaker), context),
      value: currentValue(row, context).text,
      target: short(target.text, context),
      due: target.date ?? context.labels.none,
      movement: change.value === null ? context.labels.none : differenceText(row, "change", context),
      status: statusMark(row.status, context.speaker),
    };
  });
}

function behindRow(row: IndicatorRow, context: ViewContext): BehindRow {
  const { labels, speaker } = context;
  const [reason] = reasonsOf(row, context);
  return {
    name: short(nameText(row.indicator.name, row.indicator.id.value, speaker), context),
    status: statusMark(row.status, speaker),
    why: reason === undefined ? labels.none : short(reason, context),
    owner: short(ownerText(row.indicator.owner, context) ?? labels.none, context),
  };
}

interface Upcoming extends UpcomingRow {
  readonly on: Day;
}

/** Targets, actions and milestones due after the as-of date and within the horizon, next first. */
function upcomingRows(rows: readonly IndicatorRow[], context: ViewContext): readonly UpcomingRow[] {
  const { asOf, labels, plan, speaker } = context;
  const found: Upcoming[] = [];
  const add = (on: Day | null, name: string, kind: string, owner: string | null): void => {
    if (on === null || on <= asOf || on > asOf + horizon) return;
    found.push({
      on,
      name: short(name, context),
      kind,
      due: printShortDay(on, speaker),
      days: String(on - asOf),
      owner: short(owner ?? labels.none, context),
    });
  };
  for (const { indicator, targets } of rows)
    for (const { dueOn, assumed } of targets)
      if (!assumed)
        add(dueOn, itemTitle(indicator, context), labels.target, ownerText(indicator.owner, context));
  for (const task of [...plan.actions, ...plan.milestones])
    if (isOpen(task, context))
      add(
        dueDay(task),
        itemTitle(task, context),
        task.kind === "action" ? labels.actionKind : labels.milestone,
        ownerText(task.owner, context),
      );
  return found.sort((a, b) => a.on - b.on).map(({ on: _, ...row }) => row);
}
