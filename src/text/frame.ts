/** Code frames: the source line of a finding with a caret under its span, right at display width. */
import { printableLine } from "./printable.ts";
import { lineText, positionAt, type Span } from "./source.ts";
import { cutTo, displayWidth } from "./width.ts";

/** One line of source and the caret line below it. */
export interface CodeFrame {
  readonly line: number;
  readonly source: string;
  /** Spaces and carets that stand under `source`. */
  readonly carets: string;
}

/** Columns kept before the span when a line is too long to be shown whole. */
const contextBefore = 30;

/** Characters that are looked at on each side: a line may be as long as a file. */
const longest = 1000;

/** The frame of a span; a span over several lines is marked to the end of its first. `columns` bounds the source line. */
export function codeFrame(span: Span, columns: number): CodeFrame {
  const { line, column } = positionAt(span.file, span.start);
  const whole = lineText(span.file, line);
  const from = column - 1;
  const to = Math.min(whole.length, from + Math.max(0, span.end - span.start));
  const isLong = whole.length > longest || displayWidth(printableLine(whole)) > columns;
  const before = isLong ? lastColumns(whole.slice(0, from)) : printableLine(whole.slice(0, from));
  const marked = printableLine(whole.slice(from, Math.min(to, from + longest)));
  const shown = before + cutTo(marked, columns - displayWidth(before));
  const after = shown === before + marked ? printableLine(whole.slice(to, to + longest)) : "";
  const width = displayWidth(before);
  return {
    line,
    source: shown + cutTo(after, columns - displayWidth(shown)),
    carets: " ".repeat(width) + "^".repeat(Math.max(1, displayWidth(shown) - width)),
  };
}

/** The end of a text that stands before a span, with … where its beginning was cut off. */
function lastColumns(text: string): string {
  const near = printableLine(text.slice(-longest));
  if (text.length <= longest && displayWidth(near) <= contextBefore) return near;
  let kept = "";
  for (const character of [...near].reverse()) {
    if (displayWidth(character + kept) > contextBefore) break;
    kept = character + kept;
  }
  return `…${kept}`;
}
