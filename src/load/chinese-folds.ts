/**
 * Lines of Chinese prose join without a space. YAML puts one where it folds lines (`>-`, texts over several lines), and
 * pages show one for the line break of a Markdown file.
 */

const behindMark = /(?<=[，。；：、！？”）》」』])[ \n](?=[^\s\-*+>#|])/gu;
const insideWords = /(?<=\p{Script=Han})[ \n](?=[\p{Script=Han}“（《「『])/gu;

/** The text as its author means it; `source` is how it stands in the file. A text on one line keeps its spaces. */
export function joinChineseLines(text: string, source: string): string {
  return source.includes("\n") ? text.replace(behindMark, "").replace(insideWords, "") : text;
}
