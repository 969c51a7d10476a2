/**
 * Diagnosis of a text that the parser refused: which of the known traps is the cause, where it lies, and which edit takes
 * it away so that reading can go on. One call, one cause.
 */
import { planKeys } from "../../generated/plan-schema.js";
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { yamlControlCharacter, yamlEscape, yamlMissingColon, yamlMissingComma, yamlSyntax } from "./codes.ts";
import {
  colonWith,
  type Diagnosis,
  type Refusal,
  removalOfItems,
  spanIn,
  unquoted,
  wide,
} from "./refusal.ts";
import { shown } from "./shown.ts";
import { type Line, lineAbove, lineNumberAt, longestLine } from "./trap-lines.ts";
import { diagnoseConflict } from "./traps-conflict.ts";
import { diagnoseBracket, diagnoseIndentation, diagnoseQuote } from "./traps-extent.ts";
import { codePoint, diagnoseInvisible } from "./traps-invisible.ts";
import { diagnoseLine } from "./traps-line.ts";
import { diagnoseShallowQuote } from "./traps-quoted.ts";

const keys: ReadonlySet<string> = new Set(planKeys);
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that is looked for
const terminalCode = /^\x1b\[[\d;]*[A-Za-z]/;

/** The cause of a refusal: a trap of the line where the parser stopped, else of the one above, else the line itself. */
export function diagnose(refusal: Refusal): Diagnosis {
  const { lines, offset } = refusal;
  const number = lineNumberAt(lines, Math.min(offset, refusal.patched.text.length));
  const line = lines[number];
  const above = lineAbove(lines, number);
  const candidates = [line, above].filter((candidate) => candidate !== undefined && candidate !== null);
  const exact =
    diagnoseConflict(refusal) ??
    diagnoseCharacter(refusal) ??
    diagnoseEscape(refusal) ??
    diagnoseShallowQuote(refusal) ??
    diagnoseDirective(refusal);
  if (exact !== null) return exact;
  for (const candidate of candidates) {
    if (candidate.text.length > longestLine) continue;
    const found = diagnoseInvisible(refusal, candidate) ?? diagnoseLine(refusal, candidate);
    if (found !== null) return found;
  }
  return (
    diagnoseQuote(refusal, number) ??
    diagnoseBracket(refusal, number) ??
    (line === undefined ? null : diagnoseInside(refusal, line)) ??
    (line === undefined ? null : diagnoseIndentation(refusal, line)) ??
    candidates.map((candidate) => diagnoseColon(refusal, candidate)).find((found) => found !== null) ??
    unknownFault(refusal, line)
  );
}

/** Faults inside brackets, at the place where the parser stopped: full-width comma, missing comma, colon in a text. */
function diagnoseInside(refusal: Refusal, line: Line): Diagnosis | null {
  const { text } = refusal.patched;
  const { offset } = refusal;
  if (!refusal.reason.includes("flow collection")) return null;
  const open = Math.max(
    text.lastIndexOf("{", offset - 1),
    text.lastIndexOf("[", offset - 1),
    text.lastIndexOf(",", offset - 1),
  );
  const before = text.slice(open + 1, offset);
  // `text：{ … }`: the colon kept the key and what follows in one value.
  const colon = /^(\s*([\w-]{1,60})[ \u3000]*)([：﹕︰∶])[ \u3000]*/u.exec(before);
  if (open >= 0 && colon !== null && keys.has(colon[2] ?? "")) {
    const at = open + 1 + (colon[1] ?? "").length;
    return {
      finding: wide(refusal, at, at + 1, colon[3] ?? "", ": "),
      edits: [
        {
          start: at,
          end: open + 1 + colon[0].length,
          text: colonWith(colon[0].slice((colon[1] ?? "").length + 1), before[colon[0].length]),
        },
      ],
      sure: true,
    };
  }
  const comma = Math.max(before.lastIndexOf("，"), signBeforeKey(before));
  if (open >= 0 && comma >= 0) {
    const at = open + 1 + comma;
    return {
      finding: wide(refusal, at, at + 1, before[comma] ?? "", ", "),
      edits: [{ start: at, end: at + 1, text: ", " }],
      sure: true,
    };
  }
  const next = /^[\p{L}\p{N}._-]+/u.exec(text.slice(offset, offset + 100))?.[0];
  if (text[offset] !== ":" && next !== undefined) return missingComma(refusal, offset, next);
  const word = /\s([\p{L}\p{N}._-]+)\s*$/u.exec(before.slice(-100));
  if (text[offset] === ":" && word?.[1] !== undefined && keys.has(word[1])) {
    return missingComma(refusal, open + 1 + before.lastIndexOf(word[1]), word[1]);
  }
  if (text[offset] !== ":") return null;
  const valueStart = open + 1 + (/^[^:]*:\s+/.exec(before)?.[0].length ?? 0);
  const rest = /^[^,}\]\r\n]*/.exec(text.slice(offset, line.end))?.[0].trimEnd() ?? "";
  return unquoted(refusal, valueStart, offset + rest.length, ": ");
}

/** Where `；` or `、` stands for the comma before a key; -1 for nowhere. */
function signBeforeKey(before: string): number {
  const found = /[；、][ \u3000]*([\w-]+)[ \t]*$/.exec(before.slice(-100));
  return found !== null && keys.has(found[1] ?? "") ? before.length - found[0].length : -1;
}

function missingComma(refusal: Refusal, at: number, before: string): Diagnosis {
  const finding = makeDiagnostic(yamlMissingComma, spanIn(refusal, at, at + before.length), {
    before: shown(before),
  });
  return { finding, edits: [{ start: at, end: at, text: ", " }], sure: true };
}

/** A line that should be `key: value` and has no colon. */
function diagnoseColon(refusal: Refusal, line: Line): Diagnosis | null {
  const content = line.text.slice(line.content, longestLine).replace(/\s#.*$/, "");
  const found = /^([\p{L}\p{N}._-]+)(?=\s|$)(?!.*:(?:\s|$))/u.exec(content);
  const key = found?.[1];
  if (key === undefined || (found?.[0].length !== content.trimEnd().length && !keys.has(key))) return null;
  const start = line.start + line.content;
  const at = start + key.length;
  const finding = makeDiagnostic(yamlMissingColon, spanIn(refusal, start, at), { key: shown(key) });
  return { finding, edits: [{ start: at, end: at, text: ":" }], sure: keys.has(key) };
}

/** A character that no text holds. */
function diagnoseCharacter(refusal: Refusal): Diagnosis | null {
  const { text } = refusal.patched;
  if (!/non-printable|JSON character|null byte/.test(refusal.reason)) return null;
  const at = Math.min(refusal.offset, text.length - 1);
  // Behind an escape sign the rest of a terminal's colour code belongs to it.
  const length = terminalCode.exec(text.slice(at, at + 20))?.[0].length ?? 1;
  const finding = makeDiagnostic(yamlControlCharacter, spanIn(refusal, at, at + 1), {
    character: codePoint(text, at),
  });
  return { finding, edits: [{ start: at, end: at + length, text: "" }], sure: true };
}

/** A `%YAML` line that is doubled or of another version: nothing in a plan hangs on it. */
function diagnoseDirective(refusal: Refusal): Diagnosis | null {
  if (!/YAML/.test(refusal.reason)) return null;
  const last = lineNumberAt(refusal.lines, refusal.offset);
  const line = refusal.lines.slice(0, last + 1).findLast(({ text }) => /^%YAML(?:\s|$)/.test(text));
  if (line === undefined) return null;
  const span = spanIn(refusal, line.start, line.end);
  const finding = makeDiagnostic(yamlSyntax, span, { found: shown(line.text) });
  return { finding, edits: [{ start: line.start, end: line.end, text: "" }], sure: true };
}

/** A backslash in double quotes that begins no escape. */
function diagnoseEscape(refusal: Refusal): Diagnosis | null {
  const { text } = refusal.patched;
  if (!refusal.reason.includes("escape sequence") && !refusal.reason.includes("hexadecimal")) return null;
  const at = text.lastIndexOf("\\", refusal.offset);
  if (at < 0) return null;
  const finding = makeDiagnostic(yamlEscape, spanIn(refusal, at, at + 2), {
    sequence: shown(text.slice(at, at + 2)),
  });
  return { finding, edits: [{ start: at, end: at, text: "\\" }], sure: true };
}

/** No known trap: the line is taken out with all that hangs below it. */
function unknownFault(refusal: Refusal, line: Line | undefined): Diagnosis {
  const { text } = refusal.patched;
  if (line === undefined) throw new Error("a refused text has no lines");
  const target = line.text.trim() === "" ? (lineAbove(refusal.lines, line.number) ?? line) : line;
  const at = line === target && refusal.offset < line.end ? refusal.offset : target.start + target.content;
  const end = Math.max(at, Math.min(at + 30, target.end));
  const finding = makeDiagnostic(yamlSyntax, spanIn(refusal, at, end), { found: shown(text.slice(at, end)) });
  return { finding, edits: removalOfItems(refusal, target), sure: false };
}
