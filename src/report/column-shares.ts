/** How a table shares its width among its columns, so that its rows take few lines and no short text is broken. */
import { textWidth } from "./charts/svg.ts";
import { evened, lowered, type MeasuredColumn, mostSteps, sum } from "./column-exchanges.ts";

export interface FittedColumn {
  /** Ems that it needs whatever stands in it; 0 where nothing is asked. */
  readonly least: number;
  /** Lines of its head. */
  readonly head: readonly string[];
  /** Lines of the cell of each row. */
  readonly cells: readonly (readonly string[])[];
}

/** Free space at the sides of a cell with its border, in ems, and what rounding to tenths of a percent takes. */
const padding = 1.1;
/** Heads are set in bold letters. */
const bold = 1.1;
/**
 * In ems: texts up to `whole` are not broken, nor are words up to `word`, times from month to month up to `span`, and days;
 * no column of longer texts is narrower than `least`, none of sentences than `long`. Where the columns have no room for
 * that, the next row of the table is asked for.
 */
const measures = [
  { whole: 5, word: 10, span: 15, least: 8, long: 10, breaksDays: false },
  { whole: 4, word: 8, span: 0, least: 7, long: 10, breaksDays: false },
  { whole: 3, word: 7, span: 0, least: 6, long: 9, breaksDays: false },
  { whole: 3, word: 6, span: 0, least: 6, long: 11, breaksDays: true },
  { whole: 3, word: 6, span: 0, least: 5, long: 8, breaksDays: true },
] as const;
/** A text that is longer than this in ems is a sentence. */
const sentence = 30;
type Measures = (typeof measures)[number];
/** What wrapping leaves empty at the ends of lines. */
const looseness = 1.04;
/** A cell of this width holds no word: a dash stands for what is not stated. */
const dash = 1.2;
/** Where not one cell in so many has words, those few may stand in more lines. */
const sparseness = 10;
/** Rows beyond these do not change what suits a table. */
const mostRows = 150;

/** Percent of the width for each column, 100 in all; `room` is the width in ems. None for a table without columns. */
export function columnShares(columns: readonly FittedColumn[], room: number): readonly number[] {
  const measured = roomyColumns(columns, room);
  const widths = measured.map(({ least }) => least);
  for (let left = Math.floor(room - sum(widths)); left > 0; ) {
    const step = bestStep(measured, widths, left);
    if (step === null) break;
    widths[step.column] = (widths[step.column] ?? 0) + step.ems;
    left -= step.ems;
  }
  return inPercent(lowered(evened(spread(widths, measured, room - sum(widths)), measured), measured));
}

/** The columns by the first measures that leave room, else by the last. */
function roomyColumns(columns: readonly FittedColumn[], room: number): readonly MeasuredColumn[] {
  let measured: readonly MeasuredColumn[] = [];
  for (const measure of measures) {
    measured = columns.map((column) => measuredColumn(column, measure));
    if (sum(measured.map(({ least }) => least)) <= room) break;
  }
  return measured;
}

function measuredColumn({ least, head, cells }: FittedColumn, measure: Measures): MeasuredColumn {
  const shown = cells.slice(0, mostRows);
  const rows = shown.map((lines) => lines.map((line) => textWidth(line, 1)));
  const headWidth = Math.max(0, ...head.map(headLine));
  const forHead = Math.max(
    // A head of one line may stand on two.
    headWidth <= measure.whole * bold || head.length > 1 ? headWidth : headWidth / 2,
    ...head.map((line) => longestPiece(line, measure)),
  );
  const longest = Math.max(0, ...rows.flat());
  const isSparse =
    rows.filter((lines) => lines.some((line) => line > dash)).length * sparseness < rows.length;
  const words = shown.flatMap((lines) => lines.map((line) => longestPiece(line, measure)));
  const roomy = isSparse ? measure.whole : longest > sentence ? measure.long : measure.least;
  const needed = Math.max(least, forHead, Math.min(longest, roomy), ...words) + padding;
  const linesAt = new Map<number, readonly number[]>();
  const lines = (width: number): readonly number[] => {
    const known = linesAt.get(width) ?? cellLines(rows, width - padding);
    linesAt.set(width, known);
    return known;
  };
  return {
    least: needed,
    natural: Math.max(headWidth, least, longest) + padding,
    lines,
    costs: (width) => lines(width).reduce((all, count) => all + count * count, 0),
  };
}

/** A day below the word of a head is set in small letters. */
const smallDay = 0.85;

function headLine(text: string): number {
  return textWidth(text, text.match(day)?.[0] === text ? smallDay : bold);
}

function cellLines(rows: readonly (readonly number[])[], width: number): readonly number[] {
  return rows.map((lines) =>
    lines.reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(line <= width ? 1 : (line * looseness) / width)),
      0,
    ),
  );
}

/** Percentage points, as pages hold them together with their figure, and units of several parts (元/人·年) behind one. */
const points = /[+−-]?\d[\d.,]{0,24}[个個]百分[点點]|(?<=\d ?)[一-龥]{1,3}\/[一-龥]{1,3}(?:·[一-龥]{1,2})?/g;

/** A day is never broken; words of letters and figures with their signs only where they are long. */
const day = /[（(]?(?:自?\d{4}年\d{1,2}月\d{1,2}日起?|\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b)[）)]?[，；、。]?/g;
const word = /[\p{Script=Latin}\d.,;:%≥≤<>+()–-]+/gu;

/** Of a day that must be broken behind its year, the rest takes so much. */
const secondHalf = 0.65;

/** A remark on a day that the plan does not state, as pages hold it together. */
const remark = /（未[注註]明，按期末[计計]）/g;

/** 2024年7月至2025年6月, Jul 2024 – Jun 2025, alone in a line. */
const timeSpan =
  /^(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?至[\d年月日]+|[\dA-Z][\da-z ]{2,12} – [\da-zA-Z ]{4,12})$/;

function longestPiece(text: string, { whole, word: longest, span, breaksDays }: Measures): number {
  const width = textWidth(text, 1);
  if (width <= whole || (width <= span && timeSpan.test(text))) return width;
  const widths = (pieces: readonly string[] | null): readonly number[] =>
    (pieces ?? []).map((piece) => textWidth(piece, 1));
  const remarks = widths(text.match(remark)).filter((wide) => wide <= span);
  return Math.max(
    0,
    ...remarks,
    ...widths(text.match(points)),
    ...widths(text.match(day)).map((wide) => (breaksDays ? wide * secondHalf : wide)),
    Math.min(longest, Math.max(0, ...widths(text.match(word)))),
  );
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

/** Among short texts only, a column of less than this share of the widest holds numbers or signs. */
const shortShare = 0.7;

/** What is left over goes first to columns whose texts are still broken, then to those that hold more than a sign or a word. */
function spread(
  widths: readonly number[],
  columns: readonly MeasuredColumn[],
  left: number,
): readonly number[] {
  if (left <= 0) return widths;
  const wanted = columns.map(({ natural }, i) => Math.max(0, natural - (widths[i] ?? 0)));
  const want = sum(wanted);
  const given = Math.min(left, want);
  const filled = widths.map((width, i) => width + (want === 0 ? 0 : ((wanted[i] ?? 0) / want) * given));
  const widest = Math.max(...columns.map(({ natural }) => natural));
  const word = Math.min(measures[0].whole + padding, widest * shortShare);
  const isWide = columns.map(({ natural }) => natural > word);
  const stretched = filled.map((width, i) => (isWide.includes(true) && isWide[i] === false ? 0 : width));
  const total = sum(stretched);
  return filled.map((width, i) => width + ((stretched[i] ?? 0) / total) * (left - given));
}

/** Percent with one decimal; the widest column takes what rounding leaves. */
function inPercent(widths: readonly number[]): readonly number[] {
  const total = sum(widths);
  const tenths = widths.map((width) => Math.floor((width / total) * 1000));
  const widest = tenths.indexOf(Math.max(...tenths));
  const rest = 1000 - tenths.reduce((all, share) => all + share, 0);
  return tenths.map((share, i) => (i === widest ? share + rest : share) / 10);
}
