/** Which item of the one state of a plan is which of the other. */

/** An item with what it is recognised by. `content`: all that it states but its id; `name` null for none. */
export interface Candidate<T> {
  readonly item: T;
  readonly id: string;
  readonly name: string | null;
  readonly content: string;
}

/** The same item on both sides; null where a side does not have it. */
export interface Pair<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/**
 * Pairs by id; what is left, by equal content, then by equal name, each only where one item on either side has it: a doubtful
 * likeness is no renaming. In the order of `after`; what was dropped follows. Of items that share an id the first counts.
 */
export function pairItems<T>(
  before: readonly Candidate<T>[],
  after: readonly Candidate<T>[],
): readonly Pair<T>[] {
  const partner = new Map<Candidate<T>, Candidate<T>>();
  let [left, right] = [firstById(before), firstById(after)];
  const marks: readonly ((candidate: Candidate<T>) => string | null)[] = [
    ({ id }) => id,
    ({ content }) => content,
    ({ name }) => name,
  ];
  for (const mark of marks) {
    const [known, sought] = [singles(left, mark), singles(right, mark)];
    for (const [key, candidate] of sought) {
      const found = known.get(key);
      if (found !== undefined) partner.set(candidate, found);
    }
    const taken = new Set(partner.values());
    right = right.filter((candidate) => !partner.has(candidate));
    left = left.filter((candidate) => !taken.has(candidate));
  }
  const kept = firstById(after).map((candidate) => ({
    before: partner.get(candidate)?.item ?? null,
    after: candidate.item,
  }));
  return [...kept, ...left.map(({ item }) => ({ before: item, after: null }))];
}

function firstById<T>(candidates: readonly Candidate<T>[]): readonly Candidate<T>[] {
  const seen = new Set<string>();
  return candidates.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Those whose mark no other has. */
function singles<T>(
  candidates: readonly Candidate<T>[],
  mark: (candidate: Candidate<T>) => string | null,
): ReadonlyMap<string, Candidate<T>> {
  const single = new Map<string, Candidate<T>>();
  const several = new Set<string>();
  for (const candidate of candidates) {
    const key = mark(candidate);
    if (key === null || key === "") continue;
    if (single.has(key)) several.add(key);
    else single.set(key, candidate);
  }
  for (const key of several) single.delete(key);
  return single;
}
