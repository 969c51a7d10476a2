import { expect, test } from "vitest";
import { withoutDeadLinks } from "../../src/report/dead-links.ts";

test("a link to a place that the document has stays, one that leads nowhere is its text", () => {
  const html =
    '<h2 id="a&amp;b">x</h2><a class="c" href="#a&amp;b">here</a> <a href="#gone"><b>text</b></a> <a href="x.html">out</a>';
  expect(withoutDeadLinks(html)).toBe(
    '<h2 id="a&amp;b">x</h2><a class="c" href="#a&amp;b">here</a> <b>text</b> <a href="x.html">out</a>',
  );
});

test("a dash where there is no figure is no link", () => {
  const html = '<p id="a"><a href="#a">—</a> <a href="#a">–</a> <a href="#a">-1</a></p>';
  expect(withoutDeadLinks(html)).toBe('<p id="a">— – <a href="#a">-1</a></p>');
});
