/** Milestones and actions with what is due and how far they are. */
import type { Statements } from "../../plan/given.ts";
import type { Action, ItemKind, Milestone, Objective } from "../../plan/plan.ts";
import type { Day, When } from "../../plan/time.ts";
import type { ProgressEntry, ProgressState } from "../../records/records.ts";
import { printDay, printShortDay } from "../dates.ts";
import { groupWritten, printShare } from "../numbers.ts";
import { progressStateWords } from "../status-labels.ts";
import { anchorOf } from "./anchors.ts";
import { spanWords } from "./chart-texts.ts";
import { nameText, ownerText, type ViewContext } from "./context.ts";
import type { LabelledText, Signatures, StatusMark } from "./printed-parts.ts";
import type { LateTask, TaskRow } from "./status-view.ts";
import { whenWords } from "./when-text.ts";

/** A milestone or an action. */
type Task = Milestone | Action;

const stateMarks: Readonly<Record<ProgressState, string>> = {
  "not-started": "○",
  "in-progress": "●",
  done: "✓",
  overdue: "×",
  suspended: "◇",
};

/** Milestones or actions in plan order, each with its latest entry on or before the as-of date. */
export function taskRows(tasks: readonly Task[], context: ViewContext): readonly TaskRow[] {
  const { labels, speaker } = context;
  return tasks.map((task) => {
    const entry = latestEntry(task, context);
    return {
      anchor: anchorOf(task.kind, task.id.value),
      name: nameText(task.name, task.id.value, speaker),
      belongsTo: belongsTo(task, context) ?? labels.none,
      due: task.kind === "action" ? spanText(task.period, context) : dueText(task.by, context),
      owner: ownerText(task.owner, context) ?? labels.none,
      deliverable: deliverableText(task, context) ?? labels.none,
      state: stateMark(entry, lastDay(datesOf(task)), context),
      share: shareText(entry, context),
      remarks: entry === null ? [] : remarksOf(entry, context),
    };
  });
}

/** The last day stated for a task; null when it is undated. */
export function dueDay(task: Task): Day | null {
  return lastDay(datesOf(task));
}

/** True while nothing reported by the as-of date says that the task is done. */
export function isOpen(task: Task, context: ViewContext): boolean {
  return !isDone(latestEntry(task, context));
}

/** Shape and word of how far a task is on the as-of date. */
export function taskState(task: Task, context: ViewContext): StatusMark {
  return stateMark(latestEntry(task, context), dueDay(task), context);
}

/** Tasks that are due and of which nothing says that they are done, longest overdue first. */
export function lateTasks(tasks: readonly Task[], context: ViewContext): readonly LateTask[] {
  const { asOf, labels, speaker } = context;
  const entries = tasks.map((task) => ({ task, entry: latestEntry(task, context) }));
  return entries
    .flatMap(({ task, entry }) => {
      const due = lastDay(datesOf(task));
      return due === null || due >= asOf || isDone(entry) ? [] : [{ task, entry, due }];
    })
    .sort((a, b) => a.due - b.due)
    .map(({ task, entry, due }) => ({
      name: nameText(task.name, task.id.value, speaker),
      kind: task.kind === "action" ? labels.actionKind : labels.milestone,
      due: printShortDay(due, speaker),
      late: speaker.say({
        en: `${groupWritten(String(asOf - due), speaker)} ${asOf - due === 1 ? "day" : "days"}`,
        zhHans: `${groupWritten(String(asOf - due), speaker)}天`,
      }),
      isReported: entry !== null,
      state: stateMark(entry, due, context),
      share: shareText(entry, context),
      remarks: entry === null ? [] : remarksOf({ ...entry, done: null }, context),
      owner: ownerText(task.owner, context) ?? labels.none,
    }));
}

function datesOf(task: Task): Statements<When> {
  return task.kind === "action" ? task.period : task.by;
}

/** The last day stated; null when none is dated. */
function lastDay(dates: Statements<When>): Day | null {
  const days = dates.map(({ is }) => is.value.period?.end ?? null).filter((day) => day !== null);
  return days.length === 0 ? null : Math.max(...days);
}

export function dueText(dates: Statements<When>, context: ViewContext): string {
  const { labels, speaker } = context;
  const days = dates.map(({ is }) => is.value.period?.end ?? null).filter((day) => day !== null);
  const [first] = dates;
  if (days.length === 0) return first === undefined ? labels.undated : whenWords(first.is.value, context);
  return [...new Set(days)].map((day) => printShortDay(day, speaker)).join(" / ");
}

/** From when to when an action runs, in as few words as say it: 2024年4月至9月. */
export function spanText(dates: Statements<When>, context: ViewContext): string {
  const { labels } = context;
  const spans = dates.map(({ is: { value } }) => {
    const start = value.period?.start ?? null;
    const end = value.period?.end ?? null;
    return start === null && end === null ? whenWords(value, context) : spanWords(start, end, context);
  });
  return spans.length === 0 ? labels.undated : [...new Set(spans)].join(" / ");
}

function belongsTo(task: Task, context: ViewContext): string | null {
  if (task.kind === "milestone")
    return task.phase === null ? null : itemName("phase", task.phase.value, context);
  if (task.objective === null) return null;
  const { value } = task.objective;
  const item = context.compilation.index.find("objective", value);
  return item?.kind === "objective" ? nameText((item as Objective).statement, value, context.speaker) : value;
}

export function deliverableText(task: Task, context: ViewContext): string | null {
  return task.kind === "action" || task.deliverable === null
    ? null
    : itemName("deliverable", task.deliverable.value, context);
}

function itemName(kind: ItemKind, id: string, { compilation, speaker }: ViewContext): string {
  const item = compilation.index.find(kind, id);
  return item?.kind === kind ? nameText((item as Milestone).name, id, speaker) : id;
}

/** Overdue is what the calendar says, whatever the entry calls itself, unless it is done. */
function stateMark(
  entry: ProgressEntry | null,
  due: Day | null,
  { asOf, labels, speaker }: ViewContext,
): StatusMark {
  if (isDone(entry)) return wordOf("done", speaker.say(progressStateWords.done));
  if (due !== null && due < asOf) {
    const word = entry === null ? labels.overdueNoEntry : speaker.say(progressStateWords.overdue);
    return wordOf("overdue", word);
  }
  const state = entry?.state?.value ?? null;
  if (state !== null) return wordOf(state, speaker.say(progressStateWords[state]));
  if (entry !== null) return wordOf("in-progress", speaker.say(progressStateWords["in-progress"]));
  return { key: "none", mark: stateMarks["not-started"], word: labels.noEntry };
}

function wordOf(state: ProgressState, word: string): StatusMark {
  return { key: state, mark: stateMarks[state], word };
}

/** Done by its state, or, where the entry names none, by its share. */
function isDone(entry: ProgressEntry | null): boolean {
  if (entry === null) return false;
  return entry.state === null ? entry.share?.value.gte(1) === true : entry.state.value === "done";
}

function shareText(entry: ProgressEntry | null, { speaker }: ViewContext): string | null {
  return entry?.share == null ? null : printShare(entry.share.value, speaker);
}

function latestEntry(task: Task, { compilation, asOf }: ViewContext): ProgressEntry | null {
  let latest: ProgressEntry | null = null;
  for (const entry of compilation.records.progress) {
    if (entry.id.value !== task.id.value || !(entry.kind === null || entry.kind.value === task.kind))
      continue;
    if (entry.at.value.end > asOf) continue;
    if (latest === null || entry.at.value.end >= latest.at.value.end) latest = entry;
  }
  return latest;
}

function remarksOf(
  { done, problem, next }: Pick<ProgressEntry, "done" | "problem" | "next">,
  { speaker }: ViewContext,
): readonly LabelledText[] {
  const parts = [
    { label: { en: "done", zhHans: "完成情况" }, given: done },
    { label: { en: "problem", zhHans: "存在问题" }, given: problem },
    { label: { en: "next", zhHans: "下一步" }, given: next },
  ];
  return parts.flatMap(({ label, given }) =>
    given === null ? [] : [{ label: speaker.say(label), text: given.value }],
  );
}

/** Who filled in and checked the entries that are shown. */
export function taskSignatures(tasks: readonly Task[], context: ViewContext): Signatures {
  const entries = tasks.map((task) => latestEntry(task, context)).filter((entry) => entry !== null);
  const names = (pick: (entry: ProgressEntry) => string | undefined): string | null =>
    joinNames(entries.map(pick), context);
  const days = entries.map((entry) => entry.at.value.end);
  return {
    filledBy: names((entry) => entry.filledBy?.value),
    checkedBy: names((entry) => entry.checkedBy?.value),
    date: days.length === 0 ? null : printDay(Math.max(...days), context.speaker),
  };
}

/** Most names printed in one line. */
const mostNames = 8;

/** Distinct names in order of appearance; null when there is none. */
export function joinNames(
  names: readonly (string | undefined)[],
  { labels, speaker }: ViewContext,
): string | null {
  const distinct = [...new Set(names.filter((name) => name !== undefined && name !== ""))];
  if (distinct.length === 0) return null;
  const shown = distinct.slice(0, mostNames).join(labels.listComma);
  if (distinct.length <= mostNames) return shown;
  return speaker.chinese
    ? `${shown}等${distinct.length}个`
    : `${shown} and ${distinct.length - mostNames} more`;
}
