/**
 * Full-width and look-alike characters read as their plain forms. Every mapping is one UTF-16 unit to one unit, so
 * offsets in the plain text are offsets in the text as written.
 */

const lookAlikes: ReadonlyMap<string, string> = new Map([
  ["\u3000", " "], // ideographic space
  ["\u00a0", " "], // no-break space
  ["\u2009", " "], // thin space
  ["\u202f", " "], // narrow no-break space
  ["\u2212", "-"], // minus sign
  ["\ufe63", "-"], // small hyphen
  ["\u2010", "-"], // hyphen
  ["\u2011", "-"], // no-break hyphen
  ["\u2013", "-"], // en dash: a range sign between figures, read like the hyphen
  ["\ufe62", "+"], // small plus
  ["\ufe6a", "%"], // small percent
  ["\uffe5", "¥"], // full-width yen
  ["≧", "≥"],
  ["⩾", "≥"],
  ["≦", "≤"],
  ["⩽", "≤"],
  ["∶", ":"], // ratio sign
  ["〜", "~"], // wave dash
  ["∼", "~"], // tilde operator
]);

const mapped =
  /[\u3000\u00a0\u2009\u202f\u2212\ufe62\ufe63\ufe6a\uffe5\u2010\u2011\u2013≧⩾≦⩽∶〜∼\uff01-\uff5e]/;
const eachMapped = new RegExp(mapped.source, "g");
const figures = /[０-９Ａ-Ｚａ-ｚ＋－．％＞＜＝＠]/;

/** The text with full-width and look-alike characters in their plain forms; same length. */
export function toHalfWidth(text: string): string {
  if (!mapped.test(text)) return text;
  return text.replace(eachMapped, (c) => lookAlikes.get(c) ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/**
 * Offset of the first full-width digit, Latin letter or arithmetic sign, or -1. Full-width `：`, `，`, `～`, `（）` are
 * ordinary Chinese punctuation and do not count.
 */
export function firstFullWidth(text: string): number {
  return text.search(figures);
}
