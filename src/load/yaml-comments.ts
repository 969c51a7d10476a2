/** Comments of a YAML text, found between its scalars. */
import { EVENT_ID, type Event, SCALAR_STYLE } from "js-yaml";
import type { YamlComment } from "./yaml-node.ts";
import type { ParsedText } from "./yaml-tree.ts";

/** All comments in order. A `#` inside a scalar of any style is none; spans begin at the `#`. */
export function readComments(source: ParsedText, events: readonly Event[]): readonly YamlComment[] {
  const { file, text, place } = source;
  const comments: YamlComment[] = [];
  let next = 0;
  let cursor = 0;
  for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", cursor)) {
    cursor = at + 1;
    let inside = -1;
    for (; next < events.length; next++) {
      const event = events[next];
      if (event === undefined || event.type !== EVENT_ID.SCALAR || event.valueStart < 0) continue;
      const quotes =
        event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
      if (event.valueEnd + quotes <= at) continue;
      if (event.valueStart <= at) inside = event.valueEnd;
      break;
    }
    if (inside >= 0) cursor = inside;
    else if (at === 0 || text.charCodeAt(at - 1) <= 32) {
      const end = lineEnd(text, at);
      comments.push({
        text: text.slice(at + 1, end),
        span: { file, start: place(at), end: place(end) },
        ownLine: isBlankBefore(text, at),
      });
      cursor = end;
    }
  }
  return comments;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

function isBlankBefore(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
  return before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
}
