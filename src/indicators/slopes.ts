/**
 * Slopes between the points of a series, and how sure their median is (Theil–Sen). Up to 32 points every pair counts;
 * beyond, 500 pairs drawn by a generator that starts from the count of points: the same series gives the same slopes.
 *
 * Sources: Sen 1968, J. Am. Stat. Assoc. 63, 1379–1389 (median of the slopes of all pairs); Gilbert 1987, Statistical
 * Methods for Environmental Pollution Monitoring, section 16.5 (ranks of the slopes that bound it).
 */

/** A value on a day, as floating point: trends are estimates. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Most points of which all pairs are taken. */
const mostWhole = 32;
/** Pairs of a longer series. */
const mostPairs = 500;

/** Sorted slopes between points of different days; empty when there are none. Days must not fall. */
export function sortedSlopes(points: readonly Point[]): Float64Array {
  const slopes = points.length <= mostWhole ? slopesOfAll(points) : slopesOfSome(points);
  return slopes.sort();
}

function slopesOfAll(points: readonly Point[]): Float64Array {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2);
  let count = 0;
  for (const [i, a] of points.entries()) {
    for (let j = i + 1; j < points.length; j++) {
      const b = points[j];
      if (b !== undefined && b.x !== a.x) slopes[count++] = (b.y - a.y) / (b.x - a.x);
    }
  }
  return slopes.subarray(0, count);
}

function slopesOfSome(points: readonly Point[]): Float64Array {
  const slopes = new Float64Array(mostPairs);
  const draw = drawer(points.length);
  let count = 0;
  for (let i = 0; i < mostPairs; i++) {
    const a = points[draw()];
    const b = points[draw()];
    if (a !== undefined && b !== undefined && b.x !== a.x) slopes[count++] = (b.y - a.y) / (b.x - a.x);
  }
  return slopes.subarray(0, count);
}

/** Whole numbers below a count, each about as often: a congruential generator, of which the upper bits are used. */
function drawer(count: number): () => number {
  let state = (count * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

/** The middle of a sorted list; the mean of the two middle ones. Not a number for an empty list. */
export function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Fewest points of which an interval is told: with fewer it is no more than the extremes. */
const fewestForInterval = 5;
/** Of the normal distribution, for an interval of 80 % with 10 % on either side. */
const z = 1.2816;

/**
 * The two slopes between which the true one lies with 80 % probability; null with fewer than 5 points. Their ranks from
 * either end are ⌊(N − z √V) ÷ 2⌋ of N slopes, V = n (n − 1) (2n + 5) ÷ 18 being the variance of Kendall's S of n points.
 * Where only some pairs were drawn, the chance of the draw widens it.
 */
export function slopeInterval(
  sorted: Float64Array,
  points: number,
): { readonly low: number; readonly high: number } | null {
  if (points < fewestForInterval) return null;
  const pairs = (points * (points - 1)) / 2;
  const variance = (points * (points - 1) * (2 * points + 5)) / 18;
  const drawn = points <= mostWhole ? 0 : 0.25 / sorted.length;
  const half = z * Math.sqrt(variance / (2 * pairs) ** 2 + drawn);
  const rank = Math.floor(sorted.length * (0.5 - half));
  const low = sorted[rank - 1];
  const high = sorted[sorted.length - rank];
  return low === undefined || high === undefined ? null : { low, high };
}
