/** Words put together that plans write in letters or in characters. */
import type { Speaker } from "../language/speaker.ts";

const letterEnd = /[\p{Script=Latin}\d)]$/u;
const letterStart = /^[\p{Script=Latin}\d≥≤<>=+−-]/u;

/** Parts in one line, empty ones left out: Chinese ones close up, but for letters that would run together. */
export function joinedWords(parts: readonly string[], { chinese }: Speaker): string {
  return parts
    .filter((part) => part !== "")
    .reduce((line, part) => {
      const isApart = !chinese || (letterEnd.test(line) && letterStart.test(part));
      return line === "" || !isApart ? `${line}${part}` : `${line} ${part}`;
    }, "");
}
