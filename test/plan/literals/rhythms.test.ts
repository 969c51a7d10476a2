import { expect, test } from "vitest";
import { parseRhythm } from "../../../src/plan/parse-rhythm.ts";
import { frequencies } from "../../../src/plan/time.ts";
import { literals } from "../../kit/literal-table.ts";
import { fullWidth, spaced, traditional } from "../../kit/scripts.ts";
import { bind } from "../../load/bound.ts";

const rows = literals("rhythms").map(([form, expected = ""]) => {
  const isKnown = !/^none\b/.test(expected);
  const near = isKnown ? null : expected.slice("none".length).trim() || null;
  return { form, rhythm: isKnown ? expected : "none", near };
});
const known = rows.filter(({ rhythm }) => rhythm !== "none");
const unknown = rows.filter(({ rhythm, form }) => rhythm === "none" && form !== "");

test.each(rows)("$form is $rhythm", ({ form, rhythm }) => {
  expect(parseRhythm(form) ?? "none").toBe(rhythm);
});

test.each([
  ["Traditional characters", traditional],
  ["spaces between scripts", spaced],
  ["full width", fullWidth],
  ["capitals", (text: string) => text.toUpperCase()],
] as const)("every form means the same with %s", (_, rewrite) => {
  const others = known.filter(({ form, rhythm }) => parseRhythm(rewrite(form)) !== rhythm);
  expect(others).toEqual([]);
});

test("the words of the format are rhythms, and each is some form's", () => {
  const written = new Set(known.map(({ rhythm }) => rhythm));
  for (const word of [...frequencies, "regular", "continuous"]) {
    expect(parseRhythm(word)).toBe(word);
    expect(written).toContain(word);
  }
});

test.each(unknown)("$form in a plan is told, with the word near to it: $near", ({ form, near }) => {
  const { value, findings } = bind(`format: 1\nid: p\nindicators:\n  - id: rate\n    frequency: "${form}"`);
  expect(value.indicators[0]?.frequency).toEqual([]);
  expect(findings).toMatchObject([{ code: "time/unknown-rhythm", suggestion: near }]);
});
