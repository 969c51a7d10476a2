/** A text that the parser refused, and what a diagnosis of it says. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../text/source.ts";
import { yamlFullWidth, yamlUnquotedText } from "./codes.ts";
import { type Edit, type PatchedText, placeIn } from "./patched-text.ts";
import { shown } from "./shown.ts";
import { type Line, linesOf } from "./trap-lines.ts";

/** A cause and the edits that remove it; `sure` when the repaired text says what was meant. */
export interface Diagnosis {
  readonly finding: Diagnostic;
  readonly edits: readonly Edit[];
  readonly sure: boolean;
}

/** What the parser refused: the text as repaired so far, where it stopped, in its own words why. */
export interface Refusal {
  readonly file: SourceFile;
  readonly patched: PatchedText;
  readonly lines: readonly Line[];
  readonly offset: number;
  readonly reason: string;
}

/** Makes the refusal of a parser failure. */
export function refusalOf(file: SourceFile, patched: PatchedText, offset: number, reason: string): Refusal {
  return { file, patched, lines: linesOf(patched.text), offset, reason };
}

/** The span of a range of the text under repair, in the file. */
export function spanIn(refusal: Refusal, start: number, end: number): Span {
  const from = placeIn(refusal.patched, start);
  const until = placeIn(refusal.patched, Math.min(end, refusal.patched.text.length));
  return { file: refusal.file, start: from, end: Math.max(from, until) };
}

/** Takes a line and the deeper lines below it out. */
export function removal(refusal: Refusal, line: Line): readonly Edit[] {
  const edits: Edit[] = [{ start: line.start, end: line.end, text: "" }];
  for (let i = line.number + 1; i < refusal.lines.length; i++) {
    const next = refusal.lines[i];
    if (next === undefined || (next.text.trim() !== "" && next.indent <= line.indent)) break;
    edits.push({ start: next.start, end: next.end, text: "" });
  }
  return edits;
}

/** An item of a list where none may stand, with all items of its list: they have one fault. Any other line as `removal` does. */
export function removalOfItems(refusal: Refusal, line: Line): readonly Edit[] {
  const edits = [...removal(refusal, line)];
  if (!item.test(line.text)) return edits;
  for (let i = line.number + edits.length; i < refusal.lines.length; i++) {
    const next = refusal.lines[i];
    if (next === undefined || (next.text.trim() !== "" && next.indent < line.indent)) break;
    if (next.indent !== line.indent || !item.test(next.text)) continue;
    const further = removal(refusal, next);
    edits.push(...further);
    i += further.length - 1;
  }
  return edits;
}

const item = /^[ \t]*-(?:[ \t]|$)/;

/** The finding for a full-width sign where a half-width one belongs. */
export function wide(
  refusal: Refusal,
  start: number,
  end: number,
  found: string,
  expected: string,
): Diagnostic {
  return makeDiagnostic(
    yamlFullWidth,
    spanIn(refusal, start, end),
    { found, expected },
    { suggestion: expected },
  );
}

/** The diagnosis of a value that needs quotes around it all; `meant` is its text where that is not as it stands. */
export function unquoted(
  refusal: Refusal,
  start: number,
  end: number,
  sign: string,
  meant: string | null = null,
): Diagnosis {
  const value = refusal.patched.text.slice(start, end);
  const whole = meant ?? value;
  // Double quotes would end at one within, and read \ as an escape.
  const single = /["\\]/.test(whole);
  // A value that holds quotes of its own is left to its writer.
  const isPlain = whole === shown(whole) && !/"|\\.*'|'.*\\/.test(whole);
  const right = isPlain ? (single ? quoted(whole) : `"${whole}"`) : null;
  const finding = makeDiagnostic(
    yamlUnquotedText,
    spanIn(refusal, start, end),
    { value: shown(value), sign, single },
    { suggestion: right },
  );
  return { finding, edits: [{ start, end, text: quoted(whole) }], sure: true };
}

/** A text in single quotes. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A colon with the space that stands behind it, so that columns stay; with one where there is none before a value. */
export function colonWith(space: string, next: string | undefined): string {
  const isEnd = next === undefined || next === "\n" || next === "\r";
  return `:${space.replaceAll("\u3000", " ") || (isEnd ? "" : " ")}`;
}
