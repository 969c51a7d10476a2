/** Code frames: the source line of a finding with carets under its span and dashes under others of that line, at display width. */
import { printableLine } from "./printable.ts";
import { lineText, positionAt, type Span } from "./source.ts";
import { cutTo, displayWidth } from "./width.ts";

/** One line of source and the caret line below it. */
export interface CodeFrame {
  readonly line: number;
  readonly source: string;
  /** Spaces, carets and, under further spans, dashes that stand under `source`. */
  readonly carets: string;
  /** Further spans that are marked; those of other lines, and what was cut off, are not. */
  readonly marked: readonly Span[];
}

/** Columns kept before the span when a line is too long to be shown whole. */
const contextBefore = 30;

/** Characters that are looked at on each side: a line may be as long as a file. */
const longest = 1000;

/** Further spans that are looked at. */
const mostBesides = 20;

/**
 * The frame of a span; a span over several lines is marked to the end of its first. `columns` bounds the source line,
 * `besides` are further spans, of which those on the same line are marked as well.
 */
export function codeFrame(span: Span, columns: number, besides: readonly Span[] = []): CodeFrame {
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
  const source = shown + cutTo(after, columns - displayWidth(shown));
  const carets = " ".repeat(width) + "^".repeat(Math.max(1, displayWidth(shown) - width));
  const lineStart = span.start - from;
  /** Columns from the start of the span to an offset of the line; negative before it. */
  const columnOf = (offset: number): number => {
    const at = offset - lineStart;
    const between =
      at < from
        ? whole.slice(Math.max(at, from - longest), from)
        : whole.slice(from, Math.min(at, from + longest));
    return width + (at < from ? -1 : 1) * displayWidth(printableLine(between));
  };
  const first = before.startsWith("…") && isLong ? 1 : 0;
  const last = displayWidth(source) - (source.endsWith("…") && isLong ? 1 : 0);
  const ranges = besides.slice(0, mostBesides).flatMap((other) => {
    if (other.file !== span.file || other.start < lineStart || other.start >= lineStart + whole.length)
      return [];
    const start = columnOf(other.start);
    const end = Math.max(start + 1, columnOf(Math.min(other.end, lineStart + whole.length)));
    return start < first || start >= last ? [] : [{ other, start, end: Math.min(end, last) }];
  });
  return { line, source, carets: withDashes(carets, ranges), marked: ranges.map(({ other }) => other) };
}

/** Carets stay where both would stand. */
function withDashes(
  carets: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): string {
  if (ranges.length === 0) return carets;
  const marks = [...carets];
  for (const { start, end } of ranges)
    for (let at = start; at < end; at++) {
      while (marks.length <= at) marks.push(" ");
      if (marks[at] === " ") marks[at] = "-";
    }
  return marks.join("");
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
