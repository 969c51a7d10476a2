/** Where a cursor stands, read from the lines above it. `|` marks the cursor. */
import { expect, test } from "vitest";
import { yamlPlace } from "../../src/language-server/yaml-place.ts";

function place(marked: string): unknown {
  const offset = marked.indexOf("|");
  const found = yamlPlace(marked.replace("|", ""), offset);
  if (found === null) return null;
  const way = found.path.map((step) => step ?? "[]").join("/");
  return [way, found.key, found.typed, [...found.siblings.keys()].sort().join(" ")];
}

test.each([
  ["a key of the plan", "format: 1\nid: x\nti|", ["", null, "ti", ""]],
  ["a key of an item", "indicators:\n  - id: a\n    na|", ["indicators/[]", null, "na", "id"]],
  ["the first key of an item", "indicators:\n  - i|", ["indicators/[]", null, "i", ""]],
  ["dashes under their key", "indicators:\n- id: a\n  na|", ["indicators/[]", null, "na", "id"]],
  [
    "the second item",
    "indicators:\n  - id: a\n    name: b\n  - id: c\n    ro|",
    ["indicators/[]", null, "ro", "id"],
  ],
  ["a value", "indicators:\n  - id: a\n    owner: of|", ["indicators/[]", "owner", "of", "id"]],
  ["an empty value", "indicators:\n  - id: a\n    owner: |", ["indicators/[]", "owner", "", "id"]],
  [
    "a nested list",
    "indicators:\n  - id: a\n    targets:\n      - reach: 1\n        b|",
    ["indicators/[]/targets/[]", null, "b", "reach"],
  ],
  [
    "an item of words",
    "objectives:\n  - id: a\nproblems:\n  - id: p\n    objectives:\n      - a|",
    ["problems/[]/objectives/[]", null, "a", ""],
  ],
  ["a map in brackets", "actors:\n  - { id: a, na|", ["actors/[]", null, "na", "id"]],
  ["a value in brackets", "phases:\n  - { id: a, section: |", ["phases/[]", "section", "", "id"]],
  [
    "a list in brackets",
    "milestones:\n  - { id: m, needs: [a, b|",
    ["milestones/[]/needs/[]", null, "b", ""],
  ],
  [
    "a map in a list in brackets",
    "mechanisms: [{ id: a }, { type: review, ca|",
    ["mechanisms/[]", null, "ca", "type"],
  ],
  [
    "brackets over lines",
    "indicators:\n  - id: a\n    targets: [\n      { reach: 1,\n        b|",
    ["indicators/[]/targets/[]", null, "b", "reach"],
  ],
  ["after closed brackets", "sections: [{ id: a }]\nti|", ["", null, "ti", ""]],
  ["a comma in quotes", 'actors:\n  - { name: "a, {b", le|', ["actors/[]", null, "le", "name"]],
  ["a quoted key above", '"indicators":\n  - id: a\n    n|', ["indicators/[]", null, "n", "id"]],
  [
    "comments and empty lines between",
    "indicators:\n  - id: a\n\n# note: x\n    n|",
    ["indicators/[]", null, "n", "id"],
  ],
  ["CRLF", "indicators:\r\n  - id: a\r\n    n|", ["indicators/[]", null, "n", "id"]],
  [
    "a Chinese key in a map of its own",
    "entities:\n  - id: a\n    facts:\n      人口: 3\n      面|",
    ["entities/[]/facts", null, "面", "人口"],
  ],
] as const)("%s", (_, text, expected) => {
  expect(place(text)).toEqual(expected);
});

test("nothing is completed in a comment", () => {
  expect(place("id: x # own|")).toBeNull();
  expect(place("# own|")).toBeNull();
});

test("hostile texts cost little: one long line, many lines, deep brackets", () => {
  const began = performance.now();
  for (const text of [
    "x".repeat(5_000_000),
    "- ".repeat(500_000),
    "a:\n".repeat(500_000),
    "a: ".concat("[".repeat(500_000)),
    "  - x\n".repeat(500_000),
  ])
    yamlPlace(text, text.length);
  expect(performance.now() - began).toBeLessThan(5000);
});
