/** What the values of entities make together: a sum, a mean, the ratio of sums. Not a rule. */
import Big from "big.js";
import { divide, formatDecimal } from "../../plan/decimal.ts";
import type { EntityTree } from "../../plan/entity-tree.ts";
import type { Indicator } from "../../plan/plan.ts";
import { shareOf } from "../../records/read-value.ts";
import type { Observation } from "../../records/records.ts";
import type { Group } from "./entity-groups.ts";

export type Way = "sum" | "mean" | "ratio";

/** A value of an entity or of the plan: that of its row, or of amounts the sum of `count` rows, of which `row` is the last. */
export interface Made {
  readonly row: Observation;
  readonly value: Big;
  readonly count: number;
}

/** The whole of some parts; null where one of them has no value, or nothing says how they combine. */
export function wholeOfParts(
  parts: readonly string[],
  way: Way,
  group: Group,
  tree: EntityTree,
  indicator: Indicator,
): Total | null {
  const values = way === "mean" ? direct(parts, group) : deepest(parts, group, tree);
  if (values === null || values.length === 0) return null;
  if (way === "ratio") {
    const counts = values.flatMap(({ row, count }) =>
      row.numerator === null || row.denominator === null || count > 1 ? [] : [row],
    );
    if (counts.length < values.length) return null;
    const sum = (part: "numerator" | "denominator"): Big =>
      counts.reduce((total, row) => total.plus(row[part]?.value ?? 0), new Big(0));
    const [above, below] = [sum("numerator"), sum("denominator")];
    const { span } = counts[0] ?? { span: values[0]?.row.span };
    if (span === undefined) return null;
    const given = (value: Big) => ({ value, span, origin: "computed" }) as const;
    const share = shareOf(indicator, given(above), given(below));
    const made = `${formatDecimal(above)} ÷ ${formatDecimal(below)}`;
    return share.kind === "number" ? { value: share.value.value, made, parts: values } : null;
  }
  const sum = values.reduce((total, { value }) => total.plus(value), new Big(0));
  const added = values.map(({ value }) => formatDecimal(value)).join(" + ");
  const short = values.length > mostAdded ? formatDecimal(sum) : added;
  if (way === "sum") return { value: sum, made: short, parts: values };
  const count = new Big(values.length);
  return { value: divide(sum, count), made: `(${short}) ÷ ${values.length}`, parts: values };
}

/** More parts than these are shown as their sum. */
const mostAdded = 6;

export interface Total {
  readonly value: Big;
  /** The arithmetic, as the reader would do it: `60 + 9`. */
  readonly made: string;
  readonly parts: readonly Made[];
}

function direct(parts: readonly string[], { values }: Group): readonly Made[] | null {
  const own = parts.flatMap((part) => values.get(part) ?? []);
  return own.length < parts.length ? null : own;
}

/** Of a part without a value of its own those below it, to any depth; without recursion, since chains may be long. */
function deepest(parts: readonly string[], { values }: Group, tree: EntityTree): readonly Made[] | null {
  const found: Made[] = [];
  const waiting = [...parts].reverse();
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const own = values.get(part);
    const below = tree.below.get(part);
    if (own !== undefined) found.push(own);
    else if (below === undefined) return null;
    else for (let i = below.length - 1; i >= 0; i--) waiting.push(below[i] ?? "");
  }
  return found;
}

const half = new Big("0.5");

/** Amounts add up to the digit; a mean or a share agrees as far as the reported one is written. */
export function agreeAsWritten(reported: Big, computed: Big, way: Way): boolean {
  if (way === "sum") return reported.eq(computed);
  const places = Math.max(0, reported.c.length - 1 - reported.e);
  return reported
    .minus(computed)
    .abs()
    .lte(half.times(new Big(`1e-${places}`)));
}
