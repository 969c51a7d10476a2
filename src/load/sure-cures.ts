/** Which repairs of a refused text are cures to be written into the file: those that keep for certain what was meant. */
import type { FixEdit } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source.ts";
import { yamlFullWidth, yamlMissingSpace, yamlTab, yamlUnquotedRelation, yamlUnquotedText } from "./codes.ts";
import { type Edit, type PatchedText, placeIn } from "./patched-text.ts";
import { keys } from "./quiet-search.ts";
import { type Diagnosis, quoted } from "./refusal.ts";

/** Repairs of other codes only let the reading go on: where a bracket was to close, or a comma to stand, is the writer's to say. */
const curable: ReadonlySet<string> = new Set([
  yamlFullWidth.code,
  yamlMissingSpace.code,
  yamlTab.code,
  yamlUnquotedRelation.code,
  yamlUnquotedText.code,
]);

/** A value that begins like an entry of its own: a map may be meant, not a text. */
const entryHead = /^([\w-]+):(?:\s|$)/;

/** A further entry behind a full-width sign, which quotes would swallow. */
const nextEntry = /[，；、,][ \u3000]*([\w-]+)[ \u3000]*[:：]/g;

/** The edits of a diagnosis in the file as it is; none where they are no sure cure, or touch what another repair made. */
export function cureOf(
  { finding, edits, sure }: Diagnosis,
  patched: PatchedText,
  file: SourceFile,
): readonly FixEdit[] {
  if (!sure || !curable.has(finding.code)) return [];
  const fix: FixEdit[] = [];
  for (const edit of edits) {
    const start = placeIn(patched, edit.start);
    const end = start + edit.end - edit.start;
    const before = patched.text.slice(edit.start, edit.end);
    const isAsRead = file.text.slice(start, end) === before && placeIn(patched, edit.end) === end;
    if (!isAsRead || !keepsMeaning(finding.code, edit, before, file.text[start - 1])) return [];
    const isQuoted = edit.text === quoted(before) && !/["\\]/.test(before);
    fix.push({ span: { file, start, end }, text: isQuoted ? `"${before}"` : edit.text });
  }
  return fix;
}

function keepsMeaning(code: string, { text }: Edit, before: string, previous: string | undefined): boolean {
  if (code === yamlUnquotedText.code || code === yamlUnquotedRelation.code) {
    const heads = [entryHead.exec(before), ...before.matchAll(nextEntry)];
    return text === quoted(before) && !heads.some((head) => keys.has(head?.[1] ?? ""));
  }
  const isIndentation = text.trim() === "" && (previous === undefined || /[\r\n]/.test(previous));
  // How many columns a wide space stood for is a guess; of tabs the lines around them have shown it.
  return code === yamlTab.code || !isIndentation;
}
