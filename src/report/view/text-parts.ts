/** Texts in which words to type stand between backticks, as parts that a template can set as code. */
import type { TextPart } from "./printed-parts.ts";

/** Longest run between two backticks that is taken as code; what is longer is prose of a plan with stray backticks. */
const codePattern = /`([^`\n]{1,200})`/;

/** Plain and code parts in order; a text without backticks is one part. */
export function textParts(text: string): readonly TextPart[] {
  // Splitting by a pattern with one group gives plain text and code by turns.
  return text
    .split(codePattern)
    .map((part, i) => (i % 2 === 0 ? { text: part, code: null } : { text: null, code: part }))
    .filter((part) => part.text !== "");
}
