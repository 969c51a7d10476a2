/** One literal written otherwise: in Traditional characters, with spaces between scripts, in full width. */
import { toTraditional } from "../../src/language/traditional.ts";

/** Traditional characters, as the project's own converter writes them. */
export function traditional(text: string): string {
  return toTraditional(text, []);
}

/** A space between Chinese characters and what is not Chinese (`2026 年 6 月`, `不低于 85 %`), as typesetters put it. */
export function spaced(text: string): string {
  return text
    .replace(/(?<=[㐀-鿿])(?=[\dA-Za-z%≥≤<>+$¥])/g, " ")
    .replace(/(?<=[\d%A-Za-z])(?=[㐀-鿿])/g, " ");
}

/** Figures, Latin letters and signs in full width, as some input methods leave them. */
export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}
