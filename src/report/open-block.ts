/** The block of a template that is opened and never closed. */

/** A tag with its place, from 1. */
export interface OpenTag {
  /** As written: `{{#each groups}}`; the first signs of one that has no end. */
  readonly tag: string;
  readonly line: number;
  readonly column: number;
}

/** Comments, finished markup, tags, of which some open and close blocks, and a tag that has no end. */
const tags = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{\{[^{}]*\}\}\}|\{\{~?([#/]|\^(?=\w))?[^{}]*\}\}|\{\{/g;
const shown = 60;

/** The innermost block without an end, or a tag without one; null where all are closed. */
export function openBlock(text: string): OpenTag | null {
  const open: { readonly tag: string; readonly at: number }[] = [];
  for (const { 0: tag, 1: sign, index: at } of text.matchAll(tags)) {
    if (tag === "{{") return placed(text, { tag: text.slice(at).split("\n", 1)[0] ?? tag, at });
    if (sign === "#" || sign === "^") open.push({ tag, at });
    if (sign === "/") open.pop();
  }
  const last = open.at(-1);
  return last === undefined ? null : placed(text, last);
}

function placed(text: string, { tag, at }: { readonly tag: string; readonly at: number }): OpenTag {
  const before = text.slice(0, at).split("\n");
  return { tag: tag.slice(0, shown), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
