/** The figures that rest on a source: baselines, else their indicator's source, and evidence. Shared by the rules of this family; not a rule. */
import type { Given } from "../../plan/given.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import type { When } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { withoutTime } from "../target/history.ts";

/** One figure with the day that it is of, and what it is about. */
export interface Citer {
  readonly source: string;
  readonly item: Item;
  /** The indicator's id where it is a baseline; else the evidence's. */
  readonly id: string;
  readonly shown: string;
  readonly at: Given<When> | null;
  readonly span: Span;
  /** The figure itself cites the source, not only its indicator as the source of all values. */
  readonly isOwn: boolean;
}

const citersOfPlan = new WeakMap<Plan, ReadonlyMap<string, readonly Citer[]>>();
const none: readonly Citer[] = [];

/** The figures that cite a source, in plan order. */
export function citersOf(plan: Plan, source: string): readonly Citer[] {
  const known = citersOfPlan.get(plan) ?? groupCiters(plan);
  citersOfPlan.set(plan, known);
  return known.get(source) ?? none;
}

function groupCiters(plan: Plan): ReadonlyMap<string, readonly Citer[]> {
  const groups = new Map<string, Citer[]>();
  const add = (citer: Citer): void => {
    const group = groups.get(citer.source);
    if (group === undefined) groups.set(citer.source, [citer]);
    else group.push(citer);
  };
  for (const indicator of plan.indicators) {
    for (const { is, source: own } of indicator.baseline) {
      const source = own ?? indicator.source;
      if (source === null) continue;
      const { quantity, at } = is.value;
      const id = indicator.id.value;
      add({
        source: source.value,
        item: indicator,
        id,
        shown: withoutTime(quantity.text),
        at,
        span: is.span,
        isOwn: own !== null,
      });
    }
  }
  for (const evidence of [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence]) {
    const figure = evidence.is ?? evidence.to ?? evidence.from;
    if (evidence.source === null || figure === null) continue;
    const { source, at, id } = evidence;
    add({
      source: source.value,
      item: evidence,
      id: id.value,
      shown: figure.value.text,
      at,
      span: figure.span,
      isOwn: true,
    });
  }
  return groups;
}
