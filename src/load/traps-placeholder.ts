/** Trap: a text with `{{target id}}` stands without quotes where YAML takes `{` for the beginning of a map. */
import { type Diagnosis, type Refusal, unquoted } from "./refusal.ts";
import { type Line, longestLine } from "./trap-lines.ts";
import { freeTexts } from "./traps-flow.ts";

const textKey = /(^|[{,]\s{0,9})([a-z-]{4,12}):[ \t]{1,9}(?=[^"'\s[|>])/g;
const nextKey = /,\s{1,9}[a-z-]{2,20}:\s/;

/** The first such text of a line; null where each has its quotes. In a block only one that begins with `{{` is a fault. */
export function diagnosePlaceholder(refusal: Refusal, line: Line): Diagnosis | null {
  if (line.text.length > longestLine || !line.text.includes("{{")) return null;
  const whole = line.text.slice(line.content);
  const comment = whole.search(/\s#\s/);
  const content = comment < 0 ? whole : whole.slice(0, comment);
  for (const found of content.matchAll(textKey)) {
    const [{ length }, opening = "", key = ""] = found;
    const start = found.index + length;
    if (!freeTexts.has(key)) continue;
    const inBlock = opening === "";
    const value = inBlock ? content.slice(start).trimEnd() : flowValue(content.slice(start));
    if (!value.includes("{{") || (inBlock && !value.startsWith("{{"))) continue;
    const at = line.start + line.content + start;
    return unquoted(refusal, at, at + value.length, "{{");
  }
  return null;
}

/** The words up to the next key of the map, or to the bracket that closes it at the end of the line. */
function flowValue(rest: string): string {
  const next = rest.search(nextKey);
  return next >= 0 ? rest.slice(0, next) : rest.trimEnd().replace(/\s{0,9}\}$/, "");
}
