/** Traps that one line shows by itself. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { yamlMissingSpace, yamlUnquotedRelation } from "./codes.ts";
import { colonWith, type Diagnosis, quoted, type Refusal, spanIn, unquoted, wide } from "./refusal.ts";
import { shown } from "./shown.ts";
import { type Line, longestLine } from "./trap-lines.ts";
import { diagnoseBullet } from "./traps-bullet.ts";
import { insideBrackets } from "./traps-extent.ts";
import { freeTexts } from "./traps-flow.ts";
import { diagnosePlaceholder } from "./traps-placeholder.ts";
import { diagnoseTabs } from "./traps-tab.ts";

type Detector = (refusal: Refusal, line: Line) => Diagnosis | null;

/** Traps that a line shows by itself, surest first. */
const detectors: readonly Detector[] = [
  diagnoseTabs,
  diagnosePlaceholder,
  wideSpace,
  diagnoseBullet,
  wideColon,
  relation,
  reserved,
  missingSpace,
  afterQuote,
  afterBracket,
  dashValue,
  colonInText,
];

/** The trap of a line; null when it shows none. */
export function diagnoseLine(refusal: Refusal, line: Line): Diagnosis | null {
  for (const detector of detectors) {
    const found = detector(refusal, line);
    if (found !== null) return found;
  }
  return null;
}

/** A full-width or no-break space in the indentation or right behind the colon. */
function wideSpace(refusal: Refusal, line: Line): Diagnosis | null {
  const inLead = /[\u3000\u00a0]/.exec(line.text.slice(0, line.content));
  if (inLead !== null) {
    const at = line.start + inLead.index;
    const lead = line.text.slice(0, line.content);
    const text = lead.replaceAll("\u3000", "  ").replaceAll("\u00a0", " ");
    const edits = [{ start: line.start, end: line.start + line.content, text }];
    return { finding: wide(refusal, at, at + 1, inLead[0], " "), edits, sure: true };
  }
  const behind = /^([^\s:'"[\]{}#]+):[\u3000\u00a0]+/.exec(line.text.slice(line.content));
  if (behind === null) return null;
  const at = line.start + line.content + (behind[1] ?? "").length + 1;
  const end = line.start + line.content + behind[0].length;
  return {
    finding: wide(refusal, at, at + 1, refusal.patched.text[at] ?? "", " "),
    edits: [{ start: at, end, text: " " }],
    sure: true,
  };
}

/** A full-width colon behind the key of a line. */
function wideColon(refusal: Refusal, line: Line): Diagnosis | null {
  const content = line.text.slice(line.content);
  const found = /^([\p{L}\p{N}._-]+|"[^"]*"|'[^']*')[ \u3000]*[：﹕︰∶][ \u3000]*/u.exec(content);
  if (found === null) return null;
  const offset = found[0].search(/[：﹕︰∶]/);
  const at = line.start + line.content + offset;
  const end = line.start + line.content + found[0].length;
  return {
    finding: wide(refusal, at, at + 1, found[0][offset] ?? "", ": "),
    edits: [{ start: at, end, text: colonWith(found[0].slice(offset + 1), content[found[0].length]) }],
    sure: true,
  };
}

/** A value that begins with `>` and is no folded text. */
function relation(refusal: Refusal, line: Line): Diagnosis | null {
  const found = /(?:^|: +|- +|[[{,] *)(>=?[ ]*[^\s>|=+-][^,}\]#]*)/.exec(line.text.slice(line.indent));
  const value = found?.[1]?.trimEnd();
  if (found === null || value === undefined) return null;
  const start = line.start + line.indent + found.index + found[0].length - (found[1] ?? "").length;
  const right = value.startsWith(">=") ? `≥${value.slice(2).trim()}` : `"${value}"`;
  const finding = makeDiagnostic(
    yamlUnquotedRelation,
    spanIn(refusal, start, start + value.length),
    { value: shown(value) },
    { suggestion: right },
  );
  return { finding, edits: [{ start, end: start + value.length, text: quoted(value) }], sure: true };
}

/** Where a value may begin with a sign that YAML keeps for itself; `|`, `&`, `*` mean something before certain others. */
const reservedSigns = /(^|: +|[[{,] *)(?=[@`%]|\|[^\s|+-]|[&*](?:\s*[,}\]]|\s|$))/g;

/** A value that begins with a sign which YAML keeps for itself: `unit: %`. */
function reserved(refusal: Refusal, line: Line): Diagnosis | null {
  const content = line.text.slice(line.content, longestLine);
  for (const found of content.matchAll(reservedSigns)) {
    const offset = found.index + (found[1] ?? "").length;
    if (line.content + offset === 0 || isInQuotes(content.slice(0, offset))) continue;
    const start = line.start + line.content + offset;
    const isInside = /[{[]/.test(content.slice(0, offset)) || insideBrackets(refusal, line.number);
    // Behind a comma outside of brackets nothing begins.
    if (!isInside && /^[[{,]/.test(found[1] ?? "")) continue;
    const rest = content.slice(offset).replace(/\s+#.*$/, "");
    // Inside brackets the value ends with its entry.
    const value = (isInside ? (/^[^,}\]]*/.exec(rest)?.[0] ?? "") : rest).trimEnd();
    // Behind a second colon it is not the beginning: the whole needs the quotes.
    const key = isInside ? null : /^[^\s:'"[\]{}#]+: +/.exec(content);
    if (key !== null && key[0].length < offset) {
      return unquoted(refusal, start - (offset - key[0].length), start + value.length, ": ");
    }
    return unquoted(refusal, start, start + value.length, value.slice(0, 1));
  }
  return null;
}

/** True behind an open quote. */
function isInQuotes(text: string): boolean {
  const bare = text.replace(/(?<=^|[\s[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/g, "");
  return /(?:^|[\s[{,])["']/.test(bare);
}

/** `key:value`, where the parser found no key. */
function missingSpace(refusal: Refusal, line: Line): Diagnosis | null {
  const content = line.text.slice(line.content);
  const found = /^([\p{L}\p{N}._-]+):(?=[^\s/])/u.exec(content);
  if (found === null || /^[^#]*:(\s|$)/.test(content.slice(0, found[0].length + 1))) return null;
  const at = line.start + line.content + found[0].length;
  const finding = makeDiagnostic(yamlMissingSpace, spanIn(refusal, at - 1, at), {
    key: shown(found[1] ?? ""),
    sign: ":",
  });
  return { finding, edits: [{ start: at, end: at, text: " " }], sure: true };
}

/** `key: "text" more`: the quotes end before the value does. */
function afterQuote(refusal: Refusal, line: Line): Diagnosis | null {
  const found = /^(?:[^\s:'"[\]{}#]+: +|)((?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s#,:\]}].*)$/.exec(
    line.text.slice(line.content),
  );
  const value = found?.[1]?.replace(/\s+#.*$/, "").trimEnd();
  if (found === null || value === undefined) return null;
  const start = line.start + line.content + found[0].length - (found[1] ?? "").length;
  return unquoted(refusal, start, start + value.length, value.slice(0, 1), withoutQuotes(value));
}

/** `"30,6%" @ 2025-12`: a quantity whose date stands behind the quotes, as it should be; null for another text. */
function withoutQuotes(value: string): string | null {
  const found = /^(["'])([^"'\\]*)\1(\s*@\s*\S.*)$/.exec(value);
  if (found === null || !/\d/.test(found[2] ?? "")) return null;
  return `${(found[2] ?? "").replace(/(?<![\d,.])(\d+),(\d{1,2})(?![\d,.])/, "$1.$2")}${found[3] ?? ""}`;
}

/** `key: text: more`: a second colon with a space in an unquoted value. */
function colonInText(refusal: Refusal, line: Line): Diagnosis | null {
  const found = /^[^\s:'"[\]{}#]+: +([^\s'"[\]{}&*!|>#][^#]*?:(?: .*)?)$/.exec(line.text.slice(line.content));
  const value = found?.[1]?.replace(/\s+#.*$/, "").trimEnd();
  if (found === null || value === undefined || !/: |:$/.test(value)) return null;
  const start = line.start + line.content + found[0].length - (found[1] ?? "").length;
  return unquoted(refusal, start, start + value.length, ": ");
}

/** `name: [pilot] kitchens`: brackets around the first words of a text. */
function afterBracket(refusal: Refusal, line: Line): Diagnosis | null {
  const found = /^[^\s:'"[\]{}#]+: +((?:\[[^[\]{}'"]*\]|\{[^[\]{}'"]*\})[ \t]*[^\s#,:\]}].*)$/.exec(
    line.text.slice(line.content, longestLine),
  );
  const value = found?.[1]?.replace(/\s+#.*$/, "").trimEnd();
  if (found === null || value === undefined || /: |:$/.test(value)) return null;
  const start = line.start + line.content + found[0].length - (found[1] ?? "").length;
  return unquoted(refusal, start, start + value.length, value.slice(0, 1));
}

/** `note: - as before`: a dash that begins a text. Where it may be a list, what was meant stays open. */
function dashValue(refusal: Refusal, line: Line): Diagnosis | null {
  const found = /^([^\s:'"[\]{}#]+): +([-?] [^:]*)$/.exec(line.text.slice(line.content, longestLine));
  const value = found?.[2]?.replace(/\s+#.*$/, "").trimEnd();
  if (found === null || value === undefined) return null;
  const start = line.start + line.content + found[0].length - (found[2] ?? "").length;
  const diagnosis = unquoted(refusal, start, start + value.length, value.slice(0, 2));
  return { ...diagnosis, sure: freeTexts.has(found[1] ?? "") };
}
