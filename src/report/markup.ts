/**
 * The texts of sections as HTML and as Markdown that is safe to hand on. A file of its own, loaded when a report prints
 * texts: the Markdown reader is no part of a check.
 */
import MarkdownIt from "markdown-it";
import { escapeXml, textLimit } from "./escape.ts";

/** Paragraphs, lists, tables and emphasis are what texts may hold; markup, links and pictures stay the text they are. */
const reader = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable([
  "image",
  "link",
  "autolink",
  "reference",
  "html_inline",
  "code",
]);
// The outline of the document is made by its sections alone: a heading inside a text is a line in bold.
reader.renderer.rules.heading_open = () => "<p><b>";
reader.renderer.rules.heading_close = () => "</b></p>\n";

/** Longest text of one section; what is longer is cut. */
const longestText = textLimit * 25;

/** Control, bidirectional and other signs that print nothing or something else, but for line ends and tabs. */
const unprintable = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** Signs that stand for the figures of a text while it is read: never in a text, for `unprintable` takes them out. */
const [opening, closing] = ["\ue000", "\ue001"];

/** A text in pieces: plain strings as written, and figures that were filled in. */
export type TextPiece = string | { readonly figure: string; readonly anchor: string | null };

/** The text as HTML; a figure with an anchor is a link to where it is stated. */
export function textHtml(pieces: readonly TextPiece[]): string {
  const figures: Exclude<TextPiece, string>[] = [];
  const text = pieces.map((piece) => {
    if (typeof piece === "string") return clean(piece);
    figures.push(piece);
    return `${opening}${figures.length - 1}${closing}`;
  });
  return reader
    .render(text.join("").slice(0, longestText))
    .replaceAll(new RegExp(`${opening}(\\d+)${closing}`, "g"), (_, at: string) =>
      figureHtml(figures[Number(at)]),
    )
    .trim();
}

function figureHtml(piece: Exclude<TextPiece, string> | undefined): string {
  if (piece === undefined) return "";
  const text = escapeXml(piece.figure);
  return piece.anchor === null
    ? text
    : `<a class="figure-link" href="#${escapeXml(piece.anchor)}">${text}</a>`;
}

/** The text as Markdown in which no markup, link, picture or heading of its own can begin. */
export function textMarkdown(pieces: readonly TextPiece[]): string {
  return clean(pieces.map((piece) => (typeof piece === "string" ? piece : piece.figure)).join(""))
    .slice(0, longestText)
    .replace(/&(?=#?\w{1,32};)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[[\]]/g, "\\$&")
    .replace(/\b(https?|ftp|mailto|www)([:.])/gi, (_, scheme: string, sign: string) =>
      sign === ":" ? `${scheme}&#58;` : `${scheme}&#46;`,
    )
    .replace(/^(\s*)(#{1,6}(?=\s|$)|=+(?=\s*$)|-{2,}(?=\s*$)|`{3,}|~{3,})/gm, "$1\\$2")
    .trim();
}

function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unprintable, "");
}
