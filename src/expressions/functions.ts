/** The functions of the language and what they take; `check-calls.ts` holds the calls to it, `docs/expressions.md` lists them. */

/**
 * What a function may be given. `across`: several figures of one period; `over-time`: one figure or condition over the
 * periods so far, or those of `for …`; `parts`: a part and its whole; `name`: one name; `figure`: one figure.
 */
export type Taking = "across" | "over-time" | "conditions-over-time" | "parts" | "name" | "figure";

export const functionTable: ReadonlyMap<string, readonly Taking[]> = new Map<string, readonly Taking[]>([
  ["sum", ["across", "over-time"]],
  ["mean", ["across", "over-time"]],
  ["min", ["across", "over-time"]],
  ["max", ["across", "over-time"]],
  ["count", ["across", "over-time", "conditions-over-time"]],
  ["share", ["parts", "conditions-over-time"]],
  ["latest", ["name"]],
  ["previous", ["figure"]],
  ["change", ["figure"]],
]);
