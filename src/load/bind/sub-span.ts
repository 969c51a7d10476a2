/** The place of a part of a written value. */
import type { Given } from "../../plan/given.ts";
import { type Span, spanText } from "../../text/source.ts";

/**
 * The span of the part `start`..`end` (offsets in the value) of a written text. Where the text and its source differ
 * (escapes, folded lines) the whole value is the place.
 */
export function partOf(written: Given<string>, start: number, end: number): Span {
  const { file, start: from } = written.span;
  const source = spanText(written.span);
  const quote = source.startsWith(written.value) ? 0 : source.startsWith(written.value, 1) ? 1 : null;
  if (quote === null || start < 0 || end > written.value.length || end <= start) return written.span;
  return { file, start: from + quote + start, end: from + quote + end };
}
