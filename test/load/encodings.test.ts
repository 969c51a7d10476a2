/** Every encoding and line end that a plan may arrive in: the same text, the same findings at the same lines. */
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/load/decode.ts";
import { positionAt } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";
import { gb18030, joined, utf16 } from "../kit/encode.ts";

// The second `unit` of line 9 is the one fault; 一 is U+4E00, which holds a NUL byte in UTF-16.
const plan = [
  "format: 1",
  "id: p",
  "title: 第一季度老年助餐服务方案 # 统一编号",
  "language: zh-Hans",
  "period: 2026",
  "indicators:",
  "  - id: rate",
  '    name: "一刻钟服务圈覆盖率"',
  "    unit: '%'",
  "    unit: 个",
  "",
].join("\n");

const ends: readonly (readonly [string, (text: string) => string])[] = [
  ["LF", (text) => text],
  ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["lone CR", (text) => text.replaceAll("\n", "\r")],
  ["all three mixed", (text) => mixed(text)],
];

function mixed(text: string): string {
  let next = 0;
  return text.replaceAll("\n", () => ["\r\n", "\n", "\r"][next++ % 3] ?? "\n");
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const encodings: readonly (readonly [string, string | null, (text: string) => Uint8Array])[] = [
  ["UTF-8", null, utf8],
  ["UTF-8 with mark", "UTF-8 (BOM)", (text) => joined([0xef, 0xbb, 0xbf], text)],
  ["UTF-16 LE with mark", "UTF-16 LE", (text) => joined([0xff, 0xfe], utf16(text, "LE"))],
  ["UTF-16 BE with mark", "UTF-16 BE", (text) => joined([0xfe, 0xff], utf16(text, "BE"))],
  ["UTF-16 LE without mark", "UTF-16 LE", (text) => utf16(text, "LE")],
  ["UTF-16 BE without mark", "UTF-16 BE", (text) => utf16(text, "BE")],
  ["GB18030", "GB18030", gb18030],
  ["GB18030 with its mark", "GB18030", (text) => joined([0x84, 0x31, 0x95, 0x33], gb18030(text))],
  // Declared as something else than it is: the bytes are believed.
  ["GB18030 behind the mark of UTF-8", "GB18030", (text) => joined([0xef, 0xbb, 0xbf], gb18030(text))],
  ["UTF-8 behind the mark of UTF-16 LE", "UTF-8 (BOM)", (text) => joined([0xff, 0xfe], `${text}\n`)],
  ["UTF-8 behind the mark of UTF-16 BE", "UTF-8 (BOM)", (text) => joined([0xfe, 0xff], `${text}\n`)],
  ["UTF-16 BE behind the mark of LE", "UTF-16 BE", (text) => joined([0xff, 0xfe], utf16(text, "BE"))],
  [
    "UTF-16 LE behind the mark of UTF-8",
    "UTF-16 LE",
    (text) => joined([0xef, 0xbb, 0xbf], utf16(text, "LE")),
  ],
];

describe.each(encodings)("%s", (_, told, encode) => {
  test.each(ends)("%s: same title, same fault at the same line, encoding told", (__, withEnds) => {
    const { plan: read, findings } = compileText(encode(withEnds(plan)));
    expect(read?.title?.value).toBe("第一季度老年助餐服务方案");
    const twins = findings.filter(({ code }) => code === "yaml/duplicate-key");
    expect(twins.map(({ span }) => span && positionAt(span.file, span.start))).toEqual([
      { line: 10, column: 5 },
    ]);
    const notes = findings.filter(({ code }) => code === "yaml/encoding");
    expect(notes.map(({ args }) => args.encoding)).toEqual(told === null ? [] : [told]);
    expect(findings.some(({ code }) => code === "yaml/broken-text")).toBe(false);
  });
});

/** Bytes → encoding told, number of damaged characters, offset of the first. */
function damage(bytes: Uint8Array): unknown {
  const { value, findings } = decodeText("x", bytes);
  const broken = findings.find(({ code }) => code === "yaml/broken-text");
  return value === null ? null : [broken?.args.encoding, broken?.args.count, broken?.span?.start];
}

const cut = (bytes: Uint8Array, count = 1): Uint8Array => bytes.subarray(0, bytes.length - count);

test.each([
  ["UTF-8 cut inside its last character", cut(utf8("title: 老年助餐服务")), ["UTF-8", 1, 12]],
  ["UTF-8 with two characters of which one is whole", joined("标", [0xe9, 0xa2], ": x"), ["UTF-8", 1, 1]],
  [
    "UTF-16 of an odd number of bytes",
    cut(joined([0xff, 0xfe], utf16("id: a方", "LE"))),
    ["UTF-16 LE", 1, 5],
  ],
  [
    "UTF-16 with half a surrogate pair",
    joined([0xfe, 0xff], utf16("id: \ud83d.", "BE")),
    ["UTF-16 BE", 1, 4],
  ],
  ["GB18030 cut inside its last character", cut(gb18030("title: 老年助餐服务工作方案")), ["GB18030", 1, 16]],
  [
    "GB18030 with a byte that begins nothing",
    joined(gb18030("老年助餐服务工作方案"), [0xff], ": x"),
    ["GB18030", 1, 10],
  ],
  [
    "a third of the lines in GB18030, the rest in UTF-8",
    joined("老年助餐\n服务方案\n", gb18030("甲"), "\n"),
    ["UTF-8", 2, 10],
  ],
  [
    "an English text with one byte of another encoding",
    joined("title: caf", [0xe9], " on wheels\n"),
    ["UTF-8", 1, 10],
  ],
  ["one NUL in a text", utf8(`title: a\0b${" and so on".repeat(20)}`), ["UTF-8", 1, 8]],
])("%s is read but for the damage, and the place is named", (_, bytes, expected) => {
  expect(damage(bytes)).toEqual(expected);
});

test("no NUL and no mark is left in a text", () => {
  const { value } = decodeText("x", joined([0xef, 0xbb, 0xbf], `a: b\0${"c".repeat(300)}`));
  expect(value?.text).toBe(`a: b\ufffd${"c".repeat(300)}`);
});

test.each([
  ["UTF-32 LE", joined([0xff, 0xfe, 0, 0], [0x61, 0, 0, 0]), "UTF-32"],
  ["UTF-32 BE", joined([0, 0, 0xfe, 0xff], [0, 0, 0, 0x61]), "UTF-32"],
  ["a PDF of plain letters", joined("%PDF-1.7\nobj stream\n"), "PDF"],
  ["a Word file", joined("PK", [3, 4, 20, 0, 6, 0]), "Word / Excel / ZIP"],
  ["random bytes", joined([0xff, 0x80, 0xfe, 0x81, 0xff, 0xff, 0x80, 0x80]), null],
])("%s is refused by name", (_, bytes, format) => {
  const { value, findings } = decodeText("x", bytes);
  expect(value).toBeNull();
  expect(findings.map(({ code, args }) => [code, args.reason])).toEqual([["yaml/binary", format]]);
});
