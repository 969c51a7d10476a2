/**
 * Source texts and places in them. Holds nothing but text, offsets and positions.
 *
 * Offsets are zero-based UTF-16 code units, ends exclusive; one-based lines and columns are made
 * only when something is printed (`positionAt`).
 */

/** A text that was read: a plan, an included text, a data file, a configuration. */
export interface SourceFile {
  /** Path as printed: relative to the working folder, with `/`; `<stdin>` for standard input. */
  readonly name: string;
  /** The decoded text, without byte-order mark; line ends as in the file. */
  readonly text: string;
}

/** A range of a source file; `start` ≤ `end`, both within the text. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** One-based line and column (UTF-16 units), as printed. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStarts = new WeakMap<SourceFile, readonly number[]>();

/** Offsets at which the lines of a file start; found once per file. CRLF, LF and lone CR end a line. */
export function lineTable(file: SourceFile): readonly number[] {
  const known = lineStarts.get(file);
  if (known !== undefined) return known;
  const starts = [0];
  const { text } = file;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  lineStarts.set(file, starts);
  return starts;
}

/** Line and column of an offset. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineTable(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Text of a one-based line without its line end; empty when there is no such line. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineTable(file);
  const start = starts[line - 1];
  if (start === undefined) return "";
  let end = starts[line] ?? file.text.length;
  while (end > start && isLineEnd(file.text.charCodeAt(end - 1))) end--;
  return file.text.slice(start, end);
}

/** A plan may stand on one line of a million characters. */
const furthestBack = 4000;

/**
 * Where the line of an offset begins, or as far before it as anybody looks. Not by `lastIndexOf`: the line end that a
 * file does not use would be looked for up to the start of the file, at every call.
 */
export function lineStartAt(text: string, offset: number): number {
  const furthest = Math.max(0, offset - furthestBack);
  let start = offset;
  while (start > furthest && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** The text under a span. */
export function spanText(span: Span): string {
  return span.file.text.slice(span.start, span.end);
}

/** True when a span lies inside another of the same file. */
export function isWithin(span: Span, whole: Span): boolean {
  return span.file === whole.file && span.start >= whole.start && span.end <= whole.end;
}
