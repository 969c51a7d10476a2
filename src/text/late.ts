/**
 * A regular expression that is made when it is first asked for. For those with classes of all scripts (`\p{L}`), which take
 * a tenth of a millisecond or more to make, and which most plans never need.
 */
export function late(make: () => RegExp): () => RegExp {
  let made: RegExp | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
