/** Names of the columns of a sheet. */

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}
