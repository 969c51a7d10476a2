/** Where the parts of a YAML text end that the parser's events do not say. */

/** The offset behind the `:` that follows a key; the key's own end where there is none (`{ a }`). */
export function afterColon(text: string, keyEnd: number): number {
  const at = skipBlank(text, keyEnd);
  return text.charCodeAt(at) === 58 ? at + 1 : keyEnd;
}

/** The offset behind the next list dash, for items that are empty. */
export function afterDash(text: string, from: number): number {
  const at = skipBlank(text, from);
  return text.charCodeAt(at) === 45 ? at + 1 : from;
}

/** The offset behind the bracket that closes a flow collection; a pair without brackets ends with its value. */
export function closingEnd(text: string, from: number, closer: string, start: number): number {
  const opener = text[start];
  if (opener !== "{" && opener !== "[") return from;
  let at = from === start ? start + 1 : from;
  for (;;) {
    at = skipBlank(text, at);
    if (text[at] === closer) return at + 1;
    if (text[at] !== ",") return from;
    at++;
  }
}

/** The next offset that is neither space, line end nor comment. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || unit === 10 || unit === 13 || unit === 9) at++;
    else if (unit === 35 && (at === 0 || text.charCodeAt(at - 1) <= 32)) {
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
    } else return at;
  }
}

/** The range without the white space at its ends. */
export function trimmed(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  return [from, to];
}
