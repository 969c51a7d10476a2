/** How a scalar is written: quotes, the lines of a text over several lines, block texts. */
import type { CST } from "yaml";

/**
 * The source of a scalar on one line or several, those behind the first without their indentation. Quotes become double
 * where that needs no other escape. A text whose lines end or begin with an escaped space is null: its spaces are text.
 */
export function linesOfScalar({ type, source }: CST.FlowScalar): readonly string[] | null {
  const text = type === "scalar" || type === "alias" ? source : withUsualQuotes(source);
  if (!text.includes("\n")) return [text];
  const lines = text.split("\n");
  const last = lines.length - 1;
  if (type === "double-quoted-scalar" && lines.some((line) => /\\[ \t]*$/.test(line))) return null;
  return lines.map((line, i) => {
    const begun = i === 0 ? line : line.replace(/^[ \t]+/, "");
    return i === last ? begun : begun.replace(/[ \t]+$/, "");
  });
}

/** Double quotes, unless the text holds some and no single ones, or escapes that only one kind of quotes reads. */
function withUsualQuotes(source: string): string {
  const isSingle = source.startsWith("'");
  const raw = source.slice(1, -1);
  if (isSingle ? raw.includes("\\") : /\\[^"]/.test(raw)) return source;
  if (raw.includes('"')) {
    return isSingle ? source : `'${raw.replaceAll('\\"', '"').replaceAll("'", "''")}'`;
  }
  return `"${isSingle ? raw.replaceAll("''", "'") : raw}"`;
}

/** A block text (`|`, `>`) made ready for another column. */
export interface BlockText {
  /** The lines with their indentation; those that hold nothing are empty. */
  readonly lines: readonly string[];
  /** Empty lines behind it that are no part of it. */
  readonly blanks: number;
}

/**
 * The lines of a block text at a column. `header` is its sign with its settings: behind `+` the empty lines at the end
 * are text. Null where the indentation is stated by a figure: which spaces are text then depends on it.
 */
export function blockTextAt(source: string, header: string, column: number): BlockText | null {
  if (/\d/.test(header)) return null;
  const body = source.replace(/\n$/, "").split("\n");
  const first = body.find((line) => /[^ ]/.test(line));
  const depth = first === undefined ? Number.POSITIVE_INFINITY : (/^ */.exec(first)?.[0].length ?? 0);
  const lines = body.map((line) => {
    const rest = line.slice(depth);
    return rest === "" ? "" : " ".repeat(column) + rest;
  });
  if (source === "") return { lines: [], blanks: 0 };
  if (header.includes("+")) return { lines, blanks: 0 };
  let end = lines.length;
  while (end > 0 && lines[end - 1] === "") end--;
  return { lines: lines.slice(0, end), blanks: lines.length - end };
}
