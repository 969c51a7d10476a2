/** The levels of block structure that are open at a line, told by columns alone: for text that no parser takes. */
import { isIdle, type Line, longestLine } from "./trap-lines.ts";

interface Level {
  readonly column: number;
  readonly kind: "map" | "list";
}

/** The levels open behind a line, outermost first. */
export interface Outline {
  readonly levels: readonly Level[];
  /** True when the line ends with a colon: a deeper level may follow. */
  readonly opens: boolean;
  /** True when the line goes on with a text of the lines above. */
  readonly isText: boolean;
  /** Column of the key whose text of several lines is under way; deeper lines belong to it. */
  readonly textOf: number | null;
}

const nothing: Outline = { levels: [], opens: true, isText: false, textOf: null };
const entry = /^(?:[^\s:'"[\]{}#-][^:'"[\]{}#]*|"[^"]*"|'[^']*')[ \t]*:(?:\s|$)/;
const opening = /:\s*(?:[&!]\S*\s*)?(?:\s#.*)?$/;
const textHead = /:\s+[>|][\d+-]*\s*(?:\s#.*)?$/;

/** The levels open above a line. */
export function levelsAt(lines: readonly Line[], number: number): Outline {
  let outline = nothing;
  for (let i = 0; i < number; i++) {
    const line = lines[i];
    if (line !== undefined) outline = place(outline, line, line.indent) ?? outline;
  }
  return outline;
}

/** The levels behind a line that begins in a column; null when it fits none of them. */
export function place(outline: Outline, line: Line, column: number): Outline | null {
  if (isIdle(line)) return outline;
  if (outline.textOf !== null && column > outline.textOf) return { ...outline, isText: true };
  const content = line.text.slice(line.content, longestLine);
  const isItem = line.text[line.indent] === "-" && /^-(?:\s|$)/.test(line.text.slice(line.indent));
  const isEntry = entry.test(content);
  if (!isItem && !isEntry) return { ...outline, isText: true };
  const levels = levelsWith(outline, column, isItem ? "list" : "map");
  if (levels === null) return null;
  const inner = column + line.content - line.indent;
  const own: readonly Level[] = isItem && isEntry ? [...levels, { column: inner, kind: "map" }] : levels;
  const textOf = textHead.test(content) ? (isEntry ? inner : column) : null;
  const opens = (isEntry && opening.test(content)) || (isItem && content.trim() === "-");
  return { levels: own, opens, isText: false, textOf };
}

function levelsWith(outline: Outline, column: number, kind: Level["kind"]): readonly Level[] | null {
  const { levels, opens } = outline;
  const deepest = levels.at(-1);
  // A list may stand in the column of its key.
  const isBelow =
    deepest === undefined ||
    column > deepest.column ||
    (kind === "list" && column === deepest.column && deepest.kind === "map");
  if (isBelow) return opens ? [...levels, { column, kind }] : null;
  const at = levels.findLastIndex((level) => level.column === column && level.kind === kind);
  return at < 0 ? null : levels.slice(0, at + 1);
}
