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
  const whole = lineText(span.file, line);
  const from = column - 1;
  const to = Math.min(whole.length, from + Math.max(0, span.end - span.start));
  const cutFront = displayWidth(whole) > columns && from > contextBefore ? from - contextBefore : 0;
  const before = (cutFront > 0 ? "…" : "") + printableLine(whole.slice(cutFront, from));
  const marked = printableLine(whole.slice(from, to));
  const room = Math.max(columns - displayWidth(before) - displayWidth(marked), 0);
  let after = printableLine(whole.slice(to));
  if (displayWidth(after) > room) after = `${clip(after, Math.max(room - 1, 0))}…`;
  const shownMarked = displayWidth(marked) > columns ? `${clip(marked, columns)}…` : marked;
  return {
    line,
    source: before + shownMarked + (shownMarked === marked ? after : ""),
    carets: " ".repeat(displayWidth(before)) + "^".repeat(Math.max(1, displayWidth(shownMarked))),
  };
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
