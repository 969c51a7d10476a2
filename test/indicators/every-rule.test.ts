/** No rule of the engine loses its test unseen: those that every-rule.md names are there. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Rule {
  readonly text: string;
  readonly tests: { readonly file: string; readonly title: string }[];
}

/** The rules below each heading of the list. */
function readRules(list: string): ReadonlyMap<string, readonly Rule[]> {
  const parts = new Map<string, Rule[]>();
  for (const line of list.split("\n")) {
    const [, heading, text, file, title] = /^## (.+)|^- (.+)|^ {2}- (\S+): (.+)/.exec(line) ?? [];
    const rules = [...parts.values()].at(-1);
    if (heading !== undefined) parts.set(heading, []);
    else if (text !== undefined) rules?.push({ text, tests: [] });
    else if (file !== undefined && title !== undefined) rules?.at(-1)?.tests.push({ file, title });
  }
  return parts;
}

const parts = readRules(readFileSync("test/indicators/every-rule.md", "utf8"));

test.each([...parts])("every rule has a test that is there: %s", (_heading, rules) => {
  const lost = rules.flatMap(({ text, tests }) => {
    const missing = tests.filter(({ file, title }) => !isTitled(readFileSync(`test/${file}`, "utf8"), title));
    return tests.length === 0 ? [text] : missing.map(({ file, title }) => `${text}: ${file}: ${title}`);
  });
  expect(lost).toEqual([]);
});

/** Whether a text stands in a source as a whole string. */
function isTitled(source: string, title: string): boolean {
  return ['"', "`"].some((quote) => source.includes(quote + title + quote));
}

test("the list has all sections of ENGINE.md, and the edges from 1 to 20", () => {
  const headings = [...parts.keys()];
  expect(headings.map((heading) => heading.split(" ")[0])).toEqual(["Input", ..."12345678", "Edges,"]);
  const edges = new Set([...parts.values()].at(-1)?.map(({ text }) => Number.parseInt(text, 10)));
  expect([...edges]).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});
