/** What can still be read of a text with a fault that leaves open what was meant: the whole items before it. */
import { applyEdits, type PatchedText } from "./patched-text.ts";
import { isIdle, type Line, lineNumberAt, linesOf } from "./trap-lines.ts";

/**
 * The text up to the item of a top-level list, or the top-level key, in which an offset lies; null when nothing stands
 * before it. An item that is cut would seem to lack what stands behind the cut, so it goes as a whole.
 */
export function headBefore(patched: PatchedText, offset: number): PatchedText | null {
  const lines = linesOf(patched.text);
  const at = lineNumberAt(lines, Math.min(offset, patched.text.length));
  const key = lines.slice(0, at + 1).findLastIndex(isTopLevel);
  if (key < 0) return null;
  const first = lines.slice(key + 1, at + 1).find((line) => !isIdle(line));
  const item = first === undefined || !isDash(first) ? -1 : lastItem(lines, key, at, first);
  // An item that is the only one takes its key with it: a list without items would be a fault of its own.
  const cut = lines[item <= (first?.number ?? 0) ? key : item]?.start ?? 0;
  return cut === 0 ? null : applyEdits(patched, [{ start: cut, end: patched.text.length, text: "" }]);
}

/** The last line up to another that begins an item in the column of the first one. */
function lastItem(lines: readonly Line[], key: number, at: number, first: Line): number {
  const offset = lines
    .slice(key + 1, at + 1)
    .findLastIndex((line) => isDash(line) && line.indent === first.indent);
  return offset < 0 ? -1 : key + 1 + offset;
}

function isTopLevel(line: Line): boolean {
  return line.indent === 0 && !isIdle(line) && !isDash(line);
}

function isDash(line: Line): boolean {
  return /^-(?:\s|$)/.test(line.text.slice(line.indent, line.indent + 2));
}
