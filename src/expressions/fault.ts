/** What can be wrong with an expression. Types only. */

/**
 * `syntax`: cannot be read; `size`: larger than is read; `name`: nothing has that name; `type`: a figure, a condition or a
 * text where another is needed, or the wrong arguments; `units`: figures that cannot be put together; `zero`: divides by a
 * constant nothing.
 */
export type FaultKind = "syntax" | "size" | "name" | "type" | "units" | "zero";

/** One word for each fault; `fault-words.ts` says it. */
export type FaultCode =
  | "empty"
  | "unexpected"
  | "ends-early"
  | "unclosed-bracket"
  | "unclosed-quote"
  | "sign"
  | "minus-or-range"
  | "comma"
  | "bound-literal"
  | "literal"
  | "chain"
  | "no-function"
  | "span"
  | "too-long"
  | "too-deep"
  | "too-many"
  | "unknown-name"
  | "minus-in-name"
  | "needs-figure"
  | "needs-condition"
  | "text-and-figure"
  | "range-place"
  | "range-reversed"
  | "lasting-place"
  | "arguments"
  | "needs-name"
  | "gives-condition"
  | "words"
  | "names-nothing"
  | "unlike-units"
  | "percent-points"
  | "bare-number"
  | "result-unit"
  | "divides-by-zero";

/** A fault at offsets of the expression's text. `text` and `other` are what was found there, by the fault. */
export interface Fault {
  readonly kind: FaultKind;
  readonly code: FaultCode;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly other: string | null;
  /** What would be right in that place, where one is sure. */
  readonly suggestion: string | null;
}

/** Makes a fault. */
export function faultAt(
  kind: FaultKind,
  code: FaultCode,
  { start, end }: { readonly start: number; readonly end: number },
  { text = "", other = null, suggestion = null }: Partial<Pick<Fault, "text" | "other" | "suggestion">> = {},
): Fault {
  return { kind, code, start, end, text, other, suggestion };
}
