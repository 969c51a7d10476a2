/** Lines of a text as the diagnosis of syntax faults sees them. */

/** One line: where it lies, how far it is indented, where its content begins behind list dashes. */
export interface Line {
  readonly number: number;
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly text: string;
  /** Characters of white space before the content. */
  readonly indent: number;
  /** Offset in `text` of the first character behind white space and list dashes. */
  readonly content: number;
}

/** Longer lines are not examined for traps, so that hostile ones cost no time. */
export const longestLine = 4000;

const lead = /^[ \t\u3000\u00a0]*/;
const dashes = /^[ \t\u3000\u00a0]*(?:-[ \t]+)*/;

/** All lines of a text. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r/g;
  let start = 0;
  while (start <= text.length) {
    breaks.lastIndex = start;
    const found = breaks.exec(text);
    const end = found === null ? text.length : found.index;
    const line = text.slice(start, end);
    const head = line.slice(0, longestLine);
    lines.push({
      number: lines.length,
      start,
      end,
      text: line,
      indent: lead.exec(head)?.[0].length ?? 0,
      content: dashes.exec(head)?.[0].length ?? 0,
    });
    if (found === null) break;
    start = end + found[0].length;
  }
  return lines;
}

/** Number of the line that holds an offset. */
export function lineNumberAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** True for a line without content of its own: blank or only a comment. */
export function isIdle(line: Line): boolean {
  const first = line.text[line.indent];
  return first === undefined || first === "#";
}

/** The nearest line above that has content; null above the first. */
export function lineAbove(lines: readonly Line[], number: number): Line | null {
  for (let i = number - 1; i >= 0; i--) {
    const line = lines[i];
    if (line !== undefined && !isIdle(line)) return line;
  }
  return null;
}
