/** Where in the YAML source of a text a place of its value stands. */

const blockHeader = /^[|>][^\n]*\n/;
const literalEnd = /\r?\n/y;
const foldedEnd = /[ \t]*\r?\n/y;
/** A blank, a tab or a line end: asked of each sign before the expressions. */
const mayEndLine: ReadonlySet<number> = new Set([..." \t\r\n"].map((sign) => sign.charCodeAt(0)));
const indent = /[ \t]*/y;
/** Spaces before the first word of a block. */
const firstIndent = /^(?:[ \t]*\r?\n)*( *)/;
const quoteOrLineEnd = /^["']|\n/;

/**
 * The offset in `source` (a scalar as it is written: plain, in quotes, or a block under `|` or `>`) of the offset `at` in
 * its value. Headers, indents and opening quotes are passed over, line ends that YAML folds count as one sign, those
 * before empty lines as none. An escape counts as one sign, however long: behind `\u4e00` the answer is too early, never
 * too late.
 */
export function sourceOffset(source: string, at: number): number {
  if (!quoteOrLineEnd.test(source)) return at;
  const header = blockHeader.exec(source)?.[0] ?? "";
  const isLiteral = header.startsWith("|");
  const quote = /^["']/.exec(source)?.[0] ?? "";
  // The first line of a block sets its indent: what stands deeper belongs to the value.
  const depth =
    header === ""
      ? Number.POSITIVE_INFINITY
      : (firstIndent.exec(source.slice(header.length))?.[1]?.length ?? 0);
  const lineEnd = isLiteral ? literalEnd : foldedEnd;
  let place = header === "" ? quote.length : afterIndent(source, header.length, depth);
  let lineStart = place;
  for (let passed = 0; passed < at && place < source.length; passed++) {
    lineEnd.lastIndex = place;
    const end = mayEndLine.has(source.charCodeAt(place)) ? lineEnd.exec(source)?.[0] : undefined;
    if (end === undefined) {
      const isEscape =
        (quote === '"' && source[place] === "\\") || (quote === "'" && source.startsWith("''", place));
      place += isEscape ? 2 : 1;
      continue;
    }
    const isEmptyLine = place === lineStart;
    place = afterIndent(source, place + end.length, depth);
    lineStart = place;
    if (!isLiteral && !isEmptyLine && (source.startsWith("\n", place) || source.startsWith("\r\n", place)))
      passed--;
  }
  return place;
}

function afterIndent(source: string, from: number, depth: number): number {
  indent.lastIndex = from;
  return from + Math.min(indent.exec(source)?.[0].length ?? 0, depth);
}
