/**
 * Lines of English prose that an author or an editor has broken at a width belong together: a sentence does not end where its line does.
 * Headings, list items, rows of tables and paragraphs stay lines of their own.
 */

/** Lines longer than this are paragraphs on one line; a text whose longest line is shorter is not broken at a width. */
const longestLine = 130;
const shortestWidth = 50;

const opensLine = /^(?:\s*(?:[-*+•>#|]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)|\s*$)/u;
/** Behind these words no line ends by itself. */
const leftOpen =
  /(?:,|\b(?:a|an|the|of|in|on|at|by|to|for|from|with|and|or|until|than|is|are|its|their|our|January|February|March|April|May|June|July|August|September|October|November|December))\s*$/u;
const endsSentence = /[.:;!?|]["”’)]?\s*$/u;

/** The text with a space for each line break inside a sentence, and behind one where its line is full; as long as before. */
export function joinWrappedLines(text: string): string {
  if (!/[a-z,] ?\n\S/u.test(text)) return text;
  const lines = text.split("\n");
  const isSure = (i: number): boolean => {
    const [line = "", next = ""] = [lines[i], lines[i + 1]];
    return (
      isProse(line) &&
      !opensLine.test(next) &&
      !endsSentence.test(line) &&
      (/^[a-z]/u.test(next) || leftOpen.test(line))
    );
  };
  let width = 0;
  for (let i = 0; i + 1 < lines.length; i++)
    if (isSure(i)) width = Math.max(width, lines[i]?.trimEnd().length ?? 0);
  if (width < shortestWidth) return text;
  const isWrapped = (i: number): boolean => {
    const [line = "", next = ""] = [lines[i], lines[i + 1]];
    if (!isProse(line) || opensLine.test(next)) return false;
    const [word = ""] = /\S+/u.exec(next) ?? [];
    const isFull = line.trimEnd().length + 1 + word.length > width;
    return isFull || isSure(i);
  };
  return lines
    .map((line, i) => (i + 1 === lines.length ? line : `${line}${isWrapped(i) ? " " : "\n"}`))
    .join("");
}

function isProse(line: string): boolean {
  return line.length <= longestLine && /[a-z]/u.test(line) && !/^\s*[#|]/u.test(line);
}
