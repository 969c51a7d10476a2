/** Marks of a merge that was left half done: told once, and the text is read as it stood on the near side. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { yamlMergeConflict } from "./codes.ts";
import type { Edit } from "./patched-text.ts";
import { type Diagnosis, type Refusal, spanIn } from "./refusal.ts";
import type { Line } from "./trap-lines.ts";

const opening = /^<{7}(?: |$)/;
const base = /^\|{7}(?: |$)/;
const middle = /^={7}$/;
const closing = /^>{7}(?: |$)/;

/** The first mark of a text that has any; all marks are taken out, and in each conflict that is complete the far side. */
export function diagnoseConflict(refusal: Refusal): Diagnosis | null {
  const { lines } = refusal;
  const first = lines.find(({ text }) => opening.test(text) || closing.test(text));
  if (first === undefined) return null;
  const edits: Edit[] = [];
  let far: Line[] | null = null;
  for (const line of lines) {
    const { text } = line;
    if (opening.test(text)) far = null;
    else if (base.test(text) || middle.test(text)) far ??= [];
    else if (closing.test(text)) {
      for (const other of far ?? []) edits.push(without(other));
      far = null;
    } else {
      far?.push(line);
      continue;
    }
    edits.push(without(line));
  }
  const marks = lines.filter(({ text }) => opening.test(text)).length;
  const span = spanIn(refusal, first.start, first.end);
  const finding = makeDiagnostic(yamlMergeConflict, span, { conflicts: Math.max(1, marks) });
  return { finding, edits: edits.sort((a, b) => a.start - b.start), sure: true };
}

function without({ start, end }: Line): Edit {
  return { start, end, text: "" };
}
