/** SVG as text: elements with escaped attributes and content, and an estimate of how wide text is. */
import { escapeXml } from "../escape.ts";

/** Attribute values; numbers are written with at most two decimals. */
export type SvgAttributes = Readonly<Record<string, string | number>>;

/** An element; children are markup that is already escaped. */
export function element(name: string, attributes: SvgAttributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? coordinate(value) : escapeXml(value)}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** A text element. */
export function textElement(content: string, attributes: SvgAttributes): string {
  return element("text", attributes, escapeXml(content));
}

/** A number for a path or attribute, without needless digits. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? String(Object.is(rounded, -0) ? 0 : rounded) : "0";
}

const wideCharacter =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u;
/** Signs that Chinese fonts set as wide as a character; the minus is as wide as a digit. */
const wideSign = /[\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u2190-\u2211\u2213-\u22ff\u25a0-\u27bf]/;
const pictograph = /[\u{1f000}-\u{1faff}]/u;
const narrowLetter = /[fijlrtI.,;:'|!()[\]/ ]/;
const broadLetter = /[mwMW@%]/;
const capital = /[A-Z]/;

/** Width of one character in ems, a little more than in common fonts. */
function emsOf(character: string): number {
  if (wideCharacter.test(character) || wideSign.test(character)) return 1;
  if (pictograph.test(character)) return 1.4;
  if (narrowLetter.test(character)) return 0.39;
  if (broadLetter.test(character)) return 0.95;
  return capital.test(character) ? 0.7 : 0.58;
}

/** Rough width of a text in pixels at a font size: full-width characters take a whole em. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * fontSize;
}

/** The text cut to a width in pixels, with … where something was left off. */
export function fitText(text: string, fontSize: number, width: number): string {
  let used = 0;
  let kept = "";
  let room = "";
  for (const character of text) {
    used += emsOf(character) * fontSize;
    if (used + 0.58 * fontSize <= width) room = kept + character;
    if (used > width) return `${room.trimEnd()}…`;
    kept += character;
  }
  return text;
}

/** Signs that begin no line, and signs that end none. */
const closing = /[，。、；：！？）》〉」』】”’…,.;:!?)\]%]/;
const opening = /[（《〈「『【“‘([]/;

/** The text in lines of a width in pixels, at most `most`; the last ends in … where something was left off. */
export function wrapText(text: string, fontSize: number, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== "" && lines.length < most - 1) {
    const end = lineEnd(rest, fontSize, width);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== "") lines.push(fitText(rest, fontSize, width));
  return lines;
}

/** How much of a text stands on its first line: up to the last place to break, or all that fits of a long word. */
function lineEnd(text: string, fontSize: number, width: number): number {
  let used = 0;
  let at = 0;
  let end = 0;
  let before = "";
  for (const character of text) {
    if (before !== "" && mayBreak(before, character)) end = at;
    used += emsOf(character) * fontSize;
    if (used > width) return end > 0 ? end : Math.max(at, character.length);
    at += character.length;
    before = character;
  }
  return text.length;
}

function mayBreak(before: string, after: string): boolean {
  if (closing.test(after) || opening.test(before)) return false;
  return before === " " || before === "-" || wideCharacter.test(before) || wideCharacter.test(after);
}
