/** Texts of a table as YAML scalars that read back as they stand. */

/** Words that YAML readers take for something other than a text. */
const notTexts = /^(?:true|false|yes|no|on|off|null|y|n|~)$/i;

const plainText = /^\p{L}(?:[\p{L}\p{M}\p{N} .()（）、。《》〔〕·/_-]*[\p{L}\p{M}\p{N}.)）》〕])?$/u;
const plainFigure =
  /^(?:[≥≤]|\p{Script=Han}{1,6})?\d[\d.]*[%‰]?[\p{L}/]{0,12}$|^-\d[\d.]*%?$|^\d{4}(?:-\d{2}){1,2}$|^\d{4}\.\.\d{4}$|^\d{4}年[\p{L}\d]{0,10}$/u;

/** Signs that YAML does not take in a text, or that would end its line. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu;

/** A text as a scalar: plain where every reader takes it as it stands, inside `{ }` too, else in double quotes. */
export function scalar(text: string): string {
  return plainText.test(text) && !notTexts.test(text) ? text : quoted(text);
}

/** An id, which may begin with a digit. */
export function idScalar(id: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(id) && !notTexts.test(id) ? id : quoted(id);
}

/** A figure or a time, which may begin with a digit. */
export function figureScalar(text: string): string {
  return plainFigure.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(unprintable, (sign) =>
    sign.length === 1 && /\p{Cs}/u.test(sign)
      ? "\ufffd"
      : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
