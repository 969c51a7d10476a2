/** Headings as official documents number them (三（一）, 第二章第一节, 1.（1）), and the ids that stand for them. */
import { parseChineseNumber } from "./chinese-number.ts";

/** Longer texts number nothing. */
const longest = 40;
const numeral = "[零〇一二三四五六七八九十百]{1,5}|\\d{1,3}";
/** One level: 三, 第二章, 3., （一）. */
const level = new RegExp(
  `^(?:第(${numeral})(?:部分|章|节|条|款|项)|\\((${numeral})\\)|(${numeral}))[、.,:]?\\s*`,
);

/**
 * The id that a heading's number comes to: `3.1` for 三（一）. Null for other texts, and for a lower level alone (（一）),
 * of which nobody knows where it belongs.
 */
export function outlineId(text: string): string | null {
  if (text.length > longest) return null;
  let rest = text.normalize("NFKC").trim();
  if (rest.startsWith("(")) return null;
  const parts: string[] = [];
  while (rest !== "") {
    const found = level.exec(rest);
    const number = found?.[1] ?? found?.[2] ?? found?.[3];
    if (found === null || number === undefined) return null;
    const value = /^\d/.test(number) ? `${Number(number)}` : parseChineseNumber(number)?.toFixed();
    if (value === undefined) return null;
    parts.push(value);
    rest = rest.slice(found[0].length);
  }
  return parts.length === 0 ? null : parts.join(".");
}
