import { expect, test } from "vitest";
import { partSpan } from "../../src/rules/plan-words.ts";

const text = '"Staff of 70% stay."\n\n\n\nNext part.\n\n\n\nBy 2027 the rate is 70%, and 70% it stays.';
const second = text.indexOf("70%", 20);

test("in a section's own file a part stands where the text has it, however many empty lines are before", () => {
  const file = { name: "goals.md", text };
  const { start } = partSpan({ file, start: 0, end: text.length }, "70%", second);
  expect(start).toBe(second);
});

test("in a block of YAML a part stands behind header and indents", () => {
  const block = "|\n    40%,\n    40% and\n    40%";
  const file = { name: "a.plan.yaml", text: `text: ${block}\n` };
  const value = "40%,\n40% and\n40%";
  const { start } = partSpan({ file, start: 6, end: 6 + block.length }, "40%", value.indexOf("40% and"));
  expect(file.text.slice(start, start + 7)).toBe("40% and");
});
