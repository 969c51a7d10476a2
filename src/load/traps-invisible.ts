/** Signs that no one sees: marks without width, line ends that YAML takes for letters. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { yamlControlCharacter } from "./codes.ts";
import { longest, part, type Search } from "./quiet-search.ts";
import { type Diagnosis, type Refusal, spanIn } from "./refusal.ts";
import { type Line, longestLine } from "./trap-lines.ts";
import type { YamlScalar } from "./yaml-node.ts";

const otherLineEnds = /[\x85\u2028\u2029]/;

/** Line ends of other systems, which YAML 1.2 takes for letters, and marks without width in a key or right behind its colon. */
export function diagnoseInvisible(refusal: Refusal, line: Line): Diagnosis | null {
  const text = line.text.slice(0, longestLine);
  const isOtherEnd = otherLineEnds.test(text);
  const head = isOtherEnd ? text : (/^[^:'"#[{]*:[^\S\r\n\u3000]*\p{Cf}*/u.exec(text)?.[0] ?? "");
  const places = [...head.matchAll(isOtherEnd ? /[\x85\u2028\u2029]/g : /\p{Cf}/gu)];
  const first = places[0];
  if (first === undefined) return null;
  const at = line.start + first.index;
  const finding = makeDiagnostic(yamlControlCharacter, spanIn(refusal, at, at + 1), {
    character: codePoint(refusal.patched.text, at),
  });
  const edits = places.map(({ index, 0: sign }) => ({
    start: line.start + index,
    end: line.start + index + sign.length,
    text: isOtherEnd ? "\n" : "",
  }));
  return { finding, edits, sure: true };
}

/** Marks without width in a key or an id, as copying from a web page brings them in; a mark of files joined together. */
export function searchInvisible(search: Search, word: YamlScalar, isSure: boolean): void {
  const source = search.file.text.slice(word.span.start, Math.min(word.span.end, word.span.start + longest));
  const places = isSure && hasInvisible(source) ? [...source.matchAll(/\p{Cf}/gu)] : [];
  const first = places[0];
  if (first === undefined) return;
  for (const { index, 0: sign } of places) {
    const start = word.span.start + index;
    search.edits.push({ start, end: start + sign.length, text: "" });
  }
  const at = word.span.start + first.index;
  const character = codePoint(source, first.index);
  search.findings.push(makeDiagnostic(yamlControlCharacter, part(search, at, at + 1), { character }));
}

/** What nearly every key is made of; asked first, because a look at all of Unicode takes longer. */
const visible = /^[\x20-\x7e\u3400-\u9fff]*$/;

/** True for a text with marks without width. */
export function hasInvisible(text: string): boolean {
  return !visible.test(text) && /\p{Cf}/u.test(text);
}

/** A character by its number, as `U+0085`. */
export function codePoint(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
}
