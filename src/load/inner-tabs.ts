/**
 * Tabs between the signs of one line (`targets:⇥[a]`, `{ a: b,⇥c: d }`): YAML allows them as white space, but the parser
 * takes one before a bracket for indentation.
 */
import { levelsAt, place } from "./outline-levels.ts";
import { lineNumberAt, linesOf, longestLine } from "./trap-lines.ts";

/**
 * The text with spaces for such tabs, so that no offset moves, in the line of an offset and in the entries below it, which
 * as a rule are written alike; null where the line has none.
 */
export function withoutInnerTabs(text: string, offset: number): string | null {
  const lines = linesOf(text);
  const number = lineNumberAt(lines, Math.min(offset, text.length));
  const first = lines[number];
  if (first === undefined || !first.text.includes("\t") || spacesForTabs(first.text) === first.text)
    return null;
  let outline = levelsAt(lines, number);
  let made = text.slice(0, first.start);
  for (const line of lines.slice(number)) {
    outline = place(outline, line, line.indent) ?? outline;
    const isChanged = line === first || (!outline.isText && line.text.includes("\t"));
    made += isChanged ? spacesForTabs(line.text) : line.text;
    made += text.slice(line.end, lines[line.number + 1]?.start ?? text.length);
  }
  return made;
}

/** Tabs behind or before a sign of structure, outside of quotes; those that indent the line stay. */
function spacesForTabs(line: string): string {
  if (line.length > longestLine) return line;
  let quote: string | null = null;
  // The last sign that is no white space, and where it stands; none before the content.
  let sign = "";
  let signAt = -1;
  let made = "";
  for (let i = 0; i < line.length; i++) {
    const unit = line[i] ?? "";
    const isFree = quote === null && sign !== "" && (":,[{?-".includes(sign) || signBehind(line, i));
    made += unit === "\t" && isFree ? " " : unit;
    if (quote === null && unit === "#" && signAt < i - 1) return made + line.slice(i + 1);
    if (quote === '"' && unit === "\\") made += line[++i] ?? "";
    else if (quote !== null) quote = unit === quote ? null : quote;
    else if ((unit === '"' || unit === "'") && ":,[{?-".includes(sign)) quote = unit;
    if (unit !== " " && unit !== "\t") {
      sign = unit;
      signAt = i;
    }
  }
  return made;
}

function signBehind(line: string, at: number): boolean {
  let next = at;
  while (line[next] === " " || line[next] === "\t") next++;
  return ",]}#".includes(line[next] ?? "#");
}
