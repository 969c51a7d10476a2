import { readdirSync, readFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { layOut } from "../../src/format/layout.ts";
import { decodeText } from "../../src/load/decode.ts";
import { saysTheSame } from "../../src/load/same-tree.ts";
import { readYaml } from "../../src/load/yaml.ts";
import { mutatedPlan } from "../kit/yaml/plan-mutator.ts";

/** The settings that docs/fmt.md gives. */
const settings = { parser: "yaml", printWidth: 100_000, endOfLine: "auto" } as const;

/** On a loaded machine hundreds of plans take long. */
const slow = 240_000;

const plans = ["examples", "test/fixtures"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort(),
);

const parse = (text: string) => readYaml({ name: "a.plan.yaml", text });

function isClean(text: string): boolean {
  const { value, findings } = parse(text);
  return value.root !== null && findings.every(({ severity }) => severity !== "error");
}

const texts = plans.flatMap((path) => {
  const file = decodeText(path, readFileSync(path)).value;
  return file === null ? [] : [{ path, text: file.text }];
});
const clean = texts.filter(({ text }) => isClean(text));

test(
  "every plan whose YAML is clean is laid out, and lies the same when it is laid out again",
  () => {
    expect(clean.length).toBeGreaterThan(700);
    for (const { path, text } of clean) {
      const made = layOut(text);
      expect(made, path).not.toBeNull();
      expect(layOut(made ?? ""), path).toBe(made);
      expect(saysTheSame(parse(text).value, parse(made ?? "").value), path).toBe(true);
    }
  },
  slow,
);

test(
  "Prettier changes nothing in a plan in our layout",
  async () => {
    for (const { path, text } of clean) {
      const made = layOut(text) ?? "";
      expect(await format(made, settings), path).toBe(made);
    }
  },
  slow,
);

test(
  "plans changed at random: what is laid out says the same and lies still",
  () => {
    const seeds = clean.map(({ text }) => text).filter((text) => text.length < 6000);
    let laidOut = 0;
    for (let seed = 0; seed < 800; seed++) {
      const { text, changes } = mutatedPlan(seeds, seed);
      if (!isClean(text)) continue;
      const made = layOut(text);
      if (made === null) continue;
      laidOut++;
      const what = `${seed}: ${changes.join(", ")}`;
      expect(saysTheSame(parse(text).value, parse(made).value), what).toBe(true);
      expect(layOut(made), what).toBe(made);
    }
    expect(laidOut).toBeGreaterThan(200);
  },
  slow,
);

test.each<[what: string, text: string, expected: string]>([
  ["spaces in braces and behind signs", "a: {x:  1,y: [ 2,3 ] }\n", "a: { x: 1, y: [2, 3] }\n"],
  ["brackets over lines", "a: [ b,\n  c ] # d\ne: 1\n", "a:\n  - b\n  - c # d\ne: 1\n"],
  ["braces over lines", "a:\n- {b: 1, # x\n   c: 2}\n", "a:\n  - b: 1 # x\n    c: 2\n"],
  ["indentation", "a:\n    b:\n      -   c: 1\n          d: 2\n", "a:\n  b:\n    - c: 1\n      d: 2\n"],
  ["blank lines", "\n\na: 1\n\n\n\nb:\n\n  c: 1\n\n", "a: 1\n\nb:\n  c: 1\n"],
  ["spaces at line ends", "a: 1  \n# b \t\nc:   \n", "a: 1\n# b\nc:\n"],
  ["single quotes", "a: 'b'\nc: 'd\"e'\nf: 'it''s'\n", 'a: "b"\nc: \'d"e\'\nf: "it\'s"\n'],
  ["backslashes in single quotes", "a: 'C:\\data'\n", "a: 'C:\\data'\n"],
  ["no line end at the end", "a: 1", "a: 1\n"],
  ["a key whose value is left out in braces", "a: { b: c, unit: }\n", "a: { b: c, unit: }\n"],
  [
    "block text moved, its own spaces kept",
    "a: |\n     b\n       c  \n\n\nd: 1\n",
    "a: |\n  b\n    c  \n\nd: 1\n",
  ],
  ["empty lines that are text", "a: |+\n   b\n\n\nc: 1\n", "a: |+\n  b\n\n\nc: 1\n"],
  ["anchor and alias", "a:   &x\n   b: 1\nc:    *x\n", "a: &x\n  b: 1\nc: *x\n"],
  ["a text over lines", "a:  b\n     c\n\n     d\ne: 1\n", "a: b\n  c\n\n  d\ne: 1\n"],
  ["two documents", "a:  1\n---\n\nb:  2\n", "a: 1\n---\nb: 2\n"],
  [
    "comments of each level",
    "a:\n    - b\n    # c\n  # d\n# e\nf: 1\n",
    "a:\n  - b\n  # c\n# d\n# e\nf: 1\n",
  ],
  ["line ends of Windows", "a:  1\r\nb:  2\r\n", "a: 1\r\nb: 2\r\n"],
  [
    "long Chinese text on one line",
    `a: { b: "${"方案".repeat(300)}",c: 1 }\n`,
    `a: { b: "${"方案".repeat(300)}", c: 1 }\n`,
  ],
])("%s", (_, text, expected) => {
  expect(layOut(text)).toBe(expected);
});

test("what the layout does not settle is not touched: a question mark before a key, a stated indentation", () => {
  expect(layOut("? a\n: b\n")).toBeNull();
  expect(layOut("a: |2\n    b\n")).toBeNull();
  expect(layOut("a: [b\n")).toBeNull();
});
