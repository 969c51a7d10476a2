/** What the five published plans have in common, against their `index.json`: all is read, and the outline is the document's. */
import { expect, test } from "vitest";
import { compileExample, exampleFile } from "./example-files.ts";
import { planOf } from "./facts-index.ts";

const published = [
  "linked-point-cobuilding",
  "community-conduct",
  "gangqudui-team-building",
  "street-duty-guarantee",
  "party-led-community-coordination",
];

const readable = new Set(["reference/unused", "data/before-baseline"]);

test.each(published)("nothing of %s is unreadable", (name) => {
  const compilation = compileExample(name);
  expect(planOf(compilation).unusable).toBe(0);
  const unreadable = compilation.findings.filter(
    // What nothing cites, and what is history, can be read all the same.
    ({ code }) => /^(yaml|schema|reference|data)\//.test(code) && !readable.has(code),
  );
  expect(unreadable.map(({ code, args }) => [code, args])).toEqual([]);
});

test.each(published)(
  "outline, announced counts and empty sections of %s are those of the document",
  (name) => {
    const index = JSON.parse(exampleFile(name, "index.json"));
    const { sections } = planOf(compileExample(name));
    const parents = new Set(sections.map(({ parent }) => parent));
    const empty = sections.filter(({ id, text }) => text === null && !parents.has(id.value));
    const announced = sections.flatMap(({ id, announces }) =>
      announces.map(({ of, count }) => ({ section: id.value, of: of.value, count: count.value })),
    );
    expect({
      sections: sections.map(({ id }) => id.value),
      withoutText: empty.map(({ id }) => id.value),
      announces: announced,
    }).toEqual({
      sections: index.sections,
      withoutText: index.withoutText,
      announces: index.announces ?? [],
    });
  },
);
