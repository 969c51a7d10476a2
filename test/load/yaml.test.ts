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
  const inKey = `a: [? ${"[".repeat(250)}${"]".repeat(250)} : b]`;
  const deep = [`a: ${"[".repeat(100_000)}`, "{a: ".repeat(100_000), "- ".repeat(100_000), chain, inKey];
  for (const text of deep) expect(faults(text).map((f) => f.split(" ")[0])).toEqual(["yaml/too-deep"]);
});

test("refuses more than a million values before building them", () => {
  expect(faults(`a: [${"1,".repeat(4_000_000)}]`).map((f) => f.split(" ")[0])).toEqual([
    "yaml/too-many-nodes",
  ]);
});

test.each([
  ["before brackets", "a:\t[b]\n", [["a", ["b"]]]],
  ["before braces", "a:\t{b: c}\n", [["a", [["b", "c"]]]]],
  ["behind a comma", "a: { b: c,\t}\n", [["a", [["b", "c"]]]]],
  ["in brackets with nothing", "a: [\t]\n", [["a", []]]],
  ["between brackets and in a text", 'a:\t["b\tc", d\te\t]\t# f\n', [["a", ["b\tc", "d\te"]]]],
  [
    "on several lines",
    "a:\t[b]\nc:\t[d]\n",
    [
      ["a", ["b"]],
      ["c", ["d"]],
    ],
  ],
])("reads a tab %s as the white space that it is", (_, text, expected) => {
  expect(faults(text)).toEqual([]);
  expect(plain(root(text))).toEqual(expected);
});

test("reads what a merge key brings in, without what is stated beside it", () => {
  const text = "a: &x { b: 1, c: 2 }\nd: &y { e: 3 }\nf:\n  <<: [*x, *y]\n  c: 4\n  <<: { b: 5, g: 6 }\n";
  expect(plain(root(text).entries[2]?.value ?? root(text))).toEqual([
    ["c", "4"],
    ["b", "1"],
    ["e", "3"],
    ["g", "6"],
  ]);
  expect(faults(text)).toEqual(["yaml/merge-key 4:3 <<", "yaml/merge-key 6:3 <<"]);
});

test.each([
  [
    "a colour code of a terminal",
    "a: \u001b[1;31mred\n",
    "yaml/control-character 1:4 \u001b",
    [["a", "red"]],
  ],
  [
    "line ends of a mainframe",
    "a: 1\x85b: 2\x85",
    "yaml/control-character 1:5 \x85",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  [
    "line separators",
    "a: 1\u2028b: 2\n",
    "yaml/control-character 1:5 \u2028",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  [
    "the mark of a second file",
    "format: 1\n\ufeffid: 2\n",
    "yaml/control-character 2:1 \ufeff",
    [
      ["format", "1"],
      ["id", "2"],
    ],
  ],
  ["a mark without width in a key", "i\u200bd: a\n", "yaml/control-character 1:2 \u200b", [["id", "a"]]],
  [
    "a mark without width in an id",
    "id: a\u200bb\u200b\n",
    "yaml/control-character 1:6 \u200b",
    [["id", "ab"]],
  ],
  [
    "a mark without width behind the colon",
    "a: 1\nb:\u200b 2\n",
    "yaml/control-character 2:3 \u200b",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  ["a version line of another YAML", "%YAML 3.0\n---\na: 1\n", "yaml/syntax 1:1 %YAML 3.0", [["a", "1"]]],
  ["a version line twice", "%YAML 1.2\n%YAML 1.2\n---\na: 1\n", "yaml/syntax 2:1 %YAML 1.2", [["a", "1"]]],
  [
    "a text in quotes that is not indented",
    'a: "b\nc" # d\ne: 1\n',
    "yaml/indentation 2:1 c",
    [
      ["a", "b c"],
      ["e", "1"],
    ],
  ],
  ["an escape beyond the last character", 'a: "\\U00110000"\n', "yaml/escape 1:5 \\U00110000", null],
  ["a map on the line of its key", "a: &x b: c\n", "yaml/unquoted-text 1:4 &x b: c", null],
  ["a tag of a list before a text", "a: !!seq b\n", "yaml/tag 1:4 !!seq", [["a", "b"]]],
  ["a tag of a text before a map", "a: !!str { b: c }\n", "yaml/tag 1:4 !!str", [["a", [["b", "c"]]]]],
])("%s is one finding, and is read as meant", (_, text, finding, expected) => {
  expect(faults(text)).toEqual([finding]);
  if (expected !== null) expect(plain(root(text))).toEqual(expected);
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

test.each([
  // 2,000 lines that the parser stops at one by one.
  ["tabs before brackets", Array.from({ length: 2000 }, (_, i) => `k${i}:\t[b]\n`).join(""), []],
  ["bullets", `actors:\n${"  – id: a\n".repeat(20_000)}`, ["yaml/full-width"]],
  ["braces of full width", `a: [${"｛ b: c ｝, ".repeat(100_000)}]`, ["yaml/full-width"]],
  ["colour codes", `a: ${"\u001b[1m".repeat(20_000)}b\n`, ["yaml/control-character"]],
  ["a scalar of sixteen million letters", `a: "${"x".repeat(16_000_000)}"`, []],
])("reads a file of many %s", (_, text, expected) => {
  expect([...new Set(faults(text).map((each) => each.split(" ")[0]))]).toEqual(expected);
});

test("a merge that multiplies is refused at the limit of values", () => {
  const keys = Array.from({ length: 1000 }, (_, i) => `k${i}: 1`).join(", ");
  const uses = Array.from({ length: 3000 }, (_, i) => `m${i}: { <<: *a }`).join("\n");
  const { value, findings } = read(`a: &a { ${keys} }\n${uses}\n`);
  expect(value.root).toBeNull();
  expect(findings.map(({ code }) => code)).toContain("yaml/too-many-nodes");
});
