/** List items that begin with a full-width dash, a dash of texts or a bullet, as text programs put them in. */

import { late } from "../text/late.ts";
import type { Edit } from "./patched-text.ts";
import { keys, reportWide, type Search } from "./quiet-search.ts";
import { type Diagnosis, type Refusal, wide } from "./refusal.ts";
import { isIdle, type Line, lineNumberAt, linesOf } from "./trap-lines.ts";
import type { YamlScalar } from "./yaml-node.ts";

/** Signs that are no `-`. Looked at first: the first use of the expression for all scripts costs a millisecond. */
const signs = "－–—−•·●▪";
const bullet = late(() => new RegExp(`^([${signs}])[ \\u3000]*([\\p{L}\\p{N}._-]+)[ \\u3000]*[:：]`, "u"));

/** A line `－ id: a` and those beside it: one cause. */
export function diagnoseBullet(refusal: Refusal, line: Line): Diagnosis | null {
  const edits = bulletEdits(refusal.lines, line);
  const first = edits[0];
  if (first === undefined) return null;
  const sign = refusal.patched.text[first.start] ?? "";
  return { finding: wide(refusal, first.start, first.start + 1, sign, "- "), edits, sure: true };
}

/** The same where YAML takes the sign for the beginning of a key. */
export function searchBullet(search: Search, key: YamlScalar): boolean {
  if (!hasSign(key.text) || !bullet().test(`${key.text.slice(0, 60)}:`)) return false;
  if (search.edits.some(({ start }) => start === key.span.start)) return true;
  const lines = linesOf(search.file.text);
  const line = lines[lineNumberAt(lines, key.span.start)];
  const [first, ...rest] = line === undefined ? [] : bulletEdits(lines, line);
  if (first === undefined) return false;
  const sign = search.file.text[first.start] ?? "";
  const edits = [first, ...rest];
  reportWide(search, first.start, first.start + 1, sign, "- ", first.text, first.end, edits);
  search.edits.push(...rest);
  return true;
}

/** The lines of one list that begin with the same sign in the same column, in order; none for another line. */
function bulletEdits(lines: readonly Line[], line: Line): readonly Edit[] {
  const sign = signOf(line);
  if (sign === null) return [];
  let from = line.number;
  while (from > 0 && isInside(lines[from - 1], line)) from--;
  const edits: Edit[] = [];
  for (let i = from; isInside(lines[i], line); i++) {
    const each = lines[i];
    if (each === undefined || each.indent !== line.indent || signOf(each) !== sign) continue;
    const start = each.start + each.indent;
    const blank = /^[ \u3000]*/.exec(each.text.slice(each.indent + 1))?.[0].length ?? 0;
    edits.push({ start, end: start + 1 + blank, text: "- " });
  }
  return edits;
}

function isInside(line: Line | undefined, first: Line): boolean {
  return line !== undefined && (isIdle(line) || line.indent >= first.indent) && line.text !== "";
}

/** True for a text that begins with one of the signs. */
function hasSign(text: string): boolean {
  return text !== "" && signs.includes(text.charAt(0));
}

function signOf(line: Line): string | null {
  if (!hasSign(line.text.charAt(line.indent))) return null;
  const found = bullet().exec(line.text.slice(line.indent, line.indent + 60));
  return found !== null && keys.has(found[2] ?? "") ? (found[1] ?? null) : null;
}
