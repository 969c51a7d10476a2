/** Texts of a user as YAML scalars that read back as they were typed. */

/** Words that YAML readers take for something other than a text. */
const notTexts = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/**
 * A text as a scalar: plain where every reader takes it as it stands, inside `{ }` too, else in double quotes. The text holds
 * no line ends or control characters.
 */
export function yamlText(text: string): string {
  const plain = /^\p{L}(?:[\p{L}\p{M}\p{N} .()（）、。《》〔〕·/_-]*[\p{L}\p{M}\p{N}.)）》〕])?$/u.test(text);
  return plain && !notTexts.test(text) ? text : JSON.stringify(text);
}
