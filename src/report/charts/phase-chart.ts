/**
 * Phases as bars and milestones as diamonds on one time axis, each on a row of its own, so that phases that overlap or leave
 * a gap show it. Told apart by shape and fill, not by colour.
 */
import type { Speaker } from "../../language/speaker.ts";
import type { Day } from "../../plan/time.ts";
import { ink, size } from "./chart-style.ts";
import { drawRowLabel, type RowLabel, rowLabel } from "./labels-of-rows.ts";
import { type LegendEntry, legendRows } from "./legend-rows.ts";
import { barSign, drawPhaseBar, drawStep, stepSign } from "./phase-marks.ts";
import { drawPicture, fonts, type Layout, mostHeight, type PictureNames } from "./picture.ts";
import { element, textElement, textWidth } from "./svg.ts";
import { timeTicks } from "./time-axis.ts";

/** How far a milestone is: done, due and not done, or still ahead. */
export type StepState = "done" | "late" | "open";

/** A phase: an open side is null, both are when it has no date. */
interface PhaseBar {
  readonly kind: "phase";
  readonly label: string;
  readonly from: Day | null;
  readonly to: Day | null;
  /** From when to when, in words. */
  readonly text: string;
}

/** A milestone; `on` null when it has no date. */
interface PhaseStep {
  readonly kind: "milestone";
  readonly label: string;
  readonly on: Day | null;
  readonly text: string;
  readonly state: StepState;
}

export interface PhaseChart extends PictureNames {
  /** In the order in which they are drawn. */
  readonly rows: readonly (PhaseBar | PhaseStep)[];
  /** Days that the axis shows at least: the plan's period; null sides are open. */
  readonly period: { readonly start: Day | null; readonly end: Day | null };
  readonly asOf: Day;
  readonly words: Readonly<Record<"phase" | "done" | "late" | "open" | "asOf", string>>;
}

/** Rows that fit one page; what follows is left to the table. */
export const mostPhaseRows = 56;

/** Pixels across which days lie. */
export interface Across {
  readonly left: number;
  readonly right: number;
  x(day: Day): number;
}

const axisHeight = 24;
const rowHeight = { high: 34, low: 15 };
const indent = 14;

/** The chart in both layouts; null when nothing has a date. */
export function drawPhaseChart(chart: PhaseChart, speaker: Speaker): string | null {
  const span = daysShown(chart);
  return span === null ? null : drawPicture(chart, (layout) => drawLayout(chart, span, layout, speaker));
}

interface Shown {
  readonly start: Day;
  readonly end: Day;
  readonly asOf: Day | null;
}

/** All days of the rows and the plan; the as-of day too where it lies no further off than a quarter of the whole. */
function daysShown({ rows, period, asOf }: PhaseChart): Shown | null {
  const own = rows.flatMap((row) => (row.kind === "phase" ? [row.from, row.to] : [row.on]));
  if (own.every((day) => day === null)) return null;
  const days = [...own, period.start, period.end].filter((day) => day !== null);
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b)) + 1;
  // A bar without an end needs room to be seen as one.
  const room = Math.ceil(Math.max(60, (last - first) / 6));
  const open = (side: "from" | "to") =>
    rows.some((row) => row.kind === "phase" && row[side] === null && (row.from ?? row.to) !== null);
  const start = open("from") ? first - room : first;
  const end = open("to") ? last + room : last;
  const near = Math.max(31, (end - start) / 4);
  const isNear = asOf >= start - near && asOf <= end + near;
  return isNear
    ? { start: Math.min(start, asOf), end: Math.max(end, asOf + 1), asOf }
    : { start, end, asOf: null };
}

function drawLayout(
  chart: PhaseChart,
  span: Shown,
  layout: Layout,
  speaker: Speaker,
): { readonly height: number; readonly markup: string } {
  const legend = legendRows(legendOf(chart, span), layout.width);
  const across = acrossOf(span, layout);
  const top = 6 + legend.rows * size.legendRow + axisHeight;
  const { labels, pitch } = labelsThatFit(chart, layout, mostHeight - top);
  let y = top;
  const rows = chart.rows.map((row, i) => {
    const own = indentOf(row);
    const label = labels[i] ?? rowLabel(row.label, layout, own, 1);
    const height = layout.labelWidth > 0 ? rowHeightOf(label, pitch) : 18;
    const middle = y + label.down + height / 2;
    const mark =
      row.kind === "phase"
        ? drawPhaseBar(row, across, middle, Math.min(18, height - 3))
        : drawStep(row, across, middle);
    const named = drawRowLabel(label, {
      x: own,
      top: y,
      middle,
      strong: row.kind === "phase",
      onLines: true,
    });
    y += label.down + height + (layout.labelWidth > 0 ? 0 : 9);
    return named + mark;
  });
  const bottom = y + 4;
  return {
    height: bottom + 4,
    markup: legend.markup + drawAxis(span, across, { top, bottom }, layout, speaker) + rows.join(""),
  };
}

/** Lines of a label, where all rows fit in so many; rows of one line stand close. */
const mostLines = [3, 2] as const;
const labelGap = 8;

function indentOf({ kind }: PhaseChart["rows"][number]): number {
  return kind === "phase" ? 0 : indent;
}

/** Room for a label of several lines; rows that stand close have one. */
function rowHeightOf({ lines, height }: RowLabel, pitch: number): number {
  return lines.length > 1 ? Math.max(pitch, height + labelGap) : pitch;
}

/** The labels in as many lines as the height holds, and the height of a row whose label needs no more. */
function labelsThatFit(
  { rows }: PhaseChart,
  layout: Layout,
  room: number,
): { readonly labels: readonly RowLabel[]; readonly pitch: number } {
  const pitch = rowHeight.high;
  for (const most of mostLines) {
    const labels = rows.map((row) => rowLabel(row.label, layout, indentOf(row), most));
    const taken = labels.reduce((all, label) => all + rowHeightOf(label, pitch), 0);
    if (taken <= room) return { labels, pitch };
  }
  return { labels: rows.map((row) => rowLabel(row.label, layout, indentOf(row), 1)), pitch: rowHeight.low };
}

function acrossOf({ start, end }: Shown, { width, labelWidth }: Layout): Across {
  const left = labelWidth + 2;
  const right = width - 2;
  return { left, right, x: (day) => left + ((right - left) * (day - start)) / (end - start) };
}

/** Lines at the firsts of months or years with their names above, and the as-of day. */
function drawAxis(
  { start, end, asOf }: Shown,
  { left, right, x }: Across,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  layout: Layout,
  speaker: Speaker,
): string {
  const ticks = timeTicks(start, end, layout.labelWidth > 0 ? 6 : 4, speaker).map(({ day, label }) => {
    const half = textWidth(label, fonts.small) / 2;
    const at = Math.min(Math.max(x(day), left + half), right - half);
    return (
      element("line", { x1: x(day), x2: x(day), y1: top - 6, y2: bottom, stroke: ink.grid }) +
      textElement(label, {
        x: at,
        y: top - 9,
        "text-anchor": "middle",
        "font-size": fonts.small,
        fill: ink.text,
      })
    );
  });
  const base = element("line", { x1: left, x2: right, y1: top - 4, y2: top - 4, stroke: ink.axis });
  return ticks.join("") + base + (asOf === null ? "" : drawAsOf(x(asOf), top - 4, bottom));
}

function drawAsOf(x: number, y1: number, y2: number): string {
  return element("line", {
    x1: x,
    x2: x,
    y1,
    y2,
    stroke: "#111",
    "stroke-width": 1.4,
    "stroke-dasharray": "2 3",
  });
}

/** Only what is drawn. */
function legendOf({ rows, words }: PhaseChart, { asOf }: Shown): readonly LegendEntry[] {
  const entries: LegendEntry[] = [];
  if (rows.some((row) => row.kind === "phase")) entries.push({ sign: barSign(), label: words.phase });
  for (const state of ["done", "late", "open"] as const)
    if (rows.some((row) => row.kind === "milestone" && row.on !== null && row.state === state))
      entries.push({ sign: stepSign(state), label: words[state] });
  if (asOf !== null) entries.push({ sign: drawAsOf(13, 0, 12), label: words.asOf });
  return entries;
}
