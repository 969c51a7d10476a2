/** Files that are no text, by their first bytes. */

/** Beginnings of files that are no text that is read here; no plan begins so. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ["UTF-32", [0xff, 0xfe, 0, 0]],
  ["UTF-32", [0, 0, 0xfe, 0xff]],
  ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["Word / Excel / ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["Word / Excel 97–2003", [0xd0, 0xcf, 0x11, 0xe0]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
];

/** Name of the format that the first bytes show; null for none that is known. */
export function knownFormat(bytes: Uint8Array): string | null {
  return signatures.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}
