/** Bytes → text: encodings, byte-order marks, and what is no text at all. */
import { type Diagnostic, makeDiagnostic, type Outcome } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../text/source.ts";
import { yamlBinary, yamlBrokenText, yamlEncoding, yamlTooLarge } from "./codes.ts";

/** Most bytes of a file: 16 MiB. */
export const maxBytes = 16 * 1024 * 1024;

/** The part of the platform's decoder that is used; the core is compiled without the types of any platform. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}
type DecoderConstructor = new (label: string, options: { readonly fatal: boolean }) => Decoder;
// Present in every supported runtime; `globalThis` has no type for it here.
const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: DecoderConstructor };

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g;

/**
 * Decodes a file. UTF-8 is the rule; UTF-16 and GB18030 are read with a note (`yaml/encoding`). Null when the file is
 * not text (`yaml/binary`) or has more than 16 MiB (`yaml/too-large`). Damaged characters: `yaml/broken-text`.
 */
export function decodeText(name: string, bytes: Uint8Array): Outcome<SourceFile | null> {
  if (bytes.length > maxBytes) {
    return refused(makeDiagnostic(yamlTooLarge, nowhere(name), { found: bytes.length, limit: maxBytes }));
  }
  const { text, encoding, plain, lossy } = decode(bytes);
  if (text === null || isBinary(text)) {
    return refused(makeDiagnostic(yamlBinary, nowhere(name), { reason: knownFormat(bytes) }));
  }
  const file: SourceFile = { name, text };
  const findings: Diagnostic[] = [];
  if (!plain) findings.push(makeDiagnostic(yamlEncoding, { file, start: 0, end: 0 }, { encoding }));
  if (lossy) {
    const damaged = text.indexOf("\ufffd");
    const count = countOf(text, /\ufffd/g);
    findings.push(
      makeDiagnostic(yamlBrokenText, { file, start: damaged, end: damaged + 1 }, { count, encoding }),
    );
  }
  return { value: file, findings };
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
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { ...decodeUtf8(bytes), encoding: "UTF-8 (BOM)", plain: false };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", "UTF-16 LE", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs("utf-16be", "UTF-16 BE", bytes);
  const wide = wideOrder(bytes);
  if (wide !== null) return decodeAs(wide === "LE" ? "utf-16le" : "utf-16be", `UTF-16 ${wide}`, bytes);
  return decodeUtf8(bytes);
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { text: strictUtf8.decode(bytes), encoding: "UTF-8", plain: true, lossy: false };
  } catch {
    return decodeOther(bytes);
  }
}

/** Not valid UTF-8: damaged UTF-8 if few characters are wrong, else the Chinese national encoding. */
function decodeOther(bytes: Uint8Array): Decoded {
  const loose = new TextDecoder("utf-8", { fatal: false }).decode(bytes);
  const damaged = countOf(loose, /\ufffd/g);
  const foreign = countOf(loose, /[^\0-\x7f]/g);
  const asUtf8: Decoded = { text: loose, encoding: "UTF-8", plain: true, lossy: true };
  if (damaged * 10 <= foreign) return asUtf8;
  const text = decodeStrictly("gb18030", bytes);
  if (text !== null) return { text, encoding: "GB18030", plain: false, lossy: false };
  return damaged * 2 < foreign || foreign <= 2 ? asUtf8 : { ...asUtf8, text: null };
}

function decodeAs(label: string, encoding: string, bytes: Uint8Array): Decoded {
  const strict = decodeStrictly(label, bytes);
  const text = strict ?? new TextDecoder(label, { fatal: false }).decode(bytes);
  return { text, encoding, plain: false, lossy: strict === null };
}

function decodeStrictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
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

/** A NUL, or more than a few control characters: no text. */
function isBinary(text: string): boolean {
  control.lastIndex = 0;
  if (!control.test(text)) return false;
  if (text.includes("\0")) return true;
  return countOf(text, control) > Math.max(8, text.length / 100);
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["Word / Excel / ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["Word / Excel 97–2003", [0xd0, 0xcf, 0x11, 0xe0]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
];

function knownFormat(bytes: Uint8Array): string | null {
  return signatures.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
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
