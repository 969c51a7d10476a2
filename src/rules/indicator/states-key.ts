/**
 * Whether the source of an item states a value under a key, even one that could not be read: a fault in a value is told
 * where it stands, and its absence from the model is not a second fault. Reads the item's own text; not a rule.
 */

import type { Item } from "../../plan/plan.ts";
import { lineStartAt } from "../../text/source.ts";

const emptyValue = /^(?:|null|~|\[\s*\])$/;
const colonAfterKey = /^["']?[ \t]{0,8}[:：]/;
const beforeKey = /[\s{,"']/;

/** True when something other than nothing, `null`, `~` or `[]` stands under `key` within the item. */
export function statesKey(item: Item, key: string): boolean {
  const { file, start, end } = item.span;
  const { text } = file;
  const own = text.slice(start, end); // so that the search ends with the item, not with the file
  for (let found = own.indexOf(key); found !== -1; found = own.indexOf(key, found + key.length)) {
    const at = start + found;
    const after = at + key.length;
    const colon = colonAfterKey.exec(text.slice(after, after + 12));
    if (colon === null || (at > 0 && !beforeKey.test(text.charAt(at - 1))) || isComment(text, at)) continue;
    if (hasValue(text, after + colon[0].length, end, at)) return true;
  }
  return false;
}

/** A `#` after a space begins a comment; one in quotes is rare enough to be taken for one too. */
function isComment(text: string, at: number): boolean {
  return /(?:^|\s)#/.test(text.slice(lineStartAt(text, at), at));
}

/** Something stands after the colon: on the same line, or below it and deeper. */
function hasValue(text: string, from: number, limit: number, key: number): boolean {
  const lineEnd = endOfLine(text, from, limit);
  const rest = text
    .slice(from, lineEnd)
    .replace(/\s#.*$/, "")
    .trim();
  if (rest !== "") return !emptyValue.test(rest.startsWith("[") ? rest : untilComma(rest));
  const keyColumn = columnOf(text, key);
  for (let start = lineEnd + 1; start < limit; ) {
    const end = endOfLine(text, start, limit);
    const line = text.slice(start, end);
    const content = line.trimStart();
    if (content !== "" && !content.startsWith("#")) {
      const indent = line.length - content.length;
      return indent > keyColumn || (indent === keyColumn && content.startsWith("- "));
    }
    start = end + 1;
  }
  return false;
}

/** The value of a key inside `{ … }`. */
function untilComma(rest: string): string {
  return (/^[^,}]*/.exec(rest)?.[0] ?? "").trim();
}

function endOfLine(text: string, from: number, limit: number): number {
  const length = text.slice(from, limit).search(/[\r\n]/);
  return length === -1 ? limit : from + length;
}

function columnOf(text: string, at: number): number {
  return at - lineStartAt(text, at);
}
