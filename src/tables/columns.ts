/** Columns of tables and the headings that name them. */
import { toSimplified } from "../plan/chinese-number.ts";

/** A column: its name as in the format, its usual Chinese heading, and every further heading that means it. */
export interface Column {
  readonly name: string;
  readonly chinese: string;
  readonly also: readonly string[];
  /** Without it no row can be used. */
  readonly required: boolean;
}

/** A column that may be missing. */
export function column(name: string, chinese: string, also: readonly string[] = []): Column {
  return { name, chinese, also, required: false };
}

/** A column without which no row can be used. */
export function required(name: string, chinese: string, also: readonly string[] = []): Column {
  return { name, chinese, also, required: true };
}

/** The name that a heading states, folded for comparison: case, outer space, full-width signs, `_` and space as `-`, Traditional characters. */
export function foldHeading(heading: string): string {
  return toSimplified(heading)
    .trim()
    .replaceAll("：", ":")
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** The column that a heading means; undefined when it is none of these. */
export function findColumn(columns: readonly Column[], heading: string): Column | undefined {
  const folded = foldHeading(heading);
  return columns.find((c) => c.name === folded || c.chinese === folded || c.also.includes(folded));
}
