/** When items of a plan begin, are used and are there to be used, each with the place that says so. Not a rule. */
import { periodContaining } from "../../plan/days.ts";
import type { Given, Statements } from "../../plan/given.ts";
import type {
  Action,
  Deliverable,
  Indicator,
  Item,
  Mechanism,
  Milestone,
  Phase,
  Plan,
} from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { periodOf } from "../../plan/rhythm.ts";
import type { Day, Rhythm, When } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { firstDated, lastDay, latestStart, statedPeriod } from "../times-of.ts";

/** A day together with the place that states it; the rhythm or phase, where nothing but that tells of it. */
export interface DatedBy {
  readonly day: Day;
  readonly when: { readonly span: Span };
  readonly rhythm?: Rhythm;
  readonly phase?: string;
  /** The last day of the phase, after which it is certainly used no more. */
  readonly phaseEnd?: Day;
}

/** The start of a mechanism, or the end of the first span of its rhythm. */
export function mechanismUse(mechanism: Mechanism, plan: Plan): DatedBy | null {
  const { from, during, cadence } = mechanism;
  if (from !== null || during !== null) return startOfMechanism(mechanism);
  const [rhythm] = cadence;
  const start = plan.period?.start?.value ?? null;
  const period = rhythm === undefined ? null : periodOf(rhythm.is.value);
  if (rhythm === undefined || start === null || period === null) return null;
  return { day: periodContaining(start, period).end, when: rhythm.is, rhythm: rhythm.is.value };
}

/** A span of days as a start says within what it starts; a phase as the time only that it belongs there. */
function startOfMechanism({ from, during }: Mechanism): DatedBy | null {
  if (from !== null) {
    const isSpan = from.value.expression?.kind === "range";
    return dated(from, (isSpan ? lastDay(from) : null) ?? latestStart(from));
  }
  const start = dated(during, latestStart(during));
  const phase = during?.value.phase ?? null;
  const end = lastDay(during);
  return start === null || phase === null
    ? start
    : { ...start, phase, ...(end === null ? {} : { phaseEnd: end }) };
}

/** The latest day on which something begins; of several statements the first that is dated. */
export function startOf(statements: Statements<When>): DatedBy | null {
  const when = firstDated(statements);
  const day = latestStart(when);
  return when === null || day === null ? null : { day, when };
}

/** An action can be reviewed once it may have begun. */
export function begunBy({ period }: Action): DatedBy | null {
  const when = firstDated(period);
  return dated(when, statedPeriod(when)?.start ?? null);
}

/** The earliest of the stated days. */
export function pointOf(statements: Statements<When>): DatedBy | null {
  return earliest(statements.map(({ is }) => dated(is, lastDay(is))));
}

/** The first day on which a target needs a value: when it is due, or the end of the time from which it holds. */
export function firstUse(indicator: Indicator): DatedBy | null {
  return earliest(
    indicator.targets.flatMap(({ by, from }) => [dated(by, lastDay(by)), dated(from, latestStart(from))]),
  );
}

function dated(when: Given<When> | null, day: Day | null): DatedBy | null {
  return when === null || day === null ? null : { day, when };
}

function earliest(days: readonly (DatedBy | null)[]): DatedBy | null {
  let first: DatedBy | null = null;
  for (const day of days) if (day !== null && (first === null || day.day < first.day)) first = day;
  return first;
}

/** Dates of milestones by the deliverable that they bring, for deliverables without a date of their own. */
export function datesOfProducts(plan: Plan): ReadonlyMap<string, DatedBy> {
  const dates = new Map<string, DatedBy>();
  for (const milestone of plan.milestones) {
    const date = pointOf(milestone.by);
    const product = milestone.deliverable?.value;
    if (date === null || product === undefined) continue;
    const known = dates.get(product);
    if (known === undefined || date.day < known.day) dates.set(product, date);
  }
  return dates;
}

/** When an item is there to be used; null for kinds without a date. */
export function existsOn(
  item: Item,
  produced: ReadonlyMap<string, DatedBy>,
  index: PlanIndex,
): DatedBy | null {
  if (isOf("deliverable", item)) return pointOf(item.due) ?? produced.get(item.id.value) ?? null;
  if (isOf("milestone", item)) return pointOf(item.by);
  if (isOf("action", item) || isOf("phase", item)) return pointOf(item.period);
  if (!isOf("mechanism", item) || item.origin === "cited") return null;
  return startOfMechanism(item) ?? afterDeliverables(item, produced, index);
}

/** A mechanism without a start of its own is there once the last of the deliverables that it needs is. */
function afterDeliverables(
  { needs }: Mechanism,
  produced: ReadonlyMap<string, DatedBy>,
  index: PlanIndex,
): DatedBy | null {
  let last: DatedBy | null = null;
  for (const { value } of needs) {
    const needed = index.find("deliverable", value);
    const there = needed === undefined ? null : existsOn(needed, produced, index);
    if (there !== null && (last === null || there.day > last.day)) last = there;
  }
  return last;
}

interface ItemsByKind {
  readonly deliverable: Deliverable;
  readonly milestone: Milestone;
  readonly action: Action;
  readonly phase: Phase;
  readonly mechanism: Mechanism;
}

/** Whether an item is of a kind. */
export function isOf<K extends keyof ItemsByKind>(kind: K, item: Item): item is ItemsByKind[K] {
  return item.kind === kind;
}
