/** Columns that a text takes on a terminal: Chinese characters take two. */
import fastWidth from "fast-string-width";

const ascii = /^[\x20-\x7e]*$/;

/** Display width in columns. */
export function displayWidth(text: string): number {
  return ascii.test(text) ? text.length : fastWidth(text);
}

/** The text filled with spaces to a width; longer texts stay. `right` puts the spaces before it. */
export function padTo(text: string, columns: number, right = false): string {
  const fill = " ".repeat(Math.max(0, columns - displayWidth(text)));
  return right ? fill + text : text + fill;
}

/** The text cut to a width, with … where something was cut off. */
export function cutTo(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept}…`;
}
