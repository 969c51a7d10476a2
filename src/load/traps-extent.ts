/** Diagnosis of what reaches over lines: open quotes, brackets, indentation. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { yamlFullWidth, yamlIndentation, yamlStrayBracket, yamlUnclosed } from "./codes.ts";
import type { Edit } from "./patched-text.ts";
import { type Diagnosis, type Refusal, spanIn, unquoted } from "./refusal.ts";
import { isIdle, type Line, lineAbove, longestLine } from "./trap-lines.ts";

const closers: Readonly<Record<string, string>> = { "[": "]", "{": "}" };
const wideCounterparts: Readonly<Record<string, string>> = {
  "]": "］】",
  "}": "｝",
  '"': "”“＂",
  "'": "’‘＇",
};

/** A quote that opens a value and is not closed on its line, though the parser stopped behind it. */
export function diagnoseQuote(refusal: Refusal, from: number): Diagnosis | null {
  for (let number = from; number >= 0; number--) {
    const line = refusal.lines[number];
    if (line === undefined || line.text.length > longestLine) continue;
    const open = openQuote(line);
    if (open === null) continue;
    const quote = line.text[open] ?? '"';
    const start = line.start + open;
    if (closesWell(refusal, start, quote, from)) return null;
    return closing(refusal, line, open, quote, quote);
  }
  return null;
}

/** Offset in the line of a quote that begins a value and does not end on the line. */
export function openQuote(line: Line): number | null {
  let inside: string | null = null;
  let opened = 0;
  for (let i = line.content; i < line.text.length; i++) {
    const sign = line.text[i] ?? "";
    if (inside !== null) {
      if (sign === "\\" && inside === '"') i++;
      else if (sign === inside) inside = null;
    } else if (sign === "#" && /\s/.test(line.text[i - 1] ?? " ")) break;
    else if (
      (sign === '"' || sign === "'") &&
      (i === line.content || /(?:[:,-]\s+|[[{,]\s*)$/.test(line.text.slice(Math.max(0, i - 10), i)))
    ) {
      inside = sign;
      opened = i;
    }
  }
  return inside === null ? null : opened;
}

/** A text of several lines in quotes: closed before the refused line, with nothing wrong behind it. */
function closesWell(refusal: Refusal, start: number, quote: string, from: number): boolean {
  const { text } = refusal.patched;
  let end = start + 1;
  while (end < text.length && text[end] !== quote) end += text[end] === "\\" && quote === '"' ? 2 : 1;
  const last = refusal.lines[from];
  return (
    end < text.length &&
    last !== undefined &&
    end < last.start &&
    /^[^\S\r\n]*(?:[\r\n#,\]}]|$)/.test(text.slice(end + 1, end + 80))
  );
}

/** The finding for an opener without closer, and the closer put at the end of the line. */
function closing(refusal: Refusal, line: Line, open: number, opener: string, closer: string): Diagnosis {
  const start = line.start + open;
  const rest = line.text.slice(open + 1);
  const signs = wideCounterparts[closer] ?? "";
  const widthAt = [...rest].findLastIndex((sign) => signs.includes(sign));
  const offset = widthAt < 0 ? -1 : open + 1 + [...rest].slice(0, widthAt).join("").length;
  const found = line.text[offset];
  if (found !== undefined && /^\s*(?:[,\]}#].*)?$/.test(line.text.slice(offset + 1))) {
    const at = line.start + offset;
    const finding = makeDiagnostic(
      yamlFullWidth,
      spanIn(refusal, at, at + 1),
      { found, expected: closer },
      { suggestion: closer },
    );
    return { finding, edits: [{ start: at, end: at + 1, text: closer }], sure: true };
  }
  const at = closer === opener ? endOfQuoted(line, open) : endOfContent(line);
  const finding = makeDiagnostic(yamlUnclosed, spanIn(refusal, start, start + 1), { opener, closer });
  return { finding, edits: [{ start: at, end: at, text: closer }], sure: true };
}

/** Where a quote that opens at an offset of the line is likely meant to end: inside brackets before the next entry. */
function endOfQuoted(line: Line, open: number): number {
  const depth = openBrackets({ ...line, text: line.text.slice(0, open) }).length;
  if (depth === 0) return endOfContent(line);
  const rest = line.text.slice(open + 1, longestLine);
  const next = /,\s*[\p{L}\p{N}._-]+:\s/u.exec(rest) ?? /\s*[\]}]+\s*(?:#.*)?$/.exec(rest);
  return next === null ? endOfContent(line) : line.start + open + 1 + next.index;
}

/** The end of a line without its comment. */
function endOfContent(line: Line): number {
  return line.start + line.text.replace(/\s+#.*$/, "").trimEnd().length;
}

/** Brackets of the refused part that do not pair: the innermost open one, or a closing one too many. */
export function diagnoseBracket(refusal: Refusal, number: number): Diagnosis | null {
  const here = refusal.lines[number];
  if (here === undefined) return null;
  const stray = strayBracket(here);
  if (stray !== null && !insideBrackets(refusal, number)) {
    const at = here.start + stray;
    const finding = makeDiagnostic(yamlStrayBracket, spanIn(refusal, at, at + 1), {
      bracket: here.text[stray] ?? "",
    });
    return { finding, edits: [{ start: at, end: at + 1, text: "" }], sure: true };
  }
  if (!/flow collection|deficient|expected the node content/.test(refusal.reason)) return null;
  for (let i = number; i >= 0; i--) {
    const line = refusal.lines[i];
    if (line === undefined || line.text.length > longestLine) return null;
    const open = openBrackets(line);
    if (
      open.length > 0 &&
      (i < number || refusal.reason.includes("end of the stream") || here.end <= refusal.offset)
    ) {
      return cutByComment(refusal, line, open) ?? closeAll(refusal, line, open, number);
    }
    if (i < number && !isIdle(line) && /^[^\s:'"[\]{}#]+:(?:\s|$)/.test(line.text.slice(line.content))) break;
  }
  return null;
}

/** `{ name: cooks #1, amount: 40 }`: the brackets are closed, but behind a `#` that begins a comment. */
function cutByComment(refusal: Refusal, line: Line, open: readonly number[]): Diagnosis | null {
  const sign = /\s#(?=\S)/.exec(line.text.slice(line.content));
  if (sign === null) return null;
  const hash = line.content + sign.index + 1;
  const whole = openBrackets({ ...line, text: `${line.text.slice(0, hash)}+${line.text.slice(hash + 1)}` });
  if (whole.length >= open.length) return null;
  const before = /(?::\s+|[[{,]\s*)([^\s"'[\]{},:][^[\]{},:]*)$/.exec(line.text.slice(0, hash));
  const value = before?.[1];
  if (value === undefined) return null;
  const start = line.start + hash - value.length;
  const rest = /^[^,}\]]*/.exec(line.text.slice(hash))?.[0].trimEnd() ?? "";
  return unquoted(refusal, start, line.start + hash + rest.length, " #");
}

function closeAll(refusal: Refusal, line: Line, open: readonly number[], number: number): Diagnosis {
  const innermost = open[open.length - 1] ?? 0;
  const opener = line.text[innermost] ?? "[";
  const closer = closers[opener] ?? "]";
  const single = closing(refusal, line, innermost, opener, closer);
  const lastLine = refusal.reason.includes("deficient") ? (lineAbove(refusal.lines, number) ?? line) : line;
  const at = lastLine.start + lastLine.text.replace(/\s+#.*$/, "").trimEnd().length;
  const text = open
    .toReversed()
    .map((offset) => closers[line.text[offset] ?? "["] ?? "]")
    .join("");
  if (single.finding.code === yamlFullWidth.code) return single;
  return { ...single, edits: [{ start: at, end: at, text }] };
}

/** Offsets of the brackets that a line opens and does not close, outside of quotes. */
function openBrackets(line: Line): readonly number[] {
  const open: number[] = [];
  scanBrackets(line, (sign, at) => {
    if (sign === "[" || sign === "{") open.push(at);
    else open.pop();
  });
  return open;
}

function strayBracket(line: Line): number | null {
  let depth = 0;
  let found: number | null = null;
  scanBrackets(line, (sign, at) => {
    depth += sign === "[" || sign === "{" ? 1 : -1;
    if (depth < 0 && found === null) found = at;
  });
  return found;
}

/** True when a bracket opened above is still open at the line; looks at most at the 200 lines above. */
export function insideBrackets(refusal: Refusal, number: number): boolean {
  let depth = 0;
  for (let i = Math.max(0, number - 200); i < number; i++) {
    const line = refusal.lines[i];
    if (line === undefined) continue;
    scanBrackets(line, (sign) => {
      depth = Math.max(0, depth + (sign === "[" || sign === "{" ? 1 : -1));
    });
  }
  return depth > 0;
}

function scanBrackets(line: Line, see: (sign: string, at: number) => void): void {
  let quote: string | null = null;
  for (let i = line.content; i < Math.min(line.text.length, longestLine); i++) {
    const sign = line.text[i] ?? "";
    if (quote !== null) {
      if (sign === "\\" && quote === '"') i++;
      else if (sign === quote) quote = null;
    } else if (sign === "#" && /\s/.test(line.text[i - 1] ?? " ")) return;
    else if ((sign === '"' || sign === "'") && /[\s[{,:]/.test(line.text[i - 1] ?? " ")) quote = sign;
    else if ("[]{}".includes(sign)) see(sign, i);
  }
}

/** A line whose column fits none of the levels above it: it is moved to the nearest, with the lines that hang on it. */
export function diagnoseIndentation(refusal: Refusal, line: Line): Diagnosis | null {
  const isItem = /^-(?:\s|$)/.test(line.text.slice(line.indent));
  const isEntry = /^[^\s:'"[\]{}#-][^:'"[\]{}#]*:(?:\s|$)/.test(line.text.slice(line.indent, longestLine));
  if (!isItem && !isEntry) return null;
  const expected = nearestColumn(refusal.lines, line, isItem);
  if (expected === null || expected === line.indent) return null;
  const shift = expected - line.indent;
  const edits: Edit[] = [];
  for (let i = line.number; i < refusal.lines.length; i++) {
    const each = refusal.lines[i];
    if (each === undefined || (!isIdle(each) && each.indent < line.indent)) break;
    if (isIdle(each)) continue;
    if (i > line.number && each.indent === expected) break;
    const text = " ".repeat(Math.max(0, each.indent + shift));
    edits.push({ start: each.start, end: each.start + each.indent, text });
  }
  const span = spanIn(refusal, line.start, line.start + line.indent);
  const word = spanIn(refusal, line.start + line.indent, Math.min(line.end, line.start + line.indent + 1));
  const finding = makeDiagnostic(yamlIndentation, span.end > span.start ? span : word, {
    found: line.indent,
    expected,
  });
  return { finding, edits, sure: true };
}

/** The column of the level above that lies nearest to the line's own; of two the deeper. */
function nearestColumn(lines: readonly Line[], line: Line, isItem: boolean): number | null {
  let best: number | null = null;
  let limit = Number.POSITIVE_INFINITY;
  for (let i = line.number - 1, seen = 0; i >= 0 && seen < 500; i--) {
    const above = lines[i];
    if (above === undefined || isIdle(above) || above.indent >= limit) continue;
    seen++;
    limit = above.indent;
    const hasDash = above.content > above.indent && above.text[above.indent] === "-";
    const column = isItem ? (hasDash ? above.indent : null) : above.content;
    if (column !== null && (best === null || Math.abs(column - line.indent) < Math.abs(best - line.indent)))
      best = column;
    if (limit === 0) break;
  }
  return best;
}
