/** Names of places in a document, so that a link to an item of the plan stays the same from report to report. */

/**
 * The anchor of an item: its kind and its id. White space and the signs that mean something in an address are replaced,
 * so that it is both the `id` of an element and, behind `#`, a link.
 */
export function anchorOf(kind: string, id: string): string {
  return `${kind}-${id.replace(/[\s%#?&"'<>]/gu, "_")}`;
}
