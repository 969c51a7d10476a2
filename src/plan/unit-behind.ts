/** How a unit stands behind a figure. */

/** `%`, `万元` stand right behind it, words with a space: 225 people. Empty for no unit. */
export function unitBehind(unit: string | null): string {
  if (unit === null || unit === "") return "";
  return /^[a-z]/i.test(unit) ? ` ${unit}` : unit;
}
