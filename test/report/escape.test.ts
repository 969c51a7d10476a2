import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { cssString, escapeMarkdown, escapeXml, plainText, textLimit } from "../../src/report/escape.ts";

const markdown = new MarkdownIt({ html: true, linkify: true });

/** Text content of what Markdown makes of a line. */
function readBack(source: string): string {
  const html = markdown.renderInline(source);
  expect(html).not.toMatch(/<[a-z]/i);
  return html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

test("Markdown prints an escaped text as it stands", () => {
  for (const text of [
    "a|b",
    "*x* _y_ `z`",
    "[l](http://x)",
    "<b>&lt;",
    "# h",
    "1. one",
    "- item",
    "~~s~~",
    "http://a.cn www.b.cn",
    "a\\b",
  ]) {
    expect(readBack(escapeMarkdown(text))).toBe(text);
  }
});

test("Markdown prints any line as it stands", () => {
  const line = fc
    .string({ unit: fc.constantFrom(..."ab 1.#-+*_`|<>[]()!\\~&;:/=长$") })
    .filter((text) => text.trim() === text);
  fc.assert(fc.property(line, (text) => readBack(escapeMarkdown(text)) === text));
});

test("an escaped text starts no block", () => {
  for (const text of ["# h", "- i", "+ i", "1. one", "2) two", "---", "===", "> q", "```"]) {
    expect(markdown.render(escapeMarkdown(text))).toMatch(/^<p>[^<]*<\/p>\n$/);
  }
});

test("lines are joined, control and bidirectional characters shown", () => {
  expect(plainText("a\r\nb\u001b[31m\u202ec")).toBe("a b\\u{1b}[31m\\u{202e}c");
});

test("a very long text is cut and says so", () => {
  const cut = plainText("长".repeat(textLimit + 1));
  expect(cut).toHaveLength(textLimit + 1);
  expect(cut.endsWith("长…")).toBe(true);
});

test("XML escaping leaves no sign of markup", () => {
  expect(escapeXml(`<a b="c" d='e'>&`)).toBe("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
});

test("a CSS string cannot be left", () => {
  expect(cssString('a"}</style>方案')).toBe('"a\\22 \\7d \\3c \\2f style\\3e 方案"');
});
