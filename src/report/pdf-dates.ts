/** The dates inside a PDF: those of the report, so that the same input gives the same bytes. */
import { ascii, indexOfBytes } from "./pdf-bytes.ts";

/** What stands before a date in the description of a document: `/CreationDate (D:20260630…`. */
const keys = ["/CreationDate (D:", "/ModDate (D:"].map((key) => ascii(key));

/** `YYYYMMDDHHmmSS` as after `D:`, and the same with the difference to UTC. */
const plainDate = /^\d{14}/;
const zonedDate = /^\d{14}[+-]\d{2}'\d{2}/;

/**
 * A copy of a PDF whose dates of creation and change are the start of an ISO day, in place and of equal length, so that
 * all offsets still hold. The description stands first in what Chromium writes. Source: ISO 32000-1, 7.9.4 and 14.3.3.
 */
export function datedPdf(pdf: Uint8Array, day: string): Uint8Array {
  const dated = Uint8Array.from(pdf); // `slice` of a Buffer would share its bytes
  for (const key of keys) {
    const at = indexOfBytes(dated, key);
    if (at === null) continue;
    const from = at + key.length;
    const stands = String.fromCharCode(...dated.subarray(from, from + 20));
    const date = `${day.replaceAll("-", "")}000000`;
    if (zonedDate.test(stands)) dated.set(ascii(`${date}+00'00`), from);
    else if (plainDate.test(stands)) dated.set(ascii(date), from);
  }
  return dated;
}
