/** Text → bytes in the encoding that a file already has, its mark included. */

/** The parts of the platform's coders that are used; the core is compiled without the types of any platform. */
interface Coders {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new (
    label: string,
    options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
}
const { TextEncoder, TextDecoder } = globalThis as unknown as Coders; // in every supported runtime

type Encode = (text: string) => Uint8Array | null;

const utf8: Encode = (text) => new TextEncoder().encode(text);
const encodings: readonly Encode[] = [utf8, wide(true), wide(false), gb18030];

/** Byte-order marks as text: one at most stands before what was decoded. */
const marks = ["", "\ufeff"];

/**
 * The new text in the encoding in which `before` has the bytes of the file: UTF-8, UTF-16 or GB18030, with its byte-order mark where it has one.
 * Null where there is none (damaged text), or where the encoding has no bytes for the new text (half a surrogate pair).
 */
export function encodeLike(bytes: Uint8Array, before: string, after: string): Uint8Array | null {
  for (const encode of encodings) {
    for (const mark of marks) {
      const same = encode(mark + before);
      if (same === null || !areEqual(same, bytes)) continue;
      const made = encode(mark + after);
      return made !== null && isWhole(after) ? made : null;
    }
  }
  return null;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** False for a text with half a surrogate pair. */
function isWhole(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

function wide(isLittle: boolean): Encode {
  return (text) => {
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      bytes[2 * i] = isLittle ? unit & 255 : unit >> 8;
      bytes[2 * i + 1] = isLittle ? unit >> 8 : unit & 255;
    }
    return bytes;
  };
}

/** Character → its bytes as one number; made at the first use from what the platform decodes. */
let nationalTable: ReadonlyMap<string, number> | null = null;

/** Code points from here on stand in one row of four-byte codes. */
const firstSupplementary = 0x10000;
const firstSupplementaryCode = 189_000;

function gb18030(text: string): Uint8Array | null {
  nationalTable ??= makeNationalTable();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 128) bytes.push(point);
    else if (point >= firstSupplementary)
      bytes.push(...fourBytes(point - firstSupplementary + firstSupplementaryCode));
    else {
      const code = nationalTable.get(character);
      if (code === undefined) return null;
      if (code >= 0) bytes.push(code >> 8, code & 255);
      else bytes.push(...fourBytes(-1 - code));
    }
  }
  return Uint8Array.from(bytes);
}

/** The bytes of a four-byte code by its place in their row. */
function fourBytes(place: number): readonly number[] {
  return [
    0x81 + Math.floor(place / 12_600),
    0x30 + (Math.floor(place / 1260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  ];
}

/** Four-byte codes that stand for characters below U+10000. */
const basicFourByteCodes = 39_420;

function makeNationalTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder("gb18030", { fatal: false, ignoreBOM: true });
  const table = new Map<string, number>();
  const note = (bytes: readonly number[], code: number): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (character.length === 1 && character !== "\ufffd" && !table.has(character)) table.set(character, code);
  };
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second !== 0x7f) note([first, second], first * 256 + second);
    }
  }
  for (let place = 0; place < basicFourByteCodes; place++) note(fourBytes(place), -1 - place);
  return table;
}
