/** A small random source for demonstration data: the same name always gives the same numbers, on every machine. */

/** Draws whole numbers from `low` to `high`, both included. */
export type Draw = (low: number, high: number) => number;

/** Changing it changes every made-up figure of the examples. */
const seed = 20240101;

/**
 * A source of its own for each series, so that a new series leaves the figures of the others as they were.
 * Generator: xorshift, 32 bits (Marsaglia, "Xorshift RNGs", 2003), started from a hash of the name (FNV-1a).
 */
export function drawFor(name: string): Draw {
  let state = hash(name) ^ seed || 1;
  return (low, high) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return low + ((state >>> 0) % (high - low + 1));
  };
}

function hash(name: string): number {
  let value = 0x811c9dc5;
  for (const character of name) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value;
}
