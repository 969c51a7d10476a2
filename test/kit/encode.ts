/** A text as bytes of encodings that the platform only decodes. */

const utf8 = new TextEncoder();
let table: ReadonlyMap<string, readonly number[]> | null = null;

/** Bytes of GB18030, for the characters that stand in its two-byte part. */
export function gb18030(text: string): Uint8Array {
  table ??= pairsByCharacter();
  const bytes: number[] = [];
  for (const sign of text) {
    const found = sign <= "\x7f" ? utf8.encode(sign) : table.get(sign);
    if (found === undefined) throw new Error(`no two-byte character: ${sign}`);
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

function pairsByCharacter(): ReadonlyMap<string, readonly number[]> {
  const pairs = new Map<string, readonly number[]>();
  const decoder = new TextDecoder("gb18030");
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue;
      pairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  return pairs;
}

/** Bytes of UTF-16 without mark. */
export function utf16(text: string, order: "LE" | "BE"): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return Uint8Array.from(order === "LE" ? bytes : bytes.swap16());
}

/** Byte strings, texts (as UTF-8) and lists of bytes, joined. */
export function joined(...parts: readonly (Uint8Array | string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...(typeof part === "string" ? utf8.encode(part) : part)]));
}
