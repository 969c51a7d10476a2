/** Looking for ASCII text in the bytes of a PDF. */

/** Where a row of bytes stands, at a place or later; null when nowhere. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from = 0): number | null {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return null;
}

/** A text of ASCII signs as bytes. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
