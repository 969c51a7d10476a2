/** The nearest of several known words, for "did you mean". */

/** Longer words are not compared: nobody mistypes so long a word by a few letters, and hostile ones cost time. */
const longest = 64;

/**
 * The candidate nearest to a word by insertions, deletions, replacements and swaps of neighbours, upper and lower case
 * taken as equal. Null when none is near: at most one step for words of three or four letters, two up to eight, three
 * beyond; a word of one or two letters has no near one. Of equally near ones the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longest) return null;
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let bestSteps = allowedSteps(wanted.length) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestSteps || candidate.length > longest) continue;
    const steps = distance(wanted, candidate.toLowerCase(), bestSteps);
    if (steps < bestSteps && steps < candidate.length - 1) {
      best = candidate;
      bestSteps = steps;
    }
  }
  return best;
}

/** Comparisons that one suggester makes. */
const mostCompared = 500_000;

/**
 * `nearest` for many words of one list of candidates, which is made at the first call. Bounded: after so many comparisons it has no more suggestions,
 * because a plan of another kind would have each of its names compared with every name of this one.
 */
export function makeSuggester(candidates: () => readonly string[]): (word: string) => string | null {
  let known: readonly string[] | null = null;
  let compared = 0;
  return (word) => {
    known ??= candidates();
    if (compared > mostCompared) return null;
    compared += known.length;
    return nearest(word, known);
  };
}

function allowedSteps(length: number): number {
  if (length < 3) return 0;
  if (length < 5) return 1;
  return length < 9 ? 2 : 3;
}

/** Damerau distance (restricted: no part is changed twice), or `limit` as soon as it is reached. */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, at(beforeLast, j - 2) + 1);
      }
      row.push(steps);
      least = Math.min(least, steps);
    }
    if (least >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
