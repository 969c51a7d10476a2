import { expect, test } from "vitest";
import { decodeText, maxBytes } from "../../src/load/decode.ts";

const utf8 = new TextEncoder();
const bytes = (...parts: (Uint8Array | string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === "string" ? utf8.encode(part) : part)]));
const codes = (input: Uint8Array): string[] => decodeText("x", input).findings.map((finding) => finding.code);
const textOf = (input: Uint8Array): string | undefined => decodeText("x", input).value?.text;

test("reads UTF-8 without a word", () => {
  expect(textOf(bytes("标题: 方案\r\n"))).toBe("标题: 方案\r\n");
  expect(codes(bytes("标题: 方案"))).toEqual([]);
});

test("takes a byte-order mark off and says so", () => {
  expect(textOf(bytes([0xef, 0xbb, 0xbf], "id: a"))).toBe("id: a");
  expect(codes(bytes([0xef, 0xbb, 0xbf], "id: a"))).toEqual(["yaml/encoding"]);
});

test("the mark of a table that needs it is not told: spreadsheet programs garble Chinese without it", () => {
  const codesOf = (name: string, text: string): string[] =>
    decodeText(name, bytes([0xef, 0xbb, 0xbf], text)).findings.map(({ code }) => code);
  expect(codesOf("data/o.csv", "指标,时间\n")).toEqual([]);
  expect(codesOf("data/o.csv", "indicator,at\n")).toEqual(["yaml/encoding"]);
  expect(codesOf("a.plan.yaml", "title: 方案\n")).toEqual(["yaml/encoding"]);
});

test("reads UTF-16 of both orders, with mark and without", () => {
  const little = new Uint8Array(Buffer.from("title: 方案\n", "utf16le"));
  const big = new Uint8Array(Buffer.from("title: 方案\n", "utf16le").swap16());
  for (const input of [bytes([0xff, 0xfe], [...little]), bytes([0xfe, 0xff], [...big]), little, big]) {
    expect(textOf(input)).toBe("title: 方案\n");
    expect(codes(input)).toEqual(["yaml/encoding"]);
  }
});

test("reads GB18030 where the bytes are no UTF-8", () => {
  // 方 B7BD, 案 B0B8 in the national standard's table
  const input = bytes([0xb7, 0xbd, 0xb0, 0xb8], ": 1");
  expect(textOf(input)).toBe("方案: 1");
  expect(decodeText("x", input).findings[0]?.args).toEqual({ encoding: "GB18030" });
});

test("keeps the text around a damaged character and points at it", () => {
  const input = bytes("id: a\ntitle: 助餐服务工作", [0xe6], "方案\n");
  const { value, findings } = decodeText("x", input);
  expect(value?.text).toBe("id: a\ntitle: 助餐服务工作\ufffd方案\n");
  // six characters of the first line, seven of `title: `, six Chinese ones
  expect(findings.map((f) => [f.code, f.span?.start])).toEqual([["yaml/broken-text", 19]]);
});

test("refuses what is no text, naming the kind of file where it is known", () => {
  const pdf = decodeText("x", bytes("%PDF-1.7\n", [0, 1, 2, 3]));
  expect(pdf.value).toBeNull();
  expect(pdf.findings.map((f) => [f.code, f.args.reason])).toEqual([["yaml/binary", "PDF"]]);
  expect(codes(bytes("a", [0], "bc"))).toEqual(["yaml/binary"]);
  expect(codes(bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toEqual(["yaml/binary"]);
});

test("refuses a file over 16 MiB unread, and takes one of just 16 MiB", () => {
  expect(codes(new Uint8Array(20_000_000).fill(32))).toEqual(["yaml/too-large"]);
  expect(codes(new Uint8Array(maxBytes).fill(32))).toEqual([]);
});
