/** A text under repair: edits are made in it, and every offset still leads back to the file as it was read. */

/** Replaces `start`..`end` of the current text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A run of the current text: copied from `source` on, or put in at `source`. */
interface Segment {
  readonly at: number;
  readonly source: number;
  readonly copied: boolean;
}

export interface PatchedText {
  readonly text: string;
  readonly segments: readonly Segment[];
}

export function unpatched(text: string): PatchedText {
  return { text, segments: [{ at: 0, source: 0, copied: true }] };
}

/** Offset in the current text → offset in the file; what was put in lies where it was put. */
export function placeIn(patched: PatchedText, offset: number): number {
  const { segments } = patched;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (segment === undefined) return offset;
  return segment.copied ? segment.source + offset - segment.at : segment.source;
}

/** The text with edits made; they must not overlap. */
export function applyEdits(patched: PatchedText, edits: readonly Edit[]): PatchedText {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  let text = "";
  const segments: Segment[] = [];
  let cursor = 0;
  for (const edit of ordered) {
    if (edit.start < cursor) continue;
    copySegments(patched, cursor, edit.start, text.length, segments);
    text += patched.text.slice(cursor, edit.start);
    if (edit.text !== "")
      segments.push({ at: text.length, source: placeIn(patched, edit.start), copied: false });
    text += edit.text;
    cursor = edit.end;
  }
  copySegments(patched, cursor, patched.text.length + 1, text.length, segments);
  text += patched.text.slice(cursor);
  return { text, segments };
}

function copySegments(patched: PatchedText, start: number, end: number, at: number, into: Segment[]): void {
  const { segments } = patched;
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i];
    if (segment === undefined || segment.at >= end) continue;
    const segmentEnd = segments[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (segmentEnd <= start) continue;
    const from = Math.max(segment.at, start);
    const source = segment.copied ? segment.source + from - segment.at : segment.source;
    into.push({ at: at + from - start, source, copied: segment.copied });
  }
}

/** Offset in the file → offset in the current text; null for text that a repair has replaced. */
export function offsetIn(patched: PatchedText, place: number): number | null {
  const { segments } = patched;
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i];
    if (segment === undefined || !segment.copied || segment.source > place) continue;
    const length = (segments[i + 1]?.at ?? Number.POSITIVE_INFINITY) - segment.at;
    if (place < segment.source + length) return segment.at + place - segment.source;
  }
  return null;
}
