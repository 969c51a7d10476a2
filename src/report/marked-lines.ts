/** The figure or entry of a mechanism that `explain` was asked for: told first, then marked where it stands. */
import { citePlace } from "../text/sheet-cell.ts";
import type { Span } from "../text/source.ts";
import { placeText } from "./place-text.ts";
import type { ViewContext } from "./view/context.ts";

/** A context that knows the id of the figure or entry that was asked for; null for none. */
export interface MarkingContext extends ViewContext {
  readonly marked: string | null;
}

/** A line of a mechanism; one of the figure asked for is an object, its first line with the place of the figure. */
export type Line = string | { readonly text: string; readonly head: Span | null };

/** Stands in the indent of the line that was asked for. */
const mark = "▶";

/** The lines of a figure or entry; marked as one block where its id is the one asked for. */
export function blockOf(
  ids: readonly string[],
  lines: readonly Line[],
  span: Span,
  { marked }: MarkingContext,
): readonly Line[] {
  if (marked === null || !ids.includes(marked)) return lines;
  return lines.map((line, i) => ({ text: plain(line), head: i === 0 ? span : null }));
}

function plain(line: Line): string {
  return typeof line === "string" ? line : line.text;
}

/** The line as printed inside the mechanism. */
export function printedLine(line: Line): string {
  if (typeof line === "string" || line.head === null) return plain(line);
  return line.text.replace(/^ +/, (space) => `${mark}${space.slice(1)}`);
}

/** What was asked for, with the file named, and an empty line after it; nothing where nothing was. */
export function firstBlock(lines: readonly Line[], context: MarkingContext): readonly string[] {
  const block = lines.flatMap((line) => (typeof line === "string" ? [] : [line]));
  const span = block[0]?.head ?? null;
  if (span === null) return [];
  const second = block.findIndex(({ head }, i) => i > 0 && head !== null);
  const own = second < 0 ? block : block.slice(0, second);
  const indent = Math.max(own[0]?.text.search(/\S/) ?? 0, 0);
  const [head = "", ...rest] = own.map(({ text }) => text.slice(indent));
  const short = placeText(span, context);
  const named = head.endsWith(short) ? head.slice(0, -short.length).trimEnd() : head;
  return [`${named}  ${citePlace(span)}`, ...rest, ""];
}
