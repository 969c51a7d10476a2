/** Columns that a text takes on a terminal: Chinese characters take two. */
import fastWidth from "fast-string-width";
import { late } from "./late.ts";

const ascii = /^[\x20-\x7e]*$/;

/** Besides ASCII the signs of our own output, one column each, and the Chinese characters of most texts, two each. */
const common = /^[\x20-\x7e·×–…→≤≥■▲◆●○✓\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;

/** Display width in columns. What all scripts need is asked for last: its first use costs some milliseconds. */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  return common.test(text) ? text.length + countWide(text) : fastWidth(text);
}

function countWide(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x3000) count++;
  return count;
}

/** The text filled with spaces to a width; longer texts stay. `right` puts the spaces before it. */
export function padTo(text: string, columns: number, right = false): string {
  const fill = " ".repeat(Math.max(0, columns - displayWidth(text)));
  return right ? fill + text : text + fill;
}

/** The text cut to a width, with … where something was cut off; nothing at all fits into less than a column. */
export function cutTo(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  if (columns < 1) return "";
  let kept = "";
  for (const character of text) {
    // Joined characters can be wider, or narrower, than each alone: an emoji sign and its variation selector.
    if (displayWidth(kept + character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

const wide = late(() => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]/u);
/** Signs that do not begin a line. */
const closing = /^[，。；：、！？）》」』”,.;:!?)]/u;
/** Signs that do not end a line. */
const opening = /[（《「『“(]$/u;

/** The text in lines of at most so many columns, broken at spaces and between Chinese characters. */
export function wrapTo(text: string, columns: number): readonly string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const piece of piecesOf(paragraph)) {
      if (line !== "" && displayWidth(line + piece.trimEnd()) > columns) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    return [...lines, line.trimEnd()];
  });
}

/**
 * Words behind a head of so many columns, wrapped to the columns of the output: the lines after the first begin with
 * `indent` spaces. One line where no bound is set (null) or all fits.
 */
export function hangingLines(
  words: string,
  head: number,
  columns: number | null,
  indent: number,
): readonly string[] {
  if (columns === null || head + displayWidth(words) <= columns) return [words];
  // What stands for the head holds to the first word and is as wide as the head is beyond the indent.
  const stand = "x".repeat(Math.max(0, head - indent));
  const [first = "", ...others] = wrapTo(stand + words, columns - indent);
  return [first.slice(stand.length), ...others.map((line) => " ".repeat(indent) + line)];
}

/** Pieces between which a line may break; spaces belong to the piece before them. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.at(-1) ?? "";
    const breaks =
      last !== "" &&
      character !== " " &&
      !closing.test(character) &&
      !opening.test(last) &&
      (last.endsWith(" ") || wide().test(character) || wide().test(last.at(-1) ?? ""));
    if (last === "" || breaks) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces;
}
