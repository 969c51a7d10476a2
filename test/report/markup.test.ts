import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { textHtml, textMarkdown } from "../../src/report/markup.ts";

test("paragraphs, lists and tables of a text are kept", () => {
  expect(textHtml(["one\n\ntwo\n\n- a\n- b\n"])).toBe(
    "<p>one</p>\n<p>two</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
  );
  expect(textHtml(["| a | b |\n| --- | --- |\n| 1 | 2 |"])).toContain("<td>2</td>");
});

test("a figure links to where it is stated, and no sign in it is markup", () => {
  const html = textHtml(["to **", { figure: "≥85% *<b>*", anchor: "indicator-a" }, "**."]);
  expect(html).toBe(
    '<p>to <strong><a class="figure-link" href="#indicator-a">≥85% *&lt;b&gt;*</a></strong>.</p>',
  );
});

test.each([
  "<script>alert(1)</script>",
  "![x](https://example.org/x.png)",
  "[x](javascript:alert(1))",
  "<https://example.org>",
  "[x]: https://example.org\n\n[x]",
  "<!-- x -->",
  "&lt;script&gt;",
])("%s stays text in HTML and in Markdown", (text) => {
  const printed = textHtml([text]);
  expect(printed).not.toMatch(/<(?!\/?p>)/);
  const again = new MarkdownIt({ html: true, linkify: true }).render(textMarkdown([text]));
  expect(again).not.toMatch(/<(?!\/?p>|br>)/);
});

test("a heading inside a text makes no place in the outline of the document", () => {
  expect(textHtml(["# Aims\n\ntext"])).toBe("<p><b>Aims</b></p>\n<p>text</p>");
  expect(new MarkdownIt().render(textMarkdown(["# Aims\n\ntext\n\nTitle\n==="]))).not.toMatch(/<h\d/);
});

test("signs that print nothing are left out", () => {
  expect(textHtml(["a\u202eb\u0000c\ue0000\ue001d"])).toBe("<p>abc0d</p>");
});
