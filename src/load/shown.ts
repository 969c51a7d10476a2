/** Plan text inside messages: one line, not too long. */

const longest = 60;

/** The text on one line, cut at 60 characters. */
export function shown(text: string): string {
  const line = text
    .slice(0, longest + 1)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > longest || text.length > longest + 1 ? `${line.slice(0, longest - 1)}…` : line;
}
