/** Texts of several lines in quotes that are not indented below their key. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { late } from "../text/late.ts";
import { yamlIndentation } from "./codes.ts";
import { type Diagnosis, type Refusal, spanIn } from "./refusal.ts";
import { isIdle, type Line, lineNumberAt, longestLine } from "./trap-lines.ts";
import { openQuote } from "./traps-extent.ts";

/** Most lines between the opening quote and the line that stands too far left. */
const longestQuote = 200;

const entry = late(() => /^(?:- +)*[\p{L}\p{N}._-]+[:：](?:\s|$)/u);

/** A line of a text in quotes that begins too far left. Null where the quote looks forgotten rather than the indentation. */
export function diagnoseShallowQuote(refusal: Refusal): Diagnosis | null {
  if (refusal.reason !== "deficient indentation") return null;
  const { lines } = refusal;
  const number = lineNumberAt(lines, refusal.offset);
  const opener = openerAbove(lines, number);
  const line = lines[number];
  if (opener === null || line === undefined) return null;
  const last = closingLine(lines, opener.line.number, opener.quote);
  if (last === null || last < number) return null;
  const expected = opener.line.content + 2;
  const shallow = lines.slice(number, last + 1).filter((each) => each.indent <= opener.line.content);
  if (shallow.some((each) => entry().test(each.text.slice(each.indent, longestLine)))) return null;
  const edits = shallow
    .filter((each) => each.text.trim() !== "")
    .map(({ start, indent }) => ({ start, end: start + indent, text: " ".repeat(expected) }));
  const end = line.start + Math.max(line.indent, Math.min(1, line.text.length));
  const args = { found: line.indent, expected };
  const finding = makeDiagnostic(yamlIndentation, spanIn(refusal, line.start, end), args);
  return { finding, edits, sure: true };
}

function openerAbove(lines: readonly Line[], number: number): { line: Line; quote: string } | null {
  for (let i = number - 1; i >= Math.max(0, number - longestQuote); i--) {
    const line = lines[i];
    if (line === undefined || line.text.length > longestLine) return null;
    const at = openQuote(line);
    if (at !== null) return { line, quote: line.text[at] ?? '"' };
    if (!isIdle(line) && entry().test(line.text.slice(line.indent))) return null;
  }
  return null;
}

/** The line on which the quote of a line closes with nothing but a comment behind it. */
function closingLine(lines: readonly Line[], from: number, quote: string): number | null {
  for (let i = from + 1; i < Math.min(lines.length, from + longestQuote); i++) {
    const text = lines[i]?.text.slice(0, longestLine) ?? "";
    const bare = quote === '"' ? text.replace(/\\./g, "  ") : text.replaceAll("''", "  ");
    const at = bare.indexOf(quote);
    if (at >= 0) return /^\s*(?:\s#.*)?$/.test(bare.slice(at + 1)) ? i : null;
  }
  return null;
}
