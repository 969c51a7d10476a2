/** Rows of the lists of the brief, each text cut to its column. */
import type Big from "big.js";
import type { IndicatorRow } from "../../indicators/results.ts";
import type { Day } from "../../plan/time.ts";
import { printShortDay } from "../dates.ts";
import { reasonsOf } from "./attention.ts";
import { cellText, rowLines } from "./brief-fit.ts";
import type { BehindRow, KeyRow, OverdueRow, UpcomingRow } from "./brief-view.ts";
import { nameText, ownerText, statusMark, type ViewContext } from "./context.ts";
import { currentValue, differenceText, periodAmount, signedDifference } from "./figure-text.ts";
import { governingTarget } from "./indicator-view.ts";
import { itemTitle } from "./item-text.ts";
import type { LateTask } from "./status-view.ts";
import { dueDay, isOpen } from "./task-rows.ts";

/** Shares of the page's width; the print style of the brief has the same. A Chinese day stands on one line in 0.16. */
const widths = {
  key: { name: 0.25, value: 0.13, movement: 0.14, target: 0.16, due: 0.16, status: 0.16 },
  keyWithoutMovements: { name: 0.34, value: 0.13, movement: 0, target: 0.21, due: 0.16, status: 0.16 },
  behind: { name: 0.31, status: 0.14, owner: 0.17 },
  overdue: { name: 0.47, due: 0.16, late: 0.11, owner: 0.26 },
  upcoming: { name: 0.37, kind: 0.12, due: 0.16, days: 0.11, owner: 0.24 },
} as const;

/** How far ahead a leader looks, in days. */
export const horizon = 90;

/** The indicators that a leader is asked about first, and the others, for a page that has room; told in so many lines each at most. */
export function keyRows(
  rows: readonly IndicatorRow[],
  { most, hasMovements }: { readonly most: number; readonly hasMovements: boolean },
  context: ViewContext,
): KeyRows {
  const headline = rows.filter(({ indicator }) => indicator.headline);
  const binding = rows.filter(({ indicator }) => indicator.attribute?.value === "binding");
  const weightOf = ({ indicator }: IndicatorRow): Big | null => indicator.weight[0]?.is.value.value ?? null;
  const weighed = rows.flatMap((row) => {
    const weight = weightOf(row);
    return weight === null ? [] : [{ row, weight }];
  });
  const byWeight = weighed.sort((a, b) => b.weight.cmp(a.weight)).map(({ row }) => row);
  const chosen = [headline, binding, byWeight, rows].find((some) => some.length > 0) ?? [];
  const others = rows.filter((row) => !chosen.includes(row)).slice(0, mostOthers);
  const told = (row: IndicatorRow): KeyRow => keyRow(row, hasMovements, most, context);
  return { chosen: chosen.map(told), others: others.map(told), order: [...chosen, ...others], hasMovements };
}

/** What a page has room for at most. */
const mostOthers = 40;

export interface KeyRows {
  readonly chosen: readonly KeyRow[];
  readonly others: readonly KeyRow[];
  /** What both show, in their order. */
  readonly order: readonly IndicatorRow[];
  /** False where the column of changes is left out. */
  readonly hasMovements: boolean;
}

function keyRow(row: IndicatorRow, hasMovements: boolean, most: number, context: ViewContext): KeyRow {
  const { labels, speaker } = context;
  const target = governingTarget(row, context);
  const mark = target.mark === null ? "" : `${labels.open}${target.mark}${labels.close}`;
  const width = hasMovements ? widths.key : widths.keyWithoutMovements;
  const cells = {
    name: cellText(nameText(row.indicator.name, row.indicator.id.value, speaker), width.name, most),
    value: cellText(currentValue(row, context).text, width.value, most),
    target: cellText(target.text, width.target, most),
    due: cellText(`${target.date ?? labels.none}${mark}`, width.due, most),
    movement: movementText(row, context),
  };
  const keys = ["name", "value", "target", "due", ...(hasMovements ? (["movement"] as const) : [])] as const;
  const lines = rowLines(
    keys.map((key) => [cells[key], width[key]]),
    most,
  );
  return { ...cells, lines: String(lines), status: statusMark(row.status, speaker) };
}

/** What the value has changed by since the period before: of a sum of several periods by what the last one added to it. */
function movementText(row: IndicatorRow, context: ViewContext): string {
  const amount = periodAmount(row);
  if (amount === null) return differenceText(row, "change", context);
  const { value } = row.figures.value;
  const [before, last] = row.series().slice(-2);
  const isCharted = before !== undefined && last !== undefined && value !== null && last.value.eq(value);
  return signedDifference(isCharted ? last.value.minus(before.value) : amount, row, context);
}

/** Rows that call for somebody to act, with the first reason. */
export function behindRows(
  rows: readonly IndicatorRow[],
  most: number,
  context: ViewContext,
): readonly BehindRow[] {
  const { labels, speaker } = context;
  const hasOwners = rows.some(({ indicator }) => indicator.owner.length > 0);
  const width = widths.behind;
  const why = 1 - width.name - width.status - (hasOwners ? width.owner : 0);
  return rows.map((row) => {
    const [reason = labels.none] = reasonsOf(row, context);
    const cells = {
      name: cellText(nameText(row.indicator.name, row.indicator.id.value, speaker), width.name, most),
      why: cellText(reason, why, most),
      owner: cellText(ownerText(row.indicator.owner, context) ?? labels.none, width.owner, most),
    };
    const lines = rowLines(
      [
        [cells.name, width.name],
        [cells.why, why],
        [cells.owner, width.owner],
      ],
      most,
    );
    return { ...cells, lines: String(lines), status: statusMark(row.status, speaker) };
  });
}

/** Tasks that are overdue, longest first. */
export function overdueRows(late: readonly LateTask[], most: number): readonly OverdueRow[] {
  const width = widths.overdue;
  return late.map(({ name, due, late: days, owner }) => {
    const cells = {
      name: cellText(name, width.name, most),
      due: cellText(due, width.due, most),
      late: days,
      owner: cellText(owner, width.owner, most),
    };
    const keys = ["name", "due", "owner"] as const;
    return {
      ...cells,
      lines: String(
        rowLines(
          keys.map((key) => [cells[key], width[key]]),
          most,
        ),
      ),
    };
  });
}

/** Targets, actions and milestones due after the as-of date and within the horizon, next first. */
export function upcomingRows(
  rows: readonly IndicatorRow[],
  most: number,
  context: ViewContext,
): readonly UpcomingRow[] {
  const { asOf, labels, plan } = context;
  const found: { readonly on: Day; readonly row: UpcomingRow }[] = [];
  const add = (on: Day | null, name: string, kind: string, owner: string | null): void => {
    if (on === null || on <= asOf || on > asOf + horizon) return;
    found.push({ on, row: upcomingRow({ on, name, kind, owner: owner ?? labels.none }, most, context) });
  };
  for (const { indicator, targets } of rows) {
    const days = new Set(targets.flatMap(({ dueOn, assumed }) => (assumed || dueOn === null ? [] : [dueOn])));
    for (const on of days)
      add(on, itemTitle(indicator, context), labels.target, ownerText(indicator.owner, context));
  }
  for (const task of [...plan.actions, ...plan.milestones])
    if (isOpen(task, context))
      add(
        dueDay(task),
        itemTitle(task, context),
        task.kind === "action" ? labels.actionKind : labels.milestone,
        ownerText(task.owner, context),
      );
  return found.sort((a, b) => a.on - b.on).map(({ row }) => row);
}

interface Upcoming extends Pick<UpcomingRow, "name" | "kind" | "owner"> {
  readonly on: Day;
}

function upcomingRow(
  { on, name, kind, owner }: Upcoming,
  most: number,
  { asOf, speaker }: ViewContext,
): UpcomingRow {
  const width = widths.upcoming;
  const cells = {
    name: cellText(name, width.name, most),
    kind,
    due: printShortDay(on, speaker),
    days: String(on - asOf),
    owner: cellText(owner, width.owner, most),
  };
  const keys = ["name", "due", "owner"] as const;
  return {
    ...cells,
    lines: String(
      rowLines(
        keys.map((key) => [cells[key], width[key]]),
        most,
      ),
    ),
  };
}
