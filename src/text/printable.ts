/** Text of a plan made safe to print: nothing in it can move the cursor, colour, hide or turn round what is shown. */

// C0 and C1 controls (but for tab and line end), soft hyphen, bidirectional and zero-width controls, line separators,
// tags, interlinear marks, lone surrogates.
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be shown as escapes
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** The text with unsafe characters written as `\u{…}`; carriage returns are dropped. */
export function printable(text: string): string {
  return text.replaceAll("\r", "").replace(unsafe, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same in one line: line ends and tabs become single spaces. */
export function printableLine(text: string): string {
  return printable(text.replace(/[\r\n\t]+/g, " "));
}
