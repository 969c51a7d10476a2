/** One line of a table of cases for a method: an indicator, what was seen, and what the method makes of it. */
import { expect } from "vitest";
import type { FigureName } from "../../../src/indicators/results.ts";
import { figureOf, type OneIndicator, rowOf } from "../evaluate-text.ts";

/** What a case states of a row; what it leaves out is not looked at. */
export interface Expected {
  readonly status?: string;
  readonly methodStatus?: string | null;
  readonly reason?: string | null;
  readonly basis?: string | null;
  readonly value?: string | null;
  readonly ratio?: string | null;
  readonly score?: string | null;
  readonly scheduleRatio?: string | null;
  readonly projected?: string | null;
}

const figures: readonly string[] = ["value", "ratio", "score", "scheduleRatio", "projected"];

/** Checks the row of `x` against all that a case states. */
export function expectRow(one: OneIndicator, expected: Expected): void {
  const row = rowOf(one);
  const found = Object.fromEntries(
    Object.keys(expected).map((key) => [
      key,
      figures.includes(key) ? figureOf(row, key as FigureName) : row[key as "status"],
    ]),
  );
  expect(found).toEqual(expected);
}
