/** Bytes → text: encodings, byte-order marks, and what is no text at all. */
import { type Diagnostic, makeDiagnostic, type Outcome } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../text/source.ts";
import { knownFormat } from "./binary-formats.ts";
import { yamlBinary, yamlBrokenText, yamlEncoding, yamlTooLarge } from "./codes.ts";
import { markedUtf8 } from "./codes-file.ts";

/** Most bytes of a file: 16 MiB. */
export const maxBytes = 16 * 1024 * 1024;

/** The part of the platform's decoder that is used; the core is compiled without the types of any platform. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}
interface DecoderOptions {
  readonly fatal: boolean;
  /** True: a mark is a character like others; the marks are taken off here. */
  readonly ignoreBOM: boolean;
}
type DecoderConstructor = new (label: string, options: DecoderOptions) => Decoder;
// Present in every supported runtime; `globalThis` has no type for it here.
const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: DecoderConstructor };

const strictUtf8 = strict("utf-8");

function strict(label: string): Decoder {
  return new TextDecoder(label, { fatal: true, ignoreBOM: true });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g;

/**
 * Decodes a file. UTF-8 is the rule; UTF-16, GB18030 and a byte-order mark are read with a note (`yaml/encoding`), but not the
 * mark of a table that needs it. Null when the file is not text (`yaml/binary`) or has more than 16 MiB (`yaml/too-large`).
 * Damaged characters: `yaml/broken-text`.
 */
export function decodeText(name: string, bytes: Uint8Array): Outcome<SourceFile | null> {
  if (bytes.length > maxBytes) {
    return refused(makeDiagnostic(yamlTooLarge, nowhere(name), { found: bytes.length, limit: maxBytes }));
  }
  const format = knownFormat(bytes);
  const { text: read, encoding, plain, lossy } = decode(bytes);
  if (format !== null || read === null || isBinary(read)) {
    return refused(makeDiagnostic(yamlBinary, nowhere(name), { reason: format }));
  }
  // A stray NUL is damage like any other: no program that the text goes on to can do with one.
  const text = read.replaceAll("\0", "\ufffd");
  const file: SourceFile = { name, text };
  const findings: Diagnostic[] = [];
  const isTold = !plain && !(encoding === markedUtf8 && needsMark(file));
  if (isTold) findings.push(makeDiagnostic(yamlEncoding, { file, start: 0, end: 0 }, { encoding }));
  if (lossy || text !== read) {
    const damaged = text.indexOf("\ufffd");
    const count = countOf(text, /\ufffd/g);
    findings.push(
      makeDiagnostic(yamlBrokenText, { file, start: damaged, end: damaged + 1 }, { count, encoding }),
    );
  }
  return { value: file, findings };
}

/** True for a table with more than ASCII: without the mark spreadsheet programs garble it, and we write such tables so. */
function needsMark({ name, text }: SourceFile): boolean {
  return /\.[ct]sv$/i.test(name) && /[\u0080-\uffff]/.test(text);
}

interface Decoded {
  /** Null when no encoding fits. */
  readonly text: string | null;
  /** Name of the encoding as told to the user. */
  readonly encoding: string;
  /** UTF-8 without mark. */
  readonly plain: boolean;
  /** Damaged characters stand as U+FFFD. */
  readonly lossy: boolean;
}

function decode(bytes: Uint8Array): Decoded {
  const mark = marks.find(({ signs }) => signs.every((byte, i) => bytes[i] === byte));
  const order = wideOrder(mark === undefined ? bytes : bytes.subarray(mark.signs.length));
  if (mark === undefined) return order === null ? decodeNarrow(bytes) : decodeWide(order, bytes);
  const rest = bytes.subarray(mark.signs.length);
  // A mark that the bytes behind it belie was put there by a faulty conversion: the bytes are believed.
  if (order !== null) return decodeWide(order, rest);
  if (mark.order !== null && !isNarrow(rest)) return decodeWide(mark.order, rest);
  const read = decodeNarrow(rest);
  return { ...read, encoding: read.plain ? markedUtf8 : read.encoding, plain: false };
}

interface Mark {
  readonly signs: readonly number[];
  /** Byte order that the mark declares; null for an encoding without one. */
  readonly order: "LE" | "BE" | null;
}

/** Byte-order marks; the last one is U+FEFF in GB18030. */
const marks: readonly Mark[] = [
  { signs: [0xef, 0xbb, 0xbf], order: null },
  { signs: [0xff, 0xfe], order: "LE" },
  { signs: [0xfe, 0xff], order: "BE" },
  { signs: [0x84, 0x31, 0x95, 0x33], order: null },
];

/** UTF-8 or GB18030. */
function decodeNarrow(bytes: Uint8Array): Decoded {
  const text = decodeStrictly("utf-8", bytes);
  return text === null ? decodeOther(bytes) : { text, encoding: "UTF-8", plain: true, lossy: false };
}

function decodeWide(order: "LE" | "BE", bytes: Uint8Array): Decoded {
  const label = order === "LE" ? "utf-16le" : "utf-16be";
  const text = decodeStrictly(label, bytes);
  return {
    text: text ?? decodeLoosely(label, bytes),
    encoding: `UTF-16 ${order}`,
    plain: false,
    lossy: text === null,
  };
}

/** Valid UTF-8 of several lines: as UTF-16 it would hardly have a line feed in the ASCII half of both bytes. */
function isNarrow(bytes: Uint8Array): boolean {
  return bytes.includes(10) && !bytes.includes(0) && decodeStrictly("utf-8", bytes) !== null;
}

/**
 * Not valid UTF-8: damaged UTF-8 where many East Asian characters are whole (in bytes of GB18030 hardly one in fifty looks
 * like one), else the Chinese national encoding, damaged or not.
 */
function decodeOther(bytes: Uint8Array): Decoded {
  const loose = decodeLoosely("utf-8", bytes);
  const damaged = countOf(loose, /\ufffd/g);
  const foreign = countOf(loose, /[^\0-\x7f]/g);
  const whole = countOf(loose, /[\u2e80-\uffef]/g);
  const asUtf8: Decoded = { text: loose, encoding: "UTF-8", plain: true, lossy: true };
  if (damaged * 10 <= foreign || damaged <= whole * 4) return asUtf8;
  const text = decodeStrictly("gb18030", bytes);
  if (text !== null) return { text, encoding: "GB18030", plain: false, lossy: false };
  const national = decodeLoosely("gb18030", bytes);
  const isNational = countOf(national, /\ufffd/g) * 8 <= countOf(national, /\p{Script=Han}/gu);
  if (isNational) return { text: national, encoding: "GB18030", plain: false, lossy: true };
  // A text that is mostly ASCII is one, whatever its few other bytes mean.
  return damaged * 2 < foreign || foreign * 3 <= loose.length ? asUtf8 : { ...asUtf8, text: null };
}

function decodeStrictly(label: string, bytes: Uint8Array): string | null {
  try {
    return label === "utf-8" ? strictUtf8.decode(bytes) : strict(label).decode(bytes);
  } catch {
    return null;
  }
}

function decodeLoosely(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label, { fatal: false, ignoreBOM: true }).decode(bytes);
}

/** UTF-16 without mark shows by NULs in every second place only; ASCII signs and line ends make enough of them. */
function wideOrder(bytes: Uint8Array): "LE" | "BE" | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const enough = Math.max(2, length / 20);
  // A few Han characters (一 is U+4E00) have a NUL on the other side.
  if (odd >= enough && even * 8 <= odd) return "LE";
  if (even >= enough && odd * 8 <= even) return "BE";
  return null;
}

/** More than a few control characters, or more than one NUL in a hundred: no text. Fewer are told where they stand. */
function isBinary(text: string): boolean {
  control.lastIndex = 0;
  if (!control.test(text)) return false;
  return countOf(text, control) > (text.includes("\0") ? text.length / 100 : Math.max(8, text.length / 100));
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

/** The first place of a file whose text is not known: it carries the name into the output. */
function nowhere(name: string): Span {
  return { file: { name, text: "" }, start: 0, end: 0 };
}

function refused(finding: Diagnostic): Outcome<null> {
  return { value: null, findings: [finding] };
}
