/** The dates inside a PDF: those of the report, so that the same input gives the same bytes. */

const encoder = new TextEncoder();
/** What stands before a date in the description of a document: `/CreationDate (D:20260630…`. */
const keys = ["/CreationDate (D:", "/ModDate (D:"].map((key) => encoder.encode(key));

/** `YYYYMMDDHHmmSS`, as after `D:`. */
const digits = 14;

/**
 * A copy of a PDF whose dates of creation and change are the start of an ISO day, in place and of equal length, so that
 * all offsets still hold. The description stands first in what Chromium writes. Source: ISO 32000-1, 7.9.4 and 14.3.3.
 */
export function datedPdf(pdf: Uint8Array, day: string): Uint8Array {
  const dated = pdf.slice();
  const date = encoder.encode(day.replaceAll("-", "").padEnd(digits, "0"));
  for (const key of keys) {
    const at = indexOf(dated, key);
    if (at !== null && areDigits(dated, at + key.length)) dated.set(date, at + key.length);
  }
  return dated;
}

function areDigits(bytes: Uint8Array, from: number): boolean {
  const date = bytes.subarray(from, from + digits);
  return date.length === digits && date.every((byte) => byte >= 0x30 && byte <= 0x39);
}

/** Where a short row of bytes first stands; null when nowhere. */
function indexOf(bytes: Uint8Array, wanted: Uint8Array): number | null {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return null;
}
