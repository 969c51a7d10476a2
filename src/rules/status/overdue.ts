/** What is due and, by the progress records, not done. Shared by the rules on milestones and actions; not a rule. */
import type { IndicatorResults } from "../../indicators/results.ts";
import { isoDay } from "../../plan/days.ts";
import type { Statements } from "../../plan/given.ts";
import type { Item, Name } from "../../plan/plan.ts";
import type { Day, When } from "../../plan/time.ts";
import type { ProgressEntry, ProgressState, Records } from "../../records/records.ts";
import type { Span } from "../../text/source.ts";
import type { StatusRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

export interface Overdue<T extends Item> {
  readonly item: T;
  readonly due: Day;
  /** Place of the date. */
  readonly dateSpan: Span;
  /** The latest entry; null when there is none. */
  readonly latest: ProgressEntry | null;
}

/** What a message on something overdue says. */
export type OverdueArgs = {
  readonly id: string;
  readonly name: string;
  readonly due: string;
  readonly state: ProgressState | "none";
};

/** States in words, as the messages print them. */
export const stateInEnglish: Readonly<Record<ProgressState | "none", string>> = {
  "not-started": "not started",
  "in-progress": "in progress",
  done: "done",
  overdue: "overdue",
  suspended: "suspended",
  none: "no progress reported",
};
export const stateInChinese: Readonly<Record<ProgressState | "none", string>> = {
  "not-started": "未启动",
  "in-progress": "推进中",
  done: "已完成",
  overdue: "逾期",
  suspended: "暂缓",
  none: "未报送进展",
};

/**
 * The items whose last stated day lies before the as-of date and whose latest progress on that date is not `done`. A kind
 * of item that has no progress entry at all is not tracked, so nothing is reported of it.
 */
export function overdueItems<T extends Item>(
  items: readonly T[],
  datesOf: (item: T) => Statements<When>,
  records: Records,
  { asOf }: IndicatorResults,
): readonly Overdue<T>[] {
  const latest = latestEntries(records, asOf);
  if (!items.some((item) => latest.has(item.id.value))) return [];
  return items.flatMap((item) => {
    const ends = datesOf(item).flatMap(({ is }) => {
      const end = is.value.state === "dated" ? (is.value.period?.end ?? null) : null;
      return end === null ? [] : [{ end, span: is.span }];
    });
    const last = ends.reduce<(typeof ends)[number] | null>(
      (a, b) => (a === null || b.end > a.end ? b : a),
      null,
    );
    const entry = latest.get(item.id.value) ?? null;
    if (last === null || last.end >= asOf || isDone(entry)) return [];
    return [{ item, due: last.end, dateSpan: last.span, latest: entry }];
  });
}

/** Whether the latest entry of an item says that it is done. */
export function doneItems(records: Records, asOf: Day): (id: string) => boolean {
  const latest = latestEntries(records, asOf);
  return (id) => isDone(latest.get(id) ?? null);
}

/** Reports something overdue at its id; related: its date and the latest entry. */
export function reportOverdue(overdue: Overdue<Item & { readonly name: Name | null }>, report: Report): void {
  const { item, due, dateSpan, latest } = overdue;
  const related = [{ span: dateSpan, note: { en: "due", zhHans: "完成时限" } }];
  if (latest !== null)
    related.push({ span: latest.span, note: { en: "latest progress", zhHans: "最新进展" } });
  report(
    item.id.span,
    { id: item.id.value, name: nameOf(item), due: isoDay(due), state: stateOf(overdue) },
    { related, on: item },
  );
}

type Report = Parameters<StatusRule<OverdueArgs>["check"]>[0]["report"];

/** The state of the latest entry in one word. */
function stateOf({ latest }: Overdue<Item>): ProgressState | "none" {
  return latest?.state?.value ?? (latest === null ? "none" : "in-progress");
}

function isDone(entry: ProgressEntry | null): boolean {
  if (entry === null) return false;
  return entry.state === null ? entry.share?.value.gte(1) === true : entry.state.value === "done";
}

function latestEntries({ progress }: Records, asOf: Day): ReadonlyMap<string, ProgressEntry> {
  const latest = new Map<string, ProgressEntry>();
  for (const entry of progress) {
    const before = latest.get(entry.id.value);
    if (entry.at.value.end > asOf || (before !== undefined && before.at.value.end > entry.at.value.end))
      continue;
    latest.set(entry.id.value, entry);
  }
  return latest;
}
