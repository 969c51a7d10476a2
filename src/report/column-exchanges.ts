/** Exchanges of width between the columns of a table: fewer lines in all, then lower rows. */

/** A column is widened by so many ems at once where fewer save no line. */
export const mostSteps = 12;

export interface MeasuredColumn {
  readonly least: number;
  /** Width at which no line of it is broken. */
  readonly natural: number;
  /** Squared lines of all cells at a width: tall cells count for more than many of two lines. */
  readonly costs: (width: number) => number;
  /** Lines of each cell at a width. */
  readonly lines: (width: number) => readonly number[];
}

export function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}

/** Exchanges of width between two columns beyond these are not looked for. */
const mostExchanges = 20;

/** Column by column only what saves at once is found: width that one column does not need may still save lines in another. */
export function evened(widths: readonly number[], columns: readonly MeasuredColumn[]): readonly number[] {
  let best = widths;
  for (let i = 0; i < mostExchanges; i++) {
    const better = bestExchange(best, columns);
    if (better === null) break;
    best = better;
  }
  return best;
}

/** The widths after the exchange that saves most; null where none saves anything. */
function bestExchange(
  widths: readonly number[],
  columns: readonly MeasuredColumn[],
): readonly number[] | null {
  let best: { readonly from: number; readonly to: number; readonly ems: number } | null = null;
  let mostSaved = 0;
  const savedBy = (column: number, ems: number): number => {
    const width = widths[column] ?? 0;
    const costs = columns[column]?.costs;
    return costs === undefined ? 0 : costs(width) - costs(width + ems);
  };
  for (const [from, { least }] of columns.entries()) {
    const free = Math.min(mostSteps, Math.floor((widths[from] ?? 0) - least));
    for (let ems = 1; ems <= free; ems++) {
      const lost = savedBy(from, -ems);
      for (const to of columns.keys()) {
        const saved = to === from ? 0 : savedBy(to, ems) + lost;
        if (saved <= mostSaved) continue;
        mostSaved = saved;
        best = { from, to, ems };
      }
    }
  }
  if (best === null) return null;
  const { from, to, ems } = best;
  return widths.map((width, i) => (i === from ? width - ems : i === to ? width + ems : width));
}

/** Tables of more rows are not looked through for lower rows. */
const mostLowered = 60;

/**
 * The widths after exchanges that make rows lower: a line saved in one cell saves nothing where its neighbour stays as
 * high, and a tall cell is worth the lines of neighbours that have room below them.
 */
export function lowered(widths: readonly number[], columns: readonly MeasuredColumn[]): readonly number[] {
  const count = columns[0]?.lines(widths[0] ?? 0).length ?? 0;
  if (count > mostLowered) return widths;
  let best = widths;
  for (let i = 0; i < mostExchanges; i++) {
    const better = lowerRows(best, columns, count);
    if (better === null) break;
    best = better;
  }
  return best;
}

/** The widths after the exchange that makes the rows lowest, with fewest lines in all; null where none makes them lower. */
function lowerRows(
  widths: readonly number[],
  columns: readonly MeasuredColumn[],
  rows: number,
): readonly number[] | null {
  const at = columns.map((column, i) => column.lines(widths[i] ?? 0));
  const linesIn = (some: readonly (readonly number[])[], row: number): number =>
    some.reduce((most, lines) => Math.max(most, lines[row] ?? 0), 0);
  const heights = Array.from({ length: rows }, (_, row) => linesIn(at, row));
  const now = sum(heights);
  let best: { readonly from: number; readonly to: number; readonly ems: number } | null = null;
  let least = { height: now, lines: Number.POSITIVE_INFINITY };
  for (const [from, { least: narrowest, lines: linesOfGiver }] of columns.entries()) {
    const free = Math.min(mostSteps, Math.floor((widths[from] ?? 0) - narrowest));
    if (free < 1) continue;
    for (const [to, { lines: linesOfTaker }] of columns.entries()) {
      if (to === from) continue;
      const others = at.filter((_, i) => i !== from && i !== to);
      const rest = Array.from({ length: rows }, (_, row) => linesIn(others, row));
      for (let ems = 1; ems <= free; ems++) {
        const given = linesOfGiver((widths[from] ?? 0) - ems);
        const taken = linesOfTaker((widths[to] ?? 0) + ems);
        const height = rest.reduce(
          (all, most, row) => all + Math.max(most, given[row] ?? 0, taken[row] ?? 0),
          0,
        );
        const lines = sum(given) + sum(taken) - sum(at[from] ?? []) - sum(at[to] ?? []);
        if (height > least.height || height === now || (height === least.height && lines >= least.lines))
          continue;
        least = { height, lines };
        best = { from, to, ems };
      }
    }
  }
  if (best === null) return null;
  const { from, to, ems } = best;
  return widths.map((width, i) => (i === from ? width - ems : i === to ? width + ems : width));
}
