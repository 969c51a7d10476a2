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

/** Rough width of a text in pixels at a font size: full-width characters take a whole em. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text)
    ems +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u.test(
        character,
      )
        ? 1
        : 0.58;
  return ems * fontSize;
}

/** The text cut to a width in pixels, with … where something was left off. */
export function fitText(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, fontSize) > width) break;
    kept += character;
  }
  return `${kept}…`;
}
