import { expect, test } from "vitest";
import { readYaml } from "../../src/load/yaml.ts";
import type { YamlMap, YamlNode } from "../../src/load/yaml-node.ts";
import { positionAt, spanText } from "../../src/text/source.ts";

const read = (text: string) => readYaml({ name: "x", text });
/** code, line:column, text under the span */
const faults = (text: string): string[] =>
  read(text).findings.map((f) => {
    const { line, column } = f.span === null ? { line: 0, column: 0 } : positionAt(f.span.file, f.span.start);
    return `${f.code} ${line}:${column} ${f.span === null ? "" : spanText(f.span)}`;
  });
const plain = (node: YamlNode): unknown => {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(plain);
  return node.entries.map((entry) => [entry.key.text, plain(entry.value)]);
};
function root(text: string): YamlMap {
  const found = read(text).value.root;
  if (found === null) throw new Error(`not read: ${faults(text).join("; ")}`);
  return found;
}
const value = (text: string): YamlNode | undefined => root(text).entries[0]?.value;
const under = (node: YamlNode | undefined): string => (node === undefined ? "none" : spanText(node.span));

test("keeps the source text of every scalar", () => {
  expect(plain(root("a: 1.10\nb: 007\nc: 2027\nd: yes\ne: 1e3\n"))).toEqual([
    ["a", "1.10"],
    ["b", "007"],
    ["c", "2027"],
    ["d", "yes"],
    ["e", "1e3"],
  ]);
});

test("spans cover a quoted text with its quotes, brackets, block lines, and nothing for nothing", () => {
  expect(under(value('a: "x" # c\n'))).toBe('"x"');
  expect(under(value("a: [1, {b: 2}, ] # c\n"))).toBe("[1, {b: 2}, ]");
  expect(under(value("a: |\n  one\n  two\n\nb: 1\n"))).toBe("one\n  two");
  expect(under(value("a:\n  - x\n  - y: z\nb: 1\n"))).toBe("- x\n  - y: z");
  const empty = value("a:\nb: 1\n");
  expect([under(empty), empty?.span.start]).toEqual(["", 2]);
});

test("gives lines and columns alike for LF and CRLF", () => {
  const place = (text: string) => {
    const found = root(text).entries[1]?.value;
    return found === undefined ? null : positionAt(found.span.file, found.span.start);
  };
  expect(place("a: 1\r\nb: 2\r\n")).toEqual({ line: 2, column: 4 });
  expect(place("a: 1\nb: 2\n")).toEqual({ line: 2, column: 4 });
});

test("finds comments, but no # inside a text", () => {
  const text = '# one\na: "b # no" # two\nc: |\n  # no\nd: x#no\n  # three\n';
  const { comments } = read(text).value;
  expect(comments.map((c) => [c.text, c.ownLine])).toEqual([
    [" one", true],
    [" two", false],
    [" three", true],
  ]);
});

test("an alias is the node of its anchor", () => {
  const text = "a: &x [1, 2]\nb: *x\n";
  expect(plain(root(text))).toEqual([
    ["a", ["1", "2"]],
    ["b", ["1", "2"]],
  ]);
  expect(under(root(text).entries[1]?.value)).toBe("[1, 2]");
});

test("the second of two equal keys is reported and the first stays", () => {
  const text = "a: 1\nb: 2\na: 3\n";
  expect(faults(text)).toEqual(["yaml/duplicate-key 3:1 a"]);
  expect(read(text).findings[0]?.related.map((r) => r.span.start)).toEqual([0]);
  expect(plain(root(text))).toEqual([
    ["a", "1"],
    ["b", "2"],
  ]);
});

test.each([
  ["a custom tag", "a: !foo b\n", "yaml/tag 1:4 !foo"],
  ["a tag without a value", "a: !\nb: 1\n", "yaml/tag 1:4 !"],
  ["a core tag without a value", "a: [!!str , b]\n", "yaml/tag 1:5 !!str"],
  ["an unknown tag without a value", "a: !foo\nb: 1\n", "yaml/tag 1:4 !foo"],
  ["a binary tag", "a: !!binary b\n", "yaml/tag 1:4 !!binary"],
  ["a merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", "yaml/merge-key 3:3 <<"],
  ["a list as key", "? [a, b]\n: c\nd: 1\n", "yaml/complex-key 1:3 [a, b]"],
  ["an unknown alias", "a: *b\n", "yaml/unknown-alias 1:4 *b"],
  ["an alias inside its anchor", "a: &x [*x]\n", "yaml/alias-cycle 1:8 *x"],
  ["a second document", "a: 1\n---\nb: 2\n", "yaml/several-documents 2:1 ---"],
  ["an empty file", "", "yaml/empty 1:1 "],
  ["a file of comments", "# a\n# b\n", "yaml/empty 1:1 "],
  ["a list as root", "- a\n- b\n", "yaml/not-a-map 1:1 - a"],
  ["a text as root", "hello world\nmore\n", "yaml/not-a-map 1:1 hello world"],
])("%s gives exactly one finding", (_, text, expected) => {
  expect(faults(text)).toEqual([expected]);
});

test.each([
  ["a core tag", "a: !!str 1\n"],
  ["a tag that says nothing", "a: !!null\n"],
  ["a version line", "%YAML 1.2\n---\na: 1\n...\n"],
  ["an empty second document", "a: 1\n---\n"],
  ["keys of the language's own objects", "__proto__: { a: 1 }\nconstructor: 2\n"],
])("%s is read without a word", (_, text) => {
  expect(faults(text)).toEqual([]);
});

test("keys of the language's own objects stay plain keys", () => {
  expect(plain(root("__proto__: { a: 1 }\n"))).toEqual([["__proto__", [["a", "1"]]]]);
});

test("refuses a file whose aliases multiply", () => {
  const names = "abcdefghijkl";
  const lines = [...names].map((name, i) => {
    const items = Array(10).fill(i === 0 ? "x" : `*${names[i - 1]}`);
    return `${name}: &${name} [${items.join(", ")}]`;
  });
  expect(read(lines.join("\n")).value.root).toBeNull();
  expect(faults(lines.join("\n")).map((f) => f.split(" ")[0])).toEqual(["yaml/too-many-nodes"]);
});

test("refuses deep nesting of every kind, also by aliases", () => {
  const chain = Array.from({ length: 250 }, (_, i) => `a${i}: &a${i} [${i === 0 ? "x" : `*a${i - 1}`}]`).join(
    "\n",
  );
  const deep = [`a: ${"[".repeat(100_000)}`, "{a: ".repeat(100_000), "- ".repeat(100_000), chain];
  for (const text of deep) expect(faults(text).map((f) => f.split(" ")[0])).toEqual(["yaml/too-deep"]);
});

test("refuses more than a million values before building them", () => {
  expect(faults(`a: [${"1,".repeat(4_000_000)}]`).map((f) => f.split(" ")[0])).toEqual([
    "yaml/too-many-nodes",
  ]);
});

test("names an invisible character and lone surrogate, and reads on without it", () => {
  expect(faults("a: b\u0007c\n")).toEqual(["yaml/control-character 1:5 \u0007"]);
  expect(faults("a: \0b\n")).toEqual(["yaml/control-character 1:4 \0"]);
  expect(faults("a: x\ud800b\n").map((f) => f.split(" ")[0])).toEqual(["yaml/control-character"]);
  expect(plain(root("a: b\u0007c\n"))).toEqual([["a", "bc"]]);
});

test("every span lies in the file, whatever the text", () => {
  const text =
    'format: 1\nid: a\nindicators:\n  - { id: x, name: "n", targets: [{ reach: ≥60%, by: 2026 }] }\n';
  const signs = ["\t", "：", '"', "[", "}", ">", "#", "\n", "- ", "，", "　", "&", "*", "!", "\\"];
  for (let at = 0; at < text.length; at++) {
    for (const sign of signs) {
      const mutated = text.slice(0, at) + sign + text.slice(at);
      for (const { span } of read(mutated).findings) {
        if (span === null) continue;
        expect(
          span.start >= 0 && span.start <= span.end && span.end <= mutated.length,
          JSON.stringify(mutated),
        ).toBe(true);
      }
    }
  }
});
