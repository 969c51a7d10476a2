/** What the readers of tokens share: the text in two forms, and where a name ends. */
import { isDigit, isLetter } from "./signs.ts";

/** True for what the plan calls so; such a name may begin with a digit (`12345-hotline`). */
export type IsName = (text: string) => boolean;

/** The text in two forms at the same offsets, and how far it is read. */
export interface Scanner {
  readonly text: string;
  readonly plain: string;
  readonly isName: IsName;
  /** The token before is `per`: a name behind a number is then the thing counted over, not a unit. */
  afterPer: boolean;
  /** For every open bracket whether it holds the arguments of a function. */
  readonly open: boolean[];
}

/** Where the id that begins at an offset ends; a dot or hyphen belongs to it only inside. A real minus sign never does. */
export function nameEnd({ text, plain }: Pick<Scanner, "text" | "plain">, at: number): number {
  let end = at;
  while (end < plain.length) {
    const code = plain.charCodeAt(end);
    const inside =
      (code === 45 && text[end] !== "\u2212" && text[end] !== "\uff0d") || (code === 46 && end > at);
    const next = plain.charCodeAt(end + 1);
    if (isDigit(code) || isLetter(code) || (inside && end > at && (isDigit(next) || isLetter(next)))) end++;
    else break;
  }
  return end;
}
