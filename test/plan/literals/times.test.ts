import { expect, test } from "vitest";
import { parseTime } from "../../../src/plan/parse-time.ts";
import { literals } from "../../kit/literal-table.ts";
import { readTime, withoutNotes } from "../../kit/readings.ts";
import { fullWidth, spaced, traditional } from "../../kit/scripts.ts";

const accepted = literals("times");
const refused = literals("refused-times");

test.each(accepted)("%s is %s", (form, expected) => {
  expect(readTime(form)).toBe(expected);
});

/** Names are ids, which are what they are: `試點` is not `试点`. */
const dated = accepted.filter(([, expected = ""]) => expected !== "name" && !expected.includes("undated"));

test.each([
  ["Traditional characters", traditional],
  ["spaces between scripts", spaced],
  ["full width", fullWidth],
  ["blanks around", (text: string) => ` \u3000${text} `],
] as const)("every form means the same with %s", (_, rewrite) => {
  const others = dated
    .filter(([form]) => form !== "pilot" && !form.startsWith("pilot.."))
    .map(([form, expected = ""]) => [rewrite(form), withoutNotes(expected)] as const)
    .filter(([form, expected]) => withoutNotes(readTime(form)) !== expected);
  expect(others.map(([form, expected]) => `${form}: ${readTime(form)}, not ${expected}`)).toEqual([]);
});

test.each(refused)("%s is refused: %s; right would be %s", (form, code, cured) => {
  const reading = parseTime(form);
  if (reading.ok) throw new Error(`read as ${readTime(form)}`);
  const { start, end, hint, ...fault } = reading.fault;
  expect(fault.code).toBe(code);
  const shown = hint === null ? "none" : form.slice(0, start) + hint + form.slice(end);
  expect(shown).toBe(cured);
  if (hint !== null && !hint.startsWith("{")) expect(parseTime(shown).ok).toBe(true);
});

test.each(refused.filter(([form]) => form !== traditional(form)))(
  "%s is refused in Traditional as well: %s",
  (form, code) => {
    expect(parseTime(traditional(form))).toMatchObject({ ok: false, fault: { code } });
  },
);
