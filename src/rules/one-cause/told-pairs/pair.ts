/** A pair of rules that see one fault from two sides. */
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";

/**
 * `same`: the echo stands at a place of the other. `rests`: one of its places is where the other stands. `shared`: they have a
 * place in common. `crossed`: each stands where the other points. `items`: both are about the same two mechanisms. `line`: one
 * of the echo's places is on the line of the other, as the cells of a row are. `lines`: they have a line in common. `subject`:
 * both are about one item.
 */
export interface Pair {
  readonly echo: string;
  readonly of: readonly string[];
  readonly at: "same" | "rests" | "shared" | "crossed" | "items" | "line" | "lines" | "subject";
  /** What else makes the one an echo of the other; nothing where it is left out. */
  readonly where?: (echo: Diagnostic, cause: Diagnostic) => boolean;
  /**
   * The echo stands elsewhere: its place, and what it says of it, follow at the other. It is never the graver one, but for those
   * that are `graver`: the other's cure is theirs.
   */
  readonly kept?: true | "graver";
}

/** Faults of a reported value by itself, after which it says nothing of others. */
export const slips = ["data/out-of-bounds", "data/part-above-whole", "data/magnitude", "data/share-mismatch"];
