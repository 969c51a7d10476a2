/** How a table shares its width among its columns, so that its rows take few lines and no short text is broken. */
import { textWidth } from "./charts/svg.ts";

export interface FittedColumn {
  /** Ems that it needs whatever stands in it; 0 where nothing is asked. */
  readonly least: number;
  readonly head: string;
  /** Lines of the cell of each row. */
  readonly cells: readonly (readonly string[])[];
}

/** Free space at the sides of a cell, in ems. */
const padding = 1;
/** Heads are set in bold letters. */
const bold = 1.1;
/** A text that is no longer than so many ems is not broken. */
const shortText = 5;
/** A word or figure is broken only where it is longer than so many ems. */
const longestWord = 10;
/** Rows beyond these do not change what suits a table. */
const mostRows = 300;
/** What wrapping leaves empty at the ends of lines. */
const looseness = 1.04;
/** A column is widened by so many ems at once where fewer save no line. */
const mostSteps = 12;

/** Percent of the width for each column, 100 in all; `room` is the width in ems. None for a table without columns. */
export function columnShares(columns: readonly FittedColumn[], room: number): readonly number[] {
  const measured = columns.map((column) => measure(column, room));
  const widths = measured.map(({ least }) => least);
  const sum = (): number => widths.reduce((all, width) => all + width, 0);
  for (let left = Math.floor(room - sum()); left > 0; ) {
    const step = bestStep(measured, widths, left);
    if (step === null) break;
    widths[step.column] = (widths[step.column] ?? 0) + step.ems;
    left -= step.ems;
  }
  return inPercent(spread(widths, measured, room - sum()));
}

interface MeasuredColumn {
  readonly least: number;
  /** Width at which no line of it is broken. */
  readonly natural: number;
  /** Squared lines of all cells at a width: tall cells count for more than many of two lines. */
  readonly costs: (width: number) => number;
}

function measure({ least, head, cells }: FittedColumn, room: number): MeasuredColumn {
  const rows = cells.slice(0, mostRows).map((lines) => lines.map((line) => textWidth(line, 1)));
  const words = cells.slice(0, mostRows).flatMap((lines) => lines.map(longestPiece));
  const headWidth = textWidth(head, bold);
  // A head may stand on two lines.
  const forHead =
    headWidth <= shortText * bold ? headWidth : Math.max(longestPiece(head) * bold, headWidth / 2);
  const needed = Math.max(least, Math.min(longestWord, Math.max(forHead, ...words))) + padding;
  const known = new Map<number, number>();
  return {
    least: Math.min(needed, room),
    natural: Math.max(headWidth, least, ...rows.flat()) + padding,
    costs: (width) => {
      const found = known.get(width) ?? costAt(rows, width - padding);
      known.set(width, found);
      return found;
    },
  };
}

function costAt(rows: readonly (readonly number[])[], width: number): number {
  return rows.reduce((all, lines) => {
    const count = lines.reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(line <= width ? 1 : (line * looseness) / width)),
      0,
    );
    return all + count * count;
  }, 0);
}

/** Pieces that are not broken: words of letters, figures with their signs, days. A Chinese text may be broken anywhere. */
const piece = /[（(]?\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?[）)]?|[\p{Script=Latin}\d.,%≥≤<>+–-]+/gu;

function longestPiece(text: string): number {
  const whole = textWidth(text, 1);
  if (whole <= shortText) return whole;
  return Math.max(0, ...(text.match(piece) ?? []).map((found) => textWidth(found, 1)));
}

/** The widening that saves most for its ems; null where none saves anything. */
function bestStep(
  columns: readonly MeasuredColumn[],
  widths: readonly number[],
  left: number,
): { readonly column: number; readonly ems: number } | null {
  let best: { readonly column: number; readonly ems: number; readonly saved: number } | null = null;
  for (const [column, { costs, natural }] of columns.entries()) {
    const width = widths[column] ?? 0;
    if (width >= natural) continue;
    for (let ems = 1; ems <= Math.min(left, mostSteps); ems++) {
      const saved = (costs(width) - costs(width + ems)) / ems;
      if (saved > (best?.saved ?? 0)) best = { column, ems, saved };
    }
  }
  return best;
}

/** What is left over goes first to columns whose texts are still broken, then to those that hold more than a sign or a word. */
function spread(
  widths: readonly number[],
  columns: readonly MeasuredColumn[],
  left: number,
): readonly number[] {
  if (left <= 0) return widths;
  const wanted = columns.map(({ natural }, i) => Math.max(0, natural - (widths[i] ?? 0)));
  const want = wanted.reduce((all, one) => all + one, 0);
  const given = Math.min(left, want);
  const filled = widths.map((width, i) => width + (want === 0 ? 0 : ((wanted[i] ?? 0) / want) * given));
  const isWide = columns.map(({ natural }) => natural > shortText + padding);
  const stretched = filled.map((width, i) => (isWide.includes(true) && isWide[i] === false ? 0 : width));
  const total = stretched.reduce((all, one) => all + one, 0);
  return filled.map((width, i) => width + ((stretched[i] ?? 0) / total) * (left - given));
}

/** Percent with one decimal; the widest column takes what rounding leaves. */
function inPercent(widths: readonly number[]): readonly number[] {
  const total = widths.reduce((all, width) => all + width, 0);
  const tenths = widths.map((width) => Math.floor((width / total) * 1000));
  const widest = tenths.indexOf(Math.max(...tenths));
  const rest = 1000 - tenths.reduce((all, share) => all + share, 0);
  return tenths.map((share, i) => (i === widest ? share + rest : share) / 10);
}
