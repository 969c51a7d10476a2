/**
 * Slopes between the points of a series, and how sure their median is (Theil–Sen). Up to 32 points every pair counts;
 * beyond, 500 pairs drawn by a generator that starts from the count of points: the same series gives the same slopes.
 *
 * Sources: Sen 1968, J. Am. Stat. Assoc. 63, 1379–1389 (median of the slopes of all pairs); Gilbert 1987, Statistical
 * Methods for Environmental Pollution Monitoring, section 16.5 (ranks of the slopes that bound it).
 */

/** Values on days, day by day, as floating point: trends are estimates. */
export interface Points {
  readonly days: Float64Array;
  readonly values: Float64Array;
  /** Where heights above a line are worked out. */
  readonly heights: Float64Array;
}

/** Most points of which all pairs are taken. */
const mostWhole = 32;
/** Pairs of a longer series. */
const mostPairs = 500;

/** Where slopes are worked out: ten thousand series would each leave as many numbers behind. 32 points have 496 pairs. */
const slopeRoom = new Float64Array(mostPairs);
let pointRoom = newPoints(0);

/** Points to be filled in, so many. They stand in a room that the next series takes. */
export function roomForPoints(count: number): Points {
  if (pointRoom.days.length < count) pointRoom = newPoints(2 * count);
  const { days, values, heights } = pointRoom;
  return {
    days: days.subarray(0, count),
    values: values.subarray(0, count),
    heights: heights.subarray(0, count),
  };
}

function newPoints(count: number): Points {
  return {
    days: new Float64Array(count),
    values: new Float64Array(count),
    heights: new Float64Array(count),
  };
}

/** Slopes between points of different days, in no order; empty when there are none. Theirs is the room until the next call. */
export function slopesBetween(points: Points): Float64Array {
  return points.days.length <= mostWhole ? slopesOfAll(points) : slopesOfSome(points);
}

function slopesOfAll({ days, values }: Points): Float64Array {
  let count = 0;
  for (let i = 0; i < days.length; i++) {
    for (let j = i + 1; j < days.length; j++) {
      const apart = at(days, j) - at(days, i);
      if (apart !== 0) slopeRoom[count++] = (at(values, j) - at(values, i)) / apart;
    }
  }
  return slopeRoom.subarray(0, count);
}

function slopesOfSome({ days, values }: Points): Float64Array {
  const drawn = drawnOf(days.length);
  let count = 0;
  for (let pair = 0; pair < drawn.length; pair += 2) {
    const i = drawn[pair] ?? 0;
    const j = drawn[pair + 1] ?? 0;
    const apart = at(days, j) - at(days, i);
    if (apart !== 0) slopeRoom[count++] = (at(values, j) - at(values, i)) / apart;
  }
  return slopeRoom.subarray(0, count);
}

function at(numbers: Float64Array, i: number): number {
  return numbers[i] ?? Number.NaN;
}

/** The height at day 0 at which the line of a slope leaves half of the points above it; `origin` is the day 0. */
export function interceptOf({ days, values, heights }: Points, slope: number, origin: number): number {
  for (let i = 0; i < days.length; i++) heights[i] = at(values, i) - slope * (at(days, i) - origin);
  return medianOf(heights);
}

/** Series of one plan are mostly equally long: the places drawn last are kept. */
let lastDrawn: { readonly count: number; readonly places: Int32Array } | null = null;

/** Places of pairs, two and two: whole numbers below a count. */
function drawnOf(count: number): Int32Array {
  if (lastDrawn?.count === count) return lastDrawn.places;
  const draw = drawer(count);
  const places = Int32Array.from({ length: 2 * mostPairs }, draw);
  lastDrawn = { count, places };
  return places;
}

/** Whole numbers below a count, each about as often: a congruential generator, of which the upper bits are used. */
function drawer(count: number): () => number {
  let state = (count * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

/** The middle of some numbers, the mean of the two middle ones; not a number for none. Changes their order. */
export function medianOf(numbers: Float64Array): number {
  const middle = numbers.length >> 1;
  const upper = ranked(numbers, middle);
  if (numbers.length % 2 === 1) return upper;
  // None of those that now stand before it is greater.
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < middle; i++) lower = Math.max(lower, at(numbers, i));
  return (lower + upper) / 2;
}

/**
 * The number that would stand at a place (from 0) if all were sorted; not a number outside of them, or among numbers of
 * which one is none. Quickselect: sorting them all takes several times as long. Changes their order.
 */
function ranked(numbers: Float64Array, place: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const pivot = at(numbers, (low + high) >> 1);
    if (Number.isNaN(pivot)) return Number.NaN;
    let left = low;
    let right = high;
    while (left <= right) {
      while (at(numbers, left) < pivot) left++;
      while (at(numbers, right) > pivot) right--;
      if (left > right) break;
      const held = at(numbers, left);
      numbers[left++] = at(numbers, right);
      numbers[right--] = held;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return at(numbers, place);
  }
  return at(numbers, place);
}

/** Fewest points of which an interval is told: with fewer it is no more than the extremes. */
const fewestForInterval = 5;
/** Of the normal distribution, for an interval of 80 % with 10 % on either side. */
const z = 1.2816;

/**
 * The two slopes between which the true one lies with 80 % probability; null with fewer than 5 points. Their ranks from
 * either end are ⌊(N − z √V) ÷ 2⌋ of N slopes, V = n (n − 1) (2n + 5) ÷ 18 being the variance of Kendall's S of n points.
 * Where only some pairs were drawn, the chance of the draw widens it. Equal values are not taken off V: it is no narrower.
 */
export function slopeInterval(
  slopes: Float64Array,
  points: number,
): { readonly low: number; readonly high: number; readonly rank: number } | null {
  if (points < fewestForInterval) return null;
  const pairs = (points * (points - 1)) / 2;
  const variance = (points * (points - 1) * (2 * points + 5)) / 18;
  const drawn = points <= mostWhole ? 0 : 0.25 / slopes.length;
  const half = z * Math.sqrt(variance / (2 * pairs) ** 2 + drawn);
  const rank = Math.floor(slopes.length * (0.5 - half));
  const low = ranked(slopes, rank - 1);
  const high = ranked(slopes, slopes.length - rank);
  return rank < 1 || Number.isNaN(low) || Number.isNaN(high) ? null : { low, high, rank };
}
