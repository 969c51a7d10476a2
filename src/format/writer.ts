/** A text written line by line: what stands on a line, what is a comment behind it, where a blank line was. */

/** The text so far. Line ends are `\n`; indentation is in spaces. */
export interface Writer {
  /** The text as it was, with line ends `\n`. */
  readonly source: string;
  /** Finished lines. */
  done: string[];
  /** The line under way; empty where none is. */
  line: string;
  /** Line ends of the source since the last sign that was written. */
  breaks: number;
  /** A comment ends the line under way. */
  hasComment: boolean;
  /** Nothing of the collection or document under way is written yet: no blank line stands there. */
  opens: boolean;
  /** The blocks under way: the column of each in the source, and in what is written. */
  readonly levels: Level[];
}

/** A block of entries or items: its column in the source and in what is written. */
export interface Level {
  readonly from: number;
  readonly to: number;
}

/** A writer that has written nothing. */
export function makeWriter(source: string): Writer {
  return { source, done: [], line: "", breaks: 0, hasComment: false, opens: true, levels: [] };
}

/** Writes a word on the line under way, behind a space unless `glued`; on a new line where a comment ended it. */
export function say(writer: Writer, word: string, indent: number, glued = false): void {
  if (writer.hasComment) endLine(writer);
  if (writer.line === "") writer.line = " ".repeat(indent) + word;
  else writer.line += glued ? word : ` ${word}`;
  writer.breaks = 0;
  writer.opens = false;
}

/** Ends the line under way, if there is one. */
export function endLine(writer: Writer): void {
  if (writer.line !== "") writer.done.push(writer.line);
  writer.line = "";
  writer.hasComment = false;
}

/** Begins an item on a line of its own; where the source has blank lines before it, one stands. */
export function beginItem(writer: Writer): void {
  endLine(writer);
  if (writer.breaks > 1 && !writer.opens && writer.done.at(-1) !== "") writer.done.push("");
  writer.breaks = 0;
}

/** Writes a comment: behind what stands on its line in the source, else on a line of its own. */
export function sayComment(writer: Writer, source: string, indent: number): void {
  const comment = source.replace(/[ \t]+$/, "");
  if (writer.breaks === 0 && writer.line !== "" && !writer.hasComment) writer.line += ` ${comment}`;
  else {
    beginItem(writer);
    writer.line = " ".repeat(indent) + comment;
    writer.opens = false;
  }
  writer.breaks = 0;
  writer.hasComment = true;
}

/** Writes whole lines below the one under way, as they are. */
export function sayLines(writer: Writer, lines: readonly string[]): void {
  endLine(writer);
  writer.done.push(...lines);
  writer.breaks = 0;
  writer.opens = false;
}

/** The whole text, with one line end behind the last line. */
export function textOf(writer: Writer): string {
  endLine(writer);
  return writer.done.length === 0 ? "" : `${writer.done.join("\n")}\n`;
}
