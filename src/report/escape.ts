/** Texts of a plan made safe for the format they are printed in. Every template gets its texts through here. */
import { printableLine } from "../text/printable.ts";

/** Longest plan text printed in a report, in characters; what is longer is cut and ends in "…". */
export const textLimit = 4000;

/** One line without control or bidirectional characters, cut at the limit. */
export function plainText(text: string): string {
  const line = printableLine(text.length > textLimit ? text.slice(0, textLimit * 2) : text);
  if (line.length <= textLimit) return line;
  const cut = line.slice(0, textLimit);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

const markdownSigns = /[\\`*_{}[\]<>|~$]/g;
const leadingSign = /^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+(?=\s*$)|-{2,}(?=\s*$)|\d{1,9}[.)](?=\s|$))/;
const entity = /&(?=#?\w{1,32};)/g;
const autolink = /\b(https?|ftp|mailto|www)([:.])/gi;

/** A text that Markdown prints as it stands: in a paragraph, a heading, a list item or a table cell. */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(markdownSigns, "\\$&")
    .replace(leadingSign, (_, space: string, sign: string) => `${space}${escapeSign(sign)}`)
    .replace(entity, "&amp;")
    .replace(autolink, (_, scheme: string, mark: string) => `${scheme}${mark === ":" ? "&#58;" : "&#46;"}`);
}

/** A text between backticks, in a paragraph or a table cell: backslashes stand as they are there, so nothing is escaped but bars. */
export function escapeMarkdownCode(text: string): string {
  return plainText(text).replaceAll("`", "'").replaceAll("|", "\\|");
}

/** The last character of a leading `1.` or the first of any other leading sign gets the backslash. */
function escapeSign(sign: string): string {
  return /^\d/.test(sign) ? `${sign.slice(0, -1)}\\${sign.slice(-1)}` : `\\${sign}`;
}

const xmlNames: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text for element content or a quoted attribute of SVG and HTML. */
export function escapeXml(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (sign) => xmlNames[sign] ?? "");
}

/**
 * A text as a CSS string with its quotes, for generated content inside a `style` element. Everything but letters, digits,
 * spaces and Chinese characters is written as a code point, so neither the string nor the element can be left.
 */
export function cssString(text: string): string {
  const body = [...plainText(text)].map((c) =>
    /[A-Za-z0-9 \u4e00-\u9fff\u3000-\u303f]/.test(c) ? c : `\\${codeOf(c)} `,
  );
  return `"${body.join("")}"`;
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0xfffd).toString(16);
}
