/** Code frames: the source line of a finding with a caret under its span, right at display width. */
import { printableLine } from "./printable.ts";
import { lineText, positionAt, type Span } from "./source.ts";
import { displayWidth } from "./width.ts";

/** One line of source and the caret line below it. */
export interface CodeFrame {
  readonly line: number;
  readonly source: string;
  /** Spaces and carets that stand under `source`. */
  readonly carets: string;
}

/** Characters kept before the span when a line is too long to be shown whole. */
const contextBefore = 30;

/** The frame of a span; a span over several lines is marked to the end of its first. `columns` bounds the source line. */
export function codeFrame(span: Span, columns: number): CodeFrame {
  const { line, column } = positionAt(span.file, span.start);
  const text = lineText(span.file, line);
  const from = column - 1;
  // No character takes less than a column but those that are shown as escapes: more than this is never shown.
  const whole = text.slice(0, from + columns + contextBefore);
  const to = Math.min(whole.length, from + Math.max(0, span.end - span.start));
  const isLong = whole.length < text.length || from > columns * 2 || displayWidth(whole) > columns;
  const cutFront = isLong && from > contextBefore ? wholeFrom(whole, from - contextBefore) : 0;
  const before = (cutFront > 0 ? "…" : "") + printableLine(whole.slice(cutFront, from));
  const marked = printableLine(whole.slice(from, to));
  const room = Math.max(columns - displayWidth(before) - displayWidth(marked), 0);
  let after = printableLine(whole.slice(to));
  if (displayWidth(after) > room || whole.length < text.length)
    after = `${clip(after, Math.max(room - 1, 0))}…`;
  const shownMarked = displayWidth(marked) > columns ? `${clip(marked, columns)}…` : marked;
  return {
    line,
    source: before + shownMarked + (shownMarked === marked ? after : ""),
    carets: " ".repeat(displayWidth(before)) + "^".repeat(Math.max(1, displayWidth(shownMarked))),
  };
}

/** The place itself, or the next where it would cut a character in two. */
function wholeFrom(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

function clip(text: string, columns: number): string {
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += displayWidth(character);
    if (used > columns) break;
    kept += character;
  }
  return kept;
}
