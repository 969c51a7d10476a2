/** Simplified → Traditional Chinese. Loaded only for `zh-Hant`: the dictionaries are large. */
import { Converter } from "opencc-js/cn2t";

const convert = Converter({ from: "cn", to: "twp" });

/** Converts a text, leaving “kept” as it is for each kept text. */
export function toTraditional(text: string, kept: readonly string[]): string {
  const quoted = kept.filter((k) => k !== "").map((k) => `“${k}”`);
  if (quoted.length === 0) return convert(text);
  let result = "";
  let rest = text;
  while (rest !== "") {
    const next = quoted
      .map((q) => ({ q, at: rest.indexOf(q) }))
      .filter((found) => found.at >= 0)
      .sort((a, b) => a.at - b.at || b.q.length - a.q.length)[0];
    if (next === undefined) return result + convert(rest);
    result += convert(rest.slice(0, next.at)) + next.q;
    rest = rest.slice(next.at + next.q.length);
  }
  return result;
}
