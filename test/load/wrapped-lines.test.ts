import { expect, test } from "vitest";
import { joinWrappedLines } from "../../src/load/wrapped-lines.ts";

test("a sentence that is broken at a width is one, and so are the full lines of its paragraph", () => {
  const text =
    "Applications go through three steps: received, checked and decided within\nten days. The completion rate, which was 54% in 2025, is measured by the\nCollege Alliance every year. It rises.\n";
  expect(joinWrappedLines(text)).toBe(
    "Applications go through three steps: received, checked and decided within ten days. The completion rate, which was 54% in 2025, is measured by the College Alliance every year. It rises.\n",
  );
});

test("a line that ends within a date is not the end of its sentence", () => {
  expect(
    joinWrappedLines("The inception phase lasts nine months, and it is complete in\nDecember 2025.\n"),
  ).toBe("The inception phase lasts nine months, and it is complete in December 2025.\n");
});

test("headings, lists, tables, paragraphs and lines of their own stay", () => {
  const kept = [
    "Travel pass\nThe office issues a pass\n",
    "The hub works for small firms and for the young people who look\n\nMentors come later.\n",
    "- mentors are trained for two days before they begin with the\n- advisers are hired\n",
    "The plan has these parts, which are described in the next pages,\n1. starts\n2. ends\n",
    "| a | b |\n| mentors in all of the valley and beyond it, as far as the | 4 |\n| hub | 5 |\n",
    "Mentors are trained in 2027.\nThe hub opens in June.\n",
    "short lines,\nof a poem\n",
  ];
  for (const text of kept) expect(joinWrappedLines(text)).toBe(text);
});

test("a paragraph on one long line is not joined with the next", () => {
  const line = `The hub ${"deals with forms and ".repeat(8)}contracts`;
  expect(joinWrappedLines(`${line}\nmentors follow\n`)).toBe(`${line}\nmentors follow\n`);
});
