/** Milestones with what is due and how far they are. */

import type { Milestone } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { ProgressEntry, ProgressState } from "../../records/records.ts";
import { printDay } from "../dates.ts";
import { printShare } from "../numbers.ts";
import { progressStateWords } from "../status-labels.ts";
import { nameText, ownerText, type ViewContext } from "./context.ts";
import type { LabelledText, MilestoneRow, Signatures, StatusMark } from "./status-view.ts";

const stateMarks: Readonly<Record<ProgressState, string>> = {
  "not-started": "○",
  "in-progress": "●",
  done: "✓",
  overdue: "×",
  suspended: "◇",
};

/** Milestones in plan order, each with its latest entry on or before the as-of date. */
export function milestoneRows(context: ViewContext): readonly MilestoneRow[] {
  return context.plan.milestones.map((milestone) => milestoneRow(milestone, context));
}

function milestoneRow(milestone: Milestone, context: ViewContext): MilestoneRow {
  const { labels, speaker, compilation } = context;
  const entry = latestEntry(milestone.id.value, context);
  const dues = milestone.by.map((statement) => statement.is.value);
  const days = [...new Set(dues.map((due) => due.period?.end ?? null).filter((day) => day !== null))];
  const itemName = (kind: "phase" | "deliverable", id: string): string => {
    const item = compilation.index.find(kind, id);
    return item?.kind === kind ? nameText((item as Milestone).name, id, speaker) : id;
  };
  return {
    name: nameText(milestone.name, milestone.id.value, speaker),
    phase: milestone.phase === null ? labels.none : itemName("phase", milestone.phase.value),
    due:
      days.length === 0
        ? (dues[0]?.text ?? labels.undated)
        : days.map((day) => printDay(day, speaker)).join(" / "),
    owner: ownerText(milestone.owner, context) ?? labels.none,
    deliverable:
      milestone.deliverable === null ? labels.none : itemName("deliverable", milestone.deliverable.value),
    state: stateMark(entry, days.length === 0 ? null : Math.max(...days), context),
    share: entry?.share == null ? null : printShare(entry.share.value, speaker),
    remarks: entry === null ? [] : remarksOf(entry, context),
  };
}

/** Overdue is what the calendar says, whatever the entry calls itself, unless it is done. */
function stateMark(
  entry: ProgressEntry | null,
  due: Day | null,
  { asOf, labels, speaker }: ViewContext,
): StatusMark {
  const state = entry?.state?.value ?? null;
  const isPast = due !== null && due < asOf;
  if (state !== "done" && isPast) {
    const word = state === null ? labels.overdueNoEntry : labels.overdue;
    return { key: "overdue", mark: stateMarks.overdue, word };
  }
  if (state === null) return { key: "none", mark: stateMarks["not-started"], word: labels.noEntry };
  return { key: state, mark: stateMarks[state], word: speaker.say(progressStateWords[state]) };
}

function latestEntry(id: string, { compilation, asOf }: ViewContext): ProgressEntry | null {
  let latest: ProgressEntry | null = null;
  for (const entry of compilation.records.progress) {
    if (entry.id.value !== id || !(entry.kind === null || entry.kind.value === "milestone")) continue;
    if (entry.at.value.end > asOf) continue;
    if (latest === null || entry.at.value.end >= latest.at.value.end) latest = entry;
  }
  return latest;
}

function remarksOf(
  { done, problem, next }: ProgressEntry,
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
export function milestoneSignatures(context: ViewContext): Signatures {
  const entries = context.plan.milestones
    .map((milestone) => latestEntry(milestone.id.value, context))
    .filter((entry) => entry !== null);
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
    ? `${shown}等${distinct.length}人`
    : `${shown} and ${distinct.length - mostNames} more`;
}
