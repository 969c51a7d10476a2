/** The place of a part of a written value. */
import { type Span, spanText } from "../text/source.ts";
import type { Given } from "./given.ts";

/**
 * The span of the part `start`..`end` (offsets in the value) of a written text, through the escapes of quoted texts. Where
 * the text cannot be followed sign by sign (folded lines, an empty part) the whole value is the place.
 */
export function partOf(written: Given<string>, start: number, end: number): Span {
  const { file, start: from } = written.span;
  if (start < 0 || end > written.value.length || end <= start) return written.span;
  const source = spanText(written.span);
  const quote = source.startsWith(written.value) ? 0 : source.startsWith(written.value, 1) ? 1 : null;
  if (quote !== null) return { file, start: from + quote + start, end: from + quote + end };
  const places = placesOf(source, written.value);
  const [first, last] = [places?.[start], places?.[end]];
  if (first === undefined || last === undefined) return written.span;
  return { file, start: from + first, end: from + last };
}

/** Offset in the source of every sign of a quoted text, and of its end; null where the two cannot be matched. */
function placesOf(source: string, value: string): readonly number[] | null {
  const mark = source[0];
  if ((mark !== '"' && mark !== "'") || source.at(-1) !== mark) return null;
  const places: number[] = [];
  let at = 1;
  for (let i = 0; i < value.length; i++) {
    const length = mark === "'" ? singleLength(source, at, value[i]) : doubleLength(source, at, value[i]);
    if (length === null) return null;
    places.push(at);
    at += length;
  }
  places.push(at);
  return at === source.length - 1 ? places : null;
}

/** Signs that one sign of the value takes between single quotes. */
function singleLength(source: string, at: number, sign: string | undefined): number | null {
  if (source[at] !== sign) return null;
  return sign !== "'" ? 1 : source[at + 1] === "'" ? 2 : null;
}

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6 };

/** Signs that one sign of the value takes between double quotes. `\U` and line folds are not followed. */
function doubleLength(source: string, at: number, sign: string | undefined): number | null {
  if (source[at] !== "\\") return source[at] === sign ? 1 : null;
  const letter = source[at + 1] ?? "";
  if (letter === "U" || letter === "\n" || letter === "\r") return null;
  return escapeLengths[letter] ?? 2;
}
