/**
 * Targets and actuals of the completed periods (ENGINE.md section 3): of sums the totals whose span is over, a span inside
 * another counted once; of levels and running totals the last reach that is due. Like is compared with like: nothing of a
 * period that still runs is counted on either side.
 */
import Big from "big.js";
import type { Day } from "../../plan/time.ts";
import type { DatedTarget, Ground, Source } from "./method.ts";

export interface ToDate {
  /** Null while nothing has been observed of the completed periods. */
  readonly actual: Big | null;
  readonly target: Big;
  /** Last day of the last completed period. */
  readonly dueOn: Day;
  /** All there is to judge is over, and no value of it is awaited any more. */
  readonly ended: boolean;
  /** The target whose relation says what meeting means. */
  readonly last: DatedTarget;
  /** What `actual` and the target were added up from. */
  readonly sources: Readonly<Record<"actual" | "due", readonly Source[]>>;
}

/** What is completed on the as-of date; null when no period is. */
export function toDate(ground: Ground): ToDate | null {
  const totals = ground.targets.filter(({ role, from }) => role === "total" && from !== null);
  const counted = totals.length > 0 ? completedTotals(totals, ground) : lastDue(ground);
  const last = counted.at(-1);
  if (last === undefined || last.on === null) return null;
  const done = counted.map((target) => (target.on === null ? null : target.doneBy(target.on)));
  const amounts = done.flatMap((value) => value?.value ?? []);
  const { asOf, reportWithinDays } = ground;
  const settled = asOf > last.on + reportWithinDays || (done.at(-1)?.on ?? last.on - 1) >= last.on;
  return {
    actual: amounts.length === 0 ? null : sumOf(amounts),
    target: sumOf(counted.map(({ value }) => value)),
    dueOn: last.on,
    ended: totals.length > 0 && settled && totals.every(({ on }) => on !== null && on <= asOf),
    last,
    sources: {
      actual: done.flatMap((value) => (value === null ? [] : [{ ...value, name: "v" as const }])),
      due: counted.flatMap(({ on, value, span }) =>
        on === null ? [] : [{ name: "T" as const, on, value, span }],
      ),
    },
  };
}

function sumOf(values: readonly Big[]): Big {
  return values.reduce((sum, value) => sum.plus(value), new Big(0));
}

/** Totals whose span is over, in order; of spans that lie in one another the longest, of equal ones the strictest. */
function completedTotals(totals: readonly DatedTarget[], { asOf, sign }: Ground): readonly DatedTarget[] {
  const over = totals.filter(({ on }) => on !== null && on <= asOf);
  const order = [...over].sort(
    (a, b) =>
      (a.from ?? 0) - (b.from ?? 0) ||
      (b.on ?? 0) - (a.on ?? 0) ||
      b.value.cmp(a.value) * (sign < 0 ? -1 : 1),
  );
  let covered = Number.NEGATIVE_INFINITY;
  return order.filter(({ on }) => {
    const further = (on ?? covered) > covered;
    if (further) covered = on ?? covered;
    return further;
  });
}

function lastDue({ targets, asOf }: Ground): readonly DatedTarget[] {
  const due = targets.filter(
    ({ role, on, upper }) => role === "reach" && upper === null && on !== null && on <= asOf,
  );
  const last = due.reduce<DatedTarget | null>(
    (found, target) => (found === null || (target.on ?? 0) >= (found.on ?? 0) ? target : found),
    null,
  );
  return last === null ? [] : [last];
}
