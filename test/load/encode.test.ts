import { expect, test } from "vitest";
import { decodeText } from "../../src/load/decode.ts";
import { encodeLike } from "../../src/load/encode.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));

/** 方案 in GB18030: B7BD B0B8 (GB 2312, the same codes). */
const national = Uint8Array.from([0x61, 0x3a, 0x20, 0xb7, 0xbd, 0xb0, 0xb8, 0x0a]);

test.each<[name: string, before: Uint8Array, after: Uint8Array]>([
  ["UTF-8", utf8("a: 方案\n"), utf8("a: 方案≥\n")],
  ["UTF-8 with a mark", utf8("\ufeffa: 方案\n"), utf8("\ufeffa: 方案≥\n")],
  ["UTF-16", utf16("\ufeffa: 方案\n"), utf16("\ufeffa: 方案≥\n")],
  // ≥ in GB18030 is A1DD.
  ["GB18030", national, Uint8Array.from([...national.slice(0, -1), 0xa1, 0xdd, 0x0a])],
])("a text in %s is written in it again", (_, bytes, expected) => {
  const text = decodeText("a", bytes).value?.text ?? "";
  expect(encodeLike(bytes, text, "a: 方案≥\n")).toEqual(expected);
});

test("characters of four bytes in GB18030: 😀 is 94 39 FC 36, U+0080 is 81 30 81 30", () => {
  const bytes = Uint8Array.from([...national, 0x94, 0x39, 0xfc, 0x36, 0x81, 0x30, 0x81, 0x30]);
  expect(encodeLike(bytes, "a: 方案\n😀\u0080", "😀\u0080")).toEqual(bytes.slice(national.length));
});

test("damaged bytes have no encoding, and half a character cannot be written", () => {
  const damaged = Uint8Array.from([0x61, 0xff, 0xfe, 0xfd]);
  expect(encodeLike(damaged, "a\ufffd\ufffd\ufffd", "b")).toBeNull();
  expect(encodeLike(utf8("a"), "a", "\ud800")).toBeNull();
});
