/** How large a plan may be: several times what the largest have, and small enough for a few seconds and a gigabyte. */

/** Beyond a limit nothing is read, and that is told. */
export interface Limits {
  readonly indicators: number;
  /** Items of any other list. */
  readonly items: number;
  /** Rows of an entity list. */
  readonly entities: number;
  /** Rows of the data files together. */
  readonly rows: number;
  /** Pairs of indicator and entity that the data files speak of. */
  readonly series: number;
  /** Bytes of the files that the plan names, together. */
  readonly included: number;
}

export const usualLimits: Limits = {
  indicators: 10_000,
  items: 50_000,
  entities: 100_000,
  rows: 1_000_000,
  series: 100_000,
  included: 64 * 1024 * 1024,
};

/** How large one expression may be, and how much is computed for all of them. */
export const expressionLimits = {
  /** UTF-16 units of its text. */
  length: 20_000,
  /** Brackets, signs and calls inside each other. */
  depth: 64,
  /** Literals, names and operations. */
  nodes: 500,
  /** Digits of a figure on the way to the result. */
  digits: 2000,
  /** Operations of all formulas of a plan, over all periods and entities. */
  steps: 10_000_000,
} as const;
