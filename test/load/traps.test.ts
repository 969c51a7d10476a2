import { expect, test } from "vitest";
import { checkSchema } from "../../src/load/schema.ts";
import { readYaml } from "../../src/load/yaml.ts";
import { positionAt, spanText } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";

// Five lines of a sound head, so that the first line of a case is line 6.
const head = "format: 1\nid: p\ntitle: t\nlanguage: en\nperiod: 2026\n";

/** All findings of reading and of the schema: a trap must not echo in either. */
function faults(text: string): string[] {
  const { value, findings } = readYaml({ name: "x", text: head + text });
  return [...findings, ...checkSchema(value)].map((f) => {
    if (f.span === null) return f.code;
    const { line, column } = positionAt(f.span.file, f.span.start);
    return `${f.code} ${line}:${column} ${spanText(f.span)}`;
  });
}

const item = (...lines: string[]): string =>
  `indicators:\n  - id: a\n${lines.map((line) => `    ${line}\n`).join("")}`;

test.each([
  ["a tab before a list item", "indicators:\n\t- id: a\nphases: []\n", "yaml/tab 7:1 \t"],
  ["a run of lines with tabs", "issuer:\n\tname: b\n\tnumber: c\nphases: []\n", "yaml/tab 7:1 \t"],
  ["a full-width colon at the top", "status：draft\nphases: []\n", "yaml/full-width 6:7 ："],
  ["a full-width colon in an item", item("name：b", 'unit: "%"'), "yaml/full-width 8:9 ："],
  ["a full-width colon before a list", "objectives：\n  - id: a\n", "yaml/full-width 6:11 ："],
  ["a full-width colon in braces", "sources: [{ id：a, title: b }]\n", "yaml/full-width 6:15 ："],
  ["a full-width colon in the last line", `${item()}status：draft\n`, "yaml/full-width 8:7 ："],
  ["a full-width colon where a map is the value", "issuer:\n  name：b\n", "yaml/full-width 7:7 ："],
  ["a full-width comma in braces", "sources: [{ id: a， title: b }]\n", "yaml/full-width 6:18 ，"],
  ["full-width comma and colon in one", "sources: [{ id: a，title：b }]\n", "yaml/full-width 6:18 ，"],
  ["full-width brackets around a list", item("serves: ［a, b］", "unit: x"), "yaml/full-width 8:13 ［"],
  ["a full-width space behind half-width ones", item("name: b", "　unit: x"), "yaml/full-width 9:5 　"],
  [
    "a text cut by its comma",
    "sections: [{ id: '1', text: A pilot, then all }]\n",
    "yaml/split-text 6:29 A pilot, then all",
  ],
  [
    "a text cut by several commas",
    "sections: [{ id: '1', text: apply, raise, borrow, title: t }]\n",
    "yaml/split-text 6:29 apply, raise, borrow",
  ],
  [
    "a text cut before a word that is also a key",
    "resources: [{ id: a, name: cooks, note }]\n",
    "yaml/split-text 6:28 cooks, note",
  ],
  [
    "a key without colon in braces",
    "resources: [{ id: a, kind: people, name b }]\n",
    "yaml/missing-colon 6:36 name",
  ],
  [
    "a number of two commas",
    "resources: [{ id: a, amount: 1,000,000 }]\n",
    "yaml/split-number 6:30 1,000,000",
  ],
  ["a number in a list", "x-list: [1,000]\n", "yaml/split-number 6:10 1,000"],
  [
    "a # that hides the closing brace",
    "resources:\n  - { id: a, name: b #1, amount: 4 }\n",
    "yaml/unquoted-text 7:20 b #1",
  ],
  ["an @ inside braces", "issuer: { name: a, contact: @b }\n", "yaml/unquoted-text 6:29 @b"],
  ["an open quote before another entry", 'sections: [{ id: "1, title: t }]\n', 'yaml/unclosed 6:18 "'],
  ["a stray --- inside the plan", "status: draft\n---\nphases: []\n", "yaml/several-documents 7:1 ---"],
  ["a full-width bracket", item("serves: [a, b］", "unit: x"), "yaml/full-width 8:18 ］"],
  ["a full-width closing quote", item('name: "abc”', 'unit: "%"'), "yaml/full-width 8:15 ”"],
  ["full-width letters in a key", "ｓtatus: draft\n", "yaml/full-width 6:1 ｓtatus"],
  ["a full-width id", "sources: [{ id: ａ1 }]\n", "yaml/full-width 6:17 ａ1"],
  ["a full-width space as indentation", "issuer:\n　name: x\n", "yaml/full-width 7:1 　"],
  ["a full-width space behind the colon", "status:　draft\n", "yaml/full-width 6:8 　"],
  [
    "an unquoted relation",
    item("targets:", "  - reach: >=85%", "    by: 2026"),
    "yaml/unquoted-relation 9:16 >=85%",
  ],
  [
    "an unquoted relation in braces",
    item("targets: [{ reach: >40%, by: 2026 }]"),
    "yaml/unquoted-relation 8:24 >40%",
  ],
  [
    "an unquoted relation of digits alone",
    item("targets:", "  - reach: >5", "    by: 2026"),
    "yaml/unquoted-relation 9:16 >5",
  ],
  ["no space behind the colon", "status:draft\nphases: []\n", "yaml/missing-space 6:7 :"],
  ["no space behind the colon in braces", "sources: [{ id:a, title: b }]\n", "yaml/missing-space 6:15 :"],
  ["no space behind the dash", "sources:\n  -id: a\n", "yaml/missing-space 7:3 -id"],
  ["a colon in a text", item("definition: see: this", "unit: x"), "yaml/unquoted-text 8:17 see: this"],
  [
    "a colon in a text in braces",
    "sources: [{ id: a, title: see: this }]\n",
    "yaml/unquoted-text 6:27 see: this",
  ],
  ["quotes around half a text", item('name: "b" c', "unit: x"), 'yaml/unquoted-text 8:11 "b" c'],
  ["a leading @", item("name: @b", "unit: x"), "yaml/unquoted-text 8:11 @b"],
  ["a lone % as a value", item("unit: %", "name: b"), "yaml/unquoted-text 8:11 %"],
  ["a lone % before a comment", item("unit: % # share", "name: b"), "yaml/unquoted-text 8:11 %"],
  ["a lone % that ends a flow map", "indicators: [{ id: a, unit: % }]\n", "yaml/unquoted-text 6:29 %"],
  ["a lone % inside a flow map", "indicators: [{ unit: %, id: a }]\n", "yaml/unquoted-text 6:22 %"],
  [
    "a lone % in a flow map of several lines",
    "indicators:\n  - { id: a,\n      unit: %,\n      name: b }\n",
    "yaml/unquoted-text 8:13 %",
  ],
  ["a lone % in a flow list", item("also-called: [a, %]"), "yaml/unquoted-text 8:22 %"],
  ["a lone % as a list item", item("also-called:", "  - %", "  - b"), "yaml/unquoted-text 9:9 %"],
  ["an @ as a unit", item("unit: @x", "name: b"), "yaml/unquoted-text 8:11 @x"],
  ["a tab behind the spaces of the level", item("name: b", "\tunit: x"), "yaml/tab 9:5 \t"],
  ["a tab for two of four spaces", "issuer:\n  name: b\n \tnumber: c\n", "yaml/tab 8:2 \t"],
  [
    "a tab for four spaces between neighbours",
    "indicators:\n  - id: a\n    name: b\n\tunit: x\n    definition: c\n",
    "yaml/tab 9:1 \t",
  ],
  ["tabs four columns wide", "indicators:\n    - id: a\n\t  name: b\n    - id: c\n", "yaml/tab 8:1 \t"],
  ["a tab behind the dash", "indicators:\n  -\tid: a\n    name: b\n", "yaml/tab 7:4 \t"],
  ["a tab before the rest of a text", `${item("definition: one")}\ttwo\n    unit: x\n`, "yaml/tab 9:1 \t"],
  [
    "quotes that end before the date of a value",
    item('baseline: "30,6%" @ 2025-12', "unit: x"),
    'yaml/unquoted-text 8:15 "30,6%" @ 2025-12',
  ],
  [
    "an open quote with more quotes below",
    item('name: "abc', 'unit: "%"', "definition: x"),
    'yaml/unclosed 8:11 "',
  ],
  ["an open quote to the end", item('name: "abc', "unit: x"), 'yaml/unclosed 8:11 "'],
  ["an open bracket", item("serves: [a, b", "unit: x"), "yaml/unclosed 8:13 ["],
  ["an open bracket to the end", "sources: [{ id: a }\n", "yaml/unclosed 6:10 ["],
  ["a bracket too many", item("serves: [a, b]]", "unit: x"), "yaml/stray-bracket 8:19 ]"],
  ["a line too far right", item(" name: b", "unit: x"), "yaml/indentation 8:1      "],
  ["a line too far left", "indicators:\n  - id: a\n   name: b\n    unit: x\n", "yaml/indentation 8:1    "],
  ["an item out of line", "indicators:\n  - id: a\n   - id: b\n  - id: c\n", "yaml/indentation 8:1    "],
  ["a key without colon", item("name b", "unit: x"), "yaml/missing-colon 8:5 name"],
  ["a list key without colon", "indicators\n  - id: a\n", "yaml/missing-colon 6:1 indicators"],
  ["no comma between entries", "sources: [{ id: a title: b }]\n", "yaml/missing-comma 6:19 title"],
  ["a backslash in quotes", item('name: "c:\\dir"', "unit: x"), "yaml/escape 8:14 \\d"],
  ["a thousands comma", item("targets: [{ reach: 1,000, by: 2026 }]"), "yaml/split-number 8:24 1,000"],
  [
    "two thousands commas and a unit",
    item("targets: [{ reach: ≥1,000,000人, by: 2026 }]"),
    "yaml/split-number 8:24 ≥1,000,000人",
  ],
  [
    "names joined by a Chinese comma",
    "issuer: { to: [区民政局、区财政局] }\n",
    "yaml/list-separator 6:16 区民政局、区财政局",
  ],
  ["a number sign in a text", "issuer:\n  name: 建设 #3 号楼\n", "yaml/cut-value 7:12 #3 号楼"],
])("%s gives exactly one finding at its place", (_, text, expected) => {
  expect(faults(text)).toEqual([expected]);
});

test.each([
  ["a comment behind a Chinese text", "x-a: 覆盖率 # 说明\n"],
  ["a folded text", item("definition: >", "  one", "  two")],
  ["a folded text with declared indentation", item("definition: >2", "    one")],
  ["a Chinese text with full-width signs", item("definition: 覆盖率：社区数，除以总数；“全部”")],
  ["a link", item("definition: https://example.org/a")],
  ["a text of several lines in quotes", item('definition: "one', '  two"', "unit: x")],
  ["a list over several lines", item("serves: [", "  a,", "  b ]", "unit: x")],
  ["a list of round numbers", item("also-called: [a, 000]")],
  ["a quoted name with a Chinese comma", 'issuer: { to: ["教育、卫生部门"] }\n'],
])("%s is no trap", (_, text) => {
  expect(faults(text)).toEqual([]);
});

test("finds independent traps of one file in one run, each once", () => {
  const text = [
    "status：draft",
    "parent:x",
    "issuer:",
    "\tname: a",
    "sources: [{ id: a， title: b }]",
    "indicators:",
    "  - id: a",
    "    definition: see: this",
    "    targets:",
    "      - reach: >=85%",
    '    name: "q" x',
    "    serves: [a, b",
    "    unit: @b",
    "    formula b",
    "     weight: 3",
    "",
  ].join("\n");
  const places = faults(text).map((f) => f.split(" ").slice(0, 2).join(" "));
  expect(places.toSorted()).toEqual(
    [
      "yaml/full-width 6:7",
      "yaml/missing-space 7:7",
      "yaml/tab 9:1",
      "yaml/full-width 10:18",
      "yaml/unquoted-text 13:17",
      "yaml/unquoted-relation 15:16",
      "yaml/unquoted-text 16:11",
      "yaml/unclosed 17:13",
      "yaml/unquoted-text 18:11",
      "yaml/missing-colon 19:5",
      "yaml/indentation 20:1",
    ].toSorted(),
  );
});

test("reads what was meant after a repair", () => {
  const text = `${head}status：draft\nsources: [{ id: a，title：b }]\nissuer: { to: [甲、乙] }\n`;
  const { value } = readYaml({ name: "x", text });
  const at = (key: string) => value.root?.entries.find((entry) => entry.key.text === key)?.value;
  expect(at("status")).toMatchObject({ text: "draft", span: { start: text.indexOf("draft") } });
  expect(at("sources")).toMatchObject({
    items: [{ entries: [{ value: { text: "a" } }, { value: { text: "b" } }] }],
  });
  expect(at("issuer")).toMatchObject({ entries: [{ value: { items: [{ text: "甲" }, { text: "乙" }] } }] });
});

test.each([
  [item("unit: %", "name: b"), { id: "a", unit: "%", name: "b" }],
  ["indicators: [{ id: a, unit: %, name: % }]\n", { id: "a", unit: "%", name: "%" }],
  // 4 columns is the only width of a tab with which both lines stand beside `id`.
  ["indicators:\n  - id: a\n\tname: b\n\tunit: x\n", { id: "a", name: "b", unit: "x" }],
  [item("name: b", "\tunit: x"), { id: "a", name: "b", unit: "x" }],
  [item('baseline: "30,6%" @ 2025-12'), { id: "a", baseline: "30.6% @ 2025-12" }],
])("reads %j as it was meant", (text, expected) => {
  const { root } = readYaml({ name: "x", text: head + text }).value;
  const list = root?.entries.find((entry) => entry.key.text === "indicators")?.value;
  const first = list?.kind === "list" ? list.items[0] : undefined;
  const entries = first?.kind === "map" ? first.entries : [];
  expect(
    Object.fromEntries(entries.map(({ key, value }) => [key.text, value.kind === "scalar" && value.text])),
  ).toEqual(expected);
});

test("a tab whose depth could be two leaves no root", () => {
  // Four columns put `by` beside `id`, eight beside `reach`.
  const text = `indicators:\n  - id: a\n    targets:\n      - reach: 5\n\tby: 2026\n    unit: x\n`;
  const { value, findings } = readYaml({ name: "x", text: head + text });
  expect(value.root).toBeNull();
  expect(findings.map(({ code }) => code)).toEqual(["yaml/tab"]);
});

test("a leading sign is named with its cure in both languages", () => {
  const [finding] = readYaml({ name: "x", text: head + item("unit: %") }).findings;
  expect(finding?.suggestion).toBe('"%"');
  expect(finding?.message.en).toBe('"%" begins with %, which YAML reserves');
  expect(finding?.message.zhHans).toBe("“%”以“%”开头，而“%”是 YAML 的保留符号");
});

test("a line that cannot be understood leaves no root, and no echo", () => {
  const { value, findings } = readYaml({ name: "x", text: `${head}a: b: : }c[\n- x\n` });
  expect(value.root).toBeNull();
  expect(findings.length).toBeGreaterThan(0);
  expect(checkSchema(value)).toEqual([]);
});

test("ends on thousands of faults", () => {
  for (const line of ['a: "', "a: [b", "\ta: b", "a：b", "a b"]) {
    expect(readYaml({ name: "x", text: `${line}\n`.repeat(5000) }).findings.length).toBeGreaterThan(0);
  }
});

test("a file with full-width colons throughout has one finding, with the place of each", () => {
  const text = `format：1
id：small
title：小方案
period：2026-01..2027-12
sections：
  - { id："1", title：背景, text：{ file：a.md } }
  - { id："2", title：目标, announces：{ indicators：1 }, text："达到{{target share}}。" }
indicators：
  - { id：share, unit："%", direction：increase, baseline：45% @ 2025-12, targets：[{ reach：≥60%, by：2026-12, section："2" }] }
`;
  const { findings, plan } = compileText(text, { asOf: "2026-01-31", files: { "a.md": "背景。" } });
  const [told, ...others] = findings.filter(({ severity }) => severity !== "info");
  expect(others.map(({ code }) => code)).toEqual([]);
  // Lines 1 to 5 and 8 have one each, line 6 has 4, line 7 has 5, line 9 has 8: 6 + 4 + 5 + 8 = 23.
  expect(told?.message.zhHans).toBe("此处是全角“：”，应为半角“: ”；另有 22 处相同");
  expect(told?.related).toHaveLength(22);
  expect(plan?.indicators.map(({ id }) => id.value)).toEqual(["share"]);
});

test("tabs in several places are one finding", () => {
  const { findings } = compileText(
    "format: 1\nid: small\nsources:\n\t- { id: a, title: A }\nactors:\n\t- { id: b, name: B }\nindicators:\n\t- { id: c }\n",
  );
  const told = findings.filter(({ code }) => code === "yaml/tab");
  expect(told.map(({ related }) => related.length)).toEqual([2]);
});
