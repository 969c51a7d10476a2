/** A change before it is known whether a revision gives the reason for it. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { Quantity } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import type { Change } from "./change.ts";

/** What a revision must name to be about the change, and the values it must not contradict. */
export interface Sought {
  /** Paths that name the change or the item that it is of. */
  readonly paths: readonly string[];
  /** Paths of the targets of the indicator, below which a date names one; empty for other changes. */
  readonly targets: readonly string[];
  /** Dates of the target on both sides, as written. */
  readonly dates: readonly string[];
  readonly days: readonly Day[];
  readonly from: Value;
  readonly to: Value;
}

/** The value of one side: as text always, as a quantity or a day where it is one. */
export interface Value {
  readonly text: string | null;
  readonly quantity: Quantity | null;
  readonly day: Day | null;
}

/** The change is of a date, of a figure, or of neither; says which value of a revision is held against it. */
export type Draft = Omit<Change, "revision"> & { readonly sought: Sought };

export const noValue: Value = { text: null, quantity: null, day: null };
export const soughtNothing: Sought = {
  paths: [],
  targets: [],
  dates: [],
  days: [],
  from: noValue,
  to: noValue,
};

/** What a draft has that most changes leave empty. */
export const plain = {
  effect: "none",
  binding: false,
  when: null,
  asked: null,
  from: null,
  to: null,
  names: { from: null, to: null },
  before: null,
  after: null,
  path: null,
  count: 1,
  note: null,
  sought: soughtNothing,
} as const satisfies Partial<Draft>;

export const notRead: Localized = {
  en: "something of it cannot be read on one side",
  zhHans: "其中有一侧的内容无法识别",
};

export const notComparable: Localized = {
  en: "the two cannot be compared, so it counts as weakened",
  zhHans: "调整前后无法比较高低，按放宽处理",
};
