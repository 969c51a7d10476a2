/** How many a finding stands for. */
import type { Diagnostic } from "./diagnostic.ts";

/** The places of a finding that is of no single item, each once; of one item it is one, whatever it points at. */
export function toldCount({ span, related, subject }: Diagnostic): number {
  if (subject !== null || span === null) return 1;
  return placesTold({ span, related }).length;
}

/** Offsets of a finding's own place and of the further ones, each once. */
export function placesTold({ span, related }: Pick<Diagnostic, "span" | "related">): readonly number[] {
  return span === null ? [] : [...new Set([span.start, ...related.map((one) => one.span.start)])];
}
