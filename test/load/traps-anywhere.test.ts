/**
 * Every trap of FORMAT.md section 1: its code, the cure it names, and that it is found at its line wherever it stands: in the
 * first or the second half of a long file, behind or before other faults, with other line ends, in other encodings.
 */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { loadCodes } from "../../src/load/codes.ts";
import { decodeText } from "../../src/load/decode.ts";
import { checkSchema } from "../../src/load/schema.ts";
import { readYaml } from "../../src/load/yaml.ts";
import { positionAt } from "../../src/text/source.ts";
import { gb18030, joined, utf16 } from "../kit/encode.ts";

const head = "format: 1\nid: p\ntitle: t\nlanguage: en\nperiod: 2026\n";
const sections = Array.from(
  { length: 200 },
  (_, i) => `  - { id: "s${i}", title: t${i}, role: background, text: "说明: 见 # ${i}" }\n`,
);
const actors = Array.from({ length: 60 }, (_, i) => `  - id: ac${i}\n    name: >\n      n: ${i}\n`);
// 200 lines, 180 lines and their two keys.
const filler = `sections:\n${sections.join("")}actors:\n${actors.join("")}`;
const fillerLines = 382;

const item = (...lines: string[]): string =>
  `indicators:\n  - id: a\n${lines.map((line) => `    ${line}\n`).join("")}`;
const targets = (value: string): string => item(`targets: [{ reach: ${value}, by: 2026 }]`);

interface Found {
  readonly code: string;
  readonly line: number;
  readonly suggestion: string | null;
}

/** All findings of reading and of the schema: a trap must not echo in either. */
function found(bytes: Uint8Array): readonly Found[] {
  const file = decodeText("x", bytes).value;
  if (file === null) throw new Error("not decoded");
  const { value, findings } = readYaml(file);
  return [...findings, ...checkSchema(value)].map(asFound).sort((a, b) => a.line - b.line);
}

function asFound({ code, span, suggestion }: Diagnostic): Found {
  return { code, line: span === null ? 0 : positionAt(span.file, span.start).line, suggestion };
}

/** What is written, line counted from its own first line, code, cure as suggested (null where the text of the code names it). */
const traps: readonly (readonly [string, string, number, string, string | null])[] = [
  ["≥ as >= without quotes", targets(">=85%"), 3, "yaml/unquoted-relation", "≥85%"],
  ["> without quotes", targets(">40%"), 3, "yaml/unquoted-relation", '">40%"'],
  ["> and digits alone", item("baseline: >5"), 3, "yaml/unquoted-relation", '">5"'],
  ["a comma in a number", targets("1,000"), 3, "yaml/split-number", "1000"],
  ["a comma and a space in a number", targets("1, 000"), 3, "yaml/split-number", "1000"],
  ["a number in groups of four", targets("10,0000"), 3, "yaml/split-number", "100000"],
  ["a range of two numbers with commas", targets("1,000..2,000"), 3, "yaml/split-number", "1000..2000"],
  ["：", item("name：b"), 3, "yaml/full-width", ": "],
  ["a small ﹕", item("name﹕b"), 3, "yaml/full-width", ": "],
  ["a ratio sign ∶", item("name∶b"), 3, "yaml/full-width", ": "],
  ["， between entries", "sources: [{ id: a， title: b }]\n", 1, "yaml/full-width", ", "],
  ["； between entries", "sources: [{ id: a；title: b }]\n", 1, "yaml/full-width", ", "],
  ["、 between entries", "sources: [{ id: a、title: b }]\n", 1, "yaml/full-width", ", "],
  ["a full-width space before a key", "issuer:\n　name: x\n", 2, "yaml/full-width", " "],
  ["a full-width space before a top-level key", "　status: draft\n", 1, "yaml/full-width", " "],
  ["a full-width space behind the colon", "status:　draft\n", 1, "yaml/full-width", " "],
  ["full-width digits in an id", "sources: [{ id: １ }]\n", 1, "yaml/full-width", "1"],
  ["full-width letters in a key", "ｓtatus: draft\n", 1, "yaml/full-width", "status"],
  ["full-width brackets", item("serves: ［a, b］"), 3, "yaml/full-width", "["],
  ["full-width braces", "sources: [｛ id: a, title: b ｝]\n", 1, "yaml/full-width", "{"],
  ["a full-width dash", "sources:\n  － id: a\n  － id: b\n", 2, "yaml/full-width", "- "],
  [
    "a dash of texts before items of two lines",
    "sources:\n  – id: a\n    title: b\n  – id: c\n    title: d\n",
    2,
    "yaml/full-width",
    "- ",
  ],
  ["a bullet", "sources:\n  • id: a\n", 2, "yaml/full-width", "- "],
  ["a tab before a key", "issuer:\n\tname: b\n", 2, "yaml/tab", null],
  ["a tab behind spaces", item("name: b", "\tunit: x"), 4, "yaml/tab", null],
  ["a colon in a text", item("definition: see: this"), 3, "yaml/unquoted-text", '"see: this"'],
  ["a text that ends with a colon", item("definition: see:"), 3, "yaml/unquoted-text", '"see:"'],
  ["a colon in a text in braces", "sources: [{ id: a, title: 见: b }]\n", 1, "yaml/unquoted-text", '"见: b"'],
  ["a # in a text", "issuer:\n  name: 建设 #3 号楼\n", 2, "yaml/cut-value", null],
  ["a # behind a full-width bracket", "issuer:\n  name: 建设（一） #3\n", 2, "yaml/cut-value", null],
  ["a # behind a percent sign", "issuer:\n  name: 100% #3\n", 2, "yaml/cut-value", null],
  ["a # that hides the brace", "sources:\n  - { id: a, title: b #1 }\n", 2, "yaml/unquoted-text", '"b #1"'],
  [
    "brackets around the first words",
    item("name: [pilot] meals"),
    3,
    "yaml/unquoted-text",
    '"[pilot] meals"',
  ],
  ["a dash that begins a text", item("definition: - as before"), 3, "yaml/unquoted-text", '"- as before"'],
  [
    "、 between items",
    "issuer: { to: [区民政局、区财政局] }\n",
    1,
    "yaml/list-separator",
    "区民政局, 区财政局",
  ],
  [
    "， between items",
    "issuer: { to: [区民政局，区财政局] }\n",
    1,
    "yaml/list-separator",
    "区民政局, 区财政局",
  ],
  [
    "； between items",
    "issuer: { to: [区民政局；区财政局] }\n",
    1,
    "yaml/list-separator",
    "区民政局, 区财政局",
  ],
];

/** Faults of other kinds, of one line each. */
const others: readonly (readonly [string, string])[] = [
  ["x-a：b\n", "yaml/full-width"],
  ["x-b: [a, b\n", "yaml/unclosed"],
  ['x-c: "d\n', "yaml/unclosed"],
  ["x-e: >=5%\n", "yaml/unquoted-relation"],
  ["x-f: { g: 1,000 }\n", "yaml/split-number"],
  ["x-h: @i\n", "yaml/unquoted-text"],
  ['x-j: "k" l\n', "yaml/unquoted-text"],
  ["x-m: *n\n", "yaml/unknown-alias"],
];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const headLines = 5;

describe.each(traps)("%s", (_, text, line, code, suggestion) => {
  const one = (before: number): readonly Found[] => [{ code, line: before + line, suggestion }];
  const lines = text.split("\n").length - 1;

  test("in a short file, and in both halves of a long one", () => {
    expect(found(utf8(head + text))).toEqual(one(headLines));
    expect(found(utf8(head + text + filler))).toEqual(one(headLines));
    expect(found(utf8(head + filler + text))).toEqual(one(headLines + fillerLines));
  });

  test("behind and before other faults", () => {
    for (const [other, otherCode] of others) {
      const behind = found(utf8(head + other + text));
      expect(behind.map((each) => [each.code, each.line])).toEqual([
        [otherCode, headLines + 1],
        [code, headLines + 1 + line],
      ]);
      const before = found(utf8(head + text + other));
      expect(before.map((each) => [each.code, each.line])).toEqual([
        [code, headLines + line],
        [otherCode, headLines + lines + 1],
      ]);
    }
  });

  test("behind all of them at once", () => {
    const all = others.map(([other]) => other).join("");
    expect(found(utf8(head + all + text)).at(-1)).toEqual(one(headLines + others.length)[0]);
  });

  test("with every line end and in every encoding", () => {
    const whole = head + text;
    const ends = [whole.replaceAll("\n", "\r\n"), whole.replaceAll("\n", "\r")];
    const encoded = [
      joined([0xef, 0xbb, 0xbf], whole),
      joined([0xff, 0xfe], utf16(whole, "LE")),
      utf16(whole, "BE"),
      gb18030(whole.replaceAll("﹕", "：").replaceAll("•", "·")),
    ];
    for (const bytes of [...ends.map(utf8), ...encoded]) expect(found(bytes)).toEqual(one(headLines));
  });
});

test("every trap names its cure in both languages", () => {
  for (const [name, text, , code, suggestion] of traps) {
    const definition = loadCodes.find((each) => each.code === code);
    const cures = [definition?.text.en.fix ?? "", definition?.text.zhHans.fix ?? ""];
    expect(cures[0], name).toMatch(/\b(?:write|put|replace|switch|separate)\b/i);
    expect(cures[1], name).toMatch(/改|加/);
    const [finding] = readYaml({ name: "x", text: head + text }).findings;
    expect(finding?.suggestion, name).toBe(suggestion);
  }
});
